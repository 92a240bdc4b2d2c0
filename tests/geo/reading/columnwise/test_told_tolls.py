"""Cells that tell a toll with its kind, in a column of casualties and in columns of their own."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.reading.columnwise.tolls import Tolls, read_tolls


def read(**columns: str) -> Tolls:
    fields = {name: [pd.Series([text], dtype="str")] for name, text in columns.items()}
    return read_tolls(fields, pd.Series([""], dtype="str"))


def bounds(tolls: Tolls, name: str) -> tuple[int | None, int | None]:
    low, high = (tolls.columns[f"{name}_{end}"].iloc[0] for end in ("min", "max"))
    return (None if pd.isna(low) else int(low), None if pd.isna(high) else int(high))


@pytest.mark.parametrize(
    ("columns", "killed", "injured", "casualties"),
    [
        ({"casualties": "3 killed"}, 3, None, None),
        ({"casualties": "3 dead, 5 wounded"}, 3, 5, None),
        ({"casualties": "٣ قتلى"}, 3, None, None),
        ({"casualties": "5 casualties"}, None, None, 5),
        ({"casualties": "no casualties"}, None, None, 0),
        ({"casualties": "no deaths"}, 0, None, None),
        ({"casualties": "4"}, None, None, 4),
        ({"killed": "3 killed, 5 injured"}, 3, 5, None),
        ({"killed": "no casualties"}, None, None, None),
        ({"killed": "2", "casualties": "3 killed, 5 injured"}, 2, 5, None),
        ({"killed": "", "casualties": "3 killed"}, 3, None, None),
        ({"killed": "3 dead", "casualties": "4 dead"}, 3, None, None),
        ({"injured": "5 killed", "casualties": ""}, 5, None, None),
    ],
)
def test_figures_go_to_their_tolls(
    columns: dict[str, str], killed: int | None, injured: int | None, casualties: int | None
) -> None:
    tolls = read(**columns)
    expected = {"killed": killed, "injured": injured, "casualties": casualties}
    assert {name: bounds(tolls, name) for name in expected} == {
        name: (count, count) for name, count in expected.items()
    }
    assert tolls.fault.isna().all()


def test_the_words_of_the_cell_are_kept() -> None:
    tolls = read(casualties="3 killed, dozens injured")
    assert tolls.worded.tolist() == ["casualties: 3 killed, dozens injured"]
    assert bounds(tolls, "injured") == (None, None)


def test_bounds_are_kept_as_told() -> None:
    tolls = read(casualties="at least 3 killed, up to 5 injured")
    assert (bounds(tolls, "killed"), bounds(tolls, "injured")) == ((3, None), (None, 5))
