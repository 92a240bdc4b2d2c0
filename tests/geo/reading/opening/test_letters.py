"""Bytes become the letters that were written."""

from __future__ import annotations

import pytest

from geo.errors import ReadError
from geo.reading.opening.letters import read_letters

WESTERN = (
    "date,place,note\n2015-10-03,Homs,“the miller’s house – café”\n2015-10-04,Hama,Née à Alep\n"
)
ARABIC = "التاريخ,البلدة\n2015-10-03,تلبيسة\n2015-10-04,أريحا\n"
RUSSIAN = "дата,место\n2015-10-03,Хомс\n2015-10-04,Алеппо и окрестности\n"


@pytest.mark.parametrize(
    ("text", "page", "said"),
    [
        (WESTERN, "cp1252", "Windows Western"),
        (ARABIC, "cp1256", "Windows Arabic"),
        (RUSSIAN, "cp1251", "Windows Cyrillic"),
        (ARABIC, "utf-8", ""),
        (ARABIC, "utf-8-sig", ""),
        (WESTERN, "utf-16", "UTF-16"),
    ],
)
def test_the_page_is_the_one_whose_words_the_bytes_spell(text: str, page: str, said: str) -> None:
    read, note = read_letters(text.encode(page), "a.csv")
    assert read == text
    assert said in note
    assert bool(said) == bool(note)


def test_a_stray_western_line_does_not_turn_an_arabic_file_into_other_letters() -> None:
    lines = [f"2015-10-{day:02},تلبيسة" for day in range(1, 31)]
    content = "\n".join(lines).encode() + "\n2015-11-01,café\n".encode("cp1252")
    read, note = read_letters(content, "a.csv")
    assert read.splitlines()[:30] == lines
    assert read.splitlines()[30] == "2015-11-01,café"
    assert note.startswith("1 line is not UTF-8 as the others are, first line 31")


def test_what_is_no_text_is_refused_with_a_remedy() -> None:
    with pytest.raises(ReadError, match=r"a\.csv: this is no text file; save the table as CSV"):
        read_letters(b"PK\x03\x04\0\0", "a.csv")
    with pytest.raises(ReadError, match="broken UTF-16"):
        read_letters(b"\xff\xfea", "a.csv")
