"""Sheets of 10,000 strikes: seconds and bytes per format, beside a screenshot of the HTML map."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from bench.pages.chromium import CHROMIUM, has_chromium
from gazetteer.tables.loading import read_pack
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import write_sheet
from geo.land.boundaries import load_boundaries
from geo.land.named_map import make_named_map
from geo.strikes.schema import make_claims, make_strikes
from geo.webmap.layer import render_html, strike_map

STRIKES = 10_000
ROUNDS = 5
AIMS = {".png": 2.0, ".pdf": 2.0, ".pptx": 3.0}  # seconds
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
MISSING = "period and filters in words, n of N, sources, scale bar, north arrow, credits, data hash"


def invent_strikes(count: int, seed: int = 1) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Return strikes at 700 places, one in ten known by area only, with one claim each."""
    random = np.random.default_rng(seed)
    areas = load_boundaries("sy").levels[1]
    area = random.integers(0, len(areas), count)
    west, south, east, north = areas.total_bounds
    places = np.column_stack([random.uniform(west, east, 700), random.uniform(south, north, 700)])
    place = random.integers(0, 700, count)
    located = random.random(count) > 0.1
    days = pd.Timestamp("2015-09-30") + pd.to_timedelta(random.integers(0, 1800, count), unit="D")
    killed = pd.array(np.where(random.random(count) < 0.4, random.integers(0, 40, count), -1))
    killed = pd.Series(killed, dtype="Int64")
    table = pd.DataFrame(
        {
            "kind": random.choice(["airstrike", "drone", "missile", "shelling"], count),
            "date_start": days,
            "date_end": days,
            "date_precision": "day",
            "place_text": [f"Place {number}" for number in place],
            "place_name": [f"Place {number}" for number in place],
            "match_method": "exact",
            "precision": np.where(located, "settlement", "governorate"),
            "uncertainty_km": np.where(located, 2.0, np.nan),
            "location_status": np.where(located, "located", "area_only"),
            "adm1_code": areas["code"].to_numpy()[area],
            "adm1_name": areas["name"].to_numpy()[area],
            "event_status": "reported",
            "killed_min": killed.where(killed >= 0),
            "killed_max": killed.where(killed >= 0),
            "source_count": 1,
        }
    )
    table.index = pd.Index([f"s{number}" for number in range(count)], name="strike_id")
    points = gpd.points_from_xy(*places[place].T)
    table["geometry"] = gpd.GeoSeries(points, index=table.index).where(located)
    claims = pd.DataFrame(
        {
            "claim_id": [f"c{number}" for number in range(count)],
            "strike_id": table.index,
            "outlet": [f"Outlet {number}" for number in random.integers(0, 40, count)],
            "title": [f"Report {number}" for number in random.integers(0, 3000, count)],
            "published": days.strftime("%Y-%m-%d"),
        }
    )
    return make_strikes(table), make_claims(claims)


def seconds_of(work: Callable[[], object]) -> list[float]:
    """Return the seconds of each round, after one that is not counted."""
    work()
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return taken


def line(name: str, taken: list[float], path: Path, extra: str = "") -> str:
    """Return one line of the report."""
    middle, size = statistics.median(taken), path.stat().st_size / 1024
    spread = f"{min(taken):.2f} to {max(taken):.2f}"
    return f"{name:<22}{middle:6.2f} s ({spread}) {size:8.0f} kB  {extra}"


def screenshot(page: Path, picture: Path) -> list[float]:
    """Open the HTML map in Chromium and save a picture of it; seconds of each round."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)

        def work() -> None:
            view = browser.new_page(viewport={"width": 2560, "height": 1440})
            view.goto(page.as_uri())
            view.wait_for_selector("html[data-strikes=ready]")
            view.screenshot(path=picture)
            view.close()

        taken = seconds_of(work)
        browser.close()
    return taken


def main() -> None:
    """Print seconds and sizes of each format for 10,000 strikes."""
    strikes, claims = invent_strikes(STRIKES)
    boundaries = load_boundaries("sy")
    print(f"{STRIKES} strikes, {len(claims)} claims; from tables to file, median of {ROUNDS}")
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".png", ".pdf", ".pptx", ".svg"):
            path = Path(folder) / f"sheet{suffix}"

            def work(path: Path = path) -> None:
                options = SheetOptions(paper="16:9")
                write_sheet(make_sheet(strikes, claims, boundaries, options), path)

            aim = f"aim {AIMS[suffix]:.0f} s" if suffix in AIMS else ""
            print(line(f"sheet {suffix}", seconds_of(work), path, aim), flush=True)
        page, picture = Path(folder) / "map.html", Path(folder) / "screenshot.png"

        def build() -> None:
            drawn = strike_map(strikes, claims, base_map=make_named_map(boundaries, read_pack()))
            page.write_text(render_html(drawn), encoding="utf-8")

        print(line("HTML map", seconds_of(build), page))
        if has_chromium("the page's screenshot"):
            print(line("its screenshot", screenshot(page, picture), picture, f"lacks {MISSING}"))


if __name__ == "__main__":
    main()
