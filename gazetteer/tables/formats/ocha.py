"""OCHA's populated places and neighbourhoods (COD-AB, CC BY 3.0 IGO) -> drafts of places."""

from __future__ import annotations

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
_OF_NEIGHBOURHOODS = {"area_pcode", "neighborhoodpcode"}


def _recognise(file: PlaceFile) -> float:
    return 0.5 if file.header & (_RENAMED.keys() | _OF_NEIGHBOURHOODS) else 0.0


def _read(file: PlaceFile) -> list[Draft]:
    drafts = read_rows(file.path, rename_columns(file.rows(), _RENAMED))
    if file.holds == "layer" and file.header & _OF_NEIGHBOURHOODS:
        for draft in drafts:
            draft.kind = "neighbourhood"
    return drafts


FORMAT = PlaceFormat("OCHA", "populated places: .xlsx, .shp, .geojson or .csv", _recognise, _read)
