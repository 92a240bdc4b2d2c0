"""Any table of places whose columns can be guessed from their names, the packs' own included."""

from __future__ import annotations

from gazetteer.tables.draft import Draft
from gazetteer.tables.files import PlaceFile
from gazetteer.tables.format import PlaceFormat
from gazetteer.tables.rows import read_rows

__all__ = ["FORMAT"]


def _recognise(file: PlaceFile) -> float:
    return 0.0 if file.holds == "database" else 0.1


def _read(file: PlaceFile) -> list[Draft]:
    return read_rows(file.path, file.rows())


FORMAT = PlaceFormat(
    "Any table",
    ".csv, .xlsx, .geojson, .gpkg, .shp with columns name, lon and lat",
    _recognise,
    _read,
    order=200,
)
