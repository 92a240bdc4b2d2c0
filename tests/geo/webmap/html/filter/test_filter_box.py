"""The one-file map's filter box: its counts, by keyboard and finger, and in the picture."""

from __future__ import annotations

from map_pages import state_of, words_of_picture
from map_strikes import UNLOCATED, claims_of, few_strikes, strikes_of

from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.totals import count_totals
from geo.webmap.payload.encode import View, encode_strikes

NOTES = ".strike-notes"


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
    assert page.locator(".strike-filters").is_visible(), "each has a side of its own"
    page.get_by_role("button", name="Clear").click()
    page.wait_for_function(f"layer.getState().totals.rows === {before['totals']['rows']}")
    assert page.locator(NOTES).is_hidden()
    page.get_by_role("button", name="Undo the last filter").click()
    page.wait_for_function("layer.getState().totals.rows === 1")
    page.keyboard.press("Control+z")
    page.wait_for_function(f"layer.getState().totals.rows === {before['totals']['rows']}")


def test_counts_of_a_field_are_those_that_the_other_fields_let_through(open_map):
    strikes, claims = few_strikes()
    page = open_map(strikes, claims)
    page.get_by_role("button", name="Filter").click()
    page.locator("summary", has_text="Governorate").click()
    page.get_by_label("Homs 2").check()
    page.get_by_label("Airstrike 2").wait_for()
    page.get_by_label("Latakia 2").check()
    page.get_by_label("Known only to an area 2").wait_for()
    expected = count_totals(strikes, Filters(governorates=("SY04", "SY06")))
    assert state_of(page)["totals"]["rows"] == expected.rows == 4
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
    assert box["y"] + box["height"] <= panel["y"]
    ground = page.locator(".leaflet-container").bounding_box()
    assert ground["y"] + ground["height"] <= box["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


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
