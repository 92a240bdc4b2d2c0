"""The map in the app at 100,000 strikes: a step without a rerun, totals after it, bytes between.

`python -m bench streamlit_map` serves the app on synthetic strikes and steps its slider in a
headless Chromium. Bytes are those of the websocket's frames, both ways.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.app.cold_start import FLAGS, TIMEOUT_MS, free_port, wait_for_port
from bench.pages.chromium import CHROMIUM, has_chromium
from bench.tables.synthetic import make_synthetic
from geo.export.write import write_strikes

if TYPE_CHECKING:
    from playwright.sync_api import Page, WebSocket

COUNT = 100_000
RESTS = 7  # times the hand comes to rest
STEPS = 36  # of one movement, a month each
MAP = ".strike-mount[data-strikes=ready]"
# A step through the public controller, as the slider's own hand does it; frames in between.
MOVE = """async (element, [steps, first]) => {
  const times = [];
  for (let step = 0; step < steps; step++) {
    const month = first + step;
    const iso = (at, day) => new Date(Date.UTC(2011, at, day)).toISOString().slice(0, 10);
    const begin = performance.now();
    element.strikes.setRange(iso(month, 1), iso(month + 12, 0));
    times.push(performance.now() - begin);
    await new Promise((done) => requestAnimationFrame(done));
  }
  return times;
}"""
# The page's line of numbers, once it says what the map says: ms since the last step.
FOLLOWED = """async (element) => {
  const begin = performance.now();
  const { totals } = element.strikes.getState();
  const number = (count) => count.toLocaleString("en");
  const expected = `${number(totals.located)} of ${number(totals.rows)} located`;
  const line = () => document.querySelector(".st-key-numbers")?.textContent ?? "";
  while (!line().includes(expected)) await new Promise((done) => setTimeout(done, 5));
  return performance.now() - begin;
}"""


def main() -> None:
    """Print medians: a step, the totals' delay, bytes during steps and at each rest."""
    if not has_chromium("the map in the app"):
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "strikes.parquet"
        write_strikes(*make_synthetic(COUNT, full=False), path)
        steps, delays, moving, resting, kept = _measure(path)
    print(f"{COUNT:,} strikes in the app, {RESTS} movements of {STEPS} steps")
    p95 = sorted(steps)[int(0.95 * len(steps))]
    print(f"step in the map: median {statistics.median(steps):.2f} ms, p95 {p95:.2f} ms, no rerun")
    print(
        f"totals of the page follow after {statistics.median(delays) / 1000:.2f} s "
        f"(from {min(delays) / 1000:.2f} to {max(delays) / 1000:.2f}; 0.30 of it the hand's rest)"
    )
    print(f"bytes while the hand moves: {max(moving)} at most in {STEPS} steps")
    print(
        f"bytes when it rests: {statistics.median(sent for sent, _ in resting):.0f} sent, "
        f"{statistics.median(got for _, got in resting):.0f} received; "
        f"{statistics.median(sum(both) for both in resting) / STEPS:.0f} a step"
    )
    print(f"view kept: {kept}")


def _measure(
    path: Path,
) -> tuple[list[float], list[float], list[int], list[tuple[int, int]], bool]:
    from playwright.sync_api import sync_playwright

    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", "--server.port", str(port),
         "--server.headless", "true", "--browser.gatherUsageStats", "false"],
        cwd=Path(__file__).parents[2], env={**os.environ, "STRIKEMAP_STRIKES": str(path)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    traffic = {"sent": 0, "received": 0}
    steps: list[float] = []
    delays: list[float] = []
    moving: list[int] = []
    resting: list[tuple[int, int]] = []
    try:
        wait_for_port(port)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.set_default_timeout(4 * TIMEOUT_MS)
            page.on("websocket", lambda socket: _listen(socket, traffic))
            page.goto(f"http://127.0.0.1:{port}")
            page.wait_for_selector(MAP)
            drawn = page.locator(MAP)
            before = drawn.evaluate("element => element.strikes.getView()")
            for number in range(RESTS + 1):
                traffic.update(sent=0, received=0)
                times = drawn.evaluate(MOVE, [STEPS, number * 9])
                moved = sum(traffic.values())
                delay = drawn.evaluate(FOLLOWED)
                _settle(page, traffic)
                if number:  # the first movement warms both sides up
                    steps += times
                    delays.append(delay)
                    moving.append(moved)
                    resting.append((traffic["sent"], traffic["received"] - moved))
            kept = drawn.evaluate("element => element.strikes.getView()") == before
            browser.close()
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()
    return steps, delays, moving, resting, kept


def _settle(page: Page, traffic: dict[str, int]) -> None:
    """Wait until nothing has come for a while: the rerun sends its table last."""
    last = -1
    while last != sum(traffic.values()):
        last = sum(traffic.values())
        page.wait_for_timeout(700)


def _listen(socket: WebSocket, traffic: dict[str, int]) -> None:
    def add(name: str, frame: str | bytes) -> None:
        traffic[name] += len(frame)

    socket.on("framesent", lambda frame: add("sent", frame))
    socket.on("framereceived", lambda frame: add("received", frame))


if __name__ == "__main__":
    begun = time.perf_counter()
    main()
    print(f"measured in {time.perf_counter() - begun:.0f} s")
