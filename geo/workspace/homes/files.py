"""Workspaces as files: GeoPackages made, checked, migrated with a backup, opened and locked."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from geo.errors import WorkspaceError
from geo.workspace.homes.home import Done, told, word
from geo.workspace.homes.migrating import migrate, read_value, write_value
from geo.workspace.homes.troubles import find_troubles
from geo.workspace.tables import VERSION

__all__ = ["FileHome", "check_file", "keep_copy", "make_engine", "make_file", "write_layers"]

MAGIC = b"SQLite format 3\0"
PATIENCE_S = 5.0  # for another program that just reads


class FileHome:
    """A GeoPackage: one writes, others read."""

    shared = False

    def __init__(self, path: Path, *, writing: bool) -> None:
        """Open it, to write where nobody else does; raises WorkspaceError for no sound one."""
        self.path, self.name = path, str(path)
        _check_start(path)
        self._copy: tempfile.TemporaryDirectory[str] | None = None
        self._lock = FileLock(f"{path}.lock", blocking=False)
        self.writable = writing and self._take_lock()
        self.engine = make_engine(path, writable=self.writable)
        try:
            self._refuse_unsound()
            self._bring_up()
        except BaseException:
            self.close()
            raise

    def _refuse_unsound(self) -> None:
        troubles = self.check()
        if troubles:
            raise WorkspaceError(
                f"{self.name}: cannot be used ({'; '.join(troubles)}); nothing was written to it, "
                "go back to a copy of it"
            )

    def _bring_up(self) -> None:
        """Keep a log beside the file, and bring its tables to this version."""
        version = int(self.read(lambda at: read_value(at, "version")) or 0)
        if self.writable:
            _keep_log(self.engine.raw_connection)
        if version == VERSION:
            return
        if self.writable:
            keep_copy(self.path, VERSION)
        else:  # read as this version has it, the file left as it is
            self._copy = tempfile.TemporaryDirectory(prefix="strikemap-")
            copy = Path(self._copy.name) / self.path.name
            _copy_to(self.path, copy)
            self.engine.dispose()
            self.engine = make_engine(copy, writable=True)
        self.write(lambda connection: migrate(connection, of=version))

    def why_only_read(self, writer: str) -> str:
        """Say why it is not written, and the remedy."""
        if not os.access(self.path, os.W_OK):
            why, remedy = "may not be written", "change its rights, or work on a copy"
        elif not os.access(self.path.resolve().parent, os.W_OK):
            why, remedy = "lies in a folder that may not be written", "work on a copy elsewhere"
        else:
            why, remedy = f"is open elsewhere ({writer})", "close it there first"
        return f"{self.name}: {why}, so that it is only read here; {remedy}"

    def read(self, work: Callable[[Connection], Done]) -> Done:
        """Read in one view of all tables, which no writer changes meanwhile."""
        with told(self.name, "could not be read"), self.engine.connect() as connection:
            return work(connection)

    def write(self, work: Callable[[Connection], Done], *, token: str = "") -> Done:  # noqa: ARG002
        """Do all of the work or nothing, on the disk when this returns."""
        try:
            with self.engine.connect().execution_options(writes=True) as connection:
                done = work(connection)
                connection.commit()
                return done
        except (DBAPIError, sqlite3.Error) as error:
            why = word(error) if isinstance(error, DBAPIError) else str(error)
            raise WorkspaceError(
                f"{self.name}: could not be written ({why}); nothing was changed"
            ) from error

    def check(self) -> list[str]:
        """Return what is wrong with it, in words."""
        try:
            with self.engine.connect() as connection:
                return find_troubles(connection)
        except DBAPIError as error:
            return [word(error)]

    def close(self) -> None:
        """Close it, one file with all in it again where nobody reads, and let others write."""
        if self.writable:
            self.engine.dispose()
            with suppress(DBAPIError, sqlite3.Error):
                raw = self.engine.raw_connection()
                raw.cursor().execute("PRAGMA busy_timeout = 0")
                raw.cursor().execute("PRAGMA journal_mode = DELETE")
                raw.close()
        self.engine.dispose()
        if self._copy is not None:
            self._copy.cleanup()
        self._lock.release()

    def _take_lock(self) -> bool:
        if not os.access(self.path, os.W_OK):
            return False
        try:
            self._lock.acquire()
        except (Timeout, OSError):
            return False
        return True


def make_file(
    path: Path, strikes: gpd.GeoDataFrame, claims: pd.DataFrame, said: dict[str, str]
) -> None:
    """Write a new GeoPackage whole; nothing is overwritten."""
    if path.exists():
        raise WorkspaceError(f"{path}: is there already; name another file")
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp.gpkg")
    try:
        write_layers(beside, strikes, claims)
        engine = make_engine(beside, writable=True)
        try:
            with engine.connect().execution_options(writes=True) as connection:
                migrate(connection, of=0)
                for key, value in said.items():
                    write_value(connection, key, value)
                connection.commit()
        finally:
            engine.dispose()
        os.link(beside, path) if hasattr(os, "link") else beside.replace(path)
    except FileExistsError:
        raise WorkspaceError(f"{path}: is there already; name another file") from None
    except (OSError, DBAPIError, pyogrio.errors.DataSourceError) as error:
        why = word(error) if isinstance(error, DBAPIError) else str(error)
        raise WorkspaceError(
            f"{path}: cannot be written ({why}); choose another folder or free some space"
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def write_layers(path: Path, strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> None:
    """Write a new GeoPackage with the layers strikes and claims.

    Without a spatial index: its triggers call functions that SQLite alone does not have, and a
    decision is written by SQLite alone.
    """
    layer = {"SPATIAL_INDEX": "NO"}
    pyogrio.write_dataframe(
        strikes.reset_index(), path, layer="strikes", geometry_type="Point", layer_options=layer
    )
    pyogrio.write_dataframe(pd.DataFrame(claims), path, layer="claims", append=True)


def check_file(path: Path) -> list[str]:
    """Return what is wrong with a file, in words; empty for a sound one. Nothing is written."""
    _check_start(path)
    engine = make_engine(path, writable=False)
    try:
        with engine.connect() as connection:
            return find_troubles(connection)
    except DBAPIError as error:
        return [word(error)]
    finally:
        engine.dispose()


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
        raw.execute("PRAGMA trusted_schema = OFF")
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


def _keep_log(open_raw: Callable[[], object]) -> None:
    """Let others read while one writes.

    Where the disk takes no log beside the file (a network drive), SQLite keeps its old way, which
    is as safe and slower.
    """
    with suppress(sqlite3.Error, DBAPIError):
        raw = open_raw()
        raw.cursor().execute("PRAGMA journal_mode = WAL")  # type: ignore[attr-defined]
        raw.close()  # type: ignore[attr-defined]


def keep_copy(path: Path, version: int) -> Path:
    """Copy a workspace beside itself before it is brought to a version; return the copy's path.

    A copy that is there is never written over. Raises WorkspaceError with the remedy.
    """
    beside = path.with_name(f"{path.stem}.before-{version}{path.suffix}")
    number = 2
    while beside.exists():
        beside = path.with_name(f"{path.stem}.before-{version}-{number}{path.suffix}")
        number += 1
    part = beside.with_name(f".{beside.name}.{os.getpid()}.tmp")
    try:
        _copy_to(path, part)
        part.replace(beside)
    except (OSError, sqlite3.Error) as error:
        raise WorkspaceError(
            f"{path}: no copy could be kept beside it ({error}), so that it was not brought to "
            f"version {version}; make room there, or work on a copy elsewhere"
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return beside


def _copy_to(path: Path, target: Path) -> None:
    """Copy a database, what stands in the log beside it too."""
    with (
        closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)


def _check_start(path: Path) -> None:
    """Raise WorkspaceError where a file is none that SQLite wrote."""
    if not path.is_file():
        raise WorkspaceError(f"{path}: no such workspace; make one with `strikemap workspace make`")
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise WorkspaceError(
                f"{path}: is no workspace, whatever its name says; nothing was written to it"
            )
