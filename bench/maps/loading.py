"""Gazetteers of many places: seconds and memory to load them and to answer a first name.

`python -m bench loading`: files in GeoNames' format with names of made-up syllables, an Arabic and
two further spellings each, added to the Syrian pack; each in a process of its own.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np

from bench.files.reading import run

SIZES = (18_000, 200_000)
SYLLABLES = (
    "ka",
    "ra",
    "mi",
    "sha",
    "tel",
    "bab",
    "dur",
    "zeit",
    "han",
    "qa",
    "wadi",
    "bou",
    "nas",
)
ARABIC = ("كا", "را", "مي", "شا", "تل", "باب", "دور", "زيت", "هان", "قا", "وادي", "بو", "نس")
LOAD = """
import sys, time
from gazetteer import load_gazetteer
begin = time.perf_counter()
gazetteer = load_gazetteer("sy", extra=[sys.argv[1]])
loaded = time.perf_counter()
gazetteer.match("Karashatel Farm")
first = time.perf_counter()
print(len(gazetteer.places), loaded - begin, first - loaded)
"""


def write_places(path: Path, rows: int) -> None:
    """Write so many places in GeoNames' tab-separated format (readme of its dump, 19 columns)."""
    random = np.random.default_rng(5)
    parts = random.integers(0, len(SYLLABLES), (rows, 4))
    lons, lats = random.uniform(35.8, 42.3, rows), random.uniform(32.4, 37.2, rows)
    with path.open("w", encoding="utf-8") as file:
        for number in range(rows):
            name = "".join(SYLLABLES[part] for part in parts[number]).capitalize()
            arabic = "".join(ARABIC[part] for part in parts[number])
            others = f"{arabic},{name.replace('q', 'k')}ah,Al-{name}"
            cells = [str(9_000_000 + number), name, name, others, f"{lats[number]:.4f}",
                     f"{lons[number]:.4f}", "P", "PPL", "SY", "", f"{number % 14:02d}", "", "", "",
                     "0", "", "300", "Asia/Damascus", "2024-01-01"]  # fmt: skip
            file.write("\t".join(cells) + "\n")


def main() -> None:
    """Print a line for each size."""
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder) / "SY.txt"
            write_places(path, size)
            done = run([sys.executable, "-c", LOAD, path])
            places, load, first = done.said.split()[-3:]
            print(
                f"{int(places):>8,} places loaded in {float(load):6.2f} s, the first name answered "
                f"{float(first):5.2f} s later, {done.memory:,.0f} MB"
            )
