"""The detailed ground of a view: rivers, lakes and hill shading under the quiet base map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geo.land.around import NEAR, Box, view_box
from geo.land.country import read_country
from geo.land.ground.relief import read_relief
from geo.land.ground.waters import CREDIT, make_waters

__all__ = ["make_ground"]


def make_ground(box: Box, bounds: Box, countries: Sequence[str]) -> dict[str, Any]:
    """Return what lies on the ground of a box (west, south, east, north in degrees).

    bounds: the countries' usual view in it, beyond which only large waters are drawn.
    rivers and lakes as `make_waters` has them, their local names filled in where the main script
    of the countries is Arabic; relief, the tiles of `read_relief`; credit.
    """
    waters = make_waters(box, view_box(bounds, NEAR))
    if {read_country(country).get("script") for country in countries} == {"Arab"}:
        for kind in waters.values():
            pairs = zip(kind["name_local"], kind["name_ar"], strict=True)
            kind["name_local"] = [local or arabic for local, arabic in pairs]
    return {**waters, "relief": read_relief(box), "credit": CREDIT}
