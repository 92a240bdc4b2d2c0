"""Files read and written at their real size, beside what a user would pick instead.

`python -m bench reading [ROWS]` writes a table of strangers (1,000,000 rows with 8,000 distinct
names when no number is given) and runs each step in a process of its own: seconds and peak memory.
The other tools only open the file: they place no name, read no toll and keep no claim. kepler.gl
reads CSV with loaders.gl's CSVLoader: STRIKEMAP_BENCH_NPM names a node_modules folder that has it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.pages.map_rivals import NPM
from bench.tables.strangers import write_table

ROWS = 1_000_000
# Rows that geopandas reads as GeoJSON: 1,000,000 of them take minutes.
GEOJSON_ROWS = 100_000
REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference"
PUBLISHED = ("ucdp_ged/ucdp_ged_syria.csv", "syrian_archive/russian_attacks.csv",
             "files/centcom_releases.csv", "files/ucdp_ukraine_hxl.csv")  # fmt: skip
STRIKEMAP = (sys.executable, "-m", "strikemap")
READ_ONLY = "import time, sys; from geo.reading.read import read_strikes; t = time.perf_counter(); \
reading = read_strikes(sys.argv[1]); print(time.perf_counter() - t, len(reading.strikes), \
len(reading.rejected))"
KEPLER = """
const {parse} = require('@loaders.gl/core'); const {CSVLoader} = require('@loaders.gl/csv');
parse(require('fs').readFileSync(process.argv[1], 'utf8'), CSVLoader, {worker: false})
  .then((table) => console.log((table.data || table).length));
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds, peak memory in MB, what it printed, its processor's seconds.

    The processor's are of its children too.
    """

    seconds: float
    memory: float
    said: str
    processor: float = 0.0


def run(command: Sequence[str | Path], **more: str) -> Run:
    """Run a command to its end; exits with what it said where it fails."""
    with tempfile.TemporaryFile("w+") as heard:
        begin = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in command], stdout=heard, stderr=subprocess.STDOUT,
            env={**os.environ, **more},
        )  # fmt: skip
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        heard.seek(0)
        said = heard.read()
    if status:
        sys.exit(f"{' '.join(map(str, command))} failed: {said[-2000:]}")
    return Run(seconds, usage.ru_maxrss / 1024, said, usage.ru_utime + usage.ru_stime)


def show(what: str, done: Run, beside: Run | None = None) -> None:
    """Print one line: seconds, memory, and how many times another took as long."""
    ratio = f", {done.seconds / beside.seconds:5.1f} times it" if beside else ""
    print(f"{what:<58} {done.seconds:7.2f} s {done.memory:7,.0f} MB{ratio}", flush=True)


def main() -> None:
    """Print seconds and memory of each step, ours and others'."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    rows = numbers[0] if numbers else ROWS
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "table.csv"
        write_table(table, rows)
        print(f"{rows:,} rows of CSV, {table.stat().st_size / 1e6:,.0f} MB")
        measure_large(table)
        measure_geojson(Path(folder), rows)
    measure_published()


def measure_large(table: Path) -> None:
    """Measure the way from a CSV to our Parquet, and from it to a page and GeoJSON."""
    pandas = run([sys.executable, "-c", "import pandas, sys; pandas.read_csv(sys.argv[1])", table])
    show("pandas.read_csv: opened, nothing understood", pandas)
    if (NPM / "@loaders.gl" / "csv").is_dir():
        kepler = run(["node", "-e", KEPLER, table], NODE_PATH=str(NPM))
        show("kepler.gl's loader: opened, nothing understood", kepler, pandas)
    parquet = table.with_suffix(".parquet")
    show("strikemap import: CSV to our Parquet, located",
         run([*STRIKEMAP, "import", table, "--out", parquet]), pandas)  # fmt: skip
    for suffix, what in ((".html", "one-file HTML"), (".geojson", "GeoJSON")):
        out = table.with_suffix(suffix)
        done = run([*STRIKEMAP, "export", parquet, "--out", out])
        show(f"strikemap export: our Parquet to {what}", done, pandas)
        print(f"{'':<58} {out.stat().st_size / 1e6:9,.0f} MB written")


def measure_geojson(folder: Path, rows: int) -> None:
    """Measure GeoJSON read back, beside geopandas."""
    few = folder / "few.csv"
    write_table(few, min(rows, GEOJSON_ROWS))
    geojson = few.with_suffix(".geojson")
    run([*STRIKEMAP, "export", few, "--out", geojson])
    geopandas = run(
        [sys.executable, "-c", "import geopandas, sys; geopandas.read_file(sys.argv[1])", geojson]
    )
    show(f"geopandas.read_file: GeoJSON of {min(rows, GEOJSON_ROWS):,}", geopandas)
    show("read_strikes: the same, with claims", run([sys.executable, "-c", READ_ONLY, geojson]),
         geopandas)  # fmt: skip


def measure_published() -> None:
    """Measure the files of publishers, read without the start of Python."""
    for name in PUBLISHED:
        path = REFERENCE / name
        if not path.exists():
            print(f"{path} is not here: left out")
            continue
        seconds, strikes, refused = run([sys.executable, "-c", READ_ONLY, path]).said.split()[-3:]
        said = {"rows": int(strikes) + int(refused), "refused": int(refused)}
        print(f"{name:<58} {float(seconds):7.2f} s to read, {json.dumps(said)}")
