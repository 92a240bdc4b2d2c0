"""Names in scripts of their own meet those that are listed in Latin letters."""

from __future__ import annotations

import pytest

from gazetteer.spelling.names import fold, fold_all, skeleton
from gazetteer.spelling.scripts import write_in_latin


@pytest.mark.parametrize(
    ("native", "latin"),
    [
        ("Харків", "Kharkiv"), ("Куп'янськ", "Kupyansk"), ("Щастя", "Shchastya"),
        ("Херсон", "KHERSON"), ("Мариуполь", "Mariupol"), ("Θεσσαλονίκη", "Thessaloniki"),
        ("መቀሌ", "Mekele"), ("ዓድዋ", "Adwa"), ("თბილისი", "Tbilisi"), ("Şırnak", "Shirnak"),
    ],
)  # fmt: skip
def test_a_native_name_is_the_latin_one(native: str, latin: str) -> None:
    assert fold(native) in (fold(latin), fold(latin.replace("Sh", "S")))


@pytest.mark.parametrize(
    ("native", "latin"),
    [
        ("חברון", "Hebron"),
        ("חמאה", "Hama"),
        ("ג'נין", "Jenin"),
        ("אל-באב", "al-Bab"),
        ("ח'אן שיח'ון", "Khan Shaykhun"),
    ],
)
def test_scripts_without_vowels_share_the_consonants(native: str, latin: str) -> None:
    assert skeleton(fold(native)) == skeleton(fold(latin))


def test_arabic_and_latin_letters_stay_and_many_names_fold_as_one() -> None:
    assert write_in_latin("إدلب, Şırnak") == "إدلب, Şırnak"
    names = ["Харків", "إدلب", "Ma'arra", "Homs 😀", ""]
    assert fold_all(names) == ["kharkiv", "ادلب", "maarra", "homs", ""]


@pytest.mark.parametrize(
    ("native", "other"),
    [("חלב", "حلب"), ("دەرا", "درا"), ("عەفرین", "عفرين"), ("ئامەد", "امد"), ("Ιντλίμπ", "idlib"),
     ("Χάρκοβο", "kharkovo")],
)  # fmt: skip
def test_letters_go_to_those_of_the_nearest_list(native: str, other: str) -> None:
    assert fold(native) == fold(other)
