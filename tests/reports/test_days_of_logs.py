"""Days of logs and live blogs, and of periods that are told with their hours."""

from __future__ import annotations

import datetime

import pytest
from reports_dev import days_told, pack

from reports.document import Report, parse_published
from reports.reading import read_report
from reports.words.days import find_days

THURSDAY = "2023-05-11"


def days_of(text: str, published: str | None = THURSDAY) -> dict[str, str | None]:
    return days_told(text, published)


OWN_LINES = (
    "{title}\n\n7am\nGood morning.\n\n8.15am\nJets bombed Ariha, our reporter says."
    "\n\nA baker was hurt.\n\n12:40pm\nA shell fell on Saraqib.\n\n2pm\nRain."
)
IN_LINE = (
    "{title}\n\n06:12 GMT The army says it hit 600 targets in the past 24 hours.\n\n"
    "06:40 GMT Jets bombed Ariha.\n\n07:25 GMT On Tuesday a shell fell on Saraqib.\n\n"
    "08:05 GMT A drone struck a car in Hish."
)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("The battle for Idlib: as it happened on Wednesday", "05-10..05-10"),
        ("Idlib, day 24: what we know of the morning", "05-11..05-11"),
        ("Live from Idlib", "05-11..05-11"),
    ],
)
def test_each_entry_of_a_log_is_of_the_day_of_its_title_or_of_publication(title, day):
    assert days_of(OWN_LINES.format(title=title)) == {"Ariha": day, "Saraqib": day}
    tuesday = "05-09..05-09"
    assert days_of(IN_LINE.format(title=title)) == {"Ariha": day, "Saraqib": tuesday, "Hish": day}


@pytest.mark.parametrize(
    "title",
    [
        "Between 3 May and 7 May the army drew near. On 8 May it came.",  # of which of them?
        "Ten years after the raid: the hours of that morning",
        "The war began on 15 March 2011.",
    ],
)
def test_a_log_of_a_day_that_is_not_told_has_none(title):
    assert days_of(OWN_LINES.format(title=title)) == {"Ariha": None, "Saraqib": None}


def test_a_log_without_a_day_and_without_a_publication_has_none():
    assert set(days_of(OWN_LINES.format(title="Live from Idlib"), None).values()) == {None}


@pytest.mark.parametrize(
    ("words", "day"),
    [("Overnight", "05-10..05-11"), ("Yesterday", "05-10..05-10"), ("On Sunday", "05-07..05-07")],
)
def test_an_entry_that_tells_its_own_day_keeps_it_alone(words, day):
    text = IN_LINE.format(title="Live from Idlib").replace("On Tuesday", words)
    assert days_of(text) == {"Ariha": "05-11..05-11", "Saraqib": day, "Hish": "05-11..05-11"}


def test_hours_under_no_title_are_of_no_day():
    entries = IN_LINE.split("\n\n", 1)[1].replace(" in the past 24 hours", "")
    assert days_of(entries) == {"Ariha": None, "Saraqib": "05-09..05-09", "Hish": None}


def test_a_heading_under_a_log_ends_its_last_entry():
    text = OWN_LINES.format(title="Live from Idlib")
    text += "\n\nA look back\n\nA raid hit Hish, which few remember."
    assert days_of(text)["Hish"] is None
    assert days_of(text.replace("A look back\n\n", ""))["Hish"] == "05-11..05-11"


DAY_AND_NIGHT = (
    "{title}\n\n09:00 Sirens.\n14:30 Jets bombed Ariha.\n23:50 Sirens.\n00:40 A shell fell on Hish."
)


def test_a_log_of_a_day_goes_on_after_midnight():
    days = days_of(DAY_AND_NIGHT.format(title="Idlib: as it happened on Wednesday"))
    assert days == {"Ariha": "05-10..05-10", "Hish": "05-11..05-11"}
    lines = DAY_AND_NIGHT.format(title="").split("\n")[2:]
    newest = "\n".join(["Idlib: as it happened on Wednesday", "", *lines[::-1]])
    assert days_of(newest) == days


def test_of_which_of_a_nights_days_a_log_was_published_is_not_known():
    assert set(days_of(DAY_AND_NIGHT.format(title="Live from Idlib")).values()) == {None}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The last day (18 February, 06:00 till 19 February, 06:00)", "en"),
        ("from 6 a.m. on 18 to 6 a.m. on 19 February", "en"),
        ("18 February 06:00 – 19 February 06:00", "en"),
        ("Feb 18, 6am - Feb 19, 6am", "en"),
        ("from 06:00 on Saturday to 06:00 on Sunday", "en"),
        ("18 лютого 06:00 – 19 лютого 06:00", "uk"),
        ("з 6-ї ранку 18 до 6-ї ранку 19 лютого", "uk"),
        ("с 06:00 18 февраля до 06:00 19 февраля", "ru"),
        ("с 6 утра 18 до 6 утра 19 февраля", "ru"),
        ("من الساعة 6 صباحا 18 شباط حتى الساعة 6 صباحا 19 شباط", "ar"),
    ],
)
def test_a_period_with_its_hours_is_both_its_days(text, language):
    day = datetime.date(2023, 2, 20)
    found = [one for one in find_days(text, (day, day), language) if one.first]
    assert [(f"{one.first}", f"{one.last}") for one in found] == [("2023-02-18", "2023-02-19")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On 18 February, 06:00, a shell fell; on 19 February another did", "en"),
        ("On 18 February at 6 a.m. and on 19 February", "en"),
        ("18 лютого о 06:00 та 19 лютого", "uk"),
        ("18 февраля в 06:00 и 19 февраля", "ru"),
    ],
)
def test_two_days_with_an_hour_are_no_period(text, language):
    day = datetime.date(2023, 2, 20)
    found = find_days(text, (day, day), language)
    assert [f"{one.first}..{one.last}" for one in found] == [
        "2023-02-18..2023-02-18",
        "2023-02-19..2023-02-19",
    ]


def test_a_period_in_a_heading_goes_before_the_past_day_beside_it():
    text = "Зведення за добу 8–9 травня\n\nІдліб: обстріл міста."
    drafts = read_report(Report("a", text, parse_published("2023-05-10"), ""), pack("sy")).drafts
    assert [f"{one.days.first}..{one.days.last}" for one in drafts if one.days] == [
        "2023-05-08..2023-05-09"
    ]
