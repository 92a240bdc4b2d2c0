"""Own layers of the command line: read, told, and put under the strikes of a map."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.workspace.naming import is_address, name_safely
from strikemap.cli.inputs import Located, settle
from strikemap.cli.messages import say

if TYPE_CHECKING:
    from geo.layers.layer import Layer
    from geo.layers.near import MeasuredLayer
    from geo.layers.read import LayerRequest
    from geo.strikes.filters import Filters

__all__ = ["LAYER_FORM", "LayerOption", "list_files", "read_layers", "settle_near_layer"]

MOST_TOLD = 5  # refused features of a layer

LAYER_FORM = (
    "'FILE;name=NAME;colour=#RRGGBB;credit=WHO;layer=LAYER;from=COLUMN;to=COLUMN;by=COLUMN;km=N'"
)
LayerOption = Annotated[
    list[str] | None,
    typer.Option(
        "--layer",
        metavar="FILE;...",
        help="Your own layer (GeoJSON, GeoPackage, KML, shapefile, or a table with points), as "
        f"{LAYER_FORM}, the parts after FILE as needed; repeatable, the first is drawn lowest; "
        "by= gives each value of a column a colour. A workspace gives the layers that it keeps. A "
        ".csv or .geojson gets the distances.",
    ),
]


def list_files(options: Sequence[str] | None) -> list[Path]:
    """Return the files of layers; a line that is not understood is wrong usage."""
    from geo.errors import LayerError
    from geo.layers.option import read_option

    try:
        named = [read_option(option)[0] for option in options or ()]
    except LayerError as error:
        raise typer.BadParameter(str(error), param_hint="--layer") from error
    return [Path(name) for name in named if not is_address(name)]


def read_layers(options: Sequence[str] | None) -> dict[MeasuredLayer, float | None]:
    """Read the layers, saying what each holds and what is refused; each with the km asked for."""
    from geo.layers.layer import colour_layers, name_layers
    from geo.layers.near import MeasuredLayer
    from geo.layers.option import read_option

    layers, kilometres = [], []
    for option in options or ():
        file, request = read_option(option)
        read = _read_kept(file, request) or [_read_file(file, request)]
        layers.extend(read)
        kilometres.extend([request.km] * len(read))
    named = [MeasuredLayer(layer) for layer in colour_layers(name_layers(layers))]
    return dict(zip(named, kilometres, strict=True))


def _read_file(file: str, request: LayerRequest) -> Layer:
    from geo.layers.read import read_layer

    found = read_layer(file, request)
    lines = list(found.lines())
    shown = len(lines) - len(found.rejected) + MOST_TOLD
    for line in lines[:shown]:
        say(f"{file}: {line}")
    if more := len(lines[shown:]):
        say(f"{file}: and {more:,} more features are refused")
    return found.layer


def _read_kept(file: str, request: LayerRequest) -> list[Layer]:
    """Return the layers that a workspace keeps, or the one that is asked for; [] for no workspace.

    What is said of name, colour, credit and by counts before what is kept.
    """
    if not (is_address(file) or file.lower().endswith(".gpkg")):
        return []
    from geo.errors import LayerError, WorkspaceError
    from geo.workspace.layering import list_layers
    from geo.workspace.store import Workspace

    try:
        with Workspace(file, writing=False) as opened:
            held = list_layers(opened)
    except WorkspaceError:
        if is_address(file):
            raise
        return []  # a GeoPackage of another kind
    wanted = request.layer.casefold()
    kept = [layer for layer in held if wanted in ("", layer.name.casefold())]
    if not kept:
        known = ", ".join(layer.name for layer in held) or "none"
        what = f"layer {request.layer!r}" if wanted else "layer"
        raise LayerError(f"{name_safely(file)}: keeps no {what}; it has {known}")
    for layer in kept:
        say(f"{name_safely(file)}: {layer.in_words()}")
    said = {name: getattr(request, name) for name in ("name", "colour", "credit", "by")}
    return [replace(layer, **{k: v for k, v in said.items() if v}) for layer in kept]


def settle_near_layer(
    filters: Filters,
    layers: Collection[MeasuredLayer],
    found: Located,
    *,
    option: str = "--filter",
) -> Filters:
    """Return filters with their areas, and the layer of `near_layer`; say how near strikes are.

    option: by which the filters are given. A name that no layer has is wrong usage.
    """
    from geo.errors import FilterError
    from geo.layers.near import note_near_layer, settle_layers

    try:
        settled = settle(settle_layers(filters, list(layers)), found, option=option)
    except FilterError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error
    if said := note_near_layer(settled, found.reading.strikes, found.reading.claims):
        say(f"{option}: {said}")
    return settled
