"""Boundary files handed over in place of those that ship."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from joined import SEEN, join_one, note_of, strikes_at
from paths import REFERENCE
from shapely.geometry import Point, box
from toy_areas import EAST, QUARTERS, WEST, write_areas

from geo.errors import BoundaryError
from geo.land.base_map import make_base_map
from geo.land.boundaries import load_boundaries
from geo.placing.join import join_areas

needs_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason="reference data (../shared/reference) is not here"
)


def test_files_of_two_levels_replace_what_ships(toyland):
    assert {level: len(areas) for level, areas in toyland.levels.items()} == {1: 2, 2: 3}
    assert toyland.levels[2]["parent"].tolist() == ["XX1", "XX1", "XX2"]
    row = join_one((0.5, 0.75), boundaries=toyland)
    assert (row.adm1_code, row.adm1_name) == ("XX1", "West")
    assert (row.adm2_code, row.adm2_name) == ("XX102", "Quarter 2")
    assert pd.isna(row.adm3_code)


def test_districts_alone_are_joined_to_governorates(tmp_path):
    toy = load_boundaries("xx", [write_areas(tmp_path / "two.gpkg", QUARTERS)])
    assert toy.levels[1]["code"].tolist() == ["XX1", "XX2"]
    assert toy.levels[1].geometry.iloc[0].equals(box(0, 0, 1, 1))


def test_one_level_may_come_in_several_files_and_lower_case_columns(tmp_path):
    lower = {name.lower(): value for name, value in WEST.items()}
    paths = [
        write_areas(tmp_path / "west.geojson", [lower]),
        write_areas(tmp_path / "east.geojson", [EAST]),
    ]
    assert load_boundaries("xx", paths).levels[1]["code"].tolist() == ["XX1", "XX2"]


def test_other_coordinate_systems_are_turned_into_degrees(tmp_path):
    table = gpd.GeoDataFrame([WEST], crs="EPSG:4326").to_crs("EPSG:3857")
    table.to_file(tmp_path / "metres.shp")
    areas = load_boundaries("xx", [tmp_path / "metres.shp"]).levels[1]
    assert np.allclose(areas.total_bounds, [0, 0, 1, 1], atol=1e-6)


def without(row, *names):
    return {name: value for name, value in row.items() if name not in names}


@pytest.mark.parametrize(
    ("rows", "remedy"),
    [
        ([without(WEST, "ADM1_PCODE")], "give COD-AB polygons of level 1, 2 or 3"),
        ([{**WEST, "ADM4_PCODE": "XX1010101"}], "give COD-AB polygons of level 1, 2 or 3"),
        ([without(WEST, "ADM1_EN")], "no column ADM1_EN"),
        ([WEST, {**EAST, "ADM1_PCODE": "XX1"}], "XX1 comes twice"),
        ([WEST, {**EAST, "ADM1_PCODE": None}], "area 2 has no ADM1_PCODE"),
        ([{**WEST, "geometry": Point(0, 0)}], "not polygons"),
    ],
)
def test_a_file_that_cannot_serve_is_named_with_a_remedy(tmp_path, rows, remedy):
    path = write_areas(tmp_path / "bad.geojson", rows)
    with pytest.raises(BoundaryError, match=r"bad\.geojson") as caught:
        load_boundaries("xx", [path])
    assert remedy in str(caught.value)


def test_the_same_governorate_in_two_files_is_refused(tmp_path):
    paths = [write_areas(tmp_path / f"{name}.geojson", [WEST]) for name in ("one", "again")]
    with pytest.raises(BoundaryError, match=r"again\.geojson.*XX1"):
        load_boundaries("xx", paths)


def test_no_coordinate_system_and_no_degrees_is_refused(tmp_path):
    far = gpd.GeoDataFrame([{**WEST, "geometry": box(5e5, 4e6, 6e5, 5e6)}])
    with pytest.warns(UserWarning, match="crs"):
        far.to_file(tmp_path / "bare.shp")
    with pytest.raises(BoundaryError, match=r"bare\.shp.*\.prj"):
        load_boundaries("xx", [tmp_path / "bare.shp"])


@pytest.mark.parametrize(
    ("name", "why"),
    [("absent.shp", "cannot be read"), ("text.geojson", "is no GeoPackage, GeoJSON")],
)
def test_what_is_no_map_is_refused(tmp_path, name, why):
    (tmp_path / "text.geojson").write_text("not a map")
    with pytest.raises(BoundaryError, match=f"{name}.*{why}"):
        load_boundaries("xx", [tmp_path / name])


def test_a_country_without_a_pack_needs_files():
    with pytest.raises(BoundaryError, match="--boundaries"):
        load_boundaries("zz")


@needs_reference
def test_ocha_files_of_three_levels_place_ocha_communities():
    folder = REFERENCE / "ocha_boundaries"
    ocha = load_boundaries("sy", sorted(folder.glob("syr_admbnda_adm[123]_*.shp")))
    assert {level: len(areas) for level, areas in ocha.levels.items()} == {1: 14, 2: 62, 3: 272}
    places = pd.read_csv(REFERENCE / "ocha_places" / "locations.csv")
    points = places[["Longitude_x", "Latitude_y"]].to_numpy()
    joined = join_areas(strikes_at(points), ocha)
    for level in (1, 2, 3):
        own = places[f"admin{level}Pcode"].to_numpy()
        assert (joined[f"adm{level}_code"].to_numpy() == own).mean() > 0.99
    assert joined["adm3_name"].notna().mean() > 0.99
    assert "contested" in note_of(join_one(SEEN["Majdal Shams"], boundaries=ocha))


@needs_reference
def test_neighbourhood_polygons_are_not_taken_for_districts():
    path = REFERENCE / "ocha_boundaries" / "syr_neighbourhoods_unocha_20201217.shp"
    with pytest.raises(BoundaryError, match="level 1, 2 or 3"):
        load_boundaries("sy", [path])


def test_a_country_that_ships_without_governorates_has_no_levels(tmp_path, monkeypatch):
    monkeypatch.setattr("geo.land.boundaries.data_folder", lambda country: tmp_path / country)
    (tmp_path / "xx").mkdir()
    bare = load_boundaries("xx")
    assert bare.levels == {}
    assert len(bare.governorates) == 0
    row = join_one((36.7, 34.8), boundaries=bare, governorate_text="Homs")
    assert pd.isna(row.adm1_code)
    assert note_of(row) == ""
    assert make_base_map(bare)["bounds"] == [-180.0, -85.0, 180.0, 85.0]


def test_areas_of_another_country_are_not_taken_for_the_one_at_hand(tmp_path):
    oblast = {"ADM1_PCODE": "UA46", "ADM1_EN": "Lvivska", "geometry": box(23.5, 49.5, 24.5, 50)}
    file = write_areas(tmp_path / "oblasts.geojson", [oblast])
    with pytest.raises(BoundaryError, match=r"codes begin with UA, of none of sy; .*--country"):
        load_boundaries("sy", [file])
    assert load_boundaries("ua", [file]).governorates["name"].tolist() == ["Lvivska"]
