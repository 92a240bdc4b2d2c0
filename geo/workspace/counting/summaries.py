"""Summaries: small tables of the database beside the strikes, which its triggers keep.

One holds sums by month, kind, area, actor and the like, two have an hour or a weekday in place of
the actor, one is by the cells of a map's grid, four hold the different words of rows. Whoever
writes a strike, this program or another, adds to them in the same transaction, and waits for
nobody: a group is what its rows add up to. Who adds to a group makes one row of those that are
there, unless another transaction is at that, so that a group has few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    FromClause,
    Identity,
    Index,
    Integer,
    MetaData,
    Select,
    Table,
    Text,
    and_,
    case,
    cast,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeEngine

from geo.workspace.counting.measures import MEASURES, measure
from geo.workspace.tables import TABLES

__all__ = [
    "ACTORS", "AREAS", "CELLS", "CELL_LEVEL", "CELL_SUMS", "HOURLY", "KM_OF_DEGREE",
    "NARROWEST", "PLACES", "SUMMARIES", "SUMS", "TARGETS", "WEEKLY", "fill_summaries",
    "kept_by", "level_of", "make_summaries", "name_weekday", "on_map", "place_in_grid",
    "renew_summaries", "side_of", "stretch", "there",
]  # fmt: skip

SUMMARIES = MetaData()
HOUR = "^([01][0-9]|2[0-3]):"  # of a local time, as `geo.strikes.passing.name_hours` reads it
_STRIKES = TABLES.tables["strikes"]
_WORDS = {
    "strike_areas": ("adm1_code", "adm1_name", "governorate_text", "adm2_code", "adm2_name",
                     "district_text", "adm3_name"),
    "strike_places": ("place_text", "place_text_ar", "place_name", "place_name_ar"),
    "strike_targets": ("target",),
    "strike_actors": ("actor",),
}  # fmt: skip
_PLAIN = ("kind", "location_status", "adm1_code", "adm1_name")
_KEPT = (*_PLAIN, "actor")
_COMPUTED, _MONTHS = ("governorate_text", "not_strike"), ("month_start", "month_end")
# The grid of the cells: at a level of a map's zoom a quarter of its tile (360 degrees at 0).
_PARTS = 4
KM_OF_DEGREE = 111.195  # of a great circle (radius 6,371 km)
NARROWEST = 0.086  # of a cell's width by its length: at 85 degrees, where web maps end
CELL_LEVEL = 9  # of the cells that are kept; those of lower levels are made of them
_LEVELS = range(19)  # 0 to the deepest zoom of a map
CELL_SUMS = ("rows", "strikes_low", "strikes_high", "strikes_open")


def _make(
    name: str, texts: tuple[str, ...], sums: tuple[str, ...], days: tuple[str, ...] = (),
    numbers: tuple[str, ...] = (), *indexes: Index,
) -> Table:  # fmt: skip
    kinds: dict[str, TypeEngine[Any]] = {
        **dict.fromkeys(texts, Text()), **dict.fromkeys(days, Date()),
        **dict.fromkeys(numbers, Integer()),
    }  # fmt: skip
    return Table(
        name, SUMMARIES, Column("seq", BigInteger, Identity(), primary_key=True),
        Column("key", postgresql.UUID, nullable=False, index=True),  # of a group
        *(Column(one, kind) for one, kind in kinds.items()),
        *(Column(one, BigInteger, nullable=False) for one in sums), *indexes,
    )  # fmt: skip


SUMS = _make("strike_sums", (*_KEPT, *_COMPUTED), MEASURES, _MONTHS)
AREAS, PLACES, TARGETS, ACTORS = (_make(name, words, ("rows",)) for name, words in _WORDS.items())
HOURLY = _make("strike_hours", ("hour", *_PLAIN, *_COMPUTED), MEASURES, _MONTHS)
WEEKLY = _make("strike_weekdays", ("weekday", *_PLAIN, *_COMPUTED), MEASURES, _MONTHS)
# x, y: of a cell, from 0 degrees on; level: the deepest with cells no narrower than the radius.
CELLS = _make(
    "strike_cells", ("kind", "not_strike"), CELL_SUMS, _MONTHS, ("x", "y", "level"),
    Index("strike_cells_by_place", "x", "y"),
)  # fmt: skip


def side_of(level: int) -> float:
    """Return the side of a cell of a level in degrees."""
    return float(360 / (_PARTS * 2**level))


def place_in_grid(
    point: ColumnElement[Any], level: int
) -> tuple[ColumnElement[int], ColumnElement[int]]:
    """Return the cell of a level that a point is in: how many from 0 degrees east, and north."""
    side = side_of(level)
    x, y = (func.floor(degrees(point) / side) for degrees in (func.ST_X, func.ST_Y))
    return cast(x, Integer), cast(y, Integer)


def stretch(km: ColumnElement[Any], point: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return a radius in km as long as it must be where cells are as wide as at the equator."""
    return km / func.greatest(func.cos(func.radians(func.ST_Y(point))), NARROWEST)


