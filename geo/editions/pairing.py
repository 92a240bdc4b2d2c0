"""Which row of a newer edition is which row of the one before: by its id, else by its content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.placing.deciding import PLACED
from geo.strikes.claim_rows import find_strikes
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS

__all__ = ["COMPARED", "SAID", "Edition", "Pairs", "hash_claims", "pair_rows"]

# What the program fills is no revision of the source: a place is one only as the source gives it.
_OURS = {
    *PLACED,
    "source_count",
    "event_id",
    "toll_lead",
    "reading_note",
    "corrected",
    "added",
    "revised",
}
SAID = [column.name for column in CLAIM_COLUMNS if column.name not in ("claim_id", "strike_id")]
COMPARED = tuple(column.name for column in STRIKE_COLUMNS if column.name not in _OURS)

_DAYS = ("date_start", "date_end")
_PLACE = ("place_text", "governorate_text")
_POINT = ("lon", "lat")
# What two rows must share to be one row that was revised, the surest first. A key that several
# rows of one edition share pairs none of them; but rows alike in all are paired in their order.
_ALL = "all"
_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("content", (_ALL,)),
    ("content", (*_DAYS, *_PLACE, "kind", "actor", "target", *_POINT)),
    ("address", ("url", *_DAYS)),
    ("address", ("url", *_PLACE)),
    ("day and place", (*_DAYS, *_PLACE, "kind", "target")),
    ("day and place", (*_DAYS, *_PLACE, "kind")),
    ("day and place", (*_DAYS, *_PLACE)),
    ("day and point", (*_DAYS, *_POINT)),
    ("place and target", (*_PLACE, "kind", "actor", "target")),
)
# An id that make_ids made of what a row says: content shows as much, and without its ordinal.
_MADE = r"^(?=.*[a-f])[0-9a-f]{12}(?:-\d+)?$"
# A share of the rows with one id; a revision rarely gives both another day and another place.
_MOST_ALIKE = 0.7
# A key says something only where those of its columns that stand here are not empty.
_MUST_HAVE = {"url", "target", "date_start", "lon"}


@dataclass(frozen=True)
class Edition:
    """Strikes with their claims, as one edition of a source has them."""

    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame


@dataclass(frozen=True)
class Pairs:
    """Positions of rows that are one row in both editions, and what showed it.

    old, new: row numbers, alike long; shown_by: "id", "content", "address" and so on. gone, added:
    row numbers of the older and the newer edition that have no other. ids_hold: whether an id
    stands for the same row in both; where rows are merely numbered, it does not.
    """

    old: NDArray[np.intp]
    new: NDArray[np.intp]
    shown_by: NDArray[np.object_]
    gone: NDArray[np.intp]
    added: NDArray[np.intp]
    ids_hold: bool = True


def pair_rows(old: Edition, new: Edition) -> Pairs:
    """Pair the rows of two editions of one source, each row at most once.

    An id is what stands behind its source's name ("ucdp-ged-25:9001"), which differs with the
    file's name. What no id shows, content does, where exactly one row of each edition has it.
    Where too many rows of one id tell of another day and place, ids are numbers of rows, and
    content alone counts.
    """
    keys = [_describe(edition) for edition in (old, new)]
    free = [np.ones(len(edition.strikes), dtype=bool) for edition in (old, new)]
    found: list[tuple[NDArray[np.intp], NDArray[np.intp], str]] = []
    ids_hold = _ids_hold(keys, _pair_by(keys, free, ("id",)))
    by_id = [("id", ("id",))] if ids_hold else []
    for shown_by, columns in (*by_id, *_KEYS):
        ours, theirs = _pair_by(keys, free, columns)
        free[0][ours], free[1][theirs] = False, False
        found.append((ours, theirs, shown_by))
    shown = [np.full(len(ours), shown_by, dtype=object) for ours, _, shown_by in found]
    left = np.concatenate([ours for ours, _, _ in found])
    right = np.concatenate([theirs for _, theirs, _ in found])
    order = np.argsort(right, kind="stable")
    return Pairs(
        left[order], right[order], np.concatenate(shown)[order],
        np.flatnonzero(free[0]), np.flatnonzero(free[1]), ids_hold,
    )  # fmt: skip


def _ids_hold(
    keys: Sequence[pd.DataFrame], pairs: tuple[NDArray[np.intp], NDArray[np.intp]]
) -> bool:
    """Say whether rows of one id tell of one event: mostly of the same day or place."""
    left, right = (table.iloc[rows] for table, rows in zip(keys, pairs, strict=True))
    if not len(left):
        return True
    alike = np.zeros(len(left), dtype=bool)
    for columns in (("date_start",), ("place_text",), _POINT):
        same = np.ones(len(left), dtype=bool)
        for name in columns:
            same &= (left[name].to_numpy() == right[name].to_numpy()).astype(bool)
        alike |= same
    return bool(alike.mean() >= _MOST_ALIKE)


def _describe(edition: Edition) -> pd.DataFrame:
    """Return what rows are paired by, as texts and numbers, by row number."""
    strikes = edition.strikes
    names = {name for _, columns in _KEYS for name in columns} & set(strikes.columns)
    table = strikes[sorted(names)].reset_index(drop=True)
    said = strikes[list(COMPARED)].reset_index(drop=True)
    ids = pd.Series(strikes.index, dtype="str").str.split(":", n=1).str[-1]
    ids = ids.mask(ids.str.match(_MADE))
    given = (strikes["match_method"] == "given").to_numpy() & ~strikes.geometry.is_empty.to_numpy()
    points = strikes.geometry.where(given & strikes.geometry.notna().to_numpy())
    lon, lat = points.x.round(5).to_numpy(), points.y.round(5).to_numpy()
    url = _first_address(edition)
    said = said.assign(lon=lon, lat=lat, claims=hash_claims(edition))
    alike = pd.util.hash_pandas_object(said, index=False)
    return pd.DataFrame(table).assign(
        id=ids,
        url=url,
        lon=lon,
        lat=lat,
        **{_ALL: alike.astype(str) + "-" + alike.groupby(alike).cumcount().astype(str)},
    )


def _first_address(edition: Edition) -> NDArray[np.object_]:
    """Return the first address of each strike's claims, None where it has none."""
    claims = edition.claims
    found = np.full(len(edition.strikes), None, dtype=object)
    rows = find_strikes(claims, edition.strikes)
    told = claims["url"].notna().to_numpy() & (rows >= 0)
    first = pd.DataFrame({"row": rows[told], "url": claims["url"].to_numpy()[told]})
    first = first.drop_duplicates("row")
    found[first["row"]] = first["url"]
    return found


