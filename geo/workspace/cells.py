"""Kinds of cells that a workspace holds, the same values in a GeoPackage and in PostGIS.

A point is [lon, lat] in degrees, a shape its WKB in hexadecimal digits, a day ISO 8601, JSON what
it says. GeoPackage 1.3 (OGC 12-128r17).
"""

from __future__ import annotations

import datetime
import json
import struct
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import shapely
from sqlalchemy import Date, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine, UserDefinedType

from gazetteer.limits import NESTED, is_deep
from geo.errors import WorkspaceError

__all__ = ["Day", "Json", "from_blob", "make_point", "make_shape", "read_shapes", "write_head"]

_SRID = 4326
# GeoPackage's own header before the WKB: magic GP, version 0, little-endian without envelope.
_HEADER = struct.pack("<2sBBi", b"GP", 0, 1, _SRID)
_ENVELOPES = (0, 32, 48, 48, 64)  # bytes of an envelope, by its code in the flags
_WKB, _EWKB = struct.Struct("<BIdd"), struct.Struct("<BIidd")
_POINT, _POINT_WITH_SRID = 1, 0x20000001
_MIDNIGHT = "T00:00:00"  # as GDAL writes a day

Process = Callable[[Any], Any]


def from_blob(blob: bytes | None) -> shapely.Geometry | None:
    """Return the geometry that a GeoPackage holds; None for none."""
    if blob is None:
        return None
    flags = blob[3]
    envelope = _ENVELOPES[min((flags >> 1) & 7, len(_ENVELOPES) - 1)]
    found = read_shapes([blob[8 + envelope :]])[0]
    return None if found.is_empty else found


def read_shapes(held: Sequence[Any]) -> np.ndarray[Any, Any]:
    """Return shapes of WKB, as bytes or as hexadecimal text, null for null.

    Raises WorkspaceError for collections nested so deep that reading them would crash; other
    programs may have written them.
    """
    for wkb in held:
        shape = bytes.fromhex(wkb) if isinstance(wkb, str) else wkb
        if shape is not None and is_deep(shape):
            raise WorkspaceError(
                f"a shape of the workspace has collections in collections, more than {NESTED}; "
                "remove it with the program that wrote it"
            )
    cells = np.empty(len(held), dtype=object)
    cells[:] = held
    return np.asarray(shapely.from_wkb(cells), dtype=object)


def write_head() -> bytes:
    """Return what stands before the two numbers of a point in a GeoPackage, as it is written."""
    return _HEADER + struct.pack("<BI", 1, _POINT)


def _read_pair(geometry: shapely.Geometry | None) -> list[float] | None:
    """Return [lon, lat] of a point; of what another program drew instead, of its middle."""
    if geometry is None or geometry.is_empty:
        return None
    point = geometry if geometry.geom_type == "Point" else geometry.representative_point()
    return [point.x, point.y]


class _InGeoPackage(UserDefinedType[Any]):
    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """Return the name of the type."""
        return "POINT"

    def bind_processor(self, _: Dialect) -> Process:
        """Return what writes a point."""
        return lambda at: None if at is None else _HEADER + _WKB.pack(1, _POINT, *at)

    def result_processor(self, *_: object) -> Process:
        """Return what reads a point."""
        return lambda blob: _read_pair(from_blob(blob))


class _InPostgis(UserDefinedType[Any]):
    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """Return the name of the type."""
        return f"geometry(Point, {_SRID})"

    def bind_processor(self, _: Dialect) -> Process:
        """Return what writes a point, as hexadecimal EWKB."""
        return lambda at: None if at is None else _EWKB.pack(1, _POINT_WITH_SRID, _SRID, *at).hex()

    def result_processor(self, *_: object) -> Process:
        """Return what reads a point."""
        return lambda text: None if text is None else _read_pair(shapely.from_wkb(text))


def make_point() -> TypeEngine[Any]:
    """Return the type of a column of points."""
    return _InGeoPackage().with_variant(_InPostgis(), "postgresql")


class _ShapeInGeoPackage(UserDefinedType[Any]):
    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """Return the name of the type."""
        return "GEOMETRY"

    def bind_processor(self, _: Dialect) -> Process:
        """Return what writes a shape."""
        return lambda wkb: None if wkb is None else _HEADER + bytes.fromhex(wkb)

    def result_processor(self, *_: object) -> Process:
        """Return what reads a shape."""
        return lambda blob: _word_shape(from_blob(blob))


class _ShapeInPostgis(UserDefinedType[Any]):
    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """Return the name of the type."""
        return f"geometry(Geometry, {_SRID})"

    def bind_processor(self, _: Dialect) -> Process:
        """Return what writes a shape, as hexadecimal EWKB."""
        return lambda wkb: None if wkb is None else _with_srid(wkb)

    def result_processor(self, *_: object) -> Process:
        """Return what reads a shape."""
        return lambda text: None if text is None else _word_shape(shapely.from_wkb(text))


def _word_shape(shape: shapely.Geometry | None) -> str | None:
    """Return a shape's WKB in hexadecimal digits, flat."""
    return None if shape is None else shapely.to_wkb(shape, hex=True, output_dimension=2)


def _with_srid(wkb: str) -> str:
    shape = shapely.set_srid(shapely.from_wkb(wkb), _SRID)
    return str(shapely.to_wkb(shape, hex=True, include_srid=True))


def make_shape() -> TypeEngine[Any]:
    """Return the type of a column of points, lines and areas."""
    return _ShapeInGeoPackage().with_variant(_ShapeInPostgis(), "postgresql")


class Day(TypeDecorator[str]):
    """A day, as ISO 8601."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type that the database has for it."""
        own: TypeEngine[Any] = Date() if dialect.name == "postgresql" else _TextOfDay()
        return dialect.type_descriptor(own)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Return what the database is given."""
        if value is None:
            return None
        day = value[:10]
        return datetime.date.fromisoformat(day) if dialect.name == "postgresql" else day + _MIDNIGHT

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ANN401, ARG002
        """Return the day."""
        return None if value is None else str(value)[:10]


class _TextOfDay(UserDefinedType[Any]):
    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """Return the name of the type, as GDAL calls it."""
        return "DATETIME"


class Json(TypeDecorator[Any]):
    """Whatever JSON holds, as text; null for null."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ANN401, ARG002
        """Return the text."""
        return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002
        """Return what the text says."""
        return None if value is None else json.loads(value)
