"""Tables as strangers hand them over, for measurements: a monitor's list of many names."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from gazetteer import load_gazetteer

__all__ = ["write_table"]

KINDS = ("Airstrike", "Shelling", "Drone strike", "Air strike (barrel bomb)", "Missile")
TOLLS = ("", "0", "1", "2", "3-5", "7", "10+", "dozens", "4", "up to 12")


def write_table(path: Path, rows: int, *, names: int = 8_000) -> None:
    """Write a CSV of that many rows with so many distinct place names of the Syrian pack."""
    random = np.random.default_rng(11)
    places = [p for p in load_gazetteer("sy").places if p.adm1_name and p.kind == "settlement"]
    spellings = [(name, p.adm1_name) for p in places for name in (p.name, *p.spellings)]
    chosen = spellings[:names]
    while len(chosen) < names:
        chosen += [(f"{name} {len(chosen)}", adm) for name, adm in spellings][: names - len(chosen)]
    which = random.integers(0, len(chosen), rows)
    days = pd.date_range("2011-03-15", "2024-12-31").strftime("%Y-%m-%d").to_numpy()
    table = pd.DataFrame(
        {
            "date": days[random.integers(0, len(days), rows)],
            "place": np.array([name for name, _ in chosen], dtype=object)[which],
            "governorate": np.array([adm for _, adm in chosen], dtype=object)[which],
            "type": np.array(KINDS, dtype=object)[random.integers(0, len(KINDS), rows)],
            "killed": np.array(TOLLS, dtype=object)[random.integers(0, len(TOLLS), rows)],
            "injured": np.array(TOLLS, dtype=object)[random.integers(0, len(TOLLS), rows)],
            "source": np.array([f"Monitor {n}" for n in range(40)], dtype=object)[
                random.integers(0, 40, rows)
            ],
            "url": [f"https://example.org/report/{n}" for n in range(rows)],
            "description": [f"report {n % 5000} of a strike on the town" for n in range(rows)],
        }
    )
    table.to_csv(path, index=False)
