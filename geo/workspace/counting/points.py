"""Points: the located strikes with what they are filtered and counted by, and no more.

A row is a sixth of a strike's and stands beside those of its neighbours, so that a view is counted
by filters that no summary has without most of a database being read. The triggers of the summaries
keep it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Date,
    FromClause,
    Index,
    Integer,
    MetaData,
    Select,
    SmallInteger,
    Table,
    Text,
    and_,
    case,
    column,
    func,
    select,
    table,
)
from sqlalchemy.dialects import postgresql

from geo.workspace.counting.measures import measure
from geo.workspace.counting.summaries import (
    CELL_SUMS,
    HOUR,
    level_of,
    name_weekday,
    on_map,
    place_in_grid,
)
from geo.workspace.tables import TABLES

__all__ = ["POINTS", "POINT_LEVEL", "fill_points", "make_points", "word_keeping"]

POINT_LEVEL = 11  # of x and y
_STRIKES = TABLES.tables["strikes"]
_SAME = ("kind", "adm1_code", "adm1_name", "adm2_code", "adm2_name", "actor", "date_start",
         "date_end")  # fmt: skip
POINTS = Table(
    "strike_points", MetaData(), Column("fid", BigInteger, primary_key=True, autoincrement=False),
    *(Column(name, Integer) for name in ("x", "y")), Column("level", SmallInteger),
    *(Column(name, Date if name.startswith("date") else Text) for name in _SAME),
    *(Column(name, Text) for name in ("governorate_text", "district_text", "not_strike", "hour",
                                   "weekday")),
    *(Column(name, Integer) for name in CELL_SUMS),
    Index("strike_points_by_place", "level", "x", "y"),
)  # fmt: skip


def _gather(rows: FromClause) -> Select[Any]:
    """Return the query that makes the points of rows of a strikes table."""
    cells, sums = rows.c, measure(rows)
    x, y = place_in_grid(cells.geom, POINT_LEVEL)
    made: dict[str, ColumnElement[Any]] = {
        "fid": cells.fid, "x": x, "y": y, "level": level_of(cells.uncertainty_km, cells.geom),
        **{name: cells[name] for name in _SAME},
        # The words of a report count only where its row has no area.
        "governorate_text": case((_is_bare(cells, 1), cells.governorate_text)),
        "district_text": case((_is_bare(cells, 2), cells.district_text)),
        "not_strike": case((cells.not_strike.is_not(None), "")),
        "hour": func.substring(cells.time_local, HOUR),
        "weekday": name_weekday(cells),
        **{name: sums[name] for name in CELL_SUMS},
    }  # fmt: skip
    located = and_(cells.location_status == "located", on_map(cells.geom))
    return select(*(made[one.name].label(one.name) for one in POINTS.c)).where(located)


def _is_bare(cells: Any, level: int) -> ColumnElement[bool]:  # noqa: ANN401
    return and_(cells[f"adm{level}_code"].is_(None), cells[f"adm{level}_name"].is_(None))


def word_keeping() -> Mapping[str, str]:
    """Return, by what a statement does to strikes, the orders that keep the points."""
    fresh = table("fresh", *(column(one.name, one.type) for one in _STRIKES.c))
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call] # SQLAlchemy's own
    made = _gather(fresh).compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    names = ", ".join(one.name for one in POINTS.c)
    put = f"INSERT INTO {POINTS.name} ({names}) {made};"
    take = f"DELETE FROM {POINTS.name} USING gone WHERE {POINTS.name}.fid = gone.fid;"  # noqa: S608
    return {
        "INSERT": put, "DELETE": take, "UPDATE": f"{take} {put}",
        "TRUNCATE": f"TRUNCATE {POINTS.name};",
    }  # fmt: skip


def make_points(connection: Connection) -> None:
    """Make the points of the strikes that a database holds."""
    POINTS.create(connection)
    fill_points(connection)


def fill_points(connection: Connection) -> None:
    """Fill the empty table, neighbours beside each other."""
    rows = _gather(_STRIKES).subquery()
    query = select(*(rows.c[one.name] for one in POINTS.c)).order_by(rows.c.x, rows.c.y)
    connection.execute(POINTS.insert().from_select([one.name for one in POINTS.c], query))
