"""An Arabic sheet reads from right to left, letters joined, in the picture itself."""

from __future__ import annotations

import numpy as np
import pytest
from sheet_cases import REAL, boxes_of, seed_sheet, texts_of

from geo.briefing.drawing import fonts as sheet_fonts
from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface, clean, drawing
from geo.briefing.formats.pictures import to_picture
from geo.briefing.terms.words import Words
from geo.errors import SheetError


def ink_of(text: str, *, language: str = "ar", width: float = 260) -> np.ndarray:
    """Return where ink is, of a text that ends at the right edge; rows by columns."""
    with drawing():
        canvas = Canvas(width, 40, dpi=144, typeface=Typeface(language))
        canvas.text(width - 10, 26, text, size=16, align="right")
        return np.asarray(to_picture(canvas.figure).convert("L")) < 128


def columns_with_ink(ink: np.ndarray) -> np.ndarray:
    return np.flatnonzero(ink.any(axis=0))


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


def test_the_page_is_mirrored_but_the_map_is_not():
    arabic, english = seed_sheet(language="ar"), seed_sheet()
    assert arabic.drawn.column.x > english.drawn.column.x
    title = next(box for text, box in boxes_of(arabic) if "الضربات المبلغ" in text)
    assert title[2] == pytest.approx(arabic.page.paper.width - arabic.page.margin, abs=1)
    frame = arabic.drawn.content.frame
    x, _ = frame.to_page([36.0, 41.0], [35.0, 35.0])
    assert x[0] < x[1], "east stays right"


def test_names_are_arabic_and_digits_are_as_chosen():
    said = " ".join(t.get_text() for t in texts_of(seed_sheet(**REAL["Arabic"])))
    for name in ("إدلب", "حماة", "تركيا", "دمشق"):
        assert name in said
    assert "٢٩ من ٤٢" in said
    plain = " ".join(t.get_text() for t in texts_of(seed_sheet(language="ar")))
    assert "29 من 42" in plain


def test_no_arabic_font_is_said_in_plain_words(monkeypatch):
    files = {"sheet latin": {}, "DejaVu Sans": {}}
    monkeypatch.setattr(sheet_fonts, "_register", lambda: files)
    with pytest.raises(SheetError, match="pip install fontpkg-ibm-plex-sans-arabic"):
        Typeface("ar")
    assert Typeface("en").families == ["sheet latin", "DejaVu Sans"]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("two\nlines\tand tabs", "two lines and tabs"),
        ("bell\x07 and null\x00", "bell and null"),
        ("turned \u202etxet\u202c", "turned txet"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("30\xa0September", "30\xa0September"),
    ],
)
def test_text_is_cleaned_of_what_cannot_be_drawn(text, cleaned):
    assert clean(text) == cleaned


@pytest.mark.parametrize("language", ["en", "ar"])
def test_wrapped_lines_fit_and_lose_nothing(language):
    face = Typeface(language)
    text = "Khirbat al-Mashrafah قرب الطريق القديم " * 4 + "K" * 90
    lines = face.wrap(text, 120, 9)
    assert all(face.width(line, 9) <= 120 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert face.width(face.shorten(text, 80, 9), 9) <= 80
