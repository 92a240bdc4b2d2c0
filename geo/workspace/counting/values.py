"""The different words that strikes of a database hold, by its summaries: no strike is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select

from geo.errors import FilterError
from geo.strikes.passing import fold
from geo.workspace.counting.summaries import AREAS
from geo.workspace.tables import TABLES

__all__ = ["MOST", "find_words", "list_pairs", "list_words"]

MOST = 300_000  # different values that are looked through
_STRIKES = TABLES.tables["strikes"]


def list_words(connection: Connection, column: Column[Any], *where: Any) -> list[str]:  # noqa: ANN401
    """Return the different texts of a summary's column, without null.

    Raises FilterError, with the remedy, where they are more than MOST.
    """
    there = column.table.c["rows"] > 0  # groups whose rows are gone are kept
    query = select(column).distinct().where(there, column.is_not(None), *where).limit(MOST + 1)
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
    """Return the codes of areas with their names, in the order in which rows first have them.

    level: 1 or 2. Where no name is that of two codes the order says nothing, and is any.
    """
    code, name = _columns(AREAS, level)
    there = AREAS.c["rows"] > 0, code.is_not(None), name.is_not(None)
    found = connection.execute(select(code, name).distinct().where(*there))
    pairs = [(str(each), str(called)) for each, called in found]
    times = Counter(fold(called) for _, called in pairs)
    twice = [each for each, called in pairs if times[fold(called)] > 1]
    if not twice:
        return pairs
    code, name = _columns(_STRIKES, level)
    ordered = (
        select(code, name).where(code.in_(twice), name.is_not(None))
        .group_by(code, name).order_by(func.min(_STRIKES.c.fid))
    )  # fmt: skip
    known = [(str(each), str(called)) for each, called in connection.execute(ordered)]
    return [*(pair for pair in pairs if pair[0] not in twice), *known]


def _columns(rows: Table, level: int) -> tuple[Column[Any], Column[Any]]:
    return rows.c[f"adm{level}_code"], rows.c[f"adm{level}_name"]
