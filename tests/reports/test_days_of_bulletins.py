"""Days of bulletins: the line over them, "the past day" with its date, "as of"."""

from __future__ import annotations

import pytest
from reports_dev import days_told

FIELD = """Field Report
Sunday 2 October 2016

Warplanes bombed Saraqib yesterday, killing eight people. Helicopters dropped bombs on Ariha.

In Aleppo, warplanes launched raids on Atarib after midnight.

A shell fell on Talbiseh."""


def test_a_bulletins_day_is_that_of_all_but_what_has_its_own():
    assert days_told(FIELD, "2016-10-02") == {
        "Saraqib": "10-01..10-01",
        "Ariha": "10-02..10-02",
        "Atarib": "10-02..10-02",
        "Talbiseh": "10-02..10-02",
    }


def test_the_day_over_an_article_is_that_of_its_writing():
    told = days_told(FIELD.replace("Field Report", "Jets over Idlib"), "2016-10-02")
    assert told["Saraqib"] == told["Ariha"] == "10-01..10-01"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Warplanes bombed Saraqib over the past day, May 21, a monitor said.", "05-21..05-21"),
        ("Over the past day, May 22, warplanes bombed Saraqib.", "05-22..05-22"),
        ("Warplanes bombed Saraqib over the past day.", "05-21..05-22"),
        ("قصفت طائرات سراقب خلال 24 ساعة الماضية.", "05-21..05-22"),
    ],
)
def test_the_past_day_with_a_date_is_that_day(text, days):
    assert list(days_told(text, "2024-05-22").values()) == [days]


AS_OF = """Idlib, as of 9:00 on 6 May

Over the past day warplanes struck 8 towns.

A shell fell on Saraqib, wounding three people.
Warplanes bombed Ariha on 5 May."""


def test_as_of_an_hour_the_past_day_begins_on_the_eve():
    assert days_told(AS_OF, "2025-05-06") == {
        "Saraqib": "05-05..05-06",
        "Ariha": "05-05..05-05",
    }
    told = days_told(AS_OF.replace("Over the past day warplanes", "Warplanes"), "2025-05-06")
    assert told["Saraqib"] == "05-06..05-06"
