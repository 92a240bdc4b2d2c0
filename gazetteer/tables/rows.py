"""Rows of cells to drafts of places, whatever kind of file they come from."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.places import PLACE_KINDS
from gazetteer.spreadsheet_cells import read_decimal
from gazetteer.tables.columns import FIRST_NAMES, guess_columns
from gazetteer.tables.draft import EXCLUDED, Draft

__all__ = ["Rows", "cell_text", "read_rows", "rename_columns"]

Rows = Iterator[tuple[int, list[str]]]  # the number that a spreadsheet shows, cells

_TEXTS = ("adm1_code", "adm1_name", "adm2_code", "adm2_name", "adm2_name_ar", "adm3_code",
          "adm3_name", "adm3_name_ar", "parent_id", "note", "whole_code", "whole_name",
          "whole_name_ar")  # fmt: skip
_KINDS = {
    "locality": "settlement", "community": "settlement", "city": "settlement",
    "town": "settlement", "village": "settlement", "hamlet": "settlement", "suburb":
    "neighbourhood", "neighborhood": "neighbourhood", "quarter": "neighbourhood",
    "county": "district", "region": "governorate", "province": "governorate",
    "admin1": "governorate", "admin2": "district", "admin3": "subdistrict",
    "adm1": "governorate", "adm2": "district", "adm3": "subdistrict",
    "airbase": "airport", "campus": "facility", "pplx": "neighbourhood", "stlmt": "settlement",
    "airp": "airport", "airb": "airport", "mt": "mountain", "mts": "mountain", "dam": "dam",
    "pcli": "country", "rgn": "area", "pln": "plain", "camp": "camp", "idp camp": "camp",
}  # fmt: skip
_SEATS = {"pplc": 3, "ppla": 2, "ppla2": 2, "ppla3": 1}
_SPLIT = re.compile(r"\s*[|;]\s*")


def read_rows(path: Path, rows: Rows) -> list[Draft]:
    """Read numbered rows of cells, the header first, that come from a file.

    Which column is which is guessed. Raises GazetteerError naming file, row and remedy.
    """
    header = next(rows, (1, []))[1]
    columns = guess_columns(header)
    for needed in ("name", "lon", "lat"):
        if not columns[needed] and not (needed == "name" and columns["name_ar"]):
            raise GazetteerError(
                f"{path}: no column for {needed} among {', '.join(header)[:200]}; "
                f"rename one to {FIRST_NAMES[needed]}"
            )
    reader = _RowReader(path, header, columns)
    return [draft for line, row in rows if any(row) for draft in [reader.read(line, row)] if draft]


def rename_columns(rows: Rows, names: Mapping[str, str]) -> Rows:
    """Yield rows, their columns in lower case and renamed where a name is not taken already."""
    line, header = next(rows, (1, []))
    lower = [name.strip().lower() for name in header]
    renamed = [names.get(name, name) for name in lower]
    yield line, [n if n not in renamed[:at] else lower[at] for at, n in enumerate(renamed)]
    yield from rows


def cell_text(value: object) -> str:
    """Return a value of a sheet or layer as a table's text has it."""
    if value is None or value != value:  # NaN is the one value that is not itself
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


class _RowReader:
    """Turns rows of one table into drafts."""

    def __init__(self, path: Path, header: list[str], columns: dict[str, list[str]]) -> None:
        self.path = path
        self.width = len(header)
        at = {name: header.index(name) for names in columns.values() for name in names}
        self.at = {meaning: [at[name] for name in names] for meaning, names in columns.items()}
        self.texts = [(name, self.at[name]) for name in _TEXTS if self.at[name]]
        self.ours = header[:1] == ["place_id"]

    def read(self, line: int, row: list[str]) -> Draft | None:
        """Return the draft of one row; None where the row has no name."""
        if len(row) < self.width:
            row = row + [""] * (self.width - len(row))
        name_ar = self._text(row, "name_ar")
        name = self._text(row, "name") or name_ar
        if name is None:
            if self._text(row, "lon") is None:
                return None
            raise self._error(line, "has no name; fill it in or delete the row")
        kind, seat = self._kind(row)
        if self.ours and kind not in (*PLACE_KINDS, EXCLUDED):
            raise self._error(line, f"kind {kind} is none of {', '.join(PLACE_KINDS)}; correct it")
        lon, lat = self._point(line, row)
        draft = Draft(self._id(line, row), name, kind, lon, lat, name_ar=name_ar, seat=seat)
        draft.row = line
        self._fill(draft, line, row)
        return draft

    def _fill(self, draft: Draft, line: int, row: list[str]) -> None:
        for name, indexes in self.texts:
            for index in indexes:
                if row[index]:
                    setattr(draft, name, row[index].strip() or None)
                    break
        gn_id = self._text(row, "gn_id")
        draft.gn_id = gn_id.removesuffix(".0") if gn_id else None
        population = self._number(line, row, "population")
        draft.population = int(population) if population else None
        draft.prominence = int(self._number(line, row, "prominence") or 0)
        draft.uncertainty_km = self._number(line, row, "uncertainty_km")
        draft.spellings = list(self._spellings(row))
        sources = self._text(row, "sources")
        draft.sources = _SPLIT.split(sources) if sources else [self.path.stem]

    def _error(self, line: int, what: str) -> GazetteerError:
        return GazetteerError(f"{self.path}: row {line} {what}")

    def _text(self, row: list[str], meaning: str) -> str | None:
        for index in self.at[meaning]:
            if row[index]:
                return row[index].strip() or None
        return None

    def _number(self, line: int, row: list[str], meaning: str) -> float | None:
        text = self._text(row, meaning)
        if text is None:
            return None
        value = read_decimal(text)
        if value is None or not math.isfinite(value):
            raise self._error(line, f"{meaning} {text[:40]!r} is not a number; correct or empty it")
        return value

    def _point(self, line: int, row: list[str]) -> tuple[float | None, float | None]:
        lon, lat = self._number(line, row, "lon"), self._number(line, row, "lat")
        if (lon is None) != (lat is None):
            raise self._error(line, "has only one of lon and lat; give both or neither")
        if lon is not None and lat is not None and (abs(lon) > 180 or abs(lat) > 90):
            raise self._error(line, f"lon {lon} lat {lat} is off the globe; are they swapped?")
        return lon, lat

    def _id(self, line: int, row: list[str]) -> str:
        return self._text(row, "place_id") or f"{self.path.stem}:{line}"

    def _kind(self, row: list[str]) -> tuple[str, int]:
        kind, seat = "settlement", 0
        for index in self.at["kind"]:
            word = row[index].strip().lower()
            seat = max(seat, _SEATS.get(word, 0))
            if word in PLACE_KINDS or word in _KINDS:
                kind = _KINDS.get(word, word)
                break
            if self.ours:
                kind = word
        if not seat and len(self.at["kind"]) > 1:
            seat = _SEATS.get(row[self.at["kind"][1]].strip().lower(), 0)
        return kind, seat

    def _spellings(self, row: list[str]) -> Iterator[str]:
        for index in self.at["spellings"]:
            cell = row[index]
            if not cell:
                continue
            if cell[0] == "{" and cell[-1] == "}":
                yield from _json_names(cell)
            elif "|" in cell or ";" in cell:
                yield from filter(None, _SPLIT.split(cell))
            else:
                yield cell


def _json_names(cell: str) -> Iterator[str]:
    try:
        names = json.loads(cell)
    except ValueError:
        return
    for values in names.values():
        yield from values if isinstance(values, list) else [str(values)]
