"""The colours of a sheet, each under the name of what is drawn in it."""

from __future__ import annotations

__all__ = ["COLOURS", "find_colour"]

# One dark hue for strikes: shapes and not colours set kinds of symbol apart, so that a grey
# print and a colour-blind eye lose nothing; contrasts are checked by the tests.
_STRIKES = "#12406b"

COLOURS = {
    # Strikes; the legend draws its symbols in the same.
    "circle": _STRIKES,  # strikes of a place, numbered ones and their leaders
    "circle text": "#ffffff",  # the count or number in a circle
    "ring": _STRIKES,  # radius of uncertainty
    "badge": _STRIKES,  # strikes known by area only: square, text and line
    "bar": _STRIKES,  # timeline: the strikes of the sheet
    "other bar": "#c3cbd3",  # timeline: all strikes in the data
    "marked bar": "#8a1f11",  # timeline: the bin that a playback shows
    "dot": _STRIKES,  # a strike where areas are counted
    # Strikes by kind or actor: Okabe and Ito's palette, as on the web map.
    "group 1": "#d55e00",
    "group 2": "#0072b2",
    "group 3": "#e69f00",
    "group 4": "#009e73",
    "group 5": "#cc79a7",
    "group 6": "#56b4e9",
    "group other": "#8c9299",
    "group unknown": "#b9bec4",
    # Areas by how many strikes they hold, few to many: dark names stand on all of them.
    "shade 1": "#e2ebf3",
    "shade 2": "#c2d5e6",
    "shade 3": "#9bbbd7",
    "shade 4": "#719fc5",
    # The page.
    "ink": "#1c232b",
    "quiet": "#48515b",
    "paper": "#ffffff",
    "panel rule": "#c9ced4",
    "table head": "#e4e9ee",  # of slides
    "handling": "#8a1f11",
    "note": "#6a2c70",  # of the author, no datum: a hue that no strike has
    # The base map.
    "land": "#fbfaf6",
    "abroad": "#ebe8e1",
    "sea": "#c6d6e0",
    "river": "#9fc0d2",  # lighter in grey than every border and name
    "set back": "#ffffff",  # over what lies outside the sheet's extent
    "beyond": "#ffffff",  # where the base map ends: neither land nor sea is known
    "border": "#a79f92",
    "outline": "#6b645a",
    "governorate": "#5d5548",
    "abroad name": "#645d52",
    "town": "#39414a",
    "graticule": "#b5b9b6",
    "graticule name": "#5d6468",
    "locator country": "#c3cbd3",
    "locator extent": "#8a1f11",
}


def find_colour(name: str) -> str:
    """Return the colour of a name; one that is given as #rrggbb, such as a layer's, is itself."""
    return name if name.startswith("#") else COLOURS[name]
