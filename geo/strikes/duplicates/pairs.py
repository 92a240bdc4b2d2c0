"""Pairs of rows that are worth a look: near each other in days and in place, never all with all.

Rows meet in a block: a cell of the globe, an area or a name, on a day. A row without a date meets
nobody; one of a longer time than `SHORT_DAYS` meets those of the very same days. A row that revises
a toll meets those of the days before it, too, whether it has a day of its own or its source alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from gazetteer.spelling.names import fold_all, skeletons_of_all, strip_articles
from geo.strikes.duplicates.updates import UPDATE_DAYS, Updates

__all__ = [
    "FARTHEST_KM", "SHORT_DAYS", "Blocks", "Rows", "find_blocks", "list_pairs", "number_heard",
    "number_names",
]  # fmt: skip

Rows = NDArray[np.int64]
Pairs = tuple[Rows, Rows]

FARTHEST_KM = 15.0  # between two points of one strike; a cell is as wide
SHORT_DAYS = 8  # a week and its ends
MOST_TOGETHER = 200  # rows of one block; more are a day's total of a city, not one strike
_FIRST_DAY = -800_000  # before year 1, in days since 1970
AT_ONCE = 2_000_000  # pairs looked at together, some 150 bytes each
KM_OF_DEGREE = 111.32
NEAREST_POLE = 80.0  # degrees; cells are no narrower beyond
_CELLS = 1 << 23  # more than there are cells
_FEWEST = 3  # consonants by which two names are heard as one


@dataclass(frozen=True, slots=True)
class Block:
    """One way of meeting: entries of rows that look for others, and of rows that are found."""

    asking: tuple[Rows, Rows]  # rows, their keys
    asked: tuple[Rows, Rows]


@dataclass(frozen=True, slots=True)
class Blocks:
    """Every way of meeting, and the rows that meet nobody.

    undated, crowded: rows without a date that revise no toll; rows in a block of more than
    MOST_TOGETHER.
    """

    blocks: tuple[Block, ...]
    undated: int
    crowded: int


def find_blocks(
    strikes: gpd.GeoDataFrame, names: Rows, updates: Updates,
    only: NDArray[np.bool_] | None = None,
) -> Blocks:  # fmt: skip
    """Return the blocks of a strikes table. only: the rows that look for others; None for all.

    names: of its places, as `number_heard` has them. updates: rows that revise a toll; they look
    for others in any case.
    """
    count = len(strikes)
    asking = np.ones(count, bool) if only is None else only
    exact, wide = _days(strikes)
    days = (exact, wide)
    status = strikes["location_status"].to_numpy(object)
    located = status == "located"
    area = pd.factorize(strikes["adm1_code"])[0].astype(np.int64)
    made = [
        block
        for asks, met in ((asking, days), (updates.marks, (_days_before(updates), exact)))
        for block in (
            _block_cells(strikes, located, asks, met),
            *_block_words(area, status == "area_only", area >= 0, asks, met),
            *_block_words(names, status == "unlocated", names >= 0, asks, met),
        )
    ]
    thinned = [_leave_crowded(block) for block in made]
    crowded = np.unique(np.concatenate([rows for _, rows in thinned])) if thinned else np.array([])
    undated = int((strikes["date_start"].isna() & ~updates.marks).sum())
    return Blocks(tuple(block for block, _ in thinned), undated, len(crowded))


def list_pairs(blocks: Blocks) -> Iterator[Pairs]:
    """Yield pairs of rows, the lower first, AT_ONCE at most; one may come in several blocks."""
    for block in blocks.blocks:
        rows, keys = block.asking
        found, found_keys = block.asked
        first = np.searchsorted(found_keys, keys, "left")
        many = np.searchsorted(found_keys, keys, "right") - first
        ends = np.cumsum(many)
        begin = 0
        while begin < len(rows):
            past = ends[begin - 1] if begin else 0
            end = max(int(np.searchsorted(ends, past + AT_ONCE, "right")), begin + 1)
            part = slice(begin, end)
            ones = np.repeat(rows[part], many[part])
            steps = np.arange(len(ones)) - np.repeat(ends[part] - many[part] - past, many[part])
            others = found[np.repeat(first[part], many[part]) + steps]
            yield _order(ones, others)
            begin = end


def _order(ones: Rows, others: Rows) -> Pairs:
    """Return pairs with the lower row first, each once, none with itself."""
    low, high = np.minimum(ones, others), np.maximum(ones, others)
    kept = low != high
    pairs = np.unique(np.stack([low[kept], high[kept]], axis=1), axis=0)
    return pairs[:, 0], pairs[:, 1]


def _days(strikes: gpd.GeoDataFrame) -> tuple[tuple[Rows, Rows], tuple[Rows, Rows]]:
    """Return entries of rows and the days that they cover, and the same with a day either side."""
    dated = np.flatnonzero(strikes["date_start"].notna() & strikes["date_end"].notna())
    start, end = (
        strikes[name].to_numpy("datetime64[D]")[dated].astype(np.int64)
        for name in ("date_start", "date_end")
    )
    if not len(dated):
        return (dated, dated), (dated, dated)
    short = end - start < SHORT_DAYS
    spans = pd.factorize(start[~short] * (1 << 20) + (end - start)[~short])[0].astype(np.int64)
    spans += end.max() - _FIRST_DAY + 3
    entries = []
    for margin in (0, 1):
        first, many = start[short] - margin, (end - start)[short] + 1 + 2 * margin
        rows, steps = _spread(dated[short], many)
        days = np.repeat(first, many) + steps - _FIRST_DAY
        entries.append((np.append(rows, dated[~short]), np.append(days, spans)))
    return entries[0], entries[1]


def _days_before(updates: Updates) -> Pairs:
    """Return entries of rows that revise a toll, and the days on which its strike may have been."""
    own = np.flatnonzero(updates.marks)
    rows, steps = _spread(own, np.full(len(own), UPDATE_DAYS + 1))
    return rows, updates.last[rows] - steps - _FIRST_DAY


def _spread(rows: Rows, many: Rows) -> Pairs:
    """Return each row as often as said, with the number of each time from 0."""
    steps = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
    return np.repeat(rows, many), steps


def _block_cells(
    strikes: gpd.GeoDataFrame,
    located: NDArray[np.bool_],
    asking: NDArray[np.bool_],
    days: tuple[Pairs, Pairs],
) -> Block:
    """Return the block of points: a row looks into its own cell and the eight around it."""
    lon, lat = strikes.geometry.x.to_numpy(), strikes.geometry.y.to_numpy()
    farthest = np.abs(lat[located]).max(initial=0.0)
    width = FARTHEST_KM / KM_OF_DEGREE
    narrow = np.cos(np.radians(min(farthest, NEAREST_POLE)))
    across = int(360 * narrow / width)
    column = np.full(len(strikes), -1, np.int64)
    line = column.copy()
    column[located] = ((lon[located] + 180) / 360 * across).astype(np.int64) % across
    line[located] = ((lat[located] + 90) / width).astype(np.int64)
    (rows, dates), (found, found_dates) = (_only(pair, located) for pair in days)
    rows, dates = _only((rows, dates), asking)
    keys = [
        dates * _CELLS + (line[rows] + up) * across + (column[rows] + right) % across
        for up in (-1, 0, 1)
        for right in (-1, 0, 1)
    ]
    there = found_dates * _CELLS + line[found] * across + column[found]
    return _sorted_block((np.tile(rows, 9), np.concatenate(keys)), (found, there))


def _block_words(
    codes: Rows,
    vague: NDArray[np.bool_],
    told: NDArray[np.bool_],
    asking: NDArray[np.bool_],
    days: tuple[Pairs, Pairs],
) -> Iterator[Block]:
    """Yield the blocks of vague rows: they look for their area or name, and are looked for."""
    for ones, others in ((vague & asking, told), (told & asking & ~vague, vague)):
        rows, dates = _only(days[0], ones & told)
        found, found_dates = _only(days[1], others & told)
        yield _sorted_block(
            (rows, dates * _CELLS + codes[rows]), (found, found_dates * _CELLS + codes[found])
        )


def _only(entries: Pairs, wanted: NDArray[np.bool_]) -> Pairs:
    rows, keys = entries
    kept = wanted[rows]
    return rows[kept], keys[kept]


def _sorted_block(asking: Pairs, asked: Pairs) -> Block:
    order = np.argsort(asked[1], kind="stable")
    return Block(asking, (asked[0][order], asked[1][order]))


def _leave_crowded(block: Block) -> tuple[Block, Rows]:
    """Return a block without the keys that too many rows share, and the rows left out by it."""
    rows, keys = block.asking
    found_keys = block.asked[1]
    if not len(found_keys):
        return block, rows[:0]
    values, counts = np.unique(found_keys, return_counts=True)
    crowded = values[counts > MOST_TOGETHER]
    left = np.isin(keys, crowded)
    return Block((rows[~left], keys[~left]), block.asked), rows[left]


def number_names(names: pd.Series) -> Rows:
    """Return a number for each name, -1 for none; "Kafr-Nabl" and "kafr nabl" are alike.

    A name without a letter or digit is itself alone.
    """
    return _number_by(_fold_words, names)


def number_heard(names: pd.Series) -> Rows:
    """Return a number for each name, -1 for none; "Kafr Zita" and "كفر زيتا" sound alike.

    Names of few consonants, such as "Bab", are alike only as `number_names` has it.
    """
    return _number_by(_hear_words, names)


def _number_by(read: Callable[[list[str]], list[str]], names: pd.Series) -> Rows:
    codes, texts = pd.factorize(names)
    alike = pd.factorize(np.array(read([str(text) for text in texts]), object))[0]
    found: Rows = np.append(alike, -1)[codes].astype(np.int64)  # the last stands for no name
    return found


def _fold_words(words: list[str]) -> list[str]:
    return [one or word for one, word in zip(fold_all(words), words, strict=True)]


def _hear_words(words: list[str]) -> list[str]:
    folded = _fold_words(words)
    heard = [next(iter(one), "") for one in skeletons_of_all([*map(strip_articles, folded)])]
    return [a if len(a) >= _FEWEST else b for a, b in zip(heard, folded, strict=True)]
