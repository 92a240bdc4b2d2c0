"""SQLite databases from strangers: stored rows only, read only, within limits.

No view, function or virtual table is run. What SQLite may compute and return is in proportion to
the size of the file, whatever its pages say.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from gazetteer.errors import GazetteerError
from gazetteer.leftovers import make_scratch

__all__ = ["MAGIC", "limit_work", "list_tables", "list_types", "open_database", "read_batches",
           "read_table"]  # fmt: skip

MAGIC = b"SQLite format 3\0"
LONGEST_VALUE = 50_000_000  # bytes of one value
_MODES = slice(18, 20)  # bytes of the header: how it is written and read, 2 with a log beside it
_WITHOUT_LOG = b"\1\1"
_PRAGMAS = ("table_list", "table_xinfo", "page_count", "page_size")
# Steps of SQLite's machine for each byte of a file; reading a row takes 2 to 5.
_STEPS = 20
_STEPS_BETWEEN = 1_000_000
_TIMES_ITS_SIZE = 4  # what the rows of a file may come to
_SPARE = 20_000_000  # steps and bytes that a small file may take
_BATCH = 20_000  # rows


@contextmanager
def open_database(source: Path | bytes, name: str) -> Iterator[sqlite3.Connection]:
    """Open a database so that nothing in it can write, compute for long or take all memory.

    source: its content, or its path: changes that a program which still has it open keeps beside
    it (-wal) count. Raises GazetteerError naming `name` and the remedy.
    """
    try:
        with (
            make_scratch() as folder,
            closing(_connect(source, Path(folder))) as connection,
        ):
            size = len(source) if isinstance(source, bytes) else source.stat().st_size
            limit_work(connection, size)
            connection.set_authorizer(_permit)
            yield connection
    except (sqlite3.Error, OSError, MemoryError) as error:
        why = f"{name}: cannot be read as a database ({error}); save it again"
        raise GazetteerError(why) from error


def limit_work(connection: sqlite3.Connection, size: int) -> None:
    """Let a connection compute in proportion to the size of its file, in bytes, and no more."""
    left = iter(range(_SPARE + _STEPS * size, 0, -_STEPS_BETWEEN))
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.set_progress_handler(lambda: next(left, None) is None, _STEPS_BETWEEN)


def _permit(
    action: int, first: str | None, _second: str | None, _schema: str | None, inside: str | None
) -> int:
    """Permit what reads stored rows; `inside` names the view or trigger that would read them."""
    reads = action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ) and inside is None
    asks = action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS
    return sqlite3.SQLITE_OK if reads or asks else sqlite3.SQLITE_DENY


def _connect(source: Path | bytes, folder: Path) -> sqlite3.Connection:
    if isinstance(source, bytes):
        connection = sqlite3.connect(":memory:")
        whole = bytearray(source)
        whole[_MODES] = _WITHOUT_LOG
        connection.deserialize(bytes(whole))
        return connection
    path = source.resolve()
    log = Path(f"{path}-wal")
    if log.exists() and log.stat().st_size:
        # SQLite reads the log only where it may write beside it: both are copied. A journal, which
        # may name files to delete, never is.
        copy = folder / "copy"
        shutil.copyfile(path, copy)
        shutil.copyfile(log, f"{copy}-wal")
        return sqlite3.connect(copy)
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)


def list_tables(connection: sqlite3.Connection) -> set[str]:
    """Return the plain tables: no views, no virtual tables, which may compute what they like."""
    found = connection.execute("PRAGMA table_list").fetchall()
    return {
        str(name)
        for schema, name, kind, *_ in found
        if schema == "main" and kind == "table" and not name.startswith("sqlite_")
    }


def read_table(connection: sqlite3.Connection, table: str) -> dict[str, list[object]]:
    """Return the stored columns of a plain table, computed ones left out.

    Raises sqlite3.Error where a value, or all of them together, are over the limit.
    """
    names = [name for name, hidden in _list_columns(connection, table) if not hidden]
    listed = ", ".join(_quote(name) for name in names) or "NULL"
    rows = read_batches(connection, f"SELECT {listed} FROM {_quote(table)}")  # noqa: S608 quoted
    columns: dict[str, list[object]] = {name: [] for name in names}
    for batch in rows:
        for name, values in zip(names, zip(*batch, strict=True), strict=False):
            columns[name] += values
    return columns


def list_types(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return what the columns of a table are declared as, in capitals."""
    found = connection.execute(f"PRAGMA table_xinfo({_quote(table)})").fetchall()
    return {str(name): str(kind).upper() for _, name, kind, *_ in found}


def _list_columns(connection: sqlite3.Connection, table: str) -> list[tuple[str, int]]:
    found = connection.execute(f"PRAGMA table_xinfo({_quote(table)})").fetchall()
    return [(str(name), int(hidden)) for _, name, *_, hidden in found]


def read_batches(connection: sqlite3.Connection, statement: str) -> Iterator[list[Any]]:
    """Yield the rows of a statement in batches.

    Raises sqlite3.Error where they come to many times the size of the database, as they do where
    its pages point at each other.
    """
    (pages,), (page,) = (
        connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
    )
    left = _SPARE + _TIMES_ITS_SIZE * pages * page
    cursor = connection.execute(statement)
    while batch := cursor.fetchmany(_BATCH):
        left -= sum(len(cell) for row in batch for cell in row if isinstance(cell, str | bytes))
        if left < 0:
            raise sqlite3.DataError("its rows come to many times its size")
        yield batch


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
