"""`strikemap gazetteer add`: a file of places of the user's own, for later use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from strikemap.cli.formats_help import FormatsCommand
from strikemap.cli.messages import count, say
from strikemap.cli.options import CountryOption


class AddCommand(FormatsCommand):
    """`strikemap gazetteer add`, whose help lists the publishers' formats of places."""

    heading = "Formats, found by what FILE holds, in a .zip or not:"

    def list_formats(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Return whose files each format is of, and what they are."""
        from gazetteer.tables.registry import list_formats

        yield from (((each.name,), each.sentence) for each in list_formats())


def add(
    table: Annotated[Path, typer.Argument(metavar="FILE", help="File of places, any format.")],
    country: CountryOption = "sy",
) -> None:
    """Add a file of places to a country, for this and every later use."""
    from gazetteer.conflicts import find_conflicts, list_conflicts
    from gazetteer.decisions.file import holds_decisions
    from gazetteer.online.installed import add_file, load_country

    added = add_file(table, country)
    held = count(added.places, "decision" if holds_decisions(table) else "place")
    say(f"{added.file_name}: {held}, used from now on for {country}")
    conflicts = find_conflicts(load_country(country))
    own = [each for each in conflicts if Path(added.file_name).stem in each.given_to.sources]
    for line in list_conflicts(own):
        say(line)
