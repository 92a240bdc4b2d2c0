"""Migrating: a workspace of an earlier version is brought up to date, a copy of it kept beside."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from geo.errors import WorkspaceError
from geo.workspace.tables import VERSION, add_editing, find_lacking, read_value

__all__ = ["keep_copy", "migrate"]

_TYPES = {"text": "TEXT", "date": "DATETIME", "count": "INTEGER", "number": "REAL"}  # as GDAL's


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a workspace to this version in one transaction; raises WorkspaceError with a remedy."""
    lacking = find_lacking(connection)
    first = read_value(connection, "version") == "1"
    if not (first or lacking):
        return
    copy = keep_copy(path, VERSION)
    try:
        connection.execute("BEGIN IMMEDIATE")
        for column in lacking:
            kind = _TYPES[column.dtype]
            connection.execute(f"ALTER TABLE strikes ADD COLUMN {column.name} {kind}")
        if first:
            add_editing(connection)
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise WorkspaceError(
            f"{path}: could not be brought to version {VERSION} ({error}); nothing was changed, "
            f"and {copy} is a copy of it"
        ) from error


def keep_copy(path: Path, version: int) -> Path:
    """Copy a workspace beside itself before it is brought to a version; return the copy's path.

    A copy that is there is never written over.
    """
    beside = path.with_name(f"{path.stem}.before-{version}{path.suffix}")
    number = 2
    while beside.exists():
        beside = path.with_name(f"{path.stem}.before-{version}-{number}{path.suffix}")
        number += 1
    part = beside.with_name(f".{beside.name}.{os.getpid()}.tmp")
    try:
        # Not a copy of the file: what stands in the log beside it belongs to it.
        source, target = sqlite3.connect(path), sqlite3.connect(part)
        try:
            source.backup(target)
        finally:
            source.close()
            target.close()
        part.replace(beside)
    except (OSError, sqlite3.Error) as error:
        raise WorkspaceError(
            f"{path}: no copy could be kept beside it ({error}), so that it was not brought to "
            f"version {version}; make room there, or work on a copy elsewhere"
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return beside
