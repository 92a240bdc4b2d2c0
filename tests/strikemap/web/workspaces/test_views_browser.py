"""Saved views and kept meanings on the page."""

from __future__ import annotations

from pathlib import Path

from browser import Visits
from playwright.sync_api import expect
from served_pages import drop, get_map, read
from workspace_app import PATIENCE, make_work, serve_app, settle

TABLE = b"date,place,Art\n2016-09-01,Suran,a\n2016-09-02,Talbiseh,b\n"


def test_a_view_is_saved_and_comes_back(tmp_path: Path, visits: Visits):
    served = visits.need(serve_app(STRIKEMAP_WORKSPACE=str(make_work(tmp_path))))
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


def test_what_columns_mean_is_asked_once(tmp_path: Path, visits: Visits):
    served = visits.need(serve_app(STRIKEMAP_WORKSPACE=str(make_work(tmp_path))))
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
    expect(page.get_by_text("Workspace work.gpkg: 1 change;")).to_be_visible(timeout=PATIENCE)
