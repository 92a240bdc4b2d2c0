"""Locate the seeds' strikes as read by hand: reported.csv -> strikes.csv; run by hand.

`reported.csv` holds what the five reports say, plus the rows whose place a person had to read
(match_method "reviewed"); everything else about the place comes from the gazetteer and the
boundaries, so that a better gazetteer needs only another run.
"""

from __future__ import annotations

from pathlib import Path

from gazetteer import load_gazetteer
from geo.export.formats.csv import to_csv
from geo.land.boundaries import load_boundaries
from geo.placing.join import join_areas
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.strikes.checks import validate

SEEDS = Path(__file__).parents[2] / "geo" / "data" / "seeds"


def build() -> str:
    """Return the text of strikes.csv."""
    reading = read_strikes(SEEDS / "reported.csv", claims=SEEDS / "claims.csv")
    if len(reading.rejected):
        raise SystemExit(f"reported.csv: rows refused:\n{reading.rejected.to_string()}")
    gazetteer = load_gazetteer("sy")
    strikes = reading.strikes.pipe(locate, gazetteer).pipe(join_areas, load_boundaries("sy"))
    return to_csv(validate(strikes))


if __name__ == "__main__":
    beside = SEEDS / "strikes.csv.tmp"
    beside.write_text(build(), encoding="utf-8", newline="")
    beside.replace(SEEDS / "strikes.csv")
