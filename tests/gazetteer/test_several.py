"""Several countries asked together: one of them answers, or the name is said to be ambiguous."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Match, Place
from gazetteer.several import Gazetteers, choose_answer, join_words, name_covered


def town(country, name, *, prominence=1, area="Northland"):
    code = f"{country}1"
    return Place(
        f"{country}:{name}", name, "settlement", 40.0, 30.0, 2.0, adm1_code=code, adm1_name=area,
        prominence=prominence, spellings=(name,),
    )  # fmt: skip


def towns(country, *names):
    return [town(country, name) for name in names]


def pack(country, *places, area="Northland"):
    code = f"{country}1"
    whole = Place(
        code, area, "governorate", 40.0, 30.0, 90.0, adm1_code=code, adm1_name=area,
        spellings=(area,),
    )  # fmt: skip
    return Gazetteer(country, [whole, *places])


@pytest.fixture(scope="module")
def both():
    return Gazetteers([
        pack("iq", *towns("iq", "Karzun", "Zalmut"), town("iq", "Vorgash", prominence=3)),
        pack("lb", *towns("lb", "Belfaq", "Zalmut", "Vorgash"), area="Seaside"),
    ])  # fmt: skip


def test_the_country_that_lists_a_name_answers(both):
    found = both.match_many(["Karzun", "Belfaq"])
    assert [match.place.place_id for match in found] == ["iq:Karzun", "lb:Belfaq"]


def test_a_name_of_two_countries_is_ambiguous_and_says_which(both):
    match = both.match("Zalmut")
    assert (match.method, match.reason) == (
        "ambiguous",
        "known in Iraq and Lebanon; state the country",
    )
    assert [place.place_id for place in match.rivals] == ["iq:Zalmut", "lb:Zalmut"]
    assert match.lon is None


def test_the_area_that_a_row_states_decides_between_them(both):
    match = both.match("Zalmut", "Seaside")
    assert match.place is not None
    assert match.place.place_id == "lb:Zalmut"


def test_a_place_known_far_better_is_meant_and_the_lesser_one_is_named(both):
    match = both.match("Vorgash")
    assert match.place is not None
    assert match.place.place_id == "iq:Vorgash"
    assert "a lesser one is in Lebanon" in match.reason


def test_a_listed_name_comes_before_one_that_is_only_like_it():
    listed, alike = town("lb", "Tarmin"), town("iq", "Tarmid")
    answers = [
        Match("Tarmin", "spelling", 0.9, "like Tarmid", "settlement", alike),
        Match("Tarmin", "exact", 0.8, "listed", "settlement", listed),
    ]
    at, match = choose_answer(answers, ["Iraq", "Lebanon"])
    assert (at, match.place) == (1, listed)


def test_what_nobody_lists_is_placed_nowhere(both):
    assert both.match("Qwxyzzy").method == "none"
    assert choose_answer([Match("x", "none", None, "", "unknown")] * 2, ["A", "B"])[0] == 0


def test_areas_are_found_in_the_one_country_that_has_them(both):
    area = both.find_governorate("Seaside")
    assert area is not None
    assert area.adm1_code == "lb1"
    twice = Gazetteers([pack("iq"), pack("lb")])
    assert twice.find_governorate("Northland") is None


def test_every_record_of_every_country_is_there(both):
    assert len(both.places) == 8
    assert both.country == "iq,lb"
    assert both.lists("Belfaq")
    assert not both.lists("Qwxyzzy")
    assert both.get("lb:Belfaq").name == "Belfaq"


def test_words():
    assert join_words(["A"]) == "A"
    assert join_words(["A", "B", "C"]) == "A, B and C"
    assert (name_covered("iq"), name_covered("toyland")) == ("Iraq", "toyland")
