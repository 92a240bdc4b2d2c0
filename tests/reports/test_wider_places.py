"""Places beside the struck one: what owns it, what lies in it, where people were, what it is."""

from __future__ import annotations

import pytest

from reports.document import Report, parse_published
from reports.reading import read_report
from tests.support.reports_dev import pack


def drafts(text: str, country: str):
    days = parse_published("2023-05-10")
    return read_report(Report("a", text, days, "given"), pack(country)).drafts


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Mortars fell on the Damascus district of al-Tadamon on Tuesday.", "sy", ["al-Tadamon"]),
        ("Jets bombed the Aleppo neighbourhoods of Hanano and Marjeh on Tuesday.", "sy",
         ["Hanano", "Marjeh"]),
        ("Artillery shelled the Zeitoun neighbourhood of Gaza City on Tuesday.", "ps", ["Zeitoun"]),
        ("Shells rained on al Waer district, Homs, on Tuesday.", "sy", ["al Waer"]),
        ("Three rockets hit Balad airbase north of Baghdad on Tuesday.", "iq", ["Balad airbase"]),
        ("Jets dropped bombs near Khalid school in Sarmin village on Tuesday.", "sy", ["Sarmin"]),
        ("Saraqib: aftermath of the raid on the Khorshid market, 9 May 2023", "sy", ["Saraqib"]),
        ("Mortar bombs fired by militants in the Yarmouk camp fell on Jaramana.", "sy",
         ["Jaramana"]),
        ("SANAA, May 9 (Saba) – Coalition jets hit a car in Haradh on Tuesday.", "ye", ["Haradh"]),
        ("Mourners buried in Binnish those killed by the bombing of Hish on Tuesday.", "sy",
         ["Hish"]),
        ("A raid on Rafah killed eight. The wounded lie in Deir al-Balah.", "ps", ["Rafah"]),
        ("A monitoring mission left Popasna after shelling began on Tuesday.", "ua", []),
        ("A drone hit a car on the road between Ramadiyeh and Qana on Tuesday.", "lb", []),
        ("Drones hit a refinery of Lukoil in Kstovo on Tuesday.", "ua", ["Kstovo"]),
        ("Jets hit a headquarters of Faylaq al-Sham in Duwaylah.", "sy", ["Duwaylah"]),
        ("Jets carried out a raid on a funeral in Sarmin on Tuesday.", "sy", ["Sarmin"]),
    ],
)  # fmt: skip
def test_the_struck_place_is_told_from_those_beside_it(text, country, expected):
    assert [draft.place.surface for draft in drafts(text, country)] == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Missiles hit depots of Hezbollah at Qattinah on Tuesday.", "sy", ["Qattinah"]),
        ("A drone dropped a bomb on a bulldozer in Ramieh without hurting anyone.", "lb",
         ["Ramieh"]),
        ("In Soba a shell hit a school, killing two.", "sd", ["Soba"]),
    ],
)  # fmt: skip
def test_names_on_no_list_that_open_a_sentence_or_follow_another_name(text, country, expected):
    found = drafts(text, country)
    assert [draft.place.surface for draft in found] == expected
    assert all(draft.place.match.lon is None for draft in found)


def test_a_quarter_is_no_part_of_another_quarter():
    text = "Four children died as a mortar hit Bab Touma. Jobar was shelled with artillery too."
    assert [(d.place.surface, d.toll.killed[0]) for d in drafts(text, "sy")] == [
        ("Bab Touma", 4),
        ("Jobar", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Several areas of South Darfur were bombed on Tuesday. At least 17 people were killed. A "
         "bomb fell on a market in Nyala.", [("South Darfur", 17), ("Nyala", None)]),
        ("Air strikes hit parts of North Darfur on Tuesday, killing 11. In Mellit a market burned "
         "after a bomb hit it.", [("North Darfur", 11), ("Mellit", None)]),
        ("Several areas of South Darfur were shelled on Tuesday and 17 people were killed.",
         [("South Darfur", 17)]),
    ],
)  # fmt: skip
def test_the_dead_of_several_areas_are_of_none_of_their_places(text, expected):
    assert [(d.place.surface, d.toll.killed[0]) for d in drafts(text, "sd")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A missile hit Kramatorsk and a missile hit Sloviansk, killing three and one.",
        "Shells hit Nikopol and Marhanets, killing two people and one respectively.",
    ],
)
def test_a_toll_with_a_number_for_each_place_stays_in_words(text):
    assert [(d.toll.killed, bool(d.toll.text)) for d in drafts(text, "ua")] == [
        ((None, None), True)
    ] * 2


