"""Coordinate systems that files name: by a code, or defined by a text that names no files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazetteer.errors import GazetteerError

if TYPE_CHECKING:
    from pyproj import CRS

__all__ = ["names_files", "read_code", "read_definition"]

_CODE = re.compile(
    r"(?:urn:(?:x-)?ogc:def:crs:|https?://www\.opengis\.net/def/crs/)?"
    r"(?P<authority>EPSG|OGC)(?:[:/][\d.]*)?[:/](?P<code>\w+)",
    re.IGNORECASE,
)
_LONGEST = 20_000  # letters of a definition
# Parts of a definition that name files of shifts, opened where coordinates are changed.
_NAMES_FILES = re.compile("PARAMETERFILE|PROJ4|GRIDS|PIPELINE", re.IGNORECASE)
_REMEDY = "save it again as WGS 84 (EPSG:4326)"


def read_code(name: str) -> CRS:
    """Return the system of a code such as "EPSG:4326" or "urn:ogc:def:crs:OGC:1.3:CRS84".

    Raises GazetteerError, without the file's name, for any other text.
    """
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    found = _CODE.fullmatch(name.strip())
    code = found["code"].upper() if found else ""
    try:
        if code == "CRS84":
            return CRS.from_epsg(4326)
        if found and code.isdecimal() and found["authority"].upper() == "EPSG":
            return CRS.from_epsg(int(code))
    except (CRSError, ValueError):
        pass
    raise GazetteerError(f"its crs is {name[:80]}; {_REMEDY}")


def names_files(text: str) -> bool:
    """Say whether a definition reaches for files of shifts, wherever they lie."""
    return bool(_NAMES_FILES.search(text))


def read_definition(text: str) -> CRS:
    """Return the system that a text of WKT defines.

    Raises GazetteerError, without the file's name, where it defines none or names other files.
    """
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    if len(text) > _LONGEST or names_files(text):
        raise GazetteerError(f"its coordinate system names other files; {_REMEDY}")
    try:
        return CRS.from_wkt(text)
    except CRSError as error:
        raise GazetteerError(f"its coordinate system is unknown; {_REMEDY}") from error