def level_of(radius: ColumnElement[Any], point: ColumnElement[Any]) -> ColumnElement[int]:
    """Return the deepest level whose cells are no narrower at a point than a radius in km, or 0."""
    km = stretch(radius, point)
    bounds = [(km <= side_of(level) * KM_OF_DEGREE, level) for level in reversed(_LEVELS)]
    return case((km.is_(None), 0), *bounds, else_=0)


def on_map(point: ColumnElement[Any]) -> ColumnElement[bool]:
    """Say that a strike's point is one of the map: neither empty nor off the world."""
    return and_(func.ST_X(point).between(-180, 180), func.ST_Y(point).between(-90, 90))


def there(summary: Table) -> ColumnElement[bool]:
    """Return what holds of a group of a summary's rows that strikes are left of."""
    return func.sum(summary.c["rows"]) > 0


def _to_month(day: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return the first day of a day's month."""
    return cast(func.date_trunc("month", cast(day, DateTime)), Date)


def name_weekday(cells: Any) -> ColumnElement[Any]:  # noqa: ANN401
    """Return the weekday of a strike whose one day is known, as `geo.strikes.passing` names it."""
    known = and_(cells.date_precision == "day", cells.date_start == cells.date_end)
    return case((known, func.trim(func.to_char(cells.date_start, "day"))))


def kept_by(name: str, rows: FromClause) -> dict[str, ColumnElement[Any]]:
    """Return what rows of a strikes table are grouped by in a summary."""
    cells = rows.c
    if name in _WORDS:
        return {word: cells[word] for word in _WORDS[name]}
    not_strike = case((cells.not_strike.is_not(None), ""))  # whether, not why
    months = {"month_start": _to_month(cells.date_start), "month_end": _to_month(cells.date_end)}
    if name == CELLS.name:
        located = and_(cells.location_status == "located", on_map(cells.geom))
        x, y = place_in_grid(cells.geom, CELL_LEVEL)
        square = {"x": x, "y": y, "level": level_of(cells.uncertainty_km, cells.geom)}
        where = {name: case((located, number)) for name, number in square.items()}
        return {"kind": cells.kind, "not_strike": not_strike, **months, **where}
    bare = and_(cells.adm1_code.is_(None), cells.adm1_name.is_(None))
    made: dict[str, ColumnElement[Any]] = {
        **{word: cells[word] for word in _KEPT},
        # The words of a report count only where its row has no area.
        "governorate_text": case((bare, cells.governorate_text)),
        "hour": func.substring(cells.time_local, HOUR),
        "weekday": name_weekday(cells),
        "not_strike": not_strike,
        **months,
    }
    return {one.name: made[one.name] for one in SUMMARIES.tables[name].c if one.name in made}


def _gather(summary: Table, rows: FromClause, sign: ColumnElement[int]) -> Select[Any]:
    """Return the query that makes a summary's rows of those of a strikes table.

    sign: 1 for a row that is there, -1 for one that is gone.
    """
    by = kept_by(summary.name, rows)
    sums = {"rows": literal(1)} if summary.name in _WORDS else measure(rows)
    texts = [cast(one, Text) for one in by.values()]
    words = func.md5(cast(func.row(*texts), Text))
    key: ColumnElement[Any] = cast(words, postgresql.UUID).label("key")
    return (
        select(key, *(one.label(name) for name, one in by.items()),
               *(func.sum(sign * sums[name]).label(name) for name in _summed(summary)))
        .group_by(*by.values())
    )  # fmt: skip


def _summed(summary: Table) -> tuple[str, ...]:
    if summary is CELLS:
        return CELL_SUMS
    return MEASURES if summary in (SUMS, HOURLY, WEEKLY) else ("rows",)


def _word_keeping(summary: Table) -> str:
    """Return the order by which a trigger adds what a statement moved to a summary."""
    moved = table("moved", *(column(one.name, one.type) for one in _STRIKES.c))
    made = _gather(summary, moved, literal_column("sign", Integer))
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call] # SQLAlchemy's own
    words = made.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    summed = _summed(summary)
    by = ", ".join(one for one in _own(summary) if one not in summed)
    sums = ", ".join(f"sum({one})" for one in summed)
    changes = f"0 <> ANY (ARRAY[{', '.join(summed)}])"
    return (
        "WITH moved AS (%s),"  # noqa: S608 ours
        f" added AS (SELECT * FROM ({words}) AS made WHERE {changes}),"
        f" taken AS (DELETE FROM {summary.name} WHERE alone"
        f" AND key = ANY (ARRAY(SELECT key FROM added)) RETURNING {', '.join(_own(summary))})"
        f" INSERT INTO {summary.name} ({', '.join(_own(summary))})"
        f" SELECT {by}, {sums} FROM (TABLE added UNION ALL TABLE taken) AS parts GROUP BY {by}"
        f" HAVING 0 <> ANY (ARRAY[{sums}]);"
    )


