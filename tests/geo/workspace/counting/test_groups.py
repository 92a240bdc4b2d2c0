"""Totals by governorate, kind, actor, source and month are those of the rows of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import pandas as pd
import pytest
from random_strikes import random_filters, random_period

from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.passing import NOT_REPORTED, WEEKDAYS, name_sources
from geo.strikes.schema import split_several
from geo.strikes.totals import count_totals
from geo.workspace.counting.conditions import answers
from geo.workspace.counting.groups import _Areas
from geo.workspace.counting.summaries import HOURLY, SUMS, WEEKLY

FILTERS = Filters.from_query("from=2015-11-07&to=2019-02-11&kind=airstrike,shelling&only=strikes")


def by_cell(cells: pd.Series) -> Iterator[tuple[str | None, list[str]]]:
    """Yield each word of cells with the ids of its rows; None for those without."""
    found: dict[str | None, list[str]] = {}
    for strike, cell in cells.items():
        for word in dict.fromkeys(split_several(cell)) or (None,):
            found.setdefault(word, []).append(strike)
    yield from found.items()


def by_source(
    strikes: pd.DataFrame, claims: pd.DataFrame
) -> Iterator[tuple[str | None, list[str]]]:
    told = claims.assign(source=name_sources(claims)).query("strike_id in @strikes.index")
    found = {one: list(rows.unique()) for one, rows in told.groupby("source")["strike_id"]}
    bare = told.loc[told["source"].isna(), "strike_id"]
    without = strikes.index.difference(told["strike_id"])
    yield from ({**found, None: [*bare.unique(), *without]}).items()


GROUPS: dict[str, Callable] = {
    "kind": lambda strikes, _: by_cell(strikes["kind"]),
    "actor": lambda strikes, _: by_cell(strikes["actor"]),
    "month": lambda strikes, _: by_cell(strikes["date_start"].dt.strftime("%Y-%m")),
    "source": by_source,
}


@pytest.mark.parametrize("by", GROUPS)
def test_each_group_is_counted_as_its_rows_are(many, tables, by):
    chosen = filter_strikes(tables[0], FILTERS)
    wanted = {key: rows for key, rows in GROUPS[by](chosen, tables[1]) if rows}
    found = {group.key: group.totals for group in many.counted.groups(FILTERS, by)}
    assert set(found) == set(wanted)
    for key in list(wanted)[:12]:
        assert found[key] == count_totals(chosen.loc[wanted[key]]), key


def test_a_governorate_has_the_rows_that_its_filter_lets_through(many, tables):
    groups = many.counted.groups(FILTERS, "governorate")
    assert sum(group.totals.rows for group in groups) == many.counted.totals(FILTERS).rows
    names = {group.key: group.name for group in groups}
    assert (names["SY07"], names[None]) == ("Idlib", "")
    for group in groups:
        chosen = Filters(
            FILTERS.date_from, FILTERS.date_to, (group.name or "not reported",), FILTERS.kinds,
            only=FILTERS.only,
        )  # fmt: skip
        assert group.totals == count_totals(tables[0], chosen), group.key


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("field", ["hours", "weekdays"])
def test_hours_and_weekdays_by_governorate_are_those_of_the_strikes(many, tables, field, seed):
    chance = Random(seed)
    chosen = {"hours": ("02", "23", "00", NOT_REPORTED), "weekdays": (*WEEKDAYS, NOT_REPORTED)}
    first, last = random_period(chance)
    asked = random_filters(chance)
    filters = Filters(
        chance.choice((first, None)), chance.choice((last, None)), asked.governorates, asked.kinds,
        statuses=asked.statuses, **{field: tuple(chance.sample(chosen[field], 2))},
    )  # fmt: skip
    assert [answers(one, filters) for one in (SUMS, HOURLY, WEEKLY)] == [
        False, field == "hours", field == "weekdays"
    ]  # fmt: skip
    groups = many.counted.groups(filters, "governorate")
    passed = filter_strikes(tables[0], filters)
    assert sum(group.totals.rows for group in groups) == len(passed)
    assert many.counted.totals(filters) == count_totals(passed)
    for group in groups:
        own = Filters(governorates=(group.name or NOT_REPORTED,))
        assert group.totals == count_totals(passed, own), group.key


def test_words_that_name_two_governorates_count_under_neither():
    pairs = [("LB1", "Northern"), ("SD1", "Northern"), ("SY07", "Idlib")]
    for ordered in (pairs, pairs[::-1]):
        areas = _Areas(ordered)
        assert areas.find("SD1", "Northern", None) == ("SD1", "Northern")
        assert areas.find(None, None, "northern") == ("Northern", "Northern")
        assert areas.find(None, "Northern", None) == ("Northern", "Northern")
        assert areas.find(None, None, "idlib") == ("SY07", "Idlib")
        assert areas.find(None, None, "Atlantis") == (None, "")


def test_the_largest_group_is_first_and_months_are_in_order(many):
    rows = [group.totals.rows for group in many.counted.groups(Filters(), "kind")]
    assert rows == sorted(rows, reverse=True)
    months = [group.key for group in many.counted.groups(Filters(), "month")]
    assert months[-1] is None
    assert months[:-1] == sorted(months[:-1])
