"""A table of text cells: rows lined up with the header, typed cells as text."""

from __future__ import annotations

from datetime import date, datetime, time

import numpy as np
import pandas as pd
import pytest

from geo.reading.table import cell_text, line_up, text_column, unique_names


def test_rows_fit_the_header_or_are_broken_or_blank():
    rows = [(2, ["a", "b"]), (3, ["a"]), (4, ["", " "]), (5, [""])]
    table = line_up("t", ["x", "y"], rows)
    assert table.cells.to_dict("index") == {2: {"x": "a", "y": "b"}}
    assert table.broken.index.tolist() == [3]
    assert "1 cells where the header has 2 (a)" in table.broken[3]
    assert table.blank == (4,)


def test_column_names_are_never_alike():
    assert unique_names(["a", " a", "", "a", 7]) == ["a", "a'", "column 3", "a''", "7"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Homs", "Homs"), ("\ud800", "?"), (None, ""), (pd.NaT, ""), (pd.NA, ""),
        (float("nan"), ""), (True, "true"), (5.0, "5"), (0.1, "0.1"), (np.float64(36.0), "36"),
        (1e20, "1e+20"), (7, "7"), (datetime(2015, 9, 30), "2015-09-30"),
        (datetime(2015, 9, 30, 4, 5), "2015-09-30 04:05:00"), (date(2015, 9, 30), "2015-09-30"),
        (time(4, 5), "04:05:00"), (["حلب"], '["حلب"]'),
    ],
)  # fmt: skip
def test_a_typed_cell_is_written_as_a_table_shows_it(value, text):
    assert cell_text(value) == text


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ([5.0, 0.1, None, 1e20, -0.0], ["5", "0.1", "", "1e+20", "0"]),
        ([5, None, 10**30], ["5", "", "1" + "0" * 30]), ([True, None], ["true", ""]),
        ([1, "a", None, ["b"]], ["1", "a", "", '["b"]']), (["\ud800", "b"], ["?", "b"]),
        ([True, 1, 1.0], ["true", "1", "1"]), ([None, None], ["", ""]),
    ],
)  # fmt: skip
def test_a_column_of_values_is_worded_as_each_cell_is(values, texts):
    assert text_column(pd.Series(values, dtype=object)).tolist() == texts


@pytest.mark.parametrize("dtype", ["int8", "uint64", "Int64", "bool", "boolean", "category"])
def test_whole_numbers_and_truths_are_worded_as_each_cell_is(dtype):
    column = pd.Series([1, 0, 1], index=[2, 4, 9]).astype(dtype)
    if dtype in ("Int64", "boolean"):
        column[4] = pd.NA
    texts = text_column(column)
    assert texts.to_dict() == {
        row: cell_text(value) for row, value in column.astype(object).items()
    }
    assert text_column(pd.Series([2**63], dtype="uint64")).tolist() == [str(2**63)]


def test_numbers_keep_all_their_figures():
    numbers = pd.Series([36.123456789012345, 1 / 3, 1e-7, 123456789012345.6])
    assert [float(text) for text in text_column(numbers)] == numbers.tolist()


@pytest.mark.parametrize("values", [[1.0, None], [True, None], ["a", None], [1, None], [1, "a"]])
def test_each_text_stays_in_the_row_of_its_value(values):
    column = pd.Series(values, index=[1, 5], dtype=object)
    for one in (column, column.infer_objects()):
        texts = text_column(one)
        assert texts.index.tolist() == [1, 5]
        assert texts.tolist() == [cell_text(value) for value in one]
