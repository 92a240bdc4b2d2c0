"""A workspace made from the page: decided in by keys, on disk, there after a reload."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Visits
from playwright.sync_api import expect
from workspace_app import PATIENCE, TABLE, open_places, press, reload, serve_app

from geo.workspace.store import Workspace


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of workspaces of `served_folder`, made when the first one is."""
    return tmp_path_factory.mktemp("folder") / "mine"


@pytest.fixture(scope="module")
def served_folder(folder: Path) -> Iterator[str]:
    """Serve the app on a table, with a folder of workspaces."""
    table = folder.parent / "incidents.csv"
    table.write_text(TABLE, encoding="utf-8")
    named = {"STRIKEMAP_STRIKES": str(table), "STRIKEMAP_WORKSPACE_FOLDER": str(folder)}
    with serve_app(**named) as address:
        yield address


def read_decided(path: Path) -> list[tuple[str, str]]:
    """Return names and verdicts that stand in the file, while the app has it open."""
    with Workspace(path, writing=False) as opened:
        return [(one.name, one.verdict) for one in opened.list_decisions()]


def test_a_workspace_is_made_of_what_is_shown_and_opened(
    served_folder: str, folder: Path, visits: Visits
):
    page = open_places(served_folder, visits)
    expect(page.get_by_role("heading", name="Suran")).to_be_visible(timeout=PATIENCE)
    page.get_by_text("Keep your work: a workspace").click()
    press(page, "1", "Suran: 2 rows placed as decided")  # what is above the panel has grown
    page.get_by_label("A new one, named").fill("../work")
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_text("is no name of a workspace")).to_be_visible(timeout=PATIENCE)
    page.get_by_label("A new one, named").fill("work")
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_text("Workspace work.gpkg: 1 change;")).to_be_visible(timeout=PATIENCE)
    assert read_decided(folder / "work.gpkg") == [("Suran", "place")]
    assert [path.name for path in folder.glob("*.gpkg")] == ["work.gpkg"]
    press(page, "x", "Zyxfold: not a place, in 1 row")
    reload(page, visits)
    expect(page.get_by_text("Workspace work.gpkg: 2 changes;")).to_be_visible(timeout=PATIENCE)
    assert len(read_decided(folder / "work.gpkg")) == 2
    page.get_by_role("button", name="Close the workspace").click()
    expect(page.get_by_text("Keep your work: a workspace")).to_be_visible(timeout=PATIENCE)
    with Workspace(folder / "work.gpkg") as opened:
        assert opened.writable
