"""Fonts are found or asked for; text is cleaned and wrapped."""

from __future__ import annotations

import pytest

from geo.briefing.drawing import fonts
from geo.briefing.drawing.fonts import Typeface, can_draw, clean
from geo.errors import SheetError


def test_no_arabic_font_is_said_in_plain_words(monkeypatch):
    files = {"sheet latin": {}, "DejaVu Sans": {}}
    monkeypatch.setattr(fonts, "_register", lambda: files)
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
        ("10\u202f000", "10\u202f000"),
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


@pytest.mark.parametrize("space", ["\xa0", "\u202f"])
def test_a_number_is_never_broken(space):
    face, number = Typeface("fr"), f"10{space}000"
    for width in range(40, 160, 4):
        lines = face.wrap(f"Selon les sources\xa0: {number} frappes", width, 9)
        assert any(number in line for line in lines), (width, lines)


def test_a_word_without_end_is_measured_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    face, measured = Typeface("en"), []
    width = Typeface.width

    def count(self: Typeface, text: str, size: float, *, bold: bool = False) -> float:
        measured.append(len(text))
        return width(self, text, size, bold=bold)

    monkeypatch.setattr(Typeface, "width", count)
    lines = face.wrap("K" * 20_000, 120, 9)
    assert "".join(lines) == "K" * 20_000
    assert max(measured) <= 1000
    assert len(face.shorten("K" * 20_000, 120, 9)) < 40


def test_a_mark_of_byte_order_inside_a_name_is_not_drawn() -> None:
    assert clean("Ham\ufeffa") == "Ham a"


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("Харків", True), ("Kharkiv · Харків", True), ("חיפה", True), ("Κύπρος", True),
        ("دمشق", True), ("تهران", True), ("საქართველო", True), ("አዲስ አበባ", False), ("北京", False),
        ("နေပြည်တော်", False), ("", True),
    ],
)  # fmt: skip
def test_a_name_is_drawn_only_where_every_letter_is_in_the_fonts(name, drawn):
    assert can_draw(name) is drawn


@pytest.mark.parametrize("language", ["en", "he"])
def test_an_address_that_breaks_over_lines_has_no_space_put_into_it(language: str) -> None:
    address = "https://www.example.org/department-of-documentation/2015/10/12/index.html"
    lines = Typeface(language).wrap(f"see {address} for more", 120, 9)
    assert len(lines) > 2
    assert "".join(lines).replace("see", "").replace("for more", "").strip() == address
    whole = " ".join(lines).split()
    assert all(part in f"see {address} for more" for part in whole)
