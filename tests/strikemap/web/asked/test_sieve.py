"""The sieve lets through what the filters do, and works each part of them out once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from geo.reading.read import read_seeds
from geo.strikes.dateless import find_left_out
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.schema import KINDS
from strikemap.web.asked import sieve as module
from strikemap.web.asked.sieve import Sieve

QUERIES = (
    "", "kind=airstrike,drone&only=strikes", "from=2015-09-30&to=2016-02-01",
    "governorate=Idlib&governorate=not reported", "district=SY0702", "actor=not reported",
    "source=SOHR", "weekday=monday,sunday&hour=not reported", "status=located&q=ghouta",
    "near=36.7,34.9,30&from=2016-01-01",
)  # fmt: skip


@pytest.fixture(scope="module")
def data():
    """Give the strikes that ship, and their claims."""
    reading = read_seeds()
    return reading.strikes, reading.claims


@pytest.mark.parametrize("query", QUERIES)
def test_it_lets_through_what_the_filters_do(data, query):
    sieve, filters = Sieve(*data), Filters.from_query(query)
    for _ in range(2):  # worked out, then remembered
        expected = filter_strikes(data[0], filters, data[1])
        assert sieve.take(filters).equals(expected)
        left = data[0].index[sieve.mark_left_out(filters)]
        assert list(left) == list(find_left_out(data[0], filters, data[1]).index)


def test_each_part_is_worked_out_once_and_nothing_that_is_kept_is_changed(data, monkeypatch):
    asked = []
    ask = module.mark_passing

    def note(strikes, filters, claims):
        asked.append(filters)
        return ask(strikes, filters, claims)

    monkeypatch.setattr(module, "mark_passing", note)
    sieve = Sieve(*data)
    strikes = Filters(kinds=("airstrike",), statuses=("located",))
    first = sieve.mark(strikes).copy()
    assert asked == [Filters(kinds=("airstrike",)), Filters(statuses=("located",))]
    sieve.mark(replace(strikes, kinds=KINDS))
    assert asked[2:] == [Filters(kinds=KINDS)]
    period = replace(strikes, date_from=date(2016, 1, 1))
    assert sieve.mark(period).sum() < first.sum()
    assert np.array_equal(sieve.mark(strikes), first)
    assert asked[3:] == []  # of a period nothing but the days is asked
