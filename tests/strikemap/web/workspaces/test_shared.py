"""An open workspace: what it shows after every step is what the whole file holds."""

from __future__ import annotations

import pandas as pd
import pytest
from copied_workspace import copy_made
from geopandas.testing import assert_geodataframe_equal

from gazetteer.decisions.decision import Decision
from geo.errors import WorkspaceError
from geo.placing.locate import locate_fresh
from geo.reading.read import read_strikes
from geo.workspace.changes import Change, Patch
from geo.workspace.store import Workspace
from strikemap.web.country import shared_boundaries, shared_gazetteer
from strikemap.web.datasets import as_dataset
from strikemap.web.workspaces.making import make_of
from strikemap.web.workspaces.shared import SharedWorkspace, open_shared

SURAN = Decision("Suran", "", "place", "gn:163915")
LAND = ("sy",)
PLACES = ["Suran", "SURAN", "Zyxfold", "Talbiseh", "Suran"]


@pytest.fixture
def path(tmp_path):
    rows = pd.DataFrame(
        [
            {"date": f"2016-09-0{at + 1}", "place": place, "source": "SOHR"}
            for at, place in enumerate(PLACES)
        ]
    )

    def make(path):
        land = shared_gazetteer(LAND), shared_boundaries(LAND)
        located, _ = locate_fresh(read_strikes(rows), *land)
        make_of(as_dataset(located, "rows", shipped=False), [], path)

    return copy_made("rows of test_shared", tmp_path / "work.gpkg", make)


@pytest.fixture
def shared(path):
    opened = open_shared(str(path))
    yield opened
    opened.close()


def check_shown(shown, path):
    """The tables in memory are those of the file, though few of their rows were read."""
    with Workspace(path, writing=False) as whole:
        assert_geodataframe_equal(shown.dataset.strikes, whole.read_strikes(), check_like=True)
        claims = whole.read_claims()
        assert len(shown.dataset.claims) == len(claims)
        assert {*shown.dataset.claims["claim_id"]} == {*claims["claim_id"]}
        assert [*shown.known.values()] == whole.list_decisions()
        assert all(key == one.key for key, one in shown.known.items())
        assert shown.changes == whole.list_log(1)[0].seq


def test_every_step_is_shown_as_it_is_on_disk(path, shared):
    first = shared.dataset
    steps = [
        (lambda: shared.decide([SURAN], "A"), 3),
        (lambda: shared.decide([Decision("Zyxfold", "", "no place")], "A"), 1),
        (lambda: shared.undo("B"), "Zyxfold"),
        (lambda: shared.undo("B"), "Suran"),
        (lambda: shared.redo("B"), "Suran"),
        (lambda: shared.decide([Decision("Talbiseh", "", "later")], "A"), 0),
    ]
    for step, told in steps:
        assert step() == told
        check_shown(shared.shown, path)
    methods = first.strikes["match_method"].tolist()
    assert "reviewed" not in methods, "those who look at the tables before see them unchanged"
    with Workspace(path, writing=False) as whole:
        assert [entry.who for entry in whole.list_log()][::-1] == ["A", "A", "B", "B", "B", "A"]


def edit(shared, action, make_patches):
    """Apply patches made of the rows of the first strike and its claims."""

    def work(workspace):
        strike_id = min(workspace.read_strikes().index)
        (row,) = workspace.find_rows("strikes", "strike_id", [strike_id])
        claims = workspace.find_rows("claims", "strike_id", [strike_id])
        return workspace.apply(Change(action, strike_id, make_patches(row, claims)))

    return shared.act(work, who="A")


def correct(row, _):
    key = (row["strike_id"],)
    return [Patch("strikes", key, {"note": row["note"]}, {"note": "seen on a video"})]


def remove(row, claims):
    gone = [Patch("claims", (claim["claim_id"],), claim, None) for claim in claims]
    return [Patch("strikes", (row["strike_id"],), row, None), *gone]


def test_every_edit_is_shown_as_it_is_on_disk(path, shared):
    first = shared.dataset
    for action, make_patches in (("correct", correct), ("delete", remove)):
        assert edit(shared, action, make_patches) == 1
        check_shown(shared.shown, path)
    assert len(shared.dataset.strikes) == len(first.strikes) - 1
    assert len(shared.dataset.claims) == len(first.claims) - 1
    assert shared.undo("A")
    check_shown(shared.shown, path)
    assert len(shared.dataset.strikes) == len(first.strikes)
    assert shared.undo("A")
    check_shown(shared.shown, path)
    assert_geodataframe_equal(shared.dataset.strikes, first.strikes, check_like=True)


def test_a_workspace_is_opened_once_and_a_closed_one_anew(path, shared):
    assert open_shared(str(path)) is shared
    shared.close()
    shared.close()
    again = open_shared(str(path))
    assert again is not shared
    assert not again.shown.reading
    again.close()


def test_what_another_writes_is_taken_in_and_nothing_is_written_here(path):
    land = shared_gazetteer(LAND), shared_boundaries(LAND)
    with Workspace(path, who="B") as theirs:
        shared = SharedWorkspace(str(path))
        assert shared.shown.reading.startswith("open elsewhere, B since")
        before = shared.shown
        shared.refresh()
        assert shared.shown is before
        theirs.decide(SURAN, *land)
        theirs.undo()
        theirs.decide(Decision("Zyxfold", "", "no place"), *land)
        shared.refresh()
        check_shown(shared.shown, path)
        with pytest.raises(WorkspaceError, match="only read here"):
            shared.decide([SURAN], "A")
        assert not shared.write_here()
    assert shared.write_here()
    assert shared.decide([SURAN], "A") == 3
    check_shown(shared.shown, path)
    shared.close()
