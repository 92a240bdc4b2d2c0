"""Around a place: the gazetteer's point, or why there is none and what to ask instead."""

from __future__ import annotations

import re
from functools import cache

import pytest
from strike_rows import table

from gazetteer import load_gazetteer
from geo.errors import FilterError
from geo.land.boundaries import load_boundaries
from geo.placing.asking.areas import NamedAreas
from geo.placing.asking.filters import settle_filters
from geo.strikes.filters import Filters

country_gazetteer = cache(load_gazetteer)


def settle(query: str, gazetteer: object = None) -> Filters:
    asked = Filters.from_query(query)
    pack = gazetteer or country_gazetteer("sy")
    return settle_filters(asked, table({}), load_boundaries("sy"), pack)


@pytest.mark.parametrize("said", ["Talbisah", "talbiseh", "تلبيسة", "Talbisah,Homs"])
def test_a_place_is_found_by_any_spelling(said):
    near = settle(f"around={said},5").near
    assert (near.name, near.km) == ("Talbiseh", 5)
    assert (near.lon, near.lat) == pytest.approx((36.73, 34.84), abs=0.02)


def test_places_that_share_a_name_are_each_found_by_the_id_that_the_refusal_tells():
    with pytest.raises(FilterError, match=r"or its id, as around=ID,km") as caught:
        settle("around=Tishrin,5")
    ids = re.findall(r", (\w+:[\w-]+)\)", str(caught.value))
    known = {place.place_id: place for place in country_gazetteer("sy").places}
    assert len(ids) > 1
    for place_id in ids:
        near, place = settle(f"around={place_id},5").near, known[place_id]
        assert (near.lon, near.lat, near.name) == (place.lon, place.lat, place.name)


@pytest.mark.parametrize("country", ["sy", "ye"])
def test_every_area_that_a_pack_lists_is_taken_by_each_of_its_names(country):
    pack, land = country_gazetteer(country), load_boundaries(country)
    for level, kind, part in ((1, "governorate", "adm1_code"), (2, "district", "adm2_code")):
        known = NamedAreas(level, table({}), land, pack)
        for place in (place for place in pack.places if place.kind == kind):
            names = filter(None, [place.name, place.name_ar, place.place_id, *place.spellings])
            unknown = [name for name in names if getattr(place, part) not in known.find(name)]
            assert not unknown, place.name


def test_other_filters_stay():
    settled = settle("around=Talbisah,5km&governorate=Homs&kind=drone")
    assert settled.governorates == ("SY04",)
    assert settled.kinds == ("drone",)
    assert settled.around == ""


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("around=Talbisah", "around=Talbisah is not read; write it as a place and kilometres"),
        ("around=Talbisah,far", "is not read"),
        ("around=Talbisah,0", "is not read"),
        ("around=,5", "is not read"),
        ("around=Atlantis,5", "no place of this name is known"),
        ("around=Talbisah,5&near=36,34,5", "keep one"),
        ("around=Homs Governorate,5", "ask for it with governorate=SY04"),
        ("around=Al-Bab District,5", "ask for it with district=SY0202"),
        ("around=SY0202,5", "ask for it with district=SY0202"),
        ("around=Tishrin,5", "several places are called 'Tishrin'"),
    ],
)
def test_what_is_no_one_place_is_refused_with_the_remedy(query, told):
    with pytest.raises(FilterError) as caught:
        settle(query)
    assert told in str(caught.value)
