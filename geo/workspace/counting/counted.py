"""What a team's database counts of its strikes, for whoever has it open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol, Self, TypeVar

import pandas as pd
from sqlalchemy import Connection, func, select

from geo.strikes.filters import Filters
from geo.strikes.totals import Totals
from geo.workspace.counting.cells import WORLD, Box, Cell, Square, count_cells, count_squares
from geo.workspace.counting.groups import Group, count_groups
from geo.workspace.counting.offered import Offered, list_offered
from geo.workspace.counting.summaries import AREAS, there
from geo.workspace.counting.totals import count_totals
from geo.workspace.tables import TABLES

__all__ = ["Counted"]

Done = TypeVar("Done")


class _Reads(Protocol):
    def read(self, work: Callable[[Connection], Done]) -> Done: ...


class Counted:
    """The strikes of a team's database, counted in it: none of them is read.

    Each method raises FilterError for what cannot be asked of a database, WorkspaceError where it
    cannot be read.
    """

    def __init__(self, home: _Reads, *, patience_s: float | None = None) -> None:
        """Count in a home; patience_s: seconds after which the database gives one answer up."""
        self._home, self._patience_s = home, patience_s

    def within(self, seconds: float) -> Self:
        """Return the same, of which the database gives an answer up after some seconds."""
        return type(self)(self._home, patience_s=seconds)

    def read(self, work: Callable[[Connection], Done]) -> Done:
        """Do a piece of work that reads, in one view of all tables."""

        def do(connection: Connection) -> Done:
            if self._patience_s:
                limit = f"SET LOCAL statement_timeout = {round(1000 * self._patience_s)}"
                connection.exec_driver_sql(limit)
            return work(connection)

        return self._home.read(do)

    def totals(self, filters: Filters | None = None) -> Totals:
        """Count those that pass."""
        return self.read(lambda at: count_totals(at, filters))

    def rows(self, filters: Filters) -> int:
        """Return how many pass."""
        if filters == Filters():  # which asks nothing of the summaries
            query = select(func.count()).select_from(TABLES.tables["strikes"])
            return self.read(lambda at: int(at.execute(query).scalar_one()))
        return self.totals(filters).rows

    def groups(self, filters: Filters, by: str) -> list[Group]:
        """Count those that pass by governorate, kind, actor, source or month."""
        return self.read(lambda at: count_groups(at, filters, by))

    def cells(self, filters: Filters, zoom: int, box: Box = WORLD) -> list[Cell]:
        """Count the located ones that pass by the cells of a map's grid."""
        return self.read(lambda at: count_cells(at, filters, zoom, box))

    def squares(self, filters: Filters, zoom: int, box: Box = WORLD) -> list[Square]:
        """Count the located ones that pass by whole squares, none finer than a row is known."""
        return self.read(lambda at: count_squares(at, filters, zoom, box))

    def areas_only(self, filters: Filters) -> list[Group]:
        """Count those that pass and are known only to an area, by governorate."""
        if filters.statuses and "area_only" not in filters.statuses:
            return []
        return self.groups(replace(filters, statuses=("area_only",)), "governorate")

    def offered(self) -> Offered:
        """Return what the strikes have to filter by."""
        return self.read(list_offered)

    def areas(self) -> pd.DataFrame:
        """Return the areas that strikes have or report: the columns of a strikes table, each once.

        What `geo.placing.asking.filters.settle_filters` needs of strikes to read a filter's names.
        """
        words = [one for one in AREAS.c if one.name not in ("seq", "key", "rows")]
        query = select(*words).group_by(*words).having(there(AREAS))
        rows: Any = self.read(lambda at: at.execute(query).fetchall())
        return pd.DataFrame(rows, columns=[one.name for one in words], dtype="str")
