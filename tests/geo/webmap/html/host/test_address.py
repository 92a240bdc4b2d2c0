"""The one-file map's address brings back what was seen, filters and sources included."""

from __future__ import annotations

import pytest
from map_pages import COUNT_STEPS, FIND_MAP, READY, state_of
from map_strikes import few_strikes

from geo.strikes.filters import Filters
from geo.strikes.totals import count_totals


def test_the_address_keeps_what_is_seen_and_brings_it_back(open_map, visits):
    page = open_map(*few_strikes())
    page.evaluate("void layer.map.setView([35.5, 37], 8.5, { animate: false })")
    page.evaluate("layer.setRange('2015-09-01', '2016-12-31')")
    page.get_by_label("Show", exact=True).select_option("areas")
    before = state_of(page)
    page.wait_for_function("location.hash.includes('show=areas')")
    again = visits.open(page.url)
    again.wait_for_function(READY)
    again.evaluate(FIND_MAP)
    after = state_of(again)
    assert [after[name] for name in ("view", "range", "modes", "totals")] == [
        before[name] for name in ("view", "range", "modes", "totals")
    ]
    assert again.locator(".strike-notice").count() == 0
    other = visits.open(page.url.replace("data=", "data=0").replace("from=2015-09-01&", ""))
    other.wait_for_function(READY)
    other.evaluate(FIND_MAP)
    assert state_of(other)["range"] == before["range"], "the end that is not given is the data's"
    other.get_by_text("The data have changed since this link was made").wait_for()


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


def test_another_link_to_the_page_that_is_open_shows_what_it_says(open_map):
    page = open_map(*few_strikes())
    page.evaluate("location.hash = '#from=2020-10-26&to=2020-10-26&kind=airstrike&show=areas'")
    page.wait_for_function("layer.modes.show === 'areas'")
    state = state_of(page)
    assert state["range"] == ["2020-10-26", "2020-10-26"]
    assert state["filters"]["kinds"] == ["airstrike"]
    page.evaluate("location.hash = '#kind=drone&at=38,35,7'")
    page.wait_for_function("layer.getState().filters.kinds[0] === 'drone'")
    page.wait_for_function("layer.modes.show === 'clusters'")
    state = state_of(page)
    assert state["range"] is None
    assert state["view"] == pytest.approx({"lon": 38, "lat": 35, "zoom": 7}, abs=0.01)
    page.evaluate("history.back()")
    page.wait_for_function("layer.getState().filters.kinds[0] === 'airstrike'")
    page.wait_for_function("layer.getState().range !== null")


def test_filters_and_ways_to_show_are_steps_that_back_and_forward_show(open_map):
    page = open_map(*few_strikes())
    page.evaluate(COUNT_STEPS)
    page.evaluate("void layer.map.setView([35.5, 37], 8.5, { animate: false })")
    page.evaluate("layer.setFilters({ kinds: ['airstrike'] })")
    page.get_by_label("Show", exact=True).select_option("areas")
    page.evaluate("layer.setRange('2015-09-01', '2016-12-31')")
    page.wait_for_function("location.hash.includes('from=2015-09-01')")
    assert page.evaluate("stepsMade") == 2, "neither view nor slider is a step"
    page.go_back()
    page.wait_for_function("layer.modes.show === 'clusters' && layer.getRange() === null")
    assert state_of(page)["filters"]["kinds"] == ["airstrike"]
    page.go_back()
    page.wait_for_function("layer.getState().filters.kinds.length === 0")
    assert state_of(page)["view"] == pytest.approx({"lon": 37, "lat": 35.5, "zoom": 8.5}, abs=0.01)
    page.go_forward()
    page.go_forward()
    page.wait_for_function("layer.modes.show === 'areas'")
    state = state_of(page)
    assert [state["filters"]["kinds"], state["range"]] == [
        ["airstrike"], ["2015-09-01", "2016-12-31"],
    ]  # fmt: skip
    assert page.evaluate("stepsMade") == 2
    for name, value in (("compare", "before"), ("show", "difference"), ("compare", "")):
        page.evaluate("([name, value]) => layer.setMode(name, value)", [name, value])
    page.wait_for_function("location.hash.includes('show=areas')")
    page.go_back()
    page.wait_for_function("layer.modes.show === 'difference'")
    assert "show=difference" in page.url


def test_the_letters_of_one_search_are_one_step_and_another_part_is_kept(open_map):
    page = open_map(*few_strikes())
    page.evaluate("""() => {
      layer.shown = [];
      const show = (text) => layer.shown.push(text);
      layer.addressParts.open = { get: () => layer.readNow ?? "", show };
    }""")
    page.evaluate(COUNT_STEPS)
    for words in ("t", "ta", "tal"):
        page.evaluate("words => layer.setFilters({ text: words })", words)
    assert page.evaluate("stepsMade") == 1
    page.evaluate("layer.readNow = 'one'; layer.emit('step')")
    page.wait_for_function("location.hash.includes('open=one') && location.hash.includes('q=tal')")
    page.go_back()
    page.wait_for_function("layer.shown.length === 1 && !location.hash.includes('open=one&')")
    assert page.evaluate("layer.shown") == [""]


def test_a_link_that_cannot_be_read_is_said_on_the_page(open_map, visits):
    page = open_map(*few_strikes())
    assert page.locator(".strike-notice").count() == 0
    again = visits.open(f"{page.url.split('#')[0]}#kind=<b>tank</b>&from=2016-02-01&to=2016-01-01")
    again.wait_for_function(READY)
    notice = again.locator(".strike-notice")
    assert "from=2016-02-01, to=2016-01-01, kind=<b>tank</b>" in notice.inner_text()
    assert notice.locator("b").count() == 0
    again.evaluate("location.hash = '#kind=drone'")
    notice.wait_for(state="detached")


def test_the_address_keeps_what_is_read_and_back_goes_through_it(open_map, visits):
    page = open_map(*few_strikes())
    page.get_by_role("button", name="List", exact=True).click()
    page.wait_for_function("location.hash.includes('open=list%3Aview')")
    page.get_by_role("button", name="70–100 killed").click()
    page.wait_for_function("location.hash.includes('open=strike%3Aduwaylah')")
    page.get_by_role("button", name="All 2 strikes at this place").click()
    page.wait_for_function("location.hash.includes('open=place%3A')")
    again = visits.open(page.url)
    again.wait_for_function(READY)
    again.get_by_role("heading", name="Duwaylah · الدويلة").wait_for()
    page.go_back()
    page.locator("[data-strike=duwaylah]").wait_for()
    page.go_forward()
    page.get_by_role("heading", name="Duwaylah · الدويلة").wait_for()
    page.get_by_role("button", name="Close the list").click()
    page.wait_for_function("!location.hash.includes('open=')")
    page.go_back()
    page.get_by_role("heading", name="Duwaylah · الدويلة").wait_for()
    for said, told in (
        ("strike%3Anowhere", "not among the strikes shown: open=strike:nowhere"),
        ("%3Cb%3E", "could not be read: open=<b>"),
    ):
        other = visits.open(f"{page.url.split('#')[0]}#open={said}")
        other.wait_for_function(READY)
        other.get_by_text(told).wait_for()
