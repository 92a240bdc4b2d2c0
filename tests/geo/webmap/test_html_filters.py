"""The one-file map's own filters: Python's rows, in place, in the address, in the picture."""

from __future__ import annotations

from dataclasses import asdict
from random import Random

from map_pages import FIND_MAP, READY, state_of, words_of_picture
from map_strikes import UNLOCATED, claims_of, few_strikes, strikes_of
from node_scripts import ask_node
from random_strikes import random_filters, random_strikes

from geo.strikes.filters import Filters, _fold, filter_strikes
from geo.strikes.schema import KINDS, LOCATION_STATUSES
from geo.strikes.totals import count_totals
from geo.webmap.payload.encode import View, encode_strikes

SHOWN_IDS = """async (filters) => {
  await layer.setFilters(filters);
  return (await layer.strikes.texts()).ids;
}"""
NOTES = ".strike-notes"


def fields_of(filters: Filters) -> dict[str, object]:
    told = asdict(filters)
    return {name: value for name, value in told.items() if not name.startswith("date_")}


def test_the_map_keeps_the_rows_that_python_keeps(open_map):
    strikes, claims = random_strikes(3, 350)
    page = open_map(strikes, claims)
    chance = Random(5)
    some_kept = 0
    for _ in range(120):
        filters = random_filters(chance)
        kept = filter_strikes(strikes, filters)
        assert sorted(page.evaluate(SHOWN_IDS, fields_of(filters))) == sorted(kept.index), filters
        some_kept += 0 < len(kept) < len(strikes)
    assert some_kept > 50


def test_the_map_reads_the_query_that_python_writes():
    chance = Random(8)
    filters = [random_filters(chance, most=2) for _ in range(150)]
    told = ask_node(
        """const { readFilters, writeFilters } = require('./filter/filters.js');
        const read = given.map((query) => readFilters(new URLSearchParams(query)));
        const again = read.map((filters) => {
          const parts = new URLSearchParams();
          writeFilters(filters, parts);
          return String(parts);
        });
        console.log(JSON.stringify([read, again]));""",
        [filter_.to_query() for filter_ in filters],
    )
    for filter_, read, again in zip(filters, *told, strict=True):
        fields = {name: sorted(value) if name != "text" else value for name, value in read.items()}
        assert fields == {
            name: value if name == "text" else sorted(value)
            for name, value in fields_of(filter_).items()
        }
        assert Filters.from_query(again) == filter_


def test_letters_are_folded_as_python_folds_them():
    # Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic; Arabic and Latin forms for printing.
    ranges = (range(0x20, 0x780), range(0x1E00, 0x2100), range(0xFB00, 0xFEFF))
    letters = [chr(code) for span in ranges for code in span]
    folded = ask_node(
        """const { fold } = require('./terms/fold.js');
        console.log(JSON.stringify(given.map(fold)));""",
        letters,
    )
    assert folded == [_fold(letter) for letter in letters]


def test_the_words_of_the_filters_are_those_of_the_schema():
    told = ask_node(
        """const { KINDS, STATUSES } = require('./filter/filters.js');
        console.log(JSON.stringify([KINDS, STATUSES]));""",
        None,
    )
    assert told == [list(KINDS), list(LOCATION_STATUSES)]


def test_a_filter_changes_clusters_totals_slider_and_list_in_place(open_map):
    page = open_map(*few_strikes(), view=View(38, 35, 7))
    page.evaluate("layer.setRange('2015-09-01', '2016-12-31')")
    before = state_of(page)
    page.get_by_role("button", name="Filter", exact=True).click()
    page.get_by_label("Drone 1").check()
    page.get_by_text("1 of 11 strikes pass the filters").first.wait_for()
    after = state_of(page)
    assert (after["view"], after["range"]) == (before["view"], before["range"])
    assert after["totals"]["rows"] == 1
    assert sum(cluster["count"] for cluster in after["clusters"]) == 1
    assert page.locator(NOTES).inner_text() == "1 of 11 strikes pass the filters"
    assert page.get_by_role("button", name="Filter (1)").get_attribute("aria-expanded") == "true"
    page.get_by_role("button", name="List").click()
    page.get_by_role("heading", name="1 strike").wait_for()
    assert page.locator(".strike-filters").is_hidden()
    page.get_by_role("button", name="Filter (1)").click()
    page.get_by_role("button", name="Clear").click()
    page.wait_for_function(f"layer.getState().totals.rows === {before['totals']['rows']}")
    assert page.locator(NOTES).is_hidden()


