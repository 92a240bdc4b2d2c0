"""Columns by what their cells hold: to confirm a name that says little, or where no name helps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

import pandas as pd

from gazetteer.abroad import read_country
from geo.reading.dates import DateError, OrderError, is_undated, read_span
from geo.reading.recognise.names import fold_name
from geo.reading.remedies import CHOOSE_POINTS
from geo.reading.values.degrees import read_degrees
from geo.reading.values.kinds import read_event
from geo.reading.values.plain import CellError, is_nothing, plain_text
from geo.reading.values.points import split_point
from geo.reading.values.sharpness import read_sharpness
from geo.reading.values.zones import find_country

__all__ = ["confirm_names", "guess_by_cells", "mostly_dates", "repeats", "warn_of_degrees"]

_SAMPLE_ROWS, _SAMPLE = 500, 60  # rows looked at, distinct texts of them
_TEXTS_KEPT = 1024  # answers about single texts: columns of a table repeat each other
_ENOUGH = 0.9  # share of a sample that must read, a few bad cells allowed
_PCODE = re.compile(r"[A-Za-z]{1,3}\d{1,10}[A-Za-z]?")
_PCODE_ALONE = re.compile(r"([A-Z]{2})\d{2}(?:\d{2}){0,3}")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_WORLD_REGIONS = {"middle east", "africa", "asia", "europe", "northern africa", "western asia",
                  "eastern europe", "middle east & north africa", "americas", "mena",
                  "middle east and north africa", "caucasus and central asia"}  # fmt: skip
# Names that say so little that the cells must agree.
_WEAK_KINDS = {"type", "category", "subtype", "sub_type", "tipo", "тип", "tur", "نوع", "النوع",
               "event", "incident", "attack", "strike", "what", "folder", "layer",
               "event_text"}  # fmt: skip
_WEAK_COUNTRIES = {"land", "staat"}  # German; English land is ground
_WORDS_AT_MOST = 8  # of a class; longer texts tell a story
_CODED = re.compile(r"iso|code|\bcntry")
# Names that say that a column of dates, or of addresses, tells how the record was made or shown.
_TWO_WHOLE = re.compile(r"\s*[+-]?\d+\s*[^\w\s.]?\s*[+-]?\d+\s*")
_SAY_NO_MORE = {
    "date": re.compile(
        r"creat|updat|modif|publi|upload|retriev|access|entry|entered|import|added|edit|stamp|export"
    ),
    "url": re.compile(r"icon|thumb|avatar|logo|profile|licen[cs]e|marker|flag|style"),
}
_NEVER = re.compile(r"(?!)")


def confirm_names(cells: pd.DataFrame, columns: Mapping[str, str]) -> dict[str, str]:
    """Return the columns recognised by name without those whose cells cannot be what it says.

    X and Y hold degrees, not row numbers; a place, a governorate and a P-code hold no bare
    numbers; a type tells what struck; ids are not the same again and again.
    """
    kept = {}
    for column, field in columns.items():
        check = _CHECKS.get(field)
        sample = _sample(cells, column)
        if not (check and sample) or check(fold_name(column), sample):
            kept[column] = field
    repeated = [c for c, field in kept.items() if field == "id" and repeats(cells[c])]
    return {column: field for column, field in kept.items() if column not in repeated}


def guess_by_cells(cells: pd.DataFrame, taken: Mapping[str, str]) -> dict[str, str]:
    """Return what columns mean by their cells, for fields that no name gives.

    Found are a date, a point in one cell, a country, addresses and P-codes; where two columns
    could be the one date or point, neither is taken.
    """
    free = _samples(cells, taken)
    fields = set(taken.values())
    found: dict[str, str] = {}
    for field, instead, test in _TESTS:
        if fields & {field, *instead} and field != "url":
            continue
        fitting = [c for c, sample in free.items() if c not in found and _all_read(sample, test)
                   and not _SAY_NO_MORE.get(field, _NEVER).search(fold_name(c))]  # fmt: skip
        if len(fitting) == 1 or (fitting and field in ("url", "pcode")):
            # Beside a named source and its address, who stands behind another is not known.
            aside = field == "url" and {"source", "url"} <= fields
            found |= dict.fromkeys(fitting, "note" if aside else field)
    return found


def warn_of_degrees(cells: pd.DataFrame, columns: Mapping[str, str]) -> str:
    """Say so where unrecognised columns look like coordinates; "" where none do."""
    if {"lon", "lat"} <= set(columns.values()) or "point" in columns.values():
        return ""
    alike = [c for c, sample in _samples(cells, columns).items() if _are_fine_degrees(sample)]
    if len(alike) < 2:
        return ""
    names = ", ".join(repr(column) for column in alike)
    return f"columns {names} look like coordinates: {CHOOSE_POINTS}"


def _sample(cells: pd.DataFrame, column: str) -> list[str]:
    return _tell_apart(cells[column].iloc[:_SAMPLE_ROWS])


def _samples(cells: pd.DataFrame, taken: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the sample of each column that is not taken, of thousands as fast as of a few."""
    rows = cells.iloc[:_SAMPLE_ROWS].to_numpy(dtype=object).T
    named = zip(cells.columns, rows, strict=True)
    return {column: _tell_apart(texts) for column, texts in named if column not in taken}


def _tell_apart(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if not is_nothing(text)][:_SAMPLE]


def _all_read(sample: list[str], test: Callable[[str], bool]) -> bool:
    if not sample or not any(map(test, sample[:3])):
        return False
    return sum(map(test, sample)) >= _ENOUGH * len(sample)


