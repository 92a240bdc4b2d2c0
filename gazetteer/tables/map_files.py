"""Map files of strangers: what a file is, is told by its first bytes, never by its name.

GDAL tries its drivers until one takes a file, and some of them read other files, ask the network
or start programs. It is given shapefiles and FlatGeobuf alone, known by their magic numbers and
set apart from everything else; GeoPackage is read as the SQLite database, GeoJSON as the JSON
that it is.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.errors import GazetteerError
from gazetteer.leftovers import make_scratch
from gazetteer.limits import CELLS, require_plain
from gazetteer.tables.databases import MAGIC
from gazetteer.tables.geopackages import Choose, read_geopackage
from gazetteer.tables.map_layer import MapLayer
from gazetteer.tables.systems import read_code, read_definition

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["MapLayer", "list_map_layers", "list_parts", "read_by_gdal"]

_SHAPEFILE = b"\x00\x00\x27\x0a"  # file code 9994
_FLATGEOBUF = b"fgb\x03fgb"
_SIZE_OF_HEADER = slice(8, 12)  # of FlatGeobuf, in bytes
_MOST = 1 << 24  # bytes of that header; a fourth byte of 0 ends what other drivers look for
_SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_NEEDED = (".shx", ".dbf")  # shapes and their names
_DEGREES = "EPSG:4326"


def _all(layers: Sequence[str]) -> Sequence[str]:
    return layers


def list_map_layers(path: Path, *, choose: Choose = _all) -> Iterator[MapLayer]:
    """Yield the layers of a GeoPackage, GeoJSON, shapefile or FlatGeobuf.

    choose: of several, those to read. Raises GazetteerError, naming file and remedy, where it is
    none of these.
    """
    try:
        require_plain(path)
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read ({error.strerror}); check path") from error
    driver = _find_driver(start)
    if start.startswith(MAGIC):
        yield from read_geopackage(path, str(path), choose)
    elif driver:
        yield MapLayer(path.stem, read_by_gdal(path, driver))
    elif start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        yield MapLayer(path.stem, _read_geojson(path))
    else:
        raise GazetteerError(
            f"{path}: is no GeoPackage, GeoJSON, shapefile or FlatGeobuf, whatever its name says; "
            "save it as one of these"
        )


def _find_driver(start: bytes) -> str | None:
    if start.startswith(_SHAPEFILE):
        return "ESRI Shapefile"
    size = int.from_bytes(start[_SIZE_OF_HEADER], "little")
    return "FlatGeobuf" if start.startswith(_FLATGEOBUF) and size < _MOST else None


def read_by_gdal(path: Path, driver: str) -> pd.DataFrame:
    """Read a file whose first bytes are those of a driver's, away from all that lies beside it.

    Raises GazetteerError naming file and remedy.
    """
    import pyogrio

    try:
        with _set_apart(path, driver) as copy:
            if pyogrio.read_info(copy)["driver"] != driver:
                raise ValueError(f"no {driver}")
            return pyogrio.read_dataframe(copy)
    except (OSError, pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError,
            ValueError) as error:  # fmt: skip
        raise GazetteerError(f"{path}: cannot be read as a map layer ({error})") from error


def list_parts(path: Path) -> list[Path]:
    """Return a file and, for a shapefile, the files beside it that belong to it.

    Raises GazetteerError where one is missing without which it cannot be read.
    """
    with path.open("rb") as file:
        if not file.read(len(_SHAPEFILE)).startswith(_SHAPEFILE):
            return [path]
    beside = {
        other.suffix.lower(): other
        for other in sorted(path.parent.iterdir())
        if other.stem == path.stem and other.is_file()
    }
    missing = [suffix for suffix in _NEEDED if suffix not in beside]
    if missing:
        raise GazetteerError(
            f"{path}: {' and '.join(path.stem + suffix for suffix in missing)} must lie beside it; "
            f"put the files of the shapefile ({', '.join(_SHAPEFILE_PARTS)}) together, or zip them"
        )
    return [path, *(beside[suffix] for suffix in _SHAPEFILE_PARTS[1:] if suffix in beside)]


@contextmanager
def _set_apart(path: Path, driver: str) -> Iterator[Path]:
    """Give a copy of a file, with the parts that belong to it, in a folder of their own."""
    parts = list_parts(path)
    with make_scratch() as folder:
        copy = Path(folder) / ("layer.shp" if driver == "ESRI Shapefile" else "layer.fgb")
        shutil.copyfile(path, copy)
        for beside in parts[1:]:
            shutil.copyfile(beside, copy.with_suffix(beside.suffix.lower()))
        projection = copy.with_suffix(".prj")
        if projection.exists():
            read_definition(projection.read_text("utf-8", "replace"))
        yield copy


def _read_geojson(path: Path) -> gpd.GeoDataFrame:
    import geopandas as gpd

    try:
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
        features = [_with_id(feature) for feature in content["features"]]
        _check_cells(path, features)
        crs = content.get("crs")
        code = crs["properties"]["name"] if crs else _DEGREES
        return gpd.GeoDataFrame.from_features(features, crs=read_code(code)).to_crs(_DEGREES)
    except GazetteerError:
        raise
    except Exception as error:  # shapely and pyproj raise many kinds of error on broken features
        raise GazetteerError(
            f"{path}: no GeoJSON FeatureCollection ({error}); save it as one"
        ) from error


def _check_cells(path: Path, features: Sequence[Mapping[str, Any]]) -> None:
    """Raise GazetteerError where features that each name others make too large a table."""
    names = len(set().union(*(feature["properties"] for feature in features)))
    if names * len(features) > CELLS.most:
        raise GazetteerError(
            f"{path}: its {len(features):,} features have {names:,} properties, more than {CELLS} "
            "as a table; give all of them the same properties, or save fewer"
        )


def _with_id(feature: Mapping[str, Any]) -> dict[str, Any]:
    """Return a feature whose id in words is a property, as OpenStreetMap's are."""
    given = feature.get("properties") or {}
    name = feature.get("id")
    return {**feature, "properties": {"id": name, **given} if isinstance(name, str) else given}
