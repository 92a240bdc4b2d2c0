"""A decision in the app, from the key to the next name, and on to Explore's map.

`python -m bench decision [ROWS] [NAMES]`: a workspace of 100,000 strikes with 8,000 names when no
number is given, in Chromium on this machine. Seconds, with the processor time that the server took
meanwhile: what is left is the browser's, the wire's, and waiting for a processor.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bench.app.cold_start import FLAGS, TIMEOUT_MS
from bench.app.open_file import app_running
from bench.app.workspace import NAMES, ROWS, write_rows
from bench.pages.chromium import CHROMIUM, has_chromium
from gazetteer import load_gazetteer
from geo.land.boundaries import load_boundaries
from geo.placing.edition import edition_of
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.workspace.files import make_workspace

if TYPE_CHECKING:
    from playwright.sync_api import Page

DECISIONS, TO_MAP = 15, 5
PATIENCE = 5 * TIMEOUT_MS
TICKS = os.sysconf("SC_CLK_TCK")
DRAWN = ".stApp[data-test-script-state=notRunning]"
HEADING = "h2"
MAP = ".strike-mount[data-strikes=ready]"


@dataclass
class Times:
    """Seconds of one thing done several times, and of the server's processor each time."""

    label: str
    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def take(self, server: int, step: Callable[[], object]) -> None:
        """Do it once more."""
        before, begin = read_processor(server), time.perf_counter()
        step()
        self.clock.append(time.perf_counter() - begin)
        self.processor.append(read_processor(server) - before)

    def line(self) -> str:
        """Return the median and the worst, and the median of the server's processor."""
        return (
            f"{self.label:40} median {statistics.median(self.clock):6.2f} s, worst "
            f"{max(self.clock):6.2f} s; server's processor {statistics.median(self.processor):5.2f}"
        )


def read_processor(server: int) -> float:
    """Return the seconds of processor that a process took by now."""
    cells = Path(f"/proc/{server}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(cells[11]) + int(cells[12])) / TICKS


def find_server(workspace: Path) -> int:
    """Return the process that serves a workspace, as its environment names it."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            named = (process / "environ").read_bytes()
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if str(workspace).encode() in named and b"streamlit" in command:
            return int(process.name)
    raise SystemExit(f"nothing serves {workspace}")


def decide(page: Page) -> None:
    """Say that the name that is looked at is no place, and wait for the next one."""
    before = page.locator(HEADING).first.inner_text()
    page.keyboard.press("x")
    page.wait_for_function(
        "([by, name]) => document.querySelector(by)?.innerText !== name", arg=[HEADING, before],
        timeout=PATIENCE,
    )  # fmt: skip


def go_to_map(page: Page) -> None:
    """Decide, and go to Explore until its map is painted."""
    decide(page)
    page.get_by_role("link", name="Explore", exact=True).click()
    page.wait_for_selector(MAP, timeout=PATIENCE)


def go_to_places(page: Page) -> None:
    """Go to the names, and wait until the page is drawn."""
    page.get_by_role("link", name="Places", exact=True).click()
    page.wait_for_selector(HEADING, timeout=PATIENCE)
    page.wait_for_selector(DRAWN, timeout=PATIENCE)


def measure(address: str, server: int) -> None:
    """Print what decisions take."""
    from playwright.sync_api import sync_playwright

    alone = Times("a decision, to the next name")
    mapped = Times("a decision, to Explore's painted map")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        page.wait_for_selector(MAP, timeout=PATIENCE)
        go_to_places(page)
        for _ in range(DECISIONS):
            alone.take(server, lambda: decide(page))
            page.wait_for_selector(DRAWN, timeout=PATIENCE)
        for _ in range(TO_MAP):
            mapped.take(server, lambda: go_to_map(page))
            go_to_places(page)
        browser.close()
    for times in (alone, mapped):
        print(times.line(), flush=True)


def main() -> None:
    """Make a workspace, serve it, and print the seconds."""
    if not has_chromium("decisions in the app"):
        return
    given = [int(word) for word in sys.argv[2:4] if word.isdigit()]
    rows, names = (*given, *(ROWS, NAMES)[len(given) :])
    land = load_gazetteer("sy"), load_boundaries("sy")
    table = write_rows(land[0], rows, names)
    reading = locate(read_strikes(table), land[0], boundaries=land[1])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "work.gpkg"
        make_workspace(path, reading.strikes, reading.claims, located=edition_of(*land))
        os.environ["STRIKEMAP_WORKSPACE"] = str(path)
        print(f"{rows:,} strikes, load {os.getloadavg()[0]:.1f}")
        with app_running() as address:
            measure(address, find_server(path))


if __name__ == "__main__":
    main()
