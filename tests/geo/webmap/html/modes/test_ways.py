"""The ways to show of the one-file map, in the browser."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from map_pages import show_land, state_of
from map_strikes import AREA_ONLY, claims_of, few_strikes, strikes_of

from geo.strikes.filters import Filters
from geo.strikes.totals import count_totals

MIDDLE_OF_FIRST_AREA = """() => {
  const { world, left, top } = layer.getFrame();
  const [x, y] = layer.marks.shaded.areas[0].area.labelPoint;
  return [x * world - left, y * world - top];
}"""


def test_governorates_shaded_by_count_hold_located_and_area_only(open_map):
    page = open_map(*few_strikes())
    page.get_by_label("Show", exact=True).select_option("areas")
    state = state_of(page)
    assert state["clusters"] == []
    assert {area["name"]: area["count"] for area in state["areas"]} == {
        "Idlib": 2, "Hama": 1, "Deir ez-Zor": 1, "Homs": 1, "Latakia": 2,
    }  # fmt: skip
    assert state["without"] == 0
    legend = page.locator(".strike-scale-part")
    assert legend.locator("li").all_inner_texts() == ["1", "2"]
    dated = sum(state["totals"]["dated"].values())
    told = f"7 of {dated} strikes with a date in the period are in these governorates"
    assert told in legend.inner_text()
    named = "[...layer.marks.shaded.named].map(({ name }) => name)"
    assert "Idlib" in page.evaluate(named)
    page.get_by_label("Size").select_option("killed_max")
    texts = {area["name"]: area["text"] for area in state_of(page)["areas"]}
    assert texts["Idlib"] == "70–100"
    assert texts["Hama"] == "–"


def test_the_density_holds_every_located_row_in_view(open_map):
    page = open_map(*few_strikes())
    page.get_by_label("Show", exact=True).select_option("density")
    state = state_of(page)
    assert sum(state["squares"]) == state["totals"]["dated"]["located"] == 5
    assert [badge["name"] for badge in state["badges"]] == ["Latakia"]
    legend = page.locator(".strike-scale-part").inner_text()
    assert "a square is about" in legend
    assert "5 of 5 located and dated strikes are in these squares" in legend


def test_the_ways_to_show_that_the_maker_chose_come_first(open_map):
    page = open_map(*few_strikes(), modes={"size": "killed_max", "colour": "actor"})
    assert page.get_by_label("Size").input_value() == "killed_max"
    assert state_of(page)["modes"]["colour"] == "actor"


@pytest.mark.parametrize("show", ["clusters", "areas", "density"])
def test_the_map_counts_as_python_does_on_any_window(open_map, show):
    strikes, claims = few_strikes()
    page = open_map(strikes, claims)
    page.get_by_label("Show", exact=True).select_option(show)
    days = [date(2015, 8, 31), date(2015, 9, 1), date(2015, 9, 30), date(2015, 10, 1),
            date(2016, 2, 1), date(2020, 7, 14), date(2020, 10, 26)]  # fmt: skip
    for start, end in itertools.combinations_with_replacement(days, 2):
        page.evaluate("(days) => layer.setRange(...days)", [start.isoformat(), end.isoformat()])
        expected = count_totals(strikes, Filters(date_from=start, date_to=end))
        state = state_of(page)
        totals = state["totals"]
        assert (totals["located"], totals["areaOnly"], totals["unlocated"], totals["rows"]) == (
            expected.located, expected.area_only, expected.unlocated, expected.rows,
        )  # fmt: skip
        drawn = {
            "clusters": sum(mark["count"] for mark in state["clusters"]) + state["outside"],
            "areas": sum(area["count"] for area in state["areas"] or ()) + state["without"],
            "density": sum(state["squares"] or ()),
        }[show]
        badges = sum(badge["count"] for badge in state["badges"])
        assert drawn + badges == totals["dated"]["located"] + totals["dated"]["areaOnly"]


def test_an_area_shows_no_toll_of_what_is_not_located(open_map):
    toll = {"killed_min": 5, "killed_max": 9}
    lost = {
        **AREA_ONLY,
        "precision": "unknown",
        "location_status": "unlocated",
        "match_method": "vague",
    }
    page = open_map(
        strikes_of(a={"killed_min": 1, "killed_max": 1}, b={**lost, **toll}), claims_of()
    )
    page.get_by_label("Show", exact=True).select_option("areas")
    page.get_by_label("Size", exact=True).select_option("killed_max")
    assert [area["text"] for area in state_of(page)["areas"]] == ["1"]


def test_areas_told_by_one_source_list_what_it_tells_of(open_map):
    rows = {f"s{i}": {"date_start": f"2016-01-0{i + 1}"} for i in range(4)}
    claims = claims_of(
        {"strike_id": "s0", "claimant": "SOHR"}, {"strike_id": "s0", "claimant": "SOHR"},
        {"strike_id": "s1", "claimant": "SOHR"}, {"strike_id": "s1", "outlet": "A Paper"},
        {"strike_id": "s2", "outlet": "A Paper"},
    )  # fmt: skip
    page = open_map(strikes_of(**rows), claims)
    show_land(page)
    page.get_by_label("Show", exact=True).select_option("areas")
    options = page.get_by_label("Told by").locator("option")
    options.nth(3).wait_for(state="attached")
    assert options.all_inner_texts() == [
        "all sources",
        "A Paper: 2",
        "SOHR: 2",
        "no source given: 1",
    ]
    page.get_by_label("Size", exact=True).select_option("per_source")
    page.wait_for_function("layer.getState().areas[0].text === '4 by 3'")
    page.get_by_label("Told by").select_option("SOHR")
    page.wait_for_function("layer.getState().areas[0].text === '2'")
    assert (
        page.locator(".strike-notes").inner_text() == "Told by SOHR: 2 of 4 strikes in this period"
    )
    page.mouse.click(*page.evaluate(MIDDLE_OF_FIRST_AREA))
    page.get_by_role("heading", name="Idlib: 2 strikes").wait_for()
    assert page.locator(".strike-entry").count() == 2
    page.get_by_label("Show", exact=True).select_option("clusters")
    assert page.get_by_label("Told by").is_hidden()
    assert page.locator(".strike-notes").is_hidden()
