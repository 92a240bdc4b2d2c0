"""The different words that strikes of a database hold, by its summaries: no strike is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Column, Connection, select

from geo.errors import FilterError
from geo.workspace.counting.summaries import AREAS, there

__all__ = ["MOST", "find_words", "list_pairs", "list_words"]

MOST = 300_000  # different values that are looked through


def list_words(connection: Connection, column: Column[Any], *where: Any) -> list[str]:  # noqa: ANN401
    """Return the different texts of a summary's column, without null.

    Raises FilterError, with the remedy, where they are more than MOST.
    """
    chosen = select(column).where(column.is_not(None), *where).group_by(column)
    query = chosen.having(there(column.table)).limit(MOST + 1)
    found = list(connection.execute(query).scalars())
    if len(found) > MOST:
        raise FilterError(
            f"filter: {column.name} has more than {MOST:,} different values in this database, "
            "more than are looked through; choose by area, kind, actor or period instead"
        )
    return found


def find_words(
    connection: Connection, column: Column[Any], test: Callable[[str], bool], *where: Any  # noqa: ANN401
) -> list[str]:  # fmt: skip
    """Return those of a column's different texts that pass a test."""
    return [word for word in list_words(connection, column, *where) if test(word)]


def list_pairs(connection: Connection, level: int) -> Sequence[tuple[str, str]]:
    """Return the codes of areas with their names, in any order; level: 1 or 2."""
    code, name = AREAS.c[f"adm{level}_code"], AREAS.c[f"adm{level}_name"]
    told = select(code, name).where(code.is_not(None), name.is_not(None)).group_by(code, name)
    found = connection.execute(told.having(there(AREAS)))
    return [(str(each), str(called)) for each, called in found]
