"""Columns that were not used and yet look as if they said something: tolls, dates, places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

import pandas as pd

from geo.reading.dates import DateError, OrderError, is_undated, read_span
from geo.reading.recognise.names import fold_name
from geo.reading.values.plain import CellError, is_nothing, plain_text
from geo.reading.values.points import split_point

__all__ = ["look_like"]

_HEAD, _SAMPLE = 500, 60  # rows looked at first, distinct texts looked at
_TEXTS_KEPT = 1024  # answers about single texts: columns of a table repeat each other
_MOST = 0.8  # share of a sample that must fit
_NUMBER = re.compile(r"[+-]?\d{1,7}(?:[.,]\d+)?")
_DEGREES = re.compile(r"[+-]?\d{1,3}[.,]\d{2,}")
_NO_DATE = re.compile(r"[+-]?[\d.,]+")  # a bare number: an id or a count sooner than a day
# Words of a column's name, by what it would hold.
_TOLL = (
    "killed dead death deaths died fatalities fatality casualties casualty injured wounded injuries"
    " victims martyrs toll lost hurt morts mort tues blesses victimes muertos heridos olu yarali"
    " погибшие раненые убитые загиблі поранені قتلى القتلى جرحى الجرحى شهداء ضحايا الضحايا"
    " وفيات"
)
_COUNT = (
    "strikes raids sorties bombs barrels missiles rockets munitions shells number num count times"
    " attacks airstrikes عدد غارات صواريخ براميل"
)
_PLACE = (
    "place town village city location locality settlement community neighbourhood neighborhood"
    " district subdistrict governorate province region area lieu ville lugar yer место المكان"
    " الموقع القرية المدينة البلدة"
)
_POINT = "lat lon lng latitude longitude coordinates coords gps geo point"
_MADE_WITH = re.compile(r"creat|updat|modif|publi|upload|retriev|access|entry|import|edit|stamp")


def look_like(cells: pd.DataFrame, unused: Iterable[str]) -> dict[str, str]:
    """Return what unused columns look like, by their names and cells: {column: words}.

    The words are "a toll", "a count", "coordinates", "a place" or "a date"; columns that look
    like nothing are absent. cells: text cells, '' for empty.
    """
    found = {}
    columns = list(unused)
    heads = cells[columns].iloc[:_HEAD].to_numpy(dtype=object).T  # one by one takes seconds
    for column, head in zip(columns, heads, strict=True):
        texts = list(dict.fromkeys(head))
        if len(texts) <= _SAMPLE and len(cells) > _HEAD:
            texts = cells[column].drop_duplicates().head(_SAMPLE + 1).tolist()
        sample = [text for text in texts[: _SAMPLE + 1] if not is_nothing(text)]
        likeness = _look_like(column, sample) if sample else None
        if likeness is not None:
            found[column] = likeness
    return found


@cache
def _words(listed: str) -> set[str]:
    return set(listed.split())


def _look_like(column: str, sample: list[str]) -> str | None:
    words = set(fold_name(column).split("_"))
    numbers = _most(sample, lambda text: bool(_NUMBER.fullmatch(plain_text(text))))
    if numbers and words & _words(_TOLL):
        return "a toll"
    if words & _words(_POINT) and _most(sample, _is_degrees):
        return "coordinates"
    if numbers and words & _words(_COUNT):
        return "a count"
    if _most(sample, _is_point):
        return "coordinates"
    if words & _words(_PLACE) and not numbers:
        return "a place"
    if not _MADE_WITH.search(fold_name(column)) and _most(sample, _is_date):
        return "a date"
    return None


def _most(sample: list[str], fits: Callable[[str], bool]) -> bool:
    return sum(map(fits, sample)) >= _MOST * len(sample)


def _is_degrees(text: str) -> bool:
    return bool(_DEGREES.fullmatch(plain_text(text))) or _is_point(text)


@lru_cache(_TEXTS_KEPT)
def _is_point(text: str) -> bool:
    try:
        split_point(text)
    except CellError:
        return False
    return True


@lru_cache(_TEXTS_KEPT)
def _is_date(text: str) -> bool:
    if _NO_DATE.fullmatch(plain_text(text)):
        return False
    try:
        return not is_undated(text) and read_span(text) is not None
    except OrderError:
        return True
    except DateError:
        return False
