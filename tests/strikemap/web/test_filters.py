"""The filters and the address: a link reopens its view, a faulty one says what is wrong."""

from __future__ import annotations

import pytest
from app_pages import HOSTILE, numbers, open_page, run, send, table_ids, upload
from area_publisher import shapes
from map_strikes import strikes_of
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.util import calc_hash

from geo.land.installed import add_boundaries
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.schema import DEFAULT_KINDS, KINDS, empty_claims
from geo.strikes.totals import count_totals
from geo.webmap.payload.encode import MapOptions
from strikemap.web.downloads import list_downloads

USUAL = ",".join(DEFAULT_KINDS)
QUERIES: list[dict[str, str | list[str]]] = [
    {"governorate": "SY07"},
    {"governorate": "Idlib"},
    {"governorate": ["SY07", "not reported"]},
    {"kind": "ground,ied"},
    {"status": "unlocated"},
    {"status": "area_only", "kind": USUAL},
    {"actor": "Russia"},
    {"q": "duwaylah"},
    {"from": "2020-01-01"},
    {"from": "2015-09-30", "to": "2015-09-30", "kind": USUAL},
    {"to": "2001-01-01"},
    {"q": "no such place at all"},
]


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_a_link_reopens_its_view(seeds, query):
    page = open_page(query)
    parts = {name: [value] if isinstance(value, str) else value for name, value in query.items()}
    expected = filter_strikes(seeds, Filters.from_parts(parts))
    totals = count_totals(expected)
    assert not page.warning
    assert table_ids(page) == set(expected.index)
    assert f"**{totals.rows} {totals.noun}" in numbers(page)
    assert any(f"**{totals.unlocated}** not located" in line.value for line in page.markdown)


def test_filters_are_kept_in_the_address(seeds):
    page = open_page()
    page.multiselect(key="filter_governorates").set_value(["SY07"])
    page.text_input(key="filter_text").set_value("Khan Shaykhun")
    run(page)
    kept = Filters.from_parts({k: [v] if isinstance(v, str) else v for k, v in
                               page.query_params.items()})  # fmt: skip
    assert kept == Filters(kinds=DEFAULT_KINDS, governorates=("SY07",), text="Khan Shaykhun")
    assert table_ids(page) == set(filter_strikes(seeds, kept).index)
    assert table_ids(open_page(dict(page.query_params))) == table_ids(page)


def turn_to(page, name: str, monkeypatch, *, widgets: bool) -> None:
    """Turn to another page; widgets: whether the browser's message still has those of this one."""
    page._page_hash = calc_hash(name)
    with monkeypatch.context() as message:
        if not widgets:
            message.setattr(type(page._tree), "get_widget_states", lambda _: WidgetStates())
        run(page)


@pytest.mark.parametrize("widgets", [(True, True), (False, True), (True, False), (False, False)])
def test_filters_are_there_again_after_another_page(widgets, monkeypatch):
    page = open_page()
    page.multiselect(key="filter_governorates").set_value(["SY07"])
    run(page)
    before = dict(page.query_params)
    turn_to(page, "places", monkeypatch, widgets=widgets[0])
    turn_to(page, "", monkeypatch, widgets=widgets[1])
    run(page)
    assert page.multiselect(key="filter_governorates").value == ["SY07"]
    assert set(page.pills(key="filter_kinds").value) == set(DEFAULT_KINDS)
    assert {name: page.query_params[name] for name in ("governorate", "kind")} == {
        name: before[name] for name in ("governorate", "kind")
    }


def test_every_kind_is_said_in_full_so_that_the_link_keeps_it(seeds):
    page = open_page()
    page.pills(key="filter_kinds").set_value(list(KINDS))
    run(page)
    assert set(table_ids(page)) == set(seeds.index)
    assert page.query_params["kind"] == ",".join(KINDS)


@pytest.mark.parametrize(
    ("query", "remedy"),
    [
        ({"kind": "airstike"}, "use one of"),
        ({"from": "yesterday"}, "year-month-day"),
        ({"from": "2020-02-01", "to": "2020-01-01"}, "swap the two"),
        ({"utm_source": "mail"}, "the parts are"),
        ({"governorate": "Atlantis"}, "no governorate known in Syria"),
    ],
    ids=str,
)
def test_a_faulty_link_is_explained_and_the_usual_view_shown(query, remedy):
    page = open_page(query)
    assert remedy in page.warning[0].value.replace("\\", "")
    assert table_ids(page) == table_ids(open_page())
    assert dict(page.query_params) == query
    page.text_input(key="filter_text").set_value("Idlib")
    run(page)
    assert not page.warning
    assert "utm_source" not in page.query_params
    assert page.query_params["q"] == "Idlib"


@pytest.mark.parametrize("part", ["kind", "governorate"])
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_link_shows_as_text(text, part):
    page = open_page({part: text})
    assert "![x](" not in page.warning[0].value
    assert page.warning[0].value.replace("\\", "").count(text) == 1


def test_hostile_words_that_a_link_searches_for_are_words():
    page = open_page({"q": " ".join(HOSTILE), "actor": list(HOSTILE)})
    assert not page.warning
    assert set(page.multiselect(key="filter_actors").value) == set(HOSTILE)
    assert not any("![x](" in text.value for text in (*page.markdown, *page.caption))


def test_a_link_names_an_area_by_any_spelling():
    page = open_page({"governorate": "حلب"})
    assert not page.warning
    assert page.query_params["governorate"] == "SY02"


def test_rows_that_are_no_strikes_are_shown_when_they_are_asked_for():
    strikes = strikes_of(hit={}, march={"kind": "other", "not_strike": "Protests"})
    files = list_downloads(strikes, empty_claims(), {}, MapOptions())
    geojson = next(file.make() for file in files if file.file_name.endswith(".geojson"))
    page = send(upload(open_page(), "mine.geojson", geojson.encode(), "application/geo+json"))
    assert table_ids(page) == {"hit"}
    assert run(page).query_params["only"] == "strikes"
    assert any("1 row is no strike and is not shown" in said.value for said in page.caption)
    page.checkbox(key="filter_not_strikes").set_value(True)
    run(page)
    assert table_ids(page) == {"hit", "march"}
    assert "only" not in page.query_params
    assert not any("is not shown" in said.value for said in page.markdown)


def test_data_of_strikes_alone_have_no_such_filter():
    page = open_page()
    assert not [box for box in page.checkbox if (box.key or "").startswith("filter_")]
    assert "only" not in page.query_params


def test_districts_at_hand_are_a_filter_and_say_how_many_rows_they_hold(tmp_path, monkeypatch):
    monkeypatch.setenv("STRIKEMAP_DATA", str(tmp_path))
    areas = tmp_path / "raions.geojson"
    areas.write_text(shapes(2), encoding="utf-8")
    add_boundaries(areas, "ua")
    strikes = tmp_path / "strikes.csv"
    rows = "2022-03-01,Lviv,49.84,24.03\n2022-03-02,Odesa,46.48,30.73\n"
    strikes.write_text(f"date,place,lat,lon\n{rows}", encoding="utf-8")
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(strikes))
    page = open_page()
    assert page.multiselect(key="filter_districts").label == "Raion"
    assert "North-east (Lviv)" in page.multiselect(key="filter_districts").options
    assert any("1 of 2 rows known to a raion" in said.value for said in page.markdown)
    page.multiselect(key="filter_districts").set_value(["UA-2B3"])
    run(page)
    assert page.query_params["district"] in ("UA-2B3", ["UA-2B3"])
    assert numbers(page).startswith("**1 event**")
