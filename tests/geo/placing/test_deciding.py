"""Decisions on names that no row says, and none at all: the rows stay as they are."""

from __future__ import annotations

import pandas as pd
import pytest
from strike_rows import table

from gazetteer import load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.placing.deciding import decide_rows, place_decided


@pytest.mark.parametrize("decisions", [[], [Decision("Zyxfold", "", "no place")]])
def test_what_no_row_says_changes_none(decisions: list[Decision]) -> None:
    strikes = table({"place_text": "Suran"}, {"place_text": "Ariha"})
    syria = load_gazetteer("sy")
    decided, rows = decide_rows(strikes, decisions, syria)
    assert rows == 0
    pd.testing.assert_frame_equal(pd.DataFrame(decided), pd.DataFrame(strikes))
    assert place_decided(strikes, decisions, syria).empty
