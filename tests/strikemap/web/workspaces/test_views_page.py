"""In one open workspace: a saved view, what columns mean, and a newer edition that is taken in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from app_pages import numbers, open_page, press, run, upload
from streamlit.testing.v1 import AppTest
from workspace_app import make_work

from geo.workspace.store import Workspace
from strikemap.web.workspaces.shared import open_shared

TABLE = b"date,place,Art\n2016-09-01,Suran,a\n2016-09-02,Talbiseh,b\n"
# The first row as before, the second with a toll, the third gone, and a new one.
NEWER = (
    b"date,place,governorate,killed\n2016-09-01,Suran,,\n2016-09-02,Suran,,4\n"
    b"2016-09-09,Ariha,Idlib,2\n"
)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = make_work(tmp_path)
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", str(path))
    yield path
    open_shared(str(path)).close()


def list_steps(made: Path) -> list[str]:
    """Return what was done in the file, the last first, while the app has it open."""
    with Workspace(made, writing=False) as opened:
        return [entry.what for entry in opened.list_log()]


def folded(page: AppTest) -> list[str]:
    return [one.label.replace("\\", "") for one in page.expander]


def said(page: AppTest) -> str:
    told = (*page.success, *page.info, *page.caption, *page.markdown, *page.sidebar.markdown)
    return " ".join(one.value for one in told).replace("\\", "").replace("**", "")


@pytest.mark.usefixtures("made")
def test_a_view_is_saved_and_comes_back():
    page = open_page({"q": "Suran"})
    assert numbers(page).startswith("**2 events**")
    assert "Saved views (0)" in folded(page)
    field = next(one for one in page.text_input if one.label == "Save this view, named")
    field.set_value("Suran alone")
    assert "Saved views (1)" in folded(press(page, "Save"))
    other = open_page()
    assert numbers(other).startswith("**3 events**")
    press(other, "Show it")
    assert other.text_input(key="filter_text").value == "Suran"
    assert numbers(other).startswith("**2 events**")
    assert "Saved views (0)" in folded(press(other, "Delete it"))


def test_what_columns_mean_is_asked_once_and_a_newer_edition_is_taken_in(made: Path):
    before = list_steps(made)
    page = upload(open_page(), "january.csv", TABLE)
    assert "Shown: january.csv" in said(press(page, "Show on the map"))
    upload(page, "february.csv", TABLE)
    assert "Read as january.csv was, whose columns are the same." in said(page)
    press(page, "Back to the map")
    assert page.button(key="way_back").label.replace("\\", "") == "Back to work.gpkg"
    page.button(key="way_back").click()
    run(page)
    assert f"Workspace work.gpkg: {len(before) + 1} change" in said(page)
    upload(page, "newer.csv", NEWER)
    assert "A newer edition of what is in work.gpkg?" in folded(page)
    press(page, "Compare with the workspace")
    assert "1 new, 1 gone, 1 changed, 1 as before" in said(page)
    press(page, "All that is new (1)")
    assert "On disk: newer.csv: 1 new." in said(page)
    with Workspace(made, writing=False) as opened:
        places = opened.read_strikes()["place_text"].tolist()
    assert sorted(places) == ["Ariha", "Suran", "Suran", "Zyxfold"]
    assert list_steps(made)[: -len(before) - 1] == ["newer.csv: 1 new"]
    assert "0 new, 1 gone, 1 changed, 2 as before" in said(page)
