"""Which days whole texts give their strikes: headings, posts, feet, a day and a night, years."""

from __future__ import annotations

import pytest
from reports_dev import pack, read_texts, score_cases

from reports.document import Report, parse_published
from reports.reading import read_report

STRIKE = "Jets bombed Ariha today."
UNDATED = "Jets bombed Ariha."


def days_of(text: str, published: str | None = None) -> list[str | None]:
    days = parse_published(published) if published else None
    drafts = read_report(Report("a", text, days, "given"), pack("sy")).drafts
    told = [draft.days for draft in drafts]
    return [f"{one.first}..{one.last}" if one and one.first else None for one in told]


def test_days_of_texts_are_read_as_labelled():
    score = score_cases(read_texts("days"))
    assert score.precision >= 0.98, score.line()
    assert score.f1 >= 0.97, score.line()


@pytest.mark.parametrize(
    "line",
    [
        "#Syria | evening wrap | Tuesday 9 May 2023",
        "DAMASCUS, May 9, 2023",
        "Idlib, as of 18:00 on 9 May 2023",
        "Posted 9 May 2023, 14:05",
        "Hama Media Office, [09.05.2023 14:20]",
        "Sent: Tuesday, May 9, 2023 6:14 PM",
        "Зведення по області станом на 06:00 9 травня 2023 року",
        "Сводка за 9 мая 2023 года",
        "حصيلة يوم الثلاثاء 9 أيار 2023",
    ],
)
def test_a_text_is_of_the_day_of_its_first_line(line):
    assert days_of(f"{line}\n\n{STRIKE}") == ["2023-05-09..2023-05-09"]
    assert days_of(f"{line}\n\n{STRIKE}", "2023-05-10") == ["2023-05-10..2023-05-10"]


@pytest.mark.parametrize(
    "line",
    [
        "Ten years after the massacre of 21 August 2013, the town remembers",
        "Anniversary of the raid of 9 May 2013",
        "The war that began on 15 March 2011",
        "Річниця удару 9 травня 2013 року",
        "Годовщина удара 9 мая 2013 года",
        "ذكرى مجزرة 9 أيار 2013",
    ],
)
def test_a_day_that_is_remembered_is_no_day_of_the_text(line):
    assert days_of(f"{line}\n\n{STRIKE}") == [None]


def test_a_foot_says_when_a_text_was_published_and_a_mere_date_there_does_not():
    assert days_of(f"{STRIKE}\n\nA.\n\nB.\n\nPublished: 9 May 2023") == ["2023-05-09..2023-05-09"]
    assert days_of(f"{STRIKE}\n\nA.\n\nB.\n\nThe law of 9 May 2023") == [None]


@pytest.mark.parametrize(
    ("opening", "days"),
    [
        ("Over the past 24 hours the army counted 30 strikes.", "2023-05-09..2023-05-10"),
        ("Yesterday's attacks on the north, in brief.", "2023-05-09..2023-05-09"),
        ("Yesterday's meeting on the north, in brief.", None),
        ("Yesterday's attack on Saraqib, in brief.", None),
    ],
)
def test_a_text_that_opens_with_a_day_of_attacks_is_of_it(opening, days):
    assert days_of(f"{opening}\n\nAriha: jets bombed a market.", "2023-05-10")[-1] == days


def test_the_next_day_and_the_same_day_are_of_the_strike_just_told():
    far = "The market opened again. " * 6
    text = "Jets bombed Ariha on 3 May 2023. {}The next day shells fell on Sarmin."
    assert days_of(text.format("")) == ["2023-05-03..2023-05-03", "2023-05-04..2023-05-04"]
    assert days_of(text.format(far))[1] is None


def test_a_year_holds_for_the_paragraph_that_names_it():
    text = "Jets bombed Ariha on 12 June 2019. On 14 June shells fell on Sarmin.{}"
    later = "\n\nOn 2 May shells fell on Binnish."
    assert days_of(text.format(later), "2023-05-10") == [
        "2019-06-12..2019-06-12", "2019-06-14..2019-06-14", "2023-05-02..2023-05-02",
    ]  # fmt: skip


def test_wounds_of_ten_days_ago_date_no_strike_told_after_them():
    text = "A man died of the wounds that he had received ten days ago in Nawa. {}"
    assert days_of(text.format(UNDATED), "2023-05-10") == [None]
    assert days_of(text.format(STRIKE), "2023-05-10") == ["2023-05-10..2023-05-10"]
