"""Files to features as they are: texts, shapes in their own coordinate system, what is refused.

A map file is known by its first bytes, a table by its ending; GDAL is given nothing that could
reach for another file or an address (gazetteer/tables/map_files.py).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import shape

from gazetteer.leftovers import make_scratch
from gazetteer.limits import require_plain
from gazetteer.tables.databases import MAGIC
from gazetteer.tables.map_files import list_map_layers
from gazetteer.tables.systems import read_code
from geo.errors import LayerError, SeveralLayersError
from geo.layers.kml import read_placemarks
from geo.reading.columns import guess_columns
from geo.reading.containers.shapefile import unpack_shapefile
from geo.reading.frames import text_columns
from geo.reading.inputs import read_table
from geo.reading.opening.nested import clean_key
from geo.reading.table import cell_text, check_filling, check_width
from geo.reading.values.plain import CellError
from geo.reading.values.points import read_point, split_point
from geo.strikes.schema import CRS

__all__ = ["Features", "read_features"]

_LARGEST = 200_000_000  # bytes of a file
_UNREAD = "its shape cannot be read; draw it again"
_WKT = re.compile(r"\s*(?:SRID=4326;)?\s*((?:MULTI)?(?:POLYGON|LINESTRING|POINT)\b.*)", re.I | re.S)
_MAP_FILE = (b"\x00\x00\x27\x0a", b"fgb\x03fgb")  # shapefile, FlatGeobuf


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """Features of a file: texts by row number, shapes beside them (None where it is refused).

    crs: of the shapes, None where the file says none. title: of the layer that was read; layers:
    those that the file has.
    """

    cells: pd.DataFrame
    shapes: np.ndarray
    refused: dict[int, str] = field(default_factory=dict)
    crs: object = CRS
    title: str = ""
    layers: tuple[str, ...] = ()


def read_features(path: Path, called: str, layer: str = "") -> Features:
    """Read the features of a map file, or of a table with points.

    called: what messages name the file. layer: of a GeoPackage with several. Raises LayerError,
    GazetteerError or ReadError where nothing of it can be read.
    """
    try:
        require_plain(path)
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except OSError as error:
        raise LayerError(f"{called}: cannot be read ({error.strerror}); check the path") from error
    if (size := path.stat().st_size) > _LARGEST:
        raise LayerError(
            f"{called}: is {size / 1e6:,.0f} MB, more than {_LARGEST / 1e6:,.0f} MB; keep the "
            "features near the strikes, or simplify it"
        )
    suffix = Path(called).suffix.lower()
    if start == MAGIC:
        return _read_geopackage(path, called, layer)
    if layer:
        raise LayerError(f"{called}: only a GeoPackage has layers to choose from")
    if suffix in (".kml", ".kmz"):
        return _read_kml(path.read_bytes(), called)
    if suffix == ".zip":
        with make_scratch() as folder:
            inside = unpack_shapefile(path.read_bytes(), called, Path(folder))
            return _of_frame(next(iter(list_map_layers(inside))).features, Path(called).stem)
    if start.startswith(_MAP_FILE):
        return _of_frame(next(iter(list_map_layers(path))).features, Path(called).stem)
    if start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        return _read_geojson(path.read_bytes(), called)
    return _read_points(path.read_bytes(), called)


def _read_geopackage(path: Path, called: str, wanted: str) -> Features:
    listed: list[str] = []

    def choose(layers: Sequence[str]) -> Sequence[str]:
        listed.extend(layers)
        if wanted and wanted not in layers:
            raise LayerError(f"{called}: has no layer {wanted!r}; it has {', '.join(layers)}")
        return [wanted or layers[0]] if layers else []

    found = next(iter(list_map_layers(path, choose=choose)), None)
    if found is None:
        raise LayerError(f"{called}: holds no layer; save the features into one")
    if len(listed) > 1 and not wanted:
        raise SeveralLayersError(
            f"{called}: has the layers {', '.join(listed)}; choose by layer=NAME", listed
        )
    return _of_frame(found.features, found.name, listed, found.unread)


def _of_frame(
    frame: pd.DataFrame, title: str, layers: Sequence[str] = (), unread: Sequence[int] = ()
) -> Features:
    if not isinstance(frame, gpd.GeoDataFrame):
        raise LayerError(f"its layer {title!r} is a table without shapes; choose another layer")
    rows = pd.RangeIndex(1, len(frame) + 1)
    texts = text_columns(pd.DataFrame(frame.drop(columns=frame.geometry.name)))
    refused = {int(at) + 1: _UNREAD for at in unread}
    shapes = np.array(frame.geometry, dtype=object)
    cells = pd.DataFrame(texts).set_axis(rows, axis=0)
    return Features(cells, shapes, refused, frame.crs, title, tuple(layers))


def _read_geojson(content: bytes, called: str) -> Features:
    try:
        value = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise LayerError(f"{called}: is no GeoJSON ({error}); save it again as GeoJSON") from error
    features = list(_list_features(value))
    if not features:
        raise LayerError(f"{called}: holds no feature; save a FeatureCollection with some")
    refused: dict[int, str] = {}
    shapes = np.full(len(features), None, dtype=object)
    rows = []
    for row, feature in enumerate(features, start=1):
        given = feature.get("properties")
        rows.append({clean_key(key): cell_text(one) for key, one in given.items()}
                    if isinstance(given, Mapping) else {})  # fmt: skip
        geometry = feature.get("geometry")
        try:
            with np.errstate(invalid="ignore"):  # no number: refused with its row
                shapes[row - 1] = shape(geometry) if geometry else None
        except Exception:  # shapely raises many kinds of error on malformed geometry
            refused[row] = _UNREAD
    crs = read_code(_crs_of(value)) if _crs_of(value) else CRS
    return Features(_table(rows, called), shapes, refused, crs, Path(called).stem)


def _list_features(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield the features of a collection, one feature, or a bare geometry as one."""
    if not isinstance(value, Mapping):
        return
    if isinstance(features := value.get("features"), list):
        yield from (one if isinstance(one, Mapping) else {} for one in features)
    elif value.get("type") == "Feature":
        yield value
    elif {"type", "coordinates"} <= set(value):
        yield {"geometry": value}


