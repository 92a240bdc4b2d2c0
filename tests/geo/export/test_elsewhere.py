"""Exports open in what others use, with as many rows and the same values."""

from __future__ import annotations

import csv
import json
import subprocess
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
from many_strikes import UCDP_ROWS, many_strikes
from outgoing import HOSTILE_CELLS, claims_for, shipped, table

from geo.export.write import write_strikes

COUNTS = ["killed_min", "killed_max", "source_count"]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with strikes of UCDP's number in every format of tables."""
    folder = tmp_path_factory.mktemp("many")
    for ending in (".parquet", ".csv", ".geojson"):
        write_strikes(*many_strikes(), folder / f"strikes{ending}")
    return folder


def assert_equal(read: pd.DataFrame, points: gpd.GeoSeries | None) -> None:
    """Fail where a table that another program read is not the strikes that went out."""
    strikes = many_strikes()[0].iloc[: len(read)]
    read = read.set_index("strike_id")
    assert read.index.tolist() == strikes.index.tolist()
    for name in ("place_text", "kind", "location_status"):
        assert read[name].tolist() == strikes[name].tolist()
    for name in COUNTS:
        there, here = (one[name].astype("Float64") for one in (read, strikes))
        assert there.isna().equals(here.isna()), f"{name}: a null is a number, or the other way"
        assert there.dropna().tolist() == here.dropna().tolist()
    for name in ("date_start", "date_end"):
        there = pd.to_datetime(read[name]).astype("datetime64[s]")
        assert there.equals(strikes[name]), name
    if points is not None:
        placed = strikes.geometry.notna().to_numpy()
        assert (points.notna() & ~points.is_empty).to_numpy().tolist() == placed.tolist()
        for axis in ("x", "y"):
            there, here = (getattr(one[placed], axis) for one in (points, strikes.geometry))
            assert np.abs(there.to_numpy() - here.to_numpy()).max() < 1e-6


@pytest.mark.parametrize(("ending", "rows"), [(".gpkg", UCDP_ROWS), (".geojson", 1_000)])
def test_gdal_reads_days_as_days_and_every_row(tmp_path: Path, ending: str, rows: int) -> None:
    path = tmp_path / f"strikes{ending}"
    strikes, claims = many_strikes()
    write_strikes(strikes.iloc[:rows], claims, path)
    layer = "strikes" if ending == ".gpkg" else None
    info = pyogrio.read_info(path, layer=layer)
    types = dict(zip(info["fields"], info["ogr_types"], strict=True))
    assert types["date_start"] == types["date_end"] == "OFTDate"
    assert types["killed_min"] in ("OFTInteger", "OFTInteger64")
    read = pyogrio.read_dataframe(path, layer=layer)
    assert len(read) == rows
    assert_equal(read, read.geometry)


def test_geopandas_reads_parquet_and_takes_only_what_is_in_view(many: Path) -> None:
    read = gpd.read_parquet(many / "strikes.parquet")
    assert_equal(read, read.geometry)
    west, south, east, north = box = (36.0, 35.0, 37.0, 36.0)
    points = many_strikes()[0].geometry
    inside = points.x.between(west, east) & points.y.between(south, north)
    assert len(gpd.read_parquet(many / "strikes.parquet", bbox=box)) == inside.sum() > 100


def test_duckdb_reads_each_table_as_it_is(many: Path) -> None:
    import duckdb

    with duckdb.connect() as opened:
        for source in ("'{}/strikes.parquet'", "read_csv('{}/strikes.csv', all_varchar=false)"):
            read = opened.sql(f"SELECT * FROM {source.format(many)}").df()
            assert_equal(read, None)
        boxed = opened.sql(
            f"SELECT count(*) FROM '{many}/strikes.parquet' WHERE bbox.xmin IS NOT NULL"
        ).fetchall()
        assert boxed == [(many_strikes()[0].geometry.notna().sum(),)]
        claims = opened.sql(f"SELECT count(*) FROM '{many}/claims.csv'").fetchall()
        assert claims == [(UCDP_ROWS,)]
        features = opened.sql(
            "SELECT json_array_length(json, '$.features')::INT FROM read_json_objects("
            f"'{many}/strikes.geojson', format='unstructured', maximum_object_size=200000000)"
        ).fetchall()
        assert features == [(UCDP_ROWS,)]


def test_geojson_passes_a_validator_that_others_wrote(tmp_path: Path) -> None:
    import geojson_validator as validator

    write_strikes(shipped().strikes, shipped().claims, tmp_path / "a.geojson")
    collection = json.loads((tmp_path / "a.geojson").read_text("utf-8"))
    assert validator.validate_structure(collection, check_crs=True) == {}
    located = [one for one in collection["features"] if one["geometry"]]
    found = validator.validate_geometries({**collection, "features": located})
    assert not found["invalid"]
    for one in collection["features"]:
        assert one["properties"]["strike_id"] == one["id"]


def test_libreoffice_opens_workbook_and_csv_and_runs_no_cell(
    libreoffice: str, tmp_path: Path
) -> None:
    strikes = table(HOSTILE_CELLS)
    for ending in (".xlsx", ".csv"):
        write_strikes(strikes, claims_for(strikes), tmp_path / f"hostile{ending}")
    write_strikes(shipped().strikes, shipped().claims, tmp_path / "seeds.xlsx")
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    (tmp_path / "out").mkdir()
    done = subprocess.run(
        [libreoffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", every_sheet, "--outdir", str(tmp_path / "out"),
         *(str(tmp_path / name) for name in ("hostile.xlsx", "hostile.csv", "seeds.xlsx"))],
        capture_output=True, text=True, timeout=180,
    )  # fmt: skip
    written = {path.name: path for path in (tmp_path / "out").iterdir()}
    if not written:
        pytest.skip(f"LibreOffice opens no tables here: {done.stderr[:200]}")
    opened = rows_of(written["hostile-strikes.csv"])
    for row, text in zip(opened, HOSTILE_CELLS, strict=True):
        assert row["place_text"].replace("\r", "") == text.replace("\r", "")
    seeds = rows_of(written["seeds-strikes.csv"])
    assert [row["strike_id"] for row in seeds] == shipped().strikes.index.tolist()
    days = shipped().strikes["date_start"].dt.strftime("%Y-%m-%d").fillna("")
    assert [row["date_start"] for row in seeds] == days.tolist()
    assert len(rows_of(written["seeds-claims.csv"])) == len(shipped().claims)
    assert rows_of(written["seeds-read me.csv"])[0]["about"] == "Rows"
    [texts] = [path for name, path in written.items() if name.startswith("hostile") and
               name.removesuffix(".csv") in ("hostile", "hostile-hostile")]  # fmt: skip
    assert len(rows_of(texts)) == len(HOSTILE_CELLS)
    assert not any(
        text in path.read_text("utf-8") for path in written.values() for text in ("#NAME?", "Err:5")
    )


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
