"""A table's columns by what they mean -> a Reading; what every format builds on.

A format takes the columns it knows (`take_fields`), replaces codes by the words of this project
(`recode`), adds columns that it makes of others, and has them read (`read_fields`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gazetteer.spelling.normalise import fold_words
from geo.reading.column_names import FIELDS
from geo.reading.columnwise.distinct import (
    find_distinct,
    is_blank,
    join_texts,
    keep_texts,
    take_texts,
)
from geo.reading.columnwise.media import read_media
from geo.reading.columnwise.sources import build_claims, find_claims
from geo.reading.columnwise.tolls import Tolls, read_tolls
from geo.reading.columnwise.when import Dates, read_dates
from geo.reading.columnwise.where import Points, read_countries_at, read_points
from geo.reading.columnwise.words import Words, read_words, without_nobody
from geo.reading.dates import Order
from geo.reading.result import Reading, keep_contract, refused_rows, tell_dropped
from geo.reading.table import Table
from geo.reading.values.zones import find_zone
from geo.strikes.ids import REPORTED_COLUMNS, make_ids
from geo.strikes.schema import CRS, make_strikes

__all__ = ["Fields", "read_fields", "recode", "take_fields", "word_codes"]

Fields: TypeAlias = dict[str, list[pd.Series]]

_KEPT_AS_TEXT = ("munition", "weapon", "place_text", "place_text_ar", "governorate_text",
                 "district_text", "subdistrict_text", "country_text", "actor", "target",
                 "source_codes")  # fmt: skip
_FIELD_OF = {
    "country_text": "country",
    "district_text": "adm2_text",
    "subdistrict_text": "adm3_text",
}  # strikes columns whose field has another name
_MOST_EXAMPLES = 3
# A row that fills none of these is no record of anything.
_ANY_OF = ("date", "date_dmy", "date_mdy", "date_end", "year", "place_text", "place_text_ar",
           "governorate_text", "adm2_text", "adm3_text", "country", "pcode", "lon", "lat",
           "point")  # fmt: skip


def take_fields(table: Table, columns: Mapping[str, str]) -> Fields:
    """Return the table's columns by meaning.

    columns: {column of the table: word of geo.reading.column_names.FIELDS}; columns that the
    table lacks are passed over. Raises ValueError for a meaning that is no field, which would be
    a format's own mistake.
    """
    unknown = sorted(set(columns.values()) - set(FIELDS))
    if unknown:
        raise ValueError(f"no field is called {unknown[0]!r}; use one of {', '.join(FIELDS)}")
    fields: Fields = {}
    for column, field in columns.items():
        if column in table.cells.columns:
            fields.setdefault(field, []).append(table.cells[column])
            table.taken[column] = field
    return fields


def recode(texts: pd.Series, codes: Mapping[str, str], otherwise: str | None = None) -> pd.Series:
    """Return what a publisher's codes mean; a code that is not listed is `otherwise`, else kept.

    Codes are compared without case, outer blanks and ".0"; an empty cell stays empty.
    """
    known = {fold_words(code): meaning for code, meaning in codes.items()}
    distinct = find_distinct([texts])
    read: list[str | None] = []
    for (text,) in distinct.texts:
        code = fold_words(text).removesuffix(".0")
        unlisted = text if otherwise is None or not code else otherwise
        read.append(known.get(code, unlisted))
    return take_texts(read, distinct.codes, texts.index)


def word_codes(table: Table, columns: Sequence[str]) -> pd.Series:
    """Return the publisher's codes of each row as text: "where_prec 3; date_prec 1"."""
    present = [table.cells[name] for name in columns if name in table.cells.columns]
    table.taken.update({name: "" for name in columns if not table.taken.get(name)})
    if not present:
        return pd.Series("", index=table.cells.index, dtype="str")
    worded = [
        (f"{' '.join(str(column.name).split())} " + column.str.strip()).where(
            column.str.strip() != "", ""
        )
        for column in present
    ]
    return join_texts(worded).fillna("")


