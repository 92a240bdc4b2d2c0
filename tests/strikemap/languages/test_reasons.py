"""Reasons of matches and pairs in the visitor's language, part by part."""

from __future__ import annotations

import re
from random import Random

import pandas as pd
import pytest
from strike_rows import table

from gazetteer import load_gazetteer
from gazetteer.language import speaking
from geo.strikes.duplicates.propose import propose
from geo.strikes.schema import make_claims
from strikemap.languages.catalogues import LANGUAGES, catalogue_of
from strikemap.languages.reasons import say_reason

NAMES = (
    "Talbiseh", "al Latamneh", "Sarakib", "Suran", "several towns", "Zyxfold", "Idlib governorate",
    "Mosul", "Sarmin and Binnish", "Aleppo airport road", "Duma", "the school", "Maarat",
    "Saraqib market", "Khan Shaykhun hospital", "near Ariha", "Harim district",
)  # fmt: skip
# Words of the templates; names of places and what a report wrote stay as they are.
ENGLISH = re.compile(
    r"\b(listed|spelling|governorate agrees|within|apart|same|killed|both|told|overlap|several"
    r"|placed|counted|kept|rivals|looked|actor|differ|without|which|more|known|halfway|only|stated"
    r"|reported|table|row|given|north|east|west|south|countryside|outskirts|area)\b"
)
FORMS = (
    "near {a}", "5 km north of {a}", "10 km from {a}", "between {a} and {b}", "{a} and {b}",
    "{a}, {b}", "{a} ({b})", "road between {a} and {b}", "outskirts of {a}", "{a} countryside",
    "northern countryside of {a}", "east of {a}", "{a}", "{a} governorate", "western part of {a}",
)  # fmt: skip
# As gazetteer/ and geo/ word them, with values that hold words of ours, or what parts reasons.
WORDED = (
    "said to be in Kherson, which is in Ukraine",
    "several places fit: A (X), B (Y) and 2 more",
    "same days (2024-01-01 to 2024-01-03); killed: 5 or more and 10 do not agree",
    "days overlap (2024-01-01 to 2024-01-03 and 2024-01-02)",
    "actor: A and B, which differ; told by X; Y, and by Z",
    "the table says only the district; counted on the second-level district Hama, as reported",
    "neither place nor oblast reported",
    "no place reported; counted on the oblast Kharkiv",
    "the town, not the oblast of that name; oblast agrees",
    "the row is empty",
    "the point given is the centre of Hama; counted on the governorate, as reported",
    "“Ariha” in “near Ariha”: several places fit: Ariha (Idlib), Ariha (Hama); raion agrees",
    "“Hass” in “by Hass”: is not listed so, only like Has; too unsure for what lies by it",
)
# None of these may be said by half.
UNWORDED = (
    "some words; governorate agrees",
    "governorate agrees; some words",
    "listed spelling of Hama (Hama); some words",
    "though another galaxy is stated",
    "several places fit: A (governorate unknown), B (Hama)",
    "counted on Hama, as nobody says",
    "“Hass” in “by Hass”: some words",
    "near Hama, but some words: within 5 km",
)


@pytest.fixture(scope="module")
def matched() -> list[str]:
    found = load_gazetteer("sy").match_many(NAMES)
    return [match.reason for match in found]


@pytest.fixture(scope="module")
def paired() -> list[str]:
    same = {"place_id": "gn:1", "place_name": "Talbiseh", "killed_min": None}
    pairs = []
    for one, other in (
        ({"actor": "Russia", "killed_min": 3}, {"actor": "Russia", "killed_min": 3}),
        ({"killed_min": 3, "actor": "Russia"}, {"killed_min": 9}),
        ({"injured_min": 3}, {"injured_min": 3}),
        ({"kind": "drone"}, {"kind": "airstrike"}),
    ):
        rows = table({**same, **one}, {**same, **other})
        keys = [f"{row}/1" for row in rows.index]
        claims = pd.DataFrame({"claim_id": keys, "strike_id": rows.index, "claimant": ["A", "B"]})
        pairs += propose(rows, make_claims(claims)).table["reason"].tolist()
    return pairs


@pytest.mark.parametrize("code", sorted(LANGUAGES.keys() - {"en"}))
def test_reasons_are_said_in_the_language(code: str, matched: list[str], paired: list[str]):
    assert len(paired) >= 3
    with speaking(catalogue_of(code)):
        said = {reason: say_reason(reason) for reason in (*matched, *paired)}
    assert {reason: text for reason, text in said.items() if ENGLISH.search(text)} == {}


@pytest.mark.parametrize("code", sorted(LANGUAGES.keys() - {"en"}))
def test_a_reason_is_said_whole_or_not_at_all(code: str):
    with speaking(catalogue_of(code)):
        said = {reason: say_reason(reason) for reason in (*WORDED, *UNWORDED)}
    assert {reason: said[reason] for reason in WORDED if ENGLISH.search(said[reason])} == {}
    assert [said[reason] for reason in UNWORDED] == [*UNWORDED]


@pytest.mark.parametrize(("pack", "code"), [("sy", "fr"), ("ua", "uk")])
def test_most_reasons_of_made_forms_are_said(pack: str, code: str):
    gazetteer, random = load_gazetteer(pack), Random(1)
    places = random.sample([place.name for place in gazetteer.places], 40)
    names = [form.format(a=random.choice(places), b=random.choice(places))
             for form in FORMS for _ in range(5)]  # fmt: skip
    reasons = {match.reason for match in gazetteer.match_many(names)}
    with speaking(catalogue_of(code)):
        said = {reason: say_reason(reason) for reason in reasons}
    english = {reason for reason in reasons if said[reason] == reason}
    assert len(english) <= len(reasons) / 10, sorted(english)
    words = re.compile(r"\b(no|listed|within|said|governorate|kept|apart|known|stated|only)\b")
    half = {
        one for one in reasons - english if words.search(re.sub('["“][^"”]*["”]', "", said[one]))
    }
    assert half == set()


def test_english_and_what_no_template_words_stay_as_they_are(matched: list[str]):
    assert [say_reason(reason) for reason in matched] == matched
    with speaking(catalogue_of("uk")):
        assert say_reason("") == ""
        said = say_reason("""like "Has; or so": Hass (Idlib)""")
    assert "Hass (Idlib)" in said
