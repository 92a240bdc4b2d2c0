"""In one open workspace: a saved view, what columns mean, and a newer edition that is taken in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Visits
from playwright.sync_api import expect
from served_pages import drop, get_map, read
from workspace_app import PATIENCE, make_work, serve_app, settle

from geo.workspace.store import Workspace

TABLE = b"date,place,Art\n2016-09-01,Suran,a\n2016-09-02,Talbiseh,b\n"
# The first row as before, the second with a toll, the third gone, and a new one.
NEWER = (
    b"date,place,governorate,killed\n2016-09-01,Suran,,\n2016-09-02,Suran,,4\n"
    b"2016-09-09,Ariha,Idlib,2\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_work(tmp_path_factory.mktemp("views"))


@pytest.fixture(scope="module")
def served(made: Path) -> Iterator[str]:
    with serve_app(STRIKEMAP_WORKSPACE=str(made)) as address:
        yield address


def list_steps(made: Path) -> list[str]:
    """Return what was done in the file, the last first, while the app has it open."""
    with Workspace(made, writing=False) as opened:
        return [entry.what for entry in opened.list_log()]


def test_a_view_is_saved_and_comes_back(served: str, visits: Visits):
    page = visits.open(f"{served}?q=Suran")
    assert read(get_map(page))["totals"]["rows"] == 2
    page.get_by_text("Saved views (0)").click()
    page.get_by_label("Save this view, named").fill("Suran alone")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved views (1)")).to_be_visible(timeout=PATIENCE)
    other = visits.open(served)
    assert read(get_map(other))["totals"]["rows"] == 3
    other.get_by_text("Saved views (1)").click()
    other.get_by_role("button", name="Show it").click()
    field = other.get_by_label("Search place, actor or target")
    expect(field).to_have_value("Suran", timeout=PATIENCE)
    settle(other)
    other.get_by_role("button", name="Delete it").click()
    expect(other.get_by_text("Saved views (0)")).to_be_visible(timeout=PATIENCE)


def test_what_columns_mean_is_asked_once_and_a_newer_edition_is_taken_in(
    made: Path, served: str, visits: Visits
):
    before = list_steps(made)
    page = visits.open(served)
    get_map(page)
    drop(page, "january.csv", TABLE)
    page.get_by_role("button", name="Show on the map").click()
    expect(page.get_by_text("Shown: january.csv")).to_be_visible(timeout=PATIENCE)
    settle(page)
    drop(page, "february.csv", TABLE)
    said = page.get_by_text("Read as january.csv was, whose columns are the same.")
    expect(said).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Back to the map").click()
    page.get_by_role("button", name="Back to work.gpkg").click()
    changes = f"{len(before) + 1} change"
    expect(page.get_by_text(f"Workspace work.gpkg: {changes}")).to_be_visible(timeout=PATIENCE)
    settle(page)
    drop(page, "newer.csv", NEWER)
    page.get_by_text("A newer edition of what is in work.gpkg?").click(timeout=PATIENCE)
    settle(page)
    page.get_by_role("button", name="Compare with the workspace").click()
    expect(page.get_by_text("1 new, 1 gone, 1 changed, 1 as before")).to_be_visible(
        timeout=PATIENCE
    )
    settle(page)
    page.get_by_role("button", name="All that is new (1)").click()
    expect(page.get_by_text("On disk: newer.csv: 1 new.")).to_be_visible(timeout=PATIENCE)
    with Workspace(made, writing=False) as opened:
        places = opened.read_strikes()["place_text"].tolist()
    assert sorted(places) == ["Ariha", "Suran", "Suran", "Zyxfold"]
    assert list_steps(made)[: -len(before) - 1] == ["newer.csv: 1 new"]
    expect(page.get_by_text("0 new, 1 gone, 1 changed, 2 as before")).to_be_visible(
        timeout=PATIENCE
    )
