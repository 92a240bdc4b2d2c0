"""The Places page in a browser, by the keyboard alone: a key a decision, undo, redo."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_server import free_port, serve
from browser import Visits
from playwright.sync_api import Page, expect

TABLE = "date,place,governorate\n2016-09-01,Suran,\n2016-09-02,Suran,\n2016-09-03,Zyxfold,Hama\n"
PATIENCE = 30_000  # ms


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the app on a table of three rows, two of one ambiguous name."""
    path: Path = tmp_path_factory.mktemp("served") / "incidents.csv"
    path.write_text(TABLE, encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py",
               "--server.port", str(port), "--server.address", "127.0.0.1"]  # fmt: skip
    with serve(command, port, environment={**os.environ, "STRIKEMAP_STRIKES": str(path)}):
        yield f"http://127.0.0.1:{port}/"


def press(page: Page, key: str, then: str) -> None:
    """Press a key, and wait for what the page then says."""
    page.keyboard.press(key)
    expect(page.get_by_text(then)).to_be_visible(timeout=PATIENCE)


def test_every_decision_is_one_key(served: str, visits: Visits):
    page = visits.open(served)
    page.get_by_role("link", name="Places").click()
    expect(page.get_by_role("heading", name="Suran")).to_be_visible(timeout=PATIENCE)
    expect(page.locator("img[src^='data:image/svg']").first).to_be_visible(timeout=PATIENCE)
    press(page, "1", "Suran: 2 rows placed as decided")
    expect(page.get_by_role("heading", name="Zyxfold, Hama")).to_be_visible(timeout=PATIENCE)
    press(page, "u", "The last decision is taken back.")
    expect(page.get_by_role("heading", name="Suran")).to_be_visible(timeout=PATIENCE)
    press(page, "y", "The decision is taken again.")
    press(page, "x", "No name of these data is left to decide.")
    expect(page.get_by_role("heading", name="Decided (2)")).to_be_visible()
    page.get_by_role("link", name="Explore").click()
    located = page.get_by_text("2 of 3 located").first
    expect(located).to_be_visible(timeout=PATIENCE)
