"""Strikes counted by the cells of a grid, for a view that has more of them than a map draws.

A square of the grid is x and y at a level, how many of that level's sides it lies from 0 degrees.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, cos, floor, radians
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, case, func, literal, or_, select
from sqlalchemy import text as sql

from geo.errors import FilterError
from geo.strikes.filters import Filters
from geo.workspace.counting.conditions import answers, find_conditions, refuse
from geo.workspace.counting.measures import measure
from geo.workspace.counting.points import POINT_LEVEL, POINTS
from geo.workspace.counting.summaries import (
    CELL_LEVEL,
    CELL_SUMS,
    CELLS,
    KM_OF_DEGREE,
    NARROWEST,
    level_of,
    on_map,
    place_in_grid,
    side_of,
    stretch,
)
from geo.workspace.counting.totals import in_period, in_whole_months
from geo.workspace.tables import TABLES

__all__ = [
    "DEEPEST", "FINEST", "WORLD", "Box", "Cell", "Square", "cell_km", "count_cells",
    "count_squares", "in_square",
]  # fmt: skip

DEEPEST = 18  # zoom of a web map
FINEST = 11  # level of the squares of a view: 4.9 km, about as exactly as a town is known
_STRIKES = TABLES.tables["strikes"]
Box = tuple[float, float, float, float]  # west, south, east, north, degrees
WORLD: Box = (-180.0, -90.0, 180.0, 90.0)
Condition = ColumnElement[bool]
Place = tuple[int, int, int]  # level, x, y
Pair = tuple[ColumnElement[Any], ColumnElement[Any]]  # across and up


@dataclass(frozen=True, slots=True)
class Cell:
    """A square of degrees, or what of it is in the box, and the located strikes in it by points."""

    west: float
    south: float
    east: float
    north: float
    rows: int
    less_exact: int  # of the rows: known to a radius longer than a whole cell is wide
    strikes_low: int
    strikes_high: int | None  # None while a row's number is open


@dataclass(frozen=True, slots=True)
class Square:
    """A square of a view's grid with the strikes whose points are in it, each row in one square.

    coarse: of a lower level than the view's, with those rows alone that are known to a radius
    longer than the view's squares are wide there, and no longer than this one; level 0 has all
    longer ones.
    """

    level: int
    x: int
    y: int
    coarse: bool
    rows: int
    strikes_low: int
    strikes_high: int | None  # None while a row's number is open

    @property
    def box(self) -> Box:
        """Its sides in degrees."""
        side = side_of(self.level)
        return self.x * side, self.y * side, (self.x + 1) * side, (self.y + 1) * side


def cell_degrees(zoom: int) -> float:
    """Return the side of a cell at a zoom of a web map, degrees: a quarter of a tile."""
    if not 0 <= zoom <= DEEPEST:
        raise FilterError(f"zoom {zoom} is none of a map; give one of 0 to {DEEPEST}")
    return side_of(zoom)


def cell_km(zoom: int) -> float:
    """Return how long a cell is from south to north, km."""
    return cell_degrees(zoom) * KM_OF_DEGREE


def count_cells(
    connection: Connection, filters: Filters, zoom: int, box: Box = WORLD
) -> list[Cell]:
    """Count the located strikes that pass by the cells that a box touches, from south-west on.

    Cells at the border of the box end there, and count the strikes in the box alone. What is
    known only to an area, or not located, is in no cell. Raises FilterError for what is no box, or
    cannot be asked.
    """
    _check(box)
    connection.execute(sql("SET LOCAL jit = off"))
    side, at = cell_degrees(zoom), _STRIKES.c.geom
    across, up = place_in_grid(at, zoom)
    added = measure(_STRIKES)
    where = [_STRIKES.c.location_status == "located", on_map(at)]
    if box != WORLD:
        where.append(_touches(box))
    where += [*find_conditions(connection, filters), *in_period(filters)]
    added["less_exact"] = case((stretch(_STRIKES.c.uncertainty_km, at) > cell_km(zoom), 1), else_=0)
    names = ("rows", "less_exact", "strikes_low", "strikes_high", "strikes_open")
    sums = (func.sum(added[name]) for name in names)
    query = select(across, up, *sums).where(and_(*where)).group_by(across, up).order_by(up, across)
    return [
        Cell(*_cut(x * side, y * side, side, box), int(rows), int(less_exact), int(low),
             None if is_open else int(high))
        for x, y, rows, less_exact, low, high, is_open in connection.execute(query)
    ]  # fmt: skip


def _check(box: Box) -> None:
    west, south, east, north = box
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise FilterError(f"box {box} is none; give west, south, east, north in degrees")


def _touches(box: Box) -> Condition:
    return _STRIKES.c.geom.op("&&", is_comparison=True)(func.ST_MakeEnvelope(*box, 4326))


def _cut(west: float, south: float, side: float, box: Box) -> Box:
    """Return what of a cell is in a box; the whole of one that only touches it."""
    east, north = west + side, south + side
    return (
        max(west, box[0]), max(south, box[1]),
        min(east, box[2]) if box[2] > west else east,
        min(north, box[3]) if box[3] > south else north,
    )  # fmt: skip


def count_squares(
    connection: Connection, filters: Filters, zoom: int, box: Box = WORLD
) -> list[Square]:
    """Count the located strikes that pass by the squares that a box touches, all of each of them.

    The squares are of the zoom's level, FINEST at most; what is known less exactly than such a
    square is wide is counted in squares of lower levels. Each row is in one. Raises FilterError
    for what is no box, or cannot be asked.
    """
    _check(box)
    cell_degrees(zoom)
    refuse(filters)
    connection.execute(sql("SET LOCAL jit = off"))
    level = min(zoom, FINEST)
    found: dict[Place, Sequence[int]] = {}
    for query in _word_queries(connection, filters, level, box):
        for *place, rows, low, high, is_open in connection.execute(query):
            key: Place = (place[0], place[1], place[2])
            sums = (int(rows), int(low), int(high), int(is_open))
            had = found.get(key)
            found[key] = sums if had is None else [a + b for a, b in zip(had, sums, strict=True)]
    return [
        Square(*place, place[0] < level, rows, low, None if is_open else high)
        for place, (rows, low, high, is_open) in sorted(found.items()) if rows
    ]  # fmt: skip


def _word_queries(connection: Connection, filters: Filters, level: int, box: Box) -> Iterator[Any]:
    """Yield what counts: kept cells where they have all that is asked, else points or strikes."""
    if filters.statuses and "located" not in filters.statuses:
        return
    asked = replace(filters, statuses=())  # which all that has a square is
    if level <= CELL_LEVEL and answers(CELLS, asked) and _is_of_months(asked):
        whole = [*find_conditions(connection, asked, CELLS), *in_whole_months(asked, CELLS)]
        yield _count_kept(CELLS, CELL_LEVEL, level, box).where(CELLS.c.x.is_not(None), *whole)
        return
    if answers(POINTS, asked):
        where = [*find_conditions(connection, asked, POINTS), *in_period(asked, POINTS)]
        yield _count_kept(POINTS, POINT_LEVEL, level, box).where(*where)
        return
    where = [_STRIKES.c.location_status == "located", on_map(_STRIKES.c.geom)]
    where += [*find_conditions(connection, asked), *in_period(asked)]
    if box != WORLD:
        where.append(or_(*_in_strikes(level, box)))
    at = place_in_grid(_STRIKES.c.geom, level)
    exact = level_of(_STRIKES.c.uncertainty_km, _STRIKES.c.geom)
    yield _group(at, exact, level, measure(_STRIKES)).where(*where)


def _is_of_months(filters: Filters) -> bool:
    """Say whether a period begins and ends with a month, or is open there."""
    begins, last = filters.date_from, filters.date_to
    return (begins is None or begins.day == 1) and (
        last is None or last.day == monthrange(last.year, last.month)[1]
    )


def _count_kept(kept: Table, kept_level: int, level: int, box: Box) -> Any:  # noqa: ANN401
    """Return the query of a table of x and y of a level, by the squares that a box touches."""
    cells, lower = kept.c, kept_level - level
    at: Pair = (cells.x.op(">>")(lower), cells.y.op(">>")(lower))
    query = _group(at, cells.level, level, {name: cells[name] for name in CELL_SUMS})
    return query if box == WORLD else query.where(or_(*_in_kept(kept, kept_level, level, box)))


def _group(
    at: tuple[ColumnElement[Any], ColumnElement[Any]],
    exact: ColumnElement[int],
    level: int,
    sums: Any,  # noqa: ANN401
) -> Any:  # noqa: ANN401
    """Return the query of sums by square; at: the square of the level, exact: down to which."""
    least = func.least(exact, level).label("level")
    x, y = (number.op(">>")(level - func.least(exact, level)) for number in at)
    by = (least, x.label("x"), y.label("y"))
    return select(*by, *(func.sum(sums[name]) for name in CELL_SUMS)).group_by(*by)


def _in_kept(kept: Table, kept_level: int, level: int, box: Box) -> Iterator[Condition]:
    """Yield, for each level that rows are counted at, which kept cells its squares are made of."""
    cells = kept.c
    for lower in range(level + 1):
        exact = list(range(lower, DEEPEST + 1)) if lower == level else [lower]
        x, y, right, top = _find_squares(lower, box)
        parts = 2 ** (kept_level - lower)
        yield and_(
            cells.level.in_(exact), cells.x.between(x * parts, right * parts - 1),
            cells.y.between(y * parts, top * parts - 1),
        )  # fmt: skip


def _in_strikes(level: int, box: Box) -> Iterator[Condition]:
    at = _STRIKES.c.geom
    for lower in range(level + 1):
        side, (x, y, right, top) = side_of(lower), _find_squares(lower, box)
        across, up = place_in_grid(at, lower)
        # What is less exact and in the view is in one of the other squares too, all of it.
        known = [] if lower == level else [_known_to(lower, level, y * side, top * side)]
        yield and_(
            *known, _touches((x * side, y * side, right * side, top * side)),
            across < right, up < top,  # a point on the far side is the next square's
        )  # fmt: skip


def _known_to(lower: int, level: int, south: float, north: float) -> Condition:
    """Say that a radius has a row counted at a level, where a view's is `level`.

    south, north: latitudes that hold its point.
    """
    radius = _STRIKES.c.uncertainty_km
    km = stretch(radius, _STRIKES.c.geom)
    if lower == level:
        least = km <= cell_km(level)
        return least if level else literal(True)
    width = max(NARROWEST, min(cos(radians(south)), cos(radians(north))))
    # The first by the index of radii, the second of what is left.
    longer = and_(radius > 0.999 * width * cell_km(lower + 1), km > cell_km(lower + 1))
    return and_(longer, km <= cell_km(lower)) if lower else or_(longer, km.is_(None))


def _find_squares(level: int, box: Box) -> tuple[int, int, int, int]:
    """Return the first square that a box touches, and the one after the last, across and up."""
    side = side_of(level)
    x, y, right, top = box[0] / side, box[1] / side, box[2] / side, box[3] / side
    at_ends = int(box[2] == WORLD[2]), int(box[3] == WORLD[3])  # whose points are a square's own
    return floor(x), floor(y), ceil(right) + at_ends[0], ceil(top) + at_ends[1]


def in_square(level: int, x: int, y: int, *, coarse: bool) -> list[Condition]:
    """Return what the strikes have in common that are counted in a square of `count_squares`."""
    at, side = _STRIKES.c.geom, side_of(level)
    across, up = place_in_grid(at, level)
    box = (x * side, y * side, (x + 1) * side, (y + 1) * side)
    return [
        _STRIKES.c.location_status == "located",
        _known_to(level, DEEPEST if coarse else level, box[1], box[3]),
        _touches(box), across == x, up == y,
    ]  # fmt: skip
