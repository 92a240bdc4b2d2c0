"""Fields of a strike that a person may correct: read from what is typed, checked, and worded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from gazetteer.errors import StrikemapError
from geo.errors import CorrectionError
from geo.reading.dates import is_undated, read_span
from geo.reading.values.plain import CellError
from geo.reading.values.tolls import read_toll
from geo.strikes.checks import row_problems
from geo.strikes.schema import STRIKE_COLUMNS, TOLLS, Column
from geo.workspace.changes import Row
from geo.workspace.editing.records import to_table

__all__ = [
    "ADDED",
    "FIELDS",
    "ORIGIN",
    "PLACE",
    "TYPED",
    "check_row",
    "read_typed",
    "word_corrections",
    "word_place",
]

# Columns that may be corrected; what a source words as reported is never edited.
FIELDS = (
    "kind", "date_start", "date_end", "date_precision", "time_local", "actor", "attribution",
    "event_status", "target", "target_kind", "outcome",
    *(f"{toll}_{end}" for toll in TOLLS for end in ("min", "max")),
    "munition", "weapon", "strikes_min", "strikes_max", "note",
)  # fmt: skip
PLACE = "place"  # all that locating fills, and the point
# With which an origin begins that is no correction of a row of a table.
ADDED = ("added by hand", "split from", "read from a report")
ORIGIN = "origin"  # how a strike came to be that no source's table has as it is
# What a person types for several columns at once.
TYPED = ("date", *TOLLS)
_SEPARATE = "; "
_COLUMNS: Mapping[str, Column] = {column.name: column for column in STRIKE_COLUMNS}


def read_typed(said: Mapping[str, str]) -> dict[str, object]:
    """Read what a person typed for fields; "" is null, in a toll not reported.

    said: by field, or by `date` ("2015-10", "1-5 October 2015") and a toll ("5", "3-5", "70+").
    Raises CorrectionError naming field, value and remedy.

    >>> read_typed({"killed": "3-5", "target": ""})
    {'killed_min': 3, 'killed_max': 5, 'target': None}
    """
    values: dict[str, object] = {}
    for name, text in said.items():
        try:
            values |= _read_field(name, text.strip())
        except (StrikemapError, CellError, ValueError) as error:
            raise CorrectionError(f"{name}: {str(error).removeprefix(f'{name}: ')}") from error
    return values


def _read_field(name: str, text: str) -> dict[str, object]:
    if name == "date":
        return _read_date(text)
    if name in TOLLS:
        low, high = read_toll(text) if text else (None, None)
        return {f"{name}_min": low, f"{name}_max": high}
    if name not in FIELDS:
        raise CorrectionError(
            f"is no field that can be corrected; choose of {', '.join((*TYPED, *FIELDS))}"
        )
    if not text:
        return {name: None}
    readers: dict[str, Callable[[str], object]] = {"count": _read_count, "date": _read_day}
    return {name: readers.get(_COLUMNS[name].dtype, str)(text)}


def _read_date(text: str) -> dict[str, object]:
    if not text or is_undated(text):
        return {"date_start": None, "date_end": None, "date_precision": "unknown"}
    span = read_span(text)
    return {
        "date_start": span.start.isoformat(),
        "date_end": span.end.isoformat(),
        "date_precision": span.precision,
    }


def _read_count(text: str) -> int:
    if not text.isdecimal():
        raise CorrectionError(f"{text!r} is no whole number; give 0 or more, or leave it empty")
    return int(text)


def _read_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise CorrectionError(f"{text!r} is no day; write it as 2015-10-31") from error


def check_row(before: Row | None, after: Row) -> None:
    """Raise CorrectionError where a strike would break a rule that it kept before.

    The rules are those of `geo.strikes.checks`; the message names the fields and their values.
    """
    for name, value in after.items():
        words = _COLUMNS[name].vocabulary if name in _COLUMNS else None
        if words and value is not None and value not in words:
            raise CorrectionError(
                f"{name}: {value!r} is none of: {', '.join(words)}; choose one of them"
            )
    found = _problems(after) - (_problems(before) if before else set())
    if found:
        problem = sorted(found)[0]
        named = [name for name in (*_COLUMNS, "geom") if name in problem.replace(";", " ").split()]
        values = ", ".join(f"{name} {_word(after.get(name))}" for name in named)
        lead = after.get("toll_lead")
        remedy = f"correct it on {lead}" if "lead row" in problem else "give values that agree"
        raise CorrectionError(
            f"{after['strike_id']}: {problem}{f' ({values})' if values else ''}; {remedy}"
        )


def _problems(row: Row) -> set[str]:
    found = row_problems(to_table([row])).iloc[0]
    return set(found.split("; ")) if isinstance(found, str) else set()


def _word(value: object) -> str:
    return "not given" if value is None else str(value)


def word_corrections(corrections: Iterable[Row]) -> str | None:
    """Return what was read before, field by field, for the column `corrected`; None for nothing."""
    of = {str(row["field"]): row for row in corrections}
    words = [f"{name} {_word(of[name]['as_read'])}" for name in FIELDS if name in of]
    if PLACE in of and of[PLACE]["as_read"] != of[PLACE]["corrected"]:
        words.append(f"place {word_place(of[PLACE]['as_read'])}")
    if ORIGIN in of:
        words += of[ORIGIN]["corrected"]
    return ", ".join(words) or None


def word_place(state: Mapping[str, Any]) -> str:
    """Return where a strike was said to be: its place and area, its point, or its area alone."""
    point = state.get("geom")
    name = state.get("place_name") or (f"{point[1]:.5f} {point[0]:.5f}" if point else "")
    area = state.get("adm1_name")
    if name:
        return f"{name} ({area})" if area else str(name)
    return str(area) if area else "not located"
