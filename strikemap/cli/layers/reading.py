"""Own layers of the command line: read, told, and put under the strikes of a map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strikemap.cli.messages import say

if TYPE_CHECKING:
    from geo.layers.layer import Layer

__all__ = ["LayerOption", "list_files", "read_layers"]

MOST_TOLD = 5  # refused features of a layer

LayerOption = Annotated[
    list[str] | None,
    typer.Option(
        "--layer",
        metavar="FILE;...",
        help="Your own layer (GeoJSON, GeoPackage, KML, shapefile, or a table with points), as "
        "'FILE;name=NAME;colour=#RRGGBB;credit=WHO;layer=LAYER;from=COLUMN;to=COLUMN', the parts "
        "after FILE as needed; repeatable, the first is drawn lowest.",
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


def read_layers(options: Sequence[str] | None) -> list[Layer]:
    """Read the layers, saying what each holds and what is refused of it."""
    from geo.layers.layer import colour_layers, name_layers
    from geo.layers.option import read_option
    from geo.layers.read import read_layer

    layers = []
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
    return colour_layers(name_layers(layers))
