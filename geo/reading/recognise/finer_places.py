"""Several columns of places, each of its own level: the village beside its town or city."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import pandas as pd

from geo.reading.recognise.names import fold_name
from geo.reading.values.plain import is_nothing

__all__ = ["find_levels", "join_levels"]

# What columns of places are called by what they hold, the finest first.
_LEVELS = (
    "neighbourhood neighborhood neighbourhood_name neighborhood_name quarter suburb barrio quartier"
    " mahalle stadtteil الحي حي اسم_الحي мікрорайон микрорайон квартал שכונה محله",
    "village village_name hamlet villages settlement settlement_name القرية قرية اسم_القرية"
    " aldea dorf köy село селище деревня посёлок поселок כפר روستا قریه",
    "town town_name البلدة بلدة اسم_البلدة pueblo kasaba belde עיירה",
    "city city_name المدينة مدينة اسم_المدينة ciudad ville stadt şehir город місто עיר شهر",
    # These say no level: they stand in where the place is empty, and nothing is finer than they.
    "location location_name place place_name area locality site",
)
_SAY_NO_LEVEL = len(_LEVELS) - 1


@cache
def _level_of_name() -> dict[str, int]:
    return {fold_name(name): level for level, names in enumerate(_LEVELS) for name in names.split()}


def find_levels(names: Sequence[str], columns: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return columns that nothing is read from and that name places: finer ones, coarser ones.

    The finest comes first. Both are empty where the place's own column does not say what it
    holds, such as "Location".
    """
    level = _level_of_name()
    places = [name for name in names if columns.get(name) == "place_text"]
    own = level.get(fold_name(places[0]), _SAY_NO_LEVEL) if places else _SAY_NO_LEVEL
    if own == _SAY_NO_LEVEL:
        return [], []
    free = [(level.get(fold_name(name), own), name) for name in names if name not in columns]
    free.sort(key=lambda one: one[0])
    return [name for at, name in free if at < own], [name for at, name in free if at > own]


def join_levels(
    place: pd.Series, finer: Sequence[pd.Series], coarser: Sequence[pd.Series]
) -> pd.Series:
    """Return the place of each row with what is finer before it: "Ain Baal, Tyre".

    What is coarser stands in where the place is empty, as its governorate would. An empty cell,
    and one whose words stand in what follows it, is passed over.
    """
    levels = [place.tolist(), *(column.tolist() for column in coarser)]
    wholes = [next((t for t in map(str.strip, texts) if not is_nothing(t)), "")
              for texts in zip(*levels, strict=True)]  # fmt: skip
    for column in reversed(finer):
        parts = zip(map(str.strip, column.tolist()), wholes, strict=True)
        wholes = [_join(part, whole) for part, whole in parts]
    return pd.Series(wholes, index=place.index, name=place.name, dtype="str")


def _join(part: str, whole: str) -> str:
    if is_nothing(part) or part.casefold() in whole.casefold():
        return whole
    return f"{part}, {whole}" if whole else part
