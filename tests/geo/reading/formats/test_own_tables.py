"""Our own tables come back as they were; what matching fills may be empty."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from paths import ROOT
from readings import read, reasons

from geo.errors import ReadError
from geo.export.formats.csv import claims_to_csv, to_csv
from geo.reading.formats import own_tables
from geo.reading.read import read_seeds, read_strikes
from geo.reading.result import Reading

OWN = """strike_id,kind,date_start,date_end,date_precision,place_text,precision,killed_min,lon,lat
s:1,airstrike,2015-09-30,2015-09-30,day,Talbisah,,5,36.73,34.84
s:2,airstrike,2015-09-30,2015-10-01,,Homs,,,,
s:3,rocket,2015-09-30,2015-09-30,day,Homs,,,,
s:4,airstrike,30/09/2015,2015-09-30,day,Homs,,,,
s:5,airstrike,2015-10-01,2015-09-30,day,Homs,,,,
s:6,airstrike,2015-09-30,2015-09-30,day,Homs,governorate,,36.73,34.84
s:7,airstrike,2015-09-30,2015-09-30,day,Homs,,five,,
s:1,airstrike,2015-09-30,2015-09-30,day,Homs,,,,
,airstrike,2015-09-30,2015-09-30,day,Homs,,,,
"""
CLAIMS = """claim_id,strike_id,claimant,killed_min
c:1,s:1,SOHR,5
c:2,s:9,SOHR,
c:1,s:2,SOHR,
c:3,s:2,SOHR,five
,s:2,SOHR,
"""


def test_our_own_table_is_recognised_and_what_matching_fills_may_be_empty() -> None:
    reading = read(OWN, claims=CLAIMS.encode())
    strikes = reading.strikes
    assert strikes.index.tolist() == ["s:1", "s:2", "s:3", "s:4", "s:7"]
    assert strikes["match_method"].tolist() == ["given", *["none"] * 4]
    assert strikes["date_precision"].tolist() == ["day", "week", "day", "unknown", "day"]
    assert strikes["kind"].tolist() == ["airstrike", "airstrike", "other", *["airstrike"] * 2]
    assert strikes["source_count"].tolist() == [1, 3, 0, 0, 0]
    assert strikes["reading_note"].fillna("").str[:40].tolist() == [
        "", "", "kind 'rocket' is none of airstrike, dron",
        "date_start '30/09/2015' is no day, writt", "killed_min 'five' is no whole number: le",
    ]  # fmt: skip
    assert reading.claims["claim_id"].tolist() == ["c:1", "c:3"]
    assert "killed_min 'five' is no whole number" in reading.claims["note"].iloc[1]
    found = reasons(reading)
    expected = {
        6: "date_end is before", 7: "geometry must be null",
        9: "id 's:1' was used in row 2", 10: "strike_id is empty",
    }  # fmt: skip
    assert set(found) == set(expected)
    assert all(why in found[row] for row, why in expected.items())
    refused = reading.rejected_claims.set_index("row")["reason"]
    assert "names no strike" in refused[3]
    assert "given twice" in refused[4]
    assert "claim_id is empty" in refused[6]


def test_texts_made_harmless_for_spreadsheets_are_taken_back_from_csv_alone() -> None:
    cells = "s:1,airstrike,2015-09-30,2015-09-30,day,'=Homs"
    csv = f"strike_id,kind,date_start,date_end,date_precision,place_text\n{cells}\n"
    assert read(csv).strikes["place_text"].tolist() == ["=Homs"]
    frame = pd.DataFrame([cells.split(",")], columns=csv.splitlines()[0].split(","))
    assert read_strikes(frame).strikes["place_text"].tolist() == ["'=Homs"]


def test_columns_chosen_by_hand_are_read_as_chosen_even_in_our_own_table() -> None:
    columns = {"strike_id": "id", "date_start": "date", "place_text": "place_text"}
    reading = read(OWN, columns=columns)
    assert reading.columns == columns
    assert "field-notes:s:1" in reading.strikes.index


def test_claims_beside_the_strikes_are_found(tmp_path: Path) -> None:
    for strikes, claims in (("strikes.csv", "claims.csv"), ("mine.csv", "mine.claims.csv")):
        (tmp_path / strikes).write_text(OWN, encoding="utf-8")
        (tmp_path / claims).write_text(CLAIMS, encoding="utf-8")
        assert len(read_strikes(tmp_path / strikes).claims) == 2


def test_a_table_without_claim_ids_is_no_claims_table() -> None:
    with pytest.raises(ReadError, match="claim_id and strike_id"):
        read(OWN, claims=b"a,b\n1,2\n")


def test_the_shipped_strikes_read_back_byte_for_byte() -> None:
    seeds = read_seeds()
    folder = ROOT / "geo" / "data" / "seeds"
    assert seeds.rejected.empty
    assert seeds.rejected_claims.empty
    assert to_csv(seeds.strikes) == (folder / "strikes.csv").read_text(encoding="utf-8")
    assert len(read_strikes(claims_free(seeds), name="s.csv").strikes) == len(seeds.strikes)
    assert claims_to_csv(seeds.claims).count("\n") == len(seeds.claims) + 1


def claims_free(seeds: Reading) -> bytes:
    return to_csv(seeds.strikes).encode()


def test_points_keep_their_last_bit_and_sign_where_rows_share_places() -> None:
    lons = [-0.0, 0.0, 36.73, None, 36.73, 0.1 + 0.2]
    lats = [51.5, 51.5, 34.84, None, 34.84, 0.3]
    rows = pd.DataFrame({"lon": lons, "lat": lats})
    points = gpd.GeoSeries(own_tables._points(rows))
    assert [None if p is None else (str(p.x), str(p.y)) for p in points] == [
        None if pd.isna(x) else (str(x), str(y)) for x, y in zip(lons, lats, strict=True)
    ]
