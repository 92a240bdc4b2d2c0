"""What a text tells beside its strikes: sums of areas, the past, bases, what was shot down."""

from __future__ import annotations

import pytest

from reports.document import Report, parse_published
from reports.reading import read_report
from tests.support.reports_dev import pack


def read(text: str, country: str = "sy"):
    days = parse_published("2023-05-10")
    return read_report(Report("a", text, days, "given"), pack(country))


def told(text: str, country: str = "sy"):
    """Return of each draft its place, kind and first day."""
    return [
        (one.place.surface, one.kind, f"{one.days.first:%m-%d}" if one.days else None)
        for one in read(text, country).drafts
    ]


def places(text: str, country: str = "sy"):
    return [one.place.surface for one in read(text, country).drafts]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Strikes killed at least 17 people in the Gaza Strip on Tuesday.\n\nA strike on a house "
         "in Nuseirat killed nine. Two died in Jabalia when jets hit a school.", "ps",
         [("Nuseirat", 9), ("Jabalia", 2)]),
        ("A strike killed 17 people in the Gaza Strip on Tuesday.\n\nThe strike hit a house in "
         "Nuseirat.", "ps", [("Nuseirat", 17)]),
        ("Strikes killed 17 people in the Gaza Strip on Tuesday, medics said.", "ps",
         [("Gaza Strip", 17)]),
        ("Strikes killed 17 people in the Gaza Strip on Tuesday.\n\nOn Monday a strike on Nuseirat "
         "killed nine.", "ps", [("Gaza Strip", 17), ("Nuseirat", 9)]),
        ("The army pounded the eastern Ghouta on Tuesday, killing 27.\n\nWarplanes struck Kafr "
         "Batna, where ten died.", "sy", [("Kafr Batna", 10)]),
    ],
)  # fmt: skip
def test_the_dead_of_an_area_are_a_sum_where_its_places_are_told(text, country, expected):
    found = read(text, country)
    assert [(one.place.surface, one.toll.killed[0]) for one in found.drafts] == expected
    sums = [one for one in found.aside if one.reason.startswith("a total")]
    assert len(sums) == (expected[0][1] in (9, 10))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Army shells the Damascus suburbs\n\nOn Monday shells hit Irbin and Harasta, it said.",
         ["Irbin", "Harasta"]),
        ("Turkey bombs villages in Manbij and Ain Issa countryside\n\nA drone hit Al-Muhsinli in "
         "the countryside of Manbij on Sunday. The village of Mu'allaq, west of Ain Issa, was "
         "shelled.",
         ["Al-Muhsinli", "Mu'allaq"]),
        ("Air strikes in Idlib and Hama\n\nOn Monday jets bombed Hass in the south of Idlib.",
         ["Hass"]),
        ("Air strikes in Idlib and Hama kill four", ["Idlib", "Hama"]),
        ("Jets bomb Idlib on Monday\n\nShells hit Saraqib on Tuesday.", ["Idlib", "Saraqib"]),
        ("Idlib offensive: as it happened on Thursday\n\nJets hit Balyun.", ["Balyun"]),
    ],
)  # fmt: skip
def test_a_title_s_areas_are_its_text_s_places(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets bombed Ariha on Monday. In March a strike on Saraqib killed ten.", ["Ariha"]),
        ("In March a strike on Saraqib killed ten. Jets bombed Ariha on 8 May.",
         ["Saraqib", "Ariha"]),
        ("Jets bombed Ariha in February. In March a strike on Saraqib killed ten.",
         ["Ariha", "Saraqib"]),
        ("Jets bombed Ariha on Monday. A strike on Saraqib in April killed ten.",
         ["Ariha", "Saraqib"]),
        ("A raid hit Ariha on Monday. The deadliest raids before were those on Hish in 2021 and on "
         "Binnish in January.", ["Ariha"]),
    ],
)  # fmt: skip
def test_strikes_recalled_by_their_month_after_dated_news_are_past(text, expected):
    found = read(text)
    assert [one.place.surface for one in found.drafts] == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Artillery of the Turkish base at Kaljibrin shelled Tal Rifaat on Monday.", "sy",
         ["Tal Rifaat"]),
        ("Jets hit artillery of the base at Kaljibrin on Monday.", "sy", ["Kaljibrin"]),
        ("On Tuesday rockets fell on Azaz, coming from the outskirts of Tal Rifaat.", "sy",
         ["Azaz"]),
        ("Clashes broke out around Hish on Monday, heard as far away as Ariha.", "sy", ["Hish"]),
        ("On Monday a shell hit a bus bound for Homs near Rastan.", "sy", ["Rastan"]),
        ("On Monday shells hit the plant of Saraqib Brothers in Ariha.", "sy", ["Ariha"]),
        ("The Command conducted an airstrike against al-Shabaab near Jilib, Somalia.", "so",
         ["Jilib"]),
        ("Such strikes have grown since rebels left Idlib.", "sy", []),
        ("Air strikes have killed five in Ariha today.", "sy", ["Ariha"]),
        ("Drones hit a radar near Orsk, Orenburg Oblast, on Monday.", "ua", ["Orsk"]),
        ("Drones hit Syzran, Samara region, and Izium overnight.", "ua", ["Syzran", "Izium"]),
        ("On Monday shells hit Ariha, Kafrouma district and Hish.", "sy",
         ["Ariha", "Kafrouma", "Hish"]),
    ],
)  # fmt: skip
def test_bases_roads_firms_and_regions_are_not_what_was_struck(text, country, expected):
    assert places(text, country) == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Militants fired two rockets at Sderot on Monday; both were intercepted.", "ps", []),
        ("Hezbollah launched five drones at Metula, and all of them were shot down.", "lb", []),
        ("Hezbollah fired 20 rockets at Metula on Monday; most were intercepted.", "lb",
         ["Metula"]),
        ("Hezbollah fired two rockets at Metula; both were intercepted, but fragments wounded a "
         "man.", "lb", ["Metula"]),
        ("On Monday two shells hit Hish; both were duds.", "sy", ["Hish"]),
    ],
)  # fmt: skip
def test_what_was_all_shot_down_in_the_same_sentence_hit_nothing(text, country, expected):
    assert places(text, country) == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("A missile hit an empty building south of Damascus on Monday.", "sy",
         [("Damascus", True)]),
        ("A drone fired at people in Beit Hanoun on Monday, and two died in shelling east of "
         "Rafah.", "ps", [("Beit Hanoun", False), ("Rafah", False)]),
        ("Jets bombed Douma, east of Damascus, on Monday.", "sy", [("Douma", False)]),
        ("Jets bombed Urum al-Kubra, which lies west of Aleppo, on Monday.", "sy",
         [("Urum al-Kubra", False)]),
        ("The army, which moved south of Damascus, shelled Daraya on Monday.", "sy",
         [("Daraya", False)]),
        ("Gunmen ambushed a patrol south of Homs on Monday.", "sy", []),
    ],
)  # fmt: skip
def test_a_strike_on_one_side_of_a_town_is_near_it_and_a_town_s_is_its_own(text, country, expected):
    found = read(text, country).drafts
    assert [(one.place.surface, one.near is not None) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("On Saturday a bomb attached to a motorcycle killed a policeman in Ariha.", "sy", "ied"),
        ("A magnetic bomb killed an officer in Jasim on Monday.", "sy", "ied"),
        ("Warplanes dropped a bomb on Ariha on Monday.", "sy", "airstrike"),
        ("On Monday Hish was raided and burnt, and ten people were killed.", "sy", "ground"),
        ("Jets raided Hish and set a market ablaze on Monday.", "sy", "airstrike"),
        ("A strike on a house in Nuseirat killed nine on Monday. A drone killed six in Beit "
         "Hanoun. The army said it had struck a command centre in Nuseirat on Monday.", "ps",
         "airstrike"),
    ],
)  # fmt: skip
def test_bombs_that_are_fixed_villages_that_are_burnt_and_strikes_told_again(
    text, country, expected
):
    found = read(text, country).drafts
    assert [one.kind for one in found if one.place.surface != "Beit Hanoun"] == [expected]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("The shelling of Tal Rifaat was condemned by the council on Tuesday.", "sy", None),
        ("The raid on Ariha on Monday was condemned by the council on Tuesday.", "sy", "05-08"),
        ("Уночі проти 7 травня по Конотопу вдарили безпілотники.", "ua", "05-06"),
        ("В ніч проти 7 травня ворог атакував Конотоп дронами.", "ua", "05-06"),
        ("Вночі 7 травня ракета влучила у Суми.", "ua", "05-07"),
        ("Ночью на 7 мая дроны ударили по Сумам.", "ua", "05-06"),
    ],
)
def test_days_of_words_after_a_strike_and_nights_against_a_day(text, country, expected):
    assert [day for _, _, day in told(text, country)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb went off in Daraya on Sunday.\n\nOn Sunday 150 people died across Syria.", None),
        ("Jets bombed Daraya on Monday. Twelve were killed nationwide.", None),
        ("A raid hit Daraya on Sunday. Five people were killed across the town.", 5),
        ("The army shelled Daraya, where 45 people have been killed in the past 48 hours.", None),
        ("On Monday a raid on Daraya killed five people in minutes.", 5),
    ],
)
def test_the_dead_of_a_country_or_of_more_days_are_of_no_strike(text, expected):
    [one] = read(text).drafts
    assert one.toll.killed[0] == expected


