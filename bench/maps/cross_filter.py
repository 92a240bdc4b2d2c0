"""Cross-filtering: seven groups of bars follow a window of a year that moves by months.

`python -m bench cross_filter [COUNT]...` (100000 and 1000000 when none is given). Ours is the
one-file page with Counts open; the other is Mosaic's vgplot over DuckDB's WebAssembly, with the
same bars beside a histogram of days that is brushed. A step ends when every group of bars is
brought up to date in the page; painting is not counted. npm puts vgplot into a temporary folder,
or $STRIKEMAP_BENCH_NPM names a node_modules that has it.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd

from bench.maps.map import FLAGS, OWN_STEP, RUN_STEPS, drag_windows, make_ours, month_windows
from bench.pages.chromium import CHROMIUM, has_chromium
from bench.pages.vgplot import DRIVE, install, serve
from bench.tables.synthetic import make_synthetic
from geo.strikes.schema import TARGET_KINDS, make_claims, make_strikes

if TYPE_CHECKING:
    from playwright.sync_api import Page

COUNTS = (100_000, 1_000_000)
STEPS = 60
BUDGET_MS = 60_000  # of stepping, for each
TIMEOUT_MS = 300_000
READY = "document.documentElement.dataset.strikes === 'ready'"
BRUSH_STEPS = """async ([steps, budget]) => {
  const move = await benchBrush(), times = [], end = performance.now() + budget;
  for (let step = 0; step < steps && performance.now() < end; step += 1) {
    times.push(await move(1));
    await new Promise((done) => requestAnimationFrame(done));
  }
  return times;
}"""
# A bar of ours is pressed: from the press to the bars of the other groups, which it filters.
PRESS_BARS = """async (presses) => {
  const times = [];
  const shown = () => [...document.querySelectorAll(".strike-bar-count")];
  const counts = () => shown().map((one) => one.textContent).join();
  for (let press = 0; press < presses; press += 1) {
    const bars = document.querySelectorAll("button.strike-bar-row");
    const before = counts(), begin = performance.now();
    bars[press % 3].click();
    while (counts() === before && performance.now() < begin + 10000) {
      await new Promise((done) => setTimeout(done, 0));
    }
    times.push(performance.now() - begin);
  }
  return times;
}"""


def make_table(count: int) -> tuple[gpd.GeoDataFrame, pd.DataFrame, pd.DataFrame]:
    """Return synthetic strikes with a claim each, and the same as columns for vgplot."""
    random = np.random.default_rng(11)
    strikes, _ = make_synthetic(count, full=False)
    hour = random.integers(0, 24, count)
    strikes = make_strikes(
        strikes.assign(
            target_kind=random.choice(TARGET_KINDS, count),
            time_local=[f"{one:02}:15" for one in hour],
        )
    )
    source = random.choice([f"Monitor {number}" for number in range(12)], count)
    claims = make_claims(
        pd.DataFrame({
            "claim_id": "c" + strikes.index, "strike_id": strikes.index, "claimant": source,
        })
    )  # fmt: skip
    columns = pd.DataFrame({
        "governorate": strikes["adm1_code"].to_numpy(), "kind": strikes["kind"].to_numpy(),
        "actor": strikes["actor"].to_numpy(), "source": source,
        "target": strikes["target_kind"].to_numpy(), "hour": [f"{one:02}" for one in hour],
        "weekday": strikes["date_start"].dt.day_name().to_numpy(),
        "day": strikes["date_start"].to_numpy(),
    })  # fmt: skip
    return strikes, claims, columns


def measure_ours(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> dict[str, list[float]]:
    """Return milliseconds of steps by months, of a drag of a handle, and of presses of bars."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "map.html"
        path.write_text(make_ours(strikes, claims), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*FLAGS, "--disable-gpu"]
        )
        page = browser.new_page(bypass_csp=True, viewport={"width": 1440, "height": 900})
        page.set_default_timeout(TIMEOUT_MS)
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_function(READY)
        _open_counts(page)
        page.evaluate(OWN_STEP)
        steps = page.evaluate(RUN_STEPS, [month_windows()[:STEPS], BUDGET_MS])
        drags = page.evaluate(RUN_STEPS, [drag_windows(), BUDGET_MS])
        presses = page.evaluate(PRESS_BARS, 12)
        browser.close()
    return {"a step by a month": steps[1:], "a handle dragged": drags[1:], "a bar pressed": presses}


def _open_counts(page: Page) -> None:
    """Open the drawer's tab of counts, and wait for its bars."""
    page.get_by_role("button", name="List", exact=True).click()
    page.get_by_role("tab", name="Counts").click()
    page.wait_for_selector("button.strike-bar-row")


def measure_vgplot(modules: Path, columns: pd.DataFrame) -> dict[str, list[float]]:
    """Return milliseconds of steps by months of vgplot's brush."""
    from playwright.sync_api import sync_playwright

    with serve(modules, columns) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*FLAGS, "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(TIMEOUT_MS)
        page.goto(address)
        page.wait_for_function(
            "window.bench?.bars.every((bar) => bar.querySelector('rect')) "
            "&& window.bench.days.querySelector('.overlay')"
        )
        page.evaluate(f"({DRIVE})()")
        steps = page.evaluate(BRUSH_STEPS, [STEPS, BUDGET_MS])
        browser.close()
    return {"a step by a month": steps}


def _tell(tool: str, count: int, measured: dict[str, list[float]]) -> None:
    for what, times in measured.items():
        ordered = sorted(times)
        late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        print(
            f"| {tool} | {count:,} | {what} | {len(times)} | {statistics.median(times):.1f} | "
            f"{late:.1f} | {ordered[-1]:.1f} |",
            flush=True,
        )


def main() -> None:
    """Print medians, 95th percentiles and worst steps of both, in one run."""
    if not has_chromium("cross-filtering"):
        return
    counts = tuple(int(word) for word in sys.argv[1:] if word.isdigit()) or COUNTS
    with tempfile.TemporaryDirectory() as folder:
        given = os.environ.get("STRIKEMAP_BENCH_NPM")
        modules = Path(given) if given else install(Path(folder))
        print("| tool | strikes | what | steps | median ms | p95 ms | worst ms |")
        print("|---|---|---|---|---|---|---|")
        for count in counts:
            strikes, claims, columns = make_table(count)
            _tell("strikemap", count, measure_ours(strikes, claims))
            begun = time.perf_counter()
            _tell("vgplot", count, measure_vgplot(modules, columns))
            print(f"(vgplot's visit took {time.perf_counter() - begun:.0f} s)", flush=True)