def hash_claims(edition: Edition) -> NDArray[np.uint64]:
    """Return for each strike one number that tells what all its claims say, in any order."""
    rows = find_strikes(edition.claims, edition.strikes)
    known = rows >= 0
    each = pd.util.hash_pandas_object(edition.claims[SAID], index=False).to_numpy()
    found = np.zeros(len(edition.strikes), dtype=np.uint64)
    np.add.at(found, rows[known], each[known])  # whole numbers of 64 bits, which wrap
    return found


def _pair_by(
    keys: Sequence[pd.DataFrame], free: Sequence[NDArray[np.bool_]], columns: tuple[str, ...]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the row numbers of free rows that alone share the columns in both editions."""
    alone = [_alone(table, left, columns) for table, left in zip(keys, free, strict=True)]
    joined = alone[0].merge(alone[1], on=list(columns), suffixes=("_old", "_new"))
    return joined["row_old"].to_numpy(np.intp), joined["row_new"].to_numpy(np.intp)


def _alone(table: pd.DataFrame, free: NDArray[np.bool_], columns: tuple[str, ...]) -> pd.DataFrame:
    """Return the free rows that no other free row equals, with their row numbers."""
    some = table.loc[free, list(columns)]
    needed = [name for name in columns if name in _MUST_HAVE]
    some = some.dropna(subset=needed or list(columns)[:1])
    if "place_text" in columns:
        some = some.dropna(subset=["place_text", "governorate_text"], how="all")
    some = some[~some.duplicated(keep=False)]
    return some.astype(object).where(some.notna(), None).assign(row=some.index)
