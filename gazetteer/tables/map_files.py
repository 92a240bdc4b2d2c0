"""Map files of strangers: what a file is, is told by its first bytes, never by its name.

GDAL tries its drivers until one takes a file, and some of them read other files, ask the network
or start programs. It is given shapefiles and FlatGeobuf alone, known by their magic numbers;
GeoPackage is read as the SQLite database, GeoJSON as the JSON that it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.errors import GazetteerError
from gazetteer.tables.databases import MAGIC, list_tables, open_database, read_table

if TYPE_CHECKING:
    import sqlite3

    import geopandas as gpd
    import pandas as pd

__all__ = ["MapLayer", "list_map_layers", "read_geopackage"]

_SHAPEFILE = b"\x00\x00\x27\x0a"  # file code 9994
_FLATGEOBUF = b"fgb\x03fgb"  # and one byte of the patch version
# Bytes of the envelope in a GeoPackage's geometry by its kind: none, xy, xyz, xym, xyzm.
_ENVELOPES = (0, 32, 48, 48, 64)
_DEGREES = "EPSG:4326"


@dataclass(frozen=True)
class MapLayer:
    """One layer: its name, and its features, without geometry where it has none."""

    name: str
    features: pd.DataFrame


def list_map_layers(path: Path) -> Iterator[MapLayer]:
    """Yield the layers of a GeoPackage, GeoJSON, shapefile or FlatGeobuf.

    Raises GazetteerError, naming file and remedy, where it is none of these.
    """
    try:
        with path.open("rb") as file:
            start = file.read(16)
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read ({error.strerror}); check path") from error
    if start.startswith(MAGIC):
        yield from read_geopackage(path, str(path))
    elif start.startswith(_SHAPEFILE) or _is_flatgeobuf(start):
        yield MapLayer(path.stem, _read_by_gdal(path))
    elif start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        yield MapLayer(path.stem, _read_geojson(path))
    else:
        raise GazetteerError(
            f"{path}: is no GeoPackage, GeoJSON, shapefile or FlatGeobuf, whatever its name says; "
            "save it as one of these"
        )


def _is_flatgeobuf(start: bytes) -> bool:
    """Say whether bytes begin a FlatGeobuf: its magic, then the size of a header under 10 MB.

    That size has a zero byte, where GDAL's drivers that look for words stop looking.
    """
    return start.startswith(_FLATGEOBUF) and int.from_bytes(start[8:12], "little") < 10_000_000


def _read_by_gdal(path: Path) -> pd.DataFrame:
    import pyogrio

    try:
        return pyogrio.read_dataframe(path.resolve())
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError) as error:
        raise GazetteerError(f"{path}: cannot be read as a map layer ({error})") from error


def _read_geojson(path: Path) -> gpd.GeoDataFrame:
    import geopandas as gpd

    try:
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
        features = content["features"]
        crs = content.get("crs")
        code = crs["properties"]["name"] if crs else _DEGREES
        return gpd.GeoDataFrame.from_features(features, crs=code).to_crs(_DEGREES)
    except Exception as error:  # shapely and pyproj raise many kinds of error on broken features
        raise GazetteerError(
            f"{path}: no GeoJSON FeatureCollection ({error}); save it as one"
        ) from error


def read_geopackage(source: Path | bytes, name: str) -> Iterator[MapLayer]:
    """Yield the layers of a GeoPackage (OGC 12-128), geometry in the layer's own crs.

    A layer that is a view is left out: it may compute whatever it likes. Raises GazetteerError
    where it is none, or all its layers are views.
    """
    with open_database(source, name) as connection:
        tables = list_tables(connection)
        if "gpkg_contents" not in tables:
            raise GazetteerError(f"{name}: is no GeoPackage; save it as one")
        layers = _rows(read_table(connection, "gpkg_contents"))
        if layers and not tables & {str(row["table_name"]) for row in layers}:
            raise GazetteerError(f"{name}: its layers are no plain tables; export them as tables")
        shapes = (
            {
                str(row["table_name"]): row
                for row in _rows(read_table(connection, "gpkg_geometry_columns"))
            }
            if "gpkg_geometry_columns" in tables
            else {}
        )
        systems = (
            {row["srs_id"]: row for row in _rows(read_table(connection, "gpkg_spatial_ref_sys"))}
            if "gpkg_spatial_ref_sys" in tables
            else {}
        )
        for row in layers:
            layer = str(row["table_name"])
            if row["data_type"] not in ("features", "attributes") or layer not in tables:
                continue
            columns = _with_days(connection, layer, read_table(connection, layer))
            try:
                frame = _make_frame(columns, shapes.get(layer), systems)
            except (KeyError, ValueError, RuntimeError) as error:  # pyproj's are RuntimeErrors
                raise GazetteerError(
                    f"{name}: its layer {layer!r} cannot be read ({error}); save it again"
                ) from error
            yield MapLayer(layer, frame)


def _rows(columns: Mapping[str, list[object]]) -> list[dict[str, object]]:
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _with_days(
    connection: sqlite3.Connection, layer: str, columns: dict[str, list[object]]
) -> dict[str, Any]:
    """Return columns of days and times as such; GeoPackage keeps them as ISO texts."""
    import pandas as pd

    types = connection.execute("SELECT name, type FROM pragma_table_info(?)", (layer,))
    dated = {str(name) for name, kind in types if str(kind).upper() in ("DATE", "DATETIME")}
    key = [name for name in ("fid", "ogc_fid") if name in columns][:1]
    return {
        name: pd.to_datetime(pd.Series(values, dtype="str"), utc=True, errors="coerce",
                             format="ISO8601").dt.tz_localize(None)
        if name in dated else values
        for name, values in columns.items() if name not in key
    }  # fmt: skip


def _make_frame(
    columns: dict[str, Any], shape: Mapping[str, object] | None, systems: Mapping[Any, Any]
) -> pd.DataFrame:
    import geopandas as gpd
    import pandas as pd
    import shapely

    if shape is None:
        return pd.DataFrame(columns)
    blobs = columns.pop(str(shape["column_name"]))
    shapes = shapely.from_wkb([_cut_header(blob) for blob in blobs], on_invalid="ignore")
    crs = _name_system(systems.get(shape["srs_id"]))
    return gpd.GeoDataFrame(columns, geometry=list(shapes), crs=crs)


def _cut_header(blob: object) -> bytes | None:
    """Return the WKB of a geometry; None where there is none."""
    if not isinstance(blob, bytes) or blob[:2] != b"GP" or len(blob) < 8:
        return None
    kind = (blob[3] >> 1) & 0b111
    return blob[8 + _ENVELOPES[kind] :] if kind < len(_ENVELOPES) else None


def _name_system(system: Mapping[str, object] | None) -> str | None:
    """Return a coordinate system as pyproj takes it; None where it is undefined."""
    if system is None or system["srs_id"] in (0, -1):
        return None
    if str(system["organization"]).upper() == "EPSG":
        return f"EPSG:{system['organization_coordsys_id']}"
    return str(system["definition"])