def read_fields(
    table: Table,
    fields: Fields,
    *,
    title: str,
    columns: Mapping[str, str] | None = None,
    kind: str = "other",
    order: Order | None = None,
    refused: Mapping[int, str] | None = None,
) -> Reading:
    """Read a table, column by column, into strikes with their claims.

    Args:
        table: gives name, broken rows and the cells of refused rows.
        fields: {word of FIELDS: text columns indexed as `table.cells`, '' for empty}.
        title: what the table is called, such as "UCDP GED 24.1".
        columns: {column: field}, where what they mean had to be recognised.
        kind: what struck, for rows that do not say.
        order: how 3/4/2015 is meant, where the publisher or a person says so.
        refused: why rows that are no records (totals, footers) are refused, by row number.

    A cell that cannot be read is null, and the row's reading_note says why. Refused are rows
    that cannot be lined up, those of `refused`, and those whose day and month cannot be told
    apart.
    """
    reasons = {**_find_empty(table, fields), **table.broken.to_dict(), **(refused or {})}
    gone = table.cells.index.intersection(list(reasons))
    index, chosen = table.cells.index, fields
    if len(gone):
        index, chosen = index.drop(gone), _drop(fields, gone)
    parts = partial(_read_parts, kind=kind, order=order, home=table.home)
    read = parts(chosen, index)
    late = read.dates.refused.dropna()
    reasons |= late.to_dict()
    if len(late):
        rest, index = _drop(chosen, late.index), index.drop(late.index)
        read = replace(
            parts(rest, index),
            notes=(*_say_refused(late), *read.notes),
        )
    named, claims = _put_together(read, table.name)
    strikes, claims, numbers = keep_contract(named, claims, read.index, reasons)
    return Reading(
        strikes,
        claims,
        refused_rows(table.cells, reasons),
        notes=(*table.notes, *read.notes),
        columns=dict(columns or {}),
        title=title,
        numbers=numbers,
        dropped=tell_dropped(named, read.index, strikes),
    )


def _drop(fields: Fields, rows: pd.Index) -> Fields:
    return {name: [column.drop(index=rows) for column in given] for name, given in fields.items()}


def _find_empty(table: Table, fields: Fields) -> dict[int, str]:
    """Return why rows that name neither a date nor a place are no records."""
    given = [column for name in _ANY_OF for column in fields.get(name, [])]
    if not given:
        return {}
    empty = np.logical_and.reduce([(column.str.strip() == "").to_numpy() for column in given])
    why = "the row names neither a date nor a place; give one, or leave the row out"
    return dict.fromkeys(table.cells.index[empty].tolist(), why)


@dataclass(frozen=True, slots=True)
class _Parts:
    index: pd.Index
    fields: Fields
    blank: pd.Series
    dates: Dates
    points: Points
    tolls: Tolls
    words: Words
    media: pd.Series
    notes: tuple[str, ...] = ()


def _read_parts(
    fields: Fields, index: pd.Index, *, kind: str, order: Order | None, home: str
) -> _Parts:
    blank = pd.Series("", index=index, dtype="str")
    media, unread = read_media(fields, blank)
    fields = {**fields, **media}
    points = read_points(fields, blank)
    lying = partial(read_countries_at, points)
    dates = read_dates(fields, blank, order=order, home=find_zone(home), countries=lying)
    tolls = read_tolls(fields, blank)
    words = read_words(fields, blank, kind=kind)
    notes = (*dates.notes, *words.notes, *_say_worded(tolls.examples))
    return _Parts(index, fields, blank, dates, points, tolls, words, unread, notes)


