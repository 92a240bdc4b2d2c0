"""A file -> a layer, with what was refused of it and why, and what was decided for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gazetteer.errors import GazetteerError
from geo.errors import LayerError, ReadError, SeveralLayersError
from geo.layers.layer import Layer
from geo.layers.shapes import Features, read_features
from geo.layers.validity import Validity, read_validity, require_column
from geo.layers.values import word_values
from geo.reading.recognise.names import fold_name
from geo.reading.result import refused_rows
from geo.strikes.schema import CRS

__all__ = ["LayerReading", "LayerRequest", "read_layer"]

MOST_CORNERS = 1_000_000  # of a layer, as it is measured from
MOST_FEATURES = 100_000
_NAMES = ("name", "name_en", "title", "label", "facility_name", "site", "place", "name_ar")
_WORLD = (-180.0, -90.0, 180.0, 90.0)


@dataclass(frozen=True, slots=True)
class LayerRequest:
    """What a person says of a file: "" for what is to be found in it.

    layer: of a GeoPackage with several. first, last: the columns of the first and last day a
    feature is there, or "next" for the last (geo/layers/validity.py). by: the column by
    whose values features are coloured. km: within how many of it a table that goes out tells of
    each strike, None for none.
    """

    name: str = ""
    colour: str = ""
    credit: str = ""
    layer: str = ""
    first: str = ""
    last: str = ""
    by: str = ""
    km: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LayerReading:
    """A layer, the features that were refused (row, reason and their own texts), and notes.

    columns: those that the file has.
    """

    layer: Layer
    rejected: pd.DataFrame
    notes: tuple[str, ...] = field(default=())
    columns: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """Yield what a person should know of it, the first line what it holds."""
        yield self.layer.in_words()
        if said := word_values(self.layer):
            yield said
        yield from self.notes
        for row, reason in self.rejected[["row", "reason"]].itertuples(index=False):
            yield f"feature {row} is refused: {reason}"


def read_layer(
    path: Path | str, request: LayerRequest | None = None, *, called: str = ""
) -> LayerReading:
    """Read a GeoJSON, GeoPackage, KML, KMZ, shapefile, FlatGeobuf, or a table with points.

    called: the file's name where the path is a copy. Shapes of any coordinate system come out in
    WGS 84 degrees; areas whose outline crosses itself are mended; a feature that cannot be drawn,
    or whose date cannot be read, is refused. Raises LayerError, naming file and remedy, where the
    file cannot be read at all, or nothing of it.
    """
    asked = request or LayerRequest()
    told = called or str(path)
    try:
        found = read_features(Path(path), told, asked.layer)
        require_column(found.cells, asked.by)
        days = read_validity(found.cells, asked.first, asked.last)
        shapes, mended = _settle_shapes(found)
    except SeveralLayersError:
        raise
    except (GazetteerError, ReadError, LayerError) as error:
        said = str(error).replace(str(path), told)
        raise LayerError(said if said.startswith(told) else f"{told}: {said}") from error
    refused = {**_refuse_shapes(shapes, found), **days.refused}
    kept = ~found.cells.index.isin(list(refused))
    if not kept.any():
        row, reason = next(iter(sorted(refused.items())), (0, "it is empty"))
        raise LayerError(f"{told}: no feature of it can be used; feature {row}: {reason}")
    notes = list(days.notes)
    if mended:
        areas = "1 area was" if mended == 1 else f"{mended:,} areas were"
        notes.append(f"{areas} mended, whose outline crosses itself")
    features = _features(found, shapes, days, kept)
    _check_size(features, told)
    name = asked.name or found.title or Path(told).stem
    layer = Layer(name, features, asked.colour, asked.credit, asked.by)
    columns = tuple(str(column) for column in found.cells.columns)
    return LayerReading(layer, refused_rows(found.cells, refused), tuple(notes), columns)


def _features(
    found: Features, shapes: np.ndarray, days: Validity, kept: np.ndarray
) -> gpd.GeoDataFrame:
    cells = found.cells[kept]
    folded = {fold_name(str(column)): column for column in reversed(list(cells.columns))}
    named = next((folded[name] for name in _NAMES if name in folded), None)
    records = [{key: text for key, text in row.items() if text} for row in cells.to_dict("records")]
    columns = {
        "row": cells.index,
        "name": cells[named].to_numpy() if named is not None else "",
        "valid_from": days.first[kept].to_numpy(),
        "valid_to": days.last[kept].to_numpy(),
        "properties": records,
    }
    return gpd.GeoDataFrame(columns, geometry=shapes[kept], crs=CRS)


def _settle_shapes(found: Features) -> tuple[np.ndarray, int]:
    """Return the shapes in degrees, flat and valid, and how many areas were mended."""
    shapes = np.array(shapely.force_2d(found.shapes), dtype=object)
    shapes[_are_odd(shapes)] = None
    if found.crs is not None and found.crs != CRS:
        shapes = np.array(gpd.GeoSeries(shapes, crs=found.crs).to_crs(CRS), dtype=object)
    broken = ~shapely.is_missing(shapes) & ~shapely.is_valid(shapes)
    broken &= shapely.get_dimensions(shapes) == 2  # lines cross themselves as they like
    mended = shapely.make_valid(shapes[broken])
    shapes[broken] = [_areas_of(one) for one in mended]
    whole = ~shapely.is_missing(shapes[broken]) & ~shapely.is_empty(shapes[broken])
    return shapes, int(whole.sum())


def _are_odd(shapes: np.ndarray) -> np.ndarray:
    """Return which shapes have a corner that is no number, which nothing can be made of."""
    corners, of = shapely.get_coordinates(shapes, return_index=True)
    odd = np.zeros(len(shapes), dtype=bool)
    odd[of[~np.isfinite(corners).all(axis=1)]] = True
    return odd


def _areas_of(shape: shapely.Geometry) -> shapely.Geometry:
    """Return the areas of a shape, without the lines that mending leaves."""
    if shape.geom_type != "GeometryCollection":
        return shape
    return shapely.union_all([part for part in shape.geoms if shapely.get_dimensions(part) == 2])


def _refuse_shapes(shapes: np.ndarray, found: Features) -> dict[int, str]:
    reasons = dict(found.refused)
    for row in found.cells.index[_are_odd(np.array(found.shapes, dtype=object))]:
        reasons.setdefault(int(row), "has a corner that is no number; draw it again")
    missing = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    box = shapely.bounds(shapes)
    west, south, east, north = _WORLD
    with np.errstate(invalid="ignore"):
        inside = (box[:, 0] >= west) & (box[:, 1] >= south)
        inside &= (box[:, 2] <= east) & (box[:, 3] <= north)
    for at, row in enumerate(found.cells.index):
        if missing[at]:
            reasons.setdefault(int(row), "has no shape; draw it, or leave it out")
        elif not inside[at]:
            said = "says no coordinate system" if found.crs is None else f"is in {_word(found.crs)}"
            where = f"{box[at, 0]:g}, {box[at, 1]:g}"
            reasons.setdefault(
                int(row),
                f"its coordinates ({where}) are no degrees; the file {said}: save it again as "
                "WGS 84 (EPSG:4326)",
            )
    return reasons


def _word(crs: object) -> str:
    return str(getattr(crs, "name", crs))


def _check_size(features: gpd.GeoDataFrame, told: str) -> None:
    corners = int(shapely.get_num_coordinates(features.geometry.to_numpy()).sum())
    for number, most, what in ((len(features), MOST_FEATURES, "features"),
                               (corners, MOST_CORNERS, "corners")):  # fmt: skip
        if number > most:
            raise LayerError(
                f"{told}: has {number:,} {what}, more than {most:,}; keep those near the strikes, "
                "or simplify it"
            )
