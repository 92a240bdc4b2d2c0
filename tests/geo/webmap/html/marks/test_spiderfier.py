"""Strikes at one place are spiderfied around it on the one-file map."""

from __future__ import annotations

import math

import pytest
from map_pages import click_mark, picture_of, state_of
from map_strikes import claims_of, strikes_of

from geo.webmap.payload.encode import View

SETTLED = "layer.getState().spiderfied && !layer.map._panAnim?._inProgress"
CLOSED = "layer.getState().spiderfied === null"
CIRCLES = """() => {
  const circles = [];
  const { arc } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.arc = function (...given) {
    circles.push(given.slice(0, 3));
    return arc.call(this, ...given);
  };
  layer.redraw();
  CanvasRenderingContext2D.prototype.arc = arc;
  return circles;
}"""
HERE = View(36.452, 36.049, 12)
KINDS = ("airstrike", "drone", "shelling", "missile")


def at_one_place(count, **others):
    """Return strikes of one village, a month apart."""
    return strikes_of(
        **{
            f"s{i:02}": {
                "kind": KINDS[i % 4], "place_text": "Duwaylah",
                "date_start": f"{2016 + i // 12}-{1 + i % 12:02}-05",
            }
            for i in range(count)
        },
        **others,
    )  # fmt: skip


def spiderfy(page):
    """Click the cluster of several strikes and return what it is spread out to."""
    [cluster] = [mark for mark in state_of(page)["clusters"] if mark["count"] > 1]
    click_mark(page, cluster)
    page.wait_for_function(SETTLED)
    return state_of(page)["spiderfied"]


def counts(page):
    state = state_of(page)
    return sorted(mark["count"] for mark in state["clusters"]), state["outside"], state["totals"]


def test_a_spiderfied_cluster_shows_each_strike_and_changes_no_count(open_map):
    page = open_map(at_one_place(5), claims_of(), view=HERE)
    before = counts(page)
    spider = spiderfy(page)
    assert [mark["row"] for mark in spider["marks"]] == [0, 1, 2, 3, 4]
    assert counts(page) == before
    page.get_by_role("heading", name="5 strikes at this place, fanned out", exact=True).wait_for()
    assert page.locator(".strike-entry").count() == 5


@pytest.mark.parametrize(("count", "spread"), [(2, True), (12, True), (13, False)])
def test_up_to_twelve_are_spiderfied_and_more_are_listed(open_map, count, spread):
    page = open_map(at_one_place(count), claims_of(), view=HERE)
    click_mark(page, state_of(page)["clusters"][0])
    said = f"{count} strikes at this place" + (", fanned out" if spread else "")
    page.get_by_role("heading", name=said, exact=True).wait_for()
    assert page.locator(".strike-entry").count() == count
    page.wait_for_function(SETTLED if spread else CLOSED)


def test_a_mark_opens_its_strike_where_it_stands(open_map):
    page = open_map(at_one_place(5), claims_of(), view=HERE)
    spiderfy(page)
    for number in (1, 3):
        click_mark(page, state_of(page)["spiderfied"]["marks"][number])
        page.locator(f"[data-strike=s{number:02}]").wait_for()
        assert page.evaluate("document.activeElement.dataset.strike") == f"s{number:02}"
        assert page.evaluate("layer.selected") == number
        assert state_of(page)["spiderfied"] is not None
        page.wait_for_function("!layer.map._panAnim?._inProgress")


def test_a_strike_of_the_list_is_picked_among_the_marks(open_map):
    page = open_map(at_one_place(3), claims_of(), view=HERE)
    spiderfy(page)
    page.locator(".strike-entry").nth(2).click()
    page.locator("[data-strike=s02]").wait_for()
    page.wait_for_function("!layer.map._panAnim?._inProgress")
    spider = page.evaluate("layer.getState().spiderfied")
    assert [mark["row"] for mark in spider["marks"]] == [0, 1, 2]
    assert page.evaluate("layer.selected") == 2
    circles = [[*middle, radius] for *middle, radius in page.evaluate(CIRCLES) if radius > 50]
    true_radius = 2000 / 156543.03 * 2**12 / math.cos(math.radians(36.049))
    assert circles == [pytest.approx([spider["x"], spider["y"], true_radius], rel=0.01)]


