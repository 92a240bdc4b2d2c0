"""GeoJSON in WGS 84, and other JSON: records in a list, in an object, one a line, or in a uMap."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from shapely.geometry import shape

from geo.errors import ReadError
from geo.reading.frames import Points, table_of_columns
from geo.reading.kinds import Container
from geo.reading.opening.nested import clean_key, find_records, flatten_all
from geo.reading.table import OWN_NAMES, Table

__all__ = ["GEOJSON"]

_WGS84 = re.compile(r"(?:.*:)?(?:CRS84|EPSG:{1,2}(?:[\d.]+:)?4326)", re.IGNORECASE)
_UNREADABLE = "the geometry cannot be read; give a point or leave the geometry out"


def _read(content: bytes, name: str) -> Table:
    value, broken = _parse(content, name)
    features = list(_list_features(value, name))
    if features:
        table = _read_features(features, name)
    elif isinstance(value, Mapping) and value.get("features") == []:
        # Without features there are no columns; it is an empty table of ours.
        return Table(name, pd.DataFrame(columns=list(OWN_NAMES)))
    else:
        records = find_records(value)
        if records is None:
            raise ReadError(
                f"{name}: no GeoJSON FeatureCollection, and no list of records; save it as one"
            )
        table = table_of_columns(_frame(flatten_all(records, name)), name)
    if not broken:
        return table
    return replace(table, broken=pd.concat([table.broken, pd.Series(broken, dtype=object)]))


def _parse(content: bytes, name: str) -> tuple[object, dict[int, str]]:
    """Return the JSON value of a file, a list for a file of lines, and its broken lines."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{name}: no GeoJSON FeatureCollection in UTF-8 ({error}); save it as one"
        ) from error
    try:
        return json.loads(text), {}
    except (ValueError, RecursionError) as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not _is_object(lines[0]):
            raise ReadError(
                f"{name}: no GeoJSON FeatureCollection ({error}); save it as one"
            ) from error
    return _parse_lines(lines)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _parse_lines(lines: Sequence[str]) -> tuple[list[object], dict[int, str]]:
    values, broken = [], {}
    for number, line in enumerate(lines, start=1):
        if _is_object(line):
            values.append(json.loads(line))
        else:
            broken[number] = f"line {number} is no JSON object ({line[:80]}); correct it"
    return values, broken


def _list_features(value: object, name: str) -> Iterator[Mapping[str, object]]:
    """Yield the features of a collection, a list, or the layers of a uMap."""
    if isinstance(value, list):
        yield from (one for one in value if _is_feature(one))
    if not isinstance(value, Mapping):
        return
    if _is_feature(value):
        yield value
    layers = value.get("layers")
    if isinstance(layers, list):
        for layer in layers:
            yield from _list_features(layer, name)
    features = value.get("features")
    if isinstance(features, list):
        _check_crs(value.get("crs"), name)
        yield from (one for one in features if isinstance(one, Mapping))


def _is_feature(value: object) -> bool:
    return isinstance(value, Mapping) and value.get("type") == "Feature"


def _check_crs(crs: object, name: str) -> None:
    """Refuse coordinates that are said to be no degrees of WGS 84."""
    if crs is None:
        return
    properties = crs.get("properties") if isinstance(crs, Mapping) else None
    code = properties.get("name") if isinstance(properties, Mapping) else crs
    if code is not None and not _WGS84.fullmatch(str(code).strip()):
        raise ReadError(f"{name}: its crs is {str(code)[:80]}; save it again as WGS 84 (EPSG:4326)")


def _read_features(features: Sequence[Mapping[str, object]], name: str) -> Table:
    rows = [_properties(feature) for feature in features]
    own = any("location_status" in row for row in rows)
    flat = [_cleaned(row) for row in rows] if own else flatten_all(rows, name)
    shapes, reasons = _shapes(features)
    table = table_of_columns(_frame(flat), name, Points(shapes))
    broken = {**table.broken.to_dict(), **reasons}
    cells = table.cells.drop(index=[number for number in reasons if number in table.cells.index])
    return replace(table, cells=cells, broken=pd.Series(broken, dtype=object))


def _properties(feature: Mapping[str, object]) -> dict[str, object]:
    given = feature.get("properties")
    row = dict(given) if isinstance(given, Mapping) else {}
    if "strike_id" not in row and feature.get("id") is not None:
        row["strike_id" if "location_status" in row else "id"] = feature["id"]
    return row


def _cleaned(row: Mapping[str, object]) -> dict[str, object]:
    return {clean_key(key): value for key, value in row.items()}


def _shapes(features: Sequence[Mapping[str, object]]) -> tuple[np.ndarray, dict[int, str]]:
    """Return the geometry of each feature, None for none, and why others cannot be read."""
    shapes = np.full(len(features), None, dtype=object)
    reasons: dict[int, str] = {}
    for at, feature in enumerate(features):
        geometry = feature.get("geometry")
        if geometry is None:
            continue
        try:
            shapes[at] = shape(geometry)
        except Exception:  # shapely raises many kinds of error on malformed geometry
            reasons[at + 1] = _UNREADABLE
    return shapes, reasons


def _frame(records: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    keys = dict.fromkeys(key for record in records for key in record)
    return pd.DataFrame(
        {key: pd.Series([record.get(key) for record in records], dtype=object) for key in keys},
        index=range(len(records)),
    )


GEOJSON = Container("GeoJSON", (".geojson", ".json", ".jsonl", ".ndjson", ".umap"), _read)
