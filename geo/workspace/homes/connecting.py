"""Connections to the SQLite of a GeoPackage, and what to do where its disk refuses."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryFile

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from geo.workspace.homes.home import word
from geo.workspace.homes.spatial_index import add_functions

__all__ = ["end_log", "keep_log", "make_engine", "say_refusal"]

LOG_ROOM = 128 * 1024  # bytes, that a log takes with the index beside it when it begins
PATIENCE_S = 5.0  # for another program that just reads
# What a person can do, by what SQLite says (its primary result codes).
_REMEDIES = {
    sqlite3.SQLITE_FULL: "make room on its disk",
    sqlite3.SQLITE_READONLY: "see that the file and its folder may be written",
    sqlite3.SQLITE_CANTOPEN: "see that its folder is there, may be written and has room",
    sqlite3.SQLITE_IOERR: "see that its disk is there, works and has room",
    sqlite3.SQLITE_BUSY: "close it in the other program that holds it",
    sqlite3.SQLITE_CORRUPT: "it is damaged: go back to a copy of it",
}


def say_refusal(error: DBAPIError | sqlite3.Error) -> tuple[str, str]:
    """Return what SQLite says, and what to do about it; "" where nothing is known."""
    raw = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(raw, "sqlite_errorcode", 0) & 0xFF  # what lies above says it closer
    said = word(error) if isinstance(error, DBAPIError) else str(error)
    return said, _REMEDIES.get(code, "")


def make_engine(path: Path, *, writable: bool) -> Engine:
    """Return what opens the file's database."""
    # A reader may have to take back what a killed writer left half done: it opens to write then.
    mode = "mode=rw"
    if not os.access(path, os.W_OK) or not os.access(path.resolve().parent, os.W_OK):
        # SQLite would make files beside it, to share it.
        mode = "mode=ro" if _has_log(path) else "mode=ro&immutable=1"
    address = f"{path.resolve().as_uri()}?{mode}"

    def connect() -> sqlite3.Connection:
        raw = sqlite3.connect(
            address, uri=True, timeout=PATIENCE_S, isolation_level=None, check_same_thread=False
        )
        # The triggers of the spatial index call functions of ours; who only reads fires none.
        raw.execute(f"PRAGMA trusted_schema = {'ON' if writable else 'OFF'}")
        add_functions(raw)
        raw.execute(f"PRAGMA query_only = {'OFF' if writable else 'ON'}")
        raw.execute("PRAGMA synchronous = FULL")  # on the disk before it is told
        return raw

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _has_log(path: Path) -> bool:
    """Say whether some of its changes stand in a log beside it."""
    logs = (path.with_name(f"{path.name}{ending}") for ending in ("-wal", "-journal"))
    return any(log.exists() and log.stat().st_size > 0 for log in logs)


def keep_log(engine: Engine) -> bool:
    """Let others read while one writes; return whether the disk takes a log beside the file.

    Where it takes none (a network drive), SQLite keeps its old way, which is as safe: one waits
    for the other.
    """
    with suppress(sqlite3.Error, DBAPIError), closing(engine.raw_connection()) as raw:
        return _turn(raw.cursor(), "WAL") == "wal"
    return False


def _turn(cursor: DBAPICursor, mode: str) -> str:
    """Have the file kept with a log beside it (WAL) or without (DELETE); return how it is kept.

    What is written for it is one number of its first page. Who is killed meanwhile would leave a
    journal of that page, which a program that opens the file to read alone (GDAL) cannot take
    back: it is written without one.
    """
    now = _ask_mode(cursor)
    if now == mode.lower() or (mode == "WAL" and not _has_room(cursor)):
        return now
    try:
        cursor.execute("PRAGMA journal_mode = OFF")
        if mode == "WAL":
            cursor.execute("PRAGMA journal_mode = WAL")
    finally:
        now = _ask_mode(cursor)
        if now != "wal":  # all else is written with a journal
            cursor.execute("PRAGMA journal_mode = DELETE")
    return now


def _has_room(cursor: DBAPICursor) -> bool:
    """Say whether the disk has room for a log: kept with one and without room, none could read."""
    cursor.execute("PRAGMA database_list")
    folder = Path((cursor.fetchone() or ("", "", ""))[2]).parent
    try:
        with TemporaryFile(dir=folder) as file:
            file.write(bytes(LOG_ROOM))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return False
    return True


def _ask_mode(cursor: DBAPICursor) -> str:
    cursor.execute("PRAGMA journal_mode")
    return str((cursor.fetchone() or ("",))[0])


def end_log(engine: Engine) -> None:
    """Close, and put what the log holds into the file, where nobody reads it meanwhile."""
    engine.dispose()
    with suppress(DBAPIError, sqlite3.Error), closing(engine.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA busy_timeout = 0")
        _turn(raw.cursor(), "DELETE")
    engine.dispose()
