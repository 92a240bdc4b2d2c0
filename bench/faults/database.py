"""A team's database killed at random moments: what was acknowledged is there, nothing is half.

`python -m bench.faults.database [TIMES]`, 200 when no number is given: half of them while names
are decided, undone and redone, a quarter each while a workspace is made and brought to this
version. In turns a connection's backend is ended as an administrator ends it, one is killed (the
server then ends all and recovers), and the whole server is killed and started again. The server
is one of its own in a temporary folder. Debian's postgresql and postgis are needed.
"""

from __future__ import annotations

import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pandas as pd

from bench.faults.killing import Killer, Outcome, count_cuts
from gazetteer import Gazetteer, load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.errors import WorkspaceError
from geo.land.boundaries import Boundaries, load_boundaries
from geo.placing.locate import locate
from geo.reading.read import Reading, read_strikes
from geo.workspace.files import check_workspace, make_workspace
from geo.workspace.store import Workspace

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "support"))
from cluster import Cluster, run_cluster
from old_workspace import make_old_database

TIMES, SEED = 200, 14
NAMES, STRIKES = 40, 400
PATIENCE_S = 30  # for an act between two kills
Land = tuple[Gazetteer, Boundaries]
Act = tuple[str, str]  # what was done to what


def read_rows(land: Land) -> Reading:
    """Return strikes of made-up names, ten of each name."""
    rows = [
        {"date": f"2016-09-{1 + at % 28:02d}", "place": f"name {at % NAMES}", "source": "SOHR",
         "killed": at % 7}
        for at in range(STRIKES)
    ]  # fmt: skip
    return locate(read_strikes(pd.DataFrame(rows)), land[0], boundaries=land[1])


class Editor(threading.Thread):
    """Who decides, undoes and redoes without a pause, and keeps what was acknowledged."""

    def __init__(self, address: str, land: Land) -> None:
        """Take a workspace's address."""
        super().__init__(daemon=True)
        self.address, self.land = address, land
        self.acts: list[tuple[Act, bool]] = []  # with whether it was acknowledged
        self.told: Counter[str] = Counter()
        self.broken: BaseException | None = None
        self.moved, self.enough = threading.Event(), threading.Event()

    def run(self) -> None:
        """Act until it is enough."""
        try:
            with Workspace(self.address, who="A") as opened:
                for number in count():
                    if self.enough.is_set():
                        return
                    self._act(opened, number)
                    self.moved.set()
        except BaseException as error:
            self.broken = error

    def _act(self, opened: Workspace, number: int) -> None:
        name = f"name {number % NAMES}"
        decision = Decision(name, "", "no place", reason=f"{number}")
        if not self._try(("decide", name), lambda: opened.decide(decision, *self.land)):
            with suppress(WorkspaceError):
                opened.list_decisions()
            return
        if number % 3 == 2 and self._try(("undo", name), opened.undo) and number % 2:
            self._try(("redo", name), opened.redo)

    def _try(self, act: Act, work: Callable[[], object]) -> bool:
        try:
            done = work()
        except WorkspaceError as error:
            self.told[_bare(str(error))] += 1
            self.acts.append((act, False))
            return False
        self.acts.append((act, True))
        if act[0] != "decide" and getattr(done, "what", None) != act[1]:
            raise AssertionError(f"{act}: {done}")
        return True


def kill_deciding(cluster: Cluster, killer: Killer, land: Land, times: int) -> Outcome:
    """Kill while names are decided, undone and redone; look at what is there afterwards."""
    database = cluster.make_database()
    address, reading = cluster.address(database), read_rows(land)
    make_workspace(address, reading.strikes, reading.claims)
    with Workspace(address, writing=False) as opened:
        first = opened.read_strikes()
    editor = Editor(address, land)
    outcome = Outcome(times, told=editor.told)
    with count_cuts(outcome):
        editor.start()
        for _ in range(times):
            editor.moved.wait(PATIENCE_S)
            editor.moved.clear()
            killer.strike(database, 0.2)
        editor.enough.set()
        editor.join()
    outcome.acknowledged = sum(known for _, known in editor.acts)
    if editor.broken is not None:
        outcome.faults.append(f"an editor was thrown out: {editor.broken!r}")
    outcome.faults += check_workspace(address)
    outcome.faults += [*_find_lost(address, editor.acts), *_find_half(address, first)]
    return outcome


