"""Own layers of a workspace: kept with their shapes, listed, taken out; each an act of the log."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from geo.errors import CorrectionError
from geo.layers.layer import Layer, colour_layers
from geo.strikes.schema import CRS
from geo.workspace.applying import now
from geo.workspace.cells import read_shapes
from geo.workspace.changes import Change, Patch, Row
from geo.workspace.store import Workspace

__all__ = ["keep_layer", "list_layers", "remove_layer"]

_LAYERS, _FEATURES = "layers", "layer_features"
_OWN = ("fid", "version")  # what the database itself fills


def list_layers(workspace: Workspace) -> list[Layer]:
    """Return the workspace's layers, the lowest first."""
    held = _list_held(workspace)
    if not held:
        return []
    features: dict[str, list[Row]] = {}
    for row in workspace.find_rows(_FEATURES, "layer", [row["name"] for row in held]):
        features.setdefault(row["layer"], []).append(row)
    return [_read(row, features.get(row["name"], [])) for row in held]


def keep_layer(workspace: Workspace, layer: Layer, *, file: str = "") -> Layer:
    """Keep a layer as the highest one, and return it as it is kept, with a colour of its own.

    file: what it was read from, "" for nothing to say. Raises CorrectionError where a layer has
    the name, WorkspaceError where the workspace is only read.
    """
    workspace.refuse_reading()
    held = _list_held(workspace)
    names = {row["name"].casefold(): row["name"] for row in held}
    if layer.name.casefold() in names:
        raise CorrectionError(
            f"a layer {names[layer.name.casefold()]!r} is kept already; take it out first, or give "
            "this one another name"
        )
    *_, kept = colour_layers([*(_read(row, []) for row in held), layer])
    position = max((row["position"] for row in held), default=0) + 1
    said = {
        "name": kept.name, "colour": kept.colour, "credit": kept.credit, "by_column": kept.by,
        "file": file, "who": workspace.who, "at": now(), "position": position,
    }  # fmt: skip
    patches = [Patch(_LAYERS, (kept.name,), None, said)]
    rows = _list_rows(kept)
    patches += [Patch(_FEATURES, (kept.name, row["number"]), None, row) for row in rows]
    workspace.apply(Change("add layer", kept.name, patches))
    return kept


def remove_layer(workspace: Workspace, name: str, *, why: str = "") -> str:
    """Take a layer out, with its features; return its name as it was kept.

    Raises CorrectionError where there is none of the name, WorkspaceError where it is only read.
    """
    workspace.refuse_reading()
    held = _list_held(workspace)
    found = next((row for row in held if row["name"].casefold() == name.strip().casefold()), None)
    if found is None:
        known = ", ".join(row["name"] for row in held) or "none"
        raise CorrectionError(f"{name!r} is no layer of the workspace; it has {known}")
    rows = workspace.find_rows(_FEATURES, "layer", [found["name"]])
    patches = [Patch(_FEATURES, (row["layer"], row["number"]), _bare(row), None) for row in rows]
    patches.append(Patch(_LAYERS, (found["name"],), _bare(found), None))
    workspace.apply(Change("remove layer", found["name"], patches, why))
    return str(found["name"])


def _list_held(workspace: Workspace) -> list[Row]:
    held = workspace.find_rows(_LAYERS, "name", None)
    return sorted(held, key=lambda row: (row["position"], row["fid"]))


def _bare(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _OWN}


def _list_rows(layer: Layer) -> list[dict[str, Any]]:
    """Return the features as the table has them."""
    features = layer.features
    shapes = shapely.to_wkb(
        features.geometry.to_numpy(), hex=True, output_dimension=2, byte_order=1
    )
    columns = (features[name] for name in ("row", "name", "valid_from", "valid_to", "properties"))
    return [
        {
            "geom": shape, "layer": layer.name, "number": str(row), "name": name,
            "valid_from": _word(first), "valid_to": _word(last), "properties": dict(said),
        }
        for shape, row, name, first, last, said in zip(shapes, *columns, strict=True)
    ]  # fmt: skip


def _word(day: pd.Timestamp) -> str | None:
    return None if pd.isna(day) else day.date().isoformat()


def _read(said: Row, rows: Iterable[Row]) -> Layer:
    drawn = (row for row in rows if row["geom"])  # another program may have emptied one
    rows = sorted(drawn, key=lambda row: int(row["number"]) if row["number"].isdecimal() else 0)
    days = {name: pd.to_datetime(pd.Series([row[name] for row in rows], dtype=object))
            for name in ("valid_from", "valid_to")}  # fmt: skip
    columns = {
        "row": [row["number"] for row in rows],
        "name": [row["name"] for row in rows],
        **{name: days[name].to_numpy("datetime64[ns]") for name in days},
        "properties": [row["properties"] or {} for row in rows],
    }
    shapes = read_shapes([row["geom"] for row in rows])
    features = gpd.GeoDataFrame(columns, geometry=shapes, crs=CRS)
    return Layer(said["name"], features, said["colour"], said["credit"], said["by_column"])
