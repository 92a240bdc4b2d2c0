"""Sides and kinds of places in other languages than English and Arabic."""

from __future__ import annotations

import pytest
from listed_names import ListedNames

from gazetteer.spelling.foreign import write_in_english

PLACES = ListedNames("Millford", "Sandmark|Сандмарк", "Eastern Moor", "Oakham Ost", "Westham")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Ost-Millford", "eastern Millford"), ("Ostmoor", "eastern moor"),
        ("Moor orientale", "eastern Moor"), ("Millford-Est", "eastern Millford"),
        ("le sud de Sandmark", "southern Sandmark"), ("nord-ouest de Sandmark",
                                                     "northwestern Sandmark"),
        ("Восточный Сандмарк", "eastern Сандмарк"), ("південного Сандмарк", "southern Сандмарк"),
        ("Güney Sandmark", "southern Sandmark"), ("Sandmark'ın güneyi", "southern Sandmark"),
        ("est de Millford", "eastern Millford"), ("Est-Millford", "eastern Millford"),
        ("sur de Sandmark", "southern Sandmark"), ("este de Sandmark", "eastern Sandmark"),
        ("norte de Sandmark", "northern Sandmark"), ("Millford-Stadt", "Millford city"),
        ("ville de Millford", "Millford city"), ("Provinz Sandmark", "Sandmark governorate"),
        ("Sandmark kırsalı", "Sandmark countryside"), ("campagne de Sandmark",
                                                     "Sandmark countryside"),
    ],
)  # fmt: skip
def test_a_side_or_kind_is_written_in_english(said: str, written: str) -> None:
    assert write_in_english(said, PLACES.lists) == written


@pytest.mark.parametrize(
    "said", ["Oakham Ost", "Westham", "Ost-Nowhere", "Nordland", "Nouvelle-Est", "Weston", "Stadt"]
)
def test_what_is_listed_so_or_names_nothing_listed_stays(said: str) -> None:
    assert write_in_english(said, PLACES.lists) == said


@pytest.mark.parametrize(
    "said",
    [
        "sur Millford", "Sur Millford", "est Sandmark", "este Sandmark", "Sandmark est",
        "Millford sur",
    ],
)  # fmt: skip
def test_a_word_that_says_other_things_too_is_no_side(said: str) -> None:
    assert write_in_english(said, PLACES.lists) == said
