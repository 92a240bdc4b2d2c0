"""Totals of strikes in a database, and of each group of them, without reading the strikes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    FromClause,
    Table,
    and_,
    cast,
    func,
    or_,
    select,
)
from sqlalchemy import text as sql

from geo.strikes.filters import Filters
from geo.strikes.totals import Totals
from geo.workspace.counting.conditions import answers, find_conditions, refuse
from geo.workspace.counting.measures import MEASURES, Sums, add_sums, measure, read_totals
from geo.workspace.counting.sources import list_sources
from geo.workspace.counting.summaries import HOURLY, SUMS, WEEKLY, kept_by
from geo.workspace.tables import TABLES

__all__ = [
    "count_totals", "in_period", "in_whole_months", "sum_by_source", "sum_groups",
]  # fmt: skip

Key = tuple[Any, ...]
Condition = ColumnElement[bool]
_STRIKES = TABLES.tables["strikes"]
_NONE = dict.fromkeys(MEASURES, 0)
_LAST_MONTH = date.max.replace(day=1)


def count_totals(connection: Connection, filters: Filters | None = None) -> Totals:
    """Count the strikes that pass, as `geo.strikes.totals.count_totals` does of a table in memory.

    Raises FilterError for what cannot be asked of a database.
    """
    return read_totals(sum_groups(connection, filters or Filters()).get((), _NONE))


def sum_groups(connection: Connection, filters: Filters, by: Sequence[str] = ()) -> dict[Key, Sums]:
    """Return the sums of the strikes that pass, by the values of columns that the sums are kept by.

    What whole months answer comes from sums by month, the rest from the strikes.
    """
    _begin(connection, filters)
    sums = (one for one in (SUMS, HOURLY, WEEKLY) if _has(one, by) and answers(one, filters))
    kept = next(sums, None)
    if kept is None:
        where = [*find_conditions(connection, filters), *in_period(filters)]
        return _sum(connection, _STRIKES, where, by)
    whole = [*find_conditions(connection, filters, kept), *in_whole_months(filters, kept)]
    found = _sum(connection, kept, whole, by)
    if filters.date_from or filters.date_to:
        edges = [*find_conditions(connection, filters), _at_edges(filters)]
        for key, more in _sum(connection, _STRIKES, edges, by).items():
            found[key] = add_sums(found.get(key, _NONE), more)
    return found


def _has(kept: Table, by: Sequence[str]) -> bool:
    return all(name in kept.c for name in by)


def _sum(
    connection: Connection, rows: FromClause, where: Sequence[Condition], by: Sequence[str]
) -> dict[Key, Sums]:
    known: Mapping[str, ColumnElement[Any]] = dict(rows.c.items())
    sums = known
    if rows is _STRIKES:
        known, sums = kept_by(SUMS.name, rows), measure(rows)
    groups = [known[name] for name in by]
    return _sum_rows(connection, sums, groups, where, rows)


def _sum_rows(
    connection: Connection, sums: Mapping[str, ColumnElement[Any]],
    groups: Sequence[ColumnElement[Any]], where: Sequence[Condition], rows: FromClause,
) -> dict[Key, Sums]:  # fmt: skip
    summed = [func.sum(sums[name]) for name in MEASURES]
    query = select(*groups, *summed).select_from(rows).where(*where).group_by(*groups)
    many, found = len(groups), connection.execute(query)
    sums_of = {
        tuple(row[:many]): dict(zip(MEASURES, map(int, row[many:]), strict=True))
        for row in found if row[many] is not None
    }  # fmt: skip
    return {key: sums for key, sums in sums_of.items() if sums["rows"]}


def _begin(connection: Connection, filters: Filters) -> None:
    refuse(filters)
    connection.execute(sql("SET LOCAL jit = off"))  # compiling takes longer than the sums


def sum_by_source(connection: Connection, filters: Filters) -> dict[Key, Sums]:
    """Return the sums of the strikes that pass by who reports them, under each of several.

    None: a claim without a source, or no claim.
    """
    _begin(connection, filters)
    where = [*find_conditions(connection, filters), *in_period(filters)]
    told = list_sources(connection)
    rows = _STRIKES.outerjoin(told, told.c.strike_id == _STRIKES.c.strike_id)
    return _sum_rows(connection, measure(_STRIKES), [told.c.source], where, rows)


def in_period(filters: Filters, rows: Table = _STRIKES) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions of a period: a row's days overlap it; rows: strikes, or their points."""
    if filters.date_from:
        yield rows.c.date_end >= cast(filters.date_from.isoformat(), Date)
    if filters.date_to:
        yield rows.c.date_start <= cast(filters.date_to.isoformat(), Date)


def in_whole_months(filters: Filters, kept: Table = SUMS) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions of the sums by month whose rows surely overlap a period."""
    if filters.date_from:
        yield kept.c.month_end >= _first_month(filters.date_from)
    if filters.date_to:
        yield kept.c.month_start < _end_of_last(filters.date_to)


def _at_edges(filters: Filters) -> ColumnElement[bool]:
    """Return the condition of the strikes of a period that no whole month answers for."""
    edges = []
    if filters.date_from:
        edges.append(_STRIKES.c.date_end < _first_month(filters.date_from).isoformat())
    if filters.date_to:
        edges.append(_STRIKES.c.date_start >= _end_of_last(filters.date_to).isoformat())
    period = list(in_period(filters))
    return or_(*(and_(edge, *period) for edge in edges))


def _first_month(first: date) -> date:
    """Return the first month of a period that is wholly in it."""
    return first if first.day == 1 else (first.replace(day=1) + timedelta(days=31)).replace(day=1)


def _end_of_last(last: date) -> date:
    """Return the day after the last month of a period that is wholly in it.

    The last month of all has no day after it, and counts as none that is wholly in it.
    """
    return _LAST_MONTH if last == date.max else (last + timedelta(days=1)).replace(day=1)
