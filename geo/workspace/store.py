"""A workspace on disk: opened, decided in, undone, redone. One writer at a time, others read."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import geopandas as gpd
import pandas as pd
from filelock import FileLock, Timeout

from gazetteer.decisions.decision import Decision
from geo.errors import WorkspaceError
from geo.land.boundaries import Boundaries
from geo.placing.evidence import Matches
from geo.workspace.acting import find_rows, list_steps, write_change
from geo.workspace.changes import Change, Row, Step, dump_patches, load_patches
from geo.workspace.deciding import place_rows
from geo.workspace.files import connect, keep_log, now
from geo.workspace.following import Changed, read_changed
from geo.workspace.keeping import (
    LogEntry,
    dump_decision,
    find_decision,
    keep_decision,
    list_decisions,
    list_log,
    word_decision,
    write_log,
)
from geo.workspace.migrating import migrate
from geo.workspace.rows import (
    SaidByName,
    read_claims,
    read_rows,
    read_said,
    write_states,
)
from geo.workspace.tables import (
    find_troubles,
    read_value,
    write_value,
)

__all__ = ["LogEntry", "Workspace"]

# The last act that stands, and the first that was undone since.
_STEPS = (
    "SELECT seq, action, what, why, before, after FROM log WHERE action NOT IN ('undo', 'redo')"
)
_LAST_DONE = f"{_STEPS} AND undone = 0 ORDER BY seq DESC LIMIT 1"
_FIRST_UNDONE = f"{_STEPS} AND undone = 1 AND seq > ? ORDER BY seq LIMIT 1"
Direction = Literal["undo", "redo"]


class Workspace:
    """An open workspace; a context manager that closes it."""

    def __init__(self, path: Path, *, who: str = "", writing: bool = True) -> None:
        """Open a workspace, to write where nobody else does; else, or as asked, to read.

        who: the name that the log is to have, if any. Raises WorkspaceError for a file that is
        none, or that is damaged: nothing is written to it then.
        """
        self.path, self.who = path, who
        self._lock = FileLock(f"{path}.lock", blocking=False)
        self.writable = writing and self._take_lock()
        try:
            self._connection = connect(path, writable=self.writable)
            troubles = find_troubles(self._connection)
            if troubles:
                self._connection.close()
                raise WorkspaceError(
                    f"{path}: cannot be used ({'; '.join(troubles)}); nothing was written to it, "
                    "go back to a copy of it"
                )
        except WorkspaceError:
            self._lock.release()
            raise
        if self.writable:
            keep_log(self._connection)
            migrate(self._connection, path)
            with self._transaction():
                write_value(self._connection, "writer", f"{who or 'somebody'} since {now()}")

    def __enter__(self) -> Workspace:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Close the file and let others write."""
        self._connection.close()
        self._lock.release()

    @property
    def writer(self) -> str:
        """Who last opened it to write, and when."""
        return read_value(self._connection, "writer")

    @property
    def located(self) -> str:
        """The edition of places and areas that its strikes were located with."""
        return read_value(self._connection, "located")

    def read_strikes(self) -> gpd.GeoDataFrame:
        """Return the strikes table, as decided."""
        return read_rows(self._connection)

    def read_claims(self) -> pd.DataFrame:
        """Return the claims table."""
        return read_claims(self._connection)

    def list_decisions(self) -> list[Decision]:
        """Return every decision."""
        return list_decisions(self._connection)

    def list_log(self, most: int | None = None) -> list[LogEntry]:
        """Return the changes, the last first."""
        return list_log(self._connection, most)

    def list_steps(self, strike_id: str) -> list[Step]:
        """Return the changes that name a strike, decisions aside, the last first."""
        return list_steps(self._connection, strike_id)

    def find_rows(self, table: str, column: str, values: Sequence[str] | None) -> list[Row]:
        """Return the rows of a table that have one of several values in a column; None for all."""
        return find_rows(self._connection, table, column, values)

    def apply(self, change: Change) -> int:
        """Write a change, all of it or nothing; return how many strikes it wrote.

        Raises StaleError where what stands is not what the change knew.
        """
        self._refuse_reading()
        before, after = (json.dumps(rows, ensure_ascii=False) for rows in
                         dump_patches(change.patches))  # fmt: skip
        entry = (change.action, change.what, change.rows, change.why)
        with self._transaction():
            write_change(self._connection, change)
            write_log(self._connection, entry, who=self.who, before=before, after=after)
        return change.rows

    def changed_since(self, seq: int) -> Changed | None:
        """Return what was written after the change of a number, by anybody; None for nothing."""
        return read_changed(self._connection, seq)

    def decide(
        self, decision: Decision, gazetteer: Matches, boundaries: Boundaries | None = None
    ) -> int:
        """Decide what a name means for all rows that say it; return how many rows changed.

        gazetteer: of the country, without the workspace's decisions. It is on disk when this
        returns, the rows with it. Raises WorkspaceError where the workspace is only read.
        """
        return self.decide_many([decision], gazetteer, boundaries)

    def decide_many(
        self,
        decisions: Iterable[Decision],
        gazetteer: Matches,
        boundaries: Boundaries | None = None,
    ) -> int:
        """Decide what several names mean, all of them or none, as `decide` does."""
        self._refuse_reading()
        last = {decision.key: decision for decision in decisions}  # of two on a name, the last
        fresh = [self._sign(decision) for decision in last.values()]
        before, after = place_rows(
            self._connection, fresh, gazetteer, said=self._said, boundaries=boundaries
        )
        changed = 0
        with self._transaction():
            for decision in fresh:
                states = after.get(decision.key, [])
                rows = write_states(self._connection, states)
                old = find_decision(self._connection, decision.key)
                keep_decision(self._connection, decision.key, decision)
                write_log(
                    self._connection, ("decide", word_decision(decision), rows, decision.reason),
                    who=self.who, before=dump_decision(old, before.get(decision.key, [])),
                    after=dump_decision(decision, states),
                )  # fmt: skip
                changed += rows
        return changed

    @cached_property
    def _said(self) -> SaidByName:
        """What rows say of their places, which no decision changes."""
        return read_said(self._connection)

    def _sign(self, decision: Decision) -> Decision:
        """Say who decides and when, where the decision itself does not."""
        who, when = decision.who or self.who, decision.when or now()
        return replace(decision, who=who, when=when)

    def undo(self) -> LogEntry | None:
        """Take the last decision back; None where there is none."""
        return self._turn("undo")

    def redo(self) -> LogEntry | None:
        """Take the last undo back; None where nothing was undone since the last decision."""
        return self._turn("redo")

    def _turn(self, direction: Direction) -> LogEntry | None:
        self._refuse_reading()
        undo = direction == "undo"
        found = self._connection.execute(
            _LAST_DONE if undo else _FIRST_UNDONE, () if undo else (self._last_standing(),)
        ).fetchone()
        if found is None:
            return None
        seq, action, what, why, *states = found
        before, after = (json.loads(state) for state in states)
        with self._transaction():
            if action == "decide":
                rows = self._put_decision(before if undo else after, after["decision"])
            else:
                change = Change(action, what, load_patches(before, after), why)
                write_change(self._connection, change.turn(action) if undo else change)
                rows = change.rows
            self._connection.execute("UPDATE log SET undone = ? WHERE seq = ?", (int(undo), seq))
            write_log(self._connection, (direction, what, rows, why), who=self.who)
        return self.list_log(1)[0]

    def _put_decision(self, wanted: dict[str, Any], of: dict[str, Any]) -> int:
        """Put a decision and what locating filled by it as the log has them."""
        decision = Decision(**wanted["decision"]) if wanted["decision"] else None
        keep_decision(self._connection, Decision(**of).key, decision)
        return write_states(self._connection, wanted["rows"])

    def _last_standing(self) -> int:
        """Return the number of the last act that is not undone."""
        found = self._connection.execute(_LAST_DONE).fetchone()
        return int(found[0]) if found else 0

    def _refuse_reading(self) -> None:
        if not self.writable:
            mine = os.access(self.path, os.W_OK)
            why = f"is open elsewhere ({self.writer})" if mine else "may not be written"
            remedy = "close it there first" if mine else "change its rights, or work on a copy"
            raise WorkspaceError(f"{self.path}: {why}, so that it is only read here; {remedy}")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Write all of it to disk, or nothing."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise WorkspaceError(
                f"{self.path}: could not be written ({error}); nothing was changed"
            ) from error
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _take_lock(self) -> bool:
        if not os.access(self.path, os.W_OK):
            return False
        try:
            self._lock.acquire()
        except (Timeout, OSError):
            return False
        return True
