"""One event that a story tells several times: its region, its place, its weapon, its day."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report, parse_published
from reports.reading import read_report


def told(text: str, country: str = "sy", published: str = "2023-05-10"):
    report = Report("a", text, parse_published(published), "given")
    drafts = read_report(report, pack(country)).drafts
    return [(one.place.surface, one.kind, _day(one), one.toll.killed[0]) for one in drafts]


def _day(draft) -> str | None:
    return str(draft.days.first)[5:] if draft.days and draft.days.first else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An air strike hit a market in Ariha, killing six, medics said on Wednesday. The strike "
         "came on Tuesday afternoon.", [("Ariha", "airstrike", "05-09", 6)]),
        ("Air strike kills six in Ariha\n\nAn air strike hit a market in Ariha, killing six, "
         "medics said on Wednesday.\n\nThe strike came on Tuesday.",
         [("Ariha", "airstrike", "05-09", 6)]),
        ("An air strike killed six in Ariha, a medic told our reporter on Wednesday.",
         [("Ariha", "airstrike", "05-10", 6)]),
        # An earlier strike, too long before to be what was told of on that day, stays another.
        ("Jets bombed Ariha, medics said on Wednesday. Ariha was hit by jets on 2 May as well.",
         [("Ariha", "airstrike", "05-10", None), ("Ariha", "airstrike", "05-02", None)]),
        ("Jets bombed Ariha on Wednesday. Jets bombed Ariha on Tuesday.",
         [("Ariha", "airstrike", "05-10", None), ("Ariha", "airstrike", "05-09", None)]),
    ],
)  # fmt: skip
def test_the_day_of_telling_gives_way_to_the_day_that_is_told(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets bombed Ariha on Tuesday. It was among the deadliest raids since the army began its "
         "campaign following the 1 March vote.", [("Ariha", "airstrike", "05-09", None)]),
        ("Jets bombed Ariha. The fighting erupted in 2011 and has killed thousands.",
         [("Ariha", "airstrike", None, None)]),
        ("Weeks after an air strike on 2 April killed six people in Ariha, families grieve.",
         [("Ariha", "airstrike", "04-02", 6)]),
    ],
)  # fmt: skip
def test_a_day_of_what_came_before_dates_no_strike(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Ten people were killed in a drone attack in Idlib province. The attack hit a market in "
         "Ariha.", "sy", [("Ariha", "drone", None, 10)]),
        ("A drone strike killed ten people in Idlib province.\n\nThe dead were at a mill. The "
         "strike on Ariha came at noon.", "sy", [("Ariha", "drone", None, 10)]),
        # Nothing says that these are one: the region's strikes, or another toll.
        ("Talks ended. Aid came. Roads reopened. Jets bombed Idlib province, killing 20. A raid "
         "on Ariha killed three.", "sy",
         [("Idlib", "airstrike", None, 20), ("Ariha", "airstrike", None, 3)]),
        ("A drone hit the Kharkiv region, killing two. In Nikopol a drone killed one.", "ua",
         [("Kharkiv", "drone", None, 2), ("Nikopol", "drone", None, 1)]),
        ("A raid hit a mill in Ariha in Syria's Idlib province, killing two.", "sy",
         [("Ariha", "airstrike", None, 2)]),
        ("A raid hit the Idlib town of Ariha.", "sy", [("Ariha", "airstrike", None, None)]),
        ("Raids hit the Idlib countryside and the town of Rastan.", "sy",
         [("Idlib", "airstrike", None, None), ("Rastan", "airstrike", None, None)]),
    ],
)  # fmt: skip
def test_a_strike_in_a_region_is_the_one_on_its_place_where_the_text_says_so(
    text, country, expected
):
    assert told(text, country) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A drone attack killed ten in Ariha. The attack hit Ariha with four missiles.",
         [("Ariha", "drone", None, 10)]),
        ("An air strike on a car in Ariha killed one person. A “drone strike on a car in Ariha” "
         "killed one person, the ministry said.", [("Ariha", "drone", None, 1)]),
        ("An air strike in Ariha killed one person. A drone strike in Ariha killed four.",
         [("Ariha", "airstrike", None, 1), ("Ariha", "drone", None, 4)]),
        ("A drone attack killed ten in Ariha. Gunmen fired missiles at Ariha.",
         [("Ariha", "drone", None, 10), ("Ariha", "missile", None, None)]),
        ("A drone strike hit Ariha on Monday. In a separate attack on Tuesday a drone hit Ariha.",
         [("Ariha", "drone", "05-08", None), ("Ariha", "drone", "05-09", None)]),
    ],
)  # fmt: skip
def test_the_weapon_of_one_strike_is_told_in_several_words(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army frequently carries out air strikes on rebels in Ariha.",
        "Jets regularly bomb villages around Ariha.",
        "The army has waged attacks on Ariha for decades with its jets.",
    ],
)
def test_what_is_done_time_and_again_is_no_strike(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("HOMS (dpa)— A raid hit a mill in Rastan.", ["Rastan"]),
        ("Homs (AFP) – A raid hit a mill in Rastan.", ["Rastan"]),
        ("A raid hit Homs (dpa had reported two).", ["Homs"]),
    ],
)  # fmt: skip
def test_a_dateline_is_no_place_of_a_strike(text, places):
    assert [place for place, *_ in told(text)] == places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Air strike kills 54 people at a market, aid groups say.\n\nA volunteer said the strike "
         "came on Monday in the village of Ariha.", [("Ariha", "airstrike", "05-08", 54)]),
        ("An air strike killed 54 people at a market. Another air strike hit Ariha.",
         [("Ariha", "airstrike", None, None)]),
        ("Air strikes killed 54 people. The strike on Ariha came on Monday.",
         [("Ariha", "airstrike", "05-08", None)]),
        ("An air strike killed 54 people at a market. The shelling of Ariha went on.",
         [("Ariha", "shelling", None, None)]),
    ],
)  # fmt: skip
def test_an_opening_without_a_place_gives_its_toll_to_the_strike_told_of(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen claimed to be launching drones at Rastan on Tuesday in retaliation for an air "
         "strike on Ariha the day before.",
         [("Rastan", "drone", "05-09", None)]),
        ("The army carried out strikes in the north on Tuesday, in response to rocket attacks."
         "\nFighter jets hit depots in Ariha, it said.", [("Ariha", "airstrike", "05-09", None)]),
        ("Roads were shut in Homs, while in Rastan a tank had fired on a house.",
         [("Rastan", "shelling", None, None)]),
        ("Jets bombed Ariha on Tuesday.\n\nThe agency added that jets bombed Rastan.",
         [("Ariha", "airstrike", "05-09", None), ("Rastan", "airstrike", "05-09", None)]),
    ],
)  # fmt: skip
def test_what_a_strike_answers_and_where_else_are_clauses_of_their_own(text, expected):
    assert [one for one in told(text) if one[:2] != ("Ariha", "airstrike") or one in expected] == (
        expected
    )
