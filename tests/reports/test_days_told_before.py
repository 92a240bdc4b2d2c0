"""Days of strikes told by the day before them: a story's lede, "the same day", "a day later"."""

from __future__ import annotations

import pytest
from reports_dev import days_told

WEDNESDAY = "2023-05-10"


def days_of(text: str, published: str | None = WEDNESDAY) -> dict[str, str | None]:
    return days_told(text, published)


LEDE = (
    "DAMASCUS, May 10 - Army jets bombed the rebel-held eastern Ghouta for a third day on Tuesday, "
    "killing 19 people, a monitor said.\n\n"
)


def test_places_in_the_area_of_a_lede_are_of_its_day():
    days = days_of(LEDE + "Raids hit Arbin and Jisreen, and helicopters bombed Hammouriyeh.")
    assert {days[name] for name in ("Arbin", "Jisreen", "Hammouriyeh")} == {"05-09..05-09"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Raids hit Saraqib in the north.", "Saraqib"),  # not in the area
        ("Talks began on Sunday. Raids hit Arbin.", "Arbin"),  # another day is told
        ("Raids had hit Arbin.", "Arbin"),
        ("Since the siege began raids have hit Arbin.", "Arbin"),
        ("Rain fell.\n\nAid came.\n\nRaids hit Arbin.", "Arbin"),  # too far down
        ("An earlier raid hit Arbin.", "Arbin"),
    ],
)
def test_what_a_lede_does_not_sum_up_is_not_of_its_day(text, place):
    assert days_of(LEDE + text)[place] is None


def test_a_lede_without_its_day_dates_nothing():
    assert days_of(LEDE.replace(" on Tuesday", "") + "Raids hit Arbin.", None)["Arbin"] is None


@pytest.mark.parametrize("words", ["On the same day", "That evening", "That day"])
def test_the_same_day_is_that_of_the_item_before(words):
    words = words.replace("That evening", "That same evening")
    text = (
        "SITUATION\n• Roads are open.\n• Rain.\n• On 3 May a raid hit a market. Five men died.\n"
        f"• {words} jets bombed Ariha.\n• Jets bombed Hish."
    )
    assert days_of(text) == {"Ariha": "05-03..05-03", "Hish": None}


@pytest.mark.parametrize(
    "before",
    [
        "• On 3 May and on 6 May raids hit two towns.",  # of which of them?
        "• A raid hit a town.",
        "• Officials said on 3 May that the road was open.",
        "• On 3 May a raid hit a town.\n• Rain.\n• Snow.\n• Hail.\n• Wind.\n• Fog.",
    ],
)
def test_the_same_day_as_none_that_is_told_is_none(before):
    text = f"SITUATION\n• Roads are open.\n• Rain.\n{before}\n• On the same day jets bombed Ariha."
    assert days_of(text)["Ariha"] is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("A day later", "05-04..05-04"),
        ("The next day", "05-04..05-04"),
        ("Two days earlier", "05-01..05-01"),
        ("A week before,", "04-23..04-29"),
    ],
)
def test_a_day_later_is_reckoned_from_the_day_told_before(words, day):
    text = "On 3 May raids killed four people in a village. {} jets bombed Ariha."
    assert days_of(text.format(words))["Ariha"] == day
    undated = "Raids killed four people in a village. {} jets bombed Ariha."
    assert days_of(undated.format(words))["Ariha"] is None


def test_what_the_crew_had_done_before_a_strike_does_not_make_it_past():
    text = "This morning jets bombed Ariha. In Hish a drone struck a {} a tower."
    assert days_of(text.format("garage and, when the firemen had come,"))["Hish"] == "05-10..05-10"
    text = "Jets bombed Ariha this morning. Planes had bombed Hish."
    assert days_of(text)["Hish"] is None


def test_during_the_night_of_a_days_news_is_the_evening_before_too():
    text = "This morning jets bombed Ariha. Artillery shelled Hish during the night."
    assert days_of(text) == {"Ariha": "05-10..05-10", "Hish": "05-09..05-10"}
    text = "On 3 May jets bombed Ariha. Artillery shelled Hish during the night."
    assert days_of(text) == {"Ariha": "05-03..05-03", "Hish": "05-03..05-03"}


@pytest.mark.parametrize("words", ["In the evening", "Later in the afternoon"])
def test_in_the_evening_is_of_the_day_told_before(words):
    text = "On 3 May jets bombed Ariha, rescuers say.\n\nRain fell.\n\n{} a shell fell on Hish."
    assert days_of(text.format(words))["Hish"] == "05-03..05-03"
    assert days_of(text.format("In the end"))["Hish"] is None


def test_a_line_of_the_day_of_writing_is_not_the_day_of_what_was_told_before_it():
    text = (
        "Geneva, 10 May 2023\n\nWhat was seen {} was the worst since March.\n\nJets bombed Ariha."
    )
    assert days_of(text.format("on Monday"))["Ariha"] is None
    assert days_of(text.format("today"))["Ariha"] == "05-10..05-10"
    assert days_of(text.format("in the north"))["Ariha"] == "05-10..05-10"


def test_a_day_of_the_next_part_of_a_sentence_is_not_of_the_part_before_it():
    text = "Raids went on: jets bombed Ariha{} on 3 May a raid hit Hish."
    assert days_of(text.format(", and"), None) == {"Ariha": None, "Hish": None}
    told = days_of(text.format(", and"))
    assert told == {"Ariha": None, "Hish": "05-03..05-03"}
    assert days_of("Jets bombed Ariha on 3 May, and a raid hit Hish.")["Ariha"] == "05-03..05-03"
