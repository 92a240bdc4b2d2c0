"""Saved views and what columns mean, kept in the workspace: written once, found again, undone."""

from __future__ import annotations

import pytest
from copied_workspace import copy_made

from geo.reading.mapping import ColumnMapping
from geo.reading.read import read_seeds
from geo.workspace.store import Workspace
from strikemap.web.datasets import as_dataset
from strikemap.web.workspaces.making import make_of
from strikemap.web.workspaces.mappings import find_mapping, keep_mapping
from strikemap.web.workspaces.shared import open_shared
from strikemap.web.workspaces.views import delete_view, keep_view, list_views


@pytest.fixture
def opened(tmp_path):
    seeds = as_dataset(read_seeds(), "seeds", shipped=False)
    path = tmp_path / "work.gpkg"
    copy_made("seeds", path, lambda fresh: make_of(seeds, [], fresh))
    shared = open_shared(str(path))
    yield shared
    shared.close()


def queries(opened):
    return {name: row["query"] for name, row in list_views(opened).items()}


def test_a_view_is_saved_replaced_deleted_and_each_is_undone(opened):
    dataset = opened.dataset
    keep_view(opened, "Homs, 2016", "from=2016-01-01&q=Homs")
    keep_view(opened, "حلب", "q=%D8%AD%D9%84%D8%A8")
    assert queries(opened) == {
        "Homs, 2016": "from=2016-01-01&q=Homs",
        "حلب": "q=%D8%AD%D9%84%D8%A8",
    }
    keep_view(opened, "Homs, 2016", "q=Homs")
    delete_view(opened, "حلب")
    delete_view(opened, "حلب")
    assert queries(opened) == {"Homs, 2016": "q=Homs"}
    assert opened.undo("") == "حلب"
    assert opened.undo("") == "Homs, 2016"
    assert queries(opened)["Homs, 2016"] == "from=2016-01-01&q=Homs"
    assert len(queries(opened)) == 2
    assert opened.dataset is dataset, "no strike was written, so that the map stays as it is"
    with Workspace(opened.name, writing=False) as whole:
        assert [entry.action for entry in whole.list_log(2)] == ["undo", "undo"]


def test_meanings_are_found_by_the_columns_in_any_order(opened):
    mapping = ColumnMapping({"Wann": "date", "Wo": "place_text"}, "day first", "drone")
    assert find_mapping(opened, ["Wann", "Wo"]) is None
    keep_mapping(opened, ["Wann", "Wo", "Was"], mapping, "january.csv")
    assert find_mapping(opened, ["Was", "Wo", "Wann"]) == (mapping, "january.csv")
    assert find_mapping(opened, ["Wo", "Wann"]) is None
    changes = opened.shown.changes
    keep_mapping(opened, ["Was", "Wann", "Wo"], mapping, "february.csv")
    assert opened.shown.changes == changes
    other = ColumnMapping({"Wann": "date"})
    keep_mapping(opened, ["Was", "Wann", "Wo"], other, "march.csv")
    assert find_mapping(opened, ["Wann", "Wo", "Was"]) == (other, "march.csv")
