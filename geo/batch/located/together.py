"""Together: the rows of all parts as one table of strikes, with the ids that one table gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.batch.located.part import StrikesRead
from geo.batch.located.writing import PLACED
from geo.errors import BatchError
from geo.reading.recognise.by_cells import repeats
from geo.reading.result import Reading
from geo.strikes.schema import CRS, empty_claims, make_claims, make_strikes

__all__ = ["ids_begin_anew", "join_parts", "split_placed"]

OWN = "strikemap's own table"  # title of a reading whose ids are those of its file
AGAIN = re.compile(r"id (.*) stands in more than one row: numbered")
HASHED = re.compile(r"(.+:[0-9a-f]{12})-\d+")  # `make_ids`: of rows that say the same


def join_parts(parts: Sequence[StrikesRead], names: Sequence[str]) -> Reading:
    """Return what placing asks of all rows as one reading, in the order of the parts.

    names: of the parts. Raises BatchError where an id of our own tables stands in two of them.
    """
    frames = [pd.read_parquet(part.kept) for part in parts]
    rows = pd.concat([frame for frame in frames if len(frame)] or frames[:1], ignore_index=True)
    of = pd.Series([name for name, frame in zip(names, frames, strict=True) for _ in frame.index])
    gone = rows["dropped"].to_numpy(bool)  # numbered with the others: refused, or no strikes
    if parts[0].title == OWN:
        _refuse_twice(rows["strike_id"][~gone], of[~gone])
    else:
        rows = _number(rows)
    rows = rows[~gone].drop(columns="dropped").reset_index(drop=True)
    points = gpd.points_from_xy(rows["lon"], rows["lat"])
    index = pd.Index(rows["strike_id"], name="strike_id", dtype="str")
    shapes = gpd.GeoSeries(points, index=index, crs=CRS).where(rows["lon"].notna().to_numpy(), None)
    told = rows.drop(columns=["lon", "lat", "publisher", "strike_id"]).set_axis(index, axis=0)
    strikes = make_strikes(told.assign(geometry=shapes))
    refused = sum(part.rejected for part in parts)
    return Reading(
        strikes, _make_claims(rows), _count_rows(refused),
        left_out=_count_rows(sum(part.left_out for part in parts)),
        title=parts[0].title, dataset=parts[0].dataset,
        located=parts[0].located if len({part.located for part in parts}) == 1 else "",
        unused={column: what for part in parts for column, what in part.unused.items()},
    )  # fmt: skip


def _count_rows(rows: int) -> pd.DataFrame:
    """Return a list of refused rows that says how many there are, and no more."""
    return pd.DataFrame({"row": pd.RangeIndex(rows), "reason": ""})


def _make_claims(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one claim for each row whose publisher is known."""
    known = rows[rows["publisher"].notna()]
    if known.empty:
        return empty_claims()
    ids = known["strike_id"].reset_index(drop=True)
    named = known["publisher"].reset_index(drop=True)
    return make_claims(pd.DataFrame({"claim_id": ids + "/1", "strike_id": ids, "outlet": named}))


def _refuse_twice(ids: pd.Series, of: pd.Series) -> None:
    again = ids.duplicated().to_numpy()
    if again.any():
        one = ids[again].iloc[0]
        first, second, *_ = [name for name, own in zip(of, ids, strict=True) if own == one]
        raise BatchError(
            f"strike_id {one!r} stands in {first} and in {second}; take one of them out, or give "
            "its row another id"
        )


def _number(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with the ids that they have in one table: equal ones numbered over all parts."""
    notes, given, bare = _read_ids(rows)
    ordinal = bare.groupby(bare, sort=False).cumcount() + 1
    numbered = bare.where(ordinal == 1, bare + "-" + ordinal.astype("str"))
    while numbered.duplicated().any():  # an id that looks like another's number
        times = numbered.groupby(numbered, sort=False).cumcount() + 1
        numbered = numbered.where(times == 1, numbered + "-" + times.astype("str"))
    fresh = (ordinal > 1) & given.isna() & ~bare.str.fullmatch(r".+:[0-9a-f]{12}")
    if fresh.any():
        said = "id " + bare.str.partition(":")[2] + " stands in more than one row: numbered"
        both = notes.fillna("").str.cat(said, sep="; ").str.removeprefix("; ")
        rows = rows.assign(reading_note=notes.where(~fresh, both))
    return rows.assign(strike_id=numbered)


def _read_ids(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Return what is noted of rows, the id that was numbered by it, and ids without numbers."""
    ids = rows["strike_id"].astype("str")
    notes = rows.get("reading_note", pd.Series(None, index=rows.index, dtype="str"))
    given = notes.str.extract(AGAIN, expand=False)
    hashed = ids.str.extract(HASHED, expand=False)
    prefix = ids.str.partition(":")[0]
    return notes, given, (prefix + ":" + given).fillna(hashed.fillna(ids))


def ids_begin_anew(parts: Sequence[StrikesRead]) -> bool:
    """Say whether the ids of parts are the same again and again, as row numbers of each part are.

    Of the one table that the parts are they would be no ids.
    """
    frames = [pd.read_parquet(part.kept) for part in parts if part.rows]
    if not frames:
        return False
    bare = _read_ids(pd.concat(frames, ignore_index=True))[2]
    return repeats(bare[~bare.str.fullmatch(r".+:[0-9a-f]{12}")])


def split_placed(
    located: Reading, parts: Sequence[StrikesRead], folder: Path
) -> list[tuple[Path, pd.DataFrame]]:
    """Return for each part a file in a folder, and its rows' ids and places to be put there."""
    strikes = located.strikes
    points = strikes.geometry
    told = pd.DataFrame(strikes[list(PLACED)]).assign(
        lon=points.x, lat=points.y, strike_id=strikes.index
    )
    told = told.reset_index(drop=True)
    found, at = [], 0
    for part in parts:
        own = told.iloc[at : at + part.rows].reset_index(drop=True)
        found.append((folder / part.kept.name, own))
        at += part.rows
    return found
