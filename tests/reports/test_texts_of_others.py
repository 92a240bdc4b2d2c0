"""Kinds met in texts of others: days of logs, lists and sections, and of what goes on."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report, parse_published
from reports.reading import read_report
from reports.words import standing
from reports.words.attacks import find_acts
from reports.words.wording import load_wording


def read(text: str, country: str = "sy", published: str | None = "2023-05-10"):
    days = parse_published(published) if published else None
    return read_report(Report("a", text, days, "given"), pack(country)).drafts


def told(text: str, country: str = "sy", published: str | None = "2023-05-10"):
    return [(d.place.surface, d.kind, *_days(d)) for d in read(text, country, published)]


def _days(draft) -> tuple[str, ...]:
    first, last = (draft.days.first, draft.days.last) if draft.days else (None, None)
    return tuple(str(day)[5:] for day in dict.fromkeys((first, last)) if day)


def test_a_title_under_the_line_of_the_file_is_the_first_sentence():
    text = (
        "#META source: a monitor date: 2023-05-10\nAir raids on Idlib\n\n"
        "Idlib Province: Jets bombed Saraqib."
    )
    assert told(text) == [("Saraqib", "airstrike", "05-10")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on Saraqib and Ariha.\n\nLast night 20 drones attacked the country.",
         [("Saraqib", "shelling"), ("Ariha", "shelling")]),
        ("Six hurt in shelling over past day\n\nA shell fell on Saraqib.",
         [("Saraqib", "shelling", "05-09", "05-10")]),
        ("Men searched the ruins of Saraqib on Tuesday after jets hit the town a day earlier.",
         [("Saraqib", "airstrike", "05-08")]),
        ("Jets bombed Saraqib on Monday. An hour later a raid hit Ariha.",
         [("Saraqib", "airstrike", "05-08"), ("Ariha", "airstrike", "05-08")]),
        ("Jets bombed Saraqib on Monday. On 1 April a raid killed four people in the north.",
         [("Saraqib", "airstrike", "05-08")]),
    ],
)  # fmt: skip
def test_a_strike_has_the_day_that_is_told_of_it(text, expected):
    drafts = read(text)
    assert told(text) == expected
    assert [draft.toll.killed for draft in drafts] == [(None, None)] * len(expected)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Air strikes hit Saraqib in Idlib; Rastan and Talbiseh in Homs; and Hish.",
         ["Saraqib", "Rastan", "Talbiseh", "Hish"]),
        ("Jets bombed Saraqib; people of Rastan held a vigil.", ["Saraqib"]),
        ("Jets bombed Saraqib; Ariha, Hish and Rastan were spared.", ["Saraqib"]),
        ("Jets bombed Saraqib; Ariha took in the wounded; Rastan sent ambulances.", ["Saraqib"]),
        ("Jets bombed Saraqib, killing four; Ariha hospital treated 20.", ["Saraqib"]),
        ("Two missiles hit Saraqib. The second missile fell on rescuers.", ["Saraqib"]),
        ("A missile hit Saraqib. A second missile hit the town at noon.", ["Saraqib"] * 2),
        ("Explosions were heard in Ariha, where six missiles hit two schools.", ["Ariha"]),
        ("Explosions were heard in Ariha, where a convoy of aid had come.", []),
        ("Explosions were heard in Ariha as Israeli jets bombed Homs.", ["Homs"]),
        ("An explosion heard in Ariha was caused by a drone strike.", ["Ariha"]),
        ("Planes were heard over Ariha before missiles hit a school.", []),
        ("At 2:30 a.m. (Damascus time) jets bombed Saraqib.", ["Saraqib"]),
        ("HOMS, 4 July 2019 - Jets bombed a school in Rastan.", ["Rastan"]),
    ],
)  # fmt: skip
def test_places_of_lists_second_blows_and_hours(text, places):
    assert [place for place, *_ in told(text)] == places


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Warplanes, which we believe were the army's, fired missiles at Saraqib.", "airstrike"),
        ("Jets flew over the hills, and gunmen fired missiles at Saraqib.", "missile"),
        ("The group mortared Saraqib on Monday.", "shelling"),
    ],
)
def test_what_flew_is_the_kind_of_what_it_fired(text, kind):
    assert [told_of for _, told_of, *_ in told(text)] == [kind]


LOG = (
    "{head}\n\n{first} A shell fell on Saraqib.\n01:30 Sirens.\n05:10 Jets bombed Ariha. "
    "Two people were killed.\n06:00 Three died in a road accident."
)


@pytest.mark.parametrize(
    ("head", "first", "days"),
    [
        ("Live: the night of Idlib", "00:20", ["05-10", "05-10"]),
        ("Overnight attack: live", "22:40", ["05-09", "05-10"]),
        ("Overnight attack: live", "00:20", ["05-10", "05-10"]),
        ("The events of 8 May", "00:20", ["05-08", "05-08"]),
    ],
)
def test_the_lines_of_a_log_are_of_the_day_of_their_hour(head, first, days):
    text = LOG.format(head=head, first=first)
    assert [day for *_, day in told(text)] == days
    assert read(text)[1].toll.killed == (2, None)  # the accident's dead are in another line


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("23:10 A raid hit Hish.\n00:20 A raid hit Ariha.\n03:40 A raid hit Rastan.",
         {"Hish": "05-09", "Ariha": "05-10", "Rastan": "05-10"}),
        ("03:40 A raid hit Rastan.\n00:20 A raid hit Ariha.\n23:10 A raid hit Hish.",
         {"Hish": "05-09", "Ariha": "05-10", "Rastan": "05-10"}),
    ],
)  # fmt: skip
def test_three_lines_of_a_night_are_each_of_the_day_of_their_hour(lines, expected):
    found = told("Night of 9-10 May 2023: live\n\n" + lines)
    assert {place: days for place, _, *days in found} == {
        place: [day] for place, day in expected.items()
    }


def test_an_hour_out_of_its_order_is_no_midnight():
    log = "8 May: live\n\n10:00 A raid hit Hish.\n12:00 A raid hit Ariha.\n11:30 A raid hit Rastan."
    assert {days for *_, days in told(log)} == {"05-08"}


def test_a_strike_that_goes_on_since_last_night_dates_no_other():
    text = "Clashes have gone on near Ariha since last night. Meanwhile jets bombed Saraqib."
    assert told(text)[1] == ("Saraqib", "airstrike")


def test_a_chronicle_has_its_year_in_its_title_and_its_days_and_places_before_its_lines():
    text = (
        "2016: a year of attacks\n\n15 February. Jets bomb Saraqib.\n\n27 April - Ariha. A raid "
        "on the mill.\n\n3 May - Hish. Rockets hit the bakery.\n\n4 May - Rastan. A raid hit a "
        "home.\n\nMarch. Shells fell on Rastan."
    )
    assert told(text, published=None)[:3] == [
        ("Saraqib", "airstrike", "02-15"), ("Ariha", "airstrike", "04-27"),
        ("Hish", "shelling", "05-03"),
    ]  # fmt: skip
    assert {str(draft.days.first)[:4] for draft in read(text, published=None)[:3]} == {"2016"}


YEAR = (
    "{title}\n\n{first}. Jets bombed Saraqib.\n\n{second}. A raid on Hish.\n\n{third}. "
    "A raid on Ariha."
)


@pytest.mark.parametrize(
    ("title", "days", "published", "years"),
    [
        ("The war in 2022", ("24 February", "1 March", "9 March"), "2023-05-10", {2022}),
        ("The war in 2022", ("24 April", "1 May", "9 May"), "2023-05-10", {2023}),
        ("The war in 2022", ("24 February", "1 March", "9 March"), "2022-05-10", {2022}),
        ("Winter of 2015", ("28 December", "30 December", "2 January"), None, {None}),
        ("The war in 2015-16", ("8 February", "1 March", "2 March"), None, {None}),
    ],
)
def test_the_year_of_a_title_is_that_of_lines_that_keep_within_it(title, days, published, years):
    text = YEAR.format(title=title, first=days[0], second=days[1], third=days[2])
    found = [draft.days.first if draft.days else None for draft in read(text, published=published)]
    assert len(found) == 3
    assert {day.year if day else None for day in found} == years


def test_a_town_that_begins_several_lines_is_the_place_of_each():
    lines = ["Saraqib. A drone hit a home.", "Ariha. Shells fell on the market.",
             "Hish. Jets bombed a mill.", "Damascus. Jets bombed a convoy."]  # fmt: skip
    text = "Last night\n\n" + "\n\n".join(lines)
    assert [place for place, *_ in told(text)] == ["Saraqib", "Ariha", "Hish"]
    assert told("\n\n".join(lines[1:3])) == []
    assert told(text + "\n\nRastan. A minister spoke.") == []
    assert told(text.replace("Ariha.", "Ariha. May 4. SANA -")) == []
    assert told(text.replace("Ariha.", "Ariha. 4 May.")) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("An air strike hit Zarfoun.", ["Zarfoun"]),
        ("Two raids on farms near Zarfoun and Beit Qalon killed six.", ["Zarfoun", "Beit Qalon"]),
        ("Jets hit a depot at Zarfoun, east of Saraqib.", ["Zarfoun"]),
        ("An air strike hit Abrams tanks.", []),
        ("A raid on Hezbollah killed two.", []),
        ("The raids began in Ramadan.", []),
        ("The party's offices in Zarfoun were opened.", []),
    ],
)
def test_a_name_on_no_list_is_told_without_a_point_where_a_strikes_place_stands(text, places):
    drafts = read(text)
    assert [draft.place.surface for draft in drafts] == places
    assert all(draft.match.lon is None for draft in drafts)


def test_raids_are_of_aircraft_also_after_missiles():
    text = "A missile hit Saraqib. Four raids on Ariha followed. Missiles from the air hit Hish."
    assert [kind for _, kind, *_ in told(text)] == ["missile", "airstrike", "airstrike"]


def test_days_by_number_behind_their_weekday_have_the_year_of_the_title():
    text = (
        "A diary, week 19/2023\n\nMon 8/5: Jets bombed Saraqib. A raid on Ariha.\n\n"
        "Tue 9/5: A shell fell on Hish.\n\nWed 10/5: Shells fell on Rastan.\n\n"
        "Sun 11/5: A raid on Talbiseh."
    )
    assert told(text, published=None) == [
        ("Saraqib", "airstrike", "05-08"), ("Ariha", "airstrike", "05-08"),
        ("Hish", "shelling", "05-09"), ("Rastan", "shelling", "05-10"), ("Talbiseh", "airstrike"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Four died in an air strike on a school housing displaced families in Jabalia.", "ps",
         [("Jabalia", "airstrike")]),
        ("A strike hit a house in Gaza City's Daraj neighbourhood.", "ps",
         [("Daraj", "airstrike")]),
        ("The force shelled Zamzam camp, south of El Fasher.", "sd", [("Zamzam camp", "shelling")]),
        ("Two drone strikes killed 13 people, seven of them children, in Zarfoun. A second strike "
         "came as people gathered.", "sy", [("Zarfoun", "drone")]),
        ("Strikes on Idlib, 3 to 7 May 2023\n\n3 May\nJets bombed Saraqib.\n5 May\nA raid hit "
         "Ariha.", "sy", [("Saraqib", "airstrike", "05-03"), ("Ariha", "airstrike", "05-05")]),
    ],
)  # fmt: skip
def test_a_strike_is_where_its_sentence_puts_it(text, country, expected):
    assert told(text, country) == expected


@pytest.mark.parametrize(
    "more",
    [
        "\n\nThe war began when fighters stormed the border on 7 October 2022, killing 900.",
        " Jets bombed a depot in Qesh on 7 May, killing 11.",
    ],
)
def test_the_dead_of_another_strike_are_not_given_to_the_one_before_it(more):
    (draft,) = read("A rocket was fired at Saraqib." + more)[:1]
    assert (draft.toll.killed, draft.days) == ((None, None), None)


def test_an_arabic_dateline_is_the_day_of_writing():
    text = (
        "حمص في 3 آذار 2023 - قال ناشط إن طائرات حربية قصفت تلبيسة أمس.\n\n"
        "وتعرضت الرستن لقصف مدفعي منذ الفجر."
    )
    assert told(text, published=None) == [
        ("تلبيسة", "airstrike", "03-02"), ("الرستن", "shelling", "03-03"),
    ]  # fmt: skip


def test_what_a_long_sentence_holds_is_looked_for_once_not_for_each_of_its_acts():
    text, wording = "قصف " * 400, load_wording("ar")
    acts = find_acts(text, wording, None)
    before = standing._spans.cache_info().misses
    assert len(acts) == 400
    assert {standing.standing_of(text, act, wording) for act in acts} == {None}
    assert standing._spans.cache_info().misses - before < 20
