"""The map layer next to other tools: build, page, ready, step and memory; a table and a plot.

`python -m bench map [COUNT]...` measures counts of strikes (1000 to 1000000 when none is given).
The rivals' scripts are not the project's: bench/pages/map_rivals.py says where they are sought.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import geopandas as gpd
import pandas as pd

from bench.pages.chromium import CHROMIUM, has_chromium
from bench.pages.map_rivals import ASSETS, NPM, RIVALS
from bench.tables.synthetic import make_synthetic
from gazetteer.tables.loading import read_pack
from geo.land.boundaries import load_boundaries
from geo.land.named_map import make_named_map
from geo.webmap.layer import render_html, strike_map

OURS = "strikemap"
COUNTS = (1_000, 10_000, 100_000, 1_000_000)
SLOW = {"FastMarkerCluster, refilled": 100_000, "TimestampedGeoJson": 100_000}  # strikes at most
MOST_FULL = 100_000  # strikes whose texts are packed for the rivals; ours go on
STEPS = 96  # month by month, a window of twelve months each
BUDGET_S = 6  # of stepping
TIMEOUT_MS = 60_000
MB = 1e6
FLAGS = ["--no-sandbox", "--disable-background-networking"]
# There is no graphics card here: WebGL needs a software one, which a 2D canvas does better without.
WEBGL_FLAGS = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
WEBGL_TOOLS = ("swiftmap", "pydeck")
OWN_STEP = """
const layer = Object.values(window).find((value) => value?.strikes && value._container).strikes;
const iso = (moment) => new Date(moment).toISOString().slice(0, 10);
window.benchStep = (from, to) => layer.setRange(iso(from), iso(to));
null;
"""
RUN_STEPS = """async ([windows, budget]) => {
  const times = [];
  const end = performance.now() + budget;
  for (const [from, to] of windows) {
    const begin = performance.now();
    await benchStep(from, to);
    times.push(performance.now() - begin);
    await new Promise((done) => requestAnimationFrame(done));
    if (performance.now() > end) break;
  }
  return times;
}"""

Make = Callable[[gpd.GeoDataFrame, pd.DataFrame], str]


@dataclass(frozen=True)
class Measured:
    """One tool at one size: seconds, megabytes and milliseconds; drag_ms is ours alone."""

    tool: str
    strikes: int
    full: bool
    build_s: float
    page_mb: float
    ready_s: float
    step_ms: float
    step_p95_ms: float
    heap_mb: float
    drag_max_ms: float | None = None
    drag_p95_ms: float | None = None


def month_windows() -> list[tuple[int, int]]:
    """Return windows of twelve months, one month apart, as milliseconds since 1970."""
    first = [date(2011 + month // 12, month % 12 + 1, 1) for month in range(STEPS)]
    return [(_moment(day), _moment(day.replace(year=day.year + 1))) for day in first]


def drag_windows() -> list[tuple[int, int]]:
    """Return a drag of the first handle over the whole period and back."""
    days = [_moment(date(2011, 1, 1)) + step * 86_400_000 * 40 for step in range(127)]
    last = _moment(date(2024, 12, 31))
    return [(day, last) for day in [*days, *reversed(days)]]


def _moment(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


def make_ours(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return our one-file map."""
    return render_html(strike_map(strikes, claims, base_map=GROUND))


GROUND = make_named_map(load_boundaries("sy"), read_pack())


def measure(tool: str, make: Make, count: int, *, full: bool) -> Measured:
    """Build a page, open it in a fresh browser, step; raise what goes wrong on the way."""
    strikes, claims = make_synthetic(count, full=full)
    gc.collect()
    begun = time.perf_counter()
    page_text = make(strikes, claims)
    built = time.perf_counter() - begun
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.html"
        path.write_text(page_text, encoding="utf-8")
        del page_text, strikes, claims
        ready, steps, drags, heap, served = _visit(path, tool)
        size = path.stat().st_size + served
    p95 = _p95(steps)
    return Measured(
        tool, count, full, built, size / MB, ready, statistics.median(steps), p95, heap / MB,
        max(drags) if drags else None, _p95(drags) if drags else None,
    )  # fmt: skip


