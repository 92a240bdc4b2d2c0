"""Files of places, whatever holds them: a text, a sheet, a map layer or a database.

Geometry is read by pyogrio and sheets by openpyxl, each imported where it is needed.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from gazetteer.errors import GazetteerError
from gazetteer.limits import find_fault
from gazetteer.tables.layers import VECTOR_SUFFIXES, Layer, read_layer
from gazetteer.tables.rows import Rows, cell_text

__all__ = ["DATABASE_SUFFIXES", "PLACE_LAYERS", "PlaceFile"]

DATABASE_SUFFIXES = (".db", ".sqlite", ".sqlite3")
# What publishers call the sheet or file of places among others, best first.
PLACE_LAYERS = ("populatedplace", "ppl", "places", "settlement", "location", "neighb")
LONGEST_HEADER = 100_000  # bytes
LARGEST_WORKBOOK = 300_000_000  # bytes, unpacked
_LATITUDES = {"lat", "latitude", "latitude_y", "point_y", "y", "geom_latitude"}


class PlaceFile:
    """One file, opened as what its ending says; archive is the .zip that it was unpacked from."""

    def __init__(self, path: Path, archive: Path | None = None) -> None:
        self.path, self.archive = path, archive

    @property
    def holds(self) -> str:
        """What the file is: text, sheet, layer or database."""
        suffix = self.path.suffix.lower()
        if suffix in DATABASE_SUFFIXES:
            return "database"
        if suffix in VECTOR_SUFFIXES:
            return "layer"
        return "sheet" if suffix == ".xlsx" else "text"

    @cached_property
    def header(self) -> frozenset[str]:
        """The names of its columns or fields in lower case; none of a database."""
        if self.holds == "layer":
            return frozenset(field.lower() for field in self.layer.fields)
        if self.holds == "sheet":
            return frozenset(self._sheet[0][1])
        if self.holds == "database":
            return frozenset()
        with self.path.open("rb") as file:
            first = file.readline(LONGEST_HEADER).decode("utf-8-sig", "replace").lower()
        cells = first.strip().split(_delimiter(first))
        return frozenset(cell.strip().strip('"') for cell in cells)

    @cached_property
    def layer(self) -> Layer:
        """The map layer that holds places."""
        return read_layer(self.path, PLACE_LAYERS)

    def rows(self) -> Rows:
        """Yield its numbered rows of cells, the header first, rows of HXL tags left out.

        Raises GazetteerError naming file, row and remedy.
        """
        if self.holds == "layer":
            rows = self._layer_rows()
        else:
            rows = iter(self._sheet) if self.holds == "sheet" else _text_rows(self.path)
        return (numbered for numbered in rows if not _is_tags(numbered[1]))

    def _layer_rows(self) -> Rows:
        yield 1, [*(field.lower() for field in self.layer.fields), "lon", "lat"]
        for line, values in enumerate(self.layer.features, start=2):
            yield line, [cell_text(value) for value in values]

    @cached_property
    def _sheet(self) -> list[tuple[int, list[str]]]:
        return list(_sheet_rows(self.path))


def _is_tags(row: list[str]) -> bool:
    """Say whether a row holds HXL tags, which describe columns to machines: "#geo+lat"."""
    filled = [cell for cell in row if cell]
    return bool(filled) and all(cell.startswith("#") for cell in filled)


def _delimiter(first: str) -> str:
    return max(",;\t", key=first.count)


def _text_rows(path: Path) -> Rows:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read ({error.strerror}); check path") from error
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise GazetteerError(f"{path}: row {line} is not UTF-8; save it as CSV UTF-8") from error
    first = text.split("\n", 1)[0]
    if not first.strip() or "\0" in text[:10_000]:
        raise GazetteerError(f"{path}: row 1 holds no column names; give a CSV with a header row")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(first))
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        message = f"{path}: row {reader.line_num} is not CSV ({error}); quote its cells"
        raise GazetteerError(message) from error


def _sheet_rows(path: Path) -> Rows:
    """Yield the rows of the sheet that holds places: by its name, else the first with points."""
    import openpyxl  # type: ignore[import-untyped]  # it ships no types

    try:
        _check_workbook(path)
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever its parsers raise
        why = " ".join(str(error).split())
        raise GazetteerError(f"{path}: is no Excel workbook ({why}); save it again") from error
    named = [name for word in PLACE_LAYERS for name in book.sheetnames if word in name.lower()]
    for name in dict.fromkeys([*named, *book.sheetnames]):
        header = _lower(next(book[name].iter_rows(max_row=1, values_only=True), ()))
        width = max((at for at, cell in enumerate(header, start=1) if cell), default=0)
        if _LATITUDES & set(header):
            yield 1, header[:width]
            # A cell far to the right would make every row as wide.
            rows = book[name].iter_rows(min_row=2, max_col=width, values_only=True)
            for line, row in enumerate(rows, start=2):
                yield line, [cell_text(value) for value in row]
            return
    raise GazetteerError(
        f"{path}: no sheet has a column of latitudes ({', '.join(book.sheetnames)}); "
        "rename one to lat"
    )


def _check_workbook(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        fault = find_fault(archive, LARGEST_WORKBOOK, whole=True)
    if fault:
        raise ValueError(fault)


def _lower(values: Iterable[Any]) -> list[str]:
    return [cell_text(value).lower() for value in values]
