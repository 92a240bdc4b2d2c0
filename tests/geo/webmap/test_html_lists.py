"""Lists beside the one-file map: one follows it, the totals open trays, the drawing has words."""

from __future__ import annotations

import pytest
from map_pages import click_mark, state_of
from map_strikes import AREA_ONLY, UNDATED, UNLOCATED, claims_of, few_strikes, strikes_of

from gazetteer.tables.loading import read_pack
from geo.land.boundaries import load_boundaries
from geo.land.named_map import make_named_map

TOTALS = ".strike-totals"
HEADING = ".strike-drawer h3"
FOCUSED_TEXT = "document.activeElement.textContent"
ENTRIES = ".strike-drawer .strike-entry"
COUNTRY = {**UNLOCATED, "precision": "country", "match_method": "exact"}


@pytest.fixture(scope="module")
def land():
    return make_named_map(load_boundaries("sy"), read_pack("sy"))


def wait_for_heading(page, text):
    page.get_by_role("heading", name=text, exact=True).wait_for()


def places(count, **others):
    """Return strikes a day and a village apart."""
    return strikes_of(
        **{
            f"s{i:03}": {
                "lon": 36.3 + 0.004 * i, "lat": 35.8, "place_text": f"Village {i}",
                "date_start": f"2016-{1 + i // 28:02}-{1 + i % 28:02}",
            }
            for i in range(count)
        },
        **others,
    )  # fmt: skip


def of_every_sort():
    district = {**AREA_ONLY, "precision": "district", "adm2_code": "SY0705",
                "adm2_name": "Jisr al-Shughur"}  # fmt: skip
    return strikes_of(
        point={},
        idlib={**AREA_ONLY},
        jisr=district,
        jisr_two={**district, "date_start": "2020-10-01"},
        country={**COUNTRY, "match_reason": "only the country is told"},
        country_two={**COUNTRY, "date_start": "2020-09-01"},
        nowhere={**UNLOCATED, "match_reason": "a vague name"},
        undated_country={**COUNTRY, **UNDATED},
        undated_area={**UNDATED, **AREA_ONLY},
    )


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


def test_the_badge_of_a_governorate_lists_its_districts(open_map):
    page = open_map(of_every_sort(), claims_of())
    click_mark(page, state_of(page)["badges"][0])
    wait_for_heading(page, "Idlib: 3 known only to the area")
    headings = page.locator(".strike-drawer h4").all_inner_texts()
    assert headings == ["District not known: 1", "Jisr al-Shughur district: 2"]


def test_the_unlocated_are_listed_by_why_and_with_their_reasons(open_map):
    page = open_map(of_every_sort(), claims_of())
    page.get_by_role("button", name="4 unlocated").click()
    wait_for_heading(page, "4 not located")
    headings = page.locator(".strike-drawer h4").all_inner_texts()
    assert headings == ["Known only to the country: 3", "Not placed: 1"]
    for reason in ("only the country is told", "a vague name"):
        assert page.locator(".strike-reason", has_text=reason).count() == 1


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


def test_a_long_list_shows_fifty_and_keeps_what_was_asked_for_beyond(open_map):
    page = open_map(places(130), claims_of())
    page.get_by_role("button", name="List").click()
    wait_for_heading(page, "130 strikes")
    assert page.locator(ENTRIES).count() == 50
    page.get_by_role("button", name="Show more").click()
    page.evaluate("layer.setRange('2016-01-02', '2016-12-31')")
    wait_for_heading(page, "129 strikes")
    assert page.locator(ENTRIES).count() == 100


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
    page.locator(".strike-map").focus()
    page.keyboard.press("Tab")
    assert shortcut.bounding_box()["width"] > 50
    page.keyboard.press("Enter")
    wait_for_heading(page, "11 strikes")
    assert page.evaluate("document.activeElement.className") == "strike-drawer"


def test_the_focus_goes_into_a_strike_and_back_the_way_it_came(open_map):
    page = open_map(*few_strikes())
    page.get_by_role("button", name="List", exact=True).press("Enter")
    wait_for_heading(page, "11 strikes")
    tip = page.locator(".leaflet-popup-tip")
    for name, pointed in (("al-Lataminah", True), ("Several towns", False)):
        entry = page.locator(ENTRIES, has_text=name)
        entry.press("Enter")
        page.wait_for_function("document.activeElement.dataset.strike")
        assert tip.is_visible() == pointed
        page.keyboard.press("Escape")
        page.locator("[data-strike]").wait_for(state="detached")
        assert entry.evaluate("entry => entry === document.activeElement")
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED_TEXT) == "List"
    assert page.locator(".strike-drawer").is_hidden()


def test_the_drawing_has_words_that_follow_after_rest(open_map):
    page = open_map(of_every_sort(), claims_of(), title="Strikes of every sort")
    picture = page.get_by_role("img", name="Strikes of every sort.")
    picture.wait_for()
    words = picture.get_attribute("aria-label")
    for said in (
        "1 September 2020 – 26 October 2020.",
        "1 of 9 located · 4 area only · 4 unlocated · 2 of 9 undated.",
        "In this view: 1 of 1 located and dated, 3 of 3 area only and dated.",
        "Drawn: 1 circle; badges of areas: Idlib: 3;",
        "a badge of the country: Syria (country only): 2.",
    ):
        assert said in words
    voice = page.locator(".strike-map [role=status]")
    assert voice.inner_text() == "1 of 9 located · 4 area only · 4 unlocated · 2 of 9 undated"
    assert voice.bounding_box()["width"] <= 1
    in_the_step = page.evaluate(
        """() => {
          layer.setRange("2020-10-01", "2020-10-10");
          return document.querySelector(".strike-map [role=status]").textContent;
        }"""
    )
    assert in_the_step == "1 of 9 located · 4 area only · 4 unlocated · 2 of 9 undated"
    page.get_by_role("img", name="1 October 2020 – 10 October 2020.").wait_for()
    assert voice.inner_text() == "0 of 3 located · 2 area only · 1 unlocated · 2 of 3 undated"
    page.evaluate("layer.setMode('show', 'areas')")
    page.get_by_role("img", name="1 governorate shaded").wait_for()
