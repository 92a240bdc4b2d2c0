"""The timeline counts every dated strike once."""

from __future__ import annotations

from datetime import date

import pytest
from map_strikes import UNDATED, strikes_of

from geo.briefing.content.timeline import count_bins
from geo.strikes.filters import Filters


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [("2015-09-30", "2015-09-30", "day"), ("2015-01-01", "2015-05-01", "day"),
     ("2015-01-01", "2016-12-01", "week"), ("2011-01-01", "2020-12-01", "month"),
     ("1990-01-01", "2020-12-01", "quarter"), ("1900-01-01", "2020-12-01", "year")],
)  # fmt: skip
def test_the_timeline_s_bins_fit_the_period_and_lose_no_dated_strike(first, last, name):
    strikes = strikes_of(
        a={"date_start": first}, b={"date_start": last}, c={"date_start": last}, d=UNDATED
    )
    timeline = count_bins(strikes, strikes.loc[["b"]], Filters())
    assert timeline.bin == name
    assert len(timeline.starts) <= 130
    assert (sum(timeline.everything), sum(timeline.shown)) == (3, 1)
    assert timeline.starts[0] <= date.fromisoformat(first)


def test_a_strike_of_several_bars_counts_once_within_the_period_and_is_told():
    year = {"date_start": "2015-01-01", "date_end": "2015-12-31"}
    strikes = strikes_of(a=year, b={"date_start": "2015-07-20"}, c={"date_start": "2014-02-01"})
    asked = Filters(date_from=date(2015, 7, 1), date_to=date(2016, 12, 31))
    timeline = count_bins(strikes, strikes.loc[["a", "b"]], asked)
    assert (timeline.bin, timeline.spread) == ("week", 1)
    counted = {start: n for start, n in zip(timeline.starts, timeline.shown, strict=True) if n}
    assert counted == {date(2015, 6, 29): 1, date(2015, 7, 20): 1}
    assert sum(timeline.everything) == 3
    assert all(n <= whole for n, whole in zip(timeline.shown, timeline.everything, strict=True))


def test_a_timeline_without_dates_is_none():
    strikes = strikes_of(a=UNDATED)
    assert count_bins(strikes, strikes, Filters()) is None
