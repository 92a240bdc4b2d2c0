"""Reasons of matches and pairs in the visitor's language, part by part."""

from __future__ import annotations

import re

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
    r"|placed|counted|kept|rivals|looked|actor|differ)\b"
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


def test_english_and_what_no_template_words_stay_as_they_are(matched: list[str]):
    assert [say_reason(reason) for reason in matched] == matched
    with speaking(catalogue_of("uk")):
        assert (
            say_reason("some words; governorate agrees")
            == "some words; одиниця першого рівня збігається"
        )
        assert say_reason("") == ""
        said = say_reason("""like "Has; or so": Hass (Idlib)""")
    assert "Hass (Idlib)" in said
