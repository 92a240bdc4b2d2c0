"""Dates as numbers of programs, and dates in three columns."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.reading.columnwise.day_columns import join_day_columns, spell_numbers


def texts(*cells: str) -> pd.Series:
    return pd.Series(cells, dtype="str", name="when", index=range(2, len(cells) + 2))


@pytest.mark.parametrize(
    ("cells", "dates", "said"),
    [
        (["42280", "", "42282.5"], ["2015-10-03", "", "2015-10-05 12:00"], "day numbers"),
        (["1443830400", "NA"], ["2015-10-03", "NA"], "Unix seconds"),
        (["1443883500000"], ["2015-10-03T14:45:00Z"], "Unix milliseconds"),
        (["42280", "2015-10-03"], ["42280", "2015-10-03"], ""),
        (["8/13/16", "1/2/99 14:30", ""], ["2016-08-13", "1999-01-02 14:30", ""], "month first"),
        (["8/3/16", "1/2/16"], ["8/3/16", "1/2/16"], ""),
        (["25/12/15"], ["25/12/15"], ""),
        (["8/13/16", "25/12/15"], ["8/13/16", "25/12/15"], ""),
        (["42280", "12000"], ["42280", "12000"], ""),
        (["2015", "2016"], ["2015", "2016"], ""),
        (["", "-"], ["", "-"], ""),
    ],
)
def test_numbers_for_days_are_read_where_the_whole_column_is_such_numbers(
    cells: list[str], dates: list[str], said: str
) -> None:
    spelled, note = spell_numbers(texts(*cells))
    assert spelled.tolist() == dates
    assert spelled.index.tolist() == list(range(2, len(cells) + 2))
    assert (said in note) if said else note == ""


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (("2015", "10", "3"), "2015-10-03"), (("2015", "October", "3"), "2015-10-03"),
        (("2015.0", "10.0", "3.0"), "2015-10-03"), (("2015", "10", ""), "2015-10"),
        (("2015", "10", "0"), "2015-10"), (("2015", "10", "-9"), "2015-10"),
        (("2015", "0", "3"), "2015"), (("2015", "99", "99"), "2015"), (("", "10", "3"), ""),
        (("2015", "13", "3"), "2015-13-03"), (("2015", "تشرين الأول", "٣"), "2015-10-03"),
        (("2015", "10", "sunny"), "2015-10-sunny"),
    ],
)  # fmt: skip
def test_a_date_in_three_columns_is_as_sharp_as_what_is_known(
    parts: tuple[str, str, str], joined: str
) -> None:
    assert join_day_columns(*(texts(part) for part in parts)).tolist() == [joined]
