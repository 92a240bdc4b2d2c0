"""Date columns made readable: numbers that programs write for days, and days in three columns."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pandas as pd

from geo.reading.columnwise.distinct import Distinct, find_distinct, take_texts
from geo.reading.dates import is_undated
from geo.reading.values.months import MONTHS
from geo.reading.values.plain import is_nothing, plain_text

__all__ = ["join_day_columns", "spell_numbers"]

_SHORT = re.compile(r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{2})(?P<time> \d{1,2}:\d{2}.*)?")
_FIRST, _LAST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_EXCEL_ORIGIN = datetime(1899, 12, 30, tzinfo=UTC)  # day 0 of spreadsheets, after 1900


def spell_numbers(texts: pd.Series) -> tuple[pd.Series, str]:
    """Return a date column whose numbers are written as dates, and what is to be said of it.

    Only where every filled cell is such a number, and each a day of 1990 to 2099: a spreadsheet's
    day number (42280), Unix seconds or milliseconds. Else the column as it is, and "".
    """
    distinct = find_distinct([texts])
    filled = {text: plain_text(text) for (text,) in distinct.texts if not is_undated(text)}
    if not filled or not all(re.fullmatch(r"\d+(\.\d+)?", plain) for plain in filled.values()):
        return _spell_short_years(texts, distinct, filled)
    for called, pattern, reader in _SCALES:
        if not all(re.fullmatch(pattern, plain) for plain in filled.values()):
            continue
        read = {text: reader(float(plain)) for text, plain in filled.items()}
        if all(_FIRST <= day < _LAST for day in read.values()):
            spelled = {text: _spell(day, called) for text, day in read.items()}
            taken = [spelled.get(text, text) for (text,) in distinct.texts]
            text, day = next(iter(spelled.items()))
            note = f"dates of column {str(texts.name)!r} are read as {called}: {text} is {day[:10]}"
            return take_texts(taken, distinct.codes, texts.index).rename(texts.name), note
    return texts, ""


def _spell_short_years(
    texts: pd.Series, distinct: Distinct, filled: dict[str, str]
) -> tuple[pd.Series, str]:
    """Spell out 8/13/16, where all dates are so and a day over 12 shows that months come first."""
    spelled, witness = {}, ""
    for text, plain in filled.items():
        found = _SHORT.fullmatch(plain)
        if not found or not 0 < int(found["m"]) <= 12:
            return texts, ""
        if not witness and 12 < int(found["d"]) <= 31:
            witness = text
        century = 20 if int(found["y"]) < 70 else 19  # as in POSIX
        day = f"{century}{found['y']}-{found['m'].zfill(2)}-{found['d'].zfill(2)}"
        spelled[text] = day + (found["time"] or "")
    if not witness:
        return texts, ""
    taken = [spelled.get(text, text) for (text,) in distinct.texts]
    said = f"dates of column {str(texts.name)!r} have years of two digits and read month first"
    return take_texts(taken, distinct.codes, texts.index).rename(texts.name), (
        f"{said}, as {witness} shows"
    )


def join_day_columns(year: pd.Series, month: pd.Series, day: pd.Series) -> pd.Series:
    """Return one text for a date in three columns: 2015-10-03, 2015-10 or 2015, '' without a year.

    Months may be named. 0, 99, -9 and empty cells say that a part is not known; what is no month
    or day is kept, so that the date is refused with its words.
    """
    distinct = find_distinct([year, month, day])
    joined = [_join(*texts) for texts in distinct.texts]
    return take_texts(joined, distinct.codes, year.index).rename(year.name)


def _join(year: str, month: str, day: str) -> str:
    parts = [_part(year), _part(month), _part(day)]
    parts[1] = str(MONTHS.get(parts[1], parts[1]))
    known = parts[: next((at for at, part in enumerate(parts) if not part), 3)]
    return "-".join(part.zfill(2) for part in known)


def _part(text: str) -> str:
    """Return a part of a date without ".0", '' where it is not known."""
    plain = plain_text(text).removesuffix(".0").removesuffix(".")
    return "" if is_nothing(text) or re.fullmatch(r"0+|99|-9{1,4}", plain) else plain


def _spell(day: datetime, called: str) -> str:
    """Return a moment as text; a spreadsheet's knows no time zone."""
    if day.time() == datetime.min.time():
        return day.strftime("%Y-%m-%d")
    return day.strftime("%Y-%m-%d %H:%M" if called == _EXCEL else "%Y-%m-%dT%H:%M:%SZ")


_EXCEL = "a spreadsheet's day numbers"
_SCALES: tuple[tuple[str, str, Callable[[float], datetime]], ...] = (
    (_EXCEL, r"\d{5}(\.\d+)?", lambda number: _EXCEL_ORIGIN + timedelta(
        minutes=round(number * 24 * 60))),
    ("Unix seconds", r"\d{9,10}(\.\d+)?", lambda number: datetime.fromtimestamp(
        int(number), UTC)),
    ("Unix milliseconds", r"\d{12,13}(\.0)?", lambda number: datetime.fromtimestamp(
        int(number / 1000), UTC)),
)  # fmt: skip