def test_a_mark_that_is_pointed_at_says_what_it_is(open_map):
    page = open_map(at_one_place(3), claims_of(), view=HERE)
    spider = spiderfy(page)
    page.mouse.move(spider["marks"][1]["x"], spider["marks"][1]["y"])
    page.wait_for_function("layer.spiderfier.hovered === 1")
    assert "strike-pointing" in page.locator(".strike-map").get_attribute("class")
    page.mouse.move(spider["x"] + 200, spider["y"])
    page.wait_for_function("layer.spiderfier.hovered === null")


def step_aside(page):
    spider = state_of(page)["spiderfied"]
    page.mouse.click(spider["x"] + 150, spider["y"] + 20)


CLOSINGS = {
    "a click beside": step_aside,
    "Escape": lambda page: page.keyboard.press("Escape"),
    "zoom": lambda page: page.evaluate("void layer.map.setZoom(13, { animate: false })"),
    "another mode": lambda page: page.evaluate("layer.setMode('colour', 'actor')"),
    "the list closed": lambda page: page.get_by_role("button", name="Close the list").click(),
    "another list": lambda page: page.get_by_role("button", name="List", exact=True).click(),
    "a window without its strikes": lambda page: page.evaluate(
        "layer.setRange('2016-01-01', '2016-01-20')"
    ),
}


AS_OPENED = """async () => {
  layer.panel.drawer.close();
  layer.slider.setRange(null);
  await layer.setMode("colour", "kind");
  layer.map.setView([36.049, 36.452], 12, { animate: false });
}"""


def test_a_spiderfied_cluster_is_closed_by_what_leaves_it(open_map):
    page = open_map(at_one_place(4), claims_of(), view=HERE)
    for how, close in CLOSINGS.items():
        page.evaluate(AS_OPENED)
        assert len(spiderfy(page)["marks"]) == 4, how
        close(page)
        page.wait_for_function(CLOSED)
        assert page.get_by_role("heading", name="fanned out").count() == 0, how


def test_a_closed_cluster_leaves_its_strike_read(open_map):
    page = open_map(at_one_place(4), claims_of(), view=HERE)
    spider = spiderfy(page)
    click_mark(page, spider["marks"][1])
    page.locator("[data-strike=s01]").wait_for()
    page.evaluate("void layer.map.setZoom(13, { animate: false })")
    page.wait_for_function(CLOSED)
    assert page.locator("[data-strike=s01]").is_visible()
    assert page.evaluate("layer.selected") == 1


def test_a_spiderfied_cluster_follows_the_slider(open_map):
    away = {"date_start": "2016-02-01", "lon": 36.453, "lat": 36.049}
    page = open_map(at_one_place(6, away=away), claims_of(), view=HERE)
    page.evaluate("layer.setRange('2016-03-01', '2016-05-31')")
    assert [mark["row"] for mark in spiderfy(page)["marks"]] == [3, 4, 5]
    page.evaluate("layer.setRange('2016-03-01', '2016-04-30')")
    assert [mark["row"] for mark in state_of(page)["spiderfied"]["marks"]] == [3, 4]
    heading = page.locator(".strike-drawer h3")
    assert heading.inner_text() == "3 strikes at this place when clicked, now 2 fanned out"
    page.evaluate("layer.setRange('2016-02-01', '2016-04-30')")  # row 1 is away, in the circle
    page.wait_for_function(CLOSED)
    assert heading.inner_text() == "3 strikes at this place"
    assert [mark["count"] for mark in state_of(page)["clusters"]] == [4]


