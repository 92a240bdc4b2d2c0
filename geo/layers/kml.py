"""The shapes of KML: points, lines and areas of a placemark, whatever else it draws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import shapely

from geo.reading.opening.placemarks import child_text, data_of, dates_of, open_kml

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped] # it has no type hints

__all__ = ["read_placemarks"]

_SHAPES = [f"{{*}}{tag}" for tag in ("Point", "LineString", "Polygon", "Track")]
_GAP = re.compile(r"\s*,\s*")


def read_placemarks(
    content: bytes, name: str
) -> Iterator[tuple[dict[str, str], shapely.Geometry | str | None]]:
    """Yield what each placemark says, and its geometry: None for none, a text of why not.

    Raises ReadError where the content is no KML or KMZ.
    """
    for placemark in open_kml(content, name).iter("{*}Placemark"):
        data = {name: text for name, text in data_of(placemark).items() if text}
        said = {"name": child_text(placemark, "name"),
                "description": child_text(placemark, "description"),
                **dates_of(placemark), **data}  # fmt: skip
        try:
            parts = [_shape_of(one) for one in placemark.iter(*_SHAPES)]
        except (ValueError, shapely.errors.GEOSException) as error:
            yield said, f"its coordinates cannot be read ({error}); draw it again"
            continue
        yield said, None if not parts else parts[0] if len(parts) == 1 else _join(parts)


def _join(parts: list[shapely.Geometry]) -> shapely.Geometry:
    joined = shapely.union_all(parts) if not any(map(_is_area, parts)) else None
    return joined if joined is not None else shapely.geometrycollections(parts)


def _is_area(shape: shapely.Geometry) -> bool:
    return bool(shape.geom_type == "Polygon")


def _shape_of(element: _Element) -> shapely.Geometry:
    tag = str(element.tag).rpartition("}")[2]
    if tag == "Polygon":
        outer = element.find("{*}outerBoundaryIs/{*}LinearRing")
        if outer is None:
            raise ValueError("an area without an outline")
        holes = element.iterfind("{*}innerBoundaryIs/{*}LinearRing")
        return shapely.Polygon(_corners(outer), [_corners(hole) for hole in holes])
    corners = _track(element) if tag == "Track" else _corners(element)
    if tag == "Point":
        return shapely.Point(corners[0])
    return shapely.LineString(corners) if len(corners) > 1 else shapely.Point(corners[0])


def _corners(element: _Element) -> list[tuple[float, float]]:
    text = _GAP.sub(",", (element.findtext("{*}coordinates") or "").strip())
    corners = [_corner(part.split(",")) for part in text.split()]
    if not corners:
        raise ValueError("none are given")
    return corners


def _track(element: _Element) -> list[tuple[float, float]]:
    corners = [_corner((one.text or "").split()) for one in element.iterfind("{*}coord")]
    if not corners:
        raise ValueError("none are given")
    return corners


def _corner(numbers: list[str]) -> tuple[float, float]:
    lon, lat, *_ = [*numbers, ""]
    return float(lon), float(lat)
