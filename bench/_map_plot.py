"""Draws the figures that bench.map leaves as JSON: `python -m bench._map_plot JSON OUT.svg`."""

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

    results = [told for told in json.loads(source.read_text()) if not told["full"]]
    tools = list(dict.fromkeys(told["tool"] for told in results))
    figure, places = plt.subplots(2, 2, figsize=(10, 7), layout="constrained")
    for place, (name, label) in zip(places.flat, PARTS, strict=True):
        for tool in tools:
            points = [(told["strikes"], told[name]) for told in results if told["tool"] == tool]
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
