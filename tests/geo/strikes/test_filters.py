"""Filters keep the strikes that are meant, round trip, and say what they mean."""

from __future__ import annotations

from datetime import date

import geopandas as gpd
import pandas as pd
import pytest
from filter_cases import ROWS, make_rows, some_filters
from hypothesis import given, settings

from geo.errors import FilterError
from geo.strikes.checks import validate
from geo.strikes.filters import NOT_REPORTED, Filters, filter_strikes
from geo.strikes.schema import make_claims


@pytest.fixture
def strikes() -> gpd.GeoDataFrame:
    return validate(make_rows())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", list(ROWS)),
        ("?", list(ROWS)),
        ("from=2020-01-01", ["duwaylah"]),
        ("to=2015-07-01", ["july"]),
        ("from=2015-07-31&to=2015-08-31", ["july"]),
        ("from=2015-07-14&to=2015-07-14", ["july", "follower"]),
        ("from=2015-08-01&to=2015-08-31", []),
        ("kind=drone,ground", ["undated", "undated_point"]),
        ("kind=drone&kind=ground", ["undated", "undated_point"]),
        ("governorate=SY07", ["duwaylah", "undated_point"]),
        ("governorate=idlib&governorate=Hama", ["duwaylah", "july", "follower", "undated_point"]),
        ("governorate=not+reported", ["undated"]),
        ("status=area_only,unlocated", ["follower", "undated"]),
        ("only=strikes", ["duwaylah", "july", "follower", "undated_point"]),
        ("actor=russian+air+force", ["duwaylah", "july"]),
        ("actor=Air+Force", []),
        ("actor=Syrian+Air+Force&actor=not+reported",
         ["july", "follower", "undated", "undated_point"]),
        ("target=military", ["duwaylah"]),
        ("target=not+reported", ["july", "follower", "undated", "undated_point"]),
        ("weekday=monday", ["duwaylah"]),
        ("weekday=tuesday,not+reported", ["july", "follower", "undated", "undated_point"]),
        ("hour=02", ["duwaylah"]),
        ("hour=03", []),
        ("q=LATAMINAH", ["july"]),
        ("q=al+lataminah", ["july"]),
        ("q=الدويله", ["duwaylah"]),
        ("q=headquarters+duwaylah", ["duwaylah"]),
        ("q=headquarters+lataminah", []),
        ("q=maarrat", ["undated_point"]),
        ("q=.*", []),
        ("near=36.4,36,5", ["duwaylah", "july", "undated_point"]),
        ("near=36.4,36.1,12,Nowhere", ["duwaylah", "july", "undated_point"]),
        ("near=36.4,36.1,5", []),
        ("q=force&kind=airstrike&governorate=SY05&to=2016-01-01", ["july"]),
    ],
)  # fmt: skip
def test_a_query_keeps_these_strikes(
    strikes: gpd.GeoDataFrame, query: str, expected: list[str]
) -> None:
    assert list(filter_strikes(strikes, Filters.from_query(query)).index) == expected


CLAIMS = make_claims(pd.DataFrame([
    {"strike_id": "duwaylah", "claimant": "SOHR", "outlet": "A Paper"},
    {"strike_id": "duwaylah", "outlet": "A Paper"},
    {"strike_id": "july", "url": "https://web.archive.org/web/2015/https://www.example.org/a"},
    {"strike_id": "follower", "toll_text": "many"},
]))  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["SOHR"], ["duwaylah"]),
        (["A Paper"], ["duwaylah"]),
        (["example.org (by its address)"], ["july"]),
        (["not reported"], ["follower", "undated", "undated_point"]),
        (["SOHR", "not reported"], ["duwaylah", "follower", "undated", "undated_point"]),
        (["Nobody"], []),
    ],
)
def test_a_source_is_a_claimant_else_an_outlet_else_a_site(
    strikes: gpd.GeoDataFrame, sources: list[str], expected: list[str]
) -> None:
    filters = Filters.from_parts({"source": sources})
    assert list(filter_strikes(strikes, filters, CLAIMS).index) == expected


def test_sources_without_claims_are_refused(strikes: gpd.GeoDataFrame) -> None:
    with pytest.raises(FilterError, match="claims"):
        filter_strikes(strikes, Filters(sources=("SOHR",)))


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


@pytest.mark.parametrize("order", [1, -1])
def test_words_that_name_two_areas_are_neither_of_them(strikes, order):
    twice = strikes.copy()
    twice[["adm1_code", "adm1_name", "governorate_text"]] = None
    twice.loc["july", ["adm1_code", "adm1_name"]] = ["LB1", "Northern"]
    twice.loc["follower", ["adm1_code", "adm1_name"]] = ["SD1", "Northern"]
    twice.loc["undated", "governorate_text"] = "northern"
    found = {
        query: set(filter_strikes(twice[::order], Filters(governorates=(query,))).index)
        for query in ("LB1", "SD1", "Northern", "not reported")
    }
    assert (found["LB1"], found["SD1"]) == ({"july"}, {"follower"})
    assert found["Northern"] == {"july", "follower", "undated"}
    assert found["not reported"] == set(strikes.index) - found["Northern"]


