"""Finding rows of a workspace as changes have them: a row is by column what JSON holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from sqlalchemy import Connection, Text, func, inspect, or_, select

from geo.workspace.changes import Row, Step, load_patches
from geo.workspace.tables import TABLES

__all__ = ["LogEntry", "find_entry", "find_rows", "last_change", "list_log", "list_steps"]

_LOG = TABLES.tables["log"]
_MANY = 500  # values of one statement


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


_ENTRY = [_LOG.c[field.name] for field in fields(LogEntry)]


def find_rows(
    connection: Connection, table: str, column: str, values: Sequence[str] | None
) -> list[Row]:
    """Return the rows of a table that have one of several values in a column; None for all rows.

    A day is ISO 8601, the point `geom` [lon, lat] in degrees. A workspace of an earlier version
    that is only read has no row in a table that it lacks.
    """
    held = TABLES.tables[table]
    if not inspect(connection).has_table(table):
        return []
    query = select(*(one for one in held.c if one.name != "version")).order_by(held.c.fid)
    asked = [query] if values is None else [
        query.where(held.c[column].in_(some)) for some in _in_parts(values)
    ]  # fmt: skip
    rows = [dict(row) for one in asked for row in connection.execute(one).mappings()]
    return sorted(rows, key=lambda row: row["fid"])


def list_log(connection: Connection, most: int | None) -> list[LogEntry]:
    """Return the changes, the last first."""
    found = connection.execute(select(*_ENTRY).order_by(_LOG.c.seq.desc()).limit(most))
    return [_read(row) for row in found]


def find_entry(connection: Connection, token: str) -> LogEntry | None:
    """Return the change that was written with a token."""
    found = connection.execute(select(*_ENTRY).where(_LOG.c.token == token)).fetchone()
    return None if found is None else _read(found)


def last_change(connection: Connection) -> int:
    """Return the number of the last change; 0 for none."""
    return int(connection.execute(select(func.max(_LOG.c.seq))).scalar() or 0)


def list_steps(connection: Connection, strike_id: str) -> list[Step]:
    """Return the changes that name a strike, decisions aside, the last first."""
    sign = json.dumps(strike_id, ensure_ascii=False)[1:-1]
    texts = [_LOG.c[name].cast(Text).contains(sign, autoescape=True)
             for name in ("before", "after")]  # fmt: skip
    columns = [_LOG.c[name] for name in ("at", "who", "action", "why", "undone", "before", "after")]
    query = (
        select(*columns).where(_LOG.c.action.not_in(("decide", "undo", "redo")), or_(*texts))
        .order_by(_LOG.c.seq.desc())
    )  # fmt: skip
    return [
        Step(at, who, action, why, bool(undone), load_patches(before, after))
        for at, who, action, why, undone, before, after in connection.execute(query)
    ]


def _read(row: Any) -> LogEntry:  # noqa: ANN401
    return replace(LogEntry(*row), undone=bool(row.undone))


def _in_parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(values), _MANY):
        yield values[first : first + _MANY]
