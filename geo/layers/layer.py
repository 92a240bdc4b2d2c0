"""A layer: named features with the days on which they are there, a colour and a credit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import geopandas as gpd
import shapely

from geo.errors import LayerError

__all__ = [
    "COLOURS", "OTHER_COLOUR", "VALUE_COLOURS", "Layer", "colour_layers", "count_kinds",
    "name_layers", "settle_colour",
]  # fmt: skip

# Kept apart from the colours of kinds by eyes of every common sort, and from each other
# (tests/geo/layers/test_layer.py).
COLOURS = ("#332288", "#7f0000", "#994f88", "#b15928", "#ddcc77", "#1b1b1b")
VALUE_COLOURS = (*COLOURS, "#9048f0", "#004848")  # of the values of a column
OTHER_COLOUR = "#6b6b6b"  # of the values beyond those, and of features without one
KINDS = ("points", "lines", "areas")  # by the dimension of a geometry
LONGEST_NAME = 80  # signs
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """A person's layer.

    name: what legend and filters call it. features: geometry in WGS 84 degrees; `name` ("" for
    none); `valid_from` and `valid_to`, inclusive days, NaT where the file says none (always there
    before, or after); `properties`, each a dict of texts; `row` in the file. colour: "#rrggbb", ""
    for one that `colour_layers` gives. credit: who made it, "" for nobody said. by: the property by
    which features are coloured (`geo.layers.values`), "" for all alike.
    """

    name: str
    features: gpd.GeoDataFrame = field(repr=False)
    colour: str = ""
    credit: str = ""
    by: str = ""

    def __post_init__(self) -> None:
        name = " ".join(self.name.split())[:LONGEST_NAME].strip()
        if not name:
            raise LayerError("a layer has no name; give it one, such as hospitals")
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "credit", " ".join(self.credit.split()))
        object.__setattr__(self, "colour", settle_colour(self.colour))

    @property
    def dated(self) -> int:
        """Number of features with a first or last day."""
        days = self.features[["valid_from", "valid_to"]]
        return int(days.notna().any(axis=1).sum())

    @property
    def corners(self) -> int:
        """Number of points that its geometry is made of."""
        return int(shapely.get_num_coordinates(self.features.geometry.to_numpy()).sum())

    def in_words(self) -> str:
        """Say what it holds, such as "hospitals: 200 points, 3 with dates"."""
        kinds = count_kinds(self.features.geometry)
        held = ", ".join(
            f"{number:,} {kind if number > 1 else kind[:-1]}"
            for kind, number in zip(KINDS, kinds, strict=True) if number
        )  # fmt: skip
        dates = f", {self.dated:,} of {len(self.features):,} with dates" if self.dated else ""
        return f"{self.name}: {held}{dates}"


def count_kinds(shapes: Iterable[shapely.Geometry]) -> tuple[int, int, int]:
    """Return how many features are points, lines and areas, by their largest dimension."""
    counts = [0, 0, 0]
    for shape in shapes:
        counts[int(shapely.get_dimensions(shape))] += 1
    points, lines, areas = counts
    return points, lines, areas


def settle_colour(text: str) -> str:
    """Return a colour as "#rrggbb" in small letters, "" for none; LayerError for what is none."""
    plain = text.strip()
    if plain and not _COLOUR.fullmatch(plain):
        raise LayerError(f"colour {plain!r} is none; write it as #rrggbb, such as #332288")
    return plain.lower()


def colour_layers(layers: Sequence[Layer]) -> list[Layer]:
    """Return layers that have no colour with the next one of `COLOURS` that none has."""
    taken = {layer.colour for layer in layers}
    free = [colour for colour in COLOURS if colour not in taken]
    coloured: list[Layer] = []
    for layer in layers:
        given = layer.colour or (free.pop(0) if free else COLOURS[len(coloured) % len(COLOURS)])
        coloured.append(replace(layer, colour=given))
    return coloured


def name_layers(layers: Sequence[Layer]) -> list[Layer]:
    """Return layers of one name with numbers behind it, so that a filter means one of them."""
    named: list[Layer] = []
    for layer in layers:
        called, number = layer.name, 1
        while called.casefold() in {other.name.casefold() for other in named}:
            number += 1
            called = f"{layer.name} {number}"
        named.append(replace(layer, name=called))
    return named
