"""The Explore page without a browser: filters, numbers, trays, downloads, upload."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping

import geopandas as gpd
import pandas as pd
import pytest
from paths import ROOT
from streamlit.testing.v1 import AppTest

from geo.reading.read import read_seeds, read_strikes
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.schema import DEFAULT_KINDS, KINDS
from geo.strikes.totals import count_totals
from geo.webmap.payload.encode import MapOptions
from strikemap.web.downloads import list_downloads
from strikemap.web.open_data import find_problem

APP = str(ROOT / "streamlit_app.py")
PATIENCE = 60  # seconds; the first run loads gazetteer and boundaries
USUAL = ",".join(DEFAULT_KINDS)
HOSTILE = (
    "{{7*7}}",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "=1+1",
    "![x](http://far.example/p.png)",
)


def open_page(query: Mapping[str, str | list[str]] | None = None) -> AppTest:
    page = AppTest.from_file(APP, default_timeout=PATIENCE)
    for name, value in (query or {}).items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception
    return page


def table_ids(page: AppTest, column: str = "Place as reported") -> set[str]:
    """Return the strike ids of the first table, that of the strikes in view."""
    tables = [table.value for table in page.dataframe if column in table.value]
    return set(tables[0]["strike_id"]) if tables else set()


def numbers(page: AppTest) -> str:
    return page.markdown[0].value


@pytest.fixture(autouse=True)
def no_file_named(monkeypatch):
    monkeypatch.delenv("STRIKEMAP_STRIKES", raising=False)
    monkeypatch.delenv("STRIKEMAP_CLAIMS", raising=False)
    monkeypatch.delenv("STRIKEMAP_COLUMNS", raising=False)


@pytest.fixture(scope="module")
def seeds() -> gpd.GeoDataFrame:
    return read_seeds().strikes


def test_the_page_opens_on_strikes_in_the_narrow_sense(seeds):
    page = open_page()
    expected = filter_strikes(seeds, Filters(kinds=DEFAULT_KINDS))
    totals = count_totals(expected)
    assert table_ids(page) == set(expected.index)
    assert numbers(page).startswith(f"**{totals.rows} strikes**, whole period")
    assert f"**{totals.located} of {totals.rows}** located" in numbers(page)
    assert f"**{totals.undated}** of {totals.rows} undated" in numbers(page)


def test_the_rows_switched_off_are_counted_in_words(seeds):
    ground, ied = (int((seeds["kind"] == kind).sum()) for kind in ("ground", "ied"))
    assert ground
    said = [caption.value for caption in open_page().caption]
    off = next(text for text in said if text.startswith("Kinds switched off"))
    assert f"ground attack ({ground} row" in off
    assert f"IED ({ied} row" in off


def test_the_page_states_the_whole_file_whatever_the_filters(seeds):
    totals = count_totals(seeds)
    page = open_page({"governorate": "SY07", "kind": "airstrike"})
    stated = next(c.value for c in page.caption if c.value.startswith("Data:"))
    assert f"{totals.rows} rows in the file: {totals.located} of {totals.rows} located" in stated
    assert "newest claim" in stated


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
    assert f"**{totals.rows} strike" in numbers(page)
    assert f"**{totals.unlocated}** unlocated" in numbers(page)


def test_filters_are_kept_in_the_address(seeds):
    page = open_page()
    page.multiselect(key="filter_governorates").set_value(["SY07"])
    page.text_input(key="filter_text").set_value("Khan Shaykhun")
    run(page)
    told = Filters.from_parts({k: [v] if isinstance(v, str) else v for k, v in
                               page.query_params.items()})  # fmt: skip
    assert told == Filters(kinds=DEFAULT_KINDS, governorates=("SY07",), text="Khan Shaykhun")
    assert table_ids(page) == set(filter_strikes(seeds, told).index)
    assert table_ids(open_page(dict(page.query_params))) == table_ids(page)


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
    ],
    ids=str,
)
def test_a_faulty_link_is_told_plainly_and_the_usual_view_shown(query, remedy):
    page = open_page(query)
    assert remedy in page.warning[0].value.replace("\\", "")
    assert table_ids(page) == table_ids(open_page())
    assert dict(page.query_params) == query
    page.text_input(key="filter_text").set_value("Idlib")
    run(page)
    assert not page.warning
    assert "utm_source" not in page.query_params
    assert page.query_params["q"] == "Idlib"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_link_shows_as_text(text):
    page = open_page({"kind": text})
    assert "![x](" not in page.warning[0].value
    assert page.warning[0].value.replace("\\", "").count(text) == 1
    assert not open_page({"q": text}).warning
    assert not open_page({"governorate": text, "actor": text}).warning


def test_undated_and_unlocated_rows_have_lists_with_reasons(seeds):
    page = open_page({"kind": ",".join(KINDS)})
    tables = [table.value for table in page.dataframe]
    undated = next(table for table in tables if "Why it is undated" in table)
    unlocated = next(table for table in tables if "Why it is unlocated" in table)
    assert set(undated["strike_id"]) == set(seeds.index[seeds["date_start"].isna()])
    assert set(unlocated["strike_id"]) == set(seeds.index[seeds["location_status"] == "unlocated"])
    for reasons in (undated["Why it is undated"], unlocated["Why it is unlocated"]):
        assert reasons.str.len().gt(0).all()


def test_sources_tab_holds_the_claims_of_the_view():
    page = open_page({"q": "Duwaylah"})
    claims = read_seeds().claims
    told = next(table.value for table in page.dataframe if "Toll as worded" in table.value)
    expected = claims[claims["strike_id"].isin(table_ids(page))]
    assert len(told) == len(expected) > 0
    assert set(told["Toll as worded"]) == set(expected["toll_text"].fillna("not reported"))


def test_downloads_hold_what_is_in_view(seeds, tmp_path):
    reading = read_seeds()
    shown = filter_strikes(seeds, Filters(kinds=DEFAULT_KINDS, governorates=("SY07",)))
    claims = reading.claims[reading.claims["strike_id"].isin(shown.index)]
    files = {f.file_name: f.make() for f in list_downloads(shown, claims, {}, MapOptions())[:2]}
    features = json.loads(files["strikes.geojson"])["features"]
    assert {feature["id"] for feature in features} == set(shown.index)
    points = [feature for feature in features if feature["geometry"]]
    assert len(points) == count_totals(shown).located
    with zipfile.ZipFile(io.BytesIO(files["strikes.zip"])) as bundle:
        bundle.extractall(tmp_path)
    again = read_strikes(tmp_path / "strikes.csv", claims=tmp_path / "claims.csv")
    pd.testing.assert_frame_equal(
        pd.DataFrame(again.strikes.drop(columns="geometry")),
        pd.DataFrame(shown.drop(columns="geometry")),
    )
    assert len(again.claims) == len(claims)


def test_the_download_tab_offers_three_files_and_the_command():
    page = open_page({"governorate": "SY07", "kind": "airstrike"})
    labels = [button.label for button in page.download_button]
    assert labels == ["GeoJSON, claims inside", "CSV: strikes and claims", "Map as one HTML file"]
    assert "--filter 'governorate=SY07&kind=airstrike'" in command(page)


def csv_bytes(header: list[str], *rows: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return text.getvalue().encode()


def upload(page: AppTest, name: str, content: bytes, mime: str = "text/csv") -> AppTest:
    page.file_uploader(key="upload").set_value((name, content, mime))
    return run(page)


def send(page: AppTest) -> AppTest:
    next(b for b in page.button if b.label == "Locate and show").click()
    return run(page)


PLAIN = csv_bytes(
    ["Event Date", "Town", "Governorate", "Deaths", "Source"],
    ["2016-02-03", "Saraqib", "Idlib", "3", "SOHR"],
    ["2016-02-04", "Douma", "Rural Damascus", "", "SNHR"],
    ["the day after", "Douma", "Rural Damascus", "", ""],
)


def test_an_uploaded_table_is_recognised_located_and_shown():
    page = send(upload(open_page(), "mine.csv", PLAIN))
    assert numbers(page).startswith("**2 strikes**")
    places = next(t.value for t in page.dataframe if "Place as reported" in t.value)
    assert list(places["Place as reported"]) == ["Saraqib", "Douma"]
    assert list(places["Location"]) == ["located", "located"]
    assert list(places["Killed"]) == ["3", "not reported"]
    told = next(t.value for t in page.dataframe if "Toll as worded" in t.value)
    assert set(told["Who says so"]) == {"SOHR", "SNHR"}


def test_rejected_rows_are_listed_with_line_and_reason():
    page = send(upload(open_page(), "mine.csv", PLAIN))
    rejected = next(t.value for t in page.dataframe if "reason" in t.value)
    assert rejected["row"].tolist() == [4]
    assert rejected["Event Date"].tolist() == ["the day after"]
    assert "the day after" in rejected["reason"].iloc[0]
    assert "1 row could not be read" in page.info[0].value
    assert "Download the rows not read" in [button.label for button in page.download_button]


def test_columns_can_be_chosen_by_hand():
    strange = csv_bytes(["wann", "wo"], ["2016-02-03", "Saraqib"])
    page = upload(open_page(), "fremd.csv", strange)
    refused = send(page)
    assert "a date column" in refused.error[0].value
    fields = {box.label: box for box in page.selectbox}
    fields["wann"].set_value("date")
    fields["wo"].set_value("place_text")
    page = send(page)
    assert not page.error
    assert numbers(page).startswith("**1 strike**")


def test_a_missing_place_column_is_warned_of_and_the_columns_not_used_are_named():
    strange = csv_bytes(["date", "governorate", "Ort", "Wetter"], ["2016-02-03", "Idlib", "?", "x"])
    page = upload(open_page(), "fremd.csv", strange)
    assert "No column was taken as the place" in page.warning[0].value
    assert "Columns not used (2): Ort, Wetter" in [box.label for box in page.expander]
    page = upload(open_page(), "mine.csv", PLAIN)
    assert not page.warning


def command(page: AppTest) -> str:
    return next(block.value for block in page.text if block.value.startswith("strikemap "))


def test_the_command_shown_names_the_data_that_is_shown():
    assert command(open_page()).startswith("strikemap export seeds --out strikes.geojson --filter")
    strange = csv_bytes(["date", "wo"], ["2016-02-03", "Saraqib"])
    page = upload(open_page(), "my file.csv", strange)
    {box.label: box for box in page.selectbox}["wo"].set_value("place_text")
    told = command(send(page))
    assert "strikemap export 'my file.csv' --out" in told
    assert "--column=place_text=wo" in told


def test_there_is_a_way_back_to_the_shipped_data(seeds):
    page = send(upload(open_page({"governorate": "SY07"}), "mine.csv", PLAIN))
    assert page.multiselect(key="filter_governorates").value == []
    page.button(key="way_back").click()
    run(page)
    assert table_ids(page) == set(filter_strikes(seeds, Filters(kinds=DEFAULT_KINDS)).index)
    assert not page.info


def test_an_upload_is_seen_by_its_visitor_only(seeds):
    mine = send(upload(open_page(), "mine.csv", PLAIN))
    other = open_page({"kind": ",".join(KINDS)})
    assert numbers(mine).startswith("**2 strikes**")
    assert table_ids(other) == set(seeds.index)
    assert "Saraqib" not in {
        *next(t.value for t in other.dataframe if "Date" in t.value)["Place as reported"]
    } - set(seeds["place_text"].dropna())


def test_files_of_our_own_need_no_columns_chosen(seeds):
    reading = read_seeds()
    files = list_downloads(seeds, reading.claims, {}, MapOptions())
    geojson = next(f.make() for f in files if f.file_name.endswith(".geojson"))
    page = upload(open_page(), "strikes.geojson", geojson.encode(), "application/geo+json")
    page = send(page)
    page.pills(key="filter_kinds").set_value(list(KINDS))
    run(page)
    assert table_ids(page) == set(seeds.index)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"", "empty"),
        ("blank.csv", b"\n\n\n", "empty"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\x00", "picture.csv"),
        ("broken.geojson", b'{"type": "FeatureCollection", "features": [', "broken.geojson"),
        ("sheet.xlsx", b"this is no spreadsheet", "sheet.xlsx"),
    ],
)
def test_a_hopeless_file_gets_a_plain_answer(name, content, said):
    page = upload(open_page(), name, content)
    assert said in page.error[0].value.replace("\\", "")
    assert numbers(page).startswith("**")


def test_a_table_whose_rows_are_all_refused_is_not_shown():
    hopeless = csv_bytes(["date", "place"], ["some day", "Saraqib"], ["later", "Douma"])
    page = send(upload(open_page(), "hopeless.csv", hopeless))
    assert "No row of" in page.error[0].value
    rejected = next(t.value for t in page.dataframe if "reason" in t.value)
    assert rejected["row"].tolist() == [2, 3]
    assert not page.info


@pytest.mark.parametrize("place", HOSTILE)
def test_hostile_place_names_stay_as_they_are(place):
    table = csv_bytes(["date", place, "place"], ["2016-02-03", place, place])
    page = send(upload(open_page(), "hostile.csv", table))
    shown = next(t.value for t in page.dataframe if "Place as reported" in t.value)
    assert shown["Place as reported"].tolist() == [place]
    for text in (*page.markdown, *page.caption, *page.info):
        assert "![x](" not in text.value
        assert "<script" not in text.value.replace(r"\<", "")  # as Markdown escapes it


def test_the_named_file_is_shown(tmp_path, monkeypatch):
    strikes = tmp_path / "strikes.csv"
    strikes.write_bytes(PLAIN)
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(strikes))
    page = open_page()
    assert numbers(page).startswith("**2 strikes**")
    assert not page.info


def test_a_missing_named_file_is_told_with_its_name(tmp_path, monkeypatch):
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(tmp_path / "nowhere.csv"))
    page = open_page()
    assert "nowhere.csv" in page.error[0].value.replace("\\", "")
    assert not page.dataframe


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"d": "date", "p": "place_text"}, None),
        ({"d": "date", "x": "lon", "y": "lat"}, None),
        ({"p": "place_text"}, "a date column"),
        ({"d": "date"}, "a place column"),
        ({"d": "date", "p": "place_text", "q": "place_text"}, "p and q are both read as place"),
        ({"d": "date", "p": "place_text", "a": "source", "b": "source"}, None),
    ],
    ids=str,
)
def test_chosen_columns_are_checked_before_reading(columns, problem):
    found = find_problem(columns)
    assert found is None if problem is None else problem in (found or "")
