"""The page run without a browser: opened with an address, read, given files."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from paths import ROOT
from streamlit.testing.v1 import AppTest

APP = str(ROOT / "streamlit_app.py")
TABS_KEY = "explore_tabs"
PATIENCE = 60  # seconds; the first run loads gazetteer and boundaries
HOSTILE = (
    "{{7*7}}",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "=1+1",
    "![x](http://far.example/p.png)",
)


def open_page(query: Mapping[str, str | list[str]] | None = None) -> AppTest:
    """Open the page at an address of these parts and run it once."""
    page = AppTest.from_file(APP, default_timeout=PATIENCE)
    for name, value in (query or {}).items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page


def run(page: AppTest) -> AppTest:
    """Run the page again."""
    page.run()
    assert not page.exception
    return page


def open_tab(page: AppTest, label: str) -> AppTest:
    """Open a tab below the map: of the others nothing is drawn."""
    page.session_state[TABS_KEY] = label
    return run(page)


def filter_box(page: AppTest, label: str) -> Any:
    """Return a filter by its label."""
    return next(box for box in (*page.multiselect, *page.pills) if box.label == label)


def table_ids(page: AppTest, column: str = "Place as reported") -> set[str]:
    """Return the strike ids of the first table, that of the strikes in view."""
    tables = [table.value for table in page.dataframe if column in table.value]
    tables = [table for table in tables if not any(name.startswith("Why it is") for name in table)]
    return set(tables[0]["strike_id"]) if tables else set()


def numbers(page: AppTest) -> str:
    """Return the line of numbers above the map."""
    return page.markdown[0].value


def command(page: AppTest) -> str:
    """Return the command that the page shows for its downloads; the open tab stays open."""
    before = page.session_state[TABS_KEY]
    open_tab(page, "Download")
    said = next(block.value for block in page.text if block.value.startswith("strikemap "))
    open_tab(page, before)
    return said


def csv_bytes(header: list[str], *rows: list[str]) -> bytes:
    """Return a table as the bytes of a CSV file."""
    return csv_text(header, *rows).encode()


def csv_text(header: list[str], *rows: list[str]) -> str:
    """Return a table as CSV."""
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return text.getvalue()


def upload(page: AppTest, name: str, content: bytes, mime: str = "text/csv") -> AppTest:
    """Drop a file on the page, and wait until it is read or refused."""
    page.file_uploader(key="upload").set_value((name, content, mime))
    return run(page)


def press(page: AppTest, label: str) -> AppTest:
    """Press a button."""
    next(button for button in page.button if button.label == label).click()
    return run(page)


def send(page: AppTest) -> AppTest:
    """Go on from the opened file to its map."""
    return press(page, "Show on the map")


PLAIN = csv_bytes(
    ["Event Date", "Town", "Governorate", "Deaths", "Source"],
    ["2016-02-03", "Saraqib", "Idlib", "3", "SOHR"],
    ["2016-02-04", "Douma", "Rural Damascus", "", "SNHR"],
    ["", "", "", "7", "VDC"],
)
