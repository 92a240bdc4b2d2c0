"""The list of the one-file map that follows the view, and the way of the focus."""

from __future__ import annotations

import pytest
from map_pages import (
    click_mark,
    state_of,
    wait_for_heading,
)
from map_strikes import (
    claims_of,
    few_strikes,
    places,
    strikes_of,
)

HEADING = ".strike-drawer h3"
FOCUSED_TEXT = "document.activeElement.textContent"
BODY = ".strike-drawer-body:not([hidden])"
ENTRIES = ".strike-drawer .strike-entry"


@pytest.fixture
def land(named_land):
    return named_land


def test_the_undated_and_the_unlocated_are_in_the_list(open_map):
    page = open_map(*few_strikes())
    page.get_by_role("button", name="List").click()
    entries = page.locator(".strike-entry")
    entries.first.wait_for()
    assert entries.count() == 11
    assert page.get_by_text("a vague name").count() == 1


def test_a_list_says_no_day_where_only_the_month_is_known(open_map):
    rows = {
        "campaign": {"date_start": "2019-12-01", "date_end": "2020-03-31",
                     "date_precision": "month"},
        "month": {"date_start": "2020-07-01", "date_end": "2020-07-31", "date_precision": "month"},
        "week": {"date_start": "2020-07-13", "date_end": "2020-07-19", "date_precision": "week"},
    }  # fmt: skip
    page = open_map(strikes_of(**rows), claims_of())
    page.get_by_role("button", name="List").click()
    entries = page.locator(".strike-entry small")
    entries.first.wait_for()
    days = [text.split(" · ")[0] for text in entries.all_inner_texts()]
    assert days == ["Dec 2019 – Mar 2020", "Jul 2020", "13–19 Jul 2020"]


def test_the_list_of_strikes_in_view_follows_the_slider_and_the_view(open_map):
    page = open_map(places(20), claims_of())
    page.get_by_role("button", name="List").click()
    wait_for_heading(page, "20 strikes")
    page.evaluate("layer.setRange('2016-01-01', '2016-01-05')")
    wait_for_heading(page, "5 strikes")
    assert page.locator(ENTRIES).count() == 5
    page.evaluate("void layer.map.setView([35.8, 36.3], 18, { animate: false })")
    wait_for_heading(page, "1 strike")
    assert page.locator(f"{HEADING} [aria-live=polite]").inner_text() == "1 strike"
    assert page.get_by_role("heading", name="In view: 1 of 5").is_visible()


def test_a_step_itself_leaves_the_list_alone(open_map):
    page = open_map(places(20), claims_of())
    page.get_by_role("button", name="List").click()
    wait_for_heading(page, "20 strikes")
    in_the_step = page.evaluate(
        """() => {
          layer.setRange("2016-01-01", "2016-01-05");
          return document.querySelector(".strike-drawer h3").textContent;
        }"""
    )
    assert in_the_step == "20 strikes"
    wait_for_heading(page, "5 strikes")


def test_focus_and_scrolling_stay_while_the_focused_strike_does(open_map):
    page = open_map(places(40), claims_of())
    page.get_by_role("button", name="List").click()
    wait_for_heading(page, "40 strikes")
    page.locator(BODY).evaluate("body => { body.scrollTop = 29 * 48; }")
    page.get_by_role("button", name="Village 30 ").focus()
    place = "document.activeElement.getBoundingClientRect().top"
    before = page.evaluate(place)
    page.evaluate("layer.setRange('2016-01-06', '2016-02-12')")
    wait_for_heading(page, "35 strikes")
    assert page.evaluate("document.activeElement.firstChild.textContent") == "Village 30"
    assert page.evaluate(place) == pytest.approx(before, abs=2)
    page.evaluate("layer.setRange('2016-01-06', '2016-01-10')")
    wait_for_heading(page, "5 strikes")
    assert page.evaluate("document.activeElement.className") == "strike-drawer"


def test_of_a_long_list_only_what_is_seen_is_in_the_page_and_arrows_reach_the_end(open_map):
    page = open_map(places(300), claims_of())
    page.get_by_role("button", name="List").click()
    wait_for_heading(page, "300 strikes")
    assert page.locator(ENTRIES).count() < 50
    first = page.locator(ENTRIES).first
    first.focus()
    page.keyboard.press("End")
    page.wait_for_function("document.activeElement.textContent.startsWith('Village 299')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(FOCUSED_TEXT).startswith("Village 298")
    assert page.locator(ENTRIES).count() < 50
    page.get_by_label("Sort the list").select_option("newest")
    page.locator(BODY).evaluate("body => { body.scrollTop = 0; }")
    page.get_by_role("button", name="Village 299 ").wait_for()
    page.locator(ENTRIES).first.focus()
    page.keyboard.press("Home")
    assert page.evaluate(FOCUSED_TEXT).startswith("Village 299")


def test_the_list_of_a_cluster_stays_what_was_clicked(open_map):
    page = open_map(*few_strikes())
    page.evaluate("void layer.map.setView([36.049, 36.452], 12, { animate: false })")
    click_mark(page, next(mark for mark in state_of(page)["clusters"] if mark["count"] == 2))
    page.get_by_role("heading", name="2 strikes at this place").wait_for()
    page.evaluate("layer.setRange('2015-09-01', '2015-09-30')")
    page.wait_for_function("document.querySelector('canvas[aria-label*=\"September 2015.\"]')")
    assert page.locator(ENTRIES).count() == 2


def test_the_first_stop_of_the_keyboard_lists_the_strikes_in_view(open_map):
    page = open_map(*few_strikes())
    shortcut = page.get_by_role("link", name="List the strikes in view")
    assert shortcut.bounding_box()["width"] <= 1
    page.keyboard.press("Tab")
    assert shortcut.bounding_box()["width"] > 50
    page.keyboard.press("Enter")
    wait_for_heading(page, "11 strikes")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "11 strikes"


def test_the_focus_goes_into_a_strike_and_back_the_way_it_came(open_map):
    page = open_map(*few_strikes())
    page.get_by_role("button", name="List", exact=True).press("Enter")
    wait_for_heading(page, "11 strikes")
    for name in ("al-Lataminah", "Several towns"):
        entry = page.locator(ENTRIES, has_text=name)
        entry.press("Enter")
        page.wait_for_function("document.activeElement.dataset.strike")
        page.keyboard.press("Alt+ArrowLeft")
        page.wait_for_function(
            "(name) => document.activeElement.textContent.startsWith(name)", arg=name
        )
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED_TEXT) == "List"
    assert page.locator(".strike-drawer").is_hidden()
