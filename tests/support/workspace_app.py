"""The app served with a workspace, and its pages gone through by keys."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app_server import free_port, serve
from browser import PATIENCE, Visits
from copied_workspace import copy_made
from playwright.sync_api import Page, expect

from geo.placing.locate import locate_fresh
from geo.reading.read import read_strikes
from geo.reading.result import Reading
from strikemap.web.country import shared_boundaries, shared_gazetteer
from strikemap.web.datasets import as_dataset
from strikemap.web.workspaces.making import make_of

TABLE = "date,place,governorate\n2016-09-01,Suran,\n2016-09-02,Suran,\n2016-09-03,Zyxfold,Hama\n"
LAND = ("sy",)


@contextmanager
def serve_app(**named: str) -> Iterator[str]:
    """Serve the app with these variables."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py",
               "--server.port", str(port), "--server.address", "127.0.0.1"]  # fmt: skip
    own = {name: text for name, text in os.environ.items() if not name.startswith("STRIKEMAP_")}
    with serve(command, port, environment={**own, **named}):
        yield f"http://127.0.0.1:{port}/"


def make_work(folder: Path, table: str = TABLE) -> Path:
    """Make a workspace of a table: of three rows, two of one ambiguous name, where none is said.

    The table stands beside it. Of one table it is made once, and then copied.
    """

    def make(path: Path) -> None:
        located = locate_table(folder, table)[0]
        make_of(as_dataset(located, "incidents.csv", shipped=False), [], path)

    (folder / "incidents.csv").write_text(table, encoding="utf-8")
    added = os.environ.get("STRIKEMAP_DATA")  # the folder of added tables, which place rows too
    return copy_made(("app", table, added), folder / "work.gpkg", make)


def locate_table(folder: Path, table: str = TABLE) -> tuple[Reading, str]:
    """Return the located rows of a table, and what they are located with."""
    path = folder / "incidents.csv"
    path.write_text(table, encoding="utf-8")
    return locate_fresh(read_strikes(path), shared_gazetteer(LAND), shared_boundaries(LAND))


def settle(page: Page) -> None:
    """Wait until the page is drawn to its end."""
    expect(page.locator(".stApp[data-test-script-state=notRunning]")).to_be_visible(
        timeout=PATIENCE
    )


def open_places(served: str, visits: Visits) -> Page:
    """Open the page Places."""
    return open_page(served, "places", "Places to decide", visits)


def open_page(served: str, name: str, title: str, visits: Visits) -> Page:
    """Open a page by its own address, which costs a quarter of the way by Explore's map."""
    page = visits.open(f"{served}{name}")
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible(timeout=PATIENCE)
    settle(page)
    forget_missing(visits)
    return page


def forget_missing(visits: Visits) -> None:
    """Leave out that Streamlit asks a page's own address for its service, which is not there."""
    visits.troubles[:] = [trouble for trouble in visits.troubles if "404" not in trouble]


def reload(page: Page, visits: Visits) -> None:
    """Load the page again."""
    settle(page)
    page.reload()
    settle(page)
    forget_missing(visits)


def press(page: Page, key: str, then: str) -> None:
    """Press a key that the page has, and wait for what it then says."""
    has_key = page.get_by_role("button", name=f"Shortcut {key.upper()}")
    expect(has_key.first).to_be_enabled(timeout=PATIENCE)
    settle(page)
    page.keyboard.press(key)
    expect(page.get_by_text(then)).to_be_visible(timeout=PATIENCE)
