"""Rivers and lakes of the world in one file, those of a view cut to it: the detailed ground."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import as_file
from importlib.resources import files as package_files
from itertools import accumulate
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import shapely

from geo.land.around import Box

__all__ = ["CREDIT", "RIVER_RANKS", "make_waters", "pack_water", "unpack_lines"]

PARTS_OF_DEGREE = 1_000  # a step is about 110 m; the lines are no finer than 1 km
# Natural Earth's scale ranks (0 first) up to which a river has a rank of ours (1 is drawn first);
# the last is that of rivers in World Data Bank II alone.
RIVER_RANKS = ((4, 1), (6, 2), (99, 3), (None, 4))
NAMES = ("name", "name_ar", "name_local")
SIDES = ("west", "south", "east", "north")
FAR_RANK = 1  # up to it waters are drawn in all of the view, not only near what is looked at
MOST_CORNERS = 18_000  # of one page: about 160 kB, deflated 45 kB
CREDIT = "Rivers, lakes, hill shading: Natural Earth; lesser rivers: World Data Bank II"

Steps = tuple[list[int], list[int], list[int]]  # corners of each part, steps in x and in y


def pack_lines(outline: shapely.Geometry) -> Steps:
    """Return lines, or the rings of areas, as whole steps from corner to corner (first from 0)."""
    parts = [line for part in shapely.get_parts(outline) for line in _lines_of(part)]
    corners = [np.rint(shapely.get_coordinates(part) * PARTS_OF_DEGREE).astype(int)
               for part in parts]  # fmt: skip
    whole = np.concatenate(corners) if corners else np.empty((0, 2), dtype=int)
    steps = np.diff(whole, axis=0, prepend=0)
    return [len(part) for part in corners], steps[:, 0].tolist(), steps[:, 1].tolist()


def _lines_of(part: shapely.Geometry) -> Iterable[shapely.Geometry]:
    if part.geom_type == "Polygon":
        return list(shapely.get_rings(part))
    return [part] if part.geom_type in ("LineString", "LinearRing") else []


def unpack_lines(parts: list[int], x: list[int], y: list[int]) -> list[np.ndarray]:
    """Return the corners of each part in degrees, arrays of lon and lat."""
    whole = np.cumsum(np.column_stack([x, y]), axis=0) / PARTS_OF_DEGREE
    return np.split(whole, np.cumsum(parts)[:-1])


def pack_water(
    what: str, rank: int, names: Mapping[str, str], outline: shapely.Geometry
) -> dict[str, Any]:
    """Return the row of a river or lake in the file."""
    parts, x, y = pack_lines(outline)
    box = dict(zip(SIDES, map(float, outline.bounds), strict=True))
    return {"what": what, "rank": rank, **names, **box, "parts": parts, "x": x, "y": y}


@cache
def _table() -> pa.Table:
    with as_file(package_files("geo").joinpath("data", "world", "ground.parquet")) as path:
        return pq.read_table(path, use_threads=False)


def _in_box(what: str, box: Box) -> list[dict[str, Any]]:
    table, (west, south, east, north) = _table(), box
    held = pc.equal(table["what"], what)
    for side, least in (("east", west), ("north", south)):
        held = pc.and_(held, pc.greater_equal(table[side], least))
    for side, most in (("west", east), ("south", north)):
        held = pc.and_(held, pc.less_equal(table[side], most))
    found: list[dict[str, Any]] = table.filter(held).to_pylist()
    return found


def _cut(row: Mapping[str, Any], what: str, box: Box) -> Steps:
    """Return a river cut to a box, or a lake as it is."""
    if what == "lake":
        return row["parts"], row["x"], row["y"]
    lines = [shapely.linestrings(line) for line in unpack_lines(row["parts"], row["x"], row["y"])]
    return pack_lines(shapely.clip_by_rect(shapely.multilinestrings(lines), *box))


def _rows(what: str, box: Box, near: Box) -> list[dict[str, Any]]:
    """Return the waters of a kind, the more important in the box and the lesser in `near`."""
    found = [row for row in _in_box(what, box) if row["rank"] <= FAR_RANK]
    found += [row for row in _in_box(what, near) if row["rank"] > FAR_RANK]
    rows = []
    for row in found:
        cut = _cut(row, what, box if row["rank"] <= FAR_RANK else near)
        if cut[1]:
            rows.append({**row, **dict(zip(("parts", "x", "y"), cut, strict=True))})
    return rows


def _columns(rows: list[dict[str, Any]], most: int) -> dict[str, list[Any]]:
    """Return rows as columns; a rank is kept whole or, where it would pass `most`, left out."""
    corners: dict[int, int] = {}
    for row in rows:
        corners[row["rank"]] = corners.get(row["rank"], 0) + len(row["x"])
    sums = dict(
        zip(sorted(corners), accumulate(corners[rank] for rank in sorted(corners)), strict=True)
    )
    kept = [row for row in rows if row["rank"] == 1 or sums[row["rank"]] <= most]
    return {name: [row[name] for row in kept] for name in ("rank", *NAMES, "parts", "x", "y")}


def make_waters(box: Box, near: Box) -> dict[str, dict[str, list[Any]]]:
    """Return the rivers and lakes of a box in degrees, each as equally long columns.

    near: the box in it that is looked at; lesser waters are left out elsewhere. rank (1 is drawn
    first), name, name_ar, name_local ("" where there is none), and the line: parts (corners of
    each), x and y (steps from corner to corner in 1/1,000 degrees, the first from 0). Rivers are
    cut to the box; lakes stay whole.
    """
    return {
        "rivers": _columns(_rows("river", box, near), MOST_CORNERS * 2 // 3),
        "lakes": _columns(_rows("lake", box, near), MOST_CORNERS // 3),
    }
