"""Which rows were written since a change, told from the log."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

__all__ = ["list_touched"]

# An undo names what it was on, and not the rows: they are those of the acts on it.
_TOUCHED = (
    "SELECT before, after FROM log WHERE action NOT IN ('undo', 'redo') AND (seq > :seq OR what IN "
    "(SELECT what FROM log WHERE seq > :seq AND action IN ('undo', 'redo')))"
)


def list_touched(connection: sqlite3.Connection, seq: int, table: str) -> list[tuple[str, ...]]:
    """Return the keys of a table's rows that were written after the change of a number."""
    found = connection.execute(_TOUCHED, {"seq": seq})
    keys = {key for row in found for side in row for key in _read_keys(json.loads(side), table)}
    return sorted(keys)


def _read_keys(side: object, table: str) -> Iterator[tuple[str, ...]]:
    if isinstance(side, dict):  # of a decision: what locating filled, and the ids of its strikes
        if table == "strikes":
            yield from ((own,) for _, ids in side["rows"] for own in ids)
    elif isinstance(side, list):  # of other acts: rows by their keys
        for one in side:
            if one["table"] == table:
                yield from (tuple(key) for key in one["keys"])