def test_what_cars_hit_is_no_attack_under_an_opening_of_shelling():
    text = (
        "Over the past day Russia shelled the Sumy region. In Konotop, two people were killed when "
        "their car hit a tree. In Bilopillia, one was killed."
    )
    assert [(d.place.surface, d.toll.killed[0]) for d in drafts(text, "ua")] == [("Bilopillia", 1)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A surface-to-surface missile hit Douma on Tuesday.", "missile"),
        ("Two ground-to-ground missiles struck Douma.", "missile"),
        ("Regime forces bombarded Douma with surface-to-surface missiles.", "shelling"),
        ("Douma and Arbin came under enemy fire.", "shelling"),
        ("A helicopter gunship raked Douma on Tuesday.", "airstrike"),
    ],
)
def test_kinds_of_salvos_fire_and_gunships(text, kind):
    assert {draft.kind for draft in drafts(text, "sy")} == {kind}


def test_what_was_shot_down_in_part_hit_and_what_was_destroyed_in_the_air_did_not():
    part = "Three drones attacked Baghdad airport on Tuesday, one of which was shot down."
    assert [draft.kind for draft in drafts(part, "iq")] == ["drone"]
    assert drafts('"Shaheds" destroyed in Mykolaiv region at night', "ua") == []


def test_raids_that_go_on_are_no_plan_however_far_the_word_stands():
    text = "Jets continued to target the Eastern Ghouta overnight, carrying out raids on Harasta."
    assert "Harasta" in [draft.place.surface for draft in drafts(text, "sy")]


def test_the_dead_of_a_war_s_first_day_are_not_those_of_a_strike_without_a_day():
    text = (
        "Strikes killed 31 people across the Gaza Strip on Tuesday.\n\nIsrael said it struck "
        "a launcher in Beit Lahia from which rockets were fired at Sderot.\n\nThe war began on "
        "7 October when Hamas attacked Israel, killing 1,200."
    )
    found = {d.place.surface: d.toll.killed[0] for d in drafts(text, "ps")}
    assert found["Beit Lahia"] is None
    assert "Sderot" not in found


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Drones attacked Kharkiv: hits in the Kyivskyi and Saltivskyi districts.", "ua",
         ["Kharkiv", "Saltivskyi"]),
        ("RSF artillery hit a bus in Omdurman's Karari locality on Tuesday.", "sd", ["Karari"]),
        ("По селу Іволжанське противник ударив з РСЗВ.", "ua", ["Іволжанське"]),
    ],
)  # fmt: skip
def test_a_quarter_is_never_pinned_in_another_town(text, country, expected):
    assert [draft.place.surface for draft in drafts(text, country)] == expected


def test_one_missile_that_somebody_says_was_intercepted_hit_nothing():
    text = (
        "The Houthis fired a missile at Eilat. Israel's military said the missile was intercepted."
    )
    assert drafts(text, "ps") == []


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("On Tuesday the enemy hit Vovchansk (artillery, 2 wounded), Lyptsi (guided bomb), "
         "Kupiansk (drone; 1 killed).", "ua",
         [("Vovchansk", "shelling"), ("Lyptsi", "airstrike"), ("Kupiansk", "drone")]),
        ("Eyewitnesses in Gaza said that artillery shelled Jabalia on Tuesday.", "ps",
         [("Jabalia", "shelling")]),
        ("Russian drones struck the Odesa port of Izmail on Tuesday.", "ua", [("Izmail", "drone")]),
        ("Two children were injured in Ariha on Tuesday by remnants of an earlier raid.", "sy", []),
        ("Air strikes hit Saraqib on Tuesday; the army had lost Kafr Nabl in 2014 after shelling.",
         "sy", [("Saraqib", "airstrike")]),
    ],
)  # fmt: skip
def test_kinds_in_brackets_and_places_of_other_things(text, country, expected):
    assert [(draft.place.surface, draft.kind) for draft in drafts(text, country)] == expected
