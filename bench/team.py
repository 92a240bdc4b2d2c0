"""Ten editors of a team's database at once: what a decision takes, and whether any is lost.

`python -m bench team --address=postgresql://...`, a database without a workspace; without an
address nothing is measured. Every editor is a process of its own, which decides, waits six
seconds and decides the next: 500 names an hour.
"""

from __future__ import annotations

import multiprocessing
import random
import sys
import time

from bench.workspace import NAMES, SEED, write_rows
from gazetteer import Gazetteer, load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.land.boundaries import load_boundaries
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.workspace.files import make_workspace
from geo.workspace.store import Workspace

EDITORS, SECONDS, PAUSE_S, ROWS = 10, 60, 6.0, 20_000


def edit(
    number: int, address: str, names: list[str], land: tuple[Gazetteer, object]
) -> list[float]:
    """Decide names for a minute; return the seconds of each decision."""
    taken: list[float] = []
    with Workspace(address, who=f"editor {number}") as opened:
        opened.list_decisions()
        time.sleep(random.Random(number).uniform(0, PAUSE_S))
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and len(taken) < len(names):
            begin = time.perf_counter()
            opened.decide(Decision(names[len(taken)], "", "no place"), *land)  # type: ignore[arg-type]
            taken.append(time.perf_counter() - begin)
            time.sleep(PAUSE_S)
    return taken


def main() -> None:
    """Print the median and the 95th percentile, and whether any decision was lost."""
    address = next((word[10:] for word in sys.argv if word.startswith("--address=")), "")
    if not address:
        print("no --address=postgresql://... given: not measured")
        return
    gazetteer, boundaries = load_gazetteer("sy"), load_boundaries("sy")
    table = write_rows(gazetteer, ROWS, NAMES // 5)
    reading = locate(read_strikes(table), gazetteer, boundaries=boundaries)
    begin = time.perf_counter()
    make_workspace(address, reading.strikes, reading.claims)
    print(f"{ROWS:,} strikes made in {time.perf_counter() - begin:.1f} s")
    said = sorted(set(table["place"]))
    random.Random(SEED).shuffle(said)
    jobs = [
        (number, address, said[number::EDITORS], (gazetteer, boundaries))
        for number in range(EDITORS)
    ]
    with multiprocessing.get_context("fork").Pool(EDITORS) as pool:
        taken = sorted(second for own in pool.starmap(edit, jobs) for second in own)
    with Workspace(address, writing=False) as opened:
        kept, logged = len(opened.list_decisions()), len(opened.list_log())
    print(f"{EDITORS} editors, {len(taken)} decisions in {SECONDS} s: median "
          f"{taken[len(taken) // 2]:.3f} s, 95 of 100 under {taken[len(taken) * 95 // 100]:.3f} s; "
          f"lost {len(taken) - kept}, logged {logged}")  # fmt: skip


if __name__ == "__main__":
    main()
