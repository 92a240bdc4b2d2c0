"""The places of a text by the packs of two countries: one reading, tolls of both, none invented."""

from __future__ import annotations

from reports_dev import pack

from reports.document import Report, parse_published
from reports.places import find_places
from reports.reading import read_report

PUBLISHED = parse_published("2023-05-10")


def drafts_of(text, *countries):
    return read_report(Report("a", text, PUBLISHED), *map(pack, countries)).drafts


def tolls_of(text, *countries):
    return [(one.place.surface, one.toll.killed[0]) for one in drafts_of(text, *countries)]


def test_a_sentence_goes_on_with_the_strike_told_last_in_whichever_country():
    text = (
        "An air strike on Deir ez-Zor killed four. Three days later a strike on Al-Qaim killed "
        "six. Another strike on the town killed two."
    )
    told = [("Deir ez-Zor", 4), ("Al-Qaim", 6), ("Al-Qaim", 2)]
    assert tolls_of(text, "sy", "iq") == tolls_of(text, "iq", "sy") == told


def test_a_toll_of_places_of_two_countries_is_whole_in_none():
    text = "Air strikes on Mosul, Tikrit and Saraqib killed nine people on Monday."
    drafts = drafts_of(text, "sy", "iq")
    assert [(one.place.surface, one.place.country) for one in drafts] == [
        ("Mosul", "IQ"), ("Tikrit", "IQ"), ("Saraqib", "SY"),
    ]  # fmt: skip
    assert {(one.toll.killed, one.toll.text) for one in drafts} == {
        ((None, None), "killed nine people")
    }
    (alone,) = drafts_of(text.replace("Tikrit", "Fallujah"), "sy")
    assert (alone.toll.killed, alone.toll.text) == ((None, None), "killed nine people")
    assert "abroad" in alone.why["toll"][1]
    assert tolls_of("Air strikes on Saraqib in Syria killed nine.", "sy") == [("Saraqib", 9)]


def test_whose_forces_they_are_is_read_by_the_country_of_the_place():
    text = "Government forces shelled Saraqib on Monday.\n\nGovernment forces shelled Mosul."
    actors = [(one.place.country, one.actor) for one in drafts_of(text, "sy", "iq")]
    assert actors == [("SY", "Syrian government"), ("IQ", None)]


def test_the_first_country_is_the_one_most_spoken_of_and_has_its_names():
    places = find_places("Strikes hit Mosul, Tikrit and Saraqib.", [pack("sy"), pack("iq")])
    assert list(places.packs) == ["IQ", "SY"]
    assert [one.country for one in places.mentions] == ["IQ", "IQ", "SY"]
    assert places.pack_of(places.mentions[2]).country.upper() == "SY"
    assert places.match("Saraqib", None)[1] == "SY"
