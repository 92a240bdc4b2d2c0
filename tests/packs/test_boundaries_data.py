"""The boundaries that ship: whole, small, and where people know the places to be."""

from __future__ import annotations

import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from joined import SEEN, SYRIA, join_one, note_of, strikes_at
from paths import REFERENCE, ROOT
from shapely.geometry import Point, shape

from geo.placing.join import join_areas
from tools.packs.build_boundaries import GOVERNORATES

needs_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason="reference data (../shared/reference) is not here"
)
DATA = ROOT / "geo" / "data" / "sy"


def test_fourteen_governorates_with_codes_and_names_in_two_scripts():
    areas = SYRIA.levels[1]
    assert areas["code"].tolist() == [f"SY{number:02}" for number in range(1, 15)]
    assert set(zip(areas["code"], areas["name"], strict=True)) == set(GOVERNORATES.values())
    assert areas["name_ar"].str.fullmatch(r"[\u0600-\u06ff ]+").all()
    assert (areas["parent"] == "SY").all()
    assert areas.is_valid.all()


def test_governorates_and_neighbours_touch_without_gap_or_overlap():
    features = json.loads((DATA / "base_map.geojson").read_text(encoding="utf-8"))["features"]
    abroad = [shape(f["geometry"]) for f in features if f["properties"]["kind"] == "neighbour"]
    outlines = [*SYRIA.levels[1].geometry, *abroad]
    assert shapely.coverage_is_valid(outlines)
    land = shapely.coverage_union_all(outlines)
    inner = [ring for part in shapely.get_parts(land) for ring in shapely.get_rings(part)[1:]]
    assert not any(SYRIA.levels[1].intersects(ring).any() for ring in inner)


def test_the_files_are_small_and_rounded():
    assert (DATA / "governorates.geojson").stat().st_size < 40_000
    assert (DATA / "base_map.geojson").stat().st_size < 150_000
    corners = shapely.get_coordinates(SYRIA.levels[1].geometry.array)
    assert np.allclose(corners, corners.round(4), atol=1e-9)


def test_the_contested_part_belongs_to_its_governorates_and_is_drawable():
    areas = SYRIA.levels[1].set_index("code").geometry
    for code, part in zip(SYRIA.contested["code"], SYRIA.contested.geometry, strict=True):
        assert part.difference(areas[code]).area < 1e-6
    assert SYRIA.contested.union_all().covers(Point(35.70, 33.00))
    assert not SYRIA.contested.union_all().covers(Point(SEEN["Quneitra town"]))


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("Majdal Shams", "SY14"),
        ("Quneitra town", "SY14"),
        ("Kobani", "SY02"),
        ("Tell Abyad", "SY11"),
        ("Kassab", "SY06"),
        ("Arwad", "SY10"),
        ("Palmyra", "SY04"),
    ],
)
def test_places_at_the_edge_are_in_their_governorate(place, code):
    assert join_one(SEEN[place]).adm1_code == code


@pytest.mark.parametrize("point", [(35.53, 32.79), (35.57, 33.21), (35.50, 33.89), (37.38, 37.06)])
def test_tiberias_kiryat_shmona_beirut_and_gaziantep_are_in_no_governorate(point):
    row = join_one(point)
    assert pd.isna(row.adm1_code)
    assert note_of(row) == "outside the country"


@needs_reference
def test_the_outlines_agree_with_ocha_on_97_of_100_communities():
    places = pd.read_csv(REFERENCE / "ocha_places" / "locations.csv")
    points = places[["Longitude_x", "Latitude_y"]].to_numpy()
    joined = join_areas(strikes_at(points), SYRIA)
    agree = joined["adm1_code"].to_numpy() == places["admin1Pcode"].to_numpy()
    assert len(places) == 7693
    assert agree.mean() > 0.975
    assert joined["adm1_code"].notna().all()


@needs_reference
def test_our_quneitra_and_contested_land_follow_the_extent_of_ochas():
    path = REFERENCE / "ocha_boundaries" / "syr_admbnda_adm1_uncs_unocha_20201217.shp"
    ocha = gpd.read_file(path).set_index("ADM1_PCODE").geometry
    ours = SYRIA.levels[1].set_index("code").geometry["SY14"]
    assert ours.intersection(ocha["SY14"]).area / ours.union(ocha["SY14"]).area > 0.92
    contested = SYRIA.contested.union_all()
    assert contested.intersection(ocha.union_all()).area / contested.area > 0.95
