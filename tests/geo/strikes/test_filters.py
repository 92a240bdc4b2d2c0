"""Filters round trip, say what they mean, and totals add up."""

from __future__ import annotations

from datetime import date
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point

from geo.errors import FilterError
from geo.strikes.checks import validate
from geo.strikes.filters import NOT_REPORTED, Filters, filter_strikes
from geo.strikes.schema import KINDS, LOCATION_STATUSES, make_strikes
from geo.strikes.totals import count_totals

POINT = {"precision": "settlement", "location_status": "located", "uncertainty_km": 2.0,
         "match_method": "given", "geometry": Point(36.4, 36.0)}  # fmt: skip
AREA = {"precision": "governorate", "location_status": "area_only", "match_method": "exact"}
NOWHERE = {"precision": "unknown", "location_status": "unlocated", "match_method": "vague"}
IDLIB = {"adm1_code": "SY07", "adm1_name": "Idlib"}
HAMA = {"adm1_code": "SY05", "adm1_name": "Hama"}


def day(first: str, last: str | None = None, precision: str = "day") -> dict[str, Any]:
    return {"date_start": first, "date_end": last or first, "date_precision": precision}


ROWS: dict[str, dict[str, Any]] = {
    "duwaylah": {**POINT, **IDLIB, **day("2020-10-26"), "place_text": "Duwaylah",
                 "place_name_ar": "الدويلة", "actor": "Russian Air Force",
                 "target": "Headquarters", "killed_min": 70, "killed_max": 100},
    "july": {**POINT, **HAMA, **day("2015-07-01", "2015-07-31", "month"),
             "place_text": "Al-Laṭāminah", "actor": "Syrian Air Force; Russian Air Force",
             "event_id": "e", "toll_lead": "july", "killed_min": 5},
    "follower": {**AREA, **HAMA, **day("2015-07-14"), "event_id": "e", "toll_lead": "july"},
    "undated": {**NOWHERE, "date_precision": "unknown", "kind": "ground",
                "place_text": "several towns"},
    "undated_point": {**POINT, **IDLIB, "date_precision": "unknown", "kind": "drone",
                      "place_text": "Ma'arrat al-Nu'man", "killed_max": 3},
}  # fmt: skip


@pytest.fixture
def strikes() -> gpd.GeoDataFrame:
    defaults = {"kind": "airstrike", "event_status": "reported", "source_count": 1}
    table = pd.DataFrame([{**defaults, **row} for row in ROWS.values()], index=list(ROWS))
    return validate(make_strikes(table))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", list(ROWS)),
        ("?", list(ROWS)),
        ("from=2020-01-01", ["duwaylah", "undated", "undated_point"]),
        ("to=2015-07-01", ["july", "undated", "undated_point"]),
        ("from=2015-07-31&to=2015-08-31", ["july", "undated", "undated_point"]),
        ("from=2015-07-14&to=2015-07-14", ["july", "follower", "undated", "undated_point"]),
        ("from=2015-08-01&to=2015-08-31", ["undated", "undated_point"]),
        ("kind=drone,ground", ["undated", "undated_point"]),
        ("kind=drone&kind=ground", ["undated", "undated_point"]),
        ("governorate=SY07", ["duwaylah", "undated_point"]),
        ("governorate=idlib&governorate=Hama", ["duwaylah", "july", "follower", "undated_point"]),
        ("governorate=not+reported", ["undated"]),
        ("status=area_only,unlocated", ["follower", "undated"]),
        ("actor=russian+air+force", ["duwaylah", "july"]),
        ("actor=Air+Force", []),
        ("actor=Syrian+Air+Force&actor=not+reported",
         ["july", "follower", "undated", "undated_point"]),
        ("q=LATAMINAH", ["july"]),
        ("q=al+lataminah", ["july"]),
        ("q=الدويله", ["duwaylah"]),
        ("q=headquarters+duwaylah", ["duwaylah"]),
        ("q=headquarters+lataminah", []),
        ("q=maarrat", ["undated_point"]),
        ("q=.*", []),
        ("q=force&kind=airstrike&governorate=SY05&to=2016-01-01", ["july"]),
    ],
)  # fmt: skip
def test_a_query_keeps_these_strikes(
    strikes: gpd.GeoDataFrame, query: str, expected: list[str]
) -> None:
    assert list(filter_strikes(strikes, Filters.from_query(query)).index) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("governorate=SY07", ["duwaylah", "undated", "undated_point"]),
        ("governorate=idlib", ["duwaylah", "undated", "undated_point"]),
        ("governorate=SY05", ["july"]),
        ("governorate=Atlantis", ["follower"]),
        ("governorate=not+reported", ["follower"]),
    ],
)
def test_a_row_without_a_code_is_found_by_the_governorate_of_its_report(
    strikes: gpd.GeoDataFrame, query: str, expected: list[str]
) -> None:
    stated = strikes.copy()
    stated.loc[["undated", "july"], "governorate_text"] = "Idlib"
    stated.loc["follower", "governorate_text"] = "Atlantis"
    stated.loc["follower", ["adm1_code", "adm1_name"]] = None
    assert list(filter_strikes(stated, Filters.from_query(query)).index) == expected


