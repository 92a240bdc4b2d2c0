"""A workspace at the size of a nightly feed: made, opened, decided in, and taken back.

`python -m bench workspace [ROWS] [NAMES]`: 100,000 strikes with 8,000 names when no number is
given. Seconds; beside them what pandas takes to read the same rows from a CSV, which keeps no
decision and no log.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd

from gazetteer import Gazetteer, load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.land.boundaries import load_boundaries
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.workspace.files import make_workspace
from geo.workspace.store import Workspace

ROWS, NAMES = 100_000, 8_000
SINGLE = 30  # decisions that are timed one by one
SEED = 14


def write_rows(gazetteer: Gazetteer, rows: int, names: int) -> pd.DataFrame:
    """Return rows of made-up names: those of the pack, most with a number behind."""
    chance = random.Random(SEED)
    places = [place.name for place in gazetteer.places]
    made = [f"{places[at % len(places)]} {at // len(places) or ''}".strip() for at in range(names)]
    days = [f"2016-{1 + at % 12:02d}-{1 + at % 28:02d}" for at in range(rows)]
    said = [chance.choice(made) for _ in range(rows)]
    return pd.DataFrame({"date": days, "place": said, "source": "SOHR", "kind": "airstrike"})


def clock(label: str, step: Callable[[], object]) -> float:
    """Run a step and print its seconds."""
    begin = time.perf_counter()
    step()
    taken = time.perf_counter() - begin
    print(f"{label:44} {taken:8.3f} s", flush=True)
    return taken


def decide_singly(opened: Workspace, names: Sequence[str], *land: object) -> list[float]:
    """Return the seconds of decisions made one by one, least first."""
    taken = []
    for name in names:
        begin = time.perf_counter()
        opened.decide(Decision(name, "", "no place"), *land)  # type: ignore[arg-type]
        taken.append(time.perf_counter() - begin)
    return sorted(taken)


def main() -> None:
    """Print the seconds of each step."""
    given = [int(word) for word in sys.argv[2:4]]
    rows, names = (*given, *(ROWS, NAMES)[len(given) :])
    chance = random.Random(SEED)
    gazetteer, boundaries = load_gazetteer("sy"), load_boundaries("sy")
    table = write_rows(gazetteer, rows, names)
    reading = locate(read_strikes(table), gazetteer, boundaries=boundaries)
    said = sorted(set(table["place"]))
    known = [place.place_id for place in gazetteer.places]
    many = [Decision(name, "", "place", chance.choice(known)) for name in said]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "work.gpkg"
        as_csv = Path(folder) / "rows.csv"
        pd.DataFrame(reading.strikes.drop(columns="geometry")).to_csv(as_csv)
        print(f"{rows:,} strikes, {len(said):,} names")
        clock(
            "pandas reads the same rows from a CSV", lambda: pd.read_csv(as_csv, low_memory=False)
        )
        clock("made", lambda: make_workspace(path, reading.strikes, reading.claims))
        with Workspace(path) as opened:
            clock("strikes read", opened.read_strikes)
            clock(
                "all names decided at once", lambda: opened.decide_many(many, gazetteer, boundaries)
            )
            singly = decide_singly(opened, chance.sample(said, SINGLE), gazetteer, boundaries)
            print(f"{'one decision on disk: median, worst':44} {singly[SINGLE // 2]:8.3f} s "
                  f"{singly[-1]:8.3f} s")  # fmt: skip
            clock("one undone", opened.undo)
        with Workspace(path) as opened:
            clock("opened and read, all names decided", opened.read_strikes)
        print(f"{path.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
