"""A newer edition dropped on the app while a workspace is open, and taken into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import PATIENCE, Visits
from playwright.sync_api import Page, expect
from served_pages import get_drop
from workspace_app import make_work, serve_app, settle

from geo.workspace.store import Workspace

pytestmark = pytest.mark.browser
# The first row as before, the second with a toll, the third gone, and a new one.
NEWER = (
    "date,place,governorate,killed\n2016-09-01,Suran,,\n2016-09-02,Suran,,4\n"
    "2016-09-09,Ariha,Idlib,2\n"
)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return make_work(tmp_path)


@pytest.fixture
def served(made: Path) -> Iterator[str]:
    with serve_app(STRIKEMAP_WORKSPACE=str(made)) as address:
        yield address


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()
    settle(page)


def test_what_is_accepted_is_on_disk_and_the_rest_stays(
    made: Path, served: str, visits: Visits
) -> None:
    page = visits.open(served)
    settle(page)
    newer = {"name": "newer.csv", "mimeType": "text/csv", "buffer": NEWER.encode()}
    get_drop(page).set_input_files([newer])
    page.get_by_text("A newer edition of what is in work.gpkg?").click(timeout=PATIENCE)
    press(page, "Compare with the workspace")
    expect(page.get_by_text("1 new, 1 gone, 1 changed, 1 as before")).to_be_visible(
        timeout=PATIENCE
    )
    told = page.get_by_text("On disk: newer.csv: 1 new.")
    press(page, "All that is new (1)")
    expect(told).to_be_visible(timeout=PATIENCE)
    with Workspace(made, writing=False) as opened:
        places = opened.read_strikes()["place_text"].tolist()
        assert [entry.what for entry in opened.list_log()] == ["newer.csv: 1 new"]
    assert sorted(places) == ["Ariha", "Suran", "Suran", "Zyxfold"]
    expect(page.get_by_text("0 new, 1 gone, 1 changed, 2 as before")).to_be_visible(
        timeout=PATIENCE
    )
