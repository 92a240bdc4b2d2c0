"""Dates read as days with a precision, or are refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.reading.dates import DateError, find_order, read_span


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2015-09-30", "2015-09-30", "2015-09-30", "day"),
        ("2015/9/3", "2015-09-03", "2015-09-03", "day"),
        ("20150930", "2015-09-30", "2015-09-30", "day"),
        ("30/09/2015", "2015-09-30", "2015-09-30", "day"),
        ("30.09.2015", "2015-09-30", "2015-09-30", "day"),
        ("09/30/2015", "2015-09-30", "2015-09-30", "day"),
        ("4/4/2015", "2015-04-04", "2015-04-04", "day"),
        ("30 September 2015", "2015-09-30", "2015-09-30", "day"),
        ("Sep 30th, 2015", "2015-09-30", "2015-09-30", "day"),
        ("30-Sep-2015", "2015-09-30", "2015-09-30", "day"),
        ("٣٠ أيلول ٢٠١٥", "2015-09-30", "2015-09-30", "day"),
        ("2016-03-14T17:37:31.000Z", "2016-03-14", "2016-03-14", "day"),
        ("2016-02", "2016-02-01", "2016-02-29", "month"),
        ("10/2015", "2015-10-01", "2015-10-31", "month"),
        ("October 2015", "2015-10-01", "2015-10-31", "month"),
        ("2015", "2015-01-01", "2015-12-31", "year"),
        ("2015-W41", "2015-10-05", "2015-10-11", "week"),
        ("12-14 October 2015", "2015-10-12", "2015-10-14", "week"),
        ("28 September - 2 October 2015", "2015-09-28", "2015-10-02", "week"),
        ("2015-09-30 to 2015-10-20", "2015-09-30", "2015-10-20", "month"),
        ("2015-09-30/2015-10-02", "2015-09-30", "2015-10-02", "week"),
        ("between 2015-09-30 and 2015-10-02", "2015-09-30", "2015-10-02", "week"),
        ("2015 to 2016", "2015-01-01", "2016-12-31", "year"),
    ],
)
def test_a_date_reads_as_days_with_a_precision(
    text: str, start: str, end: str, precision: str
) -> None:
    span = read_span(text)
    assert (span.start.isoformat(), span.end.isoformat(), span.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("3/4/2015", "may be day/month or month/day"),
        ("2015-02-30", "the calendar has no such day"),
        ("32/13/2015", "the calendar has no such day"),
        ("30/9/15", "year of two digits"),
        ("42277", "format the column as a date"),
        ("0201-01-01", "between 1900 and 2099"),
        ("towards the end of the month", "not understood"),
        ("early October 2015", "not understood"),
        ("2015-10-02 - 2015-09-30", "swap"),
        ("2015-W60", "no such week"),
        ("2015-09-30 and 2015-10-02", "not understood"),
    ],
)
def test_a_date_that_is_unclear_is_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(DateError, match=why):
        read_span(text)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["3/4/2015", "30/09/2015"], "day first"),
        (["3/4/2015", "09/30/2015"], "month first"),
        (["3/4/2015", "5/6/2015"], None),
        (["30/09/2015", "09/30/2015", "3/4/2015"], None),
        (["2015-09-30"], None),
    ],
)
def test_one_clear_date_decides_the_order_of_a_file(texts: list[str], order: str | None) -> None:
    assert find_order(texts)[0] == order


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_iso_day_reads_as_itself(day: date) -> None:
    span = read_span(day.isoformat())
    assert (span.start, span.end, span.precision) == (day, day, "day")


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_day_first_and_month_first_agree_once_the_order_is_known(day: date) -> None:
    assert read_span(f"{day.day}/{day.month}/{day.year}", order="day first").start == day
    assert read_span(f"{day.month}/{day.day}/{day.year}", order="month first").start == day


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        span = read_span(text)
    except DateError:
        return
    assert span.start <= span.end
