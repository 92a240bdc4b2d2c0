"""UCDP's events become strikes as its code book means them."""

from __future__ import annotations

import csv
from datetime import date

import pandas as pd
import pytest
from paths import REFERENCE
from readings import read_table_text

from geo.reading.formats.ucdp import NAMES, RADIUS_KM, UCDP, WHERE_PREC
from geo.reading.read import read_strikes
from geo.reading.table import Table

ROW = {
    "id": "71", "relid": "XT-2020-1-71", "year": "2020", "code_status": "Clear",
    "type_of_violence": "1", "conflict_name": "Toyland: Government", "side_a": "Army of Toyland",
    "side_b": "The League", "where_prec": "1", "where_coordinates": "Milbrook town",
    "adm_1": "Norwold province", "adm_2": "Brook district", "latitude": "35.93",
    "longitude": "36.63", "country": "Toyland", "event_clarity": "1", "date_prec": "1",
    "date_start": "2020-03-01 00:00:00.000", "date_end": "2020-03-01 00:00:00.000",
    "deaths_a": "1", "deaths_b": "0", "deaths_civilians": "3", "deaths_unknown": "0",
    "best": "4", "high": "9", "low": "2", "where_description": "", "source_article": "",
    "source_office": "", "source_date": "", "source_headline": "", "source_original": "",
}  # fmt: skip
COLUMNS = list(ROW)


def read_rows(*changes: dict[str, str], name: str = "events.csv"):
    rows = [{**ROW, "id": str(71 + at), **change} for at, change in enumerate(changes)]
    return read_table_text(COLUMNS, rows, name=name)


def first(reading) -> pd.Series:
    return reading.strikes.iloc[0]


def test_the_toll_runs_from_low_to_high_and_the_best_estimate_stays_visible():
    strike = first(read_rows({}))
    assert (strike["killed_min"], strike["killed_max"]) == (2, 9)
    assert (strike["civilians_killed_min"], strike["civilians_killed_max"]) == (3, 3)
    assert "best estimate 4 killed; of them 1 of Army of Toyland" in strike["note"]


def test_bounds_out_of_order_are_taken_from_the_outside_and_said():
    strike = first(read_rows({"low": "35", "best": "228", "high": "35"}))
    assert (strike["killed_min"], strike["killed_max"]) == (35, 228)
    assert "out of order: read as 35-228" in strike["note"]


@pytest.mark.parametrize(
    ("where_prec", "stated", "km"),
    [("1", "settlement", 2), ("2.0", "near", 25), ("3", "district", None),
     ("4", "governorate", None), ("5", "area", 40), ("6", "governorate", None),
     ("7", "governorate", None)],
)  # fmt: skip
def test_where_prec_says_how_sharp_the_place_is(where_prec, stated, km):
    strike = first(read_rows({"where_prec": where_prec}))
    assert strike["stated_precision"] == stated
    assert strike["geometry"] is None if km is None else strike["uncertainty_km"] == km
    assert (strike["governorate_text"], strike["country_text"]) == ("Norwold province", "Toyland")
    assert f"where_prec {where_prec[0]}" in strike["source_codes"]


@pytest.mark.parametrize(("where_prec", "stated"), [("6", "country"), ("7", "unknown")])
def test_a_row_without_a_first_order_division_is_of_the_country_at_most(where_prec, stated):
    strike = first(read_rows({"where_prec": where_prec, "adm_1": ""}))
    assert (strike["stated_precision"], strike["geometry"]) == (stated, None)


def test_an_area_across_first_order_divisions_has_a_wide_radius():
    assert first(read_rows({"where_prec": "5", "adm_1": ""}))["uncertainty_km"] == 100


@pytest.mark.parametrize(
    ("date_prec", "end", "days", "precision"),
    [("1", "2020-03-01", 1, "day"), ("2", "2020-03-04", 4, "week"), ("3", "2020-03-07", 7, "week"),
     ("4", "2020-03-20", 20, "month"), ("5", "2020-06-30", 122, "year")],
)  # fmt: skip
def test_dates_are_the_span_that_the_row_names(date_prec, end, days, precision):
    strike = first(read_rows({"date_prec": date_prec, "date_end": f"{end} 00:00:00.000"}))
    assert (strike["date_end"] - strike["date_start"]).days + 1 == days
    assert strike["date_precision"] == precision
    assert pd.isna(strike["time_local"])


def test_sides_of_a_conflict_are_no_actor_and_stand_in_the_note():
    between, by = read_rows({}, {"type_of_violence": "3", "side_b": "Civilians"}).strikes.iloc
    assert pd.isna(between["actor"])
    assert "state-based conflict between Army of Toyland and The League" in between["note"]
    assert (between["kind"], by["actor"]) == ("other", "Army of Toyland")
    assert "one-sided violence by Army of Toyland against Civilians" in by["note"]


