"""Draws the figures of `bench map`, kept as JSON: `python -m bench.pages.map_plot JSON OUT.svg`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

PARTS = (("step_ms", "one step of the slider, ms"), ("ready_s", "page ready, s"),
         ("page_mb", "page and scripts, MB"), ("heap_mb", "memory, MB"))  # fmt: skip
OURS = "strikemap"


def draw(source: Path, target: Path) -> None:
    """Plot each figure over the number of strikes, bare pages, both axes logarithmic."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "strikemap"
    from matplotlib import pyplot as plt

    results = [result for result in json.loads(source.read_text()) if not result["full"]]
    tools = list(dict.fromkeys(result["tool"] for result in results))
    figure, places = plt.subplots(2, 2, figsize=(10, 7), layout="constrained")
    for place, (name, label) in zip(places.flat, PARTS, strict=True):
        for tool in tools:
            points = [
                (result["strikes"], result[name]) for result in results if result["tool"] == tool
            ]
            place.loglog(*zip(*points, strict=True), marker="o", label=tool,
                         linewidth=3 if tool == OURS else 1.2)  # fmt: skip
        place.set_title(label, fontsize=11)
        place.grid(visible=True, alpha=0.3)
    places[0, 0].legend(fontsize=8)
    for place in places[1]:
        place.set_xlabel("strikes")
    figure.savefig(target, metadata={"Date": None})


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
