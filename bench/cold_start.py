"""Cold start: from `strikemap app` to the first painted map, next to a bare Streamlit page."""

from __future__ import annotations

import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.pages.chromium import CHROMIUM, has_chromium

ROUNDS = 5
TIMEOUT_MS = 60_000
BARE_PAGE = 'import streamlit as st\nst.title("bare")\n'
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_port(port: int) -> None:
    """Return once somebody listens on a port of this machine."""
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return


def seconds_to(page_script: Path, selector: str) -> float:
    """Start Streamlit on a page, open it in a running browser, wait for `selector`; seconds."""
    from playwright.sync_api import sync_playwright

    port = free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(page_script),
        "--server.port", str(port), "--server.headless", "true",
        "--browser.gatherUsageStats", "false",
    ]  # fmt: skip
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        started = time.perf_counter()
        server = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            wait_for_port(port)
            page.goto(f"http://127.0.0.1:{port}")
            page.wait_for_selector(selector, timeout=TIMEOUT_MS)
            return time.perf_counter() - started
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()
            browser.close()


def main() -> None:
    """Print medians of both pages and their ratio."""
    if not has_chromium("the cold start"):
        return
    app = Path(__file__).parents[1] / "streamlit_app.py"
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE_PAGE)
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(seconds_to(app, "[data-strikes=ready]"))
            theirs.append(seconds_to(bare, "h1"))
    map_s, bare_s = statistics.median(ours), statistics.median(theirs)
    print(f"strike map painted after {map_s:.2f} s (from {min(ours):.2f} to {max(ours):.2f})")
    print(f"bare Streamlit title after {bare_s:.2f} s; ratio {map_s / bare_s:.2f}")
