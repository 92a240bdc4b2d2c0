"""Updates: rows whose sources revise a toll ("death toll rises to 14"), days after the strike.

Such a row often has no day of its own: then it is of the days before its source was published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

__all__ = ["UPDATE_DAYS", "Updates", "find_updates"]

UPDATE_DAYS = 14  # a toll that is revised later is seldom told of one strike
# What says that a toll was revised; the words of a toll, a title that names the place, a note.
_REVISED = re.compile(
    r"\btoll\b.{0,80}\b(?:r(?:is(?:e|es|en|ing)|ose)|climb|jump|gr[eo]w|increas|soar|updat|revis)"
    r"|\b(?:rais|bring|increas|push|tak)(?:es?|ing|s)?\b.{0,30}\btoll\b"
    r"|\b(?:died|succumbed)\b.{0,30}\b(?:wounds|injuries)\b"
    r"|(?:ارتفاع|[ات]رتفعت?|ترتفع|يرتفع).{0,30}(?:حصيلة|عدد)"
    r"|(?:кількість|число)\s+(?:загиблих|жертв|поранених).{0,80}(?:зрос|збільш|сягну)"
    r"|(?:число|количество)\s+(?:погибших|жертв|раненых|пострадавших).{0,80}"
    r"(?:вырос|возрос|увелич|достиг)",
    re.IGNORECASE | re.DOTALL,
)
# Letters of each of these ways.
_SIGNS = ("toll", "died", "succumbed", "رتفاع", "رتفع", "кількість", "число", "количество")


@dataclass(frozen=True, slots=True)
class Updates:
    """Which rows revise a toll, and the last day that each may be of, in days since 1970.

    Where neither the row nor its source has a day, it revises nothing that can be found.
    """

    marks: NDArray[np.bool_]
    last: NDArray[np.int64]


def find_updates(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> Updates:
    """Return which rows of a strikes table revise a toll by what their claims say."""
    told = claims[claims["strike_id"].isin(strikes.index)].reset_index(drop=True)
    rows = strikes.index.get_indexer(told["strike_id"])
    revising = _revises(told["toll_text"]) | _revises(told["note"])
    titled = _revises(told["title"])
    titled[titled] = _names_place(told[titled], strikes["place_text"].iloc[rows[titled]])
    of = rows[revising | titled]
    last = _days(strikes["date_end"])
    told_at = _days(_published(told["published"]))[revising | titled]
    np.maximum.at(last, of, np.where(last[of] == _NO_DAY, told_at, _NO_DAY))
    marks = np.zeros(len(strikes), bool)
    marks[of] = last[of] != _NO_DAY
    return Updates(marks, last)


def _published(column: pd.Series) -> pd.Series:
    """Return whole days alone: a source of "2020-07", or of 2020, is not known to be of one."""
    return pd.to_datetime(column.astype("str").str[:10], format="%Y-%m-%d", errors="coerce")


_NO_DAY = np.iinfo(np.int64).min


def _days(column: pd.Series) -> NDArray[np.int64]:
    """Return days since 1970; the least of all numbers for none, as NumPy has it."""
    days: NDArray[np.int64] = column.to_numpy("datetime64[D]").astype(np.int64)
    return days


def _revises(texts: pd.Series) -> NDArray[np.bool_]:
    told = texts.dropna()
    found = np.zeros(len(texts), bool)
    found[told.index] = [_may_revise(text) and bool(_REVISED.search(text)) for text in told]
    return found


def _may_revise(text: str) -> bool:
    """Say whether a text has a word without which none revises a toll; most have none."""
    low = text.lower()
    return any(sign in low for sign in _SIGNS)


def _names_place(claims: pd.DataFrame, places: pd.Series) -> list[bool]:
    """Say which titles name the place of their row: of a list of strikes it may be of another."""
    return [
        isinstance(place, str) and place.casefold() in title.casefold()
        for title, place in zip(claims["title"], places, strict=True)
    ]
