"""What each step costs at 1,000, 10,000 and 100,000 rows: reading, placing, writing, the page.

`python -m bench scale [ROWS]... [--keep]`: a table of strangers (`bench/tables/strangers.py`, 8,000
distinct names at most), each size in a process of its own: seconds of its processor, of the clock,
and the most memory until the step ended. The start of Python and loading what ships are steps.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from bench.files.reading import run
from bench.results import keep_results
from bench.tables.strangers import write_table

SIZES = (1_000, 10_000, 100_000)
NAMES = 8_000
STEPS = """
import json, sys, time
from pathlib import Path
clock, told = time.perf_counter() - time.process_time(), []

def end(step):
    global clock, begun
    used = time.process_time() - begun
    # Of this process alone: ru_maxrss begins with that of the process that started it.
    status = Path("/proc/self/status").read_text().split("VmHWM:")[1]
    told.append([step, used, time.perf_counter() - clock, int(status.split()[0]) / 1024])
    begun, clock = time.process_time(), time.perf_counter()

begun = 0.0
from geo.export.write import write_strikes
from geo.land.boundaries import load_boundaries
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.webmap.layer import render_html, strike_map
from gazetteer import load_gazetteer
folder = Path(sys.argv[1])
pack, areas = load_gazetteer("sy"), load_boundaries("sy")
end("start, and what ships loaded")
reading = read_strikes(folder / "table.csv")
end("reading CSV")
placed = locate(reading, pack, boundaries=areas)
end("placing")
for ending in ("parquet", "geojson", "csv"):
    write_strikes(placed.strikes, placed.claims, folder / f"out.{ending}")
    end(f"export: {ending}")
(folder / "map.html").write_text(render_html(strike_map(placed)), "utf-8")
end("the one-file page")
sizes = {p.suffix[1:]: p.stat().st_size / 1e6 for p in folder.iterdir()}
print(json.dumps({"told": told, "sizes": sizes}))
"""


def measure(rows: int) -> list[dict[str, object]]:
    """Return a figure for each step, with seconds, and MB of memory and of the page."""
    with tempfile.TemporaryDirectory() as folder:
        write_table(Path(folder) / "table.csv", rows, names=min(NAMES, rows))
        said = json.loads(run([sys.executable, "-c", STEPS, folder]).said.splitlines()[-1])
    return [
        {"rows": rows, "step": step, "processor_seconds": round(used, 2),
         "seconds": round(clock, 2), "mb": round(memory),
         "page_mb": round(said["sizes"]["html"], 2)}
        for step, used, clock, memory in said["told"]
    ]  # fmt: skip


def main() -> None:
    """Print a line for each step and size."""
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()] or SIZES
    figures = [figure for rows in sizes for figure in measure(rows)]
    for one in figures:
        print(f"{one['rows']:>9,} rows  {one['step']:<30} {one['processor_seconds']:8.2f} s of the "
              f"processor, {one['seconds']:8.2f} s, {one['mb']:6,} MB")  # fmt: skip
    print(f"load {os.getloadavg()[0]:.1f}")
    keep_results("scale", figures, sizes=("rows",))
