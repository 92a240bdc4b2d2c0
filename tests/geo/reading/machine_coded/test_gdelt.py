"""GDELT's events, with and without their column names: strikes by CAMEO code, and its caution."""

from __future__ import annotations

import pandas as pd
import pytest
from readings import read_table_text

from geo.reading.machine_coded.gdelt import GDELT, GEO_TYPES, KINDS_OF_CAMEO, NAMES
from geo.reading.read import read_strikes
from geo.reading.table import Table
from geo.strikes.checks import validate
from geo.strikes.schema import KINDS, STATUS_OF_PRECISION

ROW = {
    **dict.fromkeys(NAMES, ""),
    "GLOBALEVENTID": "900", "SQLDATE": "20200102", "MonthYear": "202001", "Year": "2020",
    "FractionDate": "2020.0055", "Actor1Code": "XT", "Actor1Name": "TOYLAND",
    "Actor2Name": "LEAGUE", "IsRootEvent": "1", "EventCode": "195", "EventBaseCode": "195",
    "EventRootCode": "19", "QuadClass": "4", "NumMentions": "12", "ActionGeo_Type": "4",
    "ActionGeo_FullName": "Milbrook, Norwold, Toyland", "ActionGeo_CountryCode": "XT",
    "ActionGeo_Lat": "35.934", "ActionGeo_Long": "36.631", "DATEADDED": "20200103000000",
    "SOURCEURL": "https://example.org/1",
}  # fmt: skip
OF_1 = tuple(name for name in NAMES if not name.endswith("ADM2Code"))


def read_rows(*changes: dict[str, str]):
    rows = [{**ROW, "GLOBALEVENTID": str(900 + at), **row} for at, row in enumerate(changes)]
    return read_table_text(NAMES, rows)


def read_nameless(names: tuple[str, ...], *changes: dict[str, str]):
    rows = [{**ROW, **change} for change in changes]
    text = "".join("\t".join(row[name] for name in names) + "\n" for row in rows)
    reading = read_strikes(text.encode(), name="20200103.export.tsv")
    validate(reading.strikes)
    return reading


def test_every_word_of_the_tables_is_one_of_ours():
    assert set(KINDS_OF_CAMEO.values()) <= set(KINDS)
    assert set(GEO_TYPES.values()) <= set(STATUS_OF_PRECISION)
    assert (len(NAMES), len(OF_1)) == (61, 58)


@pytest.mark.parametrize("names", [NAMES, OF_1, OF_1[:-1]], ids=["2.0", "1.0", "1.0 old"])
def test_a_file_without_names_is_read_from_its_first_row(names):
    reading = read_nameless(names, {}, {"GLOBALEVENTID": "901", "EventCode": "1831"})
    strikes = reading.strikes
    assert [one.split(":")[1] for one in strikes.index] == ["900", "901"]
    assert list(strikes["kind"]) == ["airstrike", "ied"]
    assert list(strikes.geometry.x) == [36.631, 36.631]
    assert reading.title == ("GDELT 2.0" if len(names) == 61 else "GDELT 1.0")
    assert any("row 1 is data" in note for note in reading.notes)
    assert len(reading.claims) == (2 if "SOURCEURL" in names else 0)


@pytest.mark.parametrize(
    ("code", "kind", "no_strike"),
    [("195", "airstrike", None), ("1951", "airstrike", None), ("1952", "drone", None),
     ("194", "shelling", None), ("193", "ground", None), ("190", "other", None),
     ("1834", "ied", None), ("202", "other", None), ("043", "other", "CAMEO 043 (consult)"),
     ("43", "other", "CAMEO 043 (consult)"), ("831", "other", "CAMEO 0831 (yield)"),
     ("191", "other", "CAMEO 191 (fight)"), ("173", "other", "CAMEO 173 (coerce)"),
     ("201", "other", "CAMEO 201 (mass violence)"), ("", "other", "no CAMEO code")],
)  # fmt: skip
def test_the_cameo_code_says_what_is_a_strike(code, kind, no_strike):
    strike = read_rows({"EventCode": code}).strikes.iloc[0]
    assert strike["kind"] == kind
    assert (None if pd.isna(strike["not_strike"]) else strike["not_strike"]) == no_strike


@pytest.mark.parametrize(
    ("kind", "name", "parts", "stated"),
    [("4", "Milbrook, Norwold, Toyland", ("Milbrook", "Norwold", "Toyland"), "settlement"),
     ("3", "Milbrook, Kansas, United States", ("Milbrook", "Kansas", "United States"),
      "settlement"),
     ("5", "Norwold, Toyland", (None, "Norwold", "Toyland"), "governorate"),
     ("2", "Kansas, United States", (None, "Kansas", "United States"), "governorate"),
     ("1", "Toyland", (None, None, "Toyland"), "country"),
     ("0", "", (None, None, "Syria"), "unknown"), ("", "", (None, None, "Syria"), "unknown")],
)  # fmt: skip
def test_the_type_of_place_says_how_sharp_it_is(kind, name, parts, stated):
    strike = read_rows({"ActionGeo_Type": kind, "ActionGeo_FullName": name,
                        "ActionGeo_CountryCode": "SY"}).strikes.iloc[0]  # fmt: skip
    texts = strike[["place_text", "governorate_text", "country_text"]]
    assert tuple(None if pd.isna(text) else text for text in texts) == parts
    assert strike["stated_precision"] == stated
    drawn = stated == "settlement"
    assert (strike["geometry"] is not None) == drawn
    assert not drawn or strike["uncertainty_km"] == 10


def test_mentions_are_no_toll_and_nobody_is_an_actor_by_machine():
    reading = read_rows({})
    strike = reading.strikes.iloc[0]
    assert pd.isna(strike["killed_min"])
    assert pd.isna(strike["actor"])
    assert "actor 1 by machine: TOYLAND; actor 2 by machine: LEAGUE" in strike["note"]
    assert "NumMentions 12" in strike["source_codes"]
    assert strike["date_start"] == pd.Timestamp("2020-01-02")
    assert pd.isna(strike["time_local"])
    assert any("not a strike that somebody has checked" in note for note in reading.notes)
    assert list(reading.claims["url"]) == ["https://example.org/1"]


def test_a_strangers_table_is_not_claimed():
    wide = pd.DataFrame([["x"] * 61], columns=[f"column {n}" for n in range(1, 62)], dtype="str")
    assert GDELT.recognise(Table("mine.csv", wide)) == 0
    counts = pd.DataFrame([["7"] * 61], columns=[f"q{n}" for n in range(61)], dtype="str")
    assert GDELT.recognise(Table("mine.csv", counts)) == 0
    assert GDELT.recognise(Table("theirs.csv", pd.DataFrame(columns=list(NAMES)))) > 0.9
