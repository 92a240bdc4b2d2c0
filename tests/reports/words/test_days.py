"""Dates of sentences, seen from Wednesday 7 October 2015."""

from __future__ import annotations

import datetime

import pytest

from reports.document import parse_published
from reports.words.days import days_in_years, find_days

PUBLISHED = parse_published("2015-10-07")


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("on 5 October 2015", "2015-10-05", "2015-10-05", "day"),
        ("on October 5", "2015-10-05", "2015-10-05", "day"),
        ("on 5 December", "2014-12-05", "2014-12-05", "day"),
        ("2015-09-30", "2015-09-30", "2015-09-30", "day"),
        ("13-5-2015", "2015-05-13", "2015-05-13", "day"),
        ("5/13/2015", "2015-05-13", "2015-05-13", "day"),
        ("10-9-2015", "2015-09-10", "2015-09-10", "day"),
        ("7/12/2015", "2015-07-12", "2015-07-12", "day"),  # 7 December has not come
        ("on Wednesday", "2015-10-07", "2015-10-07", "day"),
        ("on Tuesday night", "2015-10-06", "2015-10-06", "day"),
        ("overnight into Tuesday", "2015-10-05", "2015-10-06", "day"),
        ("on the night of Monday to Tuesday", "2015-10-05", "2015-10-06", "day"),
        ("last week on Wednesday", "2015-09-30", "2015-09-30", "day"),
        ("on Wednesday and Tuesday", "2015-10-06", "2015-10-07", "day"),
        ("yesterday", "2015-10-06", "2015-10-06", "day"),
        ("overnight", "2015-10-06", "2015-10-07", "day"),
        ("three days ago", "2015-10-04", "2015-10-04", "day"),
        ("last week", "2015-09-28", "2015-10-04", "week"),
        ("last month", "2015-09-01", "2015-09-30", "month"),
        ("last October", "2014-10-01", "2014-10-31", "month"),
        ("in August", "2015-08-01", "2015-08-31", "month"),
        ("between December and March", "2014-12-01", "2015-03-31", "month"),
        ("between 30 December and 2 January", "2014-12-30", "2015-01-02", "day"),
        ("January 18 to 20", "2015-01-18", "2015-01-20", "day"),
        ("on Jan 18 - 20", "2015-01-18", "2015-01-20", "day"),
        ("from June 10 to June 12", "2015-06-10", "2015-06-12", "day"),
        ("between June 3 and 9", "2015-06-03", "2015-06-09", "day"),
        ("on 8 and 9 June", "2015-06-08", "2015-06-09", "day"),
        ("on 3 and 9 June", "2015-06-09", "2015-06-09", "day"),  # not all from the one on
        ("on June 12 - 15 people died", "2015-06-12", "2015-06-12", "day"),
        ("in 2013", "2013-01-01", "2013-12-31", "year"),
    ],
)
def test_a_wording_is_as_sharp_as_it_says(words, first, last, precision):
    (days,) = find_days(f"It was hit {words}.", PUBLISHED, "en")
    assert (str(days.first), str(days.last), days.precision) == (first, last, precision)


@pytest.mark.parametrize("words", ["on Tuesday", "yesterday", "on 5 May", "last week"])
def test_without_a_day_of_publication_a_wording_is_kept_and_placed_nowhere(words):
    (days,) = find_days(f"It was hit {words}.", None, "en")
    assert days.first is None
    assert days.precision == "unknown"
    assert "not known" in days.reason


@pytest.mark.parametrize("sentence", ["They may 5 times", "It was hit on 31 February 2015."])
def test_what_is_no_day_gives_none(sentence):
    assert all(days.first is None for days in find_days(sentence, PUBLISHED, "en"))


@pytest.mark.parametrize(
    ("language", "words", "first", "last"),
    [
        ("en", "on the 5th", "2015-10-05", "2015-10-05"),
        ("en", "on the night of the 23rd", "2015-09-23", "2015-09-23"),  # 23 October has not come
        ("en", "since dawn", "2015-10-07", "2015-10-07"),
        ("en", "from 06:00 on 4 October to 06:00 on 5 October", "2015-10-04", "2015-10-05"),
        ("uk", "вранці 5-го", "2015-10-05", "2015-10-05"),
        ("uk", "з 00:00 4 жовтня до 00:00 5 жовтня", "2015-10-04", "2015-10-04"),
        ("ru", "с 06:00 4 октября до 06:00 5 октября", "2015-10-04", "2015-10-05"),
        ("ru", "утром 5-го", "2015-10-05", "2015-10-05"),
        ("ar", "خلال الـ24 ساعة الماضية", "2015-10-06", "2015-10-07"),
        ("ar", "اليوم", "2015-10-07", "2015-10-07"),
    ],
)
def test_a_wording_of_each_language_is_as_sharp_as_it_says(language, words, first, last):
    (days,) = find_days(f"- {words}.", PUBLISHED, language)
    assert (str(days.first), str(days.last), days.precision) == (first, last, "day")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "an attack on the 46th Regiment"),
        ("en", "a depot of the 4th Armored Division"),
        ("en", "on the 3rd armored brigade"),
        ("en", "near the 7th floor"),
        ("uk", "ранком 5-го полку"),
        ("ar", "في اليوم نفسه"),
    ],
)
def test_a_number_of_something_else_is_no_day(language, words):
    assert not any(days.first for days in find_days(f"It was {words}.", PUBLISHED, language))