@pytest.mark.parametrize(
    ("query", "named", "remedy"),
    [
        ("shade=red", "shade", "the parts are from, to"),
        ("kind=rocket", "kind=rocket", "airstrike, drone"),
        ("only=protests", "only=protests", "use one of strikes"),
        ("status=somewhere", "status=somewhere", "area_only"),
        ("from=2015-13-01", "from=2015-13-01", "year-month-day"),
        ("to=30/09/2015", "to=30/09/2015", "year-month-day"),
        ("from=20150930", "from=20150930", "year-month-day"),
        ("from=2015-01-01&from=2015-01-02", "from is given 2 times", "keep one"),
        ("from=2015-02-01&to=2015-01-01", "before from", "swap"),
        ("near=36.4,36", "near=36.4,36 is not read", "longitude, latitude"),
        ("near=36.4,96,5", "near=36.4,96,5", "no point of the globe"),
        ("near=36.4,36,0", "near=36.4,36,0", "more than 0"),
        ("near=36.4,36,1e9", "near=36.4,36,1e9", "longitude"),
        ("near=36.4,36,1&near=36.4,36,2", "near is given 2 times", "keep one"),
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
        (Filters(sources=("SOHR", NOT_REPORTED)), "reported by SOHR, no source given"),
        (Filters(targets=("armed_group",), weekdays=("friday",)), "target: armed group; Friday"),
        (Filters(hours=("04", "03", "22", NOT_REPORTED)),
         "local time 03:00–04:59, 22:00–22:59, not reported"),
        (Filters(date(2015, 9, 30), date(2015, 10, 20)), "30 September 2015 to 20 October 2015"),
        (Filters(date(2015, 9, 30), date(2015, 9, 30)), "30 September 2015"),
        (Filters(date_from=date(2015, 9, 30)), "from 30 September 2015"),
        (Filters(date_to=date(2015, 9, 1)), "until 1 September 2015"),
        (Filters(only=("strikes",)), "no rows that are no strikes"),
        (Filters(since=date(2026, 11, 1), kinds=("drone",)),
         "new or revised since 1 November 2026; drone"),
        (Filters(governorates=("SY07",), statuses=("area_only",)), "Idlib; known only to an area"),
        (Filters(kinds=("drone",), actors=(NOT_REPORTED,), text="ghouta"),
         "drone; actor not reported; text “ghouta”"),
    ],
)  # fmt: skip
def test_filters_say_what_they_mean(filters: Filters, expected: str) -> None:
    assert filters.in_words({"SY07": "Idlib"}) == expected


def test_the_map_parts_of_an_address_are_no_filter():
    found = Filters.from_query("?kind=drone&at=38.1,35.2,7&show=areas&size=count&data=0123abcd")
    assert found == Filters(kinds=("drone",))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("district=SY0702", ["duwaylah", "undated"]),
        ("district=harim", ["duwaylah", "undated"]),
        ("district=Hama&governorate=SY07", []),
        ("district=not+reported", ["july", "follower", "undated_point"]),
    ],
)
def test_districts_are_chosen_by_code_name_or_report(
    strikes: gpd.GeoDataFrame, query: str, expected: list[str]
) -> None:
    known = strikes.copy()
    known.loc["duwaylah", ["adm2_code", "adm2_name"]] = ["SY0702", "Harim"]
    known.loc["undated", "district_text"] = "Harim"
    assert list(filter_strikes(known, Filters.from_query(query)).index) == expected


def test_districts_are_said_by_name_and_stand_in_the_query_after_governorates() -> None:
    chosen = Filters(governorates=("SY07",), districts=("SY0702", NOT_REPORTED))
    assert chosen.to_query() == "governorate=SY07&district=SY0702&district=not+reported"
    assert chosen.in_words({"SY0702": "Harim"}) == "SY07; Harim, district not reported"


@pytest.mark.parametrize(
    ("since", "expected"),
    [("2026-11-01", ["july", "duwaylah"]), ("2026-11-03", ["duwaylah"]), ("2026-12-01", [])],
)
def test_since_keeps_what_came_or_was_revised_then(
    strikes: gpd.GeoDataFrame, since: str, expected: list[str]
) -> None:
    strikes = strikes.copy()
    days = {"july": ("2026-11-02", None), "duwaylah": ("2026-10-01", "2026-11-03")}
    for strike_id, (added, revised) in days.items():
        strikes.loc[strike_id, ["added", "revised"]] = [pd.Timestamp(added), pd.Timestamp(revised)]
    found = filter_strikes(strikes, Filters.from_query(f"since={since}"))
    assert sorted(found.index) == sorted(expected)


def test_a_day_that_is_none_is_refused_in_since() -> None:
    with pytest.raises(FilterError, match="since=yesterday is no day"):
        Filters.from_query("since=yesterday")
