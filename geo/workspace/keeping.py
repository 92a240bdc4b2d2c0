"""Keeping: decisions in their table, and every change in the log."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

import shapely

from gazetteer.decisions.decision import Decision
from geo.workspace.files import now
from geo.workspace.tables import to_blob

__all__ = [
    "LogEntry", "dump_decision", "find_decision", "keep_decision", "list_decisions", "list_log",
    "word_decision", "write_log",
]  # fmt: skip

_KEYS = ("name_key", "governorate_key")
_COLUMNS = tuple(field.name for field in fields(Decision))
_STORED = tuple("decided" if name == "when" else name for name in _COLUMNS)  # WHEN is SQL's word


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One change: when, by whom, what was done to what, in how many rows, and why."""

    seq: int
    at: str  # ISO 8601, UTC
    who: str
    action: str  # decide, correct, split and others, undo, redo
    what: str
    rows: int
    why: str
    undone: bool


def list_log(connection: sqlite3.Connection, most: int | None) -> list[LogEntry]:
    """Return the changes, the last first."""
    columns = ", ".join(field.name for field in fields(LogEntry))
    sql = f"SELECT {columns} FROM log ORDER BY seq DESC LIMIT ?"  # noqa: S608 our own columns
    rows = connection.execute(sql, (-1 if most is None else most,))
    return [replace(LogEntry(*row), undone=bool(row[-1])) for row in rows]


def write_log(
    connection: sqlite3.Connection, entry: tuple[str, str, int, str], *,
    who: str, before: str = "[]", after: str = "[]",
) -> None:  # fmt: skip
    """Write a change: action, what, rows and why, and as JSON what was before and after."""
    action, what, rows, why = entry
    connection.execute(
        "INSERT INTO log (at, who, action, what, rows, why, before, after) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (now(), who, action, what, rows, why, before, after),
    )


def list_decisions(connection: sqlite3.Connection) -> list[Decision]:
    """Return every decision."""
    sql = f"SELECT {', '.join(_STORED)} FROM decisions ORDER BY fid"  # noqa: S608 our own columns
    return [Decision(*row) for row in connection.execute(sql)]


def find_decision(connection: sqlite3.Connection, key: tuple[str, str]) -> Decision | None:
    """Return the decision on a name, if there is one."""
    where = "WHERE name_key = ? AND governorate_key = ?"
    sql = f"SELECT {', '.join(_STORED)} FROM decisions {where}"  # noqa: S608 our own columns
    found = connection.execute(sql, key).fetchone()
    return Decision(*found) if found else None


def keep_decision(
    connection: sqlite3.Connection, key: tuple[str, str], decision: Decision | None
) -> None:
    """Write a decision in place of the one on the same name; None takes it out."""
    connection.execute("DELETE FROM decisions WHERE name_key = ? AND governorate_key = ?", key)
    if decision is None:
        return
    point = None
    if decision.lon is not None and decision.lat is not None:
        point = to_blob(shapely.Point(decision.lon, decision.lat))
    values = [*(getattr(decision, name) for name in _COLUMNS), *decision.key, point]
    names = ", ".join([*_STORED, *_KEYS, "geom"])
    marks = ", ".join("?" * len(values))
    sql = f"INSERT INTO decisions ({names}) VALUES ({marks})"  # noqa: S608 our own columns
    connection.execute(sql, values)


def word_decision(decision: Decision) -> str:
    """Return what a decision is on, in words."""
    return decision.name + (f" ({decision.governorate})" if decision.governorate else "")


def dump_decision(decision: Decision | None, rows: Sequence[Any]) -> str:
    """Return a decision and what locating filled by it, as JSON."""
    whole = {"decision": asdict(decision) if decision else None, "rows": list(rows)}
    return json.dumps(whole, ensure_ascii=False)
