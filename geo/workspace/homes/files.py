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
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from gazetteer.leftovers import make_scratch
from gazetteer.limits import require_plain
from geo.errors import WorkspaceError
from geo.files import name_beside
from geo.workspace.homes.connecting import end_log, keep_log, make_engine, say_refusal
from geo.workspace.homes.home import Done, told, word
from geo.workspace.homes.migrating import migrate, read_value, write_value
from geo.workspace.homes.spatial_index import bars_writing, find_gaps, mend_index
from geo.workspace.homes.troubles import find_troubles
from geo.workspace.tables import VERSION

__all__ = [
    "FileHome",
    "check_file",
    "give_name",
    "keep_copy",
    "make_engine",
    "make_file",
    "note_file",
    "write_layers",
]

MAGIC = b"SQLite format 3\0"


class FileHome:
    """A GeoPackage: one writes, others read."""

    shared = False

    def __init__(self, path: Path, *, writing: bool, writer: str = "") -> None:
        """Open it, to write where nobody else does; raises WorkspaceError for no sound one.

        writer: who writes it from now on, as others are told. Where its disk takes no word of
        that, as a full one, it is read.
        """
        self.path, self.name = path, str(path)
        _check_start(path)
        self.keeps_log, self.refusal = True, ""
        self._copy: tempfile.TemporaryDirectory[str] | None = None
        self._lock = FileLock(f"{path}.lock", blocking=False)
        self.writable = writing and self._take_lock()
        self.engine = make_engine(path, writable=self.writable)
        try:
            self._refuse_unsound()
            self._bring_up()
            if self.writable:
                self._begin_writing(writer)
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
            self.keeps_log = keep_log(self.engine)
        if version == VERSION:
            return
        if self.writable:
            keep_copy(self.path, VERSION)
        else:  # read as this version has it, the file left as it is
            self._copy = make_scratch()
            copy = Path(self._copy.name) / self.path.name
            _copy_to(self.path, copy)
            self.engine.dispose()
            self.engine = make_engine(copy, writable=True)
        self.write(lambda connection: migrate(connection, of=version))

    def _begin_writing(self, writer: str) -> None:
        try:
            if self.read(bars_writing):
                raise WorkspaceError(
                    "has a spatial index, which this Python's SQLite cannot keep (it has no "
                    "R-tree); take a Python whose SQLite has one"
                )
            if self.read(find_gaps):
                self.write(mend_index)
            self.write(lambda connection: write_value(connection, "writer", writer))
        except WorkspaceError as error:
            self.refusal = str(error).removeprefix(f"{self.name}: ")
            end_log(self.engine)
            self._lock.release()
            self.writable, self.engine = False, make_engine(self.path, writable=False)

    def why_only_read(self, writer: str) -> str:
        """Say why it is not written, and the remedy."""
        if self.refusal:
            return f"{self.name}: {self.refusal}, and open it again; until then it is only read"
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
            why, remedy = say_refusal(error)
            does = f"; {remedy}" if remedy else ""
            raise WorkspaceError(
                f"{self.name}: could not be written ({why}); nothing was changed{does}"
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
            end_log(self.engine)
        self.engine.dispose()
        if self._copy is not None:
            self._copy.cleanup()
        self._lock.release()

    def _take_lock(self) -> bool:
        if not os.access(self.path, os.W_OK):
            return False
        try:
            self._lock.acquire()
        except Timeout:
            return False
        except (OSError, NotImplementedError) as error:
            why = getattr(error, "strerror", None) or "its disk knows no locks"
            self.refusal = (
                f"could not be locked ({why}); see that its folder may be written and has room"
            )
            return False
        return True


def make_file(
    path: Path, strikes: gpd.GeoDataFrame, claims: pd.DataFrame, said: dict[str, str]
) -> None:
    """Write a new GeoPackage whole; nothing is overwritten."""
    if path.exists():
        raise WorkspaceError(f"{path}: is there already; name another file")
    beside = name_beside(path).with_suffix(".gpkg")  # by which GDAL knows what to write
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
        give_name(beside, path)
    except FileExistsError:
        raise WorkspaceError(f"{path}: is there already; name another file") from None
    except (OSError, DBAPIError, pyogrio.errors.DataSourceError) as error:
        why = (
            word(error) if isinstance(error, DBAPIError) else str(error).rpartition(" failed: ")[2]
        )
        raise WorkspaceError(
            f"{path}: cannot be written ({why}); choose another folder or free some space"
        ) from error
    finally:
        with suppress(OSError):  # a disk that is only read took none
            beside.unlink()


def give_name(beside: Path, path: Path) -> None:
    """Give a file its name; raises FileExistsError where there is one of that name."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except (OSError, AttributeError):  # a disk, or a system, that knows no second name of a file
        path.touch(exist_ok=False)
        beside.replace(path)


def write_layers(path: Path, strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> None:
    """Write a new GeoPackage with the layers strikes and claims.

    Without a spatial index, which the migrations make.
    """
    layer = {"SPATIAL_INDEX": "NO"}
    pyogrio.write_dataframe(
        strikes.reset_index(), path, layer="strikes", geometry_type="Point", layer_options=layer
    )
    pyogrio.write_dataframe(pd.DataFrame(claims), path, layer="claims", append=True)


def check_file(path: Path) -> list[str]:
    """Return what is wrong with a file, in words; empty for a sound one. Nothing is written."""
    return _ask(path, find_troubles)


def note_file(path: Path) -> list[str]:
    """Return what the spatial index of a file of this version lacks, in words."""
    return _ask(path, lambda at: find_gaps(at) if read_value(at, "version") == str(VERSION) else [])


def _ask(path: Path, work: Callable[[Connection], list[str]]) -> list[str]:
    _check_start(path)
    engine = make_engine(path, writable=False)
    try:
        with engine.connect() as connection:
            return work(connection)
    except DBAPIError as error:
        return [word(error)]
    finally:
        engine.dispose()


def keep_copy(path: Path, version: int) -> Path:
    """Copy a workspace beside itself before it is brought to a version; return the copy's path.

    A copy that is there is never written over. Raises WorkspaceError with the remedy.
    """
    beside = path.with_name(f"{path.stem}.before-{version}{path.suffix}")
    number = 2
    while beside.exists():
        beside = path.with_name(f"{path.stem}.before-{version}-{number}{path.suffix}")
        number += 1
    part = name_beside(beside)
    try:
        _copy_to(path, part)
        part.replace(beside)
    except (OSError, sqlite3.Error) as error:
        raise WorkspaceError(
            f"{path}: no copy could be kept beside it ({error}), so that it was not brought to "
            f"version {version}; make room there, or work on a copy elsewhere"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()
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
    try:
        require_plain(path)
    except OSError as error:
        raise WorkspaceError(f"{path}: cannot be read ({error.strerror}); check path") from error
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise WorkspaceError(
                f"{path}: is no workspace, whatever its name says; nothing was written to it"
            )
