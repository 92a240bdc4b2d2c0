"""OCHA's populated places and neighbourhoods (COD-AB, CC BY 3.0 IGO) -> drafts of places.

A neighbourhood layer holds areas: the point lies on the area, the radius reaches its farthest
corner, and the town that it names is the whole.
"""

from __future__ import annotations

import re

from gazetteer.errors import GazetteerError
from gazetteer.tables.draft import Draft
from gazetteer.tables.files import PlaceFile
from gazetteer.tables.format import PlaceFormat
from gazetteer.tables.rows import read_rows, rename_columns

__all__ = ["FORMAT"]

# Its column names in lower case, by the names that any table may have.
_RENAMED = {
    "featurename_en": "name", "featurename_ar": "name_ar", "featurerefname": "asciiname",
    "featurealtname1_en": "name_alt1e", "featurealtname2_en": "name_alt2e",
    "featurealtname1_ar": "name_alt1a", "adm1_en": "adm1_name", "adm2_en": "adm2_name",
    "adm3_en": "adm3_name",
}  # fmt: skip
# In a layer of quarters these name the town; elsewhere the place itself.
_OF_TOWNS = {
    "admin4name_en": "adm4_en", "admin4name_ar": "adm4_ar", "admin4pcode": "adm4_pcode",
}  # fmt: skip
_OF_NEIGHBOURHOODS = re.compile(r"area_?pcode|neighbou?rhood.*")
_TOWNS = {"adm4_pcode", "adm4_en", "adm4_ar"}  # of an area with a P-code of its own


# A file of places in the layout of the areas: the fourth level is the place itself.
_OF_PLACES = {"adm4_en": "name", "adm4_name": "name", "adm4_ar": "name_ar", "adm4_pcode": "pcode"}
_NAMED = {"name", "name_en", "featurename_en", "featurename", "admin4name_en"}
# Names in any other language of two letters, as further spellings.
_OTHER_NAMES = re.compile(r"(featurename|adm4|name)_(?!en|ar)[a-z]{2}|(adm4_name|name)[1-3]")
_SPELLINGS = ("variants", "alternatenames", "altnames", "aliases", "allnames")


def _recognise(file: PlaceFile) -> float:
    known = file.header & _RENAMED.keys() or _holds_neighbourhoods(file)
    return 0.5 if known else 0.0


def _holds_neighbourhoods(file: PlaceFile) -> bool:
    """Say whether a layer's columns are those of quarters of towns."""
    if file.holds != "layer":
        return False
    if any(_OF_NEIGHBOURHOODS.fullmatch(column) for column in file.header):
        return True
    parts = "pcode" in file.header and bool(file.header & _TOWNS)
    return parts and any(file.layer.radii)


def _read(file: PlaceFile) -> list[Draft]:
    quarters = _holds_neighbourhoods(file)
    names = {**_RENAMED, **_OF_TOWNS} if quarters else {**_RENAMED, **_name_places(file)}
    drafts = read_rows(file.path, rename_columns(file.rows(), names))
    for draft in drafts if quarters else ():
        _make_neighbourhood(file, draft)
    return drafts


def _name_places(file: PlaceFile) -> dict[str, str]:
    """Return what columns mean that differ by country: the place's own, names in its languages."""
    header = file.header
    areas = file.holds == "layer" and any(file.layer.radii)
    own = {} if areas or header & _NAMED else _OF_PLACES
    if "pcode" in header:
        own = {column: meaning for column, meaning in own.items() if meaning != "pcode"}
    free = iter([word for word in _SPELLINGS if word not in header])
    others = sorted(column for column in header if _OTHER_NAMES.fullmatch(column))
    return {**own, **dict(zip(others, free, strict=False))}


def _make_neighbourhood(file: PlaceFile, draft: Draft) -> None:
    if draft.lon is None:
        at = f"{file.path}: row {draft.row}"
        raise GazetteerError(f"{at} ({draft.name}) has no shape; draw it or delete the row")
    draft.kind = "neighbourhood"
    draft.uncertainty_km = draft.uncertainty_km or file.layer.radii[draft.row - 2]


FORMAT = PlaceFormat(
    "OCHA",
    "populated places, quarters: .xlsx, .shp, .geojson, .gpkg, .csv",
    _recognise,
    _read,
)
