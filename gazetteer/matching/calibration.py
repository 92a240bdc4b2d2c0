"""Calibration: the ladder's shares to scores of which nine in ten scored 0.9 are right.

Right is a point within 5 km of the true place, or a circle that holds it. A share is worth less
where the name is met only by a spelling near it, least where its renown made up for the spelling,
and where only a selection of the country's places is listed: a line each.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from functools import cache
from pathlib import Path

__all__ = ["KNOWN", "calibrate", "case_of", "clear"]

KNOWN = 1.0  # renown of a place that reports name

Line = tuple[list[float], list[float]]  # shares, rising, and the score of each


def case_of(*, exact: bool, whole_country: bool, known: bool = False) -> str:
    """Return the word of calibration.csv for how a name is met and what is listed.

    known: by a spelling near that of a place that reports name; no line of its own in a selection,
    which lists few others.
    """
    near = "near a known one" if known and whole_country else "near"
    return f"{'listed' if exact else near}, {'all' if whole_country else 'selected'}"


@cache
def _load() -> dict[str, Line]:
    path = Path(__file__).parents[1] / "data" / "engine" / "calibration.csv"
    lines: dict[str, Line] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            shares, scores = lines.setdefault(row["case"], ([], []))
            shares.append(float(row["share"]))
            scores.append(float(row["score"]))
    return lines


def clear() -> None:
    """Forget the table, so that it is read again."""
    _load.cache_clear()


def calibrate(share: float, *, exact: bool, whole_country: bool, known: bool = False) -> float:
    """Return the calibrated score of a share, on straight lines between the table's points."""
    shares, scores = _load()[case_of(exact=exact, whole_country=whole_country, known=known)]
    at = min(max(bisect_right(shares, share), 1), len(shares) - 1)
    low, high = shares[at - 1], shares[at]
    part = min(max((share - low) / (high - low), 0.0), 1.0)
    return round(scores[at - 1] + part * (scores[at] - scores[at - 1]), 3)