def _crs_of(value: Mapping[str, Any]) -> str:
    """Return the code of the coordinate system that older GeoJSON names, "" for none."""
    crs = value.get("crs")
    properties = crs.get("properties") if isinstance(crs, Mapping) else None
    return str(properties.get("name") or "") if isinstance(properties, Mapping) else ""


def _read_kml(content: bytes, called: str) -> Features:
    found = list(read_placemarks(content, called))
    if not found:
        raise LayerError(f"{called}: holds no placemark; export the map itself as KML or KMZ")
    refused = {row: one for row, (_, one) in enumerate(found, start=1) if isinstance(one, str)}
    shapes = np.full(len(found), None, dtype=object)
    for at, (_, one) in enumerate(found):
        shapes[at] = None if isinstance(one, str) else one
    cells = _table([said for said, _ in found], called)
    empty = [column for column in cells.columns if not cells[column].any()]
    return Features(cells.drop(columns=empty), shapes, refused, CRS, Path(called).stem)


def _table(rows: Sequence[Mapping[str, str]], called: str) -> pd.DataFrame:
    columns = dict.fromkeys(key for row in rows for key in row)
    check_width(len(columns), called)
    check_filling(len(rows), len(columns), sum(map(len, rows)), called)
    texts = {key: [row.get(key, "") for row in rows] for key in columns}
    return pd.DataFrame(texts, index=pd.RangeIndex(1, len(rows) + 1), dtype="str")


def _read_points(content: bytes, called: str) -> Features:
    table = read_table(content, name=called)
    cells = table.cells
    meanings = guess_columns(cells.columns, cells)
    by_field = {meaning: column for column, meaning in meanings.items()}
    refused = {int(row): str(why) for row, why in table.broken.items()}
    shapes = np.full(len(cells), None, dtype=object)
    for at, (row, cell) in enumerate(
        zip(cells.index, _points(cells, by_field, called), strict=True)
    ):
        try:
            shapes[at] = _point(cell)
        except CellError as error:
            refused[int(row)] = str(error)
    return Features(cells, shapes, refused, CRS, Path(called).stem)


def _points(
    cells: pd.DataFrame, columns: Mapping[str, str], called: str
) -> Iterator[tuple[str, str] | str]:
    """Yield longitude and latitude of each row, or the one cell that holds its shape."""
    if {"lon", "lat"} <= set(columns):
        yield from zip(cells[columns["lon"]], cells[columns["lat"]], strict=True)
    elif "point" in columns:
        yield from cells[columns["point"]]
    else:
        raise LayerError(
            f"{called}: no columns of longitude and latitude are found; call them lon and lat"
        )


def _point(cell: tuple[str, str] | str) -> shapely.Geometry | None:
    """Return the shape that cells say; None for none; CellError where they cannot be right."""
    if isinstance(cell, str) and (found := _WKT.fullmatch(cell)):
        try:
            return shapely.from_wkt(found[1])
        except shapely.errors.GEOSException:
            raise CellError(_UNREAD) from None
    point = read_point(*(split_point(cell) if isinstance(cell, str) else cell))
    return None if point is None else shapely.Point(point)