def test_articles_are_claims_in_step_though_their_headlines_hold_semicolons():
    article = '"Wire A,2020-03-02,Two dead; army denies";"Paper, B,2020-03-03,Caf&#233; hit"'
    claims = read_rows({"source_article": article, "source_office": "Wire A;Paper, B"}).claims
    assert list(claims["claimant"]) == ["Wire A", "Paper, B"]
    assert list(claims["title"]) == ["Two dead; army denies", "Café hit"]
    assert list(claims["published"]) == ["2020-03-02", "2020-03-03"]


def test_articles_of_old_versions_are_claims_in_their_own_words():
    claims = read_rows({"source_article": "R 1/3 2020 Two dead; AFP 2/3 2020"}).claims
    assert list(claims["claimant"]) == ["R 1/3 2020 Two dead", "AFP 2/3 2020"]
    assert claims["title"].isna().all()


@pytest.mark.parametrize(
    ("name", "status", "title"),
    [("GEDEvent_v24_1.csv", "Clear", "UCDP GED 24.1"), ("ged171.csv", "Clear", "UCDP GED 17.1"),
     ("GEDEvent_v23_0_5.csv", "Clear", "UCDP Candidate 23.0.5"),
     ("GEDEvent_v26_01_26_06.csv", "Clear", "UCDP Candidate 26.01.26.06"),
     ("mine.csv", "Check for duplicates", "UCDP Candidate"), ("mine.csv", "Clear", "UCDP GED")],
)  # fmt: skip
def test_the_version_is_the_one_that_the_file_names(name, status, title):
    assert read_rows({"code_status": status}, name=name).title == title


def test_old_names_and_names_cut_by_a_shapefile_are_read():
    names = {"best": "best_est", "low": "low_est", "high": "high_est"}
    renamed = {names.get(name, name): text for name, text in ROW.items()}
    shortened = {name[:10]: text for name, text in ROW.items()}
    old, cut = (read_table_text(list(row), [row]) for row in (renamed, shortened))
    assert old.title == "UCDP GED 5 or earlier"
    for reading in (old, cut):
        strike = first(reading)
        assert (strike["killed_max"], strike["civilians_killed_max"]) == (9, 3)
        assert (strike["place_text"], strike["stated_precision"]) == ("Milbrook town", "settlement")


def test_a_file_without_column_names_is_read_from_its_first_row():
    rows = [{**ROW, "id": number} for number in ("81", "82")]
    body = "".join(",".join(row.get(name, "") for name in NAMES) + "\n" for row in rows)
    reading = read_strikes(body.encode(), name="GEDEvent_v24_0_1.csv")
    assert [one.split(":")[1] for one in reading.strikes.index] == ["81", "82"]
    assert list(reading.strikes["killed_max"]) == [9, 9]
    assert reading.title == "UCDP Candidate 24.0.1"
    assert any("no column names: they are UCDP's, row 1 is data" in note for note in reading.notes)


def test_what_r_writes_for_nothing_is_nothing():
    country = first(read_rows({"where_prec": "6", "adm_1": "NA", "adm_2": "NA", "best": "NaN"}))
    assert country["stated_precision"] == "country"
    assert pd.isna(country["governorate_text"])
    assert "district" not in country["note"]
    assert "best estimate" not in country["note"]


def test_a_strangers_table_is_not_claimed():
    columns = ["date_start", "where_prec", "country", "side_a", "best", "latitude", "longitude"]
    assert UCDP.recognise(Table("mine.csv", pd.DataFrame(columns=columns))) == 0
    assert UCDP.recognise(Table("theirs.csv", pd.DataFrame(columns=COLUMNS))) > 0.9


@pytest.mark.skipif(not REFERENCE.exists(), reason="needs ../shared/reference")
@pytest.mark.parametrize("file", ["ucdp_ged/ucdp_ged_syria.csv", "files/ucdp_ukraine_hxl.csv"])
def test_rows_are_as_the_raw_file_has_them(file):
    with (REFERENCE / file).open(encoding="utf-8", newline="") as raw:
        rows = {row["id"].removesuffix(".0"): row for row in csv.DictReader(raw) if row["id"]}
    reading = read_strikes(REFERENCE / file)
    strikes = reading.strikes.set_axis(reading.strikes.index.str.split(":").str[1])
    assert set(rows) == set(strikes.index) & set(rows)
    for number in list(rows)[:: max(1, len(rows) // 200)]:
        row, strike = rows[number], strikes.loc[number]
        counts = sorted(int(float(row[name])) for name in ("low", "best", "high"))
        assert (strike["killed_min"], strike["killed_max"]) == (counts[0], counts[2]), number
        code = row["where_prec"].removesuffix(".0")
        sharp = WHERE_PREC[code] if row["adm_1"] or code in "1235" else strike["stated_precision"]
        assert strike["stated_precision"] == sharp
        assert (strike["geometry"] is not None) == (code in "125")
        assert code not in RADIUS_KM or strike["uncertainty_km"] in (25, 40, 100)
        assert strike["date_start"].date() == date.fromisoformat(row["date_start"])
        assert strike["date_end"].date() == date.fromisoformat(row["date_end"])
        assert row["side_a"] in strike["note"]
        assert strike["source_count"] == row["source_article"].count('";"') + 1, number
