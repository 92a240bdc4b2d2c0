"""A table of place names -> the same table with where each name is, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Required, TypedDict, Unpack

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gazetteer import Gazetteer, Match, Place
from gazetteer.matching.beside.asked import BesidesMany
from gazetteer.several import Gazetteers, choose_answer, name_covered
from gazetteer.spreadsheet_cells import make_harmless
from geo.errors import ReadError
from geo.reading.columns import guess_columns
from geo.reading.columnwise.where import read_points
from geo.reading.table import Table, text_table
from geo.strikes.schema import make_strikes

__all__ = [
    "ADDED", "Asked", "AskedColumns", "RecordingGazetteer", "add_answers", "check_columns",
    "find_country_column",
    "names_in", "read_asked", "record_answers", "set_beside",
]  # fmt: skip

# What `geocode` adds, in this order; an input column of such a name is kept as NAME_in.
ADDED = (
    "place_id", "place_name", "place_name_ar", "lon", "lat", "precision", "uncertainty_km",
    "location_status", "match_method", "match_score", "match_reason", "rivals", "adm1_code",
    "adm1_name", "adm_note",
)  # fmt: skip
DISTRICTS = ("adm2_code", "adm2_name", "adm3_code", "adm3_name")  # where they are at hand
_BLANK = {
    "precision": "unknown",
    "location_status": "unlocated",
    "match_method": "none",
    "match_reason": "the row is empty",
}
# What a row of the strikes table must say, where a table of names says nothing but where.
_SAYS_NOTHING = {
    "kind": "other", "date_precision": "unknown", "event_status": "reported", "source_count": 0,
}  # fmt: skip
_ASKED = ("place_text", "governorate_text", "place_text_ar", "district_text", "subdistrict_text")
_TEXT_OF = {
    "place": "place_text", "place_ar": "place_text_ar", "governorate": "governorate_text",
    "district": "district_text", "subdistrict": "subdistrict_text", "pcode": "pcode_text",
    "country_column": "country_text",
}  # fmt: skip
_DECIMALS = {"lon": 6, "lat": 6, "match_score": 3, "uncertainty_km": 1}


class AskedColumns(TypedDict, total=False):
    """Which columns of a table say where its rows are; None for none."""

    place: Required[str]
    place_ar: str | None
    governorate: str | None
    district: str | None
    subdistrict: str | None
    pcode: str | None
    country_column: str | None
    lon: str | None
    lat: str | None


@dataclass(frozen=True)
class Asked:
    """The names of a table as a strikes table, indexed by row number as text.

    `refused` says why the coordinates of a row cannot be used; such a row is not placed.
    """

    strikes: gpd.GeoDataFrame
    refused: dict[int, str]


@dataclass
class RecordingGazetteer:
    """A gazetteer that records its answers, so that rivals can be named after locating."""

    gazetteer: Gazetteer
    answers: dict[tuple[object, ...], Match] = field(default_factory=dict)

    def match_many(
        self,
        names: Sequence[str],
        governorates: Sequence[str | None] | None = None,
        **besides: Unpack[BesidesMany],
    ) -> list[Match]:
        """Return one Match per name, in order."""
        none = [None] * len(names)
        stated = governorates if governorates is not None else none
        matches = self.gazetteer.match_many(names, stated, **besides)
        more = (besides.get(word) or none for word in ("names_ar", "districts", "subdistricts"))
        self.answers.update(zip(zip(names, stated, *more, strict=True), matches, strict=True))
        return matches

    def find_governorate(self, text: str) -> Place | None:
        """Return the governorate that a text names, or None."""
        return self.gazetteer.find_governorate(text)

    def __getattr__(self, name: str) -> object:
        """Return everything else from the gazetteer itself."""
        return getattr(self.gazetteer, name)

    @property
    def places(self) -> Sequence[Place]:
        """Every record."""
        return self.gazetteer.places

    def find(self, *asked: object) -> Match | None:
        """Return the answer to the cells of a row, None where its name was not looked up.

        asked: place, governorate, place in another language, district, subdistrict.
        """
        return self.answers.get(tuple(map(_name_or_none, asked)))


def find_country_column(table: Table, taken: Collection[str | None] = ()) -> str | None:
    """Return the column that names each row's country, as reading recognises it; None for none.

    taken: columns that are said to mean something else.
    """
    cells = text_table(table).cells
    guessed = guess_columns(cells.columns, cells, tags=table.tags)
    found = (name for name, field in guessed.items() if field == "country" and name not in taken)
    return next(found, None)


class RecordingGazetteers(Gazetteers):
    """Gazetteers of several countries, each of which records its answers."""

    def __init__(self, members: Sequence[Gazetteer]) -> None:
        self.recording = tuple(map(RecordingGazetteer, members))
        super().__init__(self.recording)  # type: ignore[arg-type] # they answer as one does

    def find(self, *asked: object) -> Match | None:
        """Return the answer to the cells of a row, as `RecordingGazetteer.find` does."""
        found = [(member.find(*asked), member) for member in self.recording]
        given = [(match, member.country) for match, member in found if match is not None]
        if not given:
            return None
        covered = [name_covered(str(country)) for _, country in given]
        return choose_answer([match for match, _ in given], covered)[1]


Recorded = RecordingGazetteer | RecordingGazetteers


def record_answers(gazetteer: Gazetteer | Gazetteers) -> Recorded:
    """Return a gazetteer that records its answers."""
    if isinstance(gazetteer, Gazetteers):
        return RecordingGazetteers(gazetteer.members)
    return RecordingGazetteer(gazetteer)


def check_columns(table: Table, columns: Mapping[str, str]) -> None:
    """Raise ReadError where a column that is named, by what it is taken for, is not in a table."""
    for column in columns.values():
        if column not in table.cells.columns:
            has = ", ".join(table.cells.columns)
            raise ReadError(f"{table.name}: there is no column {column!r}; it has {has}")


def read_asked(table: Table, **columns: Unpack[AskedColumns]) -> Asked:
    """Take the columns that ask where something is; other columns count for nothing.

    Raises ReadError where a column is not in the table.
    """
    given = {word: str(column) for word, column in columns.items() if column is not None}
    check_columns(table, given)
    blank = pd.Series("", index=table.cells.index, dtype="str")
    points: tuple[str, ...] = ("lon", "lat")
    fields = {word: [table.cells[given[word]]] for word in points if word in given}
    read = read_points(fields, blank)
    names = {
        text: _named(table.cells[given[word]]) for word, text in _TEXT_OF.items() if word in given
    }
    strikes = pd.DataFrame({**_SAYS_NOTHING, **names, **read.columns}, index=blank.index)
    strikes = strikes.set_axis(pd.Index(strikes.index.astype("str"), name="strike_id"), axis=0)
    drawn = np.where(np.isnan(read.lon), None, shapely.points(read.lon, read.lat))
    refused = read.fault.dropna()
    # So that locating leaves them alone.
    strikes.loc[refused.index.astype("str"), "match_method"] = "reviewed"
    return Asked(make_strikes(strikes.assign(geometry=drawn)), refused.to_dict())


def add_answers(
    table: Table, asked: Asked, *, located: gpd.GeoDataFrame, recorded: Recorded,
    districts: bool = False,
) -> pd.DataFrame:  # fmt: skip
    """Return every input row and column in order, with `ADDED` after them, as text cells.

    districts: whether codes and names of the second and third level are added too. rivals: the
    ids of places that fit a name as well, best first, or of those that it names.
    """
    rows = located.set_axis(table.cells.index)
    matches = find_matches(rows, recorded)
    values = {
        **{name: rows[name] for name in (*ADDED, *DISTRICTS) if name in rows},
        "lon": rows.geometry.x,
        "lat": rows.geometry.y,
        "rivals": matches.map(_name_rivals),
    }
    names = (*ADDED, *DISTRICTS) if districts else ADDED
    cells = {name: [word_cell(v, name) for v in values[name].astype(object)] for name in names}
    added = pd.DataFrame(cells, index=table.cells.index)
    for number, why in asked.refused.items():
        added.loc[number, "match_method"] = "none"
        added.loc[number, "match_reason"] = f"not placed: {why}"
    return set_beside(table, added, pd.Series(range(len(added)), index=table.cells.index))


def set_beside(table: Table, answers: pd.DataFrame, numbers: pd.Series) -> pd.DataFrame:
    """Return every input row and column in order, with its answers after them.

    answers: text cells, a row for each answer; numbers: by row number, which of them the row is
    told; a row that is told several is there as often.
    """
    blank = pd.Series(-1, index=list(table.blank), dtype="int64")
    at = pd.concat([numbers, blank]).sort_index(kind="stable") if len(blank) else numbers
    kept = table.cells.rename(columns=names_in(list(table.cells.columns), answers.columns))
    kept = kept.reindex(at.index).fillna("")
    silent = pd.DataFrame({name: [_BLANK.get(name, "")] for name in answers.columns})
    told = pd.concat([answers, silent], ignore_index=True)  # the last, -1, for a blank row
    added = {name: told[name].array.take(at.to_numpy()) for name in told}
    return pd.concat([kept, pd.DataFrame(added, index=kept.index)], axis=1)


def find_matches(rows: gpd.GeoDataFrame, recorded: Recorded) -> pd.Series:
    """Return the answer to each row's name; None for a row whose point was given."""
    settled = rows["match_method"].isin(["given", "reviewed"])
    asked = zip(*(rows[column] for column in _ASKED), strict=True)
    matches = [
        None if skip else recorded.find(*cells) for cells, skip in zip(asked, settled, strict=True)
    ]
    return pd.Series(matches, index=rows.index, dtype=object)


def _name_rivals(match: Match | None) -> str:
    return ";".join(one.place_id for one in match.members or match.rivals) if match else ""


def _name_or_none(cell: object) -> str | None:
    return cell if isinstance(cell, str) and cell.strip() else None


def _named(cells: pd.Series) -> pd.Series:
    return cells.where(cells.str.strip() != "", None)


def names_in(columns: Sequence[str], needed: Collection[str]) -> dict[str, str]:
    """Return the new names of columns whose names are needed."""
    renamed: dict[str, str] = {}
    for column in columns:
        if column in needed:
            name = f"{column}_in"
            while name in columns or name in needed:
                name += "_in"
            renamed[column] = name
    return renamed


def word_cell(value: object, name: str) -> str:
    """Return a value of one of the `ADDED` columns as the text of a cell."""
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, float):
        return f"{value:.{_DECIMALS[name]}f}".rstrip("0").rstrip(".")
    return make_harmless(str(value))
