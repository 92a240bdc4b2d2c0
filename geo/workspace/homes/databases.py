"""Workspaces in PostgreSQL with PostGIS: made, opened, written by several people at once.

Writers take turns inside a transaction, so that numbers in the log are in the order of commits and
nobody who follows it misses one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any
from uuid import uuid4

import geopandas as gpd
import numpy as np
import pandas as pd
from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from geo.errors import WorkspaceError
from geo.workspace.counting.points import POINTS
from geo.workspace.counting.summaries import SUMMARIES
from geo.workspace.homes.home import Done, told, word
from geo.workspace.homes.migrating import migrate, read_value, write_value
from geo.workspace.homes.troubles import find_troubles
from geo.workspace.homes.trying import do_again, is_cut
from geo.workspace.naming import name_safely
from geo.workspace.tables import KEYS, TABLES, VERSION

__all__ = [
    "EDITOR", "READER", "DatabaseHome", "copy_in", "make_database", "make_engine", "make_roles",
]  # fmt: skip

READER, EDITOR = "strikemap_reader", "strikemap_editor"
CONNECT_S = 10  # until a server that does not answer is given up
_TURN = text("SELECT pg_advisory_xact_lock(7142014)")  # a number of our own: one writer at a time
_EXTENSIONS = ("postgis", "pg_trgm")


class DatabaseHome:
    """A database that several people write."""

    shared, refusal, keeps_log = True, "", True

    def __init__(self, address: str, *, writing: bool) -> None:
        """Open it; raises WorkspaceError naming it and the remedy."""
        self.name = name_safely(address)
        self.engine = make_engine(address)
        self._views = self.engine.execution_options(isolation_level="REPEATABLE READ")
        try:
            version = self._look(writing)
            if version < VERSION:
                self._bring_up(version)
        except BaseException:
            self.close()
            raise

    def _look(self, writing: bool) -> int:
        """Return the version of its tables; whether it is written stands in `writable` then."""

        def once(_: int) -> int:
            with self.engine.connect() as connection:
                self.writable = writing and _may_write(connection)
                self._refuse_unsound(connection)
                return int(read_value(connection, "version"))

        return do_again(
            self.name, once, what="cannot be opened", kept="nothing was changed",
            unsure="see that the server runs and the address is right",
        )  # fmt: skip

    def _refuse_unsound(self, connection: Connection) -> None:
        if not inspect(connection).has_table("workspace"):
            raise WorkspaceError(
                f"{self.name}: holds no workspace; make one with `strikemap workspace make`"
            )
        troubles = find_troubles(connection)
        if troubles:
            raise WorkspaceError(f"{self.name}: cannot be used ({'; '.join(troubles)})")

    def _bring_up(self, version: int) -> None:
        def work(connection: Connection) -> None:
            if not self.writable or not _may_alter(connection):
                raise WorkspaceError(
                    f"{self.name}: is of version {version}; have its owner open it once to write "
                    "with this program, which brings it up to date"
                )
            if int(read_value(connection, "version")) == version:
                _keep_copy(connection)
                migrate(connection, of=version)

        self.write(work)

    def why_only_read(self, writer: str) -> str:  # noqa: ARG002
        """Say why it is not written, and the remedy."""
        return (
            f"{self.name}: you may read it and not write; ask its administrator for the role "
            f"{EDITOR}"
        )

    def read(self, work: Callable[[Connection], Done]) -> Done:
        """Read in one view of all tables, which no writer changes meanwhile."""

        def once(_: int) -> Done:
            with self._views.connect() as connection:
                return work(connection)

        return do_again(
            self.name, once, what="could not be read", kept="nothing was changed",
            unsure="nothing was changed by reading; try again once the server answers",
        )  # fmt: skip

    def write(self, work: Callable[[Connection], Done], *, token: str = "") -> Done | None:
        """Do all of the work or nothing; a cut connection is tried again, nothing done twice."""

        def once(attempt: int) -> Done | None:
            with self.engine.begin() as connection:
                connection.execute(_TURN)
                if attempt and token and _is_logged(connection, token):
                    return None
                return work(connection)

        return do_again(
            self.name, once, what="could not be written", kept="nothing was changed",
            unsure="the change is there whole or not at all: see `strikemap workspace log` once "
            "the server answers",
        )  # fmt: skip

    def check(self) -> list[str]:
        """Return what is wrong with it, in words."""
        return self.read(find_troubles)

    def close(self) -> None:
        """Close its connections."""
        self.engine.dispose()


def make_engine(address: str) -> Engine:
    """Return what opens the database at an address."""
    name = name_safely(address)
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
        return create_engine(
            url, pool_pre_ping=True, pool_size=2,
            connect_args={"connect_timeout": CONNECT_S, "application_name": "strikemap"},
        )  # fmt: skip
    except ImportError as error:
        raise WorkspaceError(
            f"{name}: needs the driver psycopg; install it with `pip install strikemap[team]`"
        ) from error
    except (ArgumentError, ValueError) as error:
        raise WorkspaceError(
            f"{name}: is no address; write postgresql://USER@HOST:PORT/DATABASE"
        ) from error


def make_database(
    address: str, strikes: gpd.GeoDataFrame, claims: pd.DataFrame, said: dict[str, str]
) -> None:
    """Write a new workspace whole into a database that has none."""
    name, engine = name_safely(address), make_engine(address)
    said = {**said, "born": uuid4().hex}  # by which what an earlier attempt made is known again

    def once(_: int) -> None:
        with engine.begin() as connection:
            connection.execute(_TURN)
            if inspect(connection).has_table("strikes"):
                if _is_ours(connection, said["born"]):
                    return
                raise WorkspaceError(f"{name}: holds a workspace already; name another database")
            _add_extensions(connection, name)
            migrate(connection, of=0)
            copy_in(connection, "strikes", strikes.reset_index())
            copy_in(connection, "claims", claims)
            for key, value in said.items():
                write_value(connection, key, value)

    try:
        do_again(
            name, once, what="cannot be written", kept="nothing was made in it",
            unsure="the workspace is there whole or not at all: see `strikemap workspace check` "
            "once the server answers",
        )  # fmt: skip
    finally:
        engine.dispose()


def _is_ours(connection: Connection, born: str) -> bool:
    known = inspect(connection).has_table("workspace")
    return known and read_value(connection, "born") == born


def make_roles(address: str) -> None:
    """Make the roles of readers and editors, and say what each may do; done again, it mends."""
    engine = make_engine(address)
    written = ", ".join(KEYS)
    whole = ", ".join([*TABLES.tables, *SUMMARIES.tables, POINTS.name])
    make = (
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{0}') "
        "THEN CREATE ROLE {0} NOLOGIN; END IF; END $$"
    )
    orders = [
        *(make.format(role) for role in (READER, EDITOR)),
        f"GRANT {READER} TO {EDITOR}",
        f"GRANT SELECT ON {whole}, alembic_version TO {READER}",
        f"GRANT INSERT, UPDATE, DELETE ON {written} TO {EDITOR}",
        f"GRANT INSERT, UPDATE (undone) ON log TO {EDITOR}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {EDITOR}",
    ]
    try:
        with told(name_safely(address), "roles cannot be made"), engine.begin() as connection:
            for order in orders:
                connection.execute(text(order))
    finally:
        engine.dispose()


def _may_write(connection: Connection) -> bool:
    found = connection.execute(
        text("SELECT to_regclass('log') IS NOT NULL AND NOT pg_is_in_recovery()"
             " AND has_table_privilege(to_regclass('log')::oid, 'INSERT')")
    )  # fmt: skip
    return bool(found.scalar())


def _may_alter(connection: Connection) -> bool:
    found = connection.execute(
        text("SELECT pg_has_role(relowner, 'USAGE')"
             " AND has_database_privilege(current_database(), 'CREATE')"
             " FROM pg_class WHERE oid = to_regclass('strikes')")
    )  # fmt: skip
    return bool(found.scalar())


def _is_logged(connection: Connection, token: str) -> bool:
    log = TABLES.tables["log"]
    return connection.execute(log.select().where(log.c.token == token)).fetchone() is not None


def _add_extensions(connection: Connection, name: str) -> None:
    for extension in _EXTENSIONS:
        try:
            with connection.begin_nested():
                connection.execute(text(f"CREATE EXTENSION IF NOT EXISTS {extension}"))
        except DBAPIError as error:
            if is_cut(error):
                raise
            raise WorkspaceError(
                f"{name}: lacks {extension} ({word(error)}); have its administrator run "
                f"CREATE EXTENSION {extension}, installed with the package postgis"
            ) from error


def _keep_copy(connection: Connection) -> None:
    """Copy every table into a schema of its own before they are changed."""
    known, names = inspect(connection).get_schema_names(), count(2)
    schema = f"before_{VERSION}"
    while schema in known:  # a copy that is there is never written over
        schema = f"before_{VERSION}_{next(names)}"
    connection.execute(text(f"CREATE SCHEMA {schema}"))
    for name in inspect(connection).get_table_names():
        if name in TABLES.tables:
            order = f"CREATE TABLE {schema}.{name} AS TABLE {name}"
            connection.execute(text(order))


def copy_in(connection: Connection, name: str, rows: pd.DataFrame) -> None:
    """Write rows as PostgreSQL's COPY takes them."""
    columns = [column for column in rows.columns if column in TABLES.tables[name].c]
    lists = [_to_cells(rows[column]) for column in columns]
    if isinstance(rows, gpd.GeoDataFrame):
        columns.append("geom")
        lists.append([None if one is None else one.wkb_hex for one in rows.geometry])
    order = f"COPY {name} ({', '.join(columns)}) FROM STDIN"
    driver: Any = connection.connection
    try:
        with driver.cursor() as cursor, cursor.copy(order) as copy:
            for row in zip(*lists, strict=True):
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:  # SQLAlchemy does not see it
        raise DBAPIError(order, None, error) from error


def _to_cells(column: pd.Series) -> Sequence[Any]:
    if pd.api.types.is_datetime64_any_dtype(column):
        column = column.dt.strftime("%Y-%m-%d")
    values = column.astype(object).to_numpy()
    cells: Any = np.where(pd.isna(values), None, values)
    # PostgreSQL's texts hold every letter but this one.
    return [one.replace("\0", "") if isinstance(one, str) else one for one in cells.tolist()]
