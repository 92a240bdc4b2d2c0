"""Which rows pass a filter: in time, by area, actor or text however spelled, by source, hour."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from gazetteer.spelling.normalise import strip_marks
from geo.strikes.claim_rows import find_strikes
from geo.strikes.outlets import find_site
from geo.strikes.schema import split_several

__all__ = [
    "HOURS", "NOT_REPORTED", "NO_SOURCE", "SEARCHED", "WEEKDAYS", "ChosenAreas", "among",
    "by_actors", "by_sources", "fold", "holds_text", "in_areas", "in_time", "name_codes",
    "name_hours", "name_site", "name_sources", "name_weekdays", "names_actor",
]  # fmt: skip

# Chosen as an actor, area, source, weekday or hour: the rows that have none.
NOT_REPORTED = "not reported"
NO_SOURCE = "no source given"  # as maps call a claim without one
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HOURS = tuple(f"{hour:02}" for hour in range(24))

SEARCHED = ("place_text", "place_text_ar", "place_name", "place_name_ar", "governorate_text",
             "adm1_name", "adm2_name", "adm3_name", "actor", "target")  # fmt: skip


def name_codes(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the folded codes of areas by their folded names; a name of several codes is its own.

    pairs: codes and names, in any order.
    """
    codes: dict[str, set[str]] = {}
    for code, name in pairs:
        codes.setdefault(fold(name), set()).add(fold(code))
    return {name: min(found) if len(found) == 1 else name for name, found in codes.items()}


class ChosenAreas:
    """Chosen areas, by code or name; pairs: codes and names that rows have both, in any order.

    A name of several codes is none of them: a report's words alone do not say which is meant.
    """

    def __init__(self, chosen: Iterable[str], pairs: Iterable[tuple[str, str]]) -> None:
        self._named = name_codes(pairs)
        self._known = set(self._named.values())
        self._chosen = {fold(value) for value in chosen}
        self._stated = {*self._chosen, *(self._named.get(one, one) for one in self._chosen)}

    def holds(self, code_or_name: str) -> bool:
        """Say whether a row's code or its name is among the chosen."""
        return fold(code_or_name) in self._chosen

    def find_code(self, words: str) -> str:
        """Return the folded code of what a report calls an area, else its folded words."""
        return self._named.get(fold(words), fold(words))

    def holds_stated(self, words: str) -> bool:
        """Say whether what a report calls an area is among the chosen."""
        return self.find_code(words) in self._stated

    def knows(self, words: str) -> bool:
        """Say whether a report's words are those of an area that rows have."""
        return self.find_code(words) in self._known


def in_areas(
    strikes: gpd.GeoDataFrame, chosen: tuple[str, ...], code_column: str, name_column: str,
    text_column: str,
) -> pd.Series:  # fmt: skip
    """Say which rows lie in areas by code or name; its report counts where a row has neither."""
    code, name, text = (strikes[column] for column in (code_column, name_column, text_column))
    known = pd.DataFrame({"code": code, "name": name}).drop_duplicates().dropna()
    areas = ChosenAreas(chosen, known.itertuples(index=False, name=None))
    # A row's own code decides; the words of its report only where it has none.
    bare = (code.isna() & name.isna()).to_numpy()
    found = bare & _mark(text, areas.holds_stated)
    for column in (code, name):
        found |= _mark(column, areas.holds)
    if NOT_REPORTED in chosen:
        found |= bare & ~_mark(text, areas.knows)
    return pd.Series(found, index=strikes.index)


def by_actors(actors: pd.Series, chosen: tuple[str, ...]) -> pd.Series:
    """Say which cells name one of the chosen actors."""
    folded = {fold(value) for value in chosen}
    found = _mark(actors, lambda cell: names_actor(cell, folded))
    marks = pd.Series(found, index=actors.index)
    return marks | actors.isna() if NOT_REPORTED in chosen else marks


def _mark(cells: pd.Series, passes: Callable[[str], bool]) -> NDArray[np.bool_]:
    """Say which cells pass; a text that repeats is asked once, an empty cell never passes."""
    rows, texts = pd.factorize(cells)
    found = np.array([*map(passes, texts), False])  # the last for -1, an empty cell
    marks: NDArray[np.bool_] = found[rows]
    return marks


