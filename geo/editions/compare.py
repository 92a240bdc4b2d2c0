"""What a newer edition of a source adds, changes and takes away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import geopandas as gpd
import numpy as np
import pandas as pd
from geopy.distance import geodesic
from numpy.typing import NDArray

from geo.editions.pairing import COMPARED, SAID, Edition, Pairs, hash_claims, pair_rows
from geo.strikes.claim_rows import find_strikes

__all__ = ["CLAIMS", "POINT", "Comparison", "compare_editions"]

POINT, CLAIMS = "point", "claims"
_CHANGE_COLUMNS = ["old_id", "new_id", "field", "before", "after", "shown_by", "km"]
Told: TypeAlias = frozenset[tuple[object, ...]]  # what each claim says, cell by cell
# Coordinates that differ by less were written with fewer digits: 0.00005 degrees are 6 m.
_SAME_KM = 0.006


@dataclass(frozen=True)
class Comparison:
    """Two editions of one source, held against each other.

    changes: a row for each field that differs, with the columns old_id, new_id, field ("point":
    where the source puts the row; "claims": who says so, as counts), before, after, shown_by
    (what showed that both are one row) and km (of a point that moved).
    """

    old: Edition
    new: Edition
    pairs: Pairs
    changes: pd.DataFrame

    @cached_property
    def added(self) -> gpd.GeoDataFrame:
        """The strikes that only the newer edition has."""
        return self.new.strikes.iloc[self.pairs.added]

    @cached_property
    def gone(self) -> gpd.GeoDataFrame:
        """The strikes that only the older edition has."""
        return self.old.strikes.iloc[self.pairs.gone]

    @property
    def changed(self) -> int:
        """How many strikes are in both and differ."""
        return int(self.changes["new_id"].nunique())

    @property
    def same(self) -> int:
        """How many strikes are in both and alike."""
        return len(self.pairs.new) - self.changed


def compare_editions(old: Edition, new: Edition) -> Comparison:
    """Hold a newer edition of a source against an older one.

    Both as they were read: where a person corrected the older, hand over what was read. Points
    count where the source itself gives them; what locating finds is not compared, since places
    and boundaries have editions of their own.
    """
    pairs = pair_rows(old, new)
    left, right = old.strikes.iloc[pairs.old], new.strikes.iloc[pairs.new]
    parts = [part for name in COMPARED for part in _differ(left, right, name)]
    parts += [*_differ_in_point(left, right), *_differ_in_claims(old, new, pairs)]
    changes = pd.concat(parts) if parts else pd.DataFrame(columns=["row", *_CHANGE_COLUMNS[2:]])
    rows = changes.pop("row").to_numpy(np.intp)
    changes = changes.assign(
        old_id=left.index.to_numpy()[rows],
        new_id=right.index.to_numpy()[rows],
        shown_by=pairs.shown_by[rows],
    ).reindex(columns=_CHANGE_COLUMNS)
    order = np.argsort(rows, kind="stable")
    return Comparison(old, new, pairs, changes.iloc[order].reset_index(drop=True))


def _differ(left: gpd.GeoDataFrame, right: gpd.GeoDataFrame, name: str) -> Iterator[pd.DataFrame]:
    """Yield the rows that differ in one column."""
    before, after = (_with_none(table[name]) for table in (left, right))
    yield from _list(name, np.array(before != after, dtype=bool), before, after)


def _with_none(column: pd.Series) -> NDArray[np.object_]:
    """Return a column's cells, None for nothing, so that nothing equals nothing."""
    cells = column.astype(object)
    return np.asarray(cells.where(column.notna(), None), dtype=object)


def _list(
    name: str, unlike: NDArray[np.bool_], before: NDArray[Any], after: NDArray[Any],
    km: NDArray[np.float64] | None = None,
) -> Iterator[pd.DataFrame]:  # fmt: skip
    at = np.flatnonzero(unlike)
    if len(at):
        yield pd.DataFrame(
            {
                "row": at,
                "field": name,
                "before": pd.Series([_plain(before[one]) for one in at], dtype=object),
                "after": pd.Series([_plain(after[one]) for one in at], dtype=object),
                "km": np.nan if km is None else km[at],
            }
        )


def _plain(value: object) -> object:
    """Return a cell as a workspace and a table hold it: a day as ISO text."""
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else value


def _differ_in_point(left: gpd.GeoDataFrame, right: gpd.GeoDataFrame) -> Iterator[pd.DataFrame]:
    before, after = (_given_points(table) for table in (left, right))
    unlike, km = np.zeros(len(before), dtype=bool), np.full(len(before), np.nan)
    for at, (one, other) in enumerate(zip(before, after, strict=True)):
        if one == other:
            continue
        if one is not None and other is not None:
            km[at] = geodesic(one[::-1], other[::-1]).km
        unlike[at] = not km[at] < _SAME_KM
    yield from _list(POINT, unlike, _word_points(before), _word_points(after), km)


def _given_points(strikes: gpd.GeoDataFrame) -> list[tuple[float, float] | None]:
    """Return the points that the source itself gives, as lon and lat in degrees."""
    given = (strikes["match_method"] == "given").to_numpy()
    points = strikes.geometry.to_numpy()
    return [
        (point.x, point.y) if own and point is not None and not point.is_empty else None
        for own, point in zip(given, points, strict=True)
    ]


def _word_points(points: list[tuple[float, float] | None]) -> NDArray[np.object_]:
    words = [None if one is None else f"{one[1]:.5f}, {one[0]:.5f}" for one in points]
    return np.array(words, dtype=object)


def _differ_in_claims(old: Edition, new: Edition, pairs: Pairs) -> Iterator[pd.DataFrame]:
    unlike = hash_claims(old)[pairs.old] != hash_claims(new)[pairs.new]
    before, after = (np.full(len(unlike), None, dtype=object) for _ in range(2))
    told = (
        _list_told(old, pairs.old[unlike]),
        _list_told(new, pairs.new[unlike]),
    )
    for at, one, other in zip(np.flatnonzero(unlike), *told, strict=True):
        before[at], after[at] = _word_claims(one, other)
    yield from _list(CLAIMS, unlike, before, after)


def _list_told(edition: Edition, rows: NDArray[np.intp]) -> list[Told]:
    """Return what the claims of some rows say."""
    own = np.isin(find_strikes(edition.claims, edition.strikes), rows)
    claims = edition.claims[own]
    cells = claims[SAID].astype(object)
    cells = cells.where(cells.notna(), None)
    told: dict[str, set[tuple[object, ...]]] = {}
    for strike, said in zip(
        claims["strike_id"], cells.itertuples(index=False, name=None), strict=True
    ):
        told.setdefault(strike, set()).add(said)
    return [frozenset(told.get(strike, ())) for strike in edition.strikes.index[rows]]


def _word_claims(before: Told, after: Told) -> tuple[str, str]:
    gone, come = len(before - after), len(after - before)
    return (
        f"{len(before)}, of them {gone} not in the newer",
        f"{len(after)}, of them {come} not in the older",
    )
