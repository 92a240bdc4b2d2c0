"""Any table as CSV."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.export import csv_table
from geo.export.csv_table import rejected_to_csv, stream_csv, table_to_csv


def test_refused_rows_are_harmless_too_but_a_table_may_be_written_as_it_is() -> None:
    refused = pd.DataFrame({"row": [2], "=1+1": ["=2+2"], "killed": [pd.NA]})
    assert rejected_to_csv(refused) == "\ufeffrow,'=1+1,killed\n2,'=2+2,\n"
    assert table_to_csv(refused, harmless=False) == "row,=1+1,killed\n2,=2+2,\n"


def test_a_table_is_the_same_in_pieces_and_each_holds_some_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = pd.DataFrame({
        "town": ["Ariha", 'the "old" one', None, " ", "=1", "إدلب"],
        "lon": [36.6, 37.0, None, -0.5, 1e20, 0.25],
        "killed": pd.array([1, None, 3, 4, 0, 6], dtype="Int64"),
        "note": [None] * 6,
    })  # fmt: skip
    whole = table_to_csv(table, under_header=["#loc", "#lon", "#killed", ""])
    assert whole.splitlines()[1:] == [
        "#loc,#lon,#killed,", "Ariha,36.6,1,", '"the ""old"" one",37,,', ",,3,", '" ",-0.5,4,',
        "'=1,1e+20,0,", "إدلب,0.25,6,",
    ]  # fmt: skip
    monkeypatch.setattr(csv_table, "_AT_ONCE", 4)
    pieces = [*stream_csv(table, mark="\ufeff", under_header=["#loc", "#lon", "#killed", ""])]
    assert len(pieces) == 3
    assert b"".join(pieces).decode() == "\ufeff" + whole
    assert table_to_csv(table[["note"]]) == "note\n" + "\n" * 6
    assert table_to_csv(table.iloc[:0]) == "town,lon,killed,note\n"