def test_counts_of_a_field_are_those_that_the_other_fields_let_through(open_map):
    strikes, claims = few_strikes()
    page = open_map(strikes, claims)
    page.get_by_role("button", name="Filter").click()
    page.locator("summary", has_text="Governorate").click()
    page.get_by_label("Homs 2").check()
    page.get_by_label("Airstrike 2").wait_for()
    page.get_by_label("Latakia 2").check()
    page.get_by_label("Area only 2").wait_for()
    told = count_totals(strikes, Filters(governorates=("SY04", "SY06")))
    assert state_of(page)["totals"]["rows"] == told.rows == 4
    assert state_of(page)["filters"]["governorates"] == ["SY04", "SY06"]


def test_a_governorate_is_one_choice_whether_by_code_or_by_name(open_map):
    strikes = strikes_of(
        coded={}, named={"adm1_code": None}, away={"adm1_code": None, "adm1_name": "Farther Off"},
        stated={**UNLOCATED, "governorate_text": "IDLIB"}, none=UNLOCATED,
        beyond={"adm1_code": "XX01", "adm1_name": "Elsewhere"},
    )  # fmt: skip
    page = open_map(strikes, claims_of())
    page.get_by_role("button", name="Filter").click()
    page.locator("summary", has_text="Governorate").click()
    group = page.get_by_role("group", name="Governorate").locator("label")
    offered = ["Elsewhere 1", "Farther Off 1", "Idlib 3", "not reported 1"]
    assert [text.replace("\n", " ") for text in group.all_text_contents()] == offered
    page.get_by_label("Idlib 3").check()
    page.wait_for_function("layer.getState().totals.rows === 3")
    kept = filter_strikes(strikes, Filters(governorates=("Idlib",)))
    assert sorted(kept.index) == ["coded", "named", "stated"]


def test_the_box_is_worked_with_the_keyboard_alone(open_map):
    page = open_map(*few_strikes())
    page.get_by_role("button", name="Filter").focus()
    page.keyboard.press("Enter")
    page.get_by_role("region", name="Filters").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("LATAM")
    page.keyboard.press("Enter")
    page.wait_for_function("layer.getState().totals.rows === 1")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_function("layer.getState().filters.kinds.length === 1")
    assert page.get_by_label("Airstrike").is_checked()
    page.keyboard.press("Escape")
    assert page.get_by_role("region", name="Filters").is_hidden()
    assert page.evaluate("document.activeElement.textContent") == "Filter (2)"


def test_typing_searches_when_the_hand_rests(open_map):
    page = open_map(*few_strikes())
    page.get_by_role("button", name="Filter").click()
    page.get_by_label("Search place, actor or target").fill("الدويلة")
    page.wait_for_function("layer.getState().filters.text === 'الدويلة'")
    page.wait_for_function("layer.getState().totals.rows === 1")
    page.get_by_label("Search place, actor or target").fill("Latakia")
    page.keyboard.press("Escape")  # before the hand rests
    page.wait_for_function("layer.getState().totals.rows === 2")
    page.get_by_role("button", name="Filter (1)").click()
    assert page.get_by_label("Search place, actor or target").input_value() == "Latakia"


