"""How a cell reads: tolls, dates and places in plain words; None is "not reported"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Hashable
from functools import cache

import pandas as pd

from gazetteer.language import N_, _, ngettext, nN_
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
    "word_status",
    "word_tolls",
    "word_value",
]

STATUS_WORDS = {
    "located": N_("located"), "area_only": N_("known only to an area"),
    "unlocated": N_("not located"),
}  # fmt: skip
NOUNS = {
    "change": nN_("{count} change", "{count} changes"),
    "claim": nN_("{count} claim", "{count} claims"),
    "column": nN_("{count} column", "{count} columns"),
    "draft": nN_("{count} draft", "{count} drafts"),
    "event": nN_("{count} event", "{count} events"),
    "located point": nN_("{count} located point", "{count} located points"),
    "more feature": nN_("{count} more feature", "{count} more features"),
    "more row": nN_("{count} more row", "{count} more rows"),
    "name": nN_("{count} name", "{count} names"),
    "pair": nN_("{count} pair", "{count} pairs"),
    "passage": nN_("{count} passage", "{count} passages"),
    "row": nN_("{count} row", "{count} rows"),
    "sheet": nN_("{count} sheet", "{count} sheets"),
    "strike": nN_("{count} strike", "{count} strikes"),
    "text": nN_("{count} text", "{count} texts"),
}
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_TOLD_INSTEAD = {
    "civilians_killed": N_("{toll} civilians; all killed: not reported"),
    "casualties": N_("{toll} killed or injured; all killed: not reported"),
}
KIND_WORDS = {"ied": "IED", "ground": N_("ground attack")}


def plural(count: int, noun: str) -> str:
    """Return "1 row", "2 rows"; thousands are set apart by commas."""
    return ngettext(*NOUNS[noun], count)


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
    return _(KIND_WORDS.get(kind, kind))


def word_value(word: str) -> str:
    """Return one of the schema's words as people read it."""
    return _(word.replace("_", " "))


def word_status(status: str) -> str:
    """Return how surely a strike lies where it is shown, in words."""
    return _(STATUS_WORDS[status])


def _whole_month(start: pd.Timestamp, end: pd.Timestamp) -> bool:
    last = calendar.monthrange(start.year, start.month)[1]
    return bool(start.day == 1 and end == start.replace(day=last))


def _whole_year(start: pd.Timestamp, end: pd.Timestamp) -> bool:
    return (start.month, start.day) == (1, 1) and end == start.replace(month=12, day=31)


def word_dates(start: pd.Timestamp, end: pd.Timestamp, precision: str) -> str:
    """Return the days of a strike with their precision, in ISO order so that text sorts by time."""
    if pd.isna(start) or pd.isna(end):
        return _(NOT_REPORTED)
    if precision == "month" and _whole_month(start, end):
        return _("{start} (month)", start=f"{start:%Y-%m}")
    if precision == "year" and _whole_year(start, end):
        return _("{start} (year)", start=f"{start:%Y}")
    days = (
        f"{start:%Y-%m-%d}"
        if start == end
        else _("{first} to {last}", first=f"{start:%Y-%m-%d}", last=f"{end:%Y-%m-%d}")
    )
    return days if precision == "day" else f"{days} ({_(precision)})"


def word_place(place: object, governorate: object) -> str:
    """Return the place as reported; the governorate as reported where no place is given."""
    if isinstance(place, str):
        return place
    return governorate if isinstance(governorate, str) else _(NOT_REPORTED)


def word_sharpness(precision: str, uncertainty_km: float, adm1_code: object = None) -> str:
    """Return the precision with its radius: "settlement, within 2 km", "oblast".

    adm1_code: that of the row's area, whose country says what a governorate is called.
    """
    called = _(call_level(precision, adm1_code if isinstance(adm1_code, str) else None))
    return (
        called
        if pd.isna(uncertainty_km)
        else _(
            "{called}, within {uncertainty_km} km",
            called=called,
            uncertainty_km=f"{uncertainty_km:g}",
        )
    )


def _follows(strike: Hashable, lead: object) -> bool:
    return isinstance(lead, str) and lead != strike


def word_tolls(strikes: pd.DataFrame, leads: pd.DataFrame, toll: str) -> list[str]:
    """Return one toll column in words.

    Rows whose toll stands on another row say "counted with" and name that row by its place as
    `leads` (the whole table, so that a filter cannot hide the name) has it.
    """
    words = []
    places = leads["place_text"]
    bounds = [strikes[f"{toll}_{end}"].astype(object) for end in ("min", "max")]
    told = [column.where(column.notna(), None) for column in bounds]
    cells = (column.to_numpy(object) for column in (strikes.index, strikes["toll_lead"], *told))
    word = cache(word_toll)  # few of a table's many differ
    for strike, lead, low, high in zip(*cells, strict=True):
        if _follows(strike, lead):
            named = places.get(lead)
            words.append(_("counted with {named}", named=named if isinstance(named, str) else lead))
        else:
            words.append(word(low, high))
    return words


def word_killed_cells(strikes: pd.DataFrame, leads: pd.DataFrame) -> list[str]:
    """Return those killed in words: of a row that tells only civilians or both, that by name."""
    words = word_tolls(strikes, leads, "killed")
    nothing = _(NOT_REPORTED)
    for toll, told in _TOLD_INSTEAD.items():
        others = word_tolls(strikes, leads, toll)
        words = [
            _(told, toll=other) if killed == nothing and other != nothing else killed
            for killed, other in zip(words, others, strict=True)
        ]
    return words
