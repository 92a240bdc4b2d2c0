"""Around a place: the gazetteer's point, or why there is none and what to ask instead."""

from __future__ import annotations

from functools import cache

import pytest
from strike_rows import table

from gazetteer import load_gazetteer
from geo.errors import FilterError
from geo.land.boundaries import load_boundaries
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
        ("around=Homs Governorate,5", "ask for it with governorate="),
        ("around=Tishrin,5", "several places are called 'Tishrin'"),
    ],
)
def test_what_is_no_one_place_is_refused_with_the_remedy(query, told):
    with pytest.raises(FilterError) as caught:
        settle(query)
    assert told in str(caught.value)
