"""The order of the payload's rows, and where they lie in days and on the map."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import shapely

from geo.webmap.payload.coding import to_arrow
from geo.webmap.payload.kept import Kept

__all__ = ["WORLD_BITS", "Ordered", "order_rows"]

WORLD_BITS = 26  # x and y count 2**26 steps around the equator: 0.6 m each, 0.5 m in Syria
MERCATOR_LAT = 85.0511287798  # degrees; where web mercator ends


@dataclass(frozen=True)
class Ordered:
    """Where the payload's rows stand in the table, and what the order comes from.

    `day_start`, `day_end` (days since 1970, 0 for null), `x`, `y` and `ids` are in the new order;
    `groups` are the numbers of one-day rows, longer spans and undated rows.
    """

    order: np.ndarray
    ids: pa.Array
    groups: dict[str, int]
    day_start: np.ndarray
    day_end: np.ndarray
    x: np.ndarray
    y: np.ndarray

    @property
    def spans(self) -> slice:
        """Where the longer spans stand."""
        first = self.groups["one_day"]
        return slice(first, first + self.groups["spans"])


def order_rows(strikes: gpd.GeoDataFrame, kept: Kept | None = None) -> Ordered:
    """Order strikes by group, first day, place as reported, else x, and id.

    What a person decides of a name moves its rows on the map, and none of them in the order: most
    of what the last payload was made of still stands as it was.
    """
    kept = kept or Kept()
    start, end = (kept.settle(end, _days(strikes[f"date_{end}"])) for end in ("start", "end"))
    undated = kept.settle("undated", strikes["date_start"].isna().to_numpy())
    points = strikes.geometry.to_numpy()
    steps = kept.remember("steps", (points,), lambda: _mercator_steps(points))
    x, y = (kept.settle(name, values) for name, values in zip("xy", steps, strict=True))
    ids, said = to_arrow(strikes.index), to_arrow(strikes["place_text"])
    within = kept.settle("within a day", _order_within_days(said, x, kept))
    order = kept.remember(
        "order", (start, end, undated, within, ids),
        lambda: _order((start, end), undated, within, _rank(ids, "min", kept), kept),
    )  # fmt: skip
    named = ("ordered start", start), ("ordered end", end), ("ordered x", x), ("ordered y", y)
    return Ordered(
        order,
        kept.remember("ids", (ids, order), lambda: ids.take(pa.array(order))),
        _count_groups(undated, start, end),
        *(kept.in_order(name, values, order) for name, values in named),
    )


def _rank(texts: pa.Array, tiebreaker: str, kept: Kept) -> np.ndarray:
    """Return each text's rank from 1 on; those of nulls are the last."""
    return kept.remember(
        f"rank {tiebreaker}", (texts,), lambda: pc.rank(texts, tiebreaker=tiebreaker).to_numpy()
    )


def _order_within_days(said: pa.Array, x: np.ndarray, kept: Kept) -> np.ndarray:
    """Return numbers below 2**27 by which rows of a day stand: by what they say, else by x."""
    if said.null_count == len(said):
        return x
    ranks = _rank(said, "dense", kept).astype("i8")
    silent = said.is_null().to_numpy(zero_copy_only=False)
    return np.where(silent, 2**WORLD_BITS + x, ranks)


def _order(
    days: tuple[np.ndarray, np.ndarray], undated: np.ndarray, within: np.ndarray, rank: np.ndarray,
    kept: Kept,
) -> np.ndarray:  # fmt: skip
    start, _ = days
    since = start - start.min() if len(start) else start
    key = (_groups(undated, *days) << 61) | (since << WORLD_BITS + 1) | within
    order = kept.order_near(key)
    _settle_ties(order, key, rank)
    return kept.note_order(order)


def _groups(undated: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return the number of each row's group."""
    return np.where(undated, 2, (end > start).astype("i8"))


def _count_groups(undated: np.ndarray, start: np.ndarray, end: np.ndarray) -> dict[str, int]:
    counts = np.bincount(_groups(undated, start, end), minlength=3).tolist()
    return dict(zip(("one_day", "spans", "undated"), counts, strict=True))


def _settle_ties(order: np.ndarray, key: np.ndarray, rank: np.ndarray) -> None:
    """Put rows of the same key in the order of their ids' rank, where they are not in it."""
    ordered = key[order]
    same = np.diff(ordered) == 0
    wrong = same & (np.diff(rank[order].astype("i8")) < 0)
    if wrong.any():
        tie = np.concatenate([[0], np.cumsum(~same)])
        tied = np.isin(tie, tie[1:][wrong])
        rows = order[tied]
        order[tied] = rows[np.lexsort((rank[rows], key[rows]))]


def _days(dates: pd.Series) -> np.ndarray:
    """Return days since 1970-01-01; null becomes 0, known by its group."""
    moments = dates.to_numpy()
    days: np.ndarray = moments.astype("datetime64[D]").astype("i8")
    days[np.isnat(moments)] = 0
    return days


def _mercator_steps(geometries: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return web mercator x and y, from the north-west corner; 0 where there is no point."""
    x, y = np.zeros((2, len(geometries)), "i8")
    points, rows = shapely.get_coordinates(geometries, return_index=True)
    finite = np.isfinite(points).all(axis=1)
    (lon, lat), rows = points[finite].T, rows[finite]
    sine = np.sin(np.radians(np.clip(lat, -MERCATOR_LAT, MERCATOR_LAT)))
    x[rows] = _steps(lon / 360 + 0.5)
    y[rows] = _steps(0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi))
    return x, y


def _steps(unit: np.ndarray) -> np.ndarray:
    steps: np.ndarray = np.clip(np.round(unit * 2**WORLD_BITS), 0, 2**WORLD_BITS - 1)
    return steps