def mostly_dates(cells: pd.DataFrame, column: str) -> bool:
    """Say whether a column holds whole dates, with or without a time."""
    return _all_read(_sample(cells, column), _is_date)


def repeats(ids: pd.Series) -> bool:
    """Say whether cells that are called ids are the same again and again, so that they are none."""
    filled = ids[ids.str.strip() != ""]
    return len(filled) > 1 and filled.nunique() < 0.5 * len(filled)


@lru_cache(_TEXTS_KEPT)
def _is_date(text: str) -> bool:
    if is_undated(text) or (_NUMBER.fullmatch(plain_text(text)) and len(text.strip()) != 8):
        return False
    try:
        return read_span(text).precision in ("day", "week", "month")
    except OrderError:
        return True
    except DateError:
        return False


@lru_cache(_TEXTS_KEPT)
def _is_point(text: str) -> bool:
    try:
        return split_point(text) != ("", "")
    except CellError:
        return False


def _shows_point(text: str) -> bool:
    """Say whether a cell alone shows that it is a point: "5/10" may be killed and injured."""
    return _TWO_WHOLE.fullmatch(text) is None and _is_point(text)


@lru_cache(_TEXTS_KEPT)
def _is_country(text: str) -> bool:
    return len(text.strip()) > 3 and find_country(text) is not None


def _is_pcode(text: str) -> bool:
    found = _PCODE_ALONE.fullmatch(text.strip())
    return bool(found) and find_country(found[1] if found else "") is not None


# Field, fields that make it needless, and what a cell of it looks like.
_TESTS: tuple[tuple[str, tuple[str, ...], Callable[[str], bool]], ...] = (
    ("date", ("date_dmy", "date_mdy", "year"), _is_date),
    ("point", ("lon", "lat"), _shows_point),
    ("country", (), _is_country),
    ("url", (), lambda text: bool(_ADDRESS.fullmatch(text.strip()))),
    ("pcode", (), _is_pcode),
)


def _are_degrees(name: str, sample: Iterable[str], what: str) -> bool:
    """Say whether X or Y hold degrees: all in range, some of them with a fraction."""
    if name not in ("x", "y"):
        return True
    texts = [text.strip() for text in sample]
    fine = any(not re.fullmatch(r"[+-]?\d+(?:[.,]0*)?", text) for text in texts)
    return fine and _all_read(texts, lambda text: _reads(text, what))


def _are_fine_degrees(sample: list[str]) -> bool:
    """Say whether cells are decimal numbers as fine as coordinates, and in their range."""
    fits = re.compile(r"[+-]?\d{1,3}[.,]\d{3,}")
    return _all_read(sample, lambda text: bool(fits.fullmatch(text.strip()))) and all(
        _reads(text, "longitude") for text in sample
    )


def _reads(text: str, what: str) -> bool:
    try:
        read_degrees(text, what)
    except CellError:
        return False
    return True


def _are_words(_: str, sample: list[str]) -> bool:
    return not all(_NUMBER.fullmatch(plain_text(text)) for text in sample)


def _are_countries(name: str, sample: list[str]) -> bool:
    """Say whether cells may name countries: codes must be known, and no numbers of a code book."""
    if name in _WEAK_COUNTRIES:
        return any(read_country(text) for text in sample)
    return _are_words(name, sample) and (
        not _CODED.search(name) or any(find_country(text) for text in sample)
    )


def _says_how_sharp(_: str, sample: list[str]) -> bool:
    """Say whether cells are words or codes of precision: metres of a device are neither."""
    return any(read_sharpness(text)[1] is None for text in sample)


def _is_governorate(name: str, sample: list[str]) -> bool:
    regions = sum(plain_text(text) in _WORLD_REGIONS for text in sample)
    return _are_words(name, sample) and 2 * regions <= len(sample)


def _tells_kind(name: str, sample: list[str]) -> bool:
    if name not in _WEAK_KINDS:
        return True
    short = all(len(text.split()) <= _WORDS_AT_MOST for text in sample)
    return short and any(read_event(text)[0] for text in sample)


def _is_no_stamp(_: str, sample: list[str]) -> bool:
    return not all(re.fullmatch(r"\d{9,13}(\.\d+)?", text.strip()) for text in sample)


_CHECKS: dict[str, Callable[[str, list[str]], bool]] = {
    "lon": lambda name, sample: _are_degrees(name, sample, "longitude"),
    "lat": lambda name, sample: _are_degrees(name, sample, "latitude"),
    "point": lambda _, sample: any(_is_point(text) for text in sample),
    "source": _are_words,
    "place_text": _are_words,
    "place_text_ar": _are_words,
    "adm2_text": _are_words,
    "adm3_text": _are_words,
    "governorate_text": _is_governorate,
    "country": _are_countries,
    "precision": _says_how_sharp,
    "day": lambda _, sample: any(re.match(r"\d", plain_text(text)) for text in sample),
    "kind": _tells_kind,
    "time_local": _is_no_stamp,
    "year": lambda _, sample: _all_read(
        sample, lambda text: bool(re.fullmatch(r"(19|20)\d\d(\.0)?", plain_text(text)))
    ),
    "pcode": lambda _, sample: (
        2 * sum(bool(_PCODE.fullmatch(t.strip())) for t in sample) >= len(sample)
    ),
    "strikes": lambda _, sample: any(_NUMBER.match(plain_text(text)) for text in sample),
}
