"""Who holds a workspace's tables reads what was written since, and has what the whole has."""

from __future__ import annotations

import pandas as pd
import pytest
from copied_workspace import copy_workspace
from geopandas.testing import assert_geodataframe_equal

from gazetteer import load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.land.boundaries import load_boundaries
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.strikes.patching import patch_rows
from geo.workspace.store import Workspace

SURAN = Decision("Suran", "", "place", "gn:163915")


@pytest.fixture(scope="module")
def land():
    return load_gazetteer("sy"), load_boundaries("sy")


@pytest.fixture(scope="module")
def located(land):
    places = ["Suran", "SURAN", "Zyxfold", "Talbiseh", "Suran"]
    rows = pd.DataFrame(
        [
            {"date": f"2016-09-0{at + 1}", "place": place, "source": "SOHR"}
            for at, place in enumerate(places)
        ]
    )
    return locate(read_strikes(rows), land[0], boundaries=land[1])


@pytest.fixture
def path(located, tmp_path):
    return copy_workspace(tmp_path / "work.gpkg", located.strikes, located.claims)


def test_every_step_changes_the_rows_that_it_wrote_and_no_other(path, land):
    steps = [
        (lambda opened: opened.decide(SURAN, *land), 3),
        (lambda opened: opened.decide(Decision("Zyxfold", "", "no place"), *land), 1),
        (lambda opened: opened.undo(), 1),
        (lambda opened: opened.undo(), 3),
        (lambda opened: opened.redo(), 3),
        (lambda opened: opened.decide(Decision("Talbiseh", "", "later"), *land), 0),
    ]
    with Workspace(path) as opened, Workspace(path, writing=False) as other:
        held, seq = other.read_strikes(), 0
        assert other.changed_since(seq) is None
        for step, rows in steps:
            step(opened)
            changed = other.changed_since(seq)
            assert changed is not None
            assert len(changed.strikes) == rows
            held, seq = patch_rows(held, changed.strikes, changed.removed), changed.seq
            assert_geodataframe_equal(held, other.read_strikes())
            assert list(changed.decisions.values()) == opened.list_decisions()
            assert all(key == one.key for key, one in changed.decisions.items())
            assert other.changed_since(seq) is None


def test_several_steps_are_read_at_once(path, land):
    with Workspace(path) as opened:
        held = opened.read_strikes()
        opened.decide(SURAN, *land)
        opened.undo()
        opened.decide(Decision("Zyxfold", "", "no place"), *land)
        changed = opened.changed_since(0)
        assert changed.seq == 3
        assert_geodataframe_equal(patch_rows(held, changed.strikes), opened.read_strikes())
