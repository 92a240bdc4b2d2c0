"""The colours of kinds, those of the web map, and what a legend calls them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["KIND_COLOURS", "KindColour"]


@dataclass(frozen=True, slots=True)
class KindColour:
    """A kind's colour as #rrggbb, and its name in a legend."""

    colour: str
    name: str

    @property
    def rgb(self) -> tuple[int, int, int]:
        """The colour as red, green and blue, 0-255."""
        red, green, blue = bytes.fromhex(self.colour[1:])
        return red, green, blue


# Okabe and Ito's palette; tests hold it equal to geo/webmap/static/look/colour_groups.js.
KIND_COLOURS = {
    "airstrike": KindColour("#d55e00", "Airstrike"),
    "drone": KindColour("#0072b2", "Drone"),
    "missile": KindColour("#cc79a7", "Missile"),
    "shelling": KindColour("#e69f00", "Shelling"),
    "ied": KindColour("#009e73", "IED"),
    "ground": KindColour("#56b4e9", "Ground attack"),
    "other": KindColour("#8c9299", "Other attack"),
}
