"""People killed in words: what is told of civilians alone is never said of all."""

from __future__ import annotations

import pandas as pd
import pytest
from map_strikes import strikes_of

from geo.strikes.killed import word_all_killed, word_killed, word_toll, word_undated
from geo.strikes.totals import count_totals

CIVILIANS = {"civilians_killed_min": 5, "civilians_killed_max": 7}


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (70, 100, "70–100"),
        (160, None, "160+"),
        (None, 100, "up to 100"),
        (5, 5, "5"),
        (0, 0, "0"),
        (0, None, "0+"),
        (None, None, "not reported"),
        (pd.NA, pd.NA, "not reported"),
        (1200, 1500, "1,200–1,500"),
    ],
)
def test_a_toll_reads_as_reported(low: object, high: object, said: str) -> None:
    assert word_toll(low, high) == said


def test_civilians_killed_are_told_by_name_where_no_other_figure_is() -> None:
    assert word_killed(count_totals(strikes_of(a=CIVILIANS, b=CIVILIANS))) == (
        "civilians killed, where only they are reported: 10–14 in 2 of 2 rows; "
        "all killed: not reported in any row"
    )


def test_what_is_told_instead_stands_beside_all_killed_and_is_not_summed_into_it() -> None:
    more = strikes_of(
        a=CIVILIANS, b={"killed_min": 3, "killed_max": 3}, c={"casualties_min": 9}, d={}
    )
    assert word_killed(count_totals(more), mark="**") == (
        "killed, as reported: **3** in 1 of 4 rows; "
        "civilians killed, where only they are reported: **5–7** in 1 of 4 rows; "
        "killed or injured, where only both together are reported: **9+** in 1 of 4 rows, "
        "no figure in 1"
    )


def test_no_figure_at_all_is_said_to_be_none() -> None:
    assert word_killed(count_totals(strikes_of(a={}))) == "killed: not reported in any row"


def test_what_a_release_holds_back_is_not_called_unreported():
    held = ("killed_min", "killed_max", "date_start", "date_end")
    none, some = count_totals(strikes_of(a={})), count_totals(strikes_of(a=CIVILIANS))
    assert word_killed(none, held=held) == word_all_killed(none, held=held) == "killed: held back"
    assert word_killed(some, held=held).endswith("; all killed: held back")
    assert word_undated(none, held).endswith(" with days held back")
    assert word_undated(none).endswith(" undated")
