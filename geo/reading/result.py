"""What a reading gives back: strikes, their claims, and the rows refused with reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import geopandas as gpd
import pandas as pd

from geo.strikes.checks import require_strikes, row_problems
from geo.strikes.schema import empty_strikes, make_strikes

__all__ = ["Reading", "build_strikes", "change_strikes", "keep_contract", "refused_rows"]


@dataclass(frozen=True)
class Reading:
    """What a file held: rows read = len(strikes) + len(rejected).

    strikes, claims: the two tables (docs/data.md). rejected: `row` (the line a spreadsheet
    shows; the row's number from 1 where there is no header line), `reason` and the file's own
    columns; `rejected_claims` likewise, of a claims table. notes: what was decided for the whole
    file, such as the order of day and month. columns: how columns that had to be recognised were
    read; empty for formats whose columns are known. title: what the table is called, with its
    version where it has one, such as "UCDP GED 24.1".
    """

    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    rejected: pd.DataFrame
    rejected_claims: pd.DataFrame = field(default_factory=lambda: refused_rows(pd.DataFrame(), {}))
    notes: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    title: str = ""


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
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Return strikes and claims without the rows that break the contract; note their reasons.

    numbers: the row number of each strike. reasons: why rows are refused; added to in place.
    """
    problems = row_problems(strikes)
    broken = problems.notna().to_numpy()
    if not broken.any():
        return strikes, claims
    for number, why in zip(numbers[broken], problems[broken], strict=True):
        reasons[number] = f"{why}; correct the row and read it again"
    lost = strikes.index[broken]
    return strikes[~broken], claims[~claims["strike_id"].isin(lost)].reset_index(drop=True)


def build_strikes(
    rows: pd.DataFrame, reasons: dict[int, str]
) -> tuple[gpd.GeoDataFrame, list[int]]:
    """Return the strikes that keep the contract and their row numbers; note the others' reasons.

    rows: typed rows by row number, with strike_id, lon and lat (degrees, null without a point).
    reasons: why rows are refused, by row number; added to in place.
    """
    if rows.empty:
        return empty_strikes(), []
    _note_repeated_ids(rows["strike_id"], reasons)
    rows = rows.drop(index=[n for n in reasons if n in rows.index])
    lons, lats = rows["lon"].astype("float64"), rows["lat"].astype("float64")
    points = gpd.GeoSeries(gpd.points_from_xy(lons, lats), index=rows.index)
    points = points.where(lons.notna(), None)
    numbers = list(rows.index)
    ids = pd.Index(rows["strike_id"], name="strike_id")
    strikes = make_strikes(rows.set_index(ids).assign(geometry=points.array))
    problems = row_problems(strikes)
    for number, why in zip(numbers, problems, strict=True):
        if isinstance(why, str):
            reasons[number] = f"{why}; correct the row and read it again"
    kept = problems.isna().to_numpy()
    return strikes[kept], [n for n, keep in zip(numbers, kept, strict=True) if keep]


def _note_repeated_ids(ids: pd.Series, reasons: dict[int, str]) -> None:
    first_row = dict(zip(ids[::-1], ids.index[::-1], strict=True))
    for number, strike_id in ids[ids.duplicated()].items():
        reasons[number] = (
            f"id {strike_id!r} was used in row {first_row[strike_id]}; give each row its own, "
            "or choose another id column"
        )