def _find_lost(address: str, acts: list[tuple[Act, bool]]) -> list[str]:
    """Return what the log lacks or has twice of what was done."""
    with Workspace(address, writing=False) as opened:
        logged = [(entry.action, entry.what) for entry in reversed(opened.list_log())]
    faults, at = [], 0
    for act, known in acts:
        there = at < len(logged) and logged[at] == act
        at += there
        if known and not there:
            faults.append(f"{act} was acknowledged and is not in the log")
    return [*faults, *(f"{act} is in the log twice" for act in logged[at:])]


def _find_half(address: str, first: pd.DataFrame) -> list[str]:
    """Return what stands half: rows without their decision, steps that cannot be taken back."""
    with Workspace(address, who="A") as opened:
        decided = {one.name for one in opened.list_decisions()}
        strikes = opened.read_strikes()
        reviewed = strikes["match_method"] == "reviewed"
        half = strikes.index[reviewed != strikes["place_text"].isin(decided)]
        while opened.undo() is not None:
            pass
        back = opened.read_strikes().equals(first) and not opened.list_decisions()
    faults = [f"{len(half)} rows are placed otherwise than their decision says"] * bool(len(half))
    return faults if back else [*faults, "all undone, it is not as it was made"]


def kill_making(cluster: Cluster, killer: Killer, land: Land, times: int) -> Outcome:
    """Kill while a workspace is made: it is there whole, or not at all and can be made."""
    outcome, reading = Outcome(times), read_rows(land)
    begin = time.perf_counter()
    make_workspace(cluster.address(cluster.make_database()), reading.strikes, reading.claims)
    takes = time.perf_counter() - begin
    for _ in range(times):
        database = cluster.make_database()
        address = cluster.address(database)

        def make(address: str = address) -> None:
            make_workspace(address, reading.strikes, reading.claims)

        made = _do_meanwhile(make, lambda name=database: killer.strike(name, takes), outcome)
        if not made and not cluster.ask("SELECT to_regclass('strikes')", database):
            make()
        outcome.faults += _look_at(address, reading)
    return outcome


def kill_migrating(cluster: Cluster, killer: Killer, land: Land, times: int) -> Outcome:
    """Kill while a database of version 2 is brought to this one: it is of the one or the other."""
    outcome, reading = Outcome(times), read_rows(land)
    for at in range(times):
        database = cluster.make_database()
        address = cluster.address(database)
        make_old_database(address, 1 + at % 2, reading.strikes, reading.claims)

        def bring_up(address: str = address) -> None:
            Workspace(address).close()

        _do_meanwhile(bring_up, lambda name=database: killer.strike(name, 0.4), outcome)
        outcome.faults += _look_at(address, reading)
    return outcome


def _do_meanwhile(work: Callable[[], None], kill: Callable[[], None], outcome: Outcome) -> bool:
    """Do work while another kills; return whether it was acknowledged."""
    done: list[bool] = []

    def run() -> None:
        try:
            work()
            done.append(True)
        except WorkspaceError as error:
            outcome.told[_bare(str(error))] += 1
        except BaseException as error:
            outcome.faults.append(f"thrown out: {error!r}")

    thread = threading.Thread(target=run, daemon=True)
    with count_cuts(outcome):
        thread.start()
        kill()
        thread.join()
    outcome.acknowledged += len(done)
    return bool(done)


def _look_at(address: str, reading: Reading) -> list[str]:
    """Return what is wrong with a database that was made or brought up."""
    with Workspace(address, who="A") as opened:
        strikes, claims = opened.read_strikes(), opened.read_claims()
    same = strikes.drop(columns="added").equals(reading.strikes.drop(columns="added"))
    wrong = [] if same and claims.equals(reading.claims) else ["it is not what was put in"]
    return [*check_workspace(address), *wrong]


def _bare(said: str) -> str:
    """Return a message without the name of its database."""
    return said.partition(": ")[2]


def main() -> None:
    """Print what became of all moments."""
    times = next((int(word) for word in sys.argv[1:] if word.isdigit()), TIMES)
    land: Land = load_gazetteer("sy"), load_boundaries("sy")
    with run_cluster(lasting=True) as cluster:
        killer = Killer(cluster, random.Random(SEED))
        for what, kill, part in (("deciding", kill_deciding, 2), ("making", kill_making, 4),
                                 ("migrating", kill_migrating, 4)):  # fmt: skip
            print(f"{what}: {kill(cluster, killer, land, times // part)}", flush=True)


if __name__ == "__main__":
    main()
