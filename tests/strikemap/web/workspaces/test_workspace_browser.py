"""A workspace in the app: decided in by keys, on disk, there after a reload, made from the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Visits
from playwright.sync_api import expect
from workspace_app import (
    LAND,
    PATIENCE,
    TABLE,
    make_work,
    open_places,
    press,
    reload,
    serve_app,
    settle,
)

from gazetteer.decisions.decision import Decision
from geo.workspace.store import Workspace
from strikemap.web.country import shared_boundaries, shared_gazetteer


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_work(tmp_path_factory.mktemp("workspaces"))


@pytest.fixture(scope="module")
def served(made: Path) -> Iterator[str]:
    with serve_app(STRIKEMAP_WORKSPACE=str(made)) as address:
        yield address


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


def test_decisions_are_on_disk_when_the_page_says_so(served: str, made: Path, visits: Visits):
    page = open_places(served, visits)
    expect(page.get_by_role("heading", name="Suran")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("Workspace work.gpkg: 0 changes")).to_be_visible()
    press(page, "1", "Suran: 2 rows placed as decided")
    assert read_decided(made) == [("Suran", "place")]
    press(page, "u", "The last decision is taken back. Suran")
    assert read_decided(made) == []
    press(page, "y", "The decision is taken again. Suran")
    assert read_decided(made) == [("Suran", "place")]
    reload(page, visits)
    expect(page.get_by_role("heading", name="Zyxfold, Hama")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("Workspace work.gpkg: 3 changes")).to_be_visible()
    press(page, "u", "The last decision is taken back. Suran")
    press(page, "y", "The decision is taken again. Suran")
    page.get_by_role("link", name="Explore").click()
    expect(page.get_by_text("2 of 3 located").first).to_be_visible(timeout=PATIENCE)
    other = visits.open(served)
    expect(other.get_by_text("2 of 3 located").first).to_be_visible(timeout=PATIENCE)


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
    assert {path.name for path in folder.glob("*.gpkg")} <= {"work.gpkg", "theirs.gpkg"}
    press(page, "x", "Zyxfold: not a place, in 1 row")
    reload(page, visits)
    expect(page.get_by_text("Workspace work.gpkg: 2 changes;")).to_be_visible(timeout=PATIENCE)
    assert len(read_decided(folder / "work.gpkg")) == 2
    page.get_by_role("button", name="Close the workspace").click()
    expect(page.get_by_text("Keep your work: a workspace")).to_be_visible(timeout=PATIENCE)
    with Workspace(folder / "work.gpkg") as opened:
        assert opened.writable


def test_what_another_program_decides_appears_and_is_written_here_later(
    served_folder: str, folder: Path, tmp_path: Path, visits: Visits
):
    folder.mkdir(exist_ok=True)
    path = make_work(tmp_path).rename(folder / "theirs.gpkg")
    land = shared_gazetteer(LAND), shared_boundaries(LAND)
    with Workspace(path, who="B") as theirs:
        page = open_places(served_folder, visits)
        page.get_by_text("Keep your work: a workspace").click()
        page.get_by_label("Open one that is there").click()
        page.get_by_role("option", name="theirs").click()
        settle(page)
        page.locator(".st-key-workspace_open").get_by_role("button").click()
        expect(page.get_by_text("only read here (open elsewhere, B since")).to_be_visible(
            timeout=PATIENCE
        )
        page.get_by_role("button", name="Write here").click()
        expect(page.get_by_text("close it there first")).to_be_visible(timeout=PATIENCE)
        theirs.decide(Decision("Zyxfold", "Hama", "no place"), *land)
        expect(page.get_by_text("theirs.gpkg: 1 change;")).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_role("heading", name="Decided (1)")).to_be_visible(timeout=PATIENCE)
        theirs.close()
        page.get_by_role("button", name="Write here").click()
        expect(page.get_by_text("every change is on disk")).to_be_visible(timeout=PATIENCE)
        press(page, "u", "The last decision is taken back. Zyxfold")
