"""What is to be done about a table is said in Python's words, and in those of another door."""

from __future__ import annotations

import pytest

from geo.errors import ReadError
from geo.reading.read import read_strikes
from geo.reading.remedies import CHOOSE_POINTS, SAY_COLUMNS, SAY_ORDER, name_remedies, reword

OWN = {SAY_ORDER: "<order>", SAY_COLUMNS: "<columns>", CHOOSE_POINTS: "<points>"}
UNCLEAR = b"date,place\n03/04/2015,A\n05/06/2015,B\n"


def test_an_order_that_nothing_decides_is_said_as_python_does_and_as_another_door_does():
    reading = read_strikes(UNCLEAR, name="t.csv")
    assert reading.rejected["reason"].str.contains('order="day first"', regex=False).all()
    named = name_remedies(reading, OWN)
    assert named.rejected["reason"].str.endswith("or <order>").all()
    assert any("<order>" in note for note in named.notes)
    assert not any("order=" in text for text in [*named.notes, *named.rejected["reason"]])


def test_columns_that_look_like_coordinates_are_said_with_the_doors_remedy():
    table = b"date,place,a,b\n2015-04-03,A,36.1234,34.5678\n"
    assert any("columns=" in note for note in read_strikes(table, name="t.csv").notes)
    notes = name_remedies(read_strikes(table, name="t.csv"), OWN).notes
    assert any(note.endswith("look like coordinates: <points>") for note in notes)


@pytest.mark.parametrize("table", [b"shop,price\nA,1\n", b"2015-04-03,36.5\n2015-04-04,36.6\n"])
def test_a_table_that_cannot_be_read_names_the_remedy_of_its_door(table: bytes):
    with pytest.raises(ReadError, match="columns=") as raised:
        read_strikes(table, name="t.csv")
    assert reword(str(raised.value), OWN).endswith("or <columns>")
