"""What the columns of a table of places mean, guessed from their names."""

from __future__ import annotations

import re

__all__ = ["FIRST_NAMES", "guess_columns"]

# Header words (lower case, letters and digits only) by what they mean; the first found wins.
_HEADERS: dict[str, tuple[str, ...]] = {
    "place_id": ("placeid", "locationpcode", "pcode", "neighborhoodpcode", "neighbourhoodpcode",
                 "id", "wofid", "geonameid"),
    "gn_id": ("gnid", "geonameid", "geonamesid"),
    "name": ("name", "locationnameen", "nameen", "neighborhoodnameen", "neighbourhoodnameen",
             "neighborhooden", "neighbourhooden", "neighborhoodname", "neighbourhoodname",
             "neighborhood", "neighbourhood", "placename", "admin4nameen", "englishname",
             "toponym", "place", "location", "town", "village", "settlement", "nameenglish",
             "title", "asciiname"),
    "name_ar": ("namear", "locationnamear", "arabicname", "namearabic", "neighborhoodnamear",
                "neighbourhoodnamear", "neighborhoodar", "neighbourhoodar", "admin4namear",
                "arabic"),
    "lon": ("lon", "longitude", "long", "lng", "longitudex", "x", "xcoord", "pointx", "londec"),
    "lat": ("lat", "latitude", "latitudey", "y", "ycoord", "pointy", "latdec"),
    "kind": ("kind", "gnfcode", "featurecode", "placetype", "type", "locationtype"),
    "adm1_code": ("adm1code", "admin1pcode", "adm1pcode", "governoratecode", "governoratepcode"),
    "adm2_code": ("adm2code", "admin2pcode", "adm2pcode", "districtcode", "districtpcode"),
    "adm3_code": ("adm3code", "admin3pcode", "adm3pcode", "subdistrictcode", "subdistrictpcode"),
    "adm1_name": ("admin1nameen", "adm1en", "adm1name", "governorate", "region", "province",
                  "admin1", "adm1", "state"),
    "adm2_name": ("admin2nameen", "adm2en", "adm2name", "district", "county", "admin2", "adm2"),
    "adm3_name": ("admin3nameen", "adm3en", "adm3name", "subdistrict", "admin3", "adm3"),
    "adm2_name_ar": ("admin2namear", "adm2ar"),
    "adm3_name_ar": ("admin3namear", "adm3ar"),
    "whole_code": ("adm4pcode", "admin4pcode", "townpcode", "citypcode", "communitypcode"),
    "whole_name": ("adm4en", "admin4nameen", "townen", "townname", "town", "cityen", "cityname",
                   "city", "communityen", "communityname", "community"),
    "whole_name_ar": ("adm4ar", "admin4namear", "townar", "cityar", "communityar"),
    "population": ("population", "pop", "gnpop", "wofpop"),
    "uncertainty_km": ("uncertaintykm", "radiuskm"),
    "prominence": ("prominence",),
    "parent_id": ("parentid",),
    "sources": ("sources", "source"),
    "note": ("note",),
}  # fmt: skip
# Every one of these that a table has is read: more spellings of the same place.
_SPELLING_HEADERS = (
    "spellings", "variants", "alternatenames", "altnames", "aliases", "asciiname", "gnname",
    "gnasciiname", "nameeng", "nameengvariant", "namearvariant", "allnames", "column1",
    "admin4nameen", "admin4namear", "nameref", "namealt1e", "namealt2e", "namealt1a",
)  # fmt: skip

# What a column is asked to be called where none is found.
FIRST_NAMES = {meaning: words[0] for meaning, words in _HEADERS.items()}


def guess_columns(header: list[str]) -> dict[str, list[str]]:
    """Return which of a table's columns hold what: meaning to column names, best first."""
    plain = {re.sub(r"[^a-z0-9]", "", name.lower()): name for name in reversed(header)}
    columns = {
        meaning: [plain[word] for word in words if word in plain]
        for meaning, words in _HEADERS.items()
    }
    columns["spellings"] = [plain[word] for word in _SPELLING_HEADERS if word in plain]
    if "placetype" in plain and "gnfcode" in plain:
        columns["kind"] = [plain["placetype"], plain["gnfcode"]]
    return columns
