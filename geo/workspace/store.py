"""A workspace on disk: opened, decided in, undone, redone. One writer at a time, others read."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import geopandas as gpd
import pandas as pd
import shapely
from filelock import FileLock, Timeout

from gazetteer.decisions.decision import Decision
from geo.errors import WorkspaceError
from geo.land.boundaries import Boundaries
from geo.placing.evidence import Matches
from geo.workspace.deciding import place_rows
from geo.workspace.files import connect, keep_log, now
from geo.workspace.following import Changed, read_changed
from geo.workspace.rows import (
    RowStates,
    SaidByName,
    read_claims,
    read_rows,
    read_said,
    write_states,
)
from geo.workspace.tables import (
    find_troubles,
    read_value,
    to_blob,
    write_value,
)

__all__ = ["LogEntry", "Workspace"]

_KEYS = ("name_key", "governorate_key")
_COLUMNS = tuple(field.name for field in fields(Decision))
_STORED = tuple("decided" if name == "when" else name for name in _COLUMNS)  # WHEN is SQL's word
_LAST_DECIDED = (
    "SELECT seq, before, after FROM log WHERE action = 'decide' AND undone = 0 "
    "ORDER BY seq DESC LIMIT 1"
)
_FIRST_UNDONE = (
    "SELECT seq, before, after FROM log WHERE action = 'decide' AND undone = 1 AND seq > ? "
    "ORDER BY seq LIMIT 1"
)
Direction = Literal["undo", "redo"]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One change: when, by whom, what was done to what, in how many rows, and why."""

    seq: int
    at: str  # ISO 8601, UTC
    who: str
    action: str  # decide, undo, redo
    what: str
    rows: int
    why: str
    undone: bool


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
        columns = ", ".join(_STORED)
        sql = f"SELECT {columns} FROM decisions ORDER BY fid"  # noqa: S608 our own columns
        return [Decision(*row) for row in self._connection.execute(sql)]

    def list_log(self, most: int | None = None) -> list[LogEntry]:
        """Return the changes, the last first."""
        columns = ", ".join(field.name for field in fields(LogEntry))
        sql = f"SELECT {columns} FROM log ORDER BY seq DESC LIMIT ?"  # noqa: S608 our own columns
        rows = self._connection.execute(sql, (-1 if most is None else most,))
        return [replace(LogEntry(*row), undone=bool(row[-1])) for row in rows]

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
                old = self._find_decision(decision.key), before.get(decision.key, [])
                self._keep(decision, decision)
                self._log("decide", decision, rows, old, (decision, states))
                changed += rows
        return changed

    @cached_property
    def _said(self) -> SaidByName:
        """What rows say of their places, which no decision changes."""
        return read_said(self._connection)

    def _find_decision(self, key: tuple[str, str]) -> Decision | None:
        columns = ", ".join(_STORED)
        where = "WHERE name_key = ? AND governorate_key = ?"
        sql = f"SELECT {columns} FROM decisions {where}"  # noqa: S608 our own columns
        found = self._connection.execute(sql, key).fetchone()
        return Decision(*found) if found else None

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
            _LAST_DECIDED if undo else _FIRST_UNDONE, () if undo else (self._last_standing(),)
        ).fetchone()
        if found is None:
            return None
        seq, before, after = found
        wanted = json.loads(before if undo else after)
        of = Decision(**json.loads(after)["decision"])
        decision = Decision(**wanted["decision"]) if wanted["decision"] else None
        with self._transaction():
            changed = write_states(self._connection, wanted["rows"])
            self._keep(of, decision)
            self._connection.execute("UPDATE log SET undone = ? WHERE seq = ?", (int(undo), seq))
            self._log(direction, of, changed, (None, []), (None, []))
        return self.list_log(1)[0]

    def _last_standing(self) -> int:
        """Return the number of the last decision that is not undone."""
        found = self._connection.execute(
            "SELECT max(seq) FROM log WHERE action = 'decide' AND undone = 0"
        ).fetchone()
        return int(found[0] or 0)

    def _keep(self, of: Decision, decision: Decision | None) -> None:
        """Write a decision in place of the one on the same name; None takes it out."""
        self._connection.execute(
            "DELETE FROM decisions WHERE name_key = ? AND governorate_key = ?", of.key
        )
        if decision is None:
            return
        point = None
        if decision.lon is not None and decision.lat is not None:
            point = to_blob(shapely.Point(decision.lon, decision.lat))
        values = [*(getattr(decision, name) for name in _COLUMNS), *decision.key, point]
        names = ", ".join([*_STORED, *_KEYS, "geom"])
        marks = ", ".join("?" * len(values))
        sql = f"INSERT INTO decisions ({names}) VALUES ({marks})"  # noqa: S608 our own columns
        self._connection.execute(sql, values)

    def _log(
        self, action: str, decision: Decision, rows: int,
        before: tuple[Decision | None, RowStates], after: tuple[Decision | None, RowStates],
    ) -> None:  # fmt: skip
        what = decision.name + (f" ({decision.governorate})" if decision.governorate else "")
        self._connection.execute(
            "INSERT INTO log (at, who, action, what, rows, why, before, after) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (now(), self.who, action, what, rows, decision.reason, _dump(*before), _dump(*after)),
        )

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


def _dump(decision: Decision | None, rows: Sequence[Any]) -> str:
    whole = {"decision": asdict(decision) if decision else None, "rows": list(rows)}
    return json.dumps(whole, ensure_ascii=False)
