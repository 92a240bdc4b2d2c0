"""Lists whose fields stand one after another or under each other, and logs by day and month."""

from __future__ import annotations

import pytest

from reports.document import Report, parse_published
from reports.reading import read_report
from tests.support.reports_dev import pack


def told(text: str, country: str = "sy", published: str | None = "2024-05-12"):
    """Return of each draft its place, kind, first day and the least killed."""
    days = parse_published(published) if published else None
    return [
        (one.place.surface, one.kind, f"{one.days.first:%m-%d}" if one.days else None,
         one.toll.killed[0])
        for one in read_report(Report("a", text, days, "given"), pack(country)).drafts
    ]  # fmt: skip


@pytest.mark.parametrize("sign", [" | ", "; "])
def test_each_row_of_labels_has_its_own_first_field(sign):
    rows = [
        ("Date: 2/5/2024", "Place: Ghanto", "Type: artillery", "Killed: 0"),
        ("Date: 14/03/2024", "Place: Teir Maalah", "Type: mortar", "Killed: 1"),
        ("Date: 16/03/2024", "Place: Talbiseh", "Type: air raid", "Killed: 2"),
        ("Date: 17/03/2024", "Place: Dar Al Kabira", "Type: none", "Killed: 0"),
    ]
    text = "Incidents\n" + "\n".join(sign.join(row) for row in rows)
    assert told(text) == [
        ("Ghanto", "shelling", "05-02", 0),
        ("Teir Maalah", "shelling", "03-14", 1),
        ("Talbiseh", "airstrike", "03-16", 2),
    ]


def test_values_may_stand_on_the_line_under_their_label():
    text = "Place\nRafah\n\nDate\n10 May 2024\n\nType\nAir strike\n\nKilled\n8\nInjured\n20"
    assert told(text, "ps") == [("Rafah", "airstrike", "05-10", 8)]


def test_a_page_on_one_incident_has_the_kind_that_its_words_tell():
    text = (
        "Incident date\nMay 14, 2017\nLocation\nمنبج, Manbij, Aleppo, Syria\n\nAssessment\n"
        "Civilians died in alleged airstrikes on the city. Aleppo 24 said that planes hit homes."
    )
    assert [strike[:3] for strike in told(text)] == [("Manbij", "airstrike", "05-14")]


def test_a_label_alone_in_running_text_makes_no_list():
    assert told("Location\n\nJets bombed Ariha.\n\nNotes\n\nNo more is known.") == [
        ("Ariha", "airstrike", None, None)
    ]


LOG = [("Um Keddada: shelling, 3 dead", "Um Keddada"), ("Mellit: air strike, 12 killed", "Mellit"),
       ("Wadi Hower: drone strike on the market", "Wadi Hower")]  # fmt: skip


@pytest.mark.parametrize(
    "heads",
    [("7/5", "8/5", "9/5"), ("07.05", "08.05", "09.05"), ("5/7", "5/8", "5/9"),
     ("7/5:", "8/5:", "9/5:")],
)  # fmt: skip
def test_lines_that_begin_with_a_day_and_month_are_of_it(heads):
    text = "\n".join(f"{head} {line}" for head, (line, _) in zip(heads, LOG, strict=True))
    assert [(place, day) for place, _, day, _ in told(text, "sd")] == [
        ("Um Keddada", "05-07"), ("Mellit", "05-08"), ("Wadi Hower", "05-09"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heads", "published"),
    [
        (("12.05", "12.10", "13.05"), "2024-05-12"),  # hours
        (("5/6", "6/6", "6/5"), "2024-06-12"),  # runs neither way
        (("7/5", "8/5", "9/5"), None),  # of no year
    ],
)
def test_no_day_is_made_of_hours_nor_where_order_or_year_is_not_known(heads, published):
    text = "\n".join(f"{head} {line}" for head, (line, _) in zip(heads, LOG, strict=True))
    assert {day for _, _, day, _ in told(text, "sd", published)} <= {None}
