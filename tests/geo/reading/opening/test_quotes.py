"""A quotation mark without its partner costs the row that it stands in, and says so."""

from __future__ import annotations

import pytest

from geo.reading.inputs import read_table

HEADER = "date,place,killed,note"
ROWS = [f"2015-10-0{day},Homs,{day},quiet" for day in range(1, 8)]


def table(*rows: str, header: str = HEADER):
    return read_table("\n".join([header, *rows]).encode(), name="a.csv")


def test_rows_behind_an_open_mark_are_told_not_lost() -> None:
    read = table(ROWS[0], '2015-10-02,Homs,2,"open', *ROWS[2:])
    assert read.cells.index.tolist() == [2]
    assert "a cell holds 5 rows of the table" in read.broken[3]
    assert read.notes == (f"row 3: {read.broken[3]}",)


def test_a_mark_that_the_next_one_closes_far_below_is_told_as_well() -> None:
    read = table(ROWS[0], '2015-10-02,Homs,2,"open', *ROWS[2:5], '2015-10-06,Homs,6,"shut"')
    assert 2 in read.cells.index
    assert 3 not in read.cells.index
    assert read.broken[3]


@pytest.mark.parametrize(
    "note",
    ['"first line\nsecond line, with a comma\nthird, of, many, commas"', '"one\n\ntwo"',
     '"a, b\nc, d"'],
)  # fmt: skip
def test_texts_of_several_lines_stay_cells(note: str) -> None:
    read = table(f"2015-10-01,Homs,1,{note}", *ROWS[1:])
    assert len(read.cells) == 7
    assert read.broken.empty


def test_in_a_narrow_table_two_lines_of_prose_are_no_rows() -> None:
    read = table('Homs,"one, two\nthree, four"', "Hama,x", header="place,note")
    assert read.cells["note"].tolist() == ["one, two\nthree, four", "x"]
    many = "\n".join(f"Homs,{number}" for number in range(9))
    assert len(table(f'Homs,"open\n{many}', header="place,note").broken) == 1
