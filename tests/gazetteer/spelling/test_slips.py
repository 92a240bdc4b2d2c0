"""Slips: letters that are taken for one another, in both scripts."""

from __future__ import annotations

import csv

import pytest

from gazetteer import Gazetteer, Place
from gazetteer.spelling.names import fold, hear, is_arabic, strip_articles
from gazetteer.spelling.slips import TABLE, merge_vowels, slips_of, swaps_consonant


def is_slip(written: str, meant: str) -> bool:
    """Say whether one slip turns a name into another."""
    one, other = (strip_articles(fold(text)) for text in (written, meant))
    return merge_vowels(hear(other)) in set(slips_of(one))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Saltin", "Saldin"),
        ("Hardan", "Hartan"),
        ("Talmelat", "Tarmelat"),
        ("Munbalah", "Munbarah"),
        ("Shaghur", "Shaqur"),
        ("Muhradat", "Muhradah"),
        ("تلنار", "تلبار"),
        ("دارزة", "داررة"),
        ("خربوش", "خربوس"),
        ("جنيس", "جنبس"),
    ],
)
def test_letters_that_are_mistaken_are_one_slip_apart(written: str, meant: str) -> None:
    assert is_slip(written, meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Harkan", "Harlan"),  # nobody takes k for l in Latin
        ("Samban", "Sahban"),
        ("Handal", "Hamtal"),  # two slips
        ("Hana", "Hama"),  # too short
        ("كفن", "كفت"),
        ("Hardan", "Hardan"),  # no slip at all
        ("دارعة", "دارمة"),
    ],
)
def test_other_letters_are_no_slip(written: str, meant: str) -> None:
    assert not is_slip(written, meant)


def test_every_pair_has_its_script_and_a_reason_and_stands_once() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    pairs = [frozenset((row["one"], row["other"])) for row in rows]
    assert len(pairs) == len(set(pairs))
    assert all(row["why"] for row in rows)
    for row in rows:
        assert row["one"] != row["other"]
        assert {is_arabic(row["one"]), is_arabic(row["other"])} == {row["script"] == "Arabic"}


@pytest.mark.parametrize(
    ("bare", "listed", "swaps"),
    [
        ("kafr kabl", "kafrnabl", True),
        ("khanasil", "khanasir", False),  # r and l are taken for each other
        ("taftenaz", "taftanaz", False),  # vowels
        ("saraqb", "saraqib", False),
        ("tarmani", "tarmanin", False),  # left out, not another
        ("سراقد", "سراقب", True),
        ("halab", "damascus", False),  # nothing alike
    ],
)
def test_another_consonant_is_told_from_slips(bare: str, listed: str, swaps: bool) -> None:
    assert swaps_consonant(bare, listed) is swaps


def test_a_place_met_with_another_consonant_is_not_sure() -> None:
    town = Place("t", "Kafr Nabl", "settlement", 36.6, 35.6, 2.0, adm1_code="E", adm1_name="E",
                 prominence=0, sources=("a", "b"))  # fmt: skip
    area = Place("E", "E", "governorate", adm1_code="E", adm1_name="E")
    listed = Gazetteer("toy", [area, town], lists_whole_country=True)
    assert listed.match("Kafr Kabl", "E").score == 0.6
    assert (listed.match("Kafr Nebl", "E").score or 0) > 0.6
