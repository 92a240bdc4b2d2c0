"""A point in one cell -> the texts of its longitude and latitude; the form must leave no doubt."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from urllib.parse import unquote

from geo.reading.values.degrees import read_degrees, spell_sides
from geo.reading.values.plain import CellError, is_nothing, plain_text

__all__ = ["read_point", "read_point_cell", "split_point"]

_NUMBER = r"([+-]?\d+(?:\.\d+)?)"
_WKT = re.compile(
    rf"(?:srid=(?P<srid>\d+);)?\s*(?:multi)?point\s*(?:z|m|zm)?\s*\(\s*\(?\s*{_NUMBER}[\s,]+{_NUMBER}"
    r"(?:\s+[-+.\d]+)*\s*\)?\s*\)"
)
# In links: what marks a point, and in which order the two stand. A marker before a mere view.
_IN_LINKS = tuple(
    (re.compile(pattern), lon_first)
    for pattern, lon_first in (
        (rf"!3d{_NUMBER}!4d{_NUMBER}", False),
        (rf"[?&#]mlat={_NUMBER}&mlon={_NUMBER}", False),
        (rf"yandex\.[^?]*\?.*?\b(?:pt|whatshere\[point\]|ll)={_NUMBER},{_NUMBER}", True),
        (
            rf"[?&#](?:q|query|ll|sll|center|destination|daddr|saddr|cbll|coordinate|loc)="
            rf"(?:loc:|geo:)?{_NUMBER}, ?\+?{_NUMBER}",
            False,
        ),
        (rf"/(?:place|search|dir)/{_NUMBER}, ?\+?{_NUMBER}", False),
        (rf"[?&#]lat(?:itude)?={_NUMBER}&(?:lon|lng|long|longitude)={_NUMBER}", False),
        (rf"[?&#](?:lon|lng|long|longitude)={_NUMBER}&lat(?:itude)?={_NUMBER}", True),
        (rf"[?&#]cp={_NUMBER}~{_NUMBER}", False),
        (rf"@{_NUMBER},{_NUMBER}", False),
        (rf"#(?:map=)?\d+(?:\.\d+)?/{_NUMBER}/{_NUMBER}", False),
    )
)
_LETTERED = re.compile(r"(\d{1,3}) ?d ?(\d{1,2}) ?m ?(\d{1,2}(?:\.\d+)?) ?s")
_GEO = re.compile(rf"geo:{_NUMBER},{_NUMBER}(?:[,;?].*)?")
_LABELLED = re.compile(
    r"(?P<first>lat(?:itude)?|lon(?:g|gitude)?|lng|x|y)\b\.?\s*[:=]?\s*(?P<a>[^a-z]*?[nsew]?[^a-z]*?)"
    r"[\s,;|/]*\b(?P<second>lat(?:itude)?|lon(?:g|gitude)?|lng|x|y)\b\.?\s*[:=]?\s*(?P<b>.*)"
)
_LABEL_OF = {
    "lat": "latitude",
    "y": "latitude",
    "lon": "longitude",
    "lng": "longitude",
    "x": "longitude",
}
_SIDED = tuple(
    (re.compile(pattern), lon_first)
    for pattern, lon_first in (
        (r"([^nsew]*\d[^nsew]*[ns])[\s,;|/]*([^nsew]*\d[^nsew]*[ew])", False),
        (r"([ns][^nsew]*\d[^nsew]*?)[\s,;|/]*([ew][^nsew]*\d[^nsew]*)", False),
        (r"([^nsew]*\d[^nsew]*[ew])[\s,;|/]*([^nsew]*\d[^nsew]*[ns])", True),
        (r"([ew][^nsew]*\d[^nsew]*?)[\s,;|/]*([ns][^nsew]*\d[^nsew]*)", True),
    )
)
_SPLITS = (r"\s*[;|]\s*", r"\s*,\s+|\s+,\s*", r"\s*,\s*", r"\s+/\s+|/", r"\s+")
_DECIMAL = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?°?")
# Forms that are known and not read, with what they are called.
_NOT_READ = (
    (r"\d{1,2}[c-hj-np-x]\s?[a-hj-np-z]{2}\s?\d[\d\s]*", "an MGRS reference"),
    (
        r"\d{1,2}\s?[a-z]\s?,?\s?\d{5,7}(?:\.\d+)?\s?m?e?[\s,]+\d{6,8}(?:\.\d+)?\s?m?n?",
        "a UTM coordinate",
    ),
    (r"[23456789cfghjmpqrvwx]{4,8}\+[23456789cfghjmpqrvwx]{2,3}\b.*", "a plus code"),
    (r"(?:///)?[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+", "an address of three words"),
    (r"(?:multi)?(?:polygon|linestring|point)\s*z?\s*\(.*", "a shape that is not one point"),
    (r"https?://.*", "a link that shows no coordinates"),
)
_REMEDY = "write latitude and longitude in degrees, such as 34.8414, 36.7308, or give two columns"


def read_point(lon: str, lat: str) -> tuple[float, float] | None:
    """Read longitude and latitude, in degrees; None where both are empty.

    Raises CellError where they cannot be right.
    """
    if is_nothing(lon) and is_nothing(lat):
        return None
    x, y = (_read_one(text, what) for text, what in ((lon, "longitude"), (lat, "latitude")))
    if x == 0 and y == 0:
        raise CellError("longitude and latitude are both 0, a placeholder; leave them empty")
    return x, y


def read_point_cell(text: str, *, lon_first: bool = False) -> tuple[float, float] | None:
    """Read a point that stands in one cell, as (lon, lat) in degrees; None where it is empty.

    Raises CellError as `split_point` and `read_point` do.

    >>> read_point_cell("34.8414, 36.7308"), read_point_cell("POINT (36.6094 35.8139)")
    ((36.7308, 34.8414), (36.6094, 35.8139))
    """
    return read_point(*split_point(text, lon_first=lon_first))


@lru_cache(maxsize=4096)
def split_point(text: str, *, lon_first: bool = False) -> tuple[str, str]:
    """Return the texts of longitude and latitude in one cell, ('', '') where it is empty.

    Read are "lat, lon" (or "lon, lat" where the column says `lon_first`), angles with their
    hemispheres, words such as "lat: 34.8 lon: 36.7", WKT and GeoJSON points, `geo:` and the
    links of map sites. Raises CellError, naming the form where it is known, for everything else.
    """
    # The s of seconds is no south.
    plain = _LETTERED.sub(r"\1°\2'\3\"", spell_sides(text).replace("−", "-"))
    if is_nothing(text) or re.fullmatch(r"point\s*z?\s*empty", plain):
        return "", ""
    found = _of_wkt(text) or _of_json(text) or _of_link(text) or _of_labels(plain)
    if found or (found := _of_sides(plain)):
        return found
    for form, called in _NOT_READ:
        if re.fullmatch(form, plain_text(text)):
            raise CellError(f"point {text!r} is {called}, which is not read; {_REMEDY}")
    first, second = _of_pair(text, plain)
    return (first, second) if lon_first else (second, first)


def _read_one(text: str, what: str) -> float:
    if is_nothing(text):
        raise CellError(f"{what} is missing though the other is given; give both or neither")
    return read_degrees(text.strip(), what)


def _of_wkt(text: str) -> tuple[str, str] | None:
    found = _WKT.fullmatch(plain_text(text))
    if not found:
        return None
    if found["srid"] not in (None, "4326"):
        raise CellError(f"point {text!r} is in SRID {found['srid']}, which is not read; {_REMEDY}")
    return found[2], found[3]


def _of_json(text: str) -> tuple[str, str] | None:
    if not text.lstrip().startswith("{"):
        return None
    try:
        record = {str(key).casefold(): value for key, value in json.loads(text).items()}
    except (ValueError, AttributeError, RecursionError):
        raise CellError(f"point {text!r} is no whole JSON object; {_REMEDY}") from None
    if isinstance(pair := record.get("coordinates"), list) and len(pair) >= 2:
        return str(pair[0]), str(pair[1])  # GeoJSON: longitude first
    lats, lons = (
        [str(record[name]) for name in names if name in record]
        for names in (("lat", "latitude"), ("lon", "lng", "long", "longitude"))
    )
    return (lons[0], lats[0]) if lats and lons else None


def _of_link(text: str) -> tuple[str, str] | None:
    address = unquote(text.strip()).casefold()
    if found := _GEO.fullmatch(address):
        return found[2], found[1]
    if "//" not in address and not address.startswith(("www.", "maps.", "goo.gl")):
        return None
    for pattern, lon_first in _IN_LINKS:
        if found := pattern.search(address):
            return (found[1], found[2]) if lon_first else (found[2], found[1])
    return None


def _of_labels(plain: str) -> tuple[str, str] | None:
    found = _LABELLED.fullmatch(plain.strip("()[] "))
    if not found:
        return None
    by_axis = {
        _LABEL_OF[found[label][:3]]: found[value].strip(" ,;|/")
        for label, value in (("first", "a"), ("second", "b"))
    }
    return (by_axis["longitude"], by_axis["latitude"]) if len(by_axis) == 2 else None


def _of_sides(plain: str) -> tuple[str, str] | None:
    bare = plain.strip("()[] ")
    for pattern, lon_first in _SIDED:
        if found := pattern.fullmatch(bare):
            return (found[1], found[2]) if lon_first else (found[2], found[1])
    return None


def _of_pair(text: str, plain: str) -> tuple[str, str]:
    """Return the two numbers of a cell in their order, or refuse it."""
    if plain.startswith("["):
        raise CellError(
            f"point {text!r} may be longitude, latitude as in GeoJSON or the reverse; {_REMEDY}"
        )
    bare = plain.strip("() ")
    for split in _SPLITS:
        parts = re.split(split, bare)
        if len(parts) == 2 and all(map(_DECIMAL.fullmatch, parts)):
            if split == _SPLITS[2] and not all("." in part for part in parts):
                break  # "34,36" may be one number with a decimal comma
            return _in_range(parts[0], parts[1], text)
    if angles := _two_angles(bare):
        return _in_range(*angles, text)
    raise CellError(f"point {text!r} is not understood; {_REMEDY}")


def _two_angles(bare: str) -> tuple[str, str] | None:
    """Return two angles of degrees, minutes and seconds that a comma or semicolon parts."""
    parts = re.split(r"\s*[,;|]\s*", bare)
    if len(parts) == 2 and all(re.fullmatch(r".*\d.*[°:' ].*\d.*", part) for part in parts):
        return parts[0], parts[1]
    return None


def _in_range(first: str, second: str, text: str) -> tuple[str, str]:
    for part in (first, second):
        if not _DECIMAL.fullmatch(part):
            continue
        value = abs(float(part.replace(",", ".").rstrip("°")))
        if value > 180:
            raise CellError(f"point {text!r}: {part} is out of range; {_REMEDY}")
    return first, second
