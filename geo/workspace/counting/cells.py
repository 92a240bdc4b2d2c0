"""Strikes counted by the cells of a grid, for a view that has more of them than a map draws."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Integer, and_, case, cast, func, select
from sqlalchemy import text as sql

from geo.errors import FilterError
from geo.strikes.filters import Filters
from geo.workspace.counting.conditions import find_conditions
from geo.workspace.counting.measures import measure
from geo.workspace.counting.totals import in_period
from geo.workspace.tables import TABLES

__all__ = ["DEEPEST", "Box", "Cell", "cell_km", "count_cells"]

DEEPEST = 18  # zoom of a web map
_PARTS = 4  # cells along a tile of 256 pixels at the equator
_KM = 111.195  # of a degree of a great circle (radius 6,371 km)
_STRIKES = TABLES.tables["strikes"]
Box = tuple[float, float, float, float]  # west, south, east, north, degrees
WORLD: Box = (-180.0, -90.0, 180.0, 90.0)


@dataclass(frozen=True, slots=True)
class Cell:
    """A square of degrees, or what of it is in the box, and the located strikes in it by points."""

    west: float
    south: float
    east: float
    north: float
    rows: int
    less_exact: int  # of the rows: known to a radius longer than a whole cell
    strikes_low: int
    strikes_high: int | None  # None while a row's number is open


def cell_degrees(zoom: int) -> float:
    """Return the side of a cell at a zoom of a web map, degrees: a quarter of a tile."""
    if not 0 <= zoom <= DEEPEST:
        raise FilterError(f"zoom {zoom} is none of a map; give one of 0 to {DEEPEST}")
    return float(360 / (_PARTS * 2**zoom))


def cell_km(zoom: int) -> float:
    """Return how long a cell is from south to north, km."""
    return cell_degrees(zoom) * _KM


def count_cells(
    connection: Connection, filters: Filters, zoom: int, box: Box = WORLD
) -> list[Cell]:
    """Count the located strikes that pass by the cells that a box touches, from south-west on.

    Cells at the border of the box end there, and count the strikes in the box alone. What is
    known only to an area, or not located, is in no cell. Raises FilterError for what is no box, or
    cannot be asked.
    """
    west, south, east, north = box
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise FilterError(f"box {box} is none; give west, south, east, north in degrees")
    connection.execute(sql("SET LOCAL jit = off"))
    side, at = cell_degrees(zoom), _STRIKES.c.geom
    across, up = (
        cast(func.floor(degrees / side), Integer) for degrees in (func.ST_X(at), func.ST_Y(at))
    )
    added = measure(_STRIKES)
    where = [_STRIKES.c.location_status == "located", at.is_not(None)]
    if box != WORLD:
        where.append(at.op("&&", is_comparison=True)(func.ST_MakeEnvelope(*box, 4326)))
    where += [*find_conditions(connection, filters), *in_period(filters)]
    added["less_exact"] = case((_STRIKES.c.uncertainty_km > cell_km(zoom), 1), else_=0)
    names = ("rows", "less_exact", "strikes_low", "strikes_high", "strikes_open")
    sums = (func.sum(added[name]) for name in names)
    query = select(across, up, *sums).where(and_(*where)).group_by(across, up).order_by(up, across)
    return [
        Cell(*_cut(x * side, y * side, side, box), int(rows), int(less_exact), int(low),
             None if is_open else int(high))
        for x, y, rows, less_exact, low, high, is_open in connection.execute(query)
    ]  # fmt: skip


def _cut(west: float, south: float, side: float, box: Box) -> Box:
    """Return what of a cell is in a box; the whole of one that only touches it."""
    east, north = west + side, south + side
    return (
        max(west, box[0]), max(south, box[1]),
        min(east, box[2]) if box[2] > west else east,
        min(north, box[3]) if box[3] > south else north,
    )  # fmt: skip
