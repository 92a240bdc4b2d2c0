"""Forms in which monitors and agencies tell strikes: numbers, titles, bases, denials, streets."""

from __future__ import annotations

import pytest

from tests.reports.test_told_in_passing import told


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Warplanes carried out more than 8 raids this morning targeting areas in Douma, which "
         "killed five people.", "sy", [("Douma", "airstrike", "05-10")]),
        ("Jets carried out up to 9 raids on Saraqib yesterday.", "sy",
         [("Saraqib", "airstrike", "05-09")]),
        ("No fewer than ten shells fell on Douma on Monday.", "sy",
         [("Douma", "shelling", "05-08")]),
        ("A mortar shell falls between the houses of Saraqib today.", "sy",
         [("Saraqib", "shelling", "05-10")]),
        ("On Tuesday forces fired a medium-range missile loaded with cluster munitions near a "
         "school in Sarmin.", "sy", [("Sarmin", "missile", "05-09")]),
        ("Jets attacked Saraqib with cluster munitions on Tuesday.", "sy",
         [("Saraqib", "airstrike", "05-09")]),
        ("On Tuesday rockets struck the market of al-Bab in the north of Aleppo.", "sy",
         [("al-Bab", "shelling", "05-09")]),
        ("On Tuesday missiles struck a depot near Kisweh, south of Damascus.", "sy",
         [("Kisweh", "missile", "05-09")]),
        ("Three people were killed on Monday by government artillery fire in the town of Sarmin "
         "and two others in the barrel bombing of Binnish.", "sy",
         [("Sarmin", "shelling", "05-08"), ("Binnish", "airstrike", "05-08")]),
        ("A plane took off from Khmeimim airport in Lattakia countryside and bombed Saraqib on "
         "Monday.", "sy", [("Saraqib", "airstrike", "05-08")]),
        ("Idlib governor: a hospital in Saraqib was bombed on Monday.", "sy",
         [("Saraqib", "airstrike", "05-08")]),
        ("9-5-2023 Homs, Talbiseh: the moment warplanes bombed the town", "sy",
         [("Talbiseh", "airstrike", "05-09")]),
        ("8-5-2023 Idlib, Saraqib: a barrel bomb dropped on the market this morning", "sy",
         [("Saraqib", "airstrike", "05-08")]),
        ("Homs, Hama: air strikes on Monday", "sy",
         [("Homs", "airstrike", "05-08"), ("Hama", "airstrike", "05-08")]),
        ("A drone struck a flat in Nabatieh late on Tuesday.\n\nEarlier in the day a jet bombed "
         "a house in Sawana.", "lb",
         [("Nabatieh", "drone", "05-09"), ("Sawana", "airstrike", "05-09")]),
        ("The SDF denied any link to the shelling of Azaz on Monday, which came three days after "
         "Turkish aircraft bombed an army post at Manbij.", "sy",
         [("Manbij", "airstrike", "05-05")]),
        ("The army denied bombing Saraqib on Monday, but residents said its jets struck Binnish.",
         "sy", [("Binnish", "airstrike", "05-08")]),
        ("On Tuesday the armed forces carried out a strike with long-range precision weapons on "
         "an airfield in Myrhorod.", "ua", [("Myrhorod", "missile", "05-09")]),
        ("On Monday a shell hit a house on Aleppo Street in Saraqib.", "sy",
         [("Saraqib", "shelling", "05-08")]),
        ("Вчора ворог ударив дроном по будинку на вулиці Харків у Сумах.", "ua",
         [("Сумах", "drone", "05-09")]),
        ("Вчора мінометний обстріл, загинула жінка 1953 р.н. в селищі Краснопілля.", "ua",
         [("Краснопілля", "shelling", "05-09")]),
        ("Two rockets landed on Monday in Kirkuk International Airport.", "iq",
         [("Kirkuk", "shelling", "05-08")]),
    ],
)  # fmt: skip
def test_a_strike_is_read_at_its_own_place_and_day(text, country, expected):
    assert told(text, country) == expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("An IED planted on the road between Sarmin and Saraqib was dismantled on Monday.", "sy"),
        ("A car bomb parked in Azaz was found on Monday before it could explode.", "sy"),
        ("Sappers dismantled a car bomb in Azaz on Monday.", "sy"),
        ("The claim that a missile was launched at Lviv on Monday is also false.", "ua"),
        ("The army denied it shelled Saraqib, saying rebels had bombed Binnish.", "sy"),
        ("The airport of Erbil has been attacked in past years, including in May 2021.", "iq"),
        ("More than 90 raids this month hit Saraqib.", "sy"),
    ],
)
def test_what_was_taken_apart_denied_or_is_long_past_makes_none(text, country):
    assert told(text, country) == []


def test_the_attack_on_a_place_is_of_the_kind_told_of_it_before():
    text = (
        "A missile hit a school in Sarmin on Monday.\n\nOn Tuesday jets bombed a farm in Hish."
        "\n\nThe attack on Sarmin came four months after a truce."
    )
    found = told(text, "sy")
    assert found == [("Sarmin", "missile", "05-08"), ("Hish", "airstrike", "05-09")]


def test_what_is_told_under_a_numbered_heading_is_at_its_place_on_the_day_of_the_lede():
    text = (
        "On 3 May 2023 three hospitals in Idlib were hit in airstrikes.\n\n"
        "Incident 1: Rahma hospital, Khan Shaykhun\nTwo missiles landed in the courtyard. "
        "Nobody was killed.\n\nIncident 2: Saraqib surgical hospital\nA nurse lost her life.\n\n"
        "Incident 3: Kafr Nabl hospital\nThe hospital was not hit, its director told us."
    )
    assert told(text, "sy") == [
        ("Khan Shaykhun", "airstrike", "05-03"),
        ("Saraqib", "airstrike", "05-03"),
    ]
