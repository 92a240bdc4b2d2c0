"""Columns are worded as json.dumps words their values, whatever rows are taken of them."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest

from geo.export.json_rows import (
    Part,
    Words,
    join_lists,
    join_parts,
    word_members,
    word_objects,
    word_values,
)

TEXTS = ["plain", 'say "so"', None, "back\\slash", "tab\tand\x01", "إدلب", "", "plain"]
NUMBERS = [0.1 + 0.2, -0.0, None, 1e20, 5.0, 1e-7, 0.0, 36.7]
COUNTS = [1, 0, None, 2**40, -3, 7, 7, None]
DAYS = ["2015-09-30", None, "1999-12-31", "2015-09-30", "0987-01-02", None, "2024-02-29", None]
COLUMNS = {
    "texts": (pd.Series(TEXTS, dtype="str"), TEXTS),
    "numbers": (pd.Series(NUMBERS, dtype="float64"), NUMBERS),
    "counts": (pd.Series(COUNTS, dtype="Int64"), COUNTS),
    "days": (pd.Series(np.array(DAYS, dtype="datetime64[s]")), DAYS),
    "nothing": (pd.Series([None] * 8, dtype="str"), [None] * 8),
}


def joined(parts: Sequence[Part]) -> list[str]:
    return list(join_parts(parts).to_pylist())


def words(first: int = 0, last: int = 8) -> dict[str, Words]:
    return {name: word_values(column).take(first, last) for name, (column, _) in COLUMNS.items()}


def records(first: int = 0, last: int = 8) -> list[dict[str, object]]:
    names = list(COLUMNS)
    rows = zip(*(values for _, values in COLUMNS.values()), strict=True)
    return [dict(zip(names, row, strict=True)) for row in rows][first:last]


def dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize(("first", "last"), [(0, 8), (3, 7), (4, 5)])
def test_members_are_worded_with_null_for_null(first: int, last: int) -> None:
    each = joined(["{", *word_members(words(first, last)), "}"])
    assert each == [dumped(record) for record in records(first, last)]


@pytest.mark.parametrize(("first", "last"), [(0, 8), (3, 7), (4, 5)])
def test_objects_leave_null_out(first: int, last: int) -> None:
    given = {"id": word_values(pd.Series(list("abcdefgh"))).take(first, last)}
    each = joined(word_objects({**given, **words(first, last)}))
    assert each == [
        dumped({"id": letter} | {k: v for k, v in record.items() if v is not None})
        for letter, record in zip("abcdefgh"[first:last], records(first, last), strict=True)
    ]


@pytest.mark.parametrize("counts", [[1] * 4, [2, 0, 1, 1], [0, 0, 0, 4]])
def test_lists_hold_as_many_rows_as_are_counted(counts: list[int]) -> None:
    values = word_values(pd.Series(["a", "b", 'c"', "d"])).to_parts()
    lists = [json.loads(text) for text in joined(join_lists(values, np.array(counts)))]
    assert [len(one) for one in lists] == counts
    assert [letter for one in lists for letter in one] == ["a", "b", 'c"', "d"]


@pytest.mark.parametrize("sign", ['"', "\\", "\n", "\x00", "\x1f", "\x7f", "\u2028", "ش"])
def test_a_column_with_one_odd_sign_is_worded_as_json_does(sign: str) -> None:
    texts = ["plain", f"a{sign}b"]
    assert joined(word_values(pd.Series(texts)).to_parts()) == [dumped(text) for text in texts]