def _own(summary: Table) -> list[str]:
    return [one.name for one in summary.c if one.name != "seq"]


# Whether rows may be made one: one transaction at a time takes rows away, so that none waits for
# another's; a view of its own, older than the lock, may miss that they are gone.
_ALONE = (
    "DECLARE alone boolean := current_setting('transaction_isolation') = 'read committed' "
    "AND pg_try_advisory_xact_lock(7142015);"  # a number of our own, not that of writers' turns
)
_MOVED = {
    "INSERT": "SELECT *, 1 AS sign FROM fresh",
    "DELETE": "SELECT *, -1 AS sign FROM gone",
    "UPDATE": "SELECT *, 1 AS sign FROM fresh UNION ALL SELECT *, -1 AS sign FROM gone",
}
_SEEN = {
    "INSERT": "NEW TABLE AS fresh",
    "DELETE": "OLD TABLE AS gone",
    "UPDATE": "NEW TABLE AS fresh OLD TABLE AS gone",
}


def _word_triggers(summaries: Sequence[Table], more: Mapping[str, str]) -> Iterator[str]:
    """Yield the orders that have summaries kept whoever writes a strike.

    more: orders beside, by what a statement does.

    A trigger does so as its owner: who edits strikes needs no right to write summaries.
    """
    kept = [_word_keeping(summary) for summary in summaries]
    head = "LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS"
    for act, moved in _MOVED.items():
        name = f"strikes_count_{act.lower()}"
        orders = " ".join([*(one.replace("%s", moved, 1) for one in kept), more.get(act, "")])
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger {head} "
            f"$$ {_ALONE} BEGIN {orders} RETURN NULL; END $$"
        )
        yield (
            f"CREATE OR REPLACE TRIGGER {name} AFTER {act} ON strikes REFERENCING {_SEEN[act]} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )
    name, emptied = "strikes_count_truncate", ", ".join(one.name for one in summaries)
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger {head} "
        f"$$ BEGIN TRUNCATE {emptied}; {more.get('TRUNCATE', '')} RETURN NULL; END $$"
    )
    yield f"CREATE OR REPLACE TRIGGER {name} AFTER TRUNCATE ON strikes EXECUTE FUNCTION {name}()"


def make_summaries(connection: Connection, names: Sequence[str]) -> None:
    """Make some summaries of the strikes that a database holds, and what keeps these alone."""
    renew_summaries(connection, names, names, {})


def renew_summaries(
    connection: Connection, made: Sequence[str], kept: Sequence[str], more: Mapping[str, str]
) -> None:
    """Make summaries, those that are there anew, and have all be kept; more: orders beside."""
    fresh = [SUMMARIES.tables[name] for name in made]
    SUMMARIES.create_all(connection, fresh)
    for summary in fresh:
        connection.execute(summary.delete())
    fill_summaries(connection, fresh)
    for order in _word_triggers([SUMMARIES.tables[name] for name in kept], more):
        connection.exec_driver_sql(order)


def fill_summaries(connection: Connection, summaries: Sequence[Table] | None = None) -> None:
    """Fill empty summaries, all unless some are named, with the strikes that are there."""
    for summary in SUMMARIES.sorted_tables if summaries is None else summaries:
        rows = _gather(summary, _STRIKES, literal(1))
        connection.execute(summary.insert().from_select(_own(summary), rows))
