"""A link to a view of a workspace that is not open: it says whose data, and opens the workspace."""

from __future__ import annotations

from pathlib import Path

import pytest
from app_pages import numbers, open_page
from streamlit.testing.v1 import AppTest
from workspace_app import make_work

from strikemap.web.visitors.session import LAST_KEY
from strikemap.web.workspaces.folder import FOLDER
from strikemap.web.workspaces.shared import open_shared

OFFER = "workspace_of_link"
LINK = {"kind": "other", "to": "2016-09-02", "data": "00000000"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_work(tmp_path)
    monkeypatch.setenv(FOLDER, str(tmp_path))
    return tmp_path


def offers(page: AppTest) -> list[str]:
    return [button.label.replace("\\", "") for button in page.button if button.key == OFFER]


def test_it_is_opened_at_a_press_and_its_view_comes_back(folder: Path):
    page = open_page({**LINK, "of": "work.gpkg"})
    assert "which is not open here" in page.warning[0].value
    assert offers(page) == ["Open the workspace work.gpkg"]
    page.button(key=OFFER).click().run()
    assert not page.exception
    assert numbers(page).startswith("**2 events**, until 2 September 2016")
    assert "The data have changed since this link was made" in page.warning[0].value
    assert offers(page) == []
    open_shared(str(folder / "work.gpkg")).close()


@pytest.mark.parametrize("of", ["other.gpkg", "../work.gpkg", "work", "my_incidents.csv"])
@pytest.mark.usefixtures("folder")
def test_what_is_not_in_the_folder_is_not_offered(of: str):
    page = open_page({**LINK, "of": of})
    assert "which is not open here" in page.warning[0].value
    assert offers(page) == []


def test_the_one_that_was_open_last_is_told_and_gone_on_in(folder: Path):
    page = open_page()
    assert "workspace_last" not in [button.key for button in page.button]
    page.session_state[LAST_KEY] = "work.gpkg"
    page.run()
    assert "Open last: the workspace **work\\.gpkg**." in [one.value for one in page.caption]
    page.button(key="workspace_last").click().run()
    assert not page.exception
    assert numbers(page).startswith("**3 events**")
    assert "workspace_last" not in [button.key for button in page.button]
    open_shared(str(folder / "work.gpkg")).close()
