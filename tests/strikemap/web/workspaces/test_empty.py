"""A workspace that starts empty, of countries of its own: every page of the app stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from app_pages import open_page, run
from streamlit.testing.v1 import AppTest

from geo.workspace.files import check_workspace
from strikemap.web.visitors.session import WORKSPACE_KEY
from strikemap.web.workspaces.folder import FOLDER, START
from strikemap.web.workspaces.making import make_empty, pack_empty
from strikemap.web.workspaces.panel import COUNTRIES_KEY, NAME_KEY
from strikemap.web.workspaces.shared import open_shared

PAGES = {
    "places": "strikemap.web.places.page", "strikes": "strikemap.web.strikes.page",
    "reports": "strikemap.web.reports.page", "briefing": "strikemap.web.briefing.page",
}  # fmt: skip


def start_empty(name: str) -> AppTest:
    page = open_page()
    page.text_input(key=NAME_KEY).set_value(name)
    page.multiselect(key=COUNTRIES_KEY).set_value(["sd"])
    next(button for button in page.button if button.label == "Start empty").click()
    return run(page)


def test_it_holds_nothing_of_what_was_shown_and_is_of_its_countries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(FOLDER, str(tmp_path))
    page = start_empty("sudan")
    opened = page.session_state[WORKSPACE_KEY]
    try:
        assert (len(opened.dataset.strikes), opened.dataset.countries) == (0, ("sd",))
        assert [one.value for one in page.title] == ["Reported strikes"]
    finally:
        open_shared(str(tmp_path / "sudan.gpkg")).close()
    assert check_workspace(tmp_path / "sudan.gpkg") == []


def test_it_needs_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(FOLDER, str(tmp_path))
    page = start_empty(" ")
    assert [one.value for one in page.error] == ["A workspace that starts empty needs a name\\."]
    assert list(tmp_path.iterdir()) == []


def draw(module: str) -> None:
    import importlib

    from strikemap.web.workspaces.session import open_start

    open_start()
    importlib.import_module(module).show_page()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_stands_in_it(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "empty.gpkg"
    make_empty(path, ("sy",))
    monkeypatch.setenv(START, str(path))
    page = AppTest.from_function(draw, default_timeout=60, args=(PAGES[name],))
    try:
        assert not page.run().exception
        assert [one.value for one in page.error] == []
    finally:
        open_shared(str(path)).close()


def test_it_is_downloaded_where_there_is_no_folder(tmp_path: Path):
    path = tmp_path / "down.gpkg"
    path.write_bytes(pack_empty(("ua",)))
    assert check_workspace(path) == []
