"""Rows that are no records."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.reading.recognise.not_rows import find_not_rows

COLUMNS = {"Date": "date", "Place": "place_text", "Killed": "killed", "Note": "note"}


def find(*cells: str) -> str:
    rows = [["2015-10-03", "Talbiseh", "5", ""], list(cells)]
    table = pd.DataFrame(rows, columns=list(COLUMNS), index=[2, 3], dtype="str")
    found = find_not_rows(table, COLUMNS)
    assert set(found) <= {3}
    return found.get(3, "")


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (("", "Total", "8", ""), "a total of others"),
        (("Total", "", "8", ""), "a total of others"),
        (("", "المجموع", "8", ""), "a total of others"), (("Итого", "", "8", ""), "a total"),
        (("Northgov total", "", "4", ""), "a total"),
        (("Subtotal Northgov", "", "4", ""), "a total"), (("Total: 2016", "", "4", ""), "a total"),
        (("", "Total Station village", "4", ""), ""), (("Totally new", "Mill", "4", ""), ""),
        (("", "Grand total", "8", ""), "a total of others"), (("", "", "8", ""), "but counts"),
        (("Source: office A", "", "", ""), "a line of text"),
        (("Note: as of 2016", "", "", ""), "a line of text"),
        (("", "* estimated", "", ""), "a line"),
        (("Compiled from the reports of the team", "", "", ""), "a line of text"),
        (("Date", "Place", "Killed", "Note"), "repeats the header"),
        (("2015-10-04", "Total", "8", ""), ""), (("", "Homs", "", ""), ""),
        (("3 October 2015", "", "", ""), ""), (("", "Ariha", "3", ""), ""),
        (("", "somewhere in the north of Aleppo", "", ""), ""),
        (("", "", "", "second wave hit the bakery again"), ""),
    ],
)  # fmt: skip
def test_totals_lines_and_headers_are_no_records(cells: tuple[str, ...], why: str) -> None:
    found = find(*cells)
    assert (why in found) if why else found == ""


def test_a_table_of_counts_alone_has_no_totals() -> None:
    cells = pd.DataFrame({"Killed": ["5", "8"]}, index=[2, 3], dtype="str")
    assert find_not_rows(cells, {"Killed": "killed"}) == {}
    assert find_not_rows(cells.iloc[:0], {"Killed": "killed"}) == {}
