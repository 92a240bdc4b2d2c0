"""`strikemap boundaries add`: a file of areas of the user's own, for later use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from strikemap.cli.messages import say
from strikemap.cli.options import CountryOption

LEVELS = {1: "first", 2: "second", 3: "third"}


def add_areas(
    areas: Annotated[
        Path, typer.Argument(metavar="FILE", help="COD-AB or geoBoundaries polygons, one level.")
    ],
    country: CountryOption = "sy",
) -> None:
    """Add boundaries to a country, for this and every later use."""
    from geo.land.installed import add_boundaries

    loaded = add_boundaries(areas, country)
    counts = ", ".join(
        f"{len(table):,} area{'s' * (len(table) != 1)} of the {LEVELS[level]} level"
        for level, table in sorted(loaded.levels.items())
    )
    say(f"{areas.name}: used from now on for {country}; it has {counts}")
