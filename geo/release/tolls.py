"""Small tolls: told as a range that holds them all, so that none can be told from another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.release.rows import Rows
from geo.strikes.schema import TOLLS

__all__ = ["widen_differences", "widen_events", "widen_lower", "widen_sums", "widen_tolls"]

_PARTS = ("killed", "injured")  # casualties are their sum
# A table, and the strike's row of each of its rows.
Tables = Sequence[tuple[pd.DataFrame, NDArray[np.intp]]]
_TURNED = {"table": "table_of", "row": "row_of", "low": "low_of", "high": "high_of",
           "table_of": "table", "row_of": "row", "low_of": "low", "high_of": "high"}  # fmt: skip


def widen_tolls(table: pd.DataFrame, least: int) -> dict[str, Rows]:
    """Widen, in place, tolls of 1 to `least` - 1 people to that range; say which rows have one.

    A toll is small by its upper bound, an open one by its lower: "2 or more" becomes "1 or more".
    Nobody is added or taken away: the range holds what was reported. 0 stays 0.
    """
    widened = {}
    for toll in TOLLS if least else ():
        low, high = table[f"{toll}_min"], table[f"{toll}_max"]
        small = high.between(1, least - 1).fillna(False).to_numpy(dtype=bool)
        open_ended = (high.isna() & low.between(1, least - 1)).fillna(False).to_numpy(dtype=bool)
        table[f"{toll}_max"] = high.mask(small, least - 1)
        table[f"{toll}_min"] = low.mask((small & (low > 1).fillna(False)) | open_ended, 1)
        widened[toll] = small | open_ended
    return widened


def widen_lower(strikes: pd.DataFrame, rows: Mapping[str, Rows], least: int) -> None:
    """Begin at 1, in place, tolls whose lower bound is below `least`: it is that of a small claim.

    rows: by toll the strikes with a claim that was widened.
    """
    for toll, own in rows.items():
        low = strikes[f"{toll}_min"]
        strikes[f"{toll}_min"] = low.mask(low.between(1, least - 1).fillna(False) & own, 1)


def widen_sums(
    strikes: pd.DataFrame, claims: pd.DataFrame, at: NDArray[np.intp], rows: Mapping[str, Rows]
) -> None:
    """Widen, in place, casualties that would tell a small toll by what is left of them.

    They then hold the sum of the ranges of killed and injured. rows: by toll the strikes that have
    a small one, or a claim with one. at: the strike's row of each claim.
    """
    told = np.logical_or.reduce([rows[part] for part in _PARTS])
    for end in ("min", "max"):
        total, claimed = (
            table[f"killed_{end}"] + table[f"injured_{end}"] for table in (strikes, claims)
        )
        of_strike = pd.Series(total.array[at], index=claims.index)
        for table, own, sums in (
            (strikes, told, total),
            (claims, told[at] & (at >= 0), claimed.fillna(of_strike)),
        ):
            known = table[f"casualties_{end}"]
            wider = sums < known if end == "min" else sums > known
            table[f"casualties_{end}"] = known.mask(wider.fillna(False) & own, sums)


def widen_differences(
    strikes: pd.DataFrame, claims: pd.DataFrame, at: NDArray[np.intp], least: int
) -> Rows:
    """Widen, in place, tolls that tell a small one by what another leaves; say which strikes'.

    Casualties less the injured are people killed and the reverse, killed less the civilians are
    people who were none: each figure of a strike and its claims is held against each other, all as
    they were reported. What is told instead follows from the other, as it is told itself, and
    `least` alone. at: the strike's row of each claim.
    """
    tables = ((strikes, np.arange(len(strikes))), (claims, at))
    sums = pd.concat([_pair(tables, "casualties", part, least) for part in _PARTS])
    sums = sums[sums["tells"]].copy()
    _widen_other(sums, least)
    sums = sums.assign(low=sums["low_of"] + 1, high=sums["high_of"] + least - 1)
    civil = _pair_civilians(tables, least)
    _tell(tables, "casualties", sums)
    _tell(tables, "civilians_killed", civil)
    found = np.zeros(len(strikes), dtype=bool)
    found[pd.concat([sums["strike"], civil["strike"]]).to_numpy(dtype=np.intp)] = True
    return found


def _pair_civilians(tables: Tables, least: int) -> pd.DataFrame:
    """Return what is told of civilians beside each figure of all people killed.

    Where few civilians and few others cannot be told apart, since neither are as many as twice
    `least`, one range holds both: two ranges would say which of them it is.
    """
    pairs = _pair(tables, "killed", "civilians_killed", least).rename(columns=_TURNED)
    few = pairs["low"].between(1, least - 1).fillna(False).astype(bool)
    alike = (pairs["low_of"] <= 2 * (least - 1)).fillna(False).astype(bool)
    pairs = pairs[pairs["tells"] | (few & alike)].copy()
    alike = alike[pairs.index]
    _widen_other(pairs, least)
    low = (pairs["low_of"] - (least - 1)).clip(lower=0)
    high = pairs["high_of"] - 1
    return pairs.assign(
        low=low.mask(alike, low.clip(upper=1)), high=high.mask(alike, high.clip(lower=least - 1))
    )


def _widen_other(pairs: pd.DataFrame, least: int) -> None:
    """Take the other figure of each pair, in place, as it is told: a small one as its range."""
    small = np.zeros(len(pairs), dtype=bool)
    for end in ("low_of", "high_of"):
        small |= pairs[end].between(1, least - 1).fillna(False).to_numpy(dtype=bool)
    for end, told in (("low_of", 1), ("high_of", least - 1)):
        pairs[end] = pairs[end].mask(small & pairs[end].notna().to_numpy(), told)


def _pair(tables: Tables, whole: str, part: str, least: int) -> pd.DataFrame:
    """Return pairs of figures of one strike; tells: their difference is a small toll, at an end."""
    wholes, parts = (pd.concat(_list_figures(tables, toll)) for toll in (whole, part))
    pairs = wholes.merge(parts, on="strike", suffixes=("", "_of"))
    small = [(pairs[end] - pairs[f"{end}_of"]).between(1, least - 1) for end in ("low", "high")]
    tells = small[0].fillna(False) | small[1].fillna(False)
    return pairs.assign(tells=tells.astype(bool)).reset_index(drop=True)


def _list_figures(tables: Tables, toll: str) -> Iterator[pd.DataFrame]:
    for number, (table, at) in enumerate(tables):
        low, high = table[f"{toll}_min"].array, table[f"{toll}_max"].array
        figures = pd.DataFrame({"strike": at, "table": number, "row": np.arange(len(table)),
                                "low": low, "high": high})  # fmt: skip
        yield figures[(at >= 0) & figures[["low", "high"]].notna().any(axis=1)]


def _tell(tables: Tables, toll: str, figures: pd.DataFrame) -> None:
    """Widen, in place, a toll to what figures say of each row; none is made narrower."""
    for number, (table, _) in enumerate(tables):
        own = figures[figures["table"] == number].groupby("row")
        for name, ends in ((f"{toll}_min", own["low"].min()), (f"{toll}_max", own["high"].max())):
            told = ends.reindex(range(len(table))).array
            known = table[name]
            wider = told < known if name.endswith("min") else told > known
            table[name] = known.mask(pd.Series(wider, index=table.index).fillna(False), told)


def widen_events(
    strikes: pd.DataFrame, claims: pd.DataFrame, at: NDArray[np.intp], rows: Rows, least: int
) -> None:
    """Leave open, in place, what claims say of single rows of events that have a small toll.

    Else it would be the event's toll less those of the other rows. They are told as `least` or
    more; the event's own toll stays. rows: the strikes of such events. at: as elsewhere.
    """
    lead = strikes["toll_lead"]
    follows = (lead.notna() & (lead != strikes.index)).to_numpy(dtype=bool)
    leads = strikes.index.isin(lead[follows])
    single = (claims["toll_scope"] == "strike").fillna(False).to_numpy(dtype=bool)
    own = (at >= 0) & rows[at] & (follows[at] | (leads[at] & single))
    at_leads = np.zeros(len(strikes), dtype=bool)
    at_leads[at[own & leads[at]]] = True
    for toll in TOLLS:
        low, high = claims[f"{toll}_min"], claims[f"{toll}_max"]
        large = own & ((high >= least) | (high.isna() & (low >= least))).fillna(False).to_numpy(
            bool
        )
        claims[f"{toll}_min"] = low.mask(large, 1).mask(large & (low >= least).fillna(False), least)
        claims[f"{toll}_max"] = high.mask(large)
        of_lead = strikes[f"{toll}_min"]
        strikes[f"{toll}_min"] = of_lead.mask(at_leads & (of_lead > least).fillna(False), least)
