"""Killing: who ends a database's connections at random moments, and what became of each moment."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from geo.workspace.homes import trying

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "support"))
from cluster import Cluster

__all__ = ["Killer", "Outcome", "count_cuts"]


@dataclass
class Outcome:
    """What became of the moments: faults in words, what people were told, and counts."""

    moments: int = 0
    acknowledged: int = 0
    cuts: int = 0  # that came upon a piece of work in its midst
    told: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """Say it in lines."""
        words = "".join(f"\n  told {times} x: {said}" for said, times in self.told.items())
        faults = "".join(f"\n  FAULT {fault}" for fault in self.faults)
        numbers = f"{self.moments} moments, {self.acknowledged} acknowledged, {self.cuts} cut short"
        told = sum(self.told.values())
        return f"{numbers}, {told} told, {len(self.faults)} faults{words}{faults}"


class Killer:
    """Who ends a database's connections at random moments, in three ways in turn."""

    def __init__(self, cluster: Cluster, chance: random.Random) -> None:
        """Take a cluster that lasts."""
        self.cluster, self.chance, self._turn = cluster, chance, count()

    def strike(self, database: str, within: float) -> None:
        """Wait a random part of some seconds, then end what serves a database."""
        time.sleep(self.chance.uniform(0, within))
        ways = (self._end, self._end, self._kill_one, self._kill_all)
        ways[next(self._turn) % len(ways)](database)

    def _end(self, database: str) -> None:
        self.cluster.ask(f"SELECT pg_terminate_backend(pid) {_others(database)}", database)

    def _kill_one(self, database: str) -> None:
        pid = self.cluster.ask(f"SELECT pid {_others(database)} LIMIT 1", database)
        if pid:
            with suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)
        self.cluster.wait()

    def _kill_all(self, _: str) -> None:
        self.cluster.kill()
        self.cluster.restart()


@contextmanager
def count_cuts(outcome: Outcome) -> Iterator[Outcome]:
    """Count how often work was cut and tried again."""
    kept = trying.is_cut

    def counted(error: SQLAlchemyError) -> bool:
        found = kept(error)
        outcome.cuts += found
        return found

    trying.is_cut = counted
    try:
        yield outcome
    finally:
        trying.is_cut = kept


def _others(database: str) -> str:
    return f"FROM pg_stat_activity WHERE datname = '{database}' AND pid <> pg_backend_pid()"
