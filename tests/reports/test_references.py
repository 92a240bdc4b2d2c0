"""Strikes told beside another: an earlier one with its own day and toll, never the new one's."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report, parse_published
from reports.reading import read_report

PUBLISHED = parse_published("2023-05-10")


def told_by(text, country="sy"):
    drafts = read_report(Report("a", text, PUBLISHED), pack(country)).drafts
    return [
        (
            one.place.surface,
            f"{one.days.first}..{one.days.last}" if one.days and one.days.first else None,
            one.toll.killed[0],
        )
        for one in drafts
    ]


MONDAY = "2023-05-08..2023-05-08"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("The attack came a week after a strike on Salqin killed 12.", "2023-04-28..2023-05-04"),
        ("It came three days after a strike on Salqin killed 12.", "2023-05-05..2023-05-05"),
        ("The attack came months after a strike on Salqin killed 12.", None),
        ("It came 10 days after an air strike on Salqin killed 12.", "2023-04-28..2023-04-28"),
    ],
)  # fmt: skip
def test_an_earlier_strike_is_dated_from_the_new_one_or_not_at_all(told, day):
    text = f"An air strike hit Saraqib on Monday, killing three. {told}"
    assert told_by(text) == [("Saraqib", MONDAY, 3), ("Salqin", day, 12)]


def test_an_earlier_strike_on_the_same_place_is_another_one():
    text = (
        "An air strike hit Saraqib on Monday, killing three, "
        "weeks after a strike on Saraqib killed 12."
    )
    assert told_by(text) == [("Saraqib", MONDAY, 3), ("Saraqib", None, 12)]


@pytest.mark.parametrize(
    ("country", "text", "told"),
    [
        ("ua", "У понеділок ракета влучила в Нікополь, загинули троє людей, через тиждень "
         "після удару по Марганцю, де загинули 12 людей.",
         [("Нікополь", MONDAY), ("Марганцю", "2023-04-28..2023-05-04")]),
        ("ua", "В понедельник ракета попала в Никополь, погибли трое, спустя два дня после "
         "удара по Херсону.", [("Никополь", MONDAY), ("Херсону", "2023-05-06..2023-05-06")]),
        ("sy", "استهدفت غارة جوية مدينة سراقب يوم الاثنين، بعد ثلاثة أيام من غارة على سلقين.",
         [("سراقب", MONDAY), ("سلقين", "2023-05-05..2023-05-05")]),
    ],
)  # fmt: skip
def test_so_it_is_in_each_language(country, text, told):
    assert [(place, days) for place, days, _ in told_by(text, country)] == told


def test_what_stands_under_a_day_of_its_own_is_seen_from_it():
    text = "21 April: a strike hit Saraqib late on Sunday.\n\n22 April: a strike hit Salqin."
    days = [days for _, days, _ in told_by(text)]
    assert days == ["2023-04-16..2023-04-16", "2023-04-22..2023-04-22"]


def test_an_opening_that_sums_up_a_day_of_strikes_puts_it_over_the_list():
    text = (
        "PARIS, May 9, 2023\n\nOn May 8 coalition forces continued to attack the group in "
        "Syria.\n\n"
        "* Near Saraqib, one strike destroyed a depot.\n* Near Salqin, two strikes hit a bridge."
    )
    assert [days for _, days, _ in told_by(text)] == [MONDAY, MONDAY]


def test_a_strike_left_out_of_an_earlier_release_happened():
    text = (
        "One strike near Saraqib on May 8 that was not included in an earlier release hit a depot."
    )
    assert told_by(text) == [("Saraqib", MONDAY, None)]


def test_a_headline_takes_the_kind_of_the_weapon_that_the_text_goes_on_with():
    text = (
        "Strike on Saraqib kills two\n\nOn Sunday a missile hit a house in the town.\n\n"
        "On Monday warplanes bombed Saraqib."
    )
    drafts = read_report(Report("a", text, PUBLISHED), pack("sy")).drafts
    assert [one.kind for one in drafts] == ["missile", "airstrike"]
