"""Days that a text tells beside a strike's own: what it only recalls, and the day of its issue."""

from __future__ import annotations

import pytest

from reports.document import Report, parse_published
from reports.reading import Reading, read_report
from tests.support.reports_dev import pack


def read(text: str, country: str, published: str | None = "2023-05-10") -> Reading:
    days = parse_published(published) if published else None
    return read_report(Report("a", text, days, "given"), pack(country))


def told(text: str, country: str, published: str | None = "2023-05-10"):
    """Return of each draft its place, kind and first day."""
    return [
        (one.place.surface, one.kind, f"{one.days.first:%m-%d}" if one.days else None)
        for one in read(text, country, published).drafts
    ]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("We remind that on 21 August 2013 rockets hit Zamalka. On Monday jets bombed Douma.",
         "sy", [("Douma", "airstrike", "05-08")]),
        ("Jets bombed Douma on Monday. It is worth reminding that Arbin was bombed on 7 February "
         "and 12 people died.", "sy", [("Douma", "airstrike", "05-08")]),
        ("Jets bombed Douma on Monday. It is worth noting that on 3 January jets bombed Hish.",
         "sy", [("Douma", "airstrike", "05-08")]),
        ("Nikopol was shelled on Tuesday. As a reminder, a missile hit Uman on 28 April.",
         "ua", [("Nikopol", "shelling", "05-09")]),
        ("Вчора обстріляли Нікополь. Нагадаємо, в Краматорську внаслідок ракетного удару загинуло "
         "троє людей.", "ua", [("Нікополь", "shelling", "05-09")]),
        ("Вчера обстреляли Никополь. Напомним, 14 января ракета попала в дом в Днепре.",
         "ua", [("Никополь", "shelling", "05-09")]),
    ],
)  # fmt: skip
def test_what_a_text_only_recalls_is_set_aside(text, country, expected):
    assert told(text, country) == expected
    assert any("an earlier time" in aside.reason for aside in read(text, country).aside)


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Нагадаємо, 9 травня ракета влучила у Краматорськ, загинуло троє.", "ua",
         [("Краматорськ", "missile", "05-09")]),
        ("Residents recalled how jets bombed the market of Ariha on Monday.", "sy",
         [("Ariha", "airstrike", "05-08")]),
        ("It should be noted that jets bombed Ariha on Monday as well.", "sy",
         [("Ariha", "airstrike", "05-08")]),
    ],
)  # fmt: skip
def test_a_reminder_of_the_last_days_and_a_witness_are_news(text, country, expected):
    assert told(text, country) == expected


BULLETIN = (
    "Idlib province: jets bombed Saraqib after midnight, no casualties until now.\n\n"
    "Daraa province: shells fell on Herak."
)


def test_a_bulletin_of_the_hours_up_to_its_issue_is_of_that_day():
    assert told(BULLETIN, "sy") == [
        ("Saraqib", "airstrike", "05-10"),
        ("Herak", "shelling", "05-10"),
    ]
    why = read(BULLETIN, "sy").drafts[0].why["date"]
    assert why[0] <= 0.6
    assert "after midnight" in why[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets bombed Saraqib after midnight.", [None]),  # one strike is no bulletin
        (BULLETIN + "\n\nAleppo province: a raid hit Anadan on 3 May.", [None, None, "05-03"]),
        ("Jets bombed Saraqib.\n\nShells fell on Herak.", [None, None]),
    ],
)  # fmt: skip
def test_no_day_of_issue_for_one_strike_nor_beside_other_days(text, expected):
    assert [day for _, _, day in told(text, "sy")] == expected


def test_a_bulletin_without_a_day_of_publication_has_none():
    assert [day for _, _, day in told(BULLETIN, "sy", None)] == [None, None]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("S-300 missiles hit Kramatorsk on the night against 9 May.", "2023-05-08", "2023-05-09"),
        ("In the night against Tuesday drones attacked Odesa.", "2023-05-08", "2023-05-09"),
    ],
)
def test_a_night_against_a_day_began_the_day_before(text, first, last):
    [draft] = read(text, "ua").drafts
    assert (str(draft.days.first), str(draft.days.last)) == (first, last)


def test_what_a_report_says_that_somebody_had_done_is_no_past():
    text = (
        "Air strikes on a rebel-held town killed 19 people on Monday.\n\n"
        "A monitor said jets had hit a street in Jisr al-Shughur."
    )
    assert ("Jisr al-Shughur", "airstrike", "05-08") in told(text, "sy")
    apart = "Jets bombed Douma on Monday. Shells had hit Arbin."
    assert ("Arbin", "shelling", None) in told(apart, "sy")


def test_the_day_of_attacks_in_sum_is_that_of_every_kind_told_after():
    text = (
        "Governor: consequences of yesterday's shelling of Kharkiv region.\n\n"
        "A drone killed a woman in Chuhuiv. Two missiles hit Velykyi Burluk."
    )
    assert [(kind, day) for _, kind, day in told(text, "ua")][-2:] == [
        ("drone", "05-09"),
        ("missile", "05-09"),
    ]
