"""The lists that the totals of the one-file map open: in an area only, not located, undated."""

from __future__ import annotations

import pytest
from map_pages import wait_for_heading
from map_strikes import (
    AREA_ONLY,
    claims_of,
    few_strikes,
    of_every_sort,
    strikes_of,
)

TOTALS = ".strike-totals"
FOCUSED_TEXT = "document.activeElement.textContent"
ENTRIES = ".strike-drawer .strike-entry"


@pytest.fixture
def land(named_land):
    return named_land


def test_the_totals_read_as_ever_and_their_parts_open_lists(open_map):
    page = open_map(*few_strikes())
    said = (
        "6 of 11 located · 70–100 reported killed in 1 of 11 · "
        "3 known only to an area · 2 not located · 3 of 11 undated"
    )
    assert page.inner_text(TOTALS) == said
    for name, heading, count in (
        ("3 known only to an area", "3 known only to an area", 3),
        ("2 not located", "2 not located", 2),
        ("3 of 11 undated", "3 undated", 3),
    ):
        page.get_by_role("button", name=name).press("Enter")
        wait_for_heading(page, heading)
        assert page.locator(ENTRIES).count() == count
    assert page.inner_text(TOTALS) == said


def test_a_part_that_counts_nothing_opens_nothing_and_keeps_the_focus(open_map):
    page = open_map(strikes_of(one={}, area={**AREA_ONLY, "date_start": "2020-09-01"}), claims_of())
    page.get_by_role("button", name="1 known only to an area").focus()
    page.evaluate("layer.setRange('2020-10-01', '2020-10-31')")
    none = "killed: not reported in any row"
    assert page.inner_text(TOTALS) == (
        f"1 of 1 located · {none} · 0 known only to an area · 0 not located · 0 of 1 undated"
    )
    assert page.locator(f"{TOTALS} button[aria-disabled=true]").count() == 3
    assert page.evaluate(FOCUSED_TEXT) == "0 known only to an area"
    page.keyboard.press("Enter")
    page.evaluate("layer.strikes.texts().then(() => null)")
    assert page.locator(".strike-drawer").is_hidden()


def test_the_undated_are_listed_though_a_period_leaves_them_out(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.setRange('2015-09-01', '2015-09-30')")
    assert page.inner_text(TOTALS).startswith("2 of 3 located · ")
    page.get_by_role("button", name="3 undated left out").click()
    wait_for_heading(page, "3 undated, in no count of a period")
    assert page.locator(ENTRIES).count() == 3
    page.get_by_role("button", name="1 known only to an area").click()
    wait_for_heading(page, "1 known only to an area")


def test_area_only_strikes_are_listed_by_governorate_and_district(open_map):
    page = open_map(of_every_sort(), claims_of())
    page.get_by_role("button", name="4 known only to an area").click()
    headings = page.locator(".strike-drawer h4")
    headings.first.wait_for()
    assert headings.all_inner_texts() == ["Idlib: 2", "Idlib, Jisr al-Shughur district: 2"]


def test_the_unlocated_are_listed_by_why_and_with_their_reasons(open_map):
    page = open_map(of_every_sort(), claims_of())
    page.get_by_role("button", name="4 not located").click()
    wait_for_heading(page, "4 not located")
    headings = page.locator(".strike-drawer h4").all_inner_texts()
    assert headings == ["Known only to the country: 3", "Not placed: 1"]
    for reason in ("only the country is named", "a vague name"):
        assert page.locator(".strike-reason", has_text=reason).count() == 1
