"""DataFrames and the files that hold them: points in degrees, cells as text."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from readings import reasons
from shapely import LineString, Point

from geo.errors import ReadError
from geo.reading.frames import table_of_frame
from geo.reading.read import read_seeds, read_strikes


@pytest.mark.parametrize("ending", ["gpkg", "parquet"])
def test_tables_of_other_projections_are_brought_to_degrees(tmp_path: Path, ending: str) -> None:
    table = gpd.GeoDataFrame(
        {"date": ["2015-09-30", "2015-09-30"], "town": ["Talbisah", "road"]},
        geometry=[Point(36.73, 34.84), LineString([(36, 34), (37, 35)])], crs="EPSG:4326",
    ).to_crs("EPSG:32637")  # fmt: skip
    path = tmp_path / f"a.{ending}"
    table.to_file(path) if ending == "gpkg" else table.to_parquet(path)
    reading = read_strikes(path)
    point = reading.strikes.geometry.iloc[0]
    assert (round(point.x, 6), round(point.y, 6)) == (36.73, 34.84)
    assert "not a point" in reasons(reading)[2]


def test_parquet_without_geometry_has_lon_and_lat_columns(tmp_path: Path) -> None:
    table = pd.DataFrame({"date": ["2015-09-30"], "lon": [36.73], "lat": [34.84], "killed": [3]})
    table.to_parquet(tmp_path / "a.parquet")
    reading = read_strikes(tmp_path / "a.parquet")
    assert reading.strikes.geometry.iloc[0] == Point(36.73, 34.84)


def test_a_frames_cells_are_read_as_those_of_a_file_would_be() -> None:
    frame = pd.DataFrame(
        {
            "Date": pd.to_datetime(["2015-09-30", None, "2015-10-01"]),
            "Town": pd.Categorical(["Talbisah", "Homs", "Hama"]),
            "Killed": [5, None, 0],  # floats, as pandas has them where one is missing
            "Wounded": pd.array([3, None, None], dtype="Int64"),
        },
        index=[7, 7, 9],
    )
    table = table_of_frame(frame, "notes")
    assert table.cells.to_dict("list") == {
        "Date": ["2015-09-30", "", "2015-10-01"],
        "Town": ["Talbisah", "Homs", "Hama"],
        "Killed": ["5", "", "0"],
        "Wounded": ["3", "", ""],
    }
    assert table.cells.index.tolist() == [1, 2, 3]
    reading = read_strikes(frame)
    assert reading.strikes["killed_min"].astype(object).tolist() == [5, pd.NA, 0]
    assert reading.strikes["date_precision"].tolist() == ["day", "unknown", "day"]


def test_a_named_index_is_a_column_and_names_given_twice_are_told_apart() -> None:
    frame = pd.DataFrame([["Homs", "a"], ["Hama", "b"]], columns=["town", "town"])
    frame.index = pd.Index(["2015-09-30", "2015-10-01"], name="date")
    table = table_of_frame(frame, "notes")
    assert list(table.cells.columns) == ["date", "town", "town'"]
    assert table.cells["date"].tolist() == ["2015-09-30", "2015-10-01"]
    assert table_of_frame(frame.rename_axis("town"), "notes").cells["town"].tolist()[0] == "Homs"


def test_a_frames_columns_lon_and_lat_are_points_and_faults_name_the_row() -> None:
    frame = pd.DataFrame({"date": ["2015-09-30"] * 2, "lon": [36.73, 36.7], "lat": [34.84, 95]})
    reading = read_strikes(frame)
    assert reading.strikes.geometry.tolist() == [Point(36.73, 34.84), None]
    assert "latitude 95 is out of range" in reading.strikes["reading_note"].iloc[1]


def test_a_strikes_table_reads_back_as_itself() -> None:
    seeds = read_seeds()
    again = read_strikes(seeds.strikes, claims=seeds.claims)
    assert again.rejected.empty
    assert again.strikes.equals(seeds.strikes)
    assert again.claims.equals(seeds.claims)


def test_a_geodataframe_without_geometry_is_refused_with_the_remedy() -> None:
    frame = gpd.GeoDataFrame({"date": ["2015-09-30"]})
    with pytest.raises(ReadError, match="set_geometry"):
        read_strikes(frame)


def test_an_empty_frame_gives_no_strikes_and_one_without_columns_is_refused() -> None:
    assert len(read_strikes(pd.DataFrame({"date": [], "town": []})).strikes) == 0
    with pytest.raises(ReadError, match="a date column"):
        read_strikes(pd.DataFrame())


def test_a_frames_columns_latitude_and_longitude_are_its_points() -> None:
    frame = pd.DataFrame({"date": ["2015-09-30"], "latitude": [34.84], "longitude": [36.73]})
    assert read_strikes(frame).strikes.geometry.tolist() == [Point(36.73, 34.84)]
