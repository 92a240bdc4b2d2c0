"""Dates as tables write them -> inclusive days with a precision; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from geo.reading.values.days import MONTH, NUMBERS_DAY, month_number, plain_date, read_single
from geo.reading.values.plain import is_nothing, plain_text
from geo.reading.values.spans import (
    REMEDY,
    DateError,
    Order,
    OrderError,
    Span,
    join_spans,
    make_day,
)

__all__ = [
    "DateError",
    "Order",
    "OrderError",
    "Span",
    "find_order",
    "is_undated",
    "join_spans",
    "read_span",
]

_UNDATED = re.compile(
    r"undated|no date|n\.?d\.?|date unknown|unknown date|not dated|غير محدد التاريخ|بدون تاريخ|"
    r"sans date|sin fecha|без даты|без дати|tarihsiz|بدون تاریخ|0|0\.0|-9{1,4}(\.0)?|"
    r"0{1,4}[-/.]0{1,2}[-/.]0{1,4}([ t]00:00(:00)?)?"
)
_TWO_DAYS = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|\.)? ?(?:-|/|&|,|to|and|or) ?(?P<{1}>\d{{1,2}})"
_DAYS_OF_MONTH = re.compile(
    r"(?:between |from )?"
    + _TWO_DAYS.format("d", "d2")
    + rf"(?:st|nd|rd|th|\.)?[ -]+(?P<m>{MONTH})\.?,?[ -]+(?P<y>\d{{4}})"
    + rf"|(?P<m3>{MONTH})\.? {_TWO_DAYS.format('d3', 'd4')},? (?P<y3>\d{{4}})"
)
_DAYS_WITHOUT_YEAR = re.compile(rf"\d{{1,2}} +{MONTH}|{MONTH}\.? +\d{{1,2}}")
# Marks of footnotes in brackets, as in tables copied from the web: "[12]", "[a]", "[note 2]".
_MARKS = re.compile(r"(?: ?\[(?:note |n |nb )?(?:\d{1,3}|[a-z]{1,2})\])+$")
_BETWEEN = re.compile(r" ?(?: to | until | till | الى | حتى | - | bis | au | hasta | по | - ) ?")
_IN_TEXT = re.compile(rf"(?<![\d/.-]){NUMBERS_DAY.pattern}(?!\d)")
_LONGEST = 80  # letters of a date with all its words; longer texts are none
_EXCEL = re.compile(r"\d{5}(?:\.\d+)?")
_UNIX = re.compile(r"\d{10}|\d{13}")


def is_undated(text: str) -> bool:
    """Say whether a cell means that no date is known."""
    plain = _MARKS.sub("", plain_text(text))
    return is_nothing(plain) or bool(_UNDATED.fullmatch(plain))


def find_order(texts: Iterable[str]) -> tuple[Order | None, str]:
    """Find whether 3/4/2015 means day first or month first, from the dates that leave no doubt.

    Returns the order and why; None where no date decides or two dates contradict.
    """
    witness: dict[Order, str] = {}
    unclear = ""
    for text in texts:
        for found in _IN_TEXT.finditer(plain_text(text)[:_LONGEST]):
            first, second = int(found["a"]), int(found["b"])
            shown = found[0].split(" ")[0]
            if 12 < first <= 31 and 0 < second <= 12:
                witness.setdefault("day first", shown)
            elif 12 < second <= 31 and 0 < first <= 12:
                witness.setdefault("month first", shown)
            elif first != second:
                unclear = unclear or shown
    if len(witness) == 2:
        both = " and ".join(f"{text} is {order}" for order, text in witness.items())
        return None, f"the file writes dates both ways: {both}"
    for order, text in witness.items():
        return order, f"dates such as {unclear} read {order}, as {text} shows" if unclear else ""
    return None, "no date of the file shows whether the day or the month comes first"


def read_span(
    text: str, *, order: Order | None = None, unclear: str = "", zone: str | None = None
) -> Span:
    """Read one date, month, season, year, week or range.

    Args:
        text: the cell; not one that `is_undated`.
        order: how 3/4/2015 is meant; without it such a date is refused.
        unclear: why there is no order, for the message.
        zone: the time zone of the place, to which times with a zone are taken.

    Raises:
        DateError: the text is no date, or may mean two.
    """
    plain = plain_date(_MARKS.sub("", plain_text(text)))
    if len(plain) > _LONGEST:
        raise DateError(f"date {text[:_LONGEST]!r}... is not understood; {REMEDY}")
    if span := _read_days_of_month(plain) or read_single(plain, order, unclear, zone=zone):
        return span
    for ends in _split_range(plain):
        first, last = (read_single(end, order, unclear, zone=zone) for end in ends)
        if first and last:
            return join_spans(first, last)
    raise DateError(_why_not(text, plain))


def _split_range(plain: str) -> Iterator[tuple[str, str]]:
    """Give the ways in which a text may be a first and a last date."""
    bare = re.sub(r"^(?:from|between|du|de|с|від|من|بين|ما بين) ", "", plain)
    if plain.startswith("between "):
        bare = bare.replace(" and ", " to ")
    parts = _BETWEEN.split(bare)
    if len(parts) == 2:
        yield _with_year(parts[0].strip(), parts[1].strip())
    if bare.count("/") == 1 and bare.count("-") >= 2:  # ISO 8601 interval
        first, last = bare.split("/")
        yield first.strip(), last.strip()
    for found in re.finditer(r"(?<=[\w.])-(?=\w)", bare):
        yield _with_year(bare[: found.start()], bare[found.end() :])


def _with_year(first: str, last: str) -> tuple[str, str]:
    if _DAYS_WITHOUT_YEAR.fullmatch(first):
        return (f"{first} {last[-4:]}" if first[0].isdigit() else f"{first}, {last[-4:]}"), last
    return first, last


def _read_days_of_month(plain: str) -> Span | None:
    found = _DAYS_OF_MONTH.fullmatch(plain)
    if not found:
        return None
    month, year = month_number(found["m"] or found["m3"]), found["y"] or found["y3"]
    first, last = (
        make_day(year, month, found[one] or found[other], plain)
        for one, other in (("d", "d3"), ("d2", "d4"))
    )
    return join_spans(Span(first, first, "day"), Span(last, last, "day"))


def _why_not(text: str, plain: str) -> str:
    """Return why a text is no date, naming its form where that is known."""
    if re.fullmatch(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?: .*)?", plain):
        return f"date {text!r} has a year of two digits; {REMEDY}"
    if re.fullmatch(rf"{MONTH}[ \-./]\d{{1,2}}", plain):
        return f"date {text!r} may be a day or a year of two digits; {REMEDY}"
    if _EXCEL.fullmatch(plain):
        day = date(1899, 12, 30) + timedelta(days=int(plain[:5]))
        return (
            f"date {text!r} is a bare number, which looks like an Excel day number ({day}); format "
            "the column as a date in the spreadsheet"
        )
    if _UNIX.fullmatch(plain):
        return f"date {text!r} is a bare number, which looks like Unix time; {REMEDY}"
    return f"date {text!r} is not understood; {REMEDY}"
