"""Migrating: a workspace of an earlier version brought to this program's, by alembic."""

from __future__ import annotations

import threading
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from geo.workspace.tables import FEATURES, KEYS, TABLES, VERSION

__all__ = ["migrate", "read_value", "write_value"]

_SCRIPTS = Path(__file__).with_name("migrations")
_ONE_AT_A_TIME = threading.Lock()  # alembic's context and op are one for all threads


def migrate(connection: Connection, *, of: int, to: int = VERSION) -> None:
    """Bring the tables from version `of` (0: none yet) to another, in this transaction."""
    from alembic import command
    from alembic.config import Config

    settings = Config(attributes={"connection": connection})
    settings.set_main_option("script_location", str(_SCRIPTS))
    settings.set_main_option("path_separator", "os")
    with _ONE_AT_A_TIME:
        if of:
            command.stamp(settings, str(of))
        command.upgrade(settings, str(to))
    if connection.dialect.name == "sqlite":
        _list_layers(connection)
    write_value(connection, "version", str(to))


def _list_layers(connection: Connection) -> None:
    """Tell GeoPackage's readers of the tables (OGC 12-128r17, clauses 1.1.3 and 2.1.5)."""
    there = inspect(connection).get_table_names()
    for name in (one for one in (*KEYS, "log", "workspace") if one in there):
        drawn = FEATURES.get(name)
        connection.execute(
            text("INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, srs_id)"
                 " VALUES (:name, :kind, :name, :srs)"),
            {"name": name, "kind": "features" if drawn else "attributes",
             "srs": 4326 if drawn else None},
        )  # fmt: skip
        if drawn:
            connection.execute(
                text("INSERT OR IGNORE INTO gpkg_geometry_columns"
                     " VALUES (:name, 'geom', :kind, 4326, 0, 0)"), {"name": name, "kind": drawn},
            )  # fmt: skip


def write_value(connection: Connection, key: str, value: str) -> None:
    """Say something of the workspace itself."""
    said = TABLES.tables["workspace"]
    done = connection.execute(said.update().where(said.c.key == key).values(value=value))
    if not done.rowcount:
        connection.execute(said.insert().values(key=key, value=value))


def read_value(connection: Connection, key: str) -> str:
    """Return what is said of the workspace itself; "" for nothing."""
    said = TABLES.tables["workspace"]
    found = connection.execute(said.select().where(said.c.key == key)).fetchone()
    return str(found.value) if found else ""