def _put_together(read: _Parts, name: str) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Return the strikes, with their claims, in the order of the table's rows."""
    fields, blank = read.fields, read.blank
    typed: dict[str, pd.Series] = {
        **read.dates.columns, **read.points.columns, **read.tolls.columns, **read.words.columns,
    }  # fmt: skip
    for column in _KEPT_AS_TEXT:
        typed[column] = join_texts([fields.get(_FIELD_OF.get(column, column), [blank])[0]])
    typed |= _order_names(typed)
    typed["pcode_text"] = join_texts(fields.get("pcode", [blank]), ";")
    typed["actor"] = without_nobody(typed["actor"])
    alleged = typed["actor"].notna() & typed["attribution"].isna()
    if alleged.any():
        typed["attribution"] = typed["attribution"].mask(alleged, "alleged")
    claims = find_claims(fields, blank)
    typed["note"] = _join_note(fields, read, claims.counts == 1)
    typed["source_codes"] = join_texts([typed["source_codes"], read.words.kept])
    typed["source_count"] = pd.Series(pd.array(claims.counts, dtype="Int64"), index=blank.index)
    ids, repeated = _name_rows(typed, read, name)
    typed["reading_note"] = join_texts(
        [read.dates.fault, read.points.fault, read.tolls.fault, read.media, repeated]
    )
    frame = pd.DataFrame(typed, copy=False)
    points = np.full(len(frame), None, dtype=object)
    drawn = ~np.isnan(read.points.lon)
    points[drawn] = shapely.points(read.points.lon[drawn], read.points.lat[drawn])
    strikes = make_strikes(
        frame.set_axis(pd.Index(ids, name="strike_id"), axis=0).assign(
            geometry=gpd.array.GeometryArray(points, crs=CRS)
        )
    )
    return strikes, build_claims(
        claims, strikes, date_text=read.dates.as_reported, toll_words=read.tolls.words
    )


def _order_names(typed: Mapping[str, pd.Series]) -> dict[str, pd.Series]:
    """Return the place of each row, and its other name where it has two that differ."""
    second = typed["place_text_ar"]
    if second.isna().all():
        return {}
    place = typed["place_text"].fillna(second)
    return {"place_text": place, "place_text_ar": second.mask(second == place)}


def _join_note(fields: Fields, read: _Parts, single: np.ndarray) -> pd.Series:
    """Return the words of each row that no other column keeps."""
    # The only claim of a row carries its toll in words; else the strike does.
    worded = keep_texts(read.tolls.worded, ~single)
    return join_texts([*fields.get("note", [read.blank]), worded])


def _name_rows(
    typed: Mapping[str, pd.Series], read: _Parts, name: str
) -> tuple[pd.Series, pd.Series]:
    """Return an id for every row, and what is to be said where the table gives one twice."""
    prefix = re.sub(r"[\W_]+", "-", Path(name).stem.casefold()).strip("-") or "table"
    given = read.fields.get("id", [read.blank])[0].str.strip()
    hashed = {name: typed[name] for name in REPORTED_COLUMNS}
    reported = pd.DataFrame({**hashed, "lon": read.points.lon, "lat": read.points.lat}, copy=False)
    nothing = pd.Series(None, index=given.index, dtype="str")
    if is_blank(given):
        return pd.Series(make_ids(reported, prefix=prefix), given.index), nothing
    nameless = (given == "").to_numpy()
    ids = pd.Series(f"{prefix}:" + given, dtype="str")
    if nameless.any():
        ids[nameless] = make_ids(reported[nameless], prefix=prefix).to_numpy()
    again = ids.duplicated()
    if not again.any():
        return ids, nothing
    while ids.duplicated().any():
        ordinal = ids.groupby(ids, sort=False).cumcount() + 1
        ids = ids.where(ordinal == 1, ids + "-" + ordinal.astype("str"))
    said = "id " + given + " stands in more than one row: numbered"
    return ids, pd.Series(said.where(again), dtype="str")


def _say_worded(examples: Mapping[str, int]) -> list[str]:
    if not examples:
        return []
    many = sum(examples.values())
    cells = f"{many:,} toll is" if many == 1 else f"{many:,} tolls are"
    commonest = sorted(examples, key=lambda text: -examples[text])[:_MOST_EXAMPLES]
    such = ", ".join(repr(text) for text in commonest)
    return [f"{cells} told in words ({such}): no figure is read from them, the words are kept"]


def _say_refused(late: pd.Series) -> list[str]:
    rows = f"{len(late):,} {'row is' if len(late) == 1 else 'rows are'}"
    return [f"{rows} refused: {late.iloc[0]}"]
