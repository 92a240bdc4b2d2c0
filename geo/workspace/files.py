"""Workspaces as files: made, checked, and opened as databases."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.errors import WorkspaceError
from geo.workspace.tables import (
    add_tables,
    check_start,
    find_troubles,
    write_layers,
    write_value,
)

__all__ = ["check_workspace", "connect", "keep_log", "make_workspace", "now"]

PATIENCE_S = 5.0  # for another program that just reads


def make_workspace(
    path: Path, strikes: gpd.GeoDataFrame, claims: pd.DataFrame, *, located: str = ""
) -> None:
    """Write a new workspace with located strikes and their claims; nothing is overwritten.

    located: the edition that they were located with. Raises WorkspaceError naming file and remedy.
    """
    if path.exists():
        raise WorkspaceError(f"{path}: is there already; name another file")
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp.gpkg")
    try:
        fresh = strikes["added"].fillna(pd.Timestamp(now()[:10]))
        write_layers(beside, strikes.assign(added=fresh), claims)
        connection = sqlite3.connect(beside)
        try:
            with connection:
                add_tables(connection)
                write_value(connection, "located", located)
                write_value(connection, "made", now())
        finally:
            connection.close()
        beside.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise WorkspaceError(f"{path}: cannot be written ({error}); choose another folder") from (
            error
        )
    finally:
        beside.unlink(missing_ok=True)


def check_workspace(path: Path) -> list[str]:
    """Return what is wrong with a workspace, in words; empty for a sound one. Nothing is written.

    Raises WorkspaceError where the file is none.
    """
    connection = connect(path, writable=False)
    try:
        return find_troubles(connection)
    finally:
        connection.close()


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """Open the database; raises WorkspaceError naming file and remedy."""
    if not path.is_file():
        raise WorkspaceError(f"{path}: no such workspace; make one with `strikemap workspace make`")
    check_start(path)
    mode = "rw" if writable else "ro"
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=PATIENCE_S,
            isolation_level=None,
        )  # fmt: skip
        connection.execute("PRAGMA trusted_schema = OFF")
    except sqlite3.Error as error:
        raise WorkspaceError(f"{path}: cannot be opened ({error}); check the file") from error
    return connection


def keep_log(connection: sqlite3.Connection) -> None:
    """Let others read while one writes, and put each change on the disk before it is told.

    Where the disk takes no log beside the file (a network drive), SQLite keeps its old way, which
    is as safe and slower.
    """
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def now() -> str:
    """Return the time, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
