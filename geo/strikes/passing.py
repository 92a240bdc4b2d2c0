"""Which rows pass a filter by area, actor or text, however it is spelled."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from gazetteer.spelling.normalise import strip_marks
from geo.strikes.schema import split_several

__all__ = ["NOT_REPORTED", "by_actors", "fold", "holds_text", "in_areas"]

# Chosen as an actor or area: the rows that have none.
NOT_REPORTED = "not reported"

_SEARCHED = ("place_text", "place_text_ar", "place_name", "place_name_ar", "governorate_text",
             "adm1_name", "adm2_name", "adm3_name", "actor", "target")  # fmt: skip


def in_areas(
    strikes: gpd.GeoDataFrame, chosen: tuple[str, ...], code_column: str, name_column: str,
    text_column: str,
) -> pd.Series:  # fmt: skip
    """Say which rows lie in areas by code or name; its report counts where a row has neither."""
    folded = {fold(value) for value in chosen}
    code, name = strikes[code_column], strikes[name_column]
    text = strikes[text_column].where(code.isna() & name.isna())
    known = strikes[[code_column, name_column]].drop_duplicates().dropna()
    named = {fold(n): fold(c) for c, n in known.itertuples(index=False, name=None)}
    stated = text.map(lambda words: named.get(fold(words), fold(words)), na_action="ignore")
    # A row's own code decides; the words of its report only where it has none.
    found = stated.isin({*folded, *(named.get(value, value) for value in folded)})
    found |= code.map(fold, na_action="ignore").isin(folded)
    found |= name.map(fold, na_action="ignore").isin(folded)
    unknown = code.isna() & name.isna() & ~stated.isin(set(named.values()))
    return found | unknown if NOT_REPORTED in chosen else found


def by_actors(actors: pd.Series, chosen: tuple[str, ...]) -> pd.Series:
    """Say which cells name one of the chosen actors."""
    """Say which rows lie in chosen areas; their report counts where they have no code or name."""
    folded = {fold(value) for value in chosen}
    passes = {
        cell: any(fold(actor) in folded for actor in split_several(cell))
        for cell in actors.dropna().unique()
    }
    found = actors.map(passes).fillna(False).astype(bool)
    return found | actors.isna() if NOT_REPORTED in chosen else found


def holds_text(strikes: gpd.GeoDataFrame, text: str) -> pd.Series:
    """Say which rows hold every word of a text, however it is spelled."""
    words = fold(text).split()
    columns = [strikes[name].fillna("").map(fold) for name in _SEARCHED]
    cells = columns[0].str.cat(columns[1:], sep="\n")
    found = pd.Series(True, index=strikes.index)
    for word in words:
        found &= cells.str.contains(word, regex=False)
    return found


# Alef forms, alef maqsura, taa marbuta; hyphens and apostrophes that transliterations differ in.
_ALIKE = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None, "-": " ", "‐": " ",
     "‑": " ", "–": " ", "'": None, "’": None, "‘": None, "`": None, "ʿ": None, "ʾ": None}
)  # fmt: skip


def fold(text: str) -> str:
    """Return a text as it is compared: without marks, case and spellings that differ."""
    return strip_marks(text.translate(_ALIKE)).casefold()
