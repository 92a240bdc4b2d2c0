"""Spellings of one name meet; names of two places stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.spelling.names import (
    clean,
    encode_sound,
    encode_sounds,
    fold,
    fold_all,
    glue,
    glue_listed,
    hear_all,
    is_arabic,
    read_otherwise,
    skeleton,
    skeletons_of,
    skeletons_of_all,
    strip_articles,
)

SAME_FOLD = [
    ("Ma`arrat an-Nu‘mān", "maarrat an numan"),
    ("JISR ASH-SHUGHUR", "Jisr ash Shughūr"),
    ("إدلب", "ادلب"),
    ("أريحا", "اريحا"),
    ("معرّة النُّعمان", "معرة النعمان"),
    ("كفر زيتـــا", "كفر زيتا"),
    ("حماة", "حماه"),
    ("\u202bحلب\u202c", "حلب"),
    ("كفر\u200cزيتا", "كفرزيتا"),
    ("İdlib", "Idlib"),
    ("Tell\u00a0Rifaat", "Tell Rifaat"),
]


@pytest.mark.parametrize(("one", "other"), SAME_FOLD)
def test_case_marks_and_letter_variants_fold_away(one: str, other: str) -> None:
    assert fold(one) == fold(other)


SAME_GLUED = [
    ("Kafr Zita", "KafrZita"),
    ("al-Bab", "Bab"),
    ("Ar-Rastan", "Rastan"),
    ("الرستن", "رستن"),
    ("Deir ez-Zor", "Deirzor"),
]


@pytest.mark.parametrize(("one", "other"), SAME_GLUED)
def test_articles_and_spaces_glue_away(one: str, other: str) -> None:
    assert glue(fold(one)) == glue(fold(other))


SAME_SKELETON = [
    ("Kafr Zita", "كفر زيتا"),
    ("Khan Shaykhun", "خان شيخون"),
    ("Khan Sheikhoun", "خان شيخون"),
    ("Talbiseh", "تلبيسة"),
    ("Tallbīsah", "تلبيسة"),
    ("Jisr al-Shughour", "جسر الشغور"),
    ("Ghouta", "غوطة"),
    ("Qamishli", "قامشلي"),
    ("Kamichli", "قامشلي"),
    ("Maarat al-Numan", "معرة النعمان"),
    ("Alsayad", "الصياد"),
    ("Abu Dhuhur", "أبو الظهور"),
    ("Abu Zuhur", "أبو الظهور"),
    ("Thawra", "الثورة"),
    ("Saura", "الثورة"),
]


@pytest.mark.parametrize(("latin", "arabic"), SAME_SKELETON)
def test_both_scripts_meet_in_a_skeleton(latin: str, arabic: str) -> None:
    ours, theirs = (set(skeletons_of(strip_articles(fold(name)))) for name in (latin, arabic))
    assert ours & theirs


READ_OTHERWISE = [
    ("French of the mandate", "Rhâli", "Ghali"),
    ("French of the mandate", "Guirek Moûla", "Girek Moula"),
    ("German", "Chunajzir", "Khunayzir"),
    ("Polish", "Szakka", "Shakka"),
    ("Turkish", "Cisir", "Jisir"),
]


@pytest.mark.parametrize(("habit", "written", "meant"), READ_OTHERWISE)
def test_letters_are_read_as_other_languages_use_them(habit: str, written: str, meant: str) -> None:
    assert fold(meant) in read_otherwise(fold(written)), habit


@pytest.mark.parametrize("name", ["aleppo", "", "حلب"])
def test_a_name_that_all_read_alike_is_read_once(name: str) -> None:
    assert read_otherwise(name) == []


SAME_SOUND = [
    ("Wardak", "Ouardak"),
    ("Khirbat Hamu", "Khirbah Hamo"),
    ("Kheurbet Aoqla", "Kherbet Aoqla"),
    ("Šayḫ Maqṣūd", "Shaykh Maqsud"),
]


@pytest.mark.parametrize(("one", "other"), SAME_SOUND)
def test_habits_of_writing_sound_alike(one: str, other: str) -> None:
    assert encode_sound(fold(one)) == encode_sound(fold(other))


def test_consonants_that_differ_keep_skeletons_apart() -> None:
    assert skeleton("hama") != skeleton("homs") != skeleton("halab")


def test_a_near_consonant_is_nearer_than_a_far_one() -> None:
    def apart(one: str, other: str) -> int:
        pairs = zip(encode_sound(one), encode_sound(other), strict=True)
        return sum(a != b for a, b in pairs)

    assert apart("qara", "kara") < apart("qara", "mara")
    assert apart("tal", "thal") < apart("tal", "bal")
    assert apart("tal", "tel") < apart("tal", "dal")


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text(max_size=30), max_size=6))
def test_many_names_fold_as_each_does(texts: list[str]) -> None:
    cleaned = [clean(text) for text in texts]
    assert fold_all(cleaned) == [fold(text) for text in cleaned]


NAMES = st.text(alphabet="abdefghijklmnorstuzkqwy كفرزيتاحلبةظثقشخنالم", min_size=1, max_size=14)


@given(st.lists(NAMES, min_size=1, max_size=6))
def test_many_names_sound_as_each_does(texts: list[str]) -> None:
    bare = [strip_articles(fold(text)) for text in texts]
    bare = [text for text in bare if text]
    assert encode_sounds(bare, hear_all(bare)) == [encode_sound(text) for text in bare]
    assert skeletons_of_all(bare) == [skeletons_of(text) for text in bare]


@pytest.mark.parametrize("value", [None, float("nan"), 7, b"Aleppo", []])
def test_what_is_no_text_is_no_name(value: object) -> None:
    assert clean(value) == ""


def test_arabic_letters_are_told() -> None:
    assert is_arabic("Aleppo حلب")
    assert not is_arabic("Ḩalab")
    assert not is_arabic("Алеппо")


def test_a_listed_name_is_glued_as_any_other():
    for name in ("Kafr Zita", "Al-Bab", "الباب", "Харків"):
        assert glue_listed(name) == glue(fold(name))
