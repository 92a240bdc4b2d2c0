"""GeoParquet of our own, and cells that only look like claims."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.export.write import write_strikes
from geo.reading.read import read_seeds, read_strikes


def test_our_own_geoparquet_holds_the_claims(tmp_path: Path) -> None:
    seeds = read_seeds()
    write_strikes(seeds.strikes, seeds.claims, tmp_path / "a.parquet")
    reading = read_strikes(tmp_path / "a.parquet")
    assert reading.strikes.equals(seeds.strikes)
    assert len(reading.claims) == len(seeds.claims)


def test_a_column_of_claims_that_holds_no_records_is_a_column_of_texts(tmp_path: Path) -> None:
    table = {"date": ["2015-09-30"], "place": ["Homs"], "claims": ["two, unclear"],
             "strike_id": ["a"]}  # fmt: skip
    pd.DataFrame(table).to_parquet(tmp_path / "a.parquet")
    reading = read_strikes(tmp_path / "a.parquet")
    assert reading.strikes["place_text"].tolist() == ["Homs"]
    assert "columns not used: claims" in reading.notes
