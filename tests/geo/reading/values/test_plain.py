"""Texts made comparable, and the words for nothing."""

from __future__ import annotations

import pytest

from geo.reading.values.plain import is_nothing, plain_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  Not  Reported ", "not reported"), ("٣ – ٥", "3 - 5"), ("۱۲", "12"),
        ("5𝟓", "5𝟓"), ("５", "5"),
        ("\u200f34.84\u200e", "34.84"), ("\u202b5\u202c", "5"), ("\ufeffdate", "date"),
        ("Blessés", "blesses"), ("İHA", "iha"), ("أيلول", "ايلول"), ("34º50’29”", "34°50'29\""),
        ("5²", "5²"), ("½", "½"), ("34٫5", "34.5"), ("a\u00a0b", "a b"),
    ],
)  # fmt: skip
def test_what_looks_alike_reads_alike_and_a_superscript_is_no_digit(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "--", "—", "?", "NA", "N/A", "n.a.", "NaN", "null", "None", "Unknown", "UNK",
     "#N/A", "not available", "غير معروف", "غير محدّد", "inconnu", "desconocido", "Неизвестно",
     "невідомо", "bilinmiyor", "نامشخص", "\u200fN/A\u200f"],
)  # fmt: skip
def test_words_for_nothing_are_known_in_every_language_read(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["0", "no", "Homs", "Unknown town", "-9", "NAN Street"])
def test_what_says_something_is_not_taken_for_nothing(text: str) -> None:
    assert not is_nothing(text)