@pytest.mark.parametrize(
    ("language", "words", "shift"),
    [
        ("en", "the next day", 1),
        ("en", "the following night", 1),
        ("en", "a day earlier", -1),
        ("uk", "наступного дня", 1),
        ("ru", "на следующий день", 1),
        ("ar", "في اليوم التالي", 1),
    ],
)
def test_the_next_day_is_placed_by_another_day_alone(language, words, shift):
    (days,) = find_days(f"- {words}.", PUBLISHED, language)
    assert (days.first, days.shift) == (None, shift)
    (other,) = find_days("5.10.2015", PUBLISHED, language)
    assert days.after(other).first == other.first + datetime.timedelta(days=shift)


def test_a_day_without_a_year_has_that_of_the_full_date_just_told():
    around = (datetime.date(2013, 6, 12), datetime.date(2013, 12, 12))
    (days,) = days_in_years("It was hit on 14 June.", PUBLISHED, around, "en")
    assert str(days.first) == "2013-06-14"
    (days,) = days_in_years("It was hit yesterday.", PUBLISHED, around, "en")
    assert str(days.first) == "2015-10-06"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("from 06:00 on 3 October to 24:00 on 5 October", "2015-10-03", "2015-10-05"),
        ("on 8 October", "2015-10-08", "2015-10-08"),  # as a day of UTC begins late
        ("from 6 to 8 October", "2015-10-06", "2015-10-08"),
        ("from 6 to 20 October", "2015-10-06", "2015-10-20"),
        ("on 10 October", None, None),  # one to come, or of the year before
        ("on the 8th", None, None),
        ("900000 days ago", None, None),
        ("on Thursday, 17 September", "2015-09-17", "2015-09-17"),
        ("on Thursday evening (17 September 2015)", "2015-09-17", "2015-09-17"),
        ("on 17 September, Thursday", "2015-09-17", "2015-09-17"),
    ],
)
def test_a_date_is_never_of_another_day_than_it_says(words, first, last):
    (days,) = find_days(f"It was hit {words}.", PUBLISHED, "en")
    said = (str(days.first), str(days.last))
    assert said == (str(first), str(last))


def test_a_date_and_another_weekday_are_two_days():
    days = find_days("Hit on 1 October, Sunday and 6 October.", PUBLISHED, "en")
    assert [str(day.first) for day in days] == ["2015-10-01", "2015-10-04", "2015-10-06"]


@pytest.mark.parametrize(
    ("told", "published", "words", "first"),
    [
        ("2016-09-30", None, "on the 2nd", "2016-10-02"),
        ("2016-09-30", "2016-10-05", "on the 2nd", "2016-10-02"),
        ("2016-09-30", "2016-09-30", "on the 2nd", None),
        ("2016-05-09", "2016-10-05", "on the 12th", "2016-05-12"),
        ("2016-05-09", None, "on the 8th", None),  # the day before it, or a month later
    ],
)
def test_a_number_after_a_full_date_is_of_its_month_or_the_next(told, published, words, first):
    day = datetime.date.fromisoformat(told)
    years = (day, day + datetime.timedelta(days=183))
    seen = parse_published(published) if published else None
    (found,) = days_in_years(f"It was hit {words}.", seen, years, "en")
    assert str(found.first) == str(first)


def test_the_next_day_after_several_is_the_one_after_the_last():
    (night,) = find_days("overnight", PUBLISHED, "en")
    (span,) = find_days("between 3 and 5 October", PUBLISHED, "en")
    (later,) = find_days("the next day", PUBLISHED, "en")
    (before,) = find_days("the day before", PUBLISHED, "en")
    spans = [later.after(span), later.after(night), before.after(span)]
    assert [(one.first.day, one.last.day) for one in spans] == [(6, 6), (7, 7), (2, 2)]


@pytest.mark.parametrize(
    ("language", "words", "first", "last"),
    [
        ("uk", "у ніч на неділю", "2015-10-03", "2015-10-04"),
        ("uk", "у ніч на неділю, 4 жовтня", "2015-10-03", "2015-10-04"),
        ("uk", "того ж суботнього вечора", "2015-10-03", "2015-10-03"),
        ("uk", "напередодні ввечері", "2015-10-06", "2015-10-06"),
        ("ru", "в ночь на воскресенье", "2015-10-03", "2015-10-04"),
        ("ru", "в субботней атаке", "2015-10-03", "2015-10-03"),
        ("ru", "накануне утром", "2015-10-06", "2015-10-06"),
        ("ar", "ليل الجمعة السبت", "2015-10-02", "2015-10-03"),
    ],
)
def test_the_night_to_a_day_is_both_days_and_the_eve_is_the_day_before(
    language, words, first, last
):
    (days,) = find_days(words, PUBLISHED, language)
    assert (str(days.first), str(days.last)) == (first, last)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("uk", "Суботній ринок закрито"),
        ("ru", "накануне выборов"),
        ("en", "two days before the vote"),
    ],
)
def test_the_day_of_something_else_is_none(language, words):
    assert find_days(words, PUBLISHED, language) == []


@pytest.mark.parametrize(
    ("language", "words", "first", "last", "precision"),
    [
        ("en", "three days earlier", "2015-10-01", "2015-10-01", "day"),
        ("en", "five days later", "2015-10-09", "2015-10-09", "day"),
        ("en", "two weeks before", "2015-09-17", "2015-09-23", "week"),
        ("en", "a week later", "2015-10-08", "2015-10-14", "week"),
        ("uk", "три дні раніше", "2015-10-01", "2015-10-01", "day"),
        ("ru", "неделей ранее", "2015-09-24", "2015-09-30", "week"),
    ],
)
def test_days_from_another_day_are_as_sharp_as_their_unit(language, words, first, last, precision):
    (told,) = find_days("4 October 2015", None, "en")
    (days,) = find_days(words, PUBLISHED, language)
    assert days.first is None
    seen = days.after(told)
    assert (str(seen.first), str(seen.last), seen.precision) == (first, last, precision)
