"""`strikemap gazetteer add`: a file of places of the user's own, for later use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from strikemap.cli.messages import say
from strikemap.cli.options import CountryOption


def add(
    table: Annotated[Path, typer.Argument(metavar="FILE", help="File of places, any format.")],
    country: CountryOption = "sy",
) -> None:
    """Add a file of places to a country, for this and every later use."""
    from gazetteer.online.installed import add_file

    added = add_file(table, country)
    say(f"{added.file_name}: {added.places:,} places, used from now on for {country}")
