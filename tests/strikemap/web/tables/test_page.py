"""The table under the map says the same however its rows are worked out."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.reading.read import read_seeds
from geo.strikes.filters import Filters
from strikemap.web.datasets import as_dataset
from strikemap.web.tables import page


@pytest.mark.parametrize("query", ["", "kind=airstrike", "governorate=SY05", "status=located"])
def test_a_table_of_some_rows_is_the_same_whether_all_are_told_or_they_alone(query, monkeypatch):
    data = as_dataset(read_seeds(), "seeds", shipped=True)
    rows = data.sieve.take(Filters.from_query(query))
    taken = page._list_strikes(data, rows)
    monkeypatch.setattr(page, "MOST_ROWS", 1)
    alone = page._list_strikes(data, rows)
    pd.testing.assert_frame_equal(taken.table, alone.table, check_dtype=False)
    assert (taken.called, taken.widths, taken.empty) == (alone.called, alone.widths, alone.empty)
    assert 0 < len(alone.empty) < len(alone.widths)
