"""The panel of the one-file map: what it leaves free, on a phone too; the drawing in words."""

from __future__ import annotations

import pytest
from map_pages import WORDS_OF_PICTURE, show_land, state_of
from map_strikes import (
    claims_of,
    few_strikes,
    of_every_sort,
)


@pytest.fixture
def land(named_land):
    return named_land


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=str)
def test_home_leaves_the_country_free_of_the_panel(open_map, size):
    page = open_map(*few_strikes(), size=size, title="Strikes")
    show_land(page)
    lowest = page.evaluate(
        """() => { const { home } = layer.baseMap; const { world, top } = layer.getFrame();
        return home.bottom * world - top; }"""
    )
    assert lowest < page.locator(".strike-panel").bounding_box()["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_map_slider_and_totals(open_map, scheme):
    page = open_map(*few_strikes(), size=(390, 844), scheme=scheme, touch=True, title="Strikes")
    panel = page.locator(".strike-panel").bounding_box()
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= 390
    assert panel["height"] < 844 / 3
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    cluster = max(state_of(page)["clusters"], key=lambda mark: mark["count"])
    page.touchscreen.tap(cluster["x"], cluster["y"])
    page.wait_for_function("layer.map.getZoom() > 7 || document.querySelector('.strike-read')")


def test_the_drawing_has_words_that_follow_after_rest(open_map):
    page = open_map(of_every_sort(), claims_of(), title="Strikes of every sort")
    show_land(page)
    picture = page.get_by_role("img", name="Strikes of every sort.")
    picture.wait_for()
    words = picture.get_attribute("aria-label")
    for said in (
        "1 September 2020 – 26 October 2020.",
        "1 of 9 located · killed: not reported in any row · 4 known only to an area · "
        "4 not located · 2 of 9 undated.",
        "In this view: 1 of 1 located and dated, 3 of 3 known only to an area and dated.",
        "Drawn: 1 circle; badges of areas: Idlib: 3;",
        "a badge of the country: Syria (country only): 2.",
    ):
        assert said in words
    voice = page.locator(".strike-map [role=status]")
    said = (
        "1 of 9 located · killed: not reported in any row · "
        "4 known only to an area · 4 not located · 2 of 9 undated"
    )
    assert voice.inner_text() == said
    assert voice.bounding_box()["width"] <= 1
    in_the_step = page.evaluate(
        """() => {
          layer.setRange("2020-10-01", "2020-10-10");
          return document.querySelector(".strike-map [role=status]").textContent;
        }"""
    )
    assert in_the_step == said
    page.get_by_role("img", name="1 October 2020 – 10 October 2020.").wait_for()
    assert voice.inner_text() == (
        "0 of 1 located · killed: not reported in any row · "
        "1 known only to an area · 0 not located · 2 undated left out"
    )
    page.evaluate("layer.setMode('show', 'areas')")
    page.get_by_role("img", name="1 governorate shaded").wait_for()


def test_what_lies_outside_the_view_is_offered_and_the_map_does_not_move_by_itself(open_map):
    page = open_map(*few_strikes())
    fit = page.locator(".strike-fit")
    assert fit.is_hidden()
    page.evaluate("layer.map.setView([33, 44], 9, { animate: false })")
    fit.get_by_text("Show all 5").wait_for()
    fit.click()
    fit.wait_for(state="hidden")
    assert state_of(page)["outside"] == 0


def test_notes_on_the_data_stand_in_the_panel_and_in_the_picture(open_map):
    page = open_map(*few_strikes(), title="Strikes", notes=("All 3 rows stand for 9 strikes.",))
    note = page.locator(".strike-credit").inner_text()
    assert "All 3 rows stand for 9 strikes. Boundaries" in note
    assert any("stand for 9 strikes" in words for words in page.evaluate(WORDS_OF_PICTURE))


def test_what_plays_is_said_once_it_stops(open_map):
    page = open_map(*few_strikes(), title="Strikes")
    page.get_by_role("group", name="Map: arrow keys move it").wait_for()
    page.evaluate(
        """() => {
          const line = document.querySelector(".strike-live");
          [window.said, window.steps] = [[], 0];
          new MutationObserver(() => said.push(line.textContent))
            .observe(line, { childList: true, characterData: true, subtree: true });
          layer.on("range", () => (steps += 1));
        }"""
    )
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("steps >= 3")  # each rests longer than what is said waits for
    assert page.evaluate("said") == []
    page.get_by_role("button", name="Pause").click()
    page.wait_for_function("said.length === 1")