@pytest.mark.parametrize(
    ("value", "country", "expected"),
    [
        ("Tajoura, Tripoli, Libya", "ly", ("Tajoura", "unlocated")),
        ("تاجوراء, Tajoura, Tripoli, Libya", "ly", ("Tajoura", "unlocated")),
        ("Talbiseh, Homs, Syria", "sy", ("Talbiseh", "located")),
        ("near the bridge, Talbiseh, Syria", "sy", ("Talbiseh", "located")),
        ("Main Street, Talbiseh, Homs", "sy", ("Talbiseh", "located")),
    ],
)
def test_a_field_s_first_name_is_its_place_and_never_the_city_behind_it(value, country, expected):
    text = f"Incident date: May 3, 2023\nLocation: {value}\nStrike type: Airstrike"
    [one] = read(text, country).drafts
    assert (one.place.surface, one.match.location_status) == expected


def test_the_same_day_of_a_page_is_the_day_of_its_list():
    page = "Incident date: May 3, 2023\nLocation: Talbiseh, Homs, Syria\nStrike type: Airstrike\n\n"
    assert told(page + "The same day saw reports of strikes on Rastan.")[1:] == [
        ("Rastan", "airstrike", "05-03")
    ]


def test_a_log_of_several_parts_has_its_days_and_the_names_behind_its_acts():
    log = (
        "Log of the week, 26 April - 1 May\n\nAmedi district\n26/4 artillery fire: Sgere village\n"
        "28/4 drone strike: Guharze, one killed\n\nSidakan\n27/4 shelling: Barmiza, no harm\n"
        "30/4 shelling: Barmiza, one wounded"
    )
    assert told(log, "iq") == [
        ("Sgere", "shelling", "04-26"),
        ("Guharze", "drone", "04-28"),
        ("Barmiza", "shelling", "04-27"),
        ("Barmiza", "shelling", "04-30"),
    ]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Kozinka was shelled on Monday.", "ua", ["Kozinka"]),
        ("Kozinka came under mortar fire on Monday.", "ua", ["Kozinka"]),
        ("Graivoron district: Kozinka attacked by 6 kamikaze drones.", "ru", ["Kozinka"]),
        ("Mousa was hit by a shell on Monday.", "sd", []),
        ("Russia was attacked by drones on Monday.", "ua", []),
        ("Naftogaz was attacked with drones on Monday.", "ua", []),
        ("Brigade positions were shelled on Monday.", "ua", []),
        ("Artillery shelled a camp for the displaced in al-Wadi district.", "ye", ["al-Wadi"]),
        ("Thousands were displaced in Marib after shells hit Hays.", "ye", ["Hays"]),
        ("12:05 Artillery on Dvorichna, a house is burning.", "ua", ["Dvorichna"]),
        ("Troops trained artillery on Kharkiv, the mayor said.", "ua", []),
        ("Warplanes hit a tent in Jabalia, her husband is in Nasser Hospital.", "ps", ["Jabalia"]),
        ("A shell hit Nasser Hospital on Monday.", "ps", ["Nasser Hospital"]),
    ],
)
def test_names_on_no_list_that_were_attacked_and_where_people_are(text, country, expected):
    assert places(text, country) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Forces bombed Qastoun on Saturday. He died in the attack by guided artillery shells.",
         "shelling"),
        ("Forces bombed Qastoun on Saturday. The bombardment was carried out with mortar shells.",
         "shelling"),
        ("Jets bombed Qastoun on Saturday. The attack with artillery shells on Hish came later.",
         "airstrike"),
        ("Drones hit Qastoun on Saturday. The attack by artillery shells came later.", "drone"),
    ],
)  # fmt: skip
def test_what_the_attack_was_made_with_is_its_kind_where_none_was_told(text, kind):
    assert read(text).drafts[0].kind == kind


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Russia denied that its forces were responsible for a missile strike on Kramatorsk on "
         "Monday.", "ua", ["Kramatorsk"]),
        ("The army denied it was behind a raid on Ariha on Monday.", "sy", ["Ariha"]),
        ("Russia denied it had any part in the strike on Ariha on Monday.", "sy", ["Ariha"]),
        ("The army denied that it carried out a raid on Ariha on Monday.", "sy", []),
        ("Israel denied reports of a strike on Jabalia on Monday.", "ps", []),
        ("The ministry denied that those responsible for the raid on Ariha were soldiers.", "sy",
         []),
    ],
)  # fmt: skip
def test_who_denies_to_have_struck_denies_no_strike(text, country, expected):
    assert places(text, country) == expected
