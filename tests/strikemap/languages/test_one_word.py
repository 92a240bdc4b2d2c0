"""The app, its map and its sheets say a closed word of the data by one and the same word."""

from __future__ import annotations

import json

import pytest
from paths import ROOT

from geo.briefing.terms.languages import LANGUAGES as OF_SHEETS
from strikemap.languages.catalogues import read_file
from strikemap.languages.data_words import WORDS

CODES = ("ar", "es", "fr", "uk")
STANDINGS = ("alleged", "claimed", "confirmed", "contested", "denied", "reported")
# What English says by one word in two senses ("plain": land, or a background), of a group ("Other")
# or by what a country calls its areas.
OTHER_SENSES = {"plain", "Other", "settlement", "governorate", "district", "subdistrict"}
WANTED = (WORDS | {"Actor, as alleged", "located", "not located"}) - OTHER_SENSES


def words_of_map(code: str) -> dict[str, object]:
    return json.loads((ROOT / "geo" / "webmap" / "words" / f"{code}.json").read_text())["phrases"]


def words_of_app(code: str) -> dict[str, str]:
    return {one.id: one.string for one in read_file(code) if isinstance(one.id, str)}


@pytest.mark.parametrize("code", CODES)
def test_the_app_says_the_closed_words_as_its_map_does(code):
    app, on_map = words_of_app(code), words_of_map(code)
    shared = sorted(word for word in WANTED if isinstance(on_map.get(word), str) and word in app)
    assert {*STANDINGS, "not reported", "actor", "drone"} <= set(shared)
    assert {word: app[word] for word in shared} == {word: on_map[word] for word in shared}


@pytest.mark.parametrize("code", CODES)
def test_the_app_says_a_standing_as_sheets_do(code):
    app, of_sheets = words_of_app(code), OF_SHEETS[code].phrases
    assert {word: app[word] for word in STANDINGS} == {
        word: of_sheets[f"term {word}"] for word in STANDINGS
    }


def test_ukrainian_gives_no_likelihood_of_who_did_it():
    said = " ".join(str(one.string) for one in read_file("uk")).lower()
    assert "імовірний виконавець" not in said
    assert "достовірність" not in said  # "credibility" of an actor or an event


@pytest.mark.parametrize("code", ["es", "fr"])
def test_contested_strikes_and_contested_land_are_said_by_two_words(code):
    on_map, of_sheets = words_of_map(code), OF_SHEETS[code].phrases
    for land in (on_map["contested land"], of_sheets["legend contested"], of_sheets["contested"]):
        assert str(on_map["contested"]) not in str(land)
    assert of_sheets["legend contested"] == on_map["contested land"]
