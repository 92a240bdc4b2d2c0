"""What names a workspace, told from a table of strikes without opening it."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from gazetteer.passwords import hide_passwords

__all__ = ["is_address", "name_safely", "names_workspace"]

_ADDRESSES = ("postgresql", "postgres")
_OWN = {"workspace", "decisions", "log"}  # tables that no other GeoPackage has together


def is_address(name: str) -> bool:
    """Return whether a name is a database's: postgresql://..., or with a driver's name behind."""
    head, mark, _ = name.partition("://")
    return bool(mark) and head.lower().split("+")[0] in _ADDRESSES


def names_workspace(name: str) -> bool:
    """Return whether a name is that of a database, or of a GeoPackage that is a workspace."""
    if is_address(name):
        return True
    path = Path(name)
    if path.suffix.lower() != ".gpkg" or not path.is_file():
        return False
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            found = connection.execute("SELECT name FROM sqlite_master")
            return {row[0] for row in found} >= _OWN
        finally:
            connection.close()
    except sqlite3.Error:
        return False


def name_safely(name: str) -> str:
    """Return a name as it may be shown: a database's without who signs in and by what."""
    if not is_address(name):
        return name
    return re.split(r"[?#]", hide_passwords(name), maxsplit=1)[0]
