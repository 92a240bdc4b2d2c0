"""Cold start: from the command to the first painted map, next to a bare Streamlit page.

`python -m bench cold_start [ROUNDS]`. Each round starts both servers anew, one after the other,
and opens each in a browser that runs already. The first start has an empty folder of the user's;
later ones begin with the map that it kept. Processor seconds are those of server and browser, and
stay the same on a machine that is at work on something else.
"""

from __future__ import annotations

import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import astuple, dataclass
from pathlib import Path

from bench.pages.chromium import CHROMIUM, has_chromium

ROUNDS = 5
TIMEOUT_MS = 60_000
BARE_PAGE = 'import streamlit as st\nst.title("bare")\n'
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
MAP, TITLE = "[data-strikes=ready]", "h1"


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds to what was waited for, processor seconds until then, kB of messages."""

    wall: float
    server: float
    browser: float
    received: float


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_port(port: int) -> None:
    """Return once somebody listens on a port of this machine."""
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.005)


def processor_seconds(root: int) -> float:
    """Return the processor seconds of a process and all that it started, ended ones included."""
    parents, used = {}, {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = entry.read_text().rsplit(")", 1)[1].split()
        except OSError:  # it has just ended
            continue
        pid = int(entry.parent.name)
        parents[pid] = int(told[1])
        used[pid] = sum(map(int, told[11:15])) / os.sysconf("SC_CLK_TCK")
    return sum(seconds for pid, seconds in used.items() if _is_of(pid, root, parents))


def _is_of(pid: int, root: int, parents: dict[int, int]) -> bool:
    while pid and pid != root:
        pid = parents.get(pid, 0)
    return pid == root


def start(page_script: Path, selector: str, folder: Path) -> Start:
    """Start Streamlit on a page, open it in a running browser, wait for `selector`.

    folder: the user's, in which the app keeps its first map.
    """
    from playwright.sync_api import sync_playwright

    port, received = free_port(), [0]
    command = [
        sys.executable, "-m", "streamlit", "run", str(page_script),
        "--server.port", str(port), "--server.headless", "true",
        "--browser.gatherUsageStats", "false",
    ]  # fmt: skip

    def count(message: str | bytes) -> None:
        received[0] += len(message)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.on("websocket", lambda socket: socket.on("framereceived", count))
        before = processor_seconds(os.getpid())
        started = time.perf_counter()
        server = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            env={**os.environ, "STRIKEMAP_DATA": str(folder)},
        )  # fmt: skip
        try:
            wait_for_port(port)
            page.goto(f"http://127.0.0.1:{port}")
            page.wait_for_selector(selector, timeout=TIMEOUT_MS)
            wall = time.perf_counter() - started
            own = processor_seconds(server.pid)
            everything = processor_seconds(os.getpid()) - before
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()
            browser.close()
    return Start(wall, own, everything - own, received[0] / 1000)


def main() -> None:
    """Print the first start, the medians of the later ones, and their ratios."""
    if not has_chromium("the cold start"):
        return
    rounds = next((int(word) for word in sys.argv[1:] if word.isdigit()), ROUNDS)
    app = Path(__file__).parents[2] / "streamlit_app.py"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = folder / "bare.py"
        bare.write_text(BARE_PAGE)
        first = _start_whole(app, folder)
        ours, theirs = [], []
        for _ in range(rounds):
            theirs.append(start(bare, TITLE, folder))
            ours.append(start(app, MAP, folder))
    title = _tell(f"a bare Streamlit title, median of {rounds}", theirs)
    _tell("the strike map, first start of all", [first], title)
    _tell(f"the strike map, median of {rounds} later starts", ours, title)


def _start_whole(app: Path, folder: Path) -> Start:
    """Start with an empty folder, and once more if the page had no time to keep its map."""
    first = start(app, MAP, folder)
    while not list(folder.rglob("first_map.json")):
        start(app, ".stApp[data-test-script-state=notRunning] " + MAP, folder)
    return first


def _tell(what: str, starts: list[Start], title: Start | None = None) -> Start:
    wall, server, browser, received = map(
        statistics.median, zip(*map(astuple, starts), strict=True)
    )
    walls = [one.wall for one in starts]
    spread = f" ({min(walls):.2f} to {max(walls):.2f})" if len(starts) > 1 else ""
    print(
        f"{what}: {wall:.2f} s{spread}, processor {server:.2f} + {browser:.2f} s, {received:.0f} kB"
    )
    if title is not None:
        used = (server + browser) / (title.server + title.browser)
        print(f"  times the title: {wall / title.wall:.2f}, processor {used:.2f}")
    return Start(wall, server, browser, received)
