"""Tables of the coalition's releases: strikes a row, the country of each, dates month first."""

from __future__ import annotations

import csv

import pandas as pd
import pytest
from paths import REFERENCE
from readings import read_table_text

from geo.reading.formats.centcom import CENTCOM
from geo.reading.read import read_strikes
from geo.reading.table import Table

ROW = {
    "date": "03/04/2016", "country": "Syria", "location": "Milbrook", "number": "3",
    "manually_edited": "", "description": "strikes destroyed two sheds.",
    "line": "- Near Milbrook, three strikes destroyed two sheds.",
}  # fmt: skip


def read_rows(*changes: dict[str, str], columns: tuple[str, ...] = tuple(ROW)):
    return read_table_text(columns, [{**ROW, **change} for change in changes])


def test_a_row_stands_for_as_many_strikes_as_the_release_says():
    reading = read_rows({}, {"number": "12", "country": "Iraq", "manually_edited": "TRUE"})
    strikes = reading.strikes
    assert list(strikes["strikes_min"]) == list(strikes["strikes_max"]) == [3, 12]
    assert list(strikes["country_text"]) == ["Syria", "Iraq"]
    assert list(strikes["place_text"]) == ["Milbrook", "Milbrook"]
    assert set(strikes["kind"]) == {"airstrike"}
    assert list(strikes["source_codes"].fillna("")) == ["", "manually_edited TRUE"]
    assert reading.title == "CENTCOM releases"


def test_dates_are_month_before_day_without_a_witness():
    assert read_rows({}).strikes["date_start"].iloc[0] == pd.Timestamp("2016-03-04")


def test_the_line_is_the_note_and_says_near():
    near, named = read_rows({}, {"line": ""}).strikes.iloc
    assert near["note"] == ROW["line"]
    assert near["stated_precision"] == "near"
    assert named["note"] == ROW["description"]
    assert pd.isna(named["stated_precision"])


def test_nobody_is_named_as_source_but_by_a_column():
    assert read_rows({}).claims.empty
    assert read_rows({}).dataset == "CENTCOM releases"
    claims = read_rows({"url": "https://example.org/1"}, columns=(*ROW, "url")).claims
    assert list(claims["url"]) == ["https://example.org/1"]


@pytest.mark.parametrize("words", ["a meeting was held", ""])
def test_a_table_that_speaks_of_no_strikes_is_not_claimed(words):
    cells = pd.DataFrame([{**ROW, "description": words}], dtype="str")
    assert CENTCOM.recognise(Table("mine.csv", cells)) == 0
    assert CENTCOM.recognise(Table("theirs.csv", pd.DataFrame([ROW], dtype="str"))) > 0.8


@pytest.mark.skipif(not REFERENCE.exists(), reason="needs ../shared/reference")
def test_every_release_is_read():
    path = REFERENCE / "files" / "centcom_releases.csv"
    with path.open(encoding="utf-8", newline="") as raw:
        rows = list(csv.DictReader(raw))
    strikes = read_strikes(path).strikes
    assert len(strikes) == len(rows)
    assert list(strikes["strikes_min"]) == [int(row["number"]) for row in rows]
    assert list(strikes["country_text"]) == [row["country"] for row in rows]
    written = strikes["date_start"].dt.strftime("%m/%d/%Y")
    assert list(written) == [row["date"] for row in rows]
