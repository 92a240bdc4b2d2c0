"""Totals add up, and tolls stand on lead rows."""

from __future__ import annotations

import geopandas as gpd
import pytest
from filter_cases import make_rows, some_filters
from hypothesis import given, settings
from random_strikes import random_strikes
from strike_rows import table

from geo.strikes.filters import Filters
from geo.strikes.schema import empty_claims
from geo.strikes.totals import count_totals, sum_tolls


@pytest.fixture
def strikes() -> gpd.GeoDataFrame:
    return make_rows()


def test_totals_add_up_and_tolls_stand_on_lead_rows(strikes: gpd.GeoDataFrame) -> None:
    totals = count_totals(strikes)
    assert (totals.rows, totals.located, totals.area_only, totals.unlocated) == (5, 3, 1, 1)
    assert (totals.dated, totals.undated) == (3, 2)
    assert (totals.located_undated, totals.area_only_undated, totals.unlocated_undated) == (1, 0, 1)
    assert totals.counted_elsewhere == 1
    killed = totals.tolls["killed"]
    assert (killed.low, killed.high, killed.high_known) == (75, None, 103)
    assert (killed.reported, killed.open_ended, killed.unreported) == (3, 1, 1)


def test_a_toll_nobody_reports_is_none_and_not_zero(strikes: gpd.GeoDataFrame) -> None:
    injured = count_totals(strikes).tolls["injured"]
    assert (injured.low, injured.high, injured.reported, injured.unreported) == (None, None, 0, 4)


def test_a_closed_range_has_both_sums(strikes: gpd.GeoDataFrame) -> None:
    killed = count_totals(strikes, Filters.from_query("governorate=SY07")).tolls["killed"]
    assert (killed.low, killed.high) == (70, 103)


ALL_ROWS = make_rows()


@settings(deadline=None)
@given(some_filters)
def test_totals_of_any_filter_are_exact(filters: Filters) -> None:
    totals = count_totals(ALL_ROWS, filters, empty_claims())
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


def test_rows_that_stand_for_several_strikes_and_rows_that_are_none() -> None:
    rows = table(
        {"strikes_min": 8, "strikes_max": 8},
        {"strikes_min": 2, "strikes_max": 3},
        {},
        {"not_strike": "Protests: Peaceful protest", "adm_note": "seen; outside the country"},
    )
    totals = count_totals(rows)
    assert (totals.rows, totals.not_strikes, totals.outside) == (4, 1, 1)
    assert (totals.strikes_low, totals.strikes_high) == (11, 12)
    rows["strikes_max"] = rows["strikes_max"].where(rows["strikes_max"] != 3)
    assert (count_totals(rows).strikes_low, count_totals(rows).strikes_high) == (11, None)


CIVILIANS = {"killed_min": None, "civilians_killed_min": 5, "civilians_killed_max": 7}


def test_civilians_alone_are_summed_under_their_own_name_and_never_as_all_killed() -> None:
    among = {"civilians_killed_min": 60, "civilians_killed_max": 60}  # of the 70 of its own row
    totals = count_totals(table(CIVILIANS, CIVILIANS, among, {"killed_min": None}))
    assert (totals.tolls["killed"].low, totals.tolls["killed"].reported) == (70, 1)
    civilians = totals.instead["civilians_killed"]
    assert (civilians.low, civilians.high, civilians.reported) == (10, 14, 2)
    assert totals.unknown_killed == 1


def test_a_row_without_all_killed_is_summed_under_one_name() -> None:
    both = {**CIVILIANS, "casualties_min": 20, "casualties_max": 20}
    instead = count_totals(table(both, {"killed_min": None, "casualties_max": 3})).instead
    assert instead["civilians_killed"].reported == 1
    assert (instead["casualties"].high, instead["casualties"].reported) == (3, 1)


@pytest.mark.parametrize(
    ("rows", "unit", "noun"),
    [
        ([{}, {"kind": "ied"}], "strike", "strike"),
        ([{"kind": "other"}, {"kind": "ground"}], "event", "event"),
        ([{"kind": "other", "strikes_min": 4, "strikes_max": 4}], "strike", "row"),
        ([{"kind": "other"}, {"kind": "other", "not_strike": "Protests"}], "event", "row"),
        ([{"strikes_min": 1, "strikes_max": 1}], "strike", "strike"),
    ],
)
def test_rows_are_strikes_events_or_rows(rows: list[dict[str, object]], unit: str, noun: str):
    totals = count_totals(table(*rows))
    assert (totals.unit, totals.noun) == (unit, noun)


def test_tolls_by_group_are_those_of_each_group_alone():
    strikes, _ = random_strikes(5, 60)
    groups = strikes["adm1_code"].astype(object).fillna("")
    for toll in ("killed", "injured"):
        by_group = sum_tolls(strikes, groups, toll)
        assert set(by_group) == set(groups)
        for group, summed in by_group.items():
            alone = strikes[(groups == group).to_numpy()]
            assert summed == count_totals(alone).tolls[toll]
