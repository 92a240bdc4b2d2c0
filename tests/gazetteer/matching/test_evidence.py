"""What the other names of a file say for a place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer.matching.beside.neighbours import Neighbours
from gazetteer.matching.evidence import (
    Context,
    must_doubt,
    weigh_evidence,
    weigh_governorate,
)
from gazetteer.matching.scoring import load_weights
from gazetteer.places import Place

PLACE = Place("here", "Here", "settlement", 36.00, 35.0, adm1_code="A")
NEAR = Place("near", "Near", "settlement", 36.05, 35.0, adm1_code="B")  # 4.6 km


def odds_beside(*places):
    context = Context(neighbours=Neighbours.of(places, in_country=14))
    return weigh_evidence(PLACE, context, load_weights())


@pytest.mark.parametrize(("count", "counts"), [(1, True), (60, True), (61, False)])
def test_nearness_counts_in_short_files_only(count, counts):
    far = [Place(f"far{n}", "Far", "settlement", 40.0, 35.0, adm1_code="B") for n in range(count)]
    gained = odds_beside(NEAR, *far[1:]) - odds_beside(*far)
    assert gained == pytest.approx(load_weights()["file_nearby"] if counts else 0.0)


@pytest.mark.parametrize(
    ("parent", "weight"), [("whole", "inside"), ("another", "outside"), (None, "outside")]
)
def test_a_recorded_part_lies_in_its_whole_however_far(parent, weight):
    whole = Place("whole", "Whole", "settlement", 37.0, 35.0, adm1_code="B")  # 91 km
    context = Context(wholes=(whole,))
    part = replace(PLACE, parent_id=parent)
    assert weigh_evidence(part, context, load_weights()) == load_weights()[weight]


def weigh(place, exact=True, **said):
    return weigh_evidence(place, Context(**said), load_weights(), exact=exact)


CAPITAL = Place("capital", "Here", "settlement", 37.0, 35.0, adm1_code="A")  # 91 km


@pytest.mark.parametrize(
    ("exact", "hint", "weight"),
    [
        (True, None, "in_governorate"),
        (False, None, "in_governorate_unlike"),
        (True, "facility", "same_area"),  # of a town, and not of the country around it
    ],
)
def test_a_whole_called_as_its_governorate_may_be_either(exact, hint, weight):
    said = {"wholes": (CAPITAL,), "hint": hint}
    either = weigh(PLACE, exact, **said, whole_codes=frozenset("A"), seats=frozenset(["capital"]))
    plain = weigh(PLACE, exact, **said, whole_codes=frozenset("A"))
    weights = load_weights()
    assert either - plain == pytest.approx(weights[weight] - weights["same_area"])


def test_a_name_unlike_any_listed_gains_less_by_its_whole():
    whole = Place("whole", "Whole", "settlement", 36.01, 35.0, adm1_code="A")
    assert weigh(PLACE, wholes=(whole,)) > weigh(PLACE, exact=False, wholes=(whole,)) > 0


def test_a_governorate_said_by_the_row_and_in_the_name_counts_once():
    said = weigh(PLACE, adm1_code="A", whole_codes=frozenset("A"))
    assert said == weigh(PLACE, adm1_code="A") == load_weights()["governorate"]


@pytest.mark.parametrize("governorates", [1, 2, 14, 27])
def test_a_file_spread_evenly_over_a_country_says_nothing_of_a_governorate(governorates):
    codes = "ABCDEFGHIJKLMNOPQRSTUVWXYZa"[:governorates]
    places = [Place(code, code, "settlement", 40.0, 35.0, adm1_code=code) for code in codes]
    context = Context(neighbours=Neighbours.of(places, in_country=governorates))
    assert weigh_evidence(PLACE, context, load_weights()) == pytest.approx(0.0)


@pytest.mark.parametrize(("exact", "asks"), [(True, 3), (False, 0)])
def test_the_border_is_looked_for_only_where_it_counts(exact, asks):
    asked = []

    def listed():
        for number in range(3):
            asked.append(number)
            yield Place(f"far{number}", "Far", "settlement", 40.0, 35.0, adm1_code="B")

    context = Context(adm1_code="B")
    assert must_doubt(PLACE, context, exact=exact, spelling="here", listed=listed())
    assert len(asked) == asks


def test_a_stated_governorate_alone_weighs_as_among_all_evidence():
    weights, context = load_weights(), Context(adm1_code="A", related=frozenset({"C"}))
    for code in ("A", "B", "C", None):
        for kind in ("settlement", "governorate"):
            place = replace(PLACE, adm1_code=code, kind=kind)
            full = weigh_evidence(place, context, weights)
            assert weigh_governorate(place, context, weights) == full