def test_a_spiderfied_cluster_is_in_the_saved_picture(open_map):
    page = open_map(at_one_place(4), claims_of(), view=HERE, theme="light")
    spider = spiderfy(page)
    mark = spider["marks"][1]
    spot = page.evaluate("layer.groups.colours[layer.groups.groupOf[1]]")
    colour = tuple(int(spot[i : i + 2], 16) for i in (1, 3, 5))
    with_marks = picture_of(page)
    page.keyboard.press("Escape")
    page.wait_for_function(CLOSED)
    without = picture_of(page)
    seen = [count_near(picture, mark, colour) for picture in (with_marks, without)]
    assert seen[0] > 100
    assert seen[1] == 0


def count_near(picture, mark, colour):
    """Count pixels of a colour in the column of the picture that a mark stands in."""
    left = int(mark["x"] * 2) - 14
    column = picture.crop((left, 0, left + 28, int(picture.height * 0.7)))
    return {found: count for count, found in column.getcolors(1 << 24)}.get(colour, 0)


def test_on_a_phone_a_spiderfied_cluster_stands_free_and_its_marks_are_tapped(open_map):
    page = open_map(at_one_place(7), claims_of(), view=HERE, size=(390, 844), touch=True)
    page.emulate_media(reduced_motion="no-preference")
    page.touchscreen.tap(*[state_of(page)["clusters"][0][side] for side in ("x", "y")])
    page.wait_for_function(SETTLED)
    spider = state_of(page)["spiderfied"]
    drawer = page.locator(".strike-drawer").bounding_box()
    for mark in spider["marks"]:
        assert 7 < mark["y"] < drawer["y"] - 7
        assert 7 < mark["x"] < 383
    state = state_of(page)
    away = abs(state["view"]["lat"] - HERE.lat)
    assert away < 0.002, "the map has room on all sides, and stays where it was"
    page.touchscreen.tap(spider["marks"][4]["x"], spider["marks"][4]["y"])
    page.locator("[data-strike=s04]").wait_for()
    assert state_of(page)["spiderfied"] is not None


@pytest.mark.parametrize(("apart", "zoomed"), [(60, 0), (12, 1)], ids=["two marks", "one spot"])
def test_two_quick_taps_zoom_at_one_spot_alone(open_map, apart, zoomed):
    page = open_map(at_one_place(2), claims_of(), view=HERE, size=(390, 844), touch=True)
    page.evaluate("() => (window.taps = 0, layer.map.on('dblclick', () => taps++))")
    now = page.evaluate("Date.now()")
    page.evaluate(f"Date.now = () => {now}")  # of a slow machine's taps too, no time lies between
    for x in (150, 150 + apart):
        page.touchscreen.tap(x, 300)
    page.wait_for_function("taps === 1 && !layer.map._animatingZoom")
    assert page.evaluate("layer.map.getZoom()") == HERE.zoom + zoomed


@pytest.mark.parametrize("place", [(36.75, 36.049), (36.452, 35.93)], ids=["right", "low"])
def test_a_spiderfied_cluster_comes_out_from_under_list_and_panel(open_map, place):
    """The view's middle is moved so that the place lies under what opens or stands."""
    lon, lat = (36.452 * 2 - place[0], 36.049 * 2 - place[1])
    page = open_map(at_one_place(12), claims_of(), view=View(lon, lat, 11.5))
    [cluster] = page.evaluate("layer.getState().clusters")
    page.evaluate(f"layer.handleClick({{ x: {cluster['x']}, y: {cluster['y']} }})")
    page.wait_for_function(SETTLED)
    spider = state_of(page)["spiderfied"]
    drawer = page.locator(".strike-drawer").bounding_box()
    panel = page.locator(".strike-panel").bounding_box()
    for mark in spider["marks"]:
        assert mark["x"] + 7 < drawer["x"]
        assert mark["y"] + 7 < panel["y"]
