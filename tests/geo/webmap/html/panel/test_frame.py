"""The frame of the one-file map: how much of the map is free, drawers beside it, its wheel."""

from __future__ import annotations

import pytest
from map_pages import READY
from map_strikes import few_strikes

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
# Least share of the map that nothing covers, and of the window that is map.
SIZES = {
    (1440, 900): (0.8, 0.75), (1024, 768): (0.8, 0.7), (390, 844): (0.8, 0.7),
    (844, 390): (0.8, 0.7), (720, 480): (0.8, 0.7),
}  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_most_of_the_map_is_free_and_most_of_the_window_is_map(open_map, size):
    page = open_map(*few_strikes(), size=size, title="Reported strikes")
    seen = page.evaluate(FREE)
    assert seen["free"] >= SIZES[size][0]
    assert seen["share"] >= SIZES[size][1]


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


def test_fit_shows_the_strikes_that_pass_and_home_all_of_the_map(open_map):
    page = open_map(*few_strikes())
    whole = page.evaluate("layer.getView()")
    page.get_by_role("button", name="Fit the map to the strikes shown").click()
    fitted = page.evaluate("layer.getState()")
    assert fitted["view"]["zoom"] > whole["zoom"]
    assert fitted["outside"] == 0
    page.get_by_role("button", name="Show the whole map").click()
    assert page.evaluate("layer.getView()") == pytest.approx(whole, abs=1e-2)
    page.evaluate("void layer.map.setZoom(0, { animate: false })")
    assert page.evaluate("layer.map.getZoom()") >= 3, "the land is not lost in the world"
