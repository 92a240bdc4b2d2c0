"""CSV of any encoding and separator."""

from __future__ import annotations

import pytest

from geo.reading.read import read_strikes


@pytest.mark.parametrize(
    ("encoding", "separator", "note"),
    [
        ("utf-8", ",", None), ("utf-8-sig", ";", "semicolon"), ("utf-16", "\t", "UTF-16"),
        ("cp1256", ",", "cp1256"),
    ],
)  # fmt: skip
def test_encodings_and_separators_are_found(
    encoding: str, separator: str, note: str | None
) -> None:
    text = "date,place\n2015-09-30,تلبيسة\n".replace(",", separator)
    reading = read_strikes(text.encode(encoding), name="a.csv")
    assert reading.strikes["place_text"].tolist() == ["تلبيسة"]
    assert note is None or any(note in one for one in reading.notes)


@pytest.mark.parametrize(
    "text",
    ["Strikes of May\nby the office,,\ndate,place,killed\n2015-09-30,Mill,3\n2015-10-01,Mill,4\n",
     "Strikes of May, June and July\n\ndate;place;killed\n2015-09-30;Mill;3\n2015-10-01;Mill;4\n",
     "Strikes\ndate\tplace\tkilled\n2015-09-30\tMill\t3\n2015-10-01\tMill\t4,\n"],
)  # fmt: skip
def test_a_title_above_the_table_does_not_hide_its_separator(text: str) -> None:
    reading = read_strikes(text.encode(), name="a.csv")
    assert reading.strikes["place_text"].tolist() == ["Mill", "Mill"]
    assert any("above the header passed over" in note for note in reading.notes)


def test_a_column_name_as_long_as_a_chapter_leaves_the_others_theirs() -> None:
    chapter = "word; of\n" * 40_000
    text = f'"{chapter}";date;place\nx;2015-09-30;Talbisah\n'
    reading = read_strikes(text.encode(), name="a.csv")
    assert reading.strikes["place_text"].tolist() == ["Talbisah"]
