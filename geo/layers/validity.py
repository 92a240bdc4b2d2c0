"""When features are there: the columns of first and last days, found by name, read to days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from geo.errors import LayerError
from geo.reading.column_names import name_some
from geo.reading.dates import DateError, Span, find_order, is_undated, read_span
from geo.reading.recognise.names import candidates, fold_name

__all__ = ["NEXT", "Validity", "read_validity", "require_column"]

NEXT = "next"  # as the last day: the day before the next first day of the layer
_FROM = ("valid_from", "validfrom", "from", "from_date", "start", "start_date", "begin", "since",
         "opened", "valid_since", "timestamp")  # fmt: skip
_TO = ("valid_to", "validto", "valid_until", "valid_till", "to", "to_date", "end", "until",
       "closed", "ended")  # fmt: skip
# How databases and people write that a feature has no last day, or no first one: by a year that
# is far off, or in words.
_FAR = r"(?:2[1-9]|[3-9]\d)\d\d"
_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_STILL = r"(?:still |currently |remains )?"
_UNTIL = r"(?:up )?(?:to|until|till|through)"
_OPEN_END = re.compile(
    rf"{_FAR}\W\d\d?\W\d\d?(\D.*)?|\d\d?\W\d\d?\W{_FAR}(\D.*)?|{_FAR}{_MONTH_DAY}|9999|9999\d{{4}}"
    rf"|\d\d?\W[a-z]{{3,9}}\W{{1,2}}{_FAR}(\D.*)?|[a-z]{{3,9}}\W\d\d?\W{{1,2}}{_FAR}(\D.*)?"
    r"|inf(?:inity)?|∞|\.\.|\.\.\.|…|open[- ]?ended|(?:no|without) end(?: date)?"
    r"|not (?:ended|closed|over)"
    rf"|{_STILL}(?:open|ongoing|active|present|current|continuing|continues"
    r"|in (?:force|place|use|effect)|there|standing|valid|held|existing|exists)"
    rf"|(?:{_UNTIL} )?(?:the )?(?:present|now|today|date)(?: day)?|{_UNTIL} this day"
    r"|currently|still|indefinite(?:ly)?|permanent|unlimited"
    r"|(?:ال)?مستمر[ةه]?|ما ?زالت? مستمر[ةه]?|لا يزال مستمرا?|مفتوح[ةه]?"
    r"|(?:حتى|إلى|الى) (?:الآن|الان|اليوم|يومنا هذا|تاريخه)|الآن|الان"
    r"|en cours|à ce jour|jusqu['’]à (?:présent|aujourd['’]hui)|aujourd['’]hui"
    r"|en curso|actualidad|hasta (?:la fecha|hoy|la actualidad)"
    r"|триває|досі|дотепер|по теперішній час|по сей день|до сих пор|по настоящее время|н\. ?в\."
)
_OPEN_START = re.compile(r"0001\W\d\d?\W\d\d?(\D.*)?|\d\d?\W\d\d?\W0001(\D.*)?|-infinity|\.\.")
_ENOUGH = 0.5  # of a column's texts must be dates: a road's "from" is a town


@dataclass(frozen=True, slots=True)
class Validity:
    """First and last days by feature, NaT for none; refused rows; what was decided, in words."""

    first: pd.Series
    last: pd.Series
    refused: dict[int, str]
    notes: tuple[str, ...]


def read_validity(cells: pd.DataFrame, first: str = "", last: str = "") -> Validity:
    """Read the days on which features are there.

    cells: texts by row number. first, last: the columns of the first and the last day; "" to find
    them by their names; last may be `NEXT`. A cell that is empty has no day, nor has one that says
    that it is open ("9999-12-31", "ongoing"). Raises LayerError for a column that there is not.
    """
    require_column(cells, first)
    require_column(cells, "" if last == NEXT else last)
    begins = first or _find(cells, (*_FROM, *candidates()["date"]), _OPEN_START, without=last)
    ends = "" if last == NEXT else last
    if not last:
        ends = _find(cells, (*_TO, *candidates()["date_end"]), _OPEN_END, without=begins)
    refused: dict[int, str] = {}
    notes: list[str] = []
    starts = _read(cells, begins, _OPEN_START, refused, notes)
    stops = _read(cells, ends, _OPEN_END, refused, notes)
    days = pd.DataFrame(
        {"first": pd.Series({row: pd.Timestamp(span.start) for row, span in starts.items()}),
         "last": pd.Series({row: pd.Timestamp(span.end) for row, span in stops.items()})},
    ).reindex(cells.index).astype("datetime64[ns]")  # fmt: skip
    if last == NEXT:
        days["last"] = _until_next(days["first"])
        notes.append(f"a feature is there until the day before the next date of {begins!r}")
    elif begins and not ends:
        notes.append(
            f"{begins!r} is the first day; no column has the last day, so that features stay: say "
            f"which has it (to=COLUMN), or that each date ends the one before (to={NEXT})"
        )
    for row in days.index[(days["first"] > days["last"]).to_numpy()]:
        shown = [days.at[row, end].date().isoformat() for end in ("first", "last")]
        refused.setdefault(row, f"ends ({shown[1]}) before it begins ({shown[0]}); mend its dates")
    return Validity(days["first"], days["last"], refused, tuple(notes))


def require_column(cells: pd.DataFrame, column: str) -> None:
    """Raise LayerError, naming those that there are, for a column that there is not; "" is none."""
    if column and column not in cells.columns:
        named = name_some([str(name) for name in cells.columns]) or "none"
        raise LayerError(f"has no column {column!r}; its columns are {named}")


def _find(
    cells: pd.DataFrame, names: Sequence[str], opened: re.Pattern[str], *, without: str
) -> str:
    """Return the first column by the order of names that holds dates, "" for none."""
    folded: dict[str, str] = {}
    for column in cells.columns:
        folded.setdefault(fold_name(str(column)), str(column))
    for name in dict.fromkeys(names):
        column = folded.get(name)
        if column and column != without and _holds_dates(cells[column], opened):
            return column
    return ""


def _holds_dates(texts: pd.Series, opened: re.Pattern[str]) -> bool:
    given = [text for text in texts.unique() if not is_undated(text)]
    distinct = [text for text in given if not _is_without_day(text, opened)]
    order, _ = find_order(distinct)
    read = sum(_is_date(text, order) for text in distinct)
    return bool(given) and read >= _ENOUGH * len(distinct)


def _is_without_day(text: str, opened: re.Pattern[str]) -> bool:
    return is_undated(text) or bool(opened.fullmatch(text.strip().lower()))


def _is_date(text: str, order: object) -> bool:
    try:
        read_span(text, order=order or "day first")  # type: ignore[arg-type] # one of the two
    except DateError:
        return False
    return True


def _read(
    cells: pd.DataFrame, column: str, opened: re.Pattern[str],
    refused: dict[int, str], notes: list[str],
) -> dict[int, Span]:  # fmt: skip
    """Return the span of each cell that holds a date; note why others are refused."""
    if not column:
        return {}
    texts = {row: text for row, text in cells[column].items() if not _is_without_day(text, opened)}
    order, why = find_order(dict.fromkeys(texts.values()))
    if order and why:
        notes.append(f"{column}: {why}")
    known: dict[str, Span | str] = {}
    spans: dict[int, Span] = {}
    for row, text in texts.items():
        if text not in known:
            try:
                known[text] = read_span(text, order=order, unclear=why)
            except DateError as error:
                known[text] = str(error)
        read = known[text]
        if isinstance(read, Span):
            spans[int(row)] = read
        else:
            refused[int(row)] = f"{column}: {read}"
    return spans


def _until_next(first: pd.Series) -> pd.Series:
    """Return, for each first day, the day before the next later one; NaT for the last."""
    days = pd.Series(sorted(first.dropna().unique()))
    following = dict(zip(days, days.shift(-1) - pd.Timedelta(days=1), strict=True))
    return first.map(following).astype("datetime64[ns]")
