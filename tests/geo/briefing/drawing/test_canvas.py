"""Arabic on a page reads from right to left, letters joined, in the picture itself."""

from __future__ import annotations

import numpy as np
import pytest

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface, drawing
from geo.briefing.drawing.picture import to_picture
from geo.briefing.terms.words import Words


def ink_of(text: str, *, language: str = "ar", width: float = 260) -> np.ndarray:
    """Return where ink is, of a text that ends at the right edge; rows by columns."""
    with drawing():
        canvas = Canvas(width, 40, dpi=144, typeface=Typeface(language))
        canvas.text(width - 10, 26, text, size=16, align="right")
        return np.asarray(to_picture(canvas.figure).convert("L")) < 128


def columns_with_ink(ink: np.ndarray) -> np.ndarray:
    return np.flatnonzero(ink.any(axis=0))


@pytest.mark.parametrize(("align", "part"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
@pytest.mark.parametrize("text", ["Hama", "حماة"])
def test_a_line_stands_where_its_alignment_says(align, part, text):
    with drawing():
        canvas = Canvas(200, 40, dpi=144, typeface=Typeface("en"))
        canvas.text(100, 26, text, size=16, align=align)
        ink = columns_with_ink(np.asarray(to_picture(canvas.figure).convert("L")) < 128) / 2
    wide = canvas.typeface.width(text, 16)
    assert abs(ink[0] - (100 - part * wide)) < 2
    assert abs(ink[-1] - (100 + (1 - part) * wide)) < 2


def test_the_first_word_stands_at_the_right():
    whole, first = ink_of("إدلب حماة حمص"), ink_of("إدلب")
    width = columns_with_ink(first)[-1] - columns_with_ink(first)[0]
    right = columns_with_ink(first)[-1]
    part = slice(right - width, right + 1)
    assert (whole[:, part] == first[:, part]).mean() > 0.995
    assert columns_with_ink(whole)[0] < columns_with_ink(first)[0] - width


def test_letters_are_joined():
    together = columns_with_ink(ink_of("حلب"))
    apart = columns_with_ink(ink_of("ح\u200cل\u200cب"))
    assert np.ptp(together) < np.ptp(apart) * 0.9
    assert len(together) == np.ptp(together) + 1, "one stroke without a gap"


def test_a_latin_name_in_an_arabic_line_keeps_its_own_direction():
    words = Words("ar")
    line = words.say("source titled", who="TRT World", title="A headline", published="2015")
    alone = ink_of("TRT World")
    whole = ink_of(line, width=400)
    wide = np.ptp(columns_with_ink(alone))
    right = columns_with_ink(whole)[-1]
    found = whole[:, right - wide : right + 1]
    start = columns_with_ink(alone)[0]
    expected = alone[:, start : start + wide + 1]
    assert (found == expected).mean() > 0.99