def test_on_a_phone_the_box_leaves_map_and_slider_free(open_map):
    page = open_map(*few_strikes(), size=(390, 844), touch=True)
    page.get_by_role("button", name="Filter").tap()
    page.get_by_label("Drone 1").tap()
    page.wait_for_function("layer.getState().totals.rows === 1")
    box = page.locator(".strike-filters").bounding_box()
    panel = page.locator(".strike-panel").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] < panel["y"] - 60
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_link_brings_filters_and_sources_back(open_map, visits):
    page = open_map(*few_strikes())
    page.evaluate("layer.setFilters({ kinds: ['airstrike'], governorates: ['SY06', 'SY07'] })")
    page.get_by_label("Show", exact=True).select_option("areas")
    page.get_by_label("Told by").select_option("SOHR")
    page.get_by_label("Size", exact=True).select_option("per_source")
    page.wait_for_function("location.hash.includes('per_source')")
    before = state_of(page)
    link = page.evaluate("location.href")  # page.url may lag behind it
    assert "governorate=SY06&governorate=SY07&kind=airstrike" in link
    again = visits.open(link)
    again.wait_for_function(READY)
    again.evaluate(FIND_MAP)
    after = state_of(again)
    for name in ("view", "range", "modes", "totals", "filters", "areas", "sourceNote"):
        assert after[name] == before[name], name
    assert after["sourceNote"] == "Told by SOHR: 2 of 4 strikes in this period"


def test_the_query_of_the_app_works_after_the_hash(open_map, visits):
    strikes, claims = few_strikes()
    page = open_map(strikes, claims)
    filters = Filters(kinds=("airstrike", "drone"), governorates=("Hama", "SY09"))
    unknown = "&status=nowhere&colour=junk&told_by=Nobody"
    again = visits.open(f"{page.url.split('#')[0]}#{filters.to_query()}{unknown}")
    again.wait_for_function(READY)
    again.evaluate(FIND_MAP)
    assert state_of(again)["totals"]["rows"] == count_totals(strikes, filters).rows == 2


def test_filters_outlast_new_strikes(open_map):
    strikes, claims = few_strikes()
    page = open_map(strikes, claims)
    page.evaluate("layer.setFilters({ kinds: ['airstrike'] })")
    fewer = encode_strikes(strikes.drop("hama"), claims).to_base64()
    page.evaluate("(payload) => layer.update(payload)", fewer)
    assert page.locator(NOTES).inner_text() == "9 of 10 strikes pass the filters"


def test_filters_choose_among_the_rows_of_the_host(open_map):
    strikes, claims = few_strikes()
    page = open_map(strikes, claims)
    rows = encode_strikes(strikes, claims).mark_rows(strikes.index.drop("drone"))
    page.evaluate("(rows) => layer.update(null, { rows })", rows)
    page.evaluate("layer.setFilters({ kinds: ['drone'] })")
    assert state_of(page)["totals"]["rows"] == 0
    assert page.locator(NOTES).inner_text() == "0 of 10 strikes pass the filters"


def test_the_picture_says_the_filters_of_host_and_map(open_map):
    page = open_map(*few_strikes(), filters_in_words="text “report”")
    page.evaluate("layer.setFilters({ kinds: ['ied', 'airstrike'], governorates: ['SY07'] })")
    said = " ".join(words_of_picture(page))
    assert "text “report”; airstrike, IED; Idlib" in said
    assert "3 of 11 strikes pass the filters" in said


def test_a_map_that_is_not_asked_to_has_no_filters(open_map):
    strikes, claims = few_strikes()
    page = open_map(strikes, claims)
    page.evaluate(
        """async (payload) => {
          const second = document.createElement("div");
          second.style.cssText = "height: 500px; width: 700px";
          document.body.append(second);
          window.other = await strikeMap.mount(second, L, payload);
        }""",
        encode_strikes(strikes, claims).to_base64(),
    )
    assert page.get_by_role("button", name="Filter").count() == 1
    page.evaluate("layer.destroy()")
    assert page.locator(".strike-filters").count() == 0
