"""A file dropped in the app, to its painted map: 100,000 rows, or another number.

`python -m bench open_file [ROWS]`. The app has been opened before. Two times are told: from the
drop to what is in the file (columns, first rows, summary), and from the press of "Show on the map"
to the map with its rows; what a person reads between the two is not counted.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.app.cold_start import FLAGS, TIMEOUT_MS, free_port, wait_for_port
from bench.pages.chromium import CHROMIUM, has_chromium
from bench.tables.strangers import write_table

ROWS = 100_000
PATIENCE = 5 * TIMEOUT_MS
SHIPPED = ".st-key-strike_map_0 .strike-mount[data-strikes=ready]"
OPENED = ".st-key-strike_map_1 .strike-mount[data-strikes=ready]"


@contextmanager
def app_running() -> Iterator[str]:
    """Run the app on a free port; yields its address."""
    port = free_port()
    app = Path(__file__).parents[2] / "streamlit_app.py"
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port),
               "--server.headless", "true", "--browser.gatherUsageStats", "false"]  # fmt: skip
    server = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        wait_for_port(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def measure(address: str, table: Path) -> tuple[float, float, float]:
    """Return seconds to the summary, from there to the map, and to the shipped data's map."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        begun = time.perf_counter()
        page.goto(address)
        page.wait_for_selector(SHIPPED, timeout=PATIENCE)
        shipped = time.perf_counter()
        page.get_by_label("Drop a file with a date").locator("input[type=file]").set_input_files(
            str(table)
        )
        show = page.get_by_role("button", name="Show on the map")
        show.wait_for(timeout=PATIENCE)
        read = time.perf_counter()
        show.click()
        page.wait_for_selector(OPENED, timeout=PATIENCE)
        drawn = time.perf_counter()
        browser.close()
    return read - shipped, drawn - read, shipped - begun


def main() -> None:
    """Print the seconds of each part."""
    if not has_chromium("a file in the app"):
        return
    rows = next((int(word) for word in sys.argv[1:] if word.isdigit()), ROWS)
    with tempfile.TemporaryDirectory() as folder, app_running() as address:
        table = Path(folder) / "table.csv"
        write_table(table, rows)
        read, drawn, shipped = measure(address, table)
    print(f"{rows:,} rows of CSV, dropped: what is in it after {read:.2f} s, "
          f"the map {drawn:.2f} s later; together {read + drawn:.2f} s")  # fmt: skip
    print(f"the page of the shipped data took {shipped:.2f} s")
