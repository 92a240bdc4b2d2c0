"""Dates read as days with a precision, or are refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.reading.dates import DateError, find_order, is_undated, read_span


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2015-09-30", "2015-09-30", "2015-09-30", "day"),
        ("2015/9/3", "2015-09-03", "2015-09-03", "day"),
        ("2015-09-29 / 2015-09-30", "2015-09-29", "2015-09-30", "week"),
        ("the night of 29-30 September 2015", "2015-09-29", "2015-09-30", "week"),
        ("overnight 30 September 2015", "2015-09-30", "2015-09-30", "day"),
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
        ("07-Feb-19", "2019-02-07", "2019-02-07", "day"),
        ("07-Feb-99", "1999-02-07", "1999-02-07", "day"),
        ("october-7-2023", "2023-10-07", "2023-10-07", "day"),
        ("01-January-2020", "2020-01-01", "2020-01-01", "day"),
        ("Saturday, 3 October 2015", "2015-10-03", "2015-10-03", "day"),
        ("3rd of October 2015", "2015-10-03", "2015-10-03", "day"),
        ("3 de octubre de 2015", "2015-10-03", "2015-10-03", "day"),
        ("1er août 2015", "2015-08-01", "2015-08-01", "day"),
        ("3 октября 2015 г.", "2015-10-03", "2015-10-03", "day"),
        ("3 жовтня 2015 року", "2015-10-03", "2015-10-03", "day"),
        ("3 Ağustos 2015", "2015-08-03", "2015-08-03", "day"),
        ("۳ اکتبر ۲۰۱۵", "2015-10-03", "2015-10-03", "day"),
        ("3 أكتوبر/تشرين الأول 2015", "2015-10-03", "2015-10-03", "day"),
        ("20151003143000", "2015-10-03", "2015-10-03", "day"),
        ("2015-10-00", "2015-10-01", "2015-10-31", "month"),
        ("2015-00-00", "2015-01-01", "2015-12-31", "year"),
        ("2015.0", "2015-01-01", "2015-12-31", "year"),
        ("27 June 2023[a]", "2023-06-27", "2023-06-27", "day"),
        ("2015-10-03 [12][note 2]", "2015-10-03", "2015-10-03", "day"),
        ("between 3 and 7 October 2015", "2015-10-03", "2015-10-07", "week"),
        ("early October 2015", "2015-10-01", "2015-10-31", "month"),
        ("summer 2015", "2015-06-01", "2015-08-31", "year"),
        ("winter 2015-16", "2015-12-01", "2016-02-29", "year"),
        ("2015-Q3", "2015-07-01", "2015-09-30", "year"),
        ("October 3-5, 2015", "2015-10-03", "2015-10-05", "week"),
        ("3 & 4 October 2015", "2015-10-03", "2015-10-04", "week"),
        ("28 September–2 October 2015", "2015-09-28", "2015-10-02", "week"),
        ("13/02/2015-15/02/2015", "2015-02-13", "2015-02-15", "week"),
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
        ("a day in October", "not understood"),
        ("Feb-19", "may be a day or a year"),
        ("Winter 2015", "in two years"),
        ("1394/07/11", "Persian or Islamic calendar"),
        ("42280", "2015-10-03"),
        ("1443830400", "Unix time"),
        ("2020-01-1²", "not understood"),
        ("Homs", "not understood"),
        ("5", "not understood"),
        ("12:30", "not understood"),
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


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("2015-09-30T22:30:00Z", "2015-10-01", "01:30"),
        ("2015-10-02T21:00:00Z", "2015-10-03", None),
        ("2015-10-03T00:00:00.000Z", "2015-10-03", None),
        ("2015-10-03T14:05:00+03:00", "2015-10-03", "14:05"),
        ("Sat Oct 03 14:05:00 +0000 2015", "2015-10-03", "17:05"),
        ("13/3/2015 2:05 PM", "2015-03-13", "14:05"),
        ("13/3/2015 12:00:00 AM", "2015-03-13", None),
        ("2015-10-03 14:05", "2015-10-03", "14:05"),
        ("2015-10-03 00:00:00.000", "2015-10-03", None),
        ("2015-10-03T25:00", "2015-10-03", None),
    ],
)
def test_a_time_with_a_zone_is_taken_to_the_day_of_the_place(
    text: str, day: str, time: str | None
) -> None:
    span = read_span(text, zone="Asia/Damascus")
    assert (span.start.isoformat(), span.time_local) == (day, time)
    assert span.moved == (not text.startswith(day) and text.startswith("2015-"))


def test_without_a_place_a_time_with_a_zone_keeps_its_day_and_gives_no_time() -> None:
    span = read_span("2015-09-30T22:30:00Z")
    assert (span.start.isoformat(), span.time_local, span.moved) == ("2015-09-30", None, False)


@pytest.mark.parametrize(
    "text", ["", "NA", "undated", "0", "-9", "-99", "0000-00-00", "00/00/0000", "sans date", "NaT"]
)
def test_words_and_codes_for_no_date_are_known(text: str) -> None:
    assert is_undated(text)


def test_a_range_of_iso_days_is_no_witness_of_the_month_first() -> None:
    assert find_order(["2015-09-30-2015-10-13", "3/4/2015"])[0] is None


@given(st.dates(date(2000, 1, 1), date(2068, 12, 31)), st.sampled_from(["%d-%b-%y", "%d %B %Y",
       "%B-%d-%Y", "%Y %b %d", "%b %d, %Y", "%d.%b.%Y", "%A, %d %B %Y", "%Y%m%d"]))  # fmt: skip
def test_a_day_with_its_month_by_name_reads_as_itself(day: date, form: str) -> None:
    assert read_span(day.strftime(form)).start == day
