"""GeoParquet of our own, and cells that only look like claims."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely
from shapely import Point

from geo.errors import ReadError
from geo.export.write import write_strikes
from geo.reading.containers import parquet
from geo.reading.inputs import read_table
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


def test_a_name_that_two_columns_have_is_told_with_its_remedy(tmp_path: Path) -> None:
    columns = [pa.array(["Homs"]), pa.array(["Idlib"]), pa.array(["Hama"])]
    pq.write_table(pa.table(columns, names=["place", "gov", "gov"]), tmp_path / "b.parquet")
    with pytest.raises(ReadError, match="two columns or more are called 'gov'; give each a name"):
        read_table(tmp_path / "b.parquet")


def written(frame: pd.DataFrame, **options: object) -> bytes:
    content = io.BytesIO()
    frame.to_parquet(content, **options)
    return content.getvalue()


def test_what_is_nested_becomes_columns_of_text() -> None:
    frame = pd.DataFrame(
        {"date": ["2015-09-30", "2015-10-01"], "sources": [["A", "B"], []],
         "toll": [{"killed": 5}, {"killed": None}], "picture": [b"\xff", b"\x00"]}
    )  # fmt: skip
    cells = read_table(written(frame), name="a.parquet").cells
    assert cells["sources"].tolist() == ["A;B", ""]
    assert [c for c in cells if cells[c].tolist() == ["5", ""]]
    assert "picture" not in cells


def test_a_geometry_may_have_any_name_and_system() -> None:
    table = gpd.GeoDataFrame(
        {"date": ["2015-09-30", "2015-10-01"]}, geometry=[Point(36.73, 34.84), None], crs=4326
    )
    for frame in (table, table.rename_geometry("where"), table.to_crs(32637)):
        cells = read_table(written(frame), name="a.parquet").cells
        assert list(cells) == ["date", "lon", "lat"]
        assert float(cells["lon"].iloc[0]) == pytest.approx(36.73)
        assert cells["lat"].iloc[1] == ""


def test_a_column_of_that_name_may_hold_text() -> None:
    frame = pd.DataFrame({"date": ["2015-09-30"], "geometry": ["POINT (36 34)"]})
    assert read_table(written(frame), name="a.parquet").cells["geometry"].tolist() == [
        "POINT (36 34)"
    ]


def test_a_named_index_is_a_column_and_an_unnamed_one_none() -> None:
    frame = pd.DataFrame({"place": ["Homs"]}, index=["2015-09-30"])
    assert list(read_table(written(frame), name="a.parquet").cells) == ["place"]
    named = frame.rename_axis("date")
    assert read_table(written(named), name="a.parquet").cells["date"].tolist() == ["2015-09-30"]


def test_a_table_of_our_own_in_another_system_is_brought_to_degrees(tmp_path: Path) -> None:
    seeds = read_seeds()
    write_strikes(seeds.strikes, seeds.claims, tmp_path / "a.parquet")
    moved = gpd.read_parquet(tmp_path / "a.parquet").to_crs(32637)
    reading = read_strikes(written(moved), name="a.parquet")
    drawn = seeds.strikes.geometry.notna().to_numpy()
    apart = shapely.distance(
        reading.strikes.geometry.to_numpy()[drawn], seeds.strikes.geometry.to_numpy()[drawn]
    )
    assert apart.max() < 1e-6
    assert len(reading.claims) == len(seeds.claims)


def test_points_in_either_order_of_bytes_are_the_same_and_other_shapes_no_points(
    tmp_path: Path,
) -> None:
    seeds = read_seeds()
    write_strikes(seeds.strikes, seeds.claims, tmp_path / "a.parquet")
    own = pq.read_table(tmp_path / "a.parquet")
    at = own.column_names.index("geometry")
    turned = shapely.to_wkb(seeds.strikes.geometry.to_numpy(), byte_order=0)
    assert turned[0][0] == 0, "the first byte says so"
    pq.write_table(own.set_column(at, "geometry", [turned.tolist()]), tmp_path / "b.parquet")
    assert read_strikes(tmp_path / "b.parquet").strikes.equals(seeds.strikes)
    lines = [shapely.LineString([(36, 34), (37, 35)]).wkb] * len(own)
    pq.write_table(own.set_column(at, "geometry", [lines]), tmp_path / "c.parquet")
    with pytest.raises(ReadError, match=r"c\.parquet: a geometry is no point"):
        read_strikes(tmp_path / "c.parquet")


def test_more_cells_than_memory_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "CELLS", replace(parquet.CELLS, most=10))
    with pytest.raises(ReadError, match=r"a\.parquet: 6 rows of 2 columns .*split the file"):
        read_table(written(pd.DataFrame({"a": range(6), "b": 1})), name="a.parquet")


def test_what_is_no_parquet_is_refused() -> None:
    with pytest.raises(ReadError, match=r"a\.parquet: not readable as Parquet"):
        read_table(b"PAR1 and nothing else PAR1", name="a.parquet")
