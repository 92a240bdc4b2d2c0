"""Calibration: the ladder's shares to scores of which nine in ten scored 0.9 are right."""

from __future__ import annotations

import csv
from bisect import bisect_right
from functools import cache
from pathlib import Path

__all__ = ["calibrate", "clear"]


@cache
def _load() -> tuple[list[float], list[float]]:
    path = Path(__file__).parents[1] / "data" / "engine" / "calibration.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(float(row["share"]), float(row["score"])) for row in csv.DictReader(file)]
    return [share for share, _ in rows], [score for _, score in rows]


def clear() -> None:
    """Forget the table, so that it is read again."""
    _load.cache_clear()


def calibrate(share: float) -> float:
    """Return the calibrated score of a share, on straight lines between the table's points."""
    shares, scores = _load()
    at = min(max(bisect_right(shares, share), 1), len(shares) - 1)
    low, high = shares[at - 1], shares[at]
    part = min(max((share - low) / (high - low), 0.0), 1.0)
    return round(scores[at - 1] + part * (scores[at] - scores[at - 1]), 3)
