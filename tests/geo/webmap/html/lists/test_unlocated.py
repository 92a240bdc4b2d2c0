"""The lists that the totals of the one-file map open: area only, unlocated, undated."""

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
    said = "6 of 11 located · 3 area only · 2 unlocated · 3 of 11 undated"
    assert page.inner_text(TOTALS) == said
    for name, heading, count in (
        ("3 area only", "3 known only to an area", 3),
        ("2 unlocated", "2 not located", 2),
        ("3 of 11 undated", "3 undated", 3),
    ):
        page.get_by_role("button", name=name).press("Enter")
        wait_for_heading(page, heading)
        assert page.locator(ENTRIES).count() == count
    assert page.inner_text(TOTALS) == said


def test_a_part_that_counts_nothing_opens_nothing_and_keeps_the_focus(open_map):
    page = open_map(strikes_of(one={}, area={**AREA_ONLY, "date_start": "2020-09-01"}), claims_of())
    page.get_by_role("button", name="1 area only").focus()
    page.evaluate("layer.setRange('2020-10-01', '2020-10-31')")
    assert page.inner_text(TOTALS) == "1 of 1 located · 0 area only · 0 unlocated · 0 of 1 undated"
    assert page.locator(f"{TOTALS} button[aria-disabled=true]").count() == 3
    assert page.evaluate(FOCUSED_TEXT) == "0 area only"
    page.keyboard.press("Enter")
    page.evaluate("layer.strikes.texts().then(() => null)")
    assert page.locator(".strike-drawer").is_hidden()


def test_area_only_strikes_are_listed_by_governorate_and_district(open_map):
    page = open_map(of_every_sort(), claims_of())
    page.get_by_role("button", name="4 area only").click()
    headings = page.locator(".strike-drawer h4")
    headings.first.wait_for()
    assert headings.all_inner_texts() == ["Idlib: 2", "Idlib, Jisr al-Shughur district: 2"]


def test_the_unlocated_are_listed_by_why_and_with_their_reasons(open_map):
    page = open_map(of_every_sort(), claims_of())
    page.get_by_role("button", name="4 unlocated").click()
    wait_for_heading(page, "4 not located")
    headings = page.locator(".strike-drawer h4").all_inner_texts()
    assert headings == ["Known only to the country: 3", "Not placed: 1"]
    for reason in ("only the country is named", "a vague name"):
        assert page.locator(".strike-reason", has_text=reason).count() == 1
