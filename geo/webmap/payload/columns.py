"""The columns that the map steps over, in the order of the payload's rows, as one block."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import shapely

from geo.strikes.schema import LOCATION_STATUSES
from geo.strikes.totals import count_units
from geo.webmap.payload.blocks import Block, Codes, Number, encode_words, to_arrow, to_counts
from geo.webmap.payload.kept import Kept

__all__ = ["CODED", "WORLD_BITS", "Ordered", "order_rows", "pack_columns"]

WORLD_BITS = 26  # x and y count 2**26 steps around the equator: 0.6 m each, 0.5 m in Syria
MISSING = -1  # stands for null among radii
MERCATOR_LAT = 85.0511287798  # degrees; where web mercator ends
FEW_PLACES = 0.5  # distinct points of all, below which points are numbered

# Codes the map filters, colours, pales or counts by; the dictionaries travel with the columns.
CODED = (
    "kind", "actor", "attribution", "event_status", "precision", "adm1_code", "date_precision",
)  # fmt: skip
STATUS = {word: code for code, word in enumerate(LOCATION_STATUSES)}


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
    """Order strikes by group, first day, x and id."""
    kept = kept or Kept()
    start, end = _days(strikes["date_start"]), _days(strikes["date_end"])
    undated = strikes["date_start"].isna().to_numpy()
    group = np.where(undated, 2, (end > start).astype("i8"))
    x, y = _mercator_steps(strikes)
    since = start - start.min() if len(start) else start
    key = (group << 61) | (since << WORLD_BITS) | x
    ids = to_arrow(strikes.index)
    order = kept.order_near(key)
    _settle_ties(order, key, kept.remember("rank", (ids,), lambda: pc.rank(ids).to_numpy()))
    kept.note_order(order)
    names = ("one_day", "spans", "undated")
    counts = np.bincount(group, minlength=3).tolist()
    return Ordered(
        order, ids.take(pa.array(order)), dict(zip(names, counts, strict=True)),
        start[order], end[order], x[order], y[order],
    )  # fmt: skip


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


def _mercator_steps(strikes: gpd.GeoDataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return web mercator x and y, from the north-west corner; 0 where there is no point."""
    x, y = np.zeros((2, len(strikes)), "i8")
    points, rows = shapely.get_coordinates(strikes.geometry.to_numpy(), return_index=True)
    finite = np.isfinite(points).all(axis=1)
    (lon, lat), rows = points[finite].T, rows[finite]
    sine = np.sin(np.radians(np.clip(lat, -MERCATOR_LAT, MERCATOR_LAT)))
    x[rows] = _steps(lon / 360 + 0.5)
    y[rows] = _steps(0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi))
    return x, y


def _steps(unit: np.ndarray) -> np.ndarray:
    steps: np.ndarray = np.clip(np.round(unit * 2**WORLD_BITS), 0, 2**WORLD_BITS - 1)
    return steps


def pack_columns(
    strikes: pd.DataFrame, ordered: Ordered, districts: Collection[str] = (),
    kept: Kept | None = None,
) -> tuple[dict[str, object], Block]:  # fmt: skip
    """Return what the browser must know of the columns' block, and the block.

    districts: the codes of adm2_code that the map draws, others count as none.
    """
    block, order, kept = Block(), ordered.order, kept or Kept()
    status = _status_codes(strikes, order)
    located = status == STATUS["located"]
    codes = {"status": Codes(status, len(STATUS))}
    dictionaries = {}
    for name in (*CODED, "adm2_code") if districts else CODED:
        number = kept.number(name)
        if name == "adm2_code":
            number = _number_drawn(number, districts)
        codes[name], words = encode_words(to_arrow(strikes[name]), order, own=False, number=number)
        dictionaries[name] = words.to_pylist()
    lengths = (ordered.day_end - ordered.day_start)[ordered.spans]
    low, high = (to_counts(strikes[f"killed_{end}"])[order] for end in ("min", "max"))
    head = {
        "rows": len(order),
        "groups": ordered.groups,
        "world_bits": WORLD_BITS,
        "dictionaries": dictionaries,
        "statuses": list(LOCATION_STATUSES),
        "codes": block.put_codes(codes),
        "day_start": block.put_runs(ordered.day_start),
        "span_days": block.put_numbers(lengths),
        "killed_min": block.put_numbers(low),
        "killed_more": block.put_numbers(high - low),
        "points": _put_points(block, ordered, located),
        "uncertainty_km": _put_radii(block, strikes["uncertainty_km"].to_numpy()[order], located),
    }
    noun = count_units(strikes).noun
    if noun != "strike":
        head["noun"] = noun
    return head, block


def _number_drawn(number: Number, districts: Collection[str]) -> Number:
    """Return what numbers words as `number` does, all that are no drawn district's as none."""

    def number_drawn(texts: pa.Array) -> tuple[np.ndarray, pa.Array]:
        numbers, words = number(texts)
        drawn = pc.is_in(words, value_set=pa.array(list(districts), words.type)).to_numpy(False)
        told = np.concatenate([[0], np.where(drawn, np.arange(1, len(words) + 1), 0)])
        return told[numbers], words

    return number_drawn


def _status_codes(strikes: pd.DataFrame, order: np.ndarray) -> np.ndarray:
    words = pa.array(LOCATION_STATUSES, pa.large_string())
    codes = pc.index_in(to_arrow(strikes["location_status"]), value_set=words).to_numpy()
    taken: np.ndarray = codes.astype("u1")[order]
    return taken


def _put_points(block: Block, ordered: Ordered, located: np.ndarray) -> dict[str, object]:
    """Append x and y of the located rows, as numbers of distinct points where these are few."""
    x, y = ordered.x[located], ordered.y[located]
    codes, keys = pd.factorize(x << WORLD_BITS | y)
    if len(keys) > FEW_PLACES * len(x):
        return {"rows": len(x), "x": block.put_numbers(x), "y": block.put_numbers(y)}
    rank = np.argsort(keys)
    places = np.empty_like(rank)
    places[rank] = np.arange(len(rank))
    keys = keys[rank]
    return {
        "rows": len(x),
        "places": len(keys),
        "x": block.put_numbers(keys >> WORLD_BITS),
        "y": block.put_numbers(keys & (2**WORLD_BITS - 1)),
        "numbers": block.put_numbers(places[codes]),
    }


def _put_radii(block: Block, radii: np.ndarray, located: np.ndarray) -> dict[str, object]:
    """Append radii in km as float32: those of the located rows, if no other has one."""
    of = "all" if np.isfinite(radii[~located]).any() else "located"
    kept = radii if of == "all" else radii[located]
    bits = np.where(np.isnan(kept), MISSING, kept).astype("<f4").view("<u4").astype("i8")
    codes, words = pd.factorize(bits)
    return {
        "rows": len(bits),
        "of": of,
        "words": block.put_numbers(words),
        "count": len(words),
        "numbers": block.put_numbers(codes),
    }
