"""Two names of one place: agreement places it, disagreement costs."""

from __future__ import annotations

import pytest
from vale import make_vale

from gazetteer import Gazetteer, Place

VALE = make_vale()


def both(name, name_ar, **besides):
    return VALE.match(name, name_ar=name_ar, **besides)


def test_a_place_that_both_names_mean_is_found():
    found = both("Hollowmere", "هولومير")
    assert (found.place.place_id, found.method) == ("v:3", "exact")
    assert found.score >= VALE.match("Hollowmere").score


def test_names_of_two_places_lower_the_score_or_are_ambiguous():
    found = both("Hollowmere", "دنمارش")
    assert found.method == "ambiguous" or found.score <= 0.6
    if found.method == "ambiguous":
        assert {place.place_id for place in found.rivals} >= {"v:3", "v:4"}


@pytest.mark.parametrize("empty", [None, "", " ", "x", "قرية"])
def test_a_second_name_that_is_none_says_nothing(empty):
    assert both("Hollowmere", empty) == VALE.match("Hollowmere")


@pytest.mark.parametrize("empty", [None, "", "x", "village"])
def test_the_second_name_answers_where_the_first_is_none(empty):
    found = both(empty, "هولومير")
    assert found.place.place_id == "v:3"
    assert found.name == (empty or "")


def test_the_second_name_answers_where_the_first_is_not_listed():
    found = both("Xoqqubrand", "هولومير")
    assert found.place.place_id == "v:3"
    assert found.score < VALE.match("هولومير").score


def test_the_wider_of_two_names_that_agree_holds():
    near = both("near Hollowmere", "هولومير")
    alone = VALE.match("near Hollowmere")
    assert (near.precision, near.uncertainty_km) == (alone.precision, alone.uncertainty_km)
    hospital = both("Hollowmere", "مستشفى هولومير")
    assert hospital.precision == "near"
    assert hospital.uncertainty_km > VALE.match("Hollowmere").uncertainty_km


def test_near_one_place_and_the_name_of_another_is_ambiguous():
    found = both("near Hollowmere", "دنمارش")
    assert (found.method, found.place) == ("ambiguous", None)
    assert {place.place_id for place in found.rivals} == {"v:3", "v:4"}


def test_a_second_name_says_where_the_first_lies():
    assert VALE.match("Thornwick").method == "ambiguous"
    assert both("Thornwick", "ثرنوك، Upvale").place.place_id == "v:1"


def test_both_names_are_shared_by_places_elsewhere():
    found = both("Thornwick", "شوكان")
    assert found.place.place_id == "v:2"
    assert {place.place_id for place in found.rivals} <= {"v:1", "v:5"}


def test_a_type_word_in_a_listed_name_is_a_part_of_it_in_the_second_name_too():
    bridge = Place("b", "Jisr Tarmin", "settlement", 40.0, 35.0, 2.0, name_ar="جسر ترمين")
    listed = Gazetteer("toy", [bridge], lists_whole_country=True)
    found = listed.match("Jisr Tarmin", name_ar="جسر ترمين")
    assert (found.place, found.precision, found.uncertainty_km) == (bridge, "settlement", 2.0)
