"""What a reading gives back: strikes, their claims, the rows refused with reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.strikes.checks import require_strikes, row_problems

__all__ = [
    "Reading",
    "change_strikes",
    "keep_contract",
    "leave_out_others",
    "refused_rows",
    "tell_dropped",
]


def tell_dropped(
    strikes: gpd.GeoDataFrame, numbers: pd.Index, kept: gpd.GeoDataFrame
) -> pd.DataFrame:
    """Return the rows of strikes that are not kept: their row number, `reading_note` and id."""
    lost = ~strikes.index.isin(kept.index)
    told = pd.DataFrame({"row": numbers, "reading_note": strikes["reading_note"].to_numpy()})
    return told.assign(strike_id=strikes.index)[lost].reset_index(drop=True)


def no_rows_dropped() -> pd.DataFrame:
    """Return what `tell_dropped` says where all rows are kept."""
    return pd.DataFrame({
        "row": pd.Series(dtype="int64"), "reading_note": pd.Series(dtype="str"),
        "strike_id": pd.Series(dtype="str"),
    })  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """What a file held: every row is a strike, rejected, or left out by choice.

    strikes, claims: the two tables (docs/data.md). rejected: `row` (the line a spreadsheet shows;
    the row's number from 1 where there is no header line), `reason` and the file's own columns;
    `rejected_claims` likewise, of a claims table; `left_out` likewise, of rows that are no strikes,
    where a person asked for strikes only: its reason is what they are. notes: what was decided for
    the whole file, such as the order of day and month. columns: how columns that had to be
    recognised were read; empty for formats whose columns are known. meanings: every column of the
    table in its order, with what it was read as: a word of FIELDS, "" for a publisher's own codes
    and words, None where nothing is read from it. title: what the table is called, with its version
    where it has one, such as "UCDP GED 24.1". numbers: the row of each strike in the file. located:
    the edition of places and boundaries that the strikes of our own Parquet were located with, as
    it says; '' elsewhere. unused: columns that were not read and look as if they said something,
    with what they look like, such as "a toll". claims_beside: the file of claims that was found
    beside the strikes and read. dataset: what the table is called and who made it, a source of
    every row, such as "UCDP GED 24.1 (Uppsala Conflict Data Program)"; '' where no publisher's
    format is known. dropped: what `tell_dropped` gives of the rows that were numbered with the
    strikes, where an id stands twice, and are refused or left out.
    """

    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    rejected: pd.DataFrame
    rejected_claims: pd.DataFrame = field(default_factory=lambda: refused_rows(pd.DataFrame(), {}))
    left_out: pd.DataFrame = field(default_factory=lambda: refused_rows(pd.DataFrame(), {}))
    notes: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[str, str | None] = field(default_factory=dict)
    title: str = ""
    numbers: pd.Index = field(default_factory=lambda: pd.Index([], dtype="int64"))
    located: str = ""
    unused: Mapping[str, str] = field(default_factory=dict)
    claims_beside: Path | None = None
    dataset: str = ""
    dropped: pd.DataFrame = field(default_factory=no_rows_dropped)

    @property
    def rows(self) -> int:
        """Rows of the file, whatever became of them."""
        return len(self.strikes) + len(self.rejected) + len(self.left_out)


def change_strikes(
    given: Reading | gpd.GeoDataFrame,
    step: Callable[[gpd.GeoDataFrame], gpd.GeoDataFrame],
    caller: str,
) -> Reading | gpd.GeoDataFrame:
    """Take one step with a strikes table, or with a Reading's, and return the same kind.

    Raises SchemaError, naming `caller` and the remedy, for anything else.
    """
    if isinstance(given, Reading):
        return replace(given, strikes=step(given.strikes))
    return step(require_strikes(given, caller))


def leave_out_others(reading: Reading, cells: pd.DataFrame) -> Reading:
    """Return a Reading without the rows that are no strikes: they are `left_out`.

    cells: the table's, by row number.
    """
    others = reading.strikes["not_strike"].notna().to_numpy()
    if not others.any():
        return reading
    why = reading.strikes["not_strike"][others]
    reasons = dict(zip(reading.numbers[others].tolist(), why.tolist(), strict=True))
    strikes = reading.strikes[~others]
    claims = reading.claims[reading.claims["strike_id"].isin(strikes.index)]
    return replace(
        reading,
        strikes=strikes,
        claims=claims.reset_index(drop=True),
        left_out=refused_rows(cells, reasons),
        numbers=reading.numbers[~others],
        dropped=_join_dropped(reading, strikes),
    )


def _join_dropped(reading: Reading, kept: gpd.GeoDataFrame) -> pd.DataFrame:
    fresh = tell_dropped(reading.strikes, reading.numbers, kept)
    before = reading.dropped
    return pd.concat([before, fresh], ignore_index=True) if len(before) else fresh


def refused_rows(cells: pd.DataFrame, reasons: Mapping[int, str]) -> pd.DataFrame:
    """Return the refused rows of a table of text cells: row, reason, and its own columns."""
    numbers = sorted(reasons)
    own = {"row": "row_in", "reason": "reason_in"}
    original = cells.rename(columns=own).reindex(numbers).fillna("").astype("str")
    refused = pd.DataFrame(
        {"row": pd.Series(numbers, dtype="int64"),
         "reason": pd.Series([reasons[n] for n in numbers], dtype="str")}
    )  # fmt: skip
    return pd.concat([refused, original.reset_index(drop=True)], axis=1)


def keep_contract(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, numbers: pd.Index, reasons: dict[int, str]
) -> tuple[gpd.GeoDataFrame, pd.DataFrame, pd.Index]:
    """Return strikes, claims and row numbers without rows that break the contract; note reasons.

    numbers: the row number of each strike. reasons: why rows are refused; added to in place.
    """
    problems = row_problems(strikes)
    broken = problems.notna().to_numpy()
    if not broken.any():
        return strikes, claims, numbers
    for number, why in zip(numbers[broken], problems[broken], strict=True):
        reasons[number] = f"{why}; correct the row and read it again"
    lost = strikes.index[broken]
    own = claims[~claims["strike_id"].isin(lost)].reset_index(drop=True)
    return strikes[~broken], own, numbers[~broken]
