"""Any table with dates and places becomes strikes with their claims."""

from __future__ import annotations

import pandas as pd
import pytest
from paths import REFERENCE
from readings import read

from geo.errors import ReadError
from geo.reading.columns import guess_columns
from geo.reading.read import read_strikes

TABLE = """Date,Town,Province,Killed,Source,URL
2015-09-30,Talbisah,Homs,3-5,SOHR,https://example.org/1
,Duwaylah,Idlib,70+,,
2015-10,,,,,
"""


def test_a_strangers_table_becomes_strikes_with_claims() -> None:
    reading = read(TABLE)
    assert len(reading.strikes) == 3
    assert reading.rejected.empty
    first, undated, nowhere = (row for _, row in reading.strikes.iterrows())
    assert (first["place_text"], first["governorate_text"]) == ("Talbisah", "Homs")
    assert (first["killed_min"], first["killed_max"]) == (3, 5)
    assert (undated["date_precision"], undated["killed_min"]) == ("unknown", 70)
    assert pd.isna(undated["date_start"])
    assert pd.isna(undated["killed_max"])
    assert (nowhere["location_status"], nowhere["date_precision"]) == ("unlocated", "month")
    assert pd.isna(nowhere["killed_min"])
    assert list(reading.strikes["source_count"]) == [1, 0, 0]
    claim = reading.claims.iloc[0]
    assert (claim["claimant"], claim["url"]) == ("SOHR", "https://example.org/1")
    assert (claim["toll_text"], claim["toll_scope"], claim["killed_min"]) == (
        "killed: 3-5",
        "strike",
        3,
    )
    assert claim["date_text"] == "2015-09-30"


def test_columns_not_used_and_a_missing_place_are_noted() -> None:
    notes = read("date,governorate,Zeile,Spalte\n2015-09-30,Homs,1,2\n").notes
    assert "columns not used: Zeile, Spalte" in notes
    assert any(note.startswith("no column was taken as the place: a row is") for note in notes)
    quiet = read("date,place\n2015-09-30,Homs\n").notes
    assert not any("not used" in note or "as the place" in note for note in quiet)


def test_own_columns_called_row_and_reason_are_kept() -> None:
    reading = read("date,place,row,reason\n2015-09-30,Homs,,\n,,7,because\n")
    kept = reading.rejected.iloc[0]
    assert (kept["row"], kept["row_in"], kept["reason_in"]) == (3, "7", "because")


def test_ids_are_stable_when_other_rows_change_and_numbered_among_equals() -> None:
    row = "2015-09-30,Homs\n"
    alone = read(f"date,place\n{row}").strikes.index[0]
    among = read(f"date,place\n2015-10-01,Hama\n{row}{row}").strikes.index
    assert list(among[1:]) == [alone, f"{alone}-2"]


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ({"when": "date", "place": "place_text"}, "there is no column 'when'"),
        ({"date": "colour"}, "cannot mean 'colour'"),
        ({"date": "date", "place": "date"}, "two columns are chosen as date"),
        ({"date": "date"}, "a place column"),
    ],
)
def test_chosen_columns_must_make_sense(columns: dict[str, str], why: str) -> None:
    with pytest.raises(ReadError, match=why):
        read("date,place\n2015-09-30,Homs\n", columns=columns)


@pytest.mark.skipif(not REFERENCE.exists(), reason="needs ../shared/reference")
def test_the_syrian_archives_points_are_read_as_published() -> None:
    path = REFERENCE / "syrian_archive" / "russian_attacks.csv"
    published = pd.read_csv(path).set_index("code")
    columns = {**guess_columns(["code", "url", "source", "loc_en", "lat", "lon"]),
               "recorded": "date"}  # fmt: skip
    reading = read_strikes(path, columns=columns)
    assert reading.rejected.empty
    assert len(reading.strikes) == len(reading.claims) == len(published)
    points = reading.strikes.geometry.set_axis(published.index)
    assert (points.x - published["lon_dec"]).abs().max() < 1e-9
    assert (points.y - published["lat_dec"]).abs().max() < 1e-9


def test_what_struck_is_read_off_the_weapon_where_no_column_says_it() -> None:
    reading = read("date,place,weapon type,actor\n2016-05-04,Mill,Barrel bomb,Unknown\n"
                   "2016-05-05,Mill,Su-24,Power A\n")  # fmt: skip
    assert reading.strikes["kind"].tolist() == ["airstrike", "other"]
    assert reading.strikes["weapon"].tolist() == ["Barrel bomb", "Su-24"]
    assert "no column says the kind, what struck: it is read off 'weapon type'" in reading.notes
    assert reading.strikes["actor"].fillna("nobody").tolist() == ["nobody", "Power A"]
    assert reading.strikes["attribution"].fillna("none").tolist() == ["none", "alleged"]
