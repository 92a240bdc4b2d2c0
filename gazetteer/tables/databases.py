"""SQLite databases from strangers: read only, plain tables only, within limits."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gazetteer.errors import GazetteerError

__all__ = ["MAGIC", "list_tables", "open_database", "read_table"]

MAGIC = b"SQLite format 3\0"
LONGEST_VALUE = 50_000_000  # bytes of one value
MOST_SECONDS = 60.0  # for one database: what computes longer is no table of places
MOST_BYTES = 2 * 10**9  # of the texts and blobs of one table
_ROWS = 1_000  # taken from SQLite at once
_WRITE_AHEAD = slice(18, 20)  # bytes of the header: 2 and 2 where a log is written ahead
_STEPS = 100_000  # of SQLite's machine between two looks at the clock


@contextmanager
def open_database(source: Path | bytes, name: str) -> Iterator[sqlite3.Connection]:
    """Open a database so that nothing in it can write, compute for long or take all memory.

    source: its content, or its path: changes that a program which still has it open keeps beside
    it (-wal) count. Raises GazetteerError naming `name` and the remedy.
    """
    try:
        with tempfile.TemporaryDirectory() as folder:
            connection = _connect(source, Path(folder))
            try:
                connection.execute("PRAGMA trusted_schema = OFF")
                connection.execute("PRAGMA query_only = ON")
                connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
                end = time.monotonic() + MOST_SECONDS
                connection.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)
                yield connection
            finally:
                connection.close()
    except (sqlite3.Error, OSError, MemoryError) as error:
        why = f"{name}: cannot be read as a database ({error}); save it again"
        raise GazetteerError(why) from error


def _connect(source: Path | bytes, folder: Path) -> sqlite3.Connection:
    if isinstance(source, bytes):
        connection = sqlite3.connect(":memory:")
        plain = bytearray(source)
        plain[_WRITE_AHEAD] = b"\x01\x01"  # SQLite opens no other database from memory
        connection.deserialize(plain)
        return connection
    path = source.resolve()
    log = Path(f"{path}-wal")
    if log.exists() and log.stat().st_size:
        # SQLite reads the log only where it may write beside it: both are copied.
        copy = folder / "copy"
        shutil.copyfile(path, copy)
        shutil.copyfile(log, f"{copy}-wal")
        return sqlite3.connect(copy)
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)


def list_tables(connection: sqlite3.Connection) -> set[str]:
    """Return the plain tables: no views, no virtual tables, which may compute what they like."""
    found = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    )
    return {str(name) for (name,) in found}


def read_table(connection: sqlite3.Connection, table: str) -> dict[str, list[object]]:
    """Return the stored columns of a plain table, computed ones left out.

    Raises sqlite3.Error where a value is over the limit.
    """
    info = connection.execute("SELECT name, hidden FROM pragma_table_xinfo(?)", (table,))
    names = [str(name) for name, hidden in info if hidden == 0]
    listed = ", ".join(_quote(name) for name in names)
    cursor = connection.execute(f"SELECT {listed} FROM {_quote(table)}")  # noqa: S608 quoted
    rows = list(_within_limits(cursor, table))
    columns = zip(*rows, strict=True) if rows else ([] for _ in names)
    return dict(zip(names, map(list, columns), strict=True))


def _within_limits(cursor: sqlite3.Cursor, table: str) -> Iterator[tuple[object, ...]]:
    """Yield rows; a damaged file may give the same pages again and again, so their sum counts."""
    length = 0
    while rows := cursor.fetchmany(_ROWS):
        length += sum(len(value) for row in rows for value in row if isinstance(value, str | bytes))
        if length > MOST_BYTES:
            raise sqlite3.DataError(f"the table {table!r} holds over {MOST_BYTES:,} bytes")
        yield from rows


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
