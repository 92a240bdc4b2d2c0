"""Proposals: pairs of strikes that may be one, the likeliest first, each explained in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from gazetteer.language import ENGLISH, speaking
from geo.strikes.duplicates.pairs import find_blocks, list_pairs
from geo.strikes.duplicates.updates import UPDATE_DAYS, find_updates
from geo.strikes.duplicates.weighing import PLACES, Evidence, alike_actors
from geo.strikes.killed import word_toll
from geo.strikes.schema import empty_claims, make_claims

__all__ = ["LIKELY", "Proposals", "propose", "propose_again", "propose_for"]

LIKELY = 0.7  # from which on two rows are proposed
PAIR = ("strike_id", "other_id", "likeness", "reason")
_TOLD = (
    "place_name", "place_text", "uncertainty_km", "adm1_name", "adm1_code", "date_start",
    "date_end", "kind", "actor",
    *(f"{toll}_{end}" for toll in ("killed", "injured", "casualties") for end in ("min", "max")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposals:
    """Pairs as a table of PAIR, the likeliest first, and what was not compared.

    undated: rows without a date; crowded: rows of one day and place with more than 200 others.
    """

    table: pd.DataFrame
    compared: int
    undated: int
    crowded: int


def propose(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame | None = None,
    *,
    only: Collection[str] | None = None,
    least: float = LIKELY,
) -> Proposals:
    """Return which located strikes may be one event. Nothing is changed.

    claims: of these strikes, by which two tellings of one source are known. only: ids, of each pair
    one is among them. least: likeness from which on a pair is proposed, 0-1; it orders pairs and is
    no probability, and pairs of none are never proposed.
    """
    told = make_claims(claims) if claims is not None else empty_claims()
    evidence = Evidence(strikes, told)
    wanted = None if only is None else np.asarray(strikes.index.isin(list(only)))
    blocks = find_blocks(strikes, evidence.names[1], evidence.updates, wanted)
    kept: dict[tuple[int, int], float] = {}
    for one, other in list_pairs(blocks):
        likeness = evidence.weigh(one, other)
        if wanted is not None:
            likeness = np.where(wanted[one] | wanted[other], likeness, 0.0)
        high = np.flatnonzero((likeness >= least - 1e-9) & (likeness > 0))
        found = zip(one[high].tolist(), other[high].tolist(), strict=True)
        kept |= dict(zip(found, likeness[high].tolist(), strict=True))
    order = sorted(kept, key=lambda pair: (-round(kept[pair], 2), pair))
    tell, ids = _Teller(evidence, order), strikes.index.tolist()
    rows = [
        (ids[one], ids[other], round(kept[one, other], 2), tell.explain(at))
        for at, (one, other) in enumerate(order)
    ]
    table = pd.DataFrame(rows, columns=list(PAIR))
    return Proposals(table, len(strikes) - blocks.undated, blocks.undated, blocks.crowded)


def propose_for(
    row: gpd.GeoDataFrame, claim: pd.DataFrame, strikes: gpd.GeoDataFrame, claims: pd.DataFrame
) -> Proposals:
    """Return the proposals for one further strike among those of a table.

    row: one row of the strikes table, whose id no other has; claim: its claims. Of the strikes
    only those of its days are compared, and those around that revise a toll or whose it revises.
    """
    days = _find_days(row, make_claims(claim))
    if days is None:
        return Proposals(pd.DataFrame(columns=list(PAIR)), 0, 1, 0)
    near = strikes[_meets(strikes, days)]
    every, said = pd.concat([near, row]), pd.concat([_of(claims, near.index), claim])
    return replace(propose(every, said, only=row.index.tolist()), undated=0)


def propose_again(
    before: Proposals, strikes: gpd.GeoDataFrame, claims: pd.DataFrame, changed: Collection[str]
) -> Proposals:
    """Return the proposals on a table of which some strikes changed since `before` was proposed.

    changed: ids of strikes that are new or say otherwise; those that went are known by the table.
    Only the pairs of these are looked for anew; rows left out as crowded are counted as before.
    """
    ids, told = before.table[["strike_id", "other_id"]], make_claims(claims)
    stays = ids.isin(strikes.index).all(axis=1) & ~ids.isin(list(changed)).any(axis=1)
    rows = strikes[strikes.index.isin(list(changed))]
    meets = np.asarray(strikes.index.isin(rows.index))
    for one in rows.index:
        meets = meets | _meets(strikes, _find_days(rows.loc[[one]], _of(told, [one])))
    near = strikes[meets]
    found = propose(near, _of(told, near.index), only=rows.index.tolist()).table
    table = pd.concat([before.table[stays], found]) if len(found) else before.table[stays]
    table = table.sort_values("likeness", ascending=False, kind="stable", ignore_index=True)
    open_days = strikes[strikes["date_start"].isna()]
    undated = int((~find_updates(open_days, _of(told, open_days.index)).marks).sum())
    return replace(before, table=table, compared=len(strikes) - undated, undated=undated)


def _of(claims: pd.DataFrame, ids: Collection[str]) -> pd.DataFrame:
    return claims[claims["strike_id"].isin(list(ids))]


def _meets(
    strikes: gpd.GeoDataFrame, days: tuple[pd.Timestamp, pd.Timestamp] | None
) -> NDArray[np.bool_]:
    """Say which strikes may be of some days: those without a date too, which may revise a toll."""
    if days is None:
        return np.zeros(len(strikes), bool)
    meets = (strikes["date_start"] <= days[1]) & (strikes["date_end"] >= days[0])
    found: NDArray[np.bool_] = meets.to_numpy(bool) | strikes["date_start"].isna().to_numpy(bool)
    return found


def _find_days(
    row: gpd.GeoDataFrame, claim: pd.DataFrame
) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """Return from when to when the strikes are that one may be told with; None for no day."""
    day, back = pd.Timedelta(days=1), pd.Timedelta(days=UPDATE_DAYS)
    updates = find_updates(row, claim)
    if updates.marks[0]:
        last = pd.Timestamp(0) + updates.last[0] * day
        return last - back, last + back
    first, last = row["date_start"].iloc[0], row["date_end"].iloc[0]
    return None if pd.isna(first) or pd.isna(last) else (first - day, last + back)


class _Teller:
    """Says why pairs of rows are proposed."""

    def __init__(self, evidence: Evidence, pairs: Sequence[tuple[int, int]]) -> None:
        one, other = np.array(pairs, np.int64).reshape(-1, 2).T
        self._pairs = [*zip(one.tolist(), other.tolist(), strict=True)]
        self._weights = evidence.weigh_places(one, other).tolist()
        self._two_towns = evidence.two_towns(one, other).tolist()
        self._revised = evidence.revises(one, other).tolist()
        self._last = evidence.updates.last
        self._km = evidence.km_between(one, other).tolist()
        codes, names = evidence.sources
        self._sources_of = [names[code] if code >= 0 else None for code in codes.tolist()]
        self._cells = {name: _list_cells(evidence.strikes[name]) for name in _TOLD}

    def explain(self, at: int) -> str:
        """Return the reasons for and against a pair, one after the other."""
        one, other = self._pairs[at]
        tell = (self._kinds, self._toll, self._actors, self._sources)
        days = self._revision(one, other) if self._revised[at] else self._days(one, other)
        words = [self._place(at), days, *(words(one, other) for words in tell)]
        return "; ".join(part for part in words if part)

    def _get(self, name: str, one: int, other: int) -> tuple[object, object]:
        cells = self._cells[name]
        return cells[one], cells[other]

    def _place(self, at: int) -> str:
        one, other = self._pairs[at]
        how = next(name for name, value in PLACES.items() if value == self._weights[at])
        if how == "same":
            name = next((n for n in self._get("place_name", one, other) if n), None)
            return f"same place ({name})" if name else "same point"
        if how == "near":
            radii = [f"{radius or 0:g}" for radius in self._get("uncertainty_km", one, other)]
            names = " and ".join(str(name) for name in self._get("place_name", one, other) if name)
            two = f", two places ({names})" if self._two_towns[at] else ""
            return (
                f"{self._km[at]:.1f} km apart, within their radii ({' and '.join(radii)} km){two}"
            )
        if how in ("name", "alike"):
            one_name, other_name = self._get("place_text", one, other)
            if how == "name":
                return f"same name, not located ({one_name})"
            return f"names that sound alike, not located ({one_name} and {other_name})"
        area = self._get("adm1_name", one, other)[0] or self._get("adm1_code", one, other)[0]
        return f"same area, of one not known where in it ({area})"

    def _days(self, one: int, other: int) -> str:
        starts, ends = self._get("date_start", one, other), self._get("date_end", one, other)
        first, begin = (str(start)[:10] for start in starts)
        last, end = (str(end)[:10] for end in ends)
        if (first, last) == (begin, end):
            return f"same {'day' if first == last else 'days'} ({_span(first, last)})"
        words = "days overlap" if first <= end and begin <= last else "a day apart"
        return f"{words} ({_span(first, last)} and {_span(begin, end)})"

    def _revision(self, one: int, other: int) -> str:
        """Say which of the two revises the other's toll, and when."""
        starts = self._get("date_start", one, other)
        words = [
            str(start)[:10] if start is not None
            else f"undated, its source of {np.datetime64(int(self._last[row]), 'D')}"
            for start, row in zip(starts, (one, other), strict=True)
        ]  # fmt: skip
        return f"one revises a toll upwards ({' and '.join(words)})"

    def _kinds(self, one: int, other: int) -> str:
        a, b = self._get("kind", one, other)
        return f"same kind ({a})" if a == b else f"kinds differ ({a} and {b})"

    def _toll(self, one: int, other: int) -> str:
        for toll in ("killed", "injured", "casualties"):
            lows, highs = self._get(f"{toll}_min", one, other), self._get(f"{toll}_max", one, other)
            with speaking(ENGLISH):  # as the reason around them
                words = [word_toll(*bounds) for bounds in zip(lows, highs, strict=True)]
            told = [lows[at] is not None or highs[at] is not None for at in (0, 1)]
            if all(told):
                return f"{toll}: {_compare(words, lows, highs)}"
            if any(told):
                return f"{toll}: one says {words[told.index(True)]}, one does not say"
        return "no toll in either"

    def _actors(self, one: int, other: int) -> str:
        a, b = self._get("actor", one, other)
        if a is None and b is None:
            return ""
        if a is None or b is None:
            return f"actor: one names {a or b}, one does not say"
        if a == b:
            return f"actor: both name {a}"
        alike = alike_actors(str(a), str(b))
        return f"actor: {a} and {b}" + ("" if alike else ", which differ")

    def _sources(self, one: int, other: int) -> str:
        mine, theirs = self._sources_of[one], self._sources_of[other]
        if mine is not None and mine == theirs:
            return f"both told by {mine}"
        return f"told by {mine}, and by {theirs}" if mine and theirs else ""


def _list_cells(column: pd.Series) -> list[object]:
    """Return a column's values, None where it has none."""
    cells: list[object] = column.astype(object).where(column.notna(), None).tolist()
    return cells


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _compare(words: list[str], lows: tuple[object, ...], highs: tuple[object, ...]) -> str:
    if words[0] == words[1]:
        return f"both {words[0]}"
    low = [float(str(value)) if value is not None else 0.0 for value in lows]
    high = [float(str(value)) if value is not None else np.inf for value in highs]
    meet = low[0] <= high[1] and low[1] <= high[0]
    return f"{words[0]} and {words[1]} {'overlap' if meet else 'do not agree'}"
