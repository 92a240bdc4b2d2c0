"""Figures, days and doers that a text does not give: each is left out, and what it gives stays."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report, parse_published
from reports.reading import read_report
from reports.words.tolls import find_toll

NONE = (None, None)
STRIKE = "An airstrike hit Ariha on Monday."


def drafts_of(text: str):
    return read_report(Report("a", text, parse_published("2023-05-10"), "given"), pack("sy")).drafts


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("The raid hit a house, leaving two people injured.", NONE, (2, None)),
        ("The raid left 5 homes damaged and 3 people hurt.", NONE, (3, None)),
        ("It left a woman seriously injured.", NONE, NONE),
        ("The raid left the commander of the brigade wounded.", NONE, NONE),
        ("It left the driver with burns.", NONE, NONE),
        ("A man left his wife at the market.", NONE, NONE),
        ("leaving one migrant dead and six hurt", (1, None), (6, None)),
        ("The raid came in response to the death of a soldier.", NONE, NONE),
        ("It came after the death of the leader of the group.", NONE, NONE),
        ("It marked the martyrdom of a commander.", NONE, NONE),
        ("near where the bodies of 30 people were found in 2014", NONE, NONE),
        ("It caused the deaths of 16 civilians.", (16, None), NONE),
        ("They recovered the bodies of a woman and her two children.", (3, None), NONE),
        ("It killed the commander, his wife and three children.", NONE, NONE),
        ("It killed the farmer and two sons.", NONE, NONE),
        ("It killed the driver, a man from Idlib.", NONE, NONE),
        ("It killed the driver and wounded two others.", (1, None), (2, None)),
        ("It killed a commander and the driver.", (2, None), NONE),
        ("It killed a commander and the driver was wounded.", (1, None), NONE),
        ("No deaths were reported.", NONE, NONE),
        ("No injuries were reported.", NONE, NONE),
        ("There were no injuries.", NONE, (0, None)),
        ("Nobody was killed or injured.", (0, None), (0, None)),
        ("It killed 3-year-old Ahmad.", NONE, NONE),
        ("It did not kill 12 people.", NONE, NONE),
        ("It was meant to kill 12 people.", NONE, NONE),
        ("An airstrike in May killed 12 people.", (12, None), NONE),
        ("It killed two hundred people.", NONE, NONE),
        ("A dozen people were killed.", NONE, NONE),
        ("A number of people were killed.", NONE, NONE),
    ],
)
def test_a_sentence_gives_the_people_that_it_tells_and_no_others(sentence, killed, injured):
    toll = find_toll(sentence, "en")
    assert (toll.killed, toll.injured) == (killed, injured)


@pytest.mark.parametrize(
    "later",
    [
        "The death toll of the earthquake in Ariha rose to 4,500.",
        "35 people were killed in Ariha in 2016.",
        "Since 2011, 900 people were killed in Ariha.",
        "In Ariha, cholera has killed 35 people.",
        "A car crash in Ariha killed 9 people on Tuesday.",
        "4 people were killed in Ariha in a family feud.",
        "On Sunday 9 people were killed in Ariha.",
        "The hospital in Ariha said that 14 people died of cold this winter.",
        "A car crash killed 9 people.",
        "Nine people were killed in 2016.",
    ],
)
def test_people_who_died_of_something_else_or_then_are_not_counted(later):
    (draft,) = drafts_of(f"{STRIKE}\n\n{later}")
    assert not draft.toll
    (draft,) = drafts_of(f"{STRIKE[:-1]}, killing 3. {later}")
    assert draft.toll.killed == (3, None)


@pytest.mark.parametrize("later", ["It killed 9 people.", "Nine people were killed in Ariha."])
def test_a_toll_that_may_be_of_the_strike_before_it_is_counted(later):
    (draft,) = drafts_of(f"{STRIKE} {later}")
    assert draft.toll.killed == (9, None)


def test_a_toll_far_from_the_strike_or_told_to_compare_is_not_counted():
    between = "The market opened again. " * 8
    (draft,) = drafts_of(f"{STRIKE} {between}The number of martyrs in Ariha has reached 14.")
    assert not draft.toll
    (draft,) = drafts_of(f"{STRIKE[:-1]}, near where 30 people were killed in 2014.")
    assert not draft.toll


SHEET = "Date: 3 May 2023\nPlace: Ariha\nType: airstrike\n"


@pytest.mark.parametrize(
    ("lines", "killed", "words"),
    [
        ("Civilians killed: 3\nKilled: 8", (8, None), "killed: 8; civilians killed: 3"),
        ("Civilians killed: 3\nFighters killed: 5", NONE,
         "civilians killed: 3; fighters killed: 5"),
        ("Killed: 1,200 (of 3,000)", (1200, None), "killed: 1,200 (of 3,000)"),
        ("Killed: between 3 and 5", (3, 5), "killed: between 3 and 5"),
        ("Killed: 2 women, 3 children", (5, None), "killed: 2 women, 3 children"),
        ("Killed: more than 20", (21, None), "killed: more than 20"),
        ("Killed: up to 15", (None, 15), "killed: up to 15"),
        ("Killed: on 3 houses", NONE, "killed: on 3 houses"),
    ],
)  # fmt: skip
def test_a_field_of_some_people_is_no_total(lines, killed, words):
    (draft,) = drafts_of(SHEET + lines)
    assert (draft.toll.killed, draft.toll.text) == (killed, words)


@pytest.mark.parametrize("places", ["Ariha, Saraqib", "Ariha and Saraqib", "Ariha / Saraqib"])
def test_a_toll_of_several_places_of_a_field_is_in_words_alone(places):
    drafts = drafts_of(f"{SHEET}Killed: 5".replace("Ariha", places))
    assert [draft.place.surface for draft in drafts] == ["Ariha", "Saraqib"]
    assert {(draft.toll.killed, draft.toll.text) for draft in drafts} == {(NONE, "killed: 5")}


@pytest.mark.parametrize("place", ["Ariha, Idlib", "Kafr Nabl, Maarrat al-Numan"])
def test_the_district_behind_a_place_of_a_field_is_no_second_place(place):
    (draft,) = drafts_of(f"{SHEET}Killed: 5".replace("Ariha", place))
    assert (draft.place.surface, draft.toll.killed) == (place.split(",")[0], (5, None))


@pytest.mark.parametrize(
    ("line", "actor"),
    [
        ("Actor: Russia or Syrian government", "Russia or Syrian government"),
        ("Responsibility: denied by Russia", None),
        ("Responsibility: unknown (not Russia)", None),
        ("Alleged perpetrator: not Russia", None),
        ("Responsible: unknown", None),
        ("Alleged perpetrator: Russian forces", "Russia"),
    ],
)
def test_a_field_that_denies_a_doer_names_none(line, actor):
    (draft,) = drafts_of(f"{SHEET}{line}\nTarget: unknown\nSource: n/a")
    assert (draft.actor, draft.attribution) == (actor, "alleged" if actor else None)
    assert (draft.target, draft.claimants) == (None, [])


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("A drone strike on Ariha killed a man believed to be Turkish.", None),
        ("A drone strike on Ariha killed a man of suspected Turkish origin.", None),
        ("A drone believed to be Turkish struck Ariha.", "Turkey"),
        ("Warplanes that residents believe were Russian bombed Ariha.", "Russia"),
    ],
)
def test_what_a_person_is_believed_to_be_makes_no_doer(sentence, actor):
    (draft,) = drafts_of(sentence)
    assert draft.actor == actor


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Warplanes bombed tents of earthquake survivors in Ariha, killing 9 people.", (9, None)),
        ("Shelling hit Ariha, killing two sappers who had defused a mine.", (2, None)),
        ("An airstrike hit the cholera ward of a hospital in Ariha, killing 4.", (4, None)),
        ("Russian jets bombed Ariha amid a storm.", NONE),
        ("Jets bombed Ariha, where people had sheltered for two weeks, killing 4.", (4, None)),
        ("Jets bombed Ariha, months after an earthquake killed 4,500 people there.", NONE),
        ("In Idlib, hit by the earthquake, warplanes bombed Ariha, killing 9.", (9, None)),
        ("Shelling of Ariha once again killed 3 children.", (3, None)),
        ("Two people died of heart attacks during the shelling of Ariha.", NONE),
        ("A raid hit Ariha after a meeting there was called off.", NONE),
    ],
)
def test_a_strike_stands_beside_words_of_other_things(sentence, killed):
    (draft,) = drafts_of(sentence)
    assert (draft.place.surface, draft.toll.killed) == ("Ariha", killed)


@pytest.mark.parametrize(
    "sentence",
    [
        "Planes brought aid to Ariha after the earthquake struck the town.",
        "Ariha was struck by a strong earthquake as planes flew over.",
        "Teachers in Ariha went on a strike on Monday.",
        "The strike by teachers in Ariha entered its second day.",
        "The army called off an airstrike on Ariha.",
        "The pilot refused an order on Monday for an airstrike on Ariha.",
        "An airstrike on Ariha was postponed on Monday.",
        "The alleged airstrike on Ariha on Monday never took place.",
        "Loyal media said the airstrike on Ariha was staged.",
        "There was no truth to claims of an airstrike on Ariha.",
        "A car bomb was defused in Ariha on Monday.",
        "A man was sentenced over the shelling of Ariha.",
    ],
)
def test_what_was_no_strike_or_did_not_happen_is_set_aside(sentence):
    report = Report("a", sentence, parse_published("2023-05-10"), "given")
    reading = read_report(report, pack("sy"))
    assert reading.drafts == []
    assert reading.aside