def _p95(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def _visit(path: Path, tool: str) -> tuple[float, list[float], list[float], float, int]:
    """Return seconds to ready, step and drag times in ms, heap in bytes, bytes of scripts."""
    from playwright.sync_api import Route, sync_playwright

    ours = tool == OURS
    flags = [*FLAGS, *(WEBGL_FLAGS if tool in WEBGL_TOOLS else ["--disable-gpu"])]
    served: list[int] = []

    def answer(route: Route) -> None:
        address = route.request.url
        name = address.rsplit("/", 1)[-1]
        if address.startswith("file:") or address.startswith("blob:"):
            route.continue_()
        elif name in ASSETS:
            body = (NPM / ASSETS[name]).read_bytes()
            served.append(len(body))
            route.fulfill(body=body)
        elif name.endswith((".js", ".css")):
            route.fulfill(body="")
        else:
            route.abort()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        try:
            page = browser.new_page(bypass_csp=True, viewport={"width": 1280, "height": 800})
            page.route("**/*", answer)
            page.set_default_timeout(TIMEOUT_MS)
            is_ready = (
                "document.documentElement.dataset.strikes === 'ready'"
                if ours
                else "window.benchReady"
            )
            begun = time.perf_counter()
            page.goto(path.as_uri(), wait_until="commit")
            page.wait_for_function(is_ready)
            ready = time.perf_counter() - begun
            if ours:
                page.evaluate(OWN_STEP)
            steps = page.evaluate(RUN_STEPS, [month_windows(), BUDGET_S * 1000])
            drags = page.evaluate(RUN_STEPS, [drag_windows(), BUDGET_S * 1000])[1:] if ours else []
            session = page.context.new_cdp_session(page)
            session.send("HeapProfiler.collectGarbage")
            heap = session.send("Runtime.getHeapUsage")
            used = heap["usedSize"] + heap.get("backingStorageSize", 0)
            return ready, steps, drags, used, sum(served)
        finally:
            browser.close()


def tools_for(count: int, *, full: bool) -> dict[str, Make]:
    """Return the tools that are measured at a size."""
    # Without their scripts the rivals' pages would only fail, each after its own time-out.
    rivals = RIVALS if NPM.is_dir() and not (full and count > MOST_FULL) else {}
    known = {name: make for name, make in rivals.items() if count <= SLOW.get(name, count)}
    return {OURS: make_ours, **known}


def run(counts: tuple[int, ...]) -> list[Measured]:
    """Measure every tool at every size, bare and full; say what could not be measured."""
    results = []
    for count in counts:
        for full in (False, True):
            for tool, make in tools_for(count, full=full).items():
                try:
                    result = measure(tool, make, count, full=full)
                except Exception as error:  # a rival that fails is a finding
                    print(
                        f"{tool}, {count:,}: not measured: {str(error).splitlines()[0][:90]}",
                        flush=True,
                    )
                    continue
                results.append(result)
                print(_line(result), flush=True)
    return results


def _line(result: Measured) -> str:
    drag = f" | {result.drag_p95_ms:.1f} / {result.drag_max_ms:.1f}" if result.drag_max_ms else " |"
    return (
        f"| {result.tool} | {result.strikes:,} | {'full' if result.full else 'bare'} | "
        f"{result.build_s:.2f} | {result.page_mb:.2f} | {result.ready_s:.2f} | "
        f"{result.step_ms:.1f} | {result.step_p95_ms:.1f} | {result.heap_mb:.0f}{drag} |"
    )


def main() -> None:
    """Measure, print a table, and leave the figures as JSON where STRIKEMAP_BENCH_OUT says."""
    if not has_chromium("the map beside other tools"):
        return
    if not NPM.is_dir():
        print(f"{NPM} is not here ($STRIKEMAP_BENCH_NPM): the other tools are left out")
    counts = tuple(int(word) for word in sys.argv[1:] if word.isdigit()) or COUNTS
    print(
        "| tool | strikes | texts | build s | page MB | ready s | step ms | p95 ms | heap MB |"
        " drag p95 / max ms |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    results = run(counts)
    out = os.environ.get("STRIKEMAP_BENCH_OUT")
    if out:
        Path(out).write_text(json.dumps([asdict(result) for result in results], indent=1))


if __name__ == "__main__":
    main()
