"""Two maps on a page keep apart: lists, ways to show, strikes read, windows."""

from __future__ import annotations

import pytest
from map_pages import state_of
from map_strikes import few_strikes
from second_map import LEDGER, LEFT, RIGHT, drag, histogram_point, mount


@pytest.fixture
def two_maps(open_map):
    """Open a page with two maps side by side, `first` and `second`, and the one it came with."""
    page = open_map(*few_strikes(), size=(1600, 800), before=LEDGER)
    left = mount(page, style=LEFT).element_handle()
    page.evaluate("(element) => { window.first = second; element.id = 'left'; }", left)
    mount(page, style=RIGHT)
    page.evaluate("element.id = 'right'")
    return page, page.locator("#left"), page.locator("#right")


def test_two_maps_have_lists_of_their_own_and_escape_closes_one(two_maps):
    _, left, right = two_maps
    for drawn in (left, right):
        drawn.get_by_role("button", name="List").click()
        drawn.locator(".strike-list").first.wait_for()
    right.locator(".strike-drawer").press("Escape")
    assert right.locator(".strike-drawer").is_hidden()
    assert left.locator(".strike-drawer").is_visible()


def test_two_maps_have_ways_to_show_of_their_own(two_maps):
    page, left, right = two_maps
    right.get_by_label("Show", exact=True).select_option("areas")
    right.get_by_label("Size").select_option("killed_min")
    assert page.evaluate("first.getState().modes.show") == "clusters"
    assert page.evaluate("layer.getState().modes.show") == "clusters"
    assert left.locator(".strike-measure").inner_text().startswith("most: 3 strikes")
    assert right.locator(".strike-measure").inner_text().startswith("most: 70 killed")


def test_two_maps_read_strikes_of_their_own_and_escape_closes_one(two_maps):
    page, left, right = two_maps
    for name, drawn in (("first", left), ("second", right)):
        page.evaluate(f"{name}.focusStrike('hama')")
        drawn.locator("[data-strike=hama]").wait_for()
    right.locator("[data-strike=hama]").press("Escape")
    right.locator("[data-strike=hama]").wait_for(state="detached")
    assert left.locator("[data-strike=hama]").is_visible()


def test_two_maps_have_windows_of_their_own_and_keys_move_one(two_maps):
    page, left, right = two_maps
    drag(page, histogram_point(left, 0.3), histogram_point(left, 0.6))
    drag(page, histogram_point(right, 0.3), histogram_point(right, 0.6))
    kept = page.evaluate("first.getRange()")
    page.keyboard.press("Escape")
    assert page.evaluate("second.getRange()") is None
    page.keyboard.press(" ")
    right.get_by_role("button", name="Pause").wait_for()
    assert left.get_by_role("button", name="Pause").count() == 0
    assert page.evaluate("first.getRange()") == kept
    assert page.evaluate("layer.getRange()") is None


def test_a_shape_drawn_on_one_map_chooses_nothing_on_the_other(two_maps):
    page, left, right = two_maps
    page.evaluate("window.chosen = []; first.on('select', () => chosen.push('first'))")
    for drawn in (left, right):
        drawn.get_by_role("button", name="Select an area").click()
    drag(page, (800, 100), (1300, 500))
    right.locator(".strike-list").wait_for()
    assert page.evaluate("chosen") == []
    assert left.get_by_role("button", name="Select an area").get_attribute("aria-pressed") == "true"


def test_one_of_two_maps_goes_and_the_other_works_on(two_maps):
    page, left, _ = two_maps
    page.evaluate("second.destroy()")
    left.get_by_role("button", name="Step ahead").click()
    assert page.evaluate("first.getRange()") == ["2015-09-01", "2015-09-30"]
    left.get_by_role("button", name="List").click()
    left.locator(".strike-list").first.wait_for()


def test_two_maps_on_a_page_do_not_share_a_window(open_map):
    page = open_map(*few_strikes())
    page.evaluate(
        """async () => {
          const second = document.createElement("div");
          second.style.cssText = "height: 500px; width: 700px";
          document.body.append(second);
          const literal = document.querySelector("script[type='text/plain']").text;
          window.other = await strikeMap.mount(second, L, literal);
          other.setRange("2015-09-01", "2015-09-30");
        }"""
    )
    assert page.evaluate("other.getRange()") == ["2015-09-01", "2015-09-30"]
    assert page.evaluate("layer.getRange()") is None
    page.evaluate("other.destroy()")
    assert page.locator(".strike-panel").count() == 1
    page.evaluate("layer.setRange('2020-01-01', '2020-12-31')")
    assert state_of(page)["totals"]["dated"]["located"] == 2
