"""Tolls as people write them: figures and ranges are read, words give no figure."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reading.values.plain import CellError, plain_text
from geo.reading.values.tolls import WordedTollError, read_toll, toll_words


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("5", (5, 5)), ("5.0", (5, 5)), ("5,0", (5, 5)), ("0", (0, 0)), ("٥", (5, 5)),
        ("١٢", (12, 12)), ("1,234", (1234, 1234)), ("1 234", (1234, 1234)),
        ("1,234,567", (1234567, 1234567)), ("\u200f5", (5, 5)),
        ("3-5", (3, 5)), ("3 – 5", (3, 5)), ("3 to 5", (3, 5)), ("5 or 6", (5, 6)),
        ("between 3 and 5", (3, 5)), ("from 3 to 5", (3, 5)), ("بين 3 و5", (3, 5)),
        ("entre 3 y 5", (3, 5)), ("de 3 à 5", (3, 5)), ("от 3 до 5", (3, 5)),
        ("70+", (70, None)), ("at least 70", (70, None)), ("≥70", (70, None)),
        ("minimum 5", (5, None)), ("5 or more", (5, None)), ("على الأقل 5", (5, None)),
        ("au moins 5", (5, None)), ("не менее 5", (5, None)), ("en az 5", (5, None)),
        (">3", (4, None)), ("> 3", (4, None)), ("more than 50", (51, None)), (">=3", (3, None)),
        ("أكثر من 50", (51, None)), ("plus de 50", (51, None)), ("более 50", (51, None)),
        ("не более 50", (None, 50)), ("<5", (None, 4)), ("fewer than 5", (None, 4)),
        ("no more than 5", (None, 5)), ("menos de 5", (None, 4)),
        ("up to 12", (None, 12)), ("max 12", (None, 12)), ("jusqu’à 12", (None, 12)),
        ("5 – 7 (2 children 1 woman)", (5, 7)), ("5 (civilians)", (5, 5)), ("5 [2 women]", (5, 5)),
    ],
)  # fmt: skip
def test_a_toll_reads_as_a_range(text: str, bounds: tuple[int | None, int | None]) -> None:
    assert read_toll(text) == bounds


@pytest.mark.parametrize(
    "text",
    ["", "not reported", "n/a", "-9", "-99", "-9.0", "-999", "unk", "NA", "#N/A", "غير معروف"],
)  # fmt: skip
def test_a_toll_that_is_not_reported_is_null_and_no_fault(text: str) -> None:
    assert read_toll(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "why"),
    [("-3", "negative"), ("<0", "negative"), ("minus 3", "negative"),
     ("-3 people", "negative"), ("9-3", "swap"), ("3/5/7", "no whole number"),
     ("5.5", "no whole number"), ("5.5 people", "no whole number"),
     ("1e9", "no whole number"), ("12abc", "no whole number"), ("plenty", "no whole number"),
     ("x", "no whole number"), ("2015-09-30", "no whole number"), ("#REF!", "no whole number"),
     ("5²", "no whole number"), ("70¹", "no whole number"), ("3_6", "no whole number"),
     ("1,23", "no whole number"), ("1.234", "no whole number"), ("5o7", "no whole number"),
     ("½", "no whole number")],
)  # fmt: skip
def test_a_toll_that_is_no_number_is_refused(text: str, why: str) -> None:
    with pytest.raises(CellError, match=why) as caught:
        read_toll(text)
    assert not isinstance(caught.value, WordedTollError)


@pytest.mark.parametrize(
    "text",
    ["dozens", "Several", "many", "at least dozens", "dozens of people", "a few", "no casualties",
     "five", "about 5", "~20", "12 killed", "عشرات", "عشرات القتلى", "عدة قتلى", "decenas",
     "десятки", "5 (3 injured)", "5 (some say 12)", "5 (est.)", "3 (at least 2 more)",
     "3/5", "5 / 6", "6/5", "٣/٥", "3/5 killed", "5/6 (2 children)", "between 3/5"],
)  # fmt: skip
def test_a_toll_in_words_is_known_as_such_and_gives_no_figure(text: str) -> None:
    with pytest.raises(WordedTollError):
        read_toll(text)


def test_what_stands_beside_the_figures_is_returned_as_words() -> None:
    assert toll_words("5 – 7 (2 children  1 woman)") == "2 children 1 woman"
    assert toll_words("5-7") == ""
    assert toll_words("more  than 3") == "more than 3"
    assert toll_words(">3") == ">3"
    assert toll_words("at least 3") == ""


@given(st.one_of(st.text(max_size=20), st.text("0123456789-–/+., ()٣۵²toandmin", max_size=12)))
def test_no_figure_is_read_that_does_not_stand_in_the_text(text: str) -> None:
    try:
        bounds = read_toll(text)
    except CellError:
        return
    known = [count for count in bounds if count is not None]
    assert known == sorted(known)
    figures = re.sub(r"(?<=\d)[ ,'](?=\d{3})", "", plain_text(text))
    written = {int(figure) for figure in re.findall(r"\d+", figures)}
    beyond = {figure + step for figure in written for step in (1, -1)}  # of ">3" and "<3"
    written |= beyond if toll_words(text) else set()
    assert set(known) <= written
