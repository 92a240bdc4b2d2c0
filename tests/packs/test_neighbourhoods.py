"""Quarters of every pack: each within its town, no two of a town alike, none named as a place."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from packs import PACKS, distance_km, fold, ids_of, parts_of, read_pack_table, with_points

from gazetteer.places import AREA_KINDS
from gazetteer.radii import radius_of

MARGIN_KM = 4.0  # outer estates lie beyond the radius of the built-up town


@pytest.fixture(scope="module", params=PACKS, ids=lambda folder: folder.name)
def places(request):
    return with_points(read_pack_table(request.param))


@pytest.fixture(scope="module")
def quarters(places):
    return places[places["kind"] == "neighbourhood"]


def test_a_quarter_names_the_town_it_lies_in(places, quarters):
    towns = set(places.loc[places["kind"] == "settlement", "place_id"])
    bare = quarters[~quarters["parent_id"].isin(towns)]
    assert bare.empty, ids_of(bare)


def test_a_quarter_lies_within_its_town_and_in_its_governorate(places, quarters):
    whole = places.set_index("place_id")
    for quarter in quarters.itertuples():
        town = whole.loc[quarter.parent_id]
        apart = distance_km(quarter.lon, quarter.lat, town["lon"], town["lat"])
        given = town["uncertainty_km"]
        radius = radius_of(town["kind"]) if math.isnan(given) else given
        assert apart <= radius + MARGIN_KM, (quarter.place_id, apart)
        assert quarter.adm1_code == town["adm1_code"], quarter.place_id


def test_no_two_quarters_of_a_town_have_one_name(quarters):
    for town, own in quarters.groupby("parent_id"):
        names = Counter(
            key
            for quarter in own.itertuples()
            for key in {
                fold(n) for n in (quarter.name, quarter.name_ar, *parts_of(quarter.spellings))
            }
            if key
        )
        twice = [name for name, count in names.items() if count > 1]
        assert not twice, (town, twice)


def test_a_quarter_is_not_spelled_as_another_place_of_its_governorate(places, quarters):
    others = places[~places["kind"].isin(AREA_KINDS)]
    for quarter in quarters.itertuples():
        spelled = {fold(spelling) for spelling in parts_of(quarter.spellings)} - {""}
        for other in others[others["adm1_code"] == quarter.adm1_code].itertuples():
            if other.place_id == quarter.place_id or other.place_id in quarter.note:
                continue
            own = {fold(other.name), fold(other.name_ar)}
            assert not spelled & own or quarter.place_id in other.note, (
                quarter.place_id,
                other.place_id,
                spelled & own,
            )


def test_a_part_without_a_point_of_its_own_is_an_area_that_covers_its_town(places):
    whole = places.set_index("place_id")
    derived = places[places["note"].str.contains("no source gives a point|covers the town")]
    for place in derived.itertuples():
        town = whole.loc[place.parent_id]
        assert town["kind"] == "settlement", place.place_id
        assert place.kind == "area", place.place_id
        assert place.uncertainty_km >= town["uncertainty_km"], place.place_id
        assert distance_km(place.lon, place.lat, town["lon"], town["lat"]) < 0.1, place.place_id
