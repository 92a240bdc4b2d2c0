"""Column recognition: what the columns of a table mean, and a row's cells by their meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gazetteer.spelling.normalise import strip_marks
from geo.reading.column_names import ASIDE, BOUNDS, FREE_TEXT, NAMES, SEVERAL
from geo.strikes.schema import TOLLS

__all__ = ["Row", "choose_columns", "columns_by_field", "guess_columns", "list_unused",
           "missing_fields", "warn_of_place"]  # fmt: skip

_PARTS = re.compile(r"[/|,،&()\[\]{}\n]|\s(?:or|and|أو)\s")


def _with_bounds() -> dict[str, list[str]]:
    names = {field: listed.split() for field, listed in NAMES.items()}
    for toll in TOLLS:
        for bound, words in BOUNDS.items():
            names[f"{toll}_{bound}"] = [
                pattern
                for name in names[toll]
                for word in words.split()
                for pattern in (f"{name}_{word}", f"{word}_{name}")
            ]
    return names


_CANDIDATES = _with_bounds()
_FIELD_OF_NAME = {name: field for field, names in reversed(_CANDIDATES.items()) for name in names}


def guess_columns(names: Iterable[str]) -> dict[str, str]:
    """Guess what columns mean: {column as the file names it: word of `FIELDS`}.

    Columns that are not recognised are absent. Each field has one column at most, but for
    those of `SEVERAL`. A name of several parts, such as "Town / Village" or "Date (local)",
    counts for a field that no whole name gives, where its parts do not speak of two fields. The result may be changed and given to `read_strikes(columns=...)`.

    >>> guess_columns(["Event Date", "Town", "Deaths", "Source 1", "Source 2"])
    {'Event Date': 'date', 'Town': 'place_text', 'Deaths': 'killed', 'Source 1': 'source', 'Source 2': 'source'}
    """  # noqa: E501 doctest needs its result on one line
    columns = list(names)
    plain = {column: _normalise(column) for column in columns}
    chosen: dict[str, str] = {}
    for field, candidates in _CANDIDATES.items():
        if field in SEVERAL:
            found = [c for c in columns if re.sub(r"_?\d+$", "", plain[c]) in candidates]
        else:
            ranked = (c for name in candidates for c in columns if plain[c] == name)
            found = [c for c in ranked if c not in chosen][:1]
        chosen.update({column: field for column in found if column not in chosen})
    for column in columns:
        field_of_parts = None if column in chosen else _guess_by_parts(column)
        if field_of_parts and (field_of_parts in SEVERAL or field_of_parts not in chosen.values()):
            chosen[column] = field_of_parts
    return {column: chosen[column] for column in columns if column in chosen}


def _guess_by_parts(name: str) -> str | None:
    """Return the one field that the parts of a name speak of, None where they differ.

    A part that says nothing is passed over in columns of free text only: "Deaths (soldiers)" are
    not all the deaths, and "X (m)" is no longitude.
    """
    parts = [plain for plain in map(_normalise, _PARTS.split(name)) if plain]
    named = [_FIELD_OF_NAME.get(part) for part in parts if part not in ASIDE]
    fields = {field for field in named if field}
    if len(fields) != 1 or len(parts) < 2:
        return None
    field = fields.pop()
    return field if field in FREE_TEXT or None not in named else None


def columns_by_field(columns: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the columns of each field: {word of `FIELDS`: columns of the file}."""
    found: dict[str, list[str]] = {}
    for column, field in columns.items():
        found.setdefault(field, []).append(column)
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """One row's cells as text, found by what their columns mean; '' where there is no column."""

    cells: Mapping[str, str]
    columns_of: Mapping[str, list[str]]

    def cell(self, field: str) -> str:
        """Return the cell of a field."""
        columns = self.columns_of.get(field)
        return self.cells[columns[0]] if columns else ""

    def cells_of(self, field: str) -> list[str]:
        """Return the cells of a field that several columns may have."""
        return [self.cells[column] for column in self.columns_of.get(field, ())]


def choose_columns(names: Iterable[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Guess what columns mean, but for what a person chose: {column: word of `FIELDS`}."""
    columns = list(names)
    guessed = {
        column: field for column, field in guess_columns(columns).items()
        if column not in chosen and field not in chosen.values()
    }  # fmt: skip
    return guessed | dict(chosen)


def list_unused(names: Iterable[str], columns: Mapping[str, str]) -> str:
    """Name the columns that nothing is read from; "" where there are none."""
    unused = [str(name) for name in names if name not in columns]
    return f"columns not used: {', '.join(unused)}" if unused else ""


def warn_of_place(columns: Mapping[str, str]) -> str:
    """Say so where no column gives a place sharper than a governorate; "" where one does."""
    fields = set(columns.values())
    if "place_text" in fields or {"lon", "lat"} <= fields:
        return ""
    known = "a row is known by its governorate at best" if "governorate_text" in fields else ""
    return "no column was taken as the place" + (f": {known}" if known else "")


def missing_fields(columns: Mapping[str, str]) -> str | None:
    """Say what a table lacks to be read as strikes; None where it has enough.

    Needed are a date, and a place, a governorate, or longitude and latitude.
    """
    fields = set(columns.values())
    dated = fields & {"date", "date_dmy", "date_mdy"}
    placed = fields & {"place_text", "governorate_text"} or {"lon", "lat"} <= fields
    lacking = [
        *([] if dated else ["a date column"]),
        *([] if placed else ["a place column, or columns of longitude and latitude"]),
    ]
    return " and ".join(lacking) or None


def _normalise(name: str) -> str:
    """Return `Event Date`, `eventDate` and `EVENT-DATE` as `event_date`."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name.strip())
    bare = strip_marks(apart).casefold()
    return re.sub(r"[\W_]+", "_", bare).strip("_")
