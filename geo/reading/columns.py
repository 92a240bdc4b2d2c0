"""Column recognition: what the columns of a table mean, guessed, chosen, or missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from geo.reading.column_names import FIELDS, SEVERAL, name_some
from geo.reading.hxl_tags import columns_of_tags
from geo.reading.recognise.by_cells import confirm_names, guess_by_cells, mostly_dates
from geo.reading.recognise.counts import guess_counts
from geo.reading.recognise.names import (
    candidates,
    field_of_cut,
    field_of_parts,
    field_of_timed,
    fold_name,
    guess_by_names,
)
from geo.reading.recognise.second_names import settle_second

__all__ = ["choose_columns", "guess_columns", "list_unused", "missing_fields", "note_guesses",
           "warn_of_place"]  # fmt: skip

_BARE_NAMES = ("name", "name_en", "english_name", "الاسم")
_DATES = ("date", "date_dmy", "date_mdy")


def guess_columns(
    names: Iterable[str],
    cells: pd.DataFrame | None = None,
    *,
    tags: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Guess what columns mean: {column as the file names it: word of `FIELDS`}.

    Columns that are not recognised are absent. Each field has one column at most, but for those
    of `SEVERAL`. A name of several parts, such as "Town / Village" or "Date (local)", counts for
    a field that no whole name gives, where its parts do not speak of two fields. The result may
    be changed and given to `read_strikes(columns=...)`.

    cells: the table's text cells: they confirm names that say little, and give a date, a point,
    a country, addresses and P-codes where no name does. tags: HXL hashtags by column; they go
    before names.

    >>> guess_columns(["Event Date", "Town", "Deaths", "Source 1", "Source 2"])
    {'Event Date': 'date', 'Town': 'place_text', 'Deaths': 'killed', 'Source 1': 'source', 'Source 2': 'source'}
    """  # noqa: E501 doctest needs its result on one line
    columns = list(names)
    chosen = columns_of_tags(tags or {})
    chosen |= guess_by_names(columns, chosen)
    chosen |= guess_counts(columns, chosen)
    for column in columns:
        field = None if column in chosen else _field_of(column)
        if field and (field in SEVERAL or field not in chosen.values()):
            chosen[column] = field
    if cells is not None:
        chosen = confirm_names(cells, chosen)
        chosen = _settle_times(chosen, cells)
    chosen = _settle_names(_settle_points(_settle_days(chosen)), columns)
    chosen = _settle_dyads(chosen, columns)
    chosen = settle_second(chosen, columns)
    if cells is not None:
        chosen |= guess_by_cells(cells, chosen)
    return {column: chosen[column] for column in columns if column in chosen}


def _field_of(column: str) -> str | None:
    return field_of_parts(column) or field_of_timed(column) or field_of_cut(column)


def _settle_times(chosen: dict[str, str], cells: pd.DataFrame) -> dict[str, str]:
    """Take a column of times as the date where no other is and it holds whole dates."""
    fields = set(chosen.values())
    if fields & {*_DATES, "year"}:
        return chosen
    times = [column for column, field in chosen.items() if field == "time_local"]
    dated = [column for column in times if mostly_dates(cells, column)]
    return chosen | dict.fromkeys(dated[:1], "date")


def _settle_days(chosen: dict[str, str]) -> dict[str, str]:
    """Keep year, month and day where no column gives the whole date.

    "Day" is the date where there is no year, and a part of it beside a year.
    """
    fields = set(chosen.values())
    days = candidates()["day"]
    if "year" in fields:
        parts = [c for c, f in chosen.items() if f == "date" and fold_name(c) in days]
        chosen = chosen | dict.fromkeys(parts, "day")
        fields = set(chosen.values())
    if "year" in fields and not fields & set(_DATES):
        return chosen
    return {c: f for c, f in chosen.items() if f not in ("year", "month", "day")}


def _settle_names(chosen: dict[str, str], columns: list[str]) -> dict[str, str]:
    """Take a bare "name" as the place where points are given and nothing else is the place.

    Pins on maps are called by their place; without points a name may be a person's.
    """
    fields = set(chosen.values())
    if "place_text" in fields or not ({"lon", "lat"} <= fields or "point" in fields):
        return chosen
    named = [column for column in columns if fold_name(column) in _BARE_NAMES]
    return chosen | dict.fromkeys(named[:1], "place_text")


def _settle_dyads(chosen: dict[str, str], columns: list[str]) -> dict[str, str]:
    """Take the source of an act upon a target as its actor: it is not who reports it.

    Event data such as ICEWS name who did what to whom by source and target.
    """
    plain = {fold_name(column): column for column in columns}
    pair = [plain.get(name) for name in ("source_name", "target_name")]
    fields = {field for column, field in chosen.items() if column not in pair}
    meant = zip(pair, ("actor", "target"), strict=True)
    return chosen | {
        column: field for column, field in meant if column and all(pair) and field not in fields
    }


def _settle_points(chosen: dict[str, str]) -> dict[str, str]:
    """Keep longitude and latitude only where both are there, else a point in one cell."""
    both = {"lon", "lat"} <= set(chosen.values())
    needless = ("point",) if both else ("lon", "lat")
    return {column: field for column, field in chosen.items() if field not in needless}


def choose_columns(
    names: Iterable[str],
    chosen: Mapping[str, str],
    cells: pd.DataFrame | None = None,
    *,
    tags: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Guess what columns mean, but for what a person chose: {column: word of `FIELDS`}."""
    guessed = {
        column: field for column, field in guess_columns(names, cells, tags=tags).items()
        if column not in chosen and (field in SEVERAL or field not in chosen.values())
    }  # fmt: skip
    return guessed | dict(chosen)


def note_guesses(
    names: Iterable[str], columns: Mapping[str, str], *, tags: Mapping[str, str] | None = None
) -> list[str]:
    """Say which columns were taken by what their cells hold, since no name says so."""
    named = guess_columns(names, tags=tags)
    return [
        f"column {column!r} was taken as {FIELDS[field].split(',')[0]!r} by what its cells hold"
        for column, field in columns.items()
        if column not in named
    ]


def list_unused(names: Iterable[str], columns: Mapping[str, str]) -> str:
    """Name the columns that nothing is read from; "" where there are none."""
    unused = [str(name) for name in names if name not in columns]
    return f"columns not used: {name_some(unused)}" if unused else ""


def warn_of_place(columns: Mapping[str, str]) -> str:
    """Say so where no column gives a place sharper than a governorate; "" where one does."""
    fields = set(columns.values())
    if fields & {"place_text", "point"} or {"lon", "lat"} <= fields:
        return ""
    areas = {"governorate_text", "adm2_text", "adm3_text", "pcode"}
    known = "a row is known by its area at best" if fields & areas else ""
    if not known and "country" in fields:
        known = "a row is known by its country at best"
    return "no column was taken as the place" + (f": {known}" if known else "")


def missing_fields(columns: Mapping[str, str]) -> str | None:
    """Say what a table lacks to be read as strikes; None where it has enough.

    Needed are a date, and a place, an area or its P-code, a country, or a point.
    """
    fields = set(columns.values())
    dated = fields & {*_DATES, "year"}
    places = {"place_text", "governorate_text", "adm2_text", "adm3_text", "pcode", "point",
              "country"}  # fmt: skip
    placed = fields & places or {"lon", "lat"} <= fields
    lacking = [
        *([] if dated else ["a date column"]),
        *([] if placed else ["a place column, or columns of longitude and latitude"]),
    ]
    return " and ".join(lacking) or None
