"""Own layers of the command line: read, told, and put under the strikes of a map."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strikemap.cli.messages import say

if TYPE_CHECKING:
    from geo.layers.near import MeasuredLayer
    from geo.reading.result import Reading
    from geo.strikes.filters import Filters

__all__ = ["LayerOption", "list_files", "read_layers", "settle_near_layer"]

MOST_TOLD = 5  # refused features of a layer

LayerOption = Annotated[
    list[str] | None,
    typer.Option(
        "--layer",
        metavar="FILE;...",
        help="Your own layer (GeoJSON, GeoPackage, KML, shapefile, or a table with points), as "
        "'FILE;name=NAME;colour=#RRGGBB;credit=WHO;layer=LAYER;from=COLUMN;to=COLUMN;km=N', the "
        "parts after FILE as needed; repeatable, the first is drawn lowest. A .csv gets columns of "
        "the distances.",
    ),
]


def list_files(options: Sequence[str] | None) -> list[Path]:
    """Return the files of layers; a line that is not understood is wrong usage."""
    from geo.errors import LayerError
    from geo.layers.option import read_option

    try:
        return [Path(read_option(option)[0]) for option in options or ()]
    except LayerError as error:
        raise typer.BadParameter(str(error), param_hint="--layer") from error


def read_layers(options: Sequence[str] | None) -> dict[MeasuredLayer, float | None]:
    """Read the layers, saying what each holds and what is refused; each with the km asked for."""
    from geo.layers.layer import colour_layers, name_layers
    from geo.layers.near import MeasuredLayer
    from geo.layers.option import read_option
    from geo.layers.read import read_layer

    layers, kilometres = [], []
    for option in options or ():
        file, request = read_option(option)
        found = read_layer(file, request)
        lines = list(found.lines())
        shown = len(lines) - len(found.rejected) + MOST_TOLD
        for line in lines[:shown]:
            say(f"{file}: {line}")
        if more := len(lines[shown:]):
            say(f"{file}: and {more:,} more features are refused")
        layers.append(found.layer)
        kilometres.append(request.km)
    named = [MeasuredLayer(layer) for layer in colour_layers(name_layers(layers))]
    return dict(zip(named, kilometres, strict=True))


def settle_near_layer(
    filters: Filters, layers: Collection[MeasuredLayer], reading: Reading
) -> Filters:
    """Return filters whose `near_layer` has its layer, and say how many strikes are how near.

    A name that no layer has is wrong usage.
    """
    from geo.errors import FilterError
    from geo.layers.near import note_near_layer, settle_layers

    try:
        settled = settle_layers(filters, list(layers))
    except FilterError as error:
        raise typer.BadParameter(str(error), param_hint="--filter") from error
    if said := note_near_layer(settled, reading.strikes, reading.claims):
        say(f"--filter: {said}")
    return settled
