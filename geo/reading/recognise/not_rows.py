"""Rows of a table that are no records: totals, lines under it, its header again."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import pandas as pd

from geo.reading.dates import DateError, OrderError, is_undated, read_span
from geo.reading.values.plain import plain_text
from geo.strikes.schema import TOLLS

__all__ = ["find_not_rows"]

_WORDS_OF_TOTALS = (
    "total|totals|total:|grand total|grand totals|subtotal|sub-total|sum|overall total|"
    "total killed|المجموع|المجموع الكلي|مجموع|الإجمالي|إجمالي|الاجمالي العام|المجموع:|"
    "totaux|total général|total general|suma|итого|итого:|всего|разом|усього|всього|"
    "toplam|genel toplam|جمع|جمع کل|مجموع کل"
)
_TOTALS = frozenset(plain_text(word) for word in _WORDS_OF_TOTALS.split("|"))
# A total of a part, such as "Subtotal Idlib" or "Total: 2016".
_TOTAL_OF = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, _TOTALS), key=len, reverse=True))})[\s:(\-].*"
    r"|.{1,40} (?:sub-?)?totals?:?"
)
_FOOTERS = re.compile(
    r"(?:sources?|notes?|nb|n\.b\.|footnotes?|compiled|last updated|updated|data as of|disclaimer|"
    r"copyright|legend|methodology|contact|المصدر|المصادر|ملاحظة|ملاحظات|remarque|fuente|nota|"
    r"источник|примечание|джерело|примітка|kaynak|not|منبع)\s*[:\-].*|[*©†].*|\(c\) .*",
    re.DOTALL,
)
_COUNTS = {f"{count}{bound}" for count in (*TOLLS, "strikes") for bound in ("", "_min", "_max")}
_COUNTS |= {"killed_part", "injured_part"}
_DATES = ("date", "date_dmy", "date_mdy", "date_end", "year")
_MAY_BE_DATE = re.compile(r"(?=.*\d).{4,30}")
_PROSE = 4  # words at least of a line under a table that does not begin with "Source:"


def find_not_rows(cells: pd.DataFrame, columns: Mapping[str, str]) -> dict[int, str]:
    """Return why rows are no records, by row number.

    columns: {column: word of FIELDS}. A total is a row without a date that says so in a cell, or
    fills nothing but counts; a line under the table fills one cell with prose.
    """
    dates = [column for column, field in columns.items() if field in _DATES]
    cells = cells[_lack_dates(cells, dates)]
    if cells.empty:
        return {}
    filled = np.column_stack([(cells[c].str.strip() != "").to_numpy() for c in cells.columns])
    dated = _are_filled(cells, dates)
    reasons = _find_headers(cells, filled)
    reasons |= _find_totals(cells, columns, filled=filled, dated=dated)
    return _find_footers(cells, columns, filled=filled) | reasons


def _lack_dates(cells: pd.DataFrame, dates: list[str]) -> np.ndarray:
    """Say which rows have no cell that may be a date: all that are no records are among them."""
    lacking = np.ones(len(cells), dtype=bool)
    for column in dates:
        codes, texts = pd.factorize(cells[column])
        may_be = np.array([_may_be_date(text) for text in texts], dtype=bool)
        lacking &= ~may_be[codes]
    return lacking


def _may_be_date(text: str) -> bool:
    if not _MAY_BE_DATE.fullmatch(text):
        return False
    plain = plain_text(text)
    return not (_FOOTERS.fullmatch(plain) or _TOTAL_OF.fullmatch(plain))


def _are_filled(cells: pd.DataFrame, columns: list[str]) -> np.ndarray:
    filled = np.zeros(len(cells), dtype=bool)
    for column in columns:
        filled |= (cells[column].str.strip() != "").to_numpy()
    return filled


def _find_headers(cells: pd.DataFrame, filled: np.ndarray) -> dict[int, str]:
    """Find rows that repeat the header: every filled cell is its column's name, two at least."""
    same = np.column_stack(
        [(cells[c].str.strip().str.casefold() == c.strip().casefold()).to_numpy() for c in cells]
    )
    again = (same == filled).all(axis=1) & (filled.sum(axis=1) >= min(2, len(cells.columns)))
    why = "the row repeats the header: no record"
    return dict.fromkeys(cells.index[again].tolist(), why)


def _find_totals(
    cells: pd.DataFrame, columns: Mapping[str, str], *, filled: np.ndarray, dated: np.ndarray
) -> dict[int, str]:
    worded = np.zeros(len(cells), dtype=bool)
    in_dates = np.zeros(len(cells), dtype=bool)
    for column in cells.columns:
        first = column == cells.columns[0] or columns.get(column) in _DATES
        words = _words_of_totals(cells[column], begins=first)
        says = cells[column].map(words).to_numpy(dtype=bool)
        worded |= says
        if columns.get(column) in _DATES:
            in_dates |= says
    reasons = dict.fromkeys(
        cells.index[(worded & ~dated) | in_dates].tolist(),
        "the row is a total of others: no record",
    )
    counts = np.array([columns.get(column) in _COUNTS for column in cells.columns])
    known = np.array([column in columns for column in cells.columns])
    if known.sum() > counts.sum() > 0:
        bare = filled[:, counts].any(axis=1) & ~filled[:, ~counts].any(axis=1)
        why = "the row fills nothing but counts, as a total does: no record"
        reasons |= dict.fromkeys(cells.index[bare].tolist(), why)
    return reasons


def _words_of_totals(texts: pd.Series, *, begins: bool) -> dict[str, bool]:
    """Say of each text whether it names a total, or `begins` with such a name."""
    return {
        text: (plain := plain_text(text)) in _TOTALS
        or (begins and bool(_TOTAL_OF.fullmatch(plain)))
        for text in texts.unique()
    }


def _find_footers(
    cells: pd.DataFrame, columns: Mapping[str, str], *, filled: np.ndarray
) -> dict[int, str]:
    """Find lines of prose: one cell filled, of three columns at least."""
    if len(cells.columns) < 3:
        return {}
    alone = np.flatnonzero(filled.sum(axis=1) == 1)
    reasons: dict[int, str] = {}
    for row in alone.tolist():
        at = int(filled[row].argmax())
        text, field = str(cells.iat[row, at]), columns.get(str(cells.columns[at]), "")
        if _is_footer(text, field, first=at == 0):
            number = int(cells.index[row])
            reasons[number] = f"the row is a line of text ({text.strip()[:60]!r}): no record"
    return reasons


def _is_footer(text: str, field: str, *, first: bool) -> bool:
    plain = plain_text(text)
    if _FOOTERS.fullmatch(plain):
        return True
    if len(plain.split()) < _PROSE or not (first or field in _DATES):
        return False
    return field not in _DATES or not _reads_as_date(text)


def _reads_as_date(text: str) -> bool:
    try:
        return is_undated(text) or bool(read_span(text))
    except OrderError:
        return True
    except DateError:
        return False
