"""A workspace on the page Places: what is decided is on disk, and what others decide is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from app_pages import numbers, open_page
from streamlit.testing.v1 import AppTest
from workspace_app import LAND, make_work

from gazetteer.decisions.decision import Decision
from geo.workspace.store import Workspace
from strikemap.web.country import shared_boundaries, shared_gazetteer
from strikemap.web.workspaces.shared import open_shared

PATIENCE = 60  # seconds; the first run loads the gazetteer


def draw_page() -> None:
    from strikemap.web.places.page import show_page
    from strikemap.web.workspaces.session import open_start

    open_start()
    show_page()


def open_places() -> AppTest:
    page = AppTest.from_function(draw_page, default_timeout=PATIENCE)
    page.run()
    assert not page.exception
    return page


def press(page: AppTest, key: str) -> str:
    """Press a button, and return what the page then says."""
    page.button(key=key).click().run()
    assert not page.exception
    return said(page)


def said(page: AppTest) -> str:
    told = (*page.success, *page.error, *page.warning, *page.caption, *page.subheader, *page.header)
    return " ".join(one.value for one in told).replace("\\", "").replace("**", "")


def read_decided(path: Path) -> list[tuple[str, str]]:
    """Return names and verdicts that stand in the file, while the app has it open."""
    with Workspace(path, writing=False) as opened:
        return [(one.name, one.verdict) for one in opened.list_decisions()]


def test_decisions_are_on_disk_when_the_page_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made = make_work(tmp_path)
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", str(made))
    page = open_places()
    assert page.header[0].value == "Suran"
    assert "Workspace work.gpkg: 0 changes" in said(page)
    assert "Suran: 2 rows placed as decided" in press(page, "places_take_1")
    assert read_decided(made) == [("Suran", "place")]
    assert "The last decision is taken back. Suran" in press(page, "places_undo")
    assert read_decided(made) == []
    assert "The decision is taken again. Suran" in press(page, "places_redo")
    assert read_decided(made) == [("Suran", "place")]
    again = open_places()
    assert again.header[0].value.replace("\\", "") == "Zyxfold, Hama"
    assert "Workspace work.gpkg: 3 changes" in said(again)
    assert "The last decision is taken back. Suran" in press(again, "places_undo")
    assert "The decision is taken again. Suran" in press(again, "places_redo")
    assert "**2 of 3** located" in numbers(open_page())
    open_shared(str(made)).close()


def test_what_another_program_decides_appears_and_is_written_here_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "mine"
    folder.mkdir()
    path = make_work(tmp_path).rename(folder / "theirs.gpkg")
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(tmp_path / "incidents.csv"))
    monkeypatch.setenv("STRIKEMAP_WORKSPACE_FOLDER", str(folder))
    with Workspace(path, who="B") as theirs:
        page = open_places()
        page.selectbox(key="workspace_chosen").set_value("theirs").run()
        assert "only read here (open elsewhere, B since" in press(page, "workspace_open")
        assert "close it there first" in press(page, "workspace_write")
        theirs.decide(
            Decision("Zyxfold", "Hama", "no place"), shared_gazetteer(LAND), shared_boundaries(LAND)
        )
        page.run()  # as every look for others' changes ends: tests of a team have it in a browser
        assert "theirs.gpkg: 1 change;" in said(page)
        assert "Decided (1)" in said(page)
    assert "every change is on disk" in press(page, "workspace_write")
    assert "The last decision is taken back. Zyxfold" in press(page, "places_undo")
    assert read_decided(path) == []
    open_shared(str(path)).close()
