"""Cells of a table are the same whether all rows are told at once or each by itself."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from strikemap.web.tables import cells
from strikemap.web.wording import word_dates

DAYS = pd.DataFrame(
    [
        ("2016-02-01", "2016-02-01", "day"),
        (None, None, "unknown"),
        ("2015-09-30", "2015-10-02", "day"),
        ("2016-02-01", "2016-02-29", "month"),
        ("2014-01-01", "2014-12-31", "year"),
        ("2016-02-01", "2016-02-01", "week"),
        ("2016-02-01", "2016-02-03", "day"),
    ],
    columns=["date_start", "date_end", "date_precision"],
).astype({"date_start": "datetime64[s]", "date_end": "datetime64[s]", "date_precision": "str"})


def test_days_are_said_of_all_rows_as_of_each():
    told = cells.date_cells(DAYS)
    assert told == [word_dates(*row) for row in DAYS.itertuples(index=False)]
    assert told[:3] == ["2016-02-01", "not reported", "2015-09-30 to 2015-10-02"]
    assert cells.date_cells(DAYS.iloc[:0]) == []


@pytest.mark.parametrize("most", [1, 2, 5, 6, 7, 8, 100])
def test_the_first_rows_are_those_of_the_whole_table_in_order(monkeypatch, most):
    monkeypatch.setattr(cells, "MOST_ROWS", most)
    mixed = pd.concat([DAYS, DAYS, DAYS.iloc[::-1]], ignore_index=True)
    for rows in (DAYS, mixed, DAYS.iloc[:0]):
        order = np.argsort(rows["date_start"].to_numpy(), kind="stable")[:most]
        assert cells.first_rows(rows).equals(rows.iloc[order])
