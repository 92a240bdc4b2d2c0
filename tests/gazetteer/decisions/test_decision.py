"""Decisions come before all that a gazetteer finds, in their own context alone."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, load_gazetteer
from gazetteer.decisions.decision import Decision
from gazetteer.several import Gazetteers

SURAN = Decision(
    "Suran", "Hama", "place", "gn:163915", reason="the video says", who="A", when="2026-11-29"
)


@pytest.fixture(scope="module")
def syria() -> Gazetteer:
    return load_gazetteer("sy")


def test_a_decision_answers_for_its_name_in_any_spelling_of_its_governorate(syria):
    decided = syria.with_decisions([SURAN])
    for name, stated in (("Suran", "Hama"), ("SURAN", "حماة"), ("Súran", "Hama Governorate")):
        found = decided.match(name, stated)
        assert (found.method, found.place.place_id, found.score) == ("reviewed", "gn:163915", None)
        assert found.reason == "Suran, decided by A on 2026-11-29: the video says"


@pytest.mark.parametrize("stated", [None, "Aleppo"])
def test_it_says_nothing_of_the_name_in_another_context(syria, stated):
    assert syria.with_decisions([SURAN]).match("Suran", stated) == syria.match("Suran", stated)


def test_the_gazetteer_itself_stays_as_it_was(syria):
    syria.match("Suran", "Hama")
    syria.with_decisions([Decision("Suran", "Hama", "no place")])
    assert syria.match("Suran", "Hama").method == "exact"
    assert len(syria.decided) == 0


def test_more_decisions_are_laid_over_those_that_are_known(syria):
    first = syria.with_decisions([SURAN, Decision("Ariha", verdict="no place")])
    second = first.with_decisions([Decision("Suran", "Hama", "no place")])
    assert second.match("Suran", "Hama").place is None
    assert second.match("Ariha").method == "reviewed"
    assert first.match("Suran", "Hama").place is not None


@pytest.mark.parametrize(
    ("radius", "precision"), [(0.5, "site"), (2, "settlement"), (8, "near"), (30, "area")]
)
def test_a_point_is_as_sharp_as_its_radius(syria, radius, precision):
    point = Decision("Al-Zyx farm", "", "point", lon=36.5, lat=35.5, radius_km=radius)
    found = syria.with_decisions([point]).match("Al-Zyx farm")
    assert (found.lon, found.lat, found.uncertainty_km) == (36.5, 35.5, radius)
    assert (found.precision, found.location_status, found.method) == (
        precision, "located", "reviewed",
    )  # fmt: skip


def test_no_place_is_not_placed_and_later_changes_nothing(syria):
    decided = syria.with_decisions([Decision("Idlib", verdict="no place"), Decision("Ariha")])
    found = decided.match("Idlib")
    assert (found.method, found.place, found.location_status) == ("reviewed", None, "unlocated")
    assert decided.match("Ariha") == syria.match("Ariha")


def test_a_place_that_is_not_listed_is_met_by_its_point_or_not_at_all(syria):
    bare = Decision("Ariha", verdict="place", place_id="C9999")
    pointed = Decision("Idlib", "", "place", "C9998", 36.6, 35.9, 2.0)
    decided = syria.with_decisions([bare, pointed])
    assert decided.match("Ariha") == syria.match("Ariha")
    assert decided.decided.unlisted == (bare,)
    assert (decided.match("Idlib").lon, decided.match("Idlib").method) == (36.6, "reviewed")
    assert "C9998" in decided.match("Idlib").reason


def test_what_is_decided_supports_the_other_names_of_its_file(syria):
    in_hama = [syria.match(name).place.place_id for name in ("Kafr Zita", "Al-Lataminah", "Morek")]
    decided = syria.with_decisions(
        [Decision(f"Zyx {at}", "", "place", own) for at, own in enumerate(in_hama)]
    )
    names = ["Zyx 0", "Zyx 1", "Zyx 2", "Suran"]
    assert syria.match_many(names)[3].method == "ambiguous"
    assert decided.match_many(names)[3].adm1_name == "Hama"


def test_of_several_countries_the_one_that_lists_the_place_answers(syria):
    both = Gazetteers([load_gazetteer("iq"), syria])
    assert both.match("Sinjar").method == "ambiguous"
    decided = both.with_decisions([Decision("Sinjar", "", "place", "gn:164094")])
    found = decided.match("Sinjar")
    assert (found.place.place_id, found.method) == ("gn:164094", "reviewed")
    assert len(decided.decided) == 1
