"""Popups of the one-file map: what they say, where they stand, nothing of the data run."""

from __future__ import annotations

import pytest
from map_pages import click_mark, picture_of, state_of
from map_strikes import HOSTILE, claims_of, few_strikes, strikes_of

from geo.webmap.payload.encode import View

POPUP = ".strike-popup"


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=str)
def test_a_strike_opened_from_a_list_is_not_covered(open_map, size):
    page = open_map(*few_strikes(), size=size, title="Strikes", view=View(36.452, 36.049, 9))
    [cluster] = [mark for mark in state_of(page)["clusters"] if mark["count"] == 2]
    click_mark(page, cluster)
    drawer = page.locator(".strike-drawer")
    page.get_by_role("heading", name="2 strikes at this place").wait_for()
    ground = page.locator(".leaflet-container").bounding_box()
    beside = drawer.bounding_box()["x"] >= ground["x"] + ground["width"]
    under = drawer.bounding_box()["y"] >= ground["y"] + ground["height"]
    assert beside or under, "the drawer takes its room from the map"
    page.get_by_role("button", name="70–100 killed").click()
    page.locator("[data-strike=duwaylah]").wait_for()
    page.wait_for_function("document.activeElement.dataset.strike === 'duwaylah'")
    page.wait_for_function("!layer.map._panAnim?._inProgress")
    for place in ("left", "right", "top", "title", "close"):
        assert covered_at(page, place) is None
    [mark] = [mark for mark in state_of(page)["clusters"] if mark["count"] == 2]
    assert mark["y"] + mark["radius"] < page.locator(".strike-panel").bounding_box()["y"]


def covered_at(page, place):
    """Return the class of what lies over an edge, title or button of a popup; None for nothing."""
    return page.evaluate(
        """(place) => {
          const popup = document.querySelector(".leaflet-popup");
          const boxOf = (name) => popup.querySelector(name).getBoundingClientRect();
          const { left, right, top, bottom } = boxOf(".leaflet-popup-content-wrapper");
          const [across, down] = [(left + right) / 2, (top + bottom) / 2];
          const [title, close] = ["h3", ".leaflet-popup-close-button"].map(boxOf);
          const sides = {
            left: [left + 3, down], right: [right - 3, down], top: [across, top + 8],
            title: [title.left + 3, (title.top + title.bottom) / 2],
            close: [(close.left + close.right) / 2, (close.top + close.bottom) / 2],
          };
          const seen = document.elementFromPoint(...sides[place]);
          return popup.contains(seen) ? null : seen.className;
        }""",
        place,
    )


def test_the_popup_says_what_is_known(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.focusStrike('duwaylah')")
    popup = page.locator(POPUP)
    popup.wait_for()
    shown = popup.inner_text()
    for said in ("Killed 70–100", "injured not reported", "found by its name; within about 2 km"):
        assert said in shown
    text = popup.text_content()
    for said in (
        "Duwaylah", "الدويلة", "Airstrike, 26 October 2020", "Russia (alleged)", "70–100", "160+",
        "not reported", "within about 2 km", "same name, same governorate",
        "SOHR in A Paper: A headline, 2020-10-26", "“at least 70, perhaps 100”", "A witness",
    ):  # fmt: skip
        assert said in text
    links = popup.locator("a").evaluate_all("links => links.map((link) => link.href)")
    assert links == ["https://example.org/a"]


def test_the_popup_says_what_the_table_says_besides(open_map):
    row = {
        "place_text": "Tyre", "adm1_code": None, "adm1_name": None, "country_text": "Lebanon",
        "strikes_min": 3, "strikes_max": 5, "note": "Smoke <b>was</b> seen.",
        "reading_note": "killed 'some' is no whole number: left empty",
        "source_codes": "where_prec 1", "killed_min": None, "corrected": "kind shelling",
    }  # fmt: skip
    strikes = strikes_of(several=row, meeting={"not_strike": "Protests", "note": "A march."})
    page = open_map(strikes, claims_of({"strike_id": "several", "claimant": "A monitor"}))
    page.evaluate("layer.focusStrike('several')")
    page.locator("[data-strike=several]").wait_for()
    text = page.locator(POPUP).text_content()
    for said in (
        "Tyre, Lebanon", "stands for 3–5 strikes", "Smoke <b>was</b> seen.",
        "killed 'some' is no whole number: left empty", "where_prec 1", "kind shelling",
    ):  # fmt: skip
        assert said in text
    page.evaluate("layer.focusStrike('meeting')")
    page.locator("[data-strike=meeting]").wait_for()
    said = page.locator("[data-strike=meeting]").inner_text()
    assert "No strike: Protests, 26 October 2020" in said


def test_a_popup_is_silent_on_what_the_table_does_not_say(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.focusStrike('hama')")
    page.locator("[data-strike=hama]").wait_for()
    text = page.locator(POPUP).text_content()
    for absent in ("stands for", "No strike", "Not read", "Corrected", "Codes of the source"):
        assert absent not in text


def test_a_shared_toll_is_not_told_twice(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.focusStrike('second')")
    page.get_by_text("counted with duwaylah").wait_for()


def test_hostile_texts_arrive_byte_for_byte_and_nothing_runs(open_map):
    rows = {
        f"h{i}": {"place_text": text, "place_name": text, "actor": text}
        for i, text in enumerate(HOSTILE)
    }
    claims = claims_of(
        *({"strike_id": id_, "claimant": row["actor"], "title": row["actor"]}
          for id_, row in rows.items())
    )  # fmt: skip
    title = " ".join(HOSTILE)
    page = open_map(strikes_of(**rows), claims, title=title, sources=HOSTILE)
    text_of = "(selector) => document.querySelector(selector).textContent"
    assert page.evaluate(text_of, ".strike-title") == title
    for id_, row in rows.items():
        page.evaluate("(id) => layer.focusStrike(id)", id_)
        page.locator(f"[data-strike={id_}]").wait_for()
        assert page.evaluate(text_of, f"[data-strike={id_}] h3") == row["place_name"]
        assert page.evaluate(text_of, f"[data-strike={id_}] b") == row["actor"]
    assert page.locator(".strike-popup img, .strike-popup script").count() == 0
    assert picture_of(page).width > 0


def test_a_right_click_shows_the_coordinates(open_map):
    page = open_map(*few_strikes(), view=View(38, 35, 7))
    middle = page.locator(".leaflet-container").bounding_box()["height"] / 2
    page.locator(".leaflet-container").click(position={"x": 640, "y": middle - 80}, button="right")
    shown = page.locator(".strike-coordinates span")
    shown.wait_for()
    lat, lon = map(float, shown.inner_text().split(", "))
    assert abs(lon - 38) < 0.01
    assert 35.5 < lat < 36.5


def test_on_a_phone_a_tapped_entry_opens_its_strike(open_map):
    page = open_map(*few_strikes(), size=(390, 844), touch=True)
    page.get_by_role("button", name="List").tap()
    page.get_by_role("button", name="70–100 killed").tap()
    page.locator("[data-strike=duwaylah]").wait_for()
    page.wait_for_function("!layer.map._panAnim?._inProgress")
    assert page.locator(".strike-popup").count() == 1
    assert page.locator(".strike-drawer").is_hidden()


def test_a_strike_that_is_asked_for_is_shown_even_outside_the_window(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.setRange('2020-01-01', '2020-12-31')")
    assert page.evaluate("layer.focusStrike('hama')") is True
    page.locator("[data-strike=hama]").wait_for()
    state = state_of(page)
    assert state["range"] is None
    assert state["view"]["zoom"] == 11
    assert page.evaluate("layer.focusStrike('no such strike')") is False
