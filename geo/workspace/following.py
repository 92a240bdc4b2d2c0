"""Which rows were written since a change, told from the log."""

from __future__ import annotations

import json
import sqlite3

__all__ = ["list_touched"]

# An undo names what it was on, and not the rows: they are those of the decisions on it.
_TOUCHED = (
    "SELECT before, after FROM log WHERE action = 'decide' AND (seq > :seq OR what IN "
    "(SELECT what FROM log WHERE seq > :seq AND action IN ('undo', 'redo')))"
)


def list_touched(connection: sqlite3.Connection, seq: int) -> list[str]:
    """Return the ids of the strikes that were written after the change of a number."""
    sides = [side for row in connection.execute(_TOUCHED, {"seq": seq}) for side in row]
    return sorted({own for side in sides for _, ids in json.loads(side)["rows"] for own in ids})
