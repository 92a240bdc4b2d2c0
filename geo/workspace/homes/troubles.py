"""Troubles: what is wrong with a workspace, in words. Nothing is written."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from gazetteer.decisions.decision import VERDICTS
from geo.workspace.homes.migrating import read_value
from geo.workspace.tables import TABLES, VERSION

__all__ = ["find_troubles"]

_FIRST = ("strikes", "claims", "decisions", "log", "workspace")  # of every version


def find_troubles(connection: Connection) -> list[str]:
    """Return what is wrong with an open workspace, in words; empty for a sound one."""
    damage = _find_damage(connection)
    have = set(inspect(connection).get_table_names())
    lacking = [name for name in _FIRST if name not in have]
    if damage or lacking:
        return [*damage, *(f"the table {name} is missing" for name in lacking)]
    version = read_value(connection, "version")
    if not version.isdigit() or int(version) < 1:
        return [f"its version {version!r} is no number"]
    if int(version) > VERSION:
        return [f"is of version {version}, later than this program's {VERSION}: update the program"]
    if int(version) == VERSION:
        lacking = [name for name in TABLES.tables if name not in have]
    return [
        *(f"the table {name} is missing" for name in lacking), *_find_strange(connection)
    ]  # fmt: skip


def _find_damage(connection: Connection) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []
    found = connection.execute(text("PRAGMA quick_check(5)"))
    return [row[0] for row in found if row[0] != "ok"]


def _find_strange(connection: Connection) -> list[str]:
    verdicts = ", ".join(f"'{word}'" for word in VERDICTS)
    sql = f"SELECT count(*) FROM decisions WHERE verdict NOT IN ({verdicts})"  # noqa: S608 ours
    number = int(connection.execute(text(sql)).scalar_one())
    return [f"{number} decisions are not of a known verdict"] if number else []
