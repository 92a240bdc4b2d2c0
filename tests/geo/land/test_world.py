"""The file of the world: every country reads, neighbours touch, points lie in their own area."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pyarrow as pa
import pytest
import shapely

from geo.land.boundaries import load_boundaries
from geo.land.packed import pack_outlines, unpack_outlines
from geo.land.world import (
    CONTESTED,
    countries_at,
    read_areas,
    read_areas_in,
    read_towns,
    world_countries,
)

ALL = tuple(world_countries())
# Slivers that the source or rounding left, in square degrees: the largest is 0.0003 of Gorizia's.
SLIVER = 0.001


@pytest.fixture(scope="module")
def areas():
    return read_areas(ALL)


def test_the_files_are_small():
    folder = files("geo").joinpath("data", "world")
    sizes = {path.name: len(path.read_bytes()) for path in folder.iterdir() if path.is_file()}
    assert sizes["areas.parquet"] < 4_000_000
    assert sum(sizes.values()) < 5_000_000


@pytest.mark.parametrize("country", ALL)
def test_every_country_loads_with_names_words_and_a_view(country):
    facts = world_countries()[country]
    assert facts["name"]
    assert len(facts["levels"]) == 3
    west, south, east, north = facts["extent"]
    assert -180 <= west < east <= 180
    assert -90 <= south < north <= 90
    loaded = load_boundaries(country.lower())
    assert len(loaded.governorates) > 0
    assert loaded.governorates["name"].str.len().gt(0).all()
    assert loaded.credit == "Boundaries: Natural Earth"


def test_codes_are_unique_and_say_their_country(areas):
    assert areas["code"].is_unique
    assert len(areas) > 4_500
    iso = areas["iso"] != ""
    assert (areas["code"].str[:2] == areas["country"]).all()
    assert (areas["iso"][iso].str[:2] == areas["country"][iso]).all()
    assert (areas["code"][areas["pcode"] != ""] == areas["pcode"][areas["pcode"] != ""]).all()


def test_names_are_unique_within_a_country(areas):
    assert not areas.duplicated(["country", "name"]).any()


def test_outlines_are_sound_and_overlap_by_slivers_only(areas):
    outlines = areas.geometry.to_numpy()
    assert shapely.is_valid(outlines).all()
    assert not shapely.is_empty(outlines).any()
    one, other = shapely.STRtree(outlines).query(outlines, predicate="overlaps")
    shared = shapely.area(shapely.intersection(outlines[one], outlines[other]))
    assert shared.max(initial=0.0) < SLIVER


def test_neighbours_touch(areas):
    rough = shapely.length(shapely.coverage_invalid_edges(areas.geometry.to_numpy()))
    assert (rough > 0).sum() <= 6
    for name, neighbour in (
        ("UA63", "RU-BEL"),
        ("YE11", "YE15"),
        ("SD01", "SD16"),
        ("PS02", "IL-D"),
    ):
        pair = areas[areas["code"].isin([name, neighbour])].geometry.to_numpy()
        assert shapely.length(shapely.intersection(*pair)) > 0.05, (name, neighbour)


def test_a_point_of_every_area_lies_in_its_country(areas):
    points = shapely.point_on_surface(areas.geometry.to_numpy())
    assert (countries_at(points) == areas["country"].to_numpy()).all()


@pytest.mark.parametrize(
    ("place", "point", "country"),
    [
        ("Kharkiv", (36.23, 49.99), "UA"),
        ("Sevastopol", (33.52, 44.6), "UA"),
        ("Gaza", (34.46, 31.5), "PS"),
        ("Hebron", (35.1, 31.53), "PS"),
        ("Sanaa", (44.2, 15.35), "YE"),
        ("Socotra", (54.0, 12.5), "YE"),
        ("Abyei", (28.43, 9.6), "SD"),
        ("Hargeisa", (44.07, 9.56), "SO"),
        ("Pristina", (21.16, 42.66), "XK"),
        ("Stepanakert", (46.75, 39.82), "AZ"),
        ("the Black Sea", (34.0, 43.5), ""),
    ],
)
def test_known_places_lie_where_the_codes_put_them(place, point, country):
    assert countries_at(np.array([shapely.Point(point)]))[0] == country, place


def test_contested_land_has_a_note_and_lies_in_its_country(areas):
    parts = read_areas(ALL, CONTESTED)
    assert {"UA", "PS", "EH", "MA", "IN", "PK", "SD", "XK", "SO", "AZ", "IL"} <= set(
        parts["country"]
    )
    assert parts["note"].str.len().gt(20).all()
    whole = areas.dissolve("country").geometry
    for country, part in zip(parts["country"], parts.geometry, strict=True):
        assert part.area > 0
        assert part.difference(whole[country]).area < SLIVER


def test_only_areas_whose_box_touches_are_read():
    box = (35.5, 33.0, 35.6, 33.1)
    near = read_areas_in(box)
    assert {"LB", "IL"} <= set(near["country"]) <= {"LB", "IL", "SY", "JO", "PS"}
    assert "IL" not in set(read_areas_in(box, but=("IL",))["country"])


def test_towns_have_a_point_in_their_country_or_at_its_edge():
    towns = read_towns()
    assert towns["geonames"].is_unique
    firsts = towns[towns["rank"] == 1]
    points = shapely.points(firsts[["lon", "lat"]].to_numpy())
    assert (countries_at(points) == firsts["country"].to_numpy()).mean() > 0.9
    kyiv = towns[towns["name"] == "Kyiv"].iloc[0]
    assert (kyiv["name_local"], kyiv["rank"]) == ("Київ", 1)


@pytest.mark.parametrize(
    ("country", "city", "section"),
    [
        ("IQ", "Mosul", "Al Mawsil al Jadidah"),
        ("IQ", "Basra", "Al Basrah al Qadimah"),
        ("IQ", "Baghdad", "Sadr City"),
        ("LB", "Beirut", "Ra's Bayrut"),
        ("UA", "Kharkiv", "Saltivka"),
        ("UA", "Mariupol", "Pravyi Bereh"),
        ("SD", "El Geneina", "El Geneina Fort"),
        ("IL", "Jerusalem", "West Jerusalem"),
    ],
)
def test_a_part_of_a_city_is_no_town_whatever_its_people(country, city, section):
    towns = read_towns()
    names = set(towns.loc[towns["country"] == country, "name"])
    assert city in names
    assert section not in names


def test_towns_of_a_pack_have_the_names_of_its_gazetteer():
    towns = read_towns().set_index("geonames")
    columns = ["name", "name_ar", "name_local"]
    assert list(towns.loc[99072, columns]) == ["Mosul", "الموصل", "الموصل"]
    assert list(towns.loc[702658, columns]) == ["Luhansk", "لوهانسك", "Луганськ"]
    assert towns.at[281184, "name_ar"] == "القدس"


def test_packed_outlines_come_back_as_they_were():
    ring = shapely.Polygon([(0, 0), (4, 0), (4, 4), (0, 4)], [[(1, 1), (1, 2), (2, 2), (2, 1)]])
    two = shapely.MultiPolygon([shapely.box(-10.1234, 50, -9, 51), ring])
    table = pa.table(pack_outlines([ring, two]))
    back = unpack_outlines(table)
    assert shapely.equals(back, np.array([ring, two], dtype=object)).all()
    (last,) = unpack_outlines(table.take([1]))
    assert shapely.equals(last, two)
