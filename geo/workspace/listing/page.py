"""Lists of strikes of a team's database, some rows at a time, in the order of the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from sqlalchemy import Connection, select
from sqlalchemy import text as sql

from geo.strikes.filters import Filters
from geo.workspace.counting.cells import Square, in_square
from geo.workspace.counting.conditions import find_conditions
from geo.workspace.counting.counted import Counted
from geo.workspace.counting.totals import in_period
from geo.workspace.rows import read_claims, read_strikes
from geo.workspace.tables import TABLES

__all__ = ["Listed", "Lists", "list_parts", "read_page"]

_STRIKES = TABLES.tables["strikes"]


@dataclass(frozen=True)
class Listed:
    """Some rows of a list with their claims; after: what the next come after, None at its end."""

    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    after: int | None


def read_page(
    connection: Connection, filters: Filters, most: int, *,
    after: int = 0, square: Square | None = None,
) -> Listed:  # fmt: skip
    """Return the first strikes that pass filters after a row of the list, `most` at most.

    square: only those counted in it. Raises FilterError for what cannot be asked of a database.
    """
    connection.execute(sql("SET LOCAL jit = off"))
    where = [*find_conditions(connection, filters), *in_period(filters)]
    if square is not None:
        where += in_square(square.level, square.x, square.y, coarse=square.coarse)
    cells = _STRIKES.c
    query = select(cells.fid, cells.strike_id).where(*where, cells.fid > after)
    # Few of many are sorted: in the order of all rows nearly all would be gone through for them.
    few = square is not None or _is_narrow(filters)
    query = query.order_by(cells.fid + 0 if few else cells.fid).limit(most + 1)
    found = connection.execute(query).all()
    ids = [row.strike_id for row in found[:most]]
    strikes = read_strikes(connection, ids).loc[ids]
    more = len(found) > most
    return Listed(strikes, read_claims(connection, ids), found[most - 1].fid if more else None)


def _is_narrow(filters: Filters) -> bool:
    return bool(filters.text or filters.near or filters.sources or filters.since)


class Lists(Counted):
    """The strikes of a team's database, counted in it, and listed some at a time."""

    def page(
        self, filters: Filters, most: int, *, after: int = 0, square: Square | None = None
    ) -> Listed:
        """Return some of those that pass, as `read_page` does."""
        return self.read(lambda at: read_page(at, filters, most, after=after, square=square))


def list_parts(connection: Connection, filters: Filters, rows: int) -> Iterator[list[str]]:
    """Yield the ids of all strikes that pass, so many at a time, in the order of the workspace.

    Of those to come only their numbers are held, eight bytes each. One empty part where none is.
    """
    connection.execute(sql("SET LOCAL jit = off"))
    where = [*find_conditions(connection, filters), *in_period(filters)]
    query = select(_STRIKES.c.fid).where(*where).order_by(_STRIKES.c.fid)
    streamed = connection.execute(query, execution_options={"yield_per": 10_000})
    numbers = np.fromiter((row[0] for row in streamed), np.int64)
    for first in range(0, max(len(numbers), 1), rows):
        some = numbers[first : first + rows].tolist()
        named = select(_STRIKES.c.strike_id).where(_STRIKES.c.fid.in_(some))
        yield list(connection.execute(named.order_by(_STRIKES.c.fid)).scalars())
