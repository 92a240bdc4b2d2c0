"""Badges of the one-file map: of areas, of the country, of what no area of the map holds."""

from __future__ import annotations

import pytest
from map_pages import (
    click_mark,
    show_land,
    state_of,
    wait_for_heading,
)
from map_strikes import (
    AREA_ONLY,
    claims_of,
    few_strikes,
    of_every_sort,
    strikes_of,
)

from geo.webmap.payload.encode import View


@pytest.fixture
def land(named_land):
    return named_land


def test_a_badge_lists_what_is_known_only_to_the_area(open_map):
    page = open_map(*few_strikes())
    click_mark(page, state_of(page)["badges"][0])
    page.get_by_role("heading", name="Latakia: 2 known only to the area").wait_for()


def test_badges_stand_clear_of_the_legend(open_map):
    page = open_map(*few_strikes(), title="Strikes " * 12, view=View(35.6, 36.6, 7))
    covers = page.evaluate("layer.panel.coverBoxes()")
    assert len(covers) == 3, "legend, zoom and search alone lie over the map"
    for badge in page.evaluate("layer.getState().badges"):
        for box in covers:
            apart = (
                badge["right"] <= box["left"] or badge["left"] >= box["right"]
                or badge["bottom"] <= box["top"] or badge["top"] >= box["bottom"]
            )  # fmt: skip
            assert apart


def test_the_badge_of_a_governorate_lists_its_districts(open_map):
    page = open_map(of_every_sort(), claims_of())
    show_land(page)
    click_mark(page, state_of(page)["badges"][0])
    wait_for_heading(page, "Idlib: 3 known only to the area")
    headings = page.locator(".strike-drawer h4").all_inner_texts()
    assert headings == ["District not known: 1", "Jisr al-Shughur district: 2"]


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=str)
def test_the_country_has_a_badge_of_the_screen_that_adds_nothing_to_the_sum(open_map, size):
    page = open_map(of_every_sort(), claims_of(), size=size, title="Strikes of every sort")
    state = state_of(page)
    badge, totals = state["countryOnly"], state["totals"]
    assert badge["text"] == "Syria (country only): 2"
    assert totals["dated"]["unlocated"] == 3
    drawn = sum(mark["count"] for mark in state["clusters"] + state["badges"])
    dated = drawn + state["outside"] + totals["dated"]["unlocated"]
    assert dated + totals["undated"] == totals["rows"] == 9
    page.evaluate("void layer.map.setView([33.5, 40], 9, { animate: false })")
    moved = state_of(page)["countryOnly"]
    assert (moved["left"], moved["top"]) == (badge["left"], badge["top"])
    title = page.locator(".strike-title").bounding_box()
    assert badge["top"] >= title["y"] + title["height"]
    click_mark(page, moved)
    wait_for_heading(page, "Syria: 2 known only to the country")


def test_the_countrys_badge_follows_the_window(open_map):
    page = open_map(of_every_sort(), claims_of())
    page.evaluate("layer.setRange('2020-10-01', '2020-10-31')")
    assert state_of(page)["countryOnly"]["text"] == "Syria (country only): 1"
    page.evaluate("layer.setRange('2020-10-01', '2020-10-10')")
    assert state_of(page)["countryOnly"] is None


def test_what_no_area_of_the_map_holds_is_told_at_its_edge_and_listed(open_map):
    strikes = strikes_of(
        here={**AREA_ONLY},
        away={**AREA_ONLY, "adm1_code": "XX01", "adm1_name": "Elsewhere"},
        farther={**AREA_ONLY, "adm1_code": "XX02", "adm1_name": None},
        point={"adm1_code": None, "adm1_name": None},
    )
    page = open_map(strikes, claims_of())
    [beyond] = [
        badge for badge in state_of(page)["badges"] if badge["name"] == "Area not on the map"
    ]
    assert beyond["count"] == 2
    page.mouse.click(beyond["left"] + 20, beyond["top"] + 10)
    page.get_by_role("heading", name="Area not on the map: 2 known only to the area").wait_for()
    assert page.locator(".strike-entry").count() == 2
    page.get_by_role("button", name="Close the list").click()
    page.get_by_label("Show", exact=True).select_option("areas")
    [beyond] = state_of(page)["badges"]
    assert (beyond["name"], beyond["count"]) == ("In no area of the map", 3)
    page.mouse.click(beyond["left"] + 20, beyond["top"] + 10)
    page.get_by_role("heading", name="In no area of the map: 3 strikes").wait_for()
