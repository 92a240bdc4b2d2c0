"""Exact totals: how many strikes, of how many located, and their tolls over lead rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.strikes.checks import require_strikes
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.schema import FROM_AIR, LOCATION_STATUSES, TOLLS

__all__ = [
    "AT_SEA", "INSTEAD", "OF_UNITS", "OUTSIDE", "Toll", "Totals", "Units", "count_totals",
    "count_units", "mark_noted", "sum_tolls",
]  # fmt: skip


INSTEAD = ("civilians_killed", "casualties")  # what sources tell who do not tell all killed
OUTSIDE = "outside the country"  # in adm_note: what joining areas says of a point
_ENDS = ("min", "max")
# The columns that say what rows are called.
OF_UNITS = ("kind", "not_strike", "strikes_min", "strikes_max")
AT_SEA = "in the sea"  # in adm_note, of a point outside the country that no land is near


@dataclass(frozen=True, slots=True)
class Toll:
    """One kind of toll summed over rows that carry one; None where no row reports it."""

    low: int | None  # persons: sum of the lower bounds
    high: int | None  # persons: sum of the upper bounds; None while a row's range is open
    high_known: int | None  # persons: sum of the upper bounds of the rows that have one
    reported: int  # rows with a bound
    open_ended: int  # of them rows with a lower bound only
    unreported: int  # rows without a bound; rows counted with a lead row are not among them


class _Named:
    """What rows are called by the counts of them that both classes here hold."""

    __slots__ = ()
    rows: int
    from_air: int
    strikes_low: int
    strikes_high: int | None

    @property
    def unit(self) -> str:
        """What is counted: "strike", or "event" where no row is said to be from the air."""
        return "strike" if self.from_air or not self.rows else "event"

    @property
    def noun(self) -> str:
        """What a row is called: by the unit where each row is one, else "row"."""
        return self.unit if self.rows_are_strikes else "row"

    @property
    def rows_are_strikes(self) -> bool:
        """Whether each row is one strike: none is no strike, none stands for several."""
        return self.strikes_low == self.strikes_high == self.rows


@dataclass(frozen=True, slots=True)
class Units(_Named):
    """The counts that say what the rows of a table are called, as in Totals."""

    rows: int
    from_air: int
    strikes_low: int
    strikes_high: int | None


@dataclass(frozen=True, slots=True)
class Totals(_Named):
    """Exact counts of rows: rows = located + area_only + unlocated = dated + undated."""

    rows: int
    located: int
    area_only: int
    unlocated: int
    undated: int
    located_undated: int
    area_only_undated: int
    unlocated_undated: int
    from_air: int  # rows of a kind that strikes from the air, or that number strikes
    not_strikes: int  # rows that are none by not_strike, such as protests
    strikes_low: int  # strikes that the other rows stand for: a row without a number is one
    strikes_high: int | None  # the same, upper bound; None while a row's number is open
    outside: int  # located rows whose point lies outside the country, once areas are joined
    at_sea: int  # of them those in the sea
    counted_elsewhere: int  # rows whose toll stands on another row, their event's lead
    tolls: Mapping[str, Toll]  # by the words of geo.strikes.schema.TOLLS
    # By those of INSTEAD: over rows without a figure of all killed. Never part of that sum.
    instead: Mapping[str, Toll]

    @property
    def dated(self) -> int:
        """Rows with dates; after filtering by a period, those that overlap it."""
        return self.rows - self.undated

    @property
    def unknown_killed(self) -> int:
        """Rows that tell of those killed nothing at all; rows of a lead are not among them."""
        told = sum(toll.reported for toll in self.instead.values())
        return self.tolls["killed"].unreported - told


def count_totals(
    strikes: gpd.GeoDataFrame, filters: Filters | None = None, claims: pd.DataFrame | None = None
) -> Totals:
    """Count the strikes that pass, exactly, and sum their tolls over lead rows.

    claims: needed where the filters choose sources.
    Tolls are persons; what nobody reports is None, never 0. Raises SchemaError where this is no
    strikes table; of a Reading pass `reading.strikes`.

    >>> from geo.reading.read import read_seeds
    >>> totals = count_totals(read_seeds().strikes)
    >>> totals.rows, totals.located, totals.area_only, totals.unlocated
    (42, 29, 9, 4)
    """
    every = require_strikes(strikes, "count_totals")
    # A GeoDataFrame gives a column ten times as slowly.
    chosen = pd.DataFrame(every if filters is None else filter_strikes(every, filters, claims))
    undated = chosen["date_start"].isna()
    counts = {}
    for status in LOCATION_STATUSES:
        here = chosen["location_status"] == status
        counts[status] = int(here.sum())
        counts[f"{status}_undated"] = int((here & undated).sum())
    carries = _find_carriers(chosen)
    carriers = chosen if carries.all() else chosen[carries]
    units = count_units(chosen)
    return Totals(
        rows=len(chosen),
        undated=int(undated.sum()),
        from_air=units.from_air,
        not_strikes=int(chosen["not_strike"].notna().sum()),
        strikes_low=units.strikes_low,
        strikes_high=units.strikes_high,
        outside=int(mark_noted(chosen["adm_note"], OUTSIDE).sum()),
        at_sea=int(mark_noted(chosen["adm_note"], AT_SEA).sum()),
        counted_elsewhere=int((~carries).sum()),
        tolls={toll: _sum_toll(carriers, toll) for toll in TOLLS},
        instead=_sum_instead(carriers),
        **counts,
    )


def count_units(strikes: pd.DataFrame) -> Units:
    """Count what says how the rows are called: a part of the totals that takes a tenth of them."""
    rows = pd.DataFrame({name: strikes[name] for name in OF_UNITS})
    strike = rows["not_strike"].isna().to_numpy()
    low, high = _sum_strikes(rows if strike.all() else rows[strike])
    from_air = rows["kind"].isin(FROM_AIR) | _give_strikes(rows)
    return Units(len(rows), int(from_air.sum()), low, high)


def sum_tolls(strikes: gpd.GeoDataFrame, groups: pd.Series, toll: str) -> dict[str, Toll]:
    """Sum one kind of toll over the lead rows of each group: a strike's group by its row.

    toll: one of geo.strikes.schema.TOLLS. A group of no lead row is among them.
    """
    ends = pd.DataFrame({name: strikes[name] for name in (f"{toll}_min", f"{toll}_max")})
    carries = _find_carriers(strikes)
    names = groups.to_numpy(dtype=object)
    return {
        str(group): _sum_toll(ends[carries & (names == group)], toll) for group in groups.unique()
    }


def _find_carriers(strikes: pd.DataFrame) -> NDArray[np.bool_]:
    """Return which rows carry a toll: all but those whose event has another as its lead."""
    lead = strikes["toll_lead"]
    carries: NDArray[np.bool_] = lead.isna().to_numpy()
    if carries.all():
        return carries
    own: NDArray[np.bool_] = np.asarray(lead == strikes.index, dtype=bool)
    return np.logical_or(carries, own)


def mark_noted(notes: pd.Series, text: str) -> NDArray[np.bool_]:
    """Say which notes on areas have `text` among what they say."""
    said = [note for note in notes.unique() if isinstance(note, str) and text in note.split("; ")]
    # To look for nothing takes as long as for something.
    return notes.isin(said).to_numpy() if said else np.zeros(len(notes), bool)


def _give_strikes(rows: pd.DataFrame) -> pd.Series:
    """Say which rows have a number of strikes, which some are then."""
    return (rows["strikes_min"].notna() | rows["strikes_max"].notna()) & rows["not_strike"].isna()


def _sum_strikes(rows: pd.DataFrame) -> tuple[int, int | None]:
    """Sum how many strikes the rows stand for; a row that does not say is one."""
    low, high = rows["strikes_min"], rows["strikes_max"]
    unsaid = low.isna() & high.isna()
    if unsaid.all():
        return len(rows), len(rows)
    is_open = low.notna() & high.isna()
    total = None if is_open.any() else int(high.where(~unsaid, 1).sum())
    return int(low.fillna(1).sum()), total


def _sum_instead(carriers: pd.DataFrame) -> dict[str, Toll]:
    """Sum what rows without a figure of all killed tell instead, each row under one name."""
    sums = {}
    columns = [f"{toll}_{end}" for toll in ("killed", *INSTEAD) for end in _ENDS]
    # The sums alone: to take rows of the whole table, a million, takes long.
    rest = _without(pd.DataFrame({name: carriers[name] for name in columns}), "killed")
    for toll in INSTEAD:
        sums[toll] = _sum_toll(rest, toll)
        rest = _without(rest, toll)
    return sums


def _without(rows: pd.DataFrame, toll: str) -> pd.DataFrame:
    none = (rows[f"{toll}_min"].isna() & rows[f"{toll}_max"].isna()).to_numpy()
    return rows if none.all() else rows[none]


def _sum_toll(carriers: pd.DataFrame, toll: str) -> Toll:
    low, high = (carriers[f"{toll}_{end}"].to_numpy(float, na_value=np.nan) for end in _ENDS)
    has_low, has_high = ~np.isnan(low), ~np.isnan(high)
    reported = has_low | has_high
    is_open = has_low & ~has_high
    high_known = int(high[has_high].sum()) if has_high.any() else None
    return Toll(
        low=int(low[has_low].sum()) if has_low.any() else None,
        high=None if is_open.any() else high_known,
        high_known=high_known,
        reported=int(reported.sum()),
        open_ended=int(is_open.sum()),
        unreported=int((~reported).sum()),
    )
