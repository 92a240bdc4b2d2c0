"""Which rows a profile means, and what may stay of the texts of a row whose place is coarse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from gazetteer.places import Place
from gazetteer.spelling.normalise import fold_words, strip_marks
from geo.release.names import Names, fold_names, tells
from geo.release.profile import Coarsening
from geo.release.target_words import find_words
from geo.strikes.claim_rows import find_strikes
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS, TOLLS, Column

__all__ = [
    "TELLING_CLAIMS",
    "TELLING_STRIKES",
    "find_coarse",
    "forget",
    "forget_names",
]

Rows = NDArray[np.bool_]

_TOLL_BOUNDS = tuple(f"{toll}_{end}" for toll in TOLLS for end in ("min", "max"))
# What stays of a strike and its claims where its place is coarse: all else says or may say where.
_KEPT = {
    "strikes": frozenset((
        "kind", "strikes_min", "strikes_max", "not_strike", "munition", "weapon", "date_start",
        "date_end", "date_precision", "time_local", "country_text", "match_method", "precision",
        "uncertainty_km", "location_status", "adm1_code", "adm1_name", "adm2_code", "adm2_name",
        "match_reason", "actor", "attribution", "event_status", "target_kind", "outcome",
        *_TOLL_BOUNDS, "event_id", "toll_lead", "added", "revised", "source_count",
    )),
    "claims": frozenset((
        "claim_id", "strike_id", "claimant", "outlet", "published", "actor", "attribution",
        "toll_scope", *_TOLL_BOUNDS,
    )),
}  # fmt: skip
# Where the kind of a target is looked for in words, and the kinds that do not say what it is.
_TARGETS = ("target", "place_text", "place_text_ar", "place_name", "place_name_ar")
_NO_KIND = ("unknown", "other")
# Texts that may quote any cell, such as a toll: the words and the addresses of sources.
TELLING_STRIKES = ("note", "reading_note", "corrected", "source_codes", "match_reason")
TELLING_CLAIMS = (
    "title", "url", "archive_url", "media_url", "media_archive_url", "media_sha256", "media_kind",
    "geolocation_url", "place_text", "date_text", "toll_text", "note",
)  # fmt: skip


def find_coarse(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    coarsen: Sequence[Coarsening],
    places: Mapping[str, Place],
) -> NDArray[np.intp]:
    """Return the number of the first rule that means each strike, -1 for none.

    A rule by kinds of targets means strikes without one, too, whose target or place is worded so.
    places: the gazetteer's, by place_id. A place that is not among them, such as one of another
    gazetteer, may be of any kind: every rule by kinds of places means it. Rows of one event follow
    the row of it that comes first among the rules: they are about one place.
    """
    found = np.full(len(strikes), -1, dtype=np.intp)
    place_kinds = strikes["place_id"].map({key: place.kind for key, place in places.items()})
    unknown = (strikes["place_id"].notna() & place_kinds.isna()).to_numpy()
    texts = _fold_texts(strikes, claims) if any(rule.words for rule in coarsen) else pd.Series()
    for number, rule in reversed(list(enumerate(coarsen))):
        meant = np.full(len(strikes), rule.everywhere)
        meant |= _find_targets(strikes, rule.target_kinds)
        meant |= place_kinds.isin(rule.place_kinds).to_numpy() | (unknown & bool(rule.place_kinds))
        for word in rule.words:
            meant |= texts.str.contains(_fold(word), regex=False).to_numpy(dtype=bool)
        found[meant] = number
    return _follow_events(found, strikes["event_id"])


def _find_targets(strikes: gpd.GeoDataFrame, kinds: frozenset[str]) -> Rows:
    """Return which strikes have a target of some kinds, by words where their kind is not known."""
    told = strikes["target_kind"]
    found: Rows = told.isin(kinds).to_numpy(dtype=bool, copy=True)
    pattern = find_words(kinds)
    open_rows = np.flatnonzero((told.isna() | told.isin(_NO_KIND)).to_numpy() & ~found)
    if pattern is not None and len(open_rows):
        texts = _join(strikes.iloc[open_rows], _TARGETS)
        meant = {text: bool(pattern.search(_fold(text))) for text in texts.unique()}
        found[open_rows] = texts.map(meant).to_numpy(dtype=bool)
    return found


def _follow_events(found: NDArray[np.intp], events: pd.Series) -> NDArray[np.intp]:
    known = events.notna().to_numpy() & (events.map(events.value_counts()) > 1).to_numpy()
    if not known.any():
        return found
    none = np.iinfo(np.intp).max
    ranked = pd.Series(np.where(found < 0, none, found), index=events.index)
    first = ranked.groupby(events).transform("min").to_numpy()
    followed: NDArray[np.intp] = np.where(known & (first < none), first, found)
    return followed


def _fold(text: str) -> str:
    return strip_marks(fold_words(text))


def _texts(columns: Iterable[Column]) -> list[str]:
    return [c.name for c in columns if c.dtype == "text" and c.vocabulary is None]


def _fold_texts(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> pd.Series:
    """Return all that a strike and its claims say as one folded text each."""
    said = _join(strikes, _texts(STRIKE_COLUMNS))
    rows = find_strikes(claims, strikes)
    own = _join(claims, _texts(CLAIM_COLUMNS))[rows >= 0]
    claimed = own.groupby(rows[rows >= 0]).agg("\n".join).reindex(range(len(strikes))).fillna("")
    return (said.reset_index(drop=True) + "\n" + claimed).map(_fold)


def _join(table: pd.DataFrame, names: Sequence[str]) -> pd.Series:
    joined = pd.Series("", index=table.index, dtype=object)
    for name in names:
        if table[name].notna().any():
            joined += table[name].astype(object).fillna("") + "\n"
    return joined


def forget(table: pd.DataFrame, rows: Rows, names: Iterable[str]) -> None:
    """Empty, in place, the cells of some rows in columns that may be empty."""
    for name in names:
        if rows.any() and table[name].notna().any():
            table[name] = table[name].mask(rows)


def forget_names(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, names: Mapping[int, Names]
) -> None:
    """Empty, in place, what says where strikes were: all but a list of columns, and names in these.

    names: those of `list_names`, from before the places were made coarse. The names of areas that
    the strikes are told of by stay.
    """
    rows = np.zeros(len(strikes), dtype=bool)
    rows[list(names)] = True
    at = find_strikes(claims, strikes)
    own = (at >= 0) & rows[at]
    _forget_all_but(strikes, rows, "strikes", STRIKE_COLUMNS)
    _forget_all_but(claims, own, "claims", CLAIM_COLUMNS)
    stay = strikes.iloc[list(names)][["adm1_name", "adm2_name"]].itertuples(index=False, name=None)
    finer = {row: said - fold_names(cells)
             for (row, said), cells in zip(names.items(), stay, strict=True)}  # fmt: skip
    _forget_named(strikes, _KEPT["strikes"], STRIKE_COLUMNS, {row: row for row in names}, finer)
    rows_of = {int(claim): int(at[claim]) for claim in np.flatnonzero(own)}
    _forget_named(claims, _KEPT["claims"], CLAIM_COLUMNS, rows_of, finer)


def _forget_all_but(table: pd.DataFrame, rows: Rows, which: str, columns: Iterable[Column]) -> None:
    forget(table, rows, [c.name for c in columns if c.name not in _KEPT[which]])


def _forget_named(
    table: pd.DataFrame,
    kept: frozenset[str],
    columns: Iterable[Column],
    rows: Mapping[int, int],
    names: Mapping[int, Names],
) -> None:
    """Empty, in place, texts that tell the place or a point. rows: the strike of each row."""
    areas = ("adm1_code", "adm1_name", "adm2_code", "adm2_name", "claim_id", "strike_id")
    for name in [one for one in _texts(columns) if one in kept and one not in areas]:
        texts = table[name].to_numpy(dtype=object)
        telling = np.zeros(len(table), dtype=bool)
        for row, strike in rows.items():
            if isinstance(texts[row], str):
                telling[row] = tells(texts[row], names[strike])
        forget(table, telling, [name])
