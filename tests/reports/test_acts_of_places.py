"""Which act of a sentence was on which place, and how wide a place that is."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report
from reports.reading import read_report


def read(text: str, country: str = "sy"):
    return read_report(Report("a", text), pack(country)).drafts


def told(text: str, country: str = "sy") -> list[tuple[str, str]]:
    drafts = read(text, country)
    return sorted((draft.place.surface, draft.kind) for draft in drafts)


SPLIT = [("Ariha", "airstrike"), ("Sarmin", "shelling")]


@pytest.mark.parametrize(
    ("text", "strikes"),
    [
        ("An air strike hit Ariha and shelling hit Sarmin.", SPLIT),
        ("An air strike on Ariha and shelling of Sarmin killed four.", SPLIT),
        ("Strikes on Ariha and shelling of Sarmin.", SPLIT),
        ("Russian raids on Ariha as well as shelling of Sarmin.", SPLIT),
        ("Ariha was bombed from the air and Sarmin was shelled.", SPLIT),
        ("Warplanes raided Ariha and Sarmin was heavily shelled.", SPLIT),
        ("Air strikes hit Ariha, which was shelled on Sunday.", [("Ariha", "airstrike")]),
        ("Over the day: Ariha community - mortar shelling (8 rounds), Sarmin - drone strike.",
         [("Ariha", "shelling"), ("Sarmin", "drone")]),
        ("Warplanes raided Ariha; a drone fired two missiles at a motorcycle in Sarmin.",
         [("Ariha", "airstrike"), ("Sarmin", "drone")]),
        ("Raids and shelling hit Ariha.", [("Ariha", "airstrike"), ("Ariha", "shelling")]),
        ("Air strikes and shelling hit Ariha.", [("Ariha", "airstrike"), ("Ariha", "shelling")]),
        ("A rocket hit Ariha and another hit Sarmin.",
         [("Ariha", "shelling"), ("Sarmin", "shelling")]),
        ("A missile hit Ariha, and another hit Sarmin.",
         [("Ariha", "missile"), ("Sarmin", "missile")]),
        ("Air strikes on Ariha and missiles on Sarmin killed nine.",
         [("Ariha", "airstrike"), ("Sarmin", "missile")]),
        ("Jets bombed Saraqib, and Ariha and Sarmin were shelled.",
         [("Ariha", "shelling"), ("Saraqib", "airstrike"), ("Sarmin", "shelling")]),
    ],
)  # fmt: skip
def test_each_place_has_the_act_that_is_told_of_it(text, strikes):
    assert told(text) == strikes


@pytest.mark.parametrize(
    ("text", "strikes"),
    [
        ("Air defence shot down 12 of 15 drones over Odesa region; three hit a plant in Izmail.",
         [("Izmail", "drone")]),
        ("12 of 15 drones were shot down. Three hit a warehouse in Izmail.", [("Izmail", "drone")]),
        ("Of eight missiles seven were intercepted; one struck a hospital in Dnipro.",
         [("Dnipro", "missile")]),
        ("Air defence shot down all 15 drones over Odesa region.", []),
        ("The army intercepted a rocket at Izmail; two others fell in open ground.", []),
        ("Russians attacked Kharkiv with two KABs.", [("Kharkiv", "airstrike")]),
    ],
)  # fmt: skip
def test_what_was_not_shot_down_struck(text, strikes):
    assert told(text, "ua") == strikes


@pytest.mark.parametrize(
    ("text", "country", "precision"),
    [
        ("Russian troops shelled Kherson on Monday.", "ua", {"settlement"}),
        ("Kherson region: shelling hit Kherson.", "ua", {"settlement"}),
        ("Shelling hit eastern Kherson.", "ua", {"governorate"}),
        ("Shelling of Kherson oblast killed two.", "ua", {"governorate"}),
        ("Kharkiv and Sumy regions came under missile attack.", "ua", {"governorate"}),
        ("Drones struck the Donetsk, Kherson and Odesa oblasts.", "ua", {"governorate"}),
        ("Raids hit Aleppo and Homs provinces.", "sy", {"governorate"}),
        ("Raids hit the provinces of Aleppo, Deir ez-Zor and Homs.", "sy", {"governorate"}),
        ("Air strikes on Idlib killed two.", "sy", {"governorate"}),
        ("Air strikes on Aleppo killed two.", "sy", {"settlement"}),
    ],
)
def test_a_seat_is_told_from_its_area(text, country, precision):
    assert {draft.place.match.precision for draft in read(text, country)} == precision


@pytest.mark.parametrize(
    ("text", "country", "strikes"),
    [
        ("Reports of a strike on Kyiv were denied; the missile fell in Brovary.", "ua",
         [("Brovary", "missile")]),
        ("In the past 24 hours Russian forces struck Nikopol 12 times.", "ua",
         [("Nikopol", "airstrike")]),
        ("In the past Russian forces struck Nikopol often.", "ua", []),
        ("Helicopters dropped naval mines on Kafr Zita.", "sy", [("Kafr Zita", "airstrike")]),
        ("A naval mine exploded in Tartus.", "sy", [("Tartus", "ied")]),
    ],
)  # fmt: skip
def test_what_is_denied_or_past_is_told_from_what_is_not(text, country, strikes):
    assert told(text, country) == strikes


@pytest.mark.parametrize(
    ("text", "country", "strikes"),
    [
        ("Attack on Dnipro: two killed", "ua", [("Dnipro", "other")]),
        ("Атака на Дніпро: загинули двоє", "ua", [("Дніпро", "other")]),
        ("One person was killed in a Russian attack on Kherson.", "ua", [("Kherson", "other")]),
        ("Two people were killed in an attack on a church in Sadad.", "sy", [("Sadad", "other")]),
        ("Artillery pounded Ariha. An attack on Saraqib killed two.", "sy",
         [("Ariha", "shelling"), ("Saraqib", "shelling")]),
        ("The minister condemned the attack on Sadad that killed two.", "sy", []),
        ("Talks on the attack on Sadad went on.", "sy", []),
    ],
)  # fmt: skip
def test_an_attack_that_killed_is_told_though_no_weapon_is(text, country, strikes):
    assert told(text, country) == strikes


@pytest.mark.parametrize(
    "words",
    ["Two people were hit by a car in Homs.", "A boy was struck by lightning in Homs.",
     "Homs was hit by a severe fuel crisis."],
)  # fmt: skip
def test_what_else_strikes_is_no_strike(words):
    assert told(f"An air strike hit Ariha. {words}") == [("Ariha", "airstrike")]
    assert told("A man was hit by a car bomb in Homs.") == [("Homs", "ied")]


def test_who_shot_is_no_target():
    [draft] = read("Israeli missiles hit Masyaf; air defences shot down most of them.")
    assert draft.target is None
    [draft] = read("Shells hit an air defence battery in Masyaf.")
    assert draft.target == "air defence"


def test_a_target_is_of_its_own_strike():
    both = read("Shells fell on Ariha, killing five; a drone hit a fuel depot in Sarmin.")
    assert [draft.target for draft in both] == [None, "depot"]


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("Hezbollah said it attacked Metula with missiles; Israeli artillery shelled Tyre.",
         "alleged"),
        ("Israeli artillery shelled Tyre. The Israeli army said it struck a depot in Tyre.",
         "claimed"),
        ("The Israeli army said it struck a depot in Tyre.", "claimed"),
    ],
)  # fmt: skip
def test_a_claim_is_of_the_party_that_makes_it(text, attribution):
    draft = read(text, "lb")[-1]
    assert (draft.actor, draft.attribution) == ("Israel", attribution)


@pytest.mark.parametrize(
    ("text", "precision", "km"),
    [
        ("Raids hit Saraqib.", "settlement", 2.5),
        ("Raids on the Saraqib countryside.", "area", 22.0),
        ("Raids on the countryside of Saraqib.", "area", 22.0),
        ("Raids hit the outskirts of Saraqib.", "near", 4.5),
        ("Shelling of Saraqib suburbs.", "near", 4.5),
        ("Shells fell near Saraqib.", "near", 10.5),
        ("Raids in the Saraqib area.", "area", 15.0),
        ("Raids on the Saraqib district.", "district", None),
        ("A drone hit a car 12 km east of Ariha, killing its driver.", "near", 8.6),
        ("Jets bombed a camp 3 km west of Idlib city.", "near", 4.6),
        ("Jets bombed Talbiseh, 13 km north of Homs.", "settlement", 2.5),
        ("غارات على ريف سراقب", "area", 22.0),
        ("قصف أطراف سراقب", "near", 4.5),
    ],
)
def test_words_that_make_a_place_wider_are_read_as_those_of_a_cell(text, precision, km):
    [draft] = read(text)
    assert (draft.match.precision, draft.match.uncertainty_km) == (precision, km)


@pytest.mark.parametrize(
    "text",
    [
        "Attack 1. National hospital, Saraqib, 5 February 2018.\nFour missiles hit it.\n\n"
        "Attack 2. Al-Salam hospital, Kafr Nabl, 6 February 2018.\nMissiles fell on the yard.",
        "Attack 1: Saraqib hospital\n\nA missile hit the hospital on 5 February 2018.\n\n"
        "Attack 2: Kafr Nabl surgical hospital\n\nA missile struck it on 6 February 2018.",
    ],
    ids=["a dot", "a colon"],
)
def test_a_numbered_heading_is_the_place_of_what_stands_under_it_and_no_strike(text):
    assert told(text) == [("Kafr Nabl", "missile"), ("Saraqib", "missile")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("An air strike on Idlib province killed two; a drone hit Idlib city.", "sy"),
        ("Shelling of Kherson oblast killed two; drones hit Kherson city.", "ua"),
    ],
)
def test_the_dead_of_an_area_are_not_those_of_a_strike_in_it(text, country):
    area, city = read(text, country)
    assert (area.match.precision, area.toll.killed) == ("governorate", (2, None))
    assert (city.match.precision, city.toll.killed) == ("settlement", (None, None))
