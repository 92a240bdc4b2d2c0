"""Other strikes on a one-file map that stands: what stays, what follows, what arrives."""

from __future__ import annotations

from datetime import date

from map_pages import state_of
from map_strikes import few_strikes

from geo.webmap.payload.encode import encode_strikes


def test_an_unpaired_surrogate_arrives(open_map):
    page = open_map(*few_strikes(), title="a\ud800b")
    codes = "Array.from({ length: 3 }, (_, i) => layer.options.title.charCodeAt(i))"
    assert page.evaluate(codes) == [ord("a"), 0xD800, ord("b")]


def test_zoom_and_window_survive_new_strikes(open_map):
    strikes, claims = few_strikes()
    page = open_map(strikes, claims)
    page.evaluate("void layer.map.setView([35.5, 37], 8.5, { animate: false })")
    page.evaluate("layer.setRange('2015-09-01', '2016-12-31')")
    before = state_of(page)
    fewer = encode_strikes(strikes[strikes["kind"] == "drone"], claims).to_base64()
    page.evaluate("(payload) => layer.update(payload)", fewer)
    after = state_of(page)
    assert after["view"] == before["view"]
    assert after["range"] == before["range"]
    assert after["totals"]["rows"] == 1


def test_a_period_that_a_filter_fills_stays_when_the_filter_goes(open_map):
    strikes, claims = few_strikes()
    page = open_map(strikes, claims, period=(date(2015, 9, 1), date(2015, 10, 31)))
    early = strikes[strikes["date_end"] < "2015-11-01"].index
    rows = encode_strikes(strikes, claims).mark_rows(early)
    for chosen in (rows, ""):
        page.evaluate("(rows) => layer.update(null, { rows })", chosen)
        assert state_of(page)["range"] == ["2015-09-01", "2015-10-31"]
