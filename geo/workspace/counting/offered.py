"""What the strikes of a database have to filter by, without reading them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, exists, func, select

from geo.strikes.schema import split_several
from geo.workspace.counting.sources import count_sources
from geo.workspace.counting.summaries import ACTORS, AREAS, there
from geo.workspace.counting.values import list_words
from geo.workspace.tables import TABLES

__all__ = ["Offered", "list_offered"]

MOST_SOURCES = 2_000  # that are offered; any other can be named
_STRIKES = TABLES.tables["strikes"]


@dataclass(frozen=True, slots=True)
class Offered:
    """The values that strikes have, each once, and whether some have none.

    governorates, districts: names by code, a district's with its governorate's. sources: those of
    most claims first, at most MOST_SOURCES. first_day, last_day: None where none is dated.
    """

    governorates: Mapping[str, str]
    districts: Mapping[str, tuple[str, str]]
    actors: tuple[str, ...]
    sources: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    without_area: bool
    without_actor: bool
    dated_rows: bool  # whether rows say when they came into their workspace


def list_offered(connection: Connection) -> Offered:
    """Return what strikes offer; raises FilterError where an actor is one of too many."""
    cells = _STRIKES.c
    first = connection.execute(select(func.min(cells.date_start))).scalar()
    last = connection.execute(select(func.max(cells.date_end))).scalar()
    told = list_words(connection, ACTORS.c.actor)
    named = {name for cell in told for name in split_several(cell)}
    return Offered(
        governorates=dict(_list_areas(connection, "adm1_code", "adm1_name")),
        districts={
            code: (name, above)
            for code, name, above in _list_areas(connection, "adm2_code", "adm2_name", "adm1_name")
        },
        actors=tuple(sorted(named, key=str.casefold)),
        sources=tuple(count_sources(connection, MOST_SOURCES)),
        first_day=_to_day(first), last_day=_to_day(last),
        without_area=_lacks(connection, AREAS.c.adm1_code),
        without_actor=_lacks(connection, ACTORS.c.actor),
        dated_rows=bool(connection.execute(select(exists().where(cells.added.is_not(None)))).scalar()),
    )  # fmt: skip


def _list_areas(connection: Connection, *names: str) -> list[Any]:
    columns = [AREAS.c[name] for name in names]
    query = select(*columns).where(*(one.is_not(None) for one in columns)).group_by(*columns)
    found = connection.execute(query.having(there(AREAS)).order_by(*columns[1:])).all()
    return [tuple(row) for row in found]


def _lacks(connection: Connection, column: Any) -> bool:  # noqa: ANN401
    query = select(func.sum(column.table.c["rows"])).where(column.is_(None))
    return bool(connection.execute(query).scalar())


def _to_day(value: Any) -> date | None:  # noqa: ANN401
    return date.fromisoformat(value) if isinstance(value, str) else value