@pytest.mark.parametrize(
    ("query", "named", "remedy"),
    [
        ("shade=red", "shade", "the parts are from, to"),
        ("kind=rocket", "kind=rocket", "airstrike, drone"),
        ("status=somewhere", "status=somewhere", "area_only"),
        ("from=2015-13-01", "from=2015-13-01", "year-month-day"),
        ("to=30/09/2015", "to=30/09/2015", "year-month-day"),
        ("from=20150930", "from=20150930", "year-month-day"),
        ("from=2015-01-01&from=2015-01-02", "from is given 2 times", "keep one"),
        ("from=2015-02-01&to=2015-01-01", "before from", "swap"),
        ("kind=", "kind is empty", "leave it out"),
        ("kind", "'kind'", "name=value"),
        ("q=%FF", "%FF", "name=value"),
    ],
)
def test_a_malformed_query_is_refused_with_part_and_remedy(
    query: str, named: str, remedy: str
) -> None:
    with pytest.raises(FilterError) as caught:
        Filters.from_query(query)
    assert named in str(caught.value)
    assert remedy in str(caught.value)


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
some_filters = st.builds(
    lambda days, governorates, kinds, actors, statuses, text: Filters(
        min(days, default=None), max(days, default=None), governorates, kinds, actors, statuses,
        text),
    st.lists(st.dates(min_value=date(1000, 1, 1)), min_size=2, max_size=2) | st.just([]),
    st.lists(words, max_size=3).map(tuple),
    st.lists(st.sampled_from(KINDS), max_size=3).map(tuple),
    st.lists(words, max_size=3).map(tuple),
    st.lists(st.sampled_from(LOCATION_STATUSES), max_size=3).map(tuple),
    words,
)  # fmt: skip


@settings(deadline=None)
@given(some_filters)
def test_a_query_string_reads_back_as_the_same_filters(filters: Filters) -> None:
    query = filters.to_query()
    assert Filters.from_query(query) == filters
    assert Filters.from_query(query).to_query() == query
    assert Filters.from_parts(filters.to_parts()) == filters


def test_a_query_string_is_readable_and_does_not_depend_on_the_order_of_choosing() -> None:
    one = Filters(date(2015, 9, 30), kinds=("drone", "airstrike"), governorates=("SY07", "SY05"))
    two = Filters(date(2015, 9, 30), kinds=("airstrike", "drone"), governorates=("SY05", "SY07"))
    assert one == two
    assert (
        one.to_query() == "from=2015-09-30&governorate=SY05&governorate=SY07&kind=airstrike,drone"
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), "all strikes"),
        (Filters(date(2015, 9, 30), date(2015, 10, 20)), "30 September 2015 to 20 October 2015"),
        (Filters(date(2015, 9, 30), date(2015, 9, 30)), "30 September 2015"),
        (Filters(date_from=date(2015, 9, 30)), "from 30 September 2015"),
        (Filters(date_to=date(2015, 9, 1)), "until 1 September 2015"),
        (Filters(governorates=("SY07",), statuses=("area_only",)), "Idlib; known by area only"),
        (Filters(kinds=("drone",), actors=(NOT_REPORTED,), text="ghouta"),
         "drone; actor not reported; text “ghouta”"),
    ],
)  # fmt: skip
def test_filters_say_what_they_mean(filters: Filters, expected: str) -> None:
    assert filters.in_words({"SY07": "Idlib"}) == expected


def test_totals_add_up_and_tolls_stand_on_lead_rows(strikes: gpd.GeoDataFrame) -> None:
    totals = count_totals(strikes)
    assert (totals.rows, totals.located, totals.area_only, totals.unlocated) == (5, 3, 1, 1)
    assert (totals.dated, totals.undated) == (3, 2)
    assert (totals.located_undated, totals.area_only_undated, totals.unlocated_undated) == (1, 0, 1)
    assert totals.counted_elsewhere == 1
    killed = totals.tolls["killed"]
    assert (killed.low, killed.high, killed.high_known) == (75, None, 103)
    assert (killed.reported, killed.open_ended, killed.unreported) == (3, 1, 1)


def test_a_toll_nobody_reports_is_null_and_not_zero(strikes: gpd.GeoDataFrame) -> None:
    injured = count_totals(strikes).tolls["injured"]
    assert (injured.low, injured.high, injured.reported, injured.unreported) == (None, None, 0, 4)


def test_a_closed_range_has_both_sums(strikes: gpd.GeoDataFrame) -> None:
    killed = count_totals(strikes, Filters.from_query("governorate=SY07")).tolls["killed"]
    assert (killed.low, killed.high) == (70, 103)


@settings(deadline=None)
@given(some_filters)
def test_totals_of_any_filter_are_exact(filters: Filters) -> None:
    table = pd.DataFrame(
        [{"kind": "airstrike", "event_status": "reported", "source_count": 1, **row}
         for row in ROWS.values()], index=list(ROWS))  # fmt: skip
    totals = count_totals(make_strikes(table), filters)
    assert totals.rows == totals.located + totals.area_only + totals.unlocated
    assert totals.undated == (
        totals.located_undated + totals.area_only_undated + totals.unlocated_undated
    )
    assert totals.rows == totals.dated + totals.undated


def test_filtering_no_strikes_gives_no_strikes(strikes: gpd.GeoDataFrame) -> None:
    every = Filters.from_query(
        "from=2015-01-01&to=2016-01-01&governorate=SY07&kind=drone&actor=x&status=located&q=x"
    )
    assert count_totals(strikes.iloc[:0], every).rows == 0


def test_the_map_parts_of_an_address_are_no_filter():
    told = Filters.from_query("?kind=drone&at=38.1,35.2,7&show=areas&size=count&data=0123abcd")
    assert told == Filters(kinds=("drone",))
