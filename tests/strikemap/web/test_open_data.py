"""A visitor's own file: columns recognised or chosen, rows located or refused with reasons."""

from __future__ import annotations

import pytest
from app_pages import (
    HOSTILE,
    PLAIN,
    csv_bytes,
    numbers,
    open_page,
    run,
    send,
    table_ids,
    upload,
)

from geo.reading.read import read_seeds
from geo.reading.registry import FORMATS
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.schema import DEFAULT_KINDS, KINDS
from geo.webmap.payload.encode import MapOptions
from strikemap.web.downloads import list_downloads
from strikemap.web.open_data import find_problem


def test_an_uploaded_table_is_recognised_located_and_shown():
    page = send(upload(open_page(), "mine.csv", PLAIN))
    assert numbers(page).startswith("**2 strikes**")
    places = next(t.value for t in page.dataframe if "Place as reported" in t.value)
    assert list(places["Place as reported"]) == ["Saraqib", "Douma"]
    assert list(places["Location"]) == ["located", "located"]
    assert list(places["Killed"]) == ["3", "not reported"]
    claims = next(t.value for t in page.dataframe if "Toll as worded" in t.value)
    assert set(claims["Who says so"]) == {"SOHR", "SNHR"}


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


def test_hostile_place_names_and_columns_stay_as_they_are():
    columns = [f"{text}?" for text in HOSTILE]
    rows = [["2016-02-03", place, *columns] for place in HOSTILE]
    page = send(upload(open_page(), "hostile.csv", csv_bytes(["date", "place", *columns], *rows)))
    shown = next(t.value for t in page.dataframe if "Place as reported" in t.value)
    assert set(shown["Place as reported"]) == set(HOSTILE)
    for text in (*page.markdown, *page.caption, *page.info):
        assert "![x](" not in text.value
        assert "<script" not in text.value.replace(r"\<", "")  # as Markdown escapes it


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


def test_the_page_says_every_format_that_is_read():
    captions = " ".join(caption.value for caption in open_page().caption)
    assert all(one.sentence in captions for one in FORMATS)
