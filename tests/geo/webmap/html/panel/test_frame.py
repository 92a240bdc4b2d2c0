"""The frame of the one-file map: how much of the map is free, drawers beside it, its wheel."""

from __future__ import annotations

import pytest
from map_pages import READY
from map_strikes import claims_of, few_strikes, strikes_of

FREE = """() => {
  const ground = layer.container.getBoundingClientRect();
  const [across, down] = [40, 40];
  let free = 0;
  for (let i = 0; i < across; i++) for (let j = 0; j < down; j++) {
    const x = ground.left + ((i + 0.5) * ground.width) / across;
    const y = ground.top + ((j + 0.5) * ground.height) / down;
    const seen = document.elementFromPoint(x, y);
    if (seen === layer.container || seen?.closest(".leaflet-pane")) free++;
  }
  const share = (ground.width * ground.height) / (innerWidth * innerHeight);
  return { free: free / (across * down), share };
}"""
LEGEND_AND_SEARCH = (".strike-legend", ".strike-search")
HOME_IN_VIEW = """() => {
  const { left, right, top, bottom } = layer.baseMap.home;
  const frame = layer.getFrame();
  const inside = ([x, y]) => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
  return [[left, top], [right, bottom]].every(([x, y]) =>
    inside([x * frame.world - frame.left, y * frame.world - frame.top]));
}"""
# Least share of the map that nothing covers, and of the window that is map.
SIZES = {
    (1440, 900): (0.8, 0.75), (1024, 768): (0.8, 0.7), (390, 844): (0.8, 0.7),
    (844, 390): (0.8, 0.7), (720, 480): (0.8, 0.7),
    (504, 340): (0.8, 0.7),  # what the app has beside its side bar at 844 x 390
}  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_most_of_the_map_is_free_and_most_of_the_window_is_map(open_map, size):
    page = open_map(*few_strikes(), size=size, title="Reported strikes")
    seen = page.evaluate(FREE)
    assert seen["free"] >= SIZES[size][0]
    assert seen["share"] >= SIZES[size][1]
    ways = page.locator(".strike-legend details.strike-ways")
    assert ways.evaluate("ways => ways.open") is (size[0] >= 760), "settings fold apart"
    if size == (1440, 900):
        page.evaluate("layer.frame.element.style.maxWidth = '1090px'")  # beside a side bar
        page.locator(".strike-legend[open]:not(.strike-cramped)").wait_for()
        page.get_by_role("button", name="Counts", exact=True).click()
        page.locator(".strike-legend.strike-cramped:not([open])").wait_for()
        page.locator("[role=tab][aria-selected=true]", has_text="Counts").wait_for()
        page.get_by_role("button", name="Compare", exact=True).click()
        page.locator("[role=tab][aria-selected=true]", has_text="Compare").wait_for()
    to_tabs = [page.get_by_role("button", name=name, exact=True) for name in ("Counts", "Compare")]
    assert all(button.is_visible() is (size[0] >= 640 and size[1] >= 520) for button in to_tabs)
    if size == (1024, 768):  # the legend folds beside a drawer, and stands below the search
        page.get_by_role("button", name="List", exact=True).click()
        page.locator(".strike-legend.strike-cramped").wait_for()
        assert page.evaluate(FREE)["free"] >= 0.8
        page.locator(".strike-legend summary").first.click()
        legend, search = (page.locator(part).bounding_box() for part in LEGEND_AND_SEARCH)
        assert legend["y"] >= search["y"] + search["height"]
        page.get_by_role("button", name="Close", exact=False).first.click()
        page.locator(".strike-legend:not(.strike-cramped)").wait_for()


def test_a_low_page_has_its_time_panel_in_one_line_and_remembers_what_is_opened(open_map):
    page = open_map(*few_strikes(), size=(844, 390))
    assert page.locator(".strike-slider").bounding_box()["height"] <= 30
    page.get_by_role("button", name="Open the time panel").click()
    assert page.locator(".strike-histogram").is_visible()
    page.reload()
    page.wait_for_function(READY)
    assert page.locator(".strike-histogram").is_visible()


def test_a_drawer_takes_its_room_from_the_map_whose_centre_stays(open_map):
    page = open_map(*few_strikes())
    before = page.evaluate("layer.getView()")
    wide = page.locator(".leaflet-container").bounding_box()["width"]
    page.get_by_role("button", name="List", exact=True).click()
    page.locator(".strike-drawer").wait_for()
    ground = page.locator(".leaflet-container").bounding_box()
    assert ground["width"] < wide - 200
    assert page.locator(".strike-drawer").bounding_box()["x"] >= ground["x"] + ground["width"]
    assert page.evaluate("layer.getView()") == pytest.approx(before, abs=1e-4)


def test_the_wheel_is_the_pages_where_the_map_is_its_guest_and_zooms_with_control(open_map):
    page = open_map(*few_strikes())
    zoom = page.evaluate("layer.options.guest = true, layer.map.getZoom()")
    page.mouse.move(640, 400)
    page.mouse.wheel(0, -240)
    page.get_by_text("Hold Ctrl and turn the wheel").wait_for()
    assert page.evaluate("layer.map.getZoom()") == zoom
    page.keyboard.down("Control")
    page.mouse.wheel(0, -240)
    page.wait_for_function("(zoom) => layer.map.getZoom() > zoom", arg=zoom)


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=str)
def test_a_lone_strike_far_off_and_a_wide_radius_are_counted_into_the_first_view(open_map, size):
    rows = {
        "here": {"lon": 37.1, "lat": 36.2},
        "far": {"lon": 44.4, "lat": 33.3},
        "vague": {"lon": 36.3, "lat": 33.5, "precision": "area", "uncertainty_km": 60.0},
    }
    page = open_map(strikes_of(**rows), claims_of(), size=size)
    assert page.evaluate("layer.getState()")["outside"] == 0
    covered = page.evaluate("layer.panel.getCover()")
    west = page.evaluate("layer.map.latLngToContainerPoint([33.5, 36.3 - 60 / 92.8]).x")
    assert west >= covered["left"]
    assert page.evaluate("layer.map.latLngToContainerPoint([33.5 - 60 / 111, 36.3]).y") <= (
        page.evaluate("layer.container.clientHeight - layer.panel.getCover().bottom")
    )


def test_the_map_opens_on_the_strikes_home_shows_the_land_with_them_and_fit_what_passes(open_map):
    page = open_map(*few_strikes())
    opened = page.evaluate("layer.getState()")
    assert opened["outside"] == 0
    page.evaluate("void layer.map.setZoom(12, { animate: false })")
    page.get_by_role("button", name="Show the land and all strikes").click()
    land = page.evaluate("layer.getState()")
    assert land["view"]["zoom"] < opened["view"]["zoom"]
    assert land["outside"] == 0
    home = page.evaluate(HOME_IN_VIEW)
    assert home, "the land is in view whole"
    page.get_by_role("button", name="Fit the map to the strikes shown").click()
    assert page.evaluate("layer.getView()") == pytest.approx(opened["view"], abs=1e-2)
    page.evaluate("void layer.map.setZoom(0, { animate: false })")
    assert page.evaluate("layer.map.getZoom()") >= 3, "the land is not lost in the world"
