"""Ten editors of a team's database at once: what a decision takes, and whether any is lost.

`python -m bench team [--address=postgresql://...]`: a database without a workspace; without an
address the server of the tests, started in a temporary folder. Every editor is a process of its
own, which decides, waits six seconds and decides the next: 500 names an hour. The first decision
of each, which reads what all rows say, is told apart.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import time
from pathlib import Path

from bench.app.workspace import NAMES, SEED, write_rows
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
    """Decide names for a minute; return the seconds of each decision, in order."""
    taken: list[float] = []
    with Workspace(address, who=f"editor {number}") as opened:
        opened.make_ready(*land)  # type: ignore[arg-type] # as the page does when it is opened
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
    if address:
        measure(address)
        return
    sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "support"))
    from cluster import run_cluster

    with run_cluster(lasting=True) as cluster:
        measure(cluster.address(cluster.make_database()))


def measure(address: str) -> None:
    """Make a workspace in a database, let ten editors decide, and print what it took."""
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
    print(f"load before: {os.getloadavg()[0]:.1f}")
    with multiprocessing.get_context("fork").Pool(EDITORS) as pool:
        each = pool.starmap(edit, jobs)
    print(f"load after: {os.getloadavg()[0]:.1f}")
    with Workspace(address, writing=False) as opened:
        kept, logged = len(opened.list_decisions()), len(opened.list_log())
    number = sum(map(len, each))
    print(f"{EDITORS} editors, {number} decisions in {SECONDS} s, lost {number - kept}, "
          f"logged {logged}")  # fmt: skip
    say("all", [second for own in each for second in own])
    say("the first of each", [own[0] for own in each])
    say("the others", [second for own in each for second in own[1:]])


def say(what: str, taken: list[float]) -> None:
    """Print the median and the 95th percentile of seconds."""
    taken = sorted(taken)
    print(f"{what}: median {taken[len(taken) // 2]:.3f} s, 95 of 100 under "
          f"{taken[len(taken) * 95 // 100]:.3f} s, longest {taken[-1]:.3f} s")  # fmt: skip


if __name__ == "__main__":
    main()
