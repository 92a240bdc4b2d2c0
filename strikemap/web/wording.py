"""How a cell reads: tolls, dates and places in plain words; None is "not reported"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Hashable

import pandas as pd

from geo.land.levels import call_level
from geo.strikes.filters import NOT_REPORTED
from geo.strikes.killed import word_toll

__all__ = [
    "STATUS_WORDS",
    "begin_large",
    "escape_markdown",
    "plural",
    "word_dates",
    "word_killed_cells",
    "word_kind",
    "word_place",
    "word_sharpness",
    "word_tolls",
]

STATUS_WORDS = {
    "located": "located", "area_only": "known only to an area", "unlocated": "not located",
}  # fmt: skip
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
KIND_WORDS = {"ied": "IED", "ground": "ground attack"}


def plural(count: int, noun: str) -> str:
    """Return "1 row", "2 rows"; thousands are set apart by commas."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def escape_markdown(text: str) -> str:
    """Return text that Markdown shows as it is, on one line.

    What a file, a link or a person wrote must not become a picture that is fetched from outside.
    """
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def begin_large(text: str) -> str:
    """Return a sentence with its first letter large."""
    return text[:1].upper() + text[1:]


def word_kind(kind: str) -> str:
    """Return a word of the `kind` column as people write it."""
    return KIND_WORDS.get(kind, kind)


def _whole_month(start: pd.Timestamp, end: pd.Timestamp) -> bool:
    last = calendar.monthrange(start.year, start.month)[1]
    return bool(start.day == 1 and end == start.replace(day=last))


def _whole_year(start: pd.Timestamp, end: pd.Timestamp) -> bool:
    return (start.month, start.day) == (1, 1) and end == start.replace(month=12, day=31)


def word_dates(start: pd.Timestamp, end: pd.Timestamp, precision: str) -> str:
    """Return the days of a strike with their precision, in ISO order so that text sorts by time."""
    if pd.isna(start) or pd.isna(end):
        return NOT_REPORTED
    if precision == "month" and _whole_month(start, end):
        return f"{start:%Y-%m} (month)"
    if precision == "year" and _whole_year(start, end):
        return f"{start:%Y} (year)"
    days = f"{start:%Y-%m-%d}" if start == end else f"{start:%Y-%m-%d} to {end:%Y-%m-%d}"
    return days if precision == "day" else f"{days} ({precision})"


def word_place(place: object, governorate: object) -> str:
    """Return the place as reported; the governorate as reported where no place is given."""
    if isinstance(place, str):
        return place
    return governorate if isinstance(governorate, str) else NOT_REPORTED


def word_sharpness(precision: str, uncertainty_km: float, adm1_code: object = None) -> str:
    """Return the precision with its radius: "settlement, within 2 km", "oblast".

    adm1_code: that of the row's area, whose country says what a governorate is called.
    """
    called = call_level(precision, adm1_code if isinstance(adm1_code, str) else None)
    return called if pd.isna(uncertainty_km) else f"{called}, within {uncertainty_km:g} km"


def _follows(strike: Hashable, lead: object) -> bool:
    return isinstance(lead, str) and lead != strike


def word_tolls(strikes: pd.DataFrame, leads: pd.DataFrame, toll: str) -> list[str]:
    """Return one toll column in words.

    Rows whose toll stands on another row say "counted with" and name that row by its place as
    `leads` (the whole table, so that a filter cannot hide the name) has it.
    """
    words = []
    places = leads["place_text"]
    columns = (strikes.index, strikes["toll_lead"], strikes[f"{toll}_min"], strikes[f"{toll}_max"])
    for strike, lead, low, high in zip(*columns, strict=True):
        if _follows(strike, lead):
            named = places.get(lead)
            words.append(f"counted with {named if isinstance(named, str) else lead}")
        else:
            words.append(word_toll(low, high))
    return words


def word_killed_cells(strikes: pd.DataFrame, leads: pd.DataFrame) -> list[str]:
    """Return those killed in words: of a row that tells only civilians or both, that by name."""
    words = word_tolls(strikes, leads, "killed")
    for toll, noun in (("civilians_killed", "civilians"), ("casualties", "killed or injured")):
        others = word_tolls(strikes, leads, toll)
        words = [
            f"{other} {noun}; all killed: {NOT_REPORTED}"
            if killed == NOT_REPORTED and other != NOT_REPORTED
            else killed
            for killed, other in zip(words, others, strict=True)
        ]
    return words