def names_actor(cell: str, folded: Collection[str]) -> bool:
    """Say whether a cell names one of several actors, which are folded."""
    return any(fold(actor) in folded for actor in split_several(cell))


def holds_text(strikes: gpd.GeoDataFrame, text: str) -> pd.Series:
    """Say which rows hold every word of a text, however it is spelled."""
    words = fold(text).split()
    found = np.zeros((len(words), len(strikes)), bool)
    for name in SEARCHED:
        rows, cells = pd.factorize(strikes[name])  # a text that repeats is folded once; -1: none
        folded = [fold(cell) for cell in cells]
        for number, word in enumerate(words):
            holds = np.array([*(word in cell for cell in folded), False])
            found[number] |= holds[rows]
    return pd.Series(found.all(axis=0), index=strikes.index)


def in_time(strikes: gpd.GeoDataFrame, first: date | None, last: date | None) -> pd.Series:
    """Say which rows' days overlap a period, open at either end; undated rows overlap none."""
    keep = pd.Series(True, index=strikes.index)  # without a period undated rows too
    if first:
        keep &= strikes["date_end"] >= pd.Timestamp(first)
    if last:
        keep &= strikes["date_start"] <= pd.Timestamp(last)
    return keep


def among(words: pd.Series, chosen: tuple[str, ...]) -> pd.Series:
    """Say which words are among the chosen ones; null where `NOT_REPORTED` is chosen."""
    found = words.isin([word for word in chosen if word != NOT_REPORTED])
    return found | words.isna() if NOT_REPORTED in chosen else found


def name_weekdays(strikes: gpd.GeoDataFrame) -> pd.Series:
    """Return the weekday of each row whose day is known, of `WEEKDAYS`, else null."""
    known = (strikes["date_precision"] == "day") & (strikes["date_start"] == strikes["date_end"])
    names = strikes["date_start"].dt.day_name().str.lower()
    return names.where(known)


def name_hours(strikes: gpd.GeoDataFrame) -> pd.Series:
    """Return the local hour of each row whose time is known, of `HOURS`, else null."""
    return strikes["time_local"].str.extract(r"^([01]\d|2[0-3]):", expand=False)


def name_sources(claims: pd.DataFrame) -> pd.Series:
    """Return who each claim is by: its claimant, else its outlet, else the site of its address."""
    unnamed = claims["claimant"].isna() & claims["outlet"].isna()
    urls = claims["url"].where(unnamed).dropna()
    found = {url: name_site(url) for url in urls.unique()}
    sites = urls.map({url: site for url, site in found.items() if site})
    names = claims["claimant"].fillna(claims["outlet"]).fillna(sites.astype("str"))
    return names.where(names.ne(NO_SOURCE))


def name_site(url: str) -> str:
    """Return who a claim is by of which nothing but an address is known; "" for none."""
    site = find_site(url)
    return f"{site} (by its address)" if site else ""


def by_sources(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, chosen: tuple[str, ...]
) -> pd.Series:
    """Say which strikes one of the chosen sources reports; `NOT_REPORTED`: a claim without one."""
    rows = find_strikes(claims, strikes)
    names = name_sources(claims)
    found = np.zeros(len(strikes), bool)
    found[rows[names.isin(chosen).to_numpy() & (rows >= 0)]] = True
    if not {NOT_REPORTED, NO_SOURCE}.isdisjoint(chosen):
        bare = np.ones(len(strikes), bool)
        bare[rows[rows >= 0]] = False  # strikes with a claim
        bare[rows[names.isna().to_numpy() & (rows >= 0)]] = True
        found |= bare
    return pd.Series(found, index=strikes.index)


# Alef forms, alef maqsura, taa marbuta; hyphens and apostrophes that transliterations differ in.
_ALIKE = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None, "-": " ", "‐": " ",
     "‑": " ", "–": " ", "'": None, "’": None, "‘": None, "`": None, "ʿ": None, "ʾ": None}
)  # fmt: skip


def fold(text: str) -> str:
    """Return a text as it is compared: without marks, case and spellings that differ."""
    return strip_marks(text.translate(_ALIKE)).casefold()
