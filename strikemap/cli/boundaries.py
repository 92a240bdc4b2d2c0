"""`strikemap boundaries`: files of areas of the user's own or of publishers, for later use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from strikemap.cli.messages import answer, say, show_downloads
from strikemap.cli.options import CountryOption

__all__ = ["add_areas", "fetch_areas", "list_areas", "remove_areas"]

LEVELS = {1: "first", 2: "second", 3: "third"}

CodeArgument = Annotated[str, typer.Argument(metavar="CODE", help="Two letters, such as UA.")]


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
        f"{_count(len(table))} of the {LEVELS[level]} level"
        for level, table in sorted(loaded.levels.items())
    )
    say(f"{areas.name}: used from now on for {country}; it has {counts}")


def fetch_areas(
    country: CodeArgument,
    level: Annotated[
        list[int] | None,
        typer.Option("--level", metavar="N", help="1, 2 or 3; repeatable. By default 1 and 2."),
    ] = None,
    source: Annotated[
        str, typer.Option("--from", metavar="NAME", help="geoboundaries or cod-ab (OCHA).")
    ] = "geoboundaries",
    url: Annotated[
        str | None,
        typer.Option(
            "--url", help="A mirror of geoBoundaries' records, an HDX dataset, or one file."
        ),
    ] = None,
) -> None:
    """Get a country's areas (districts too) from their publisher, for this and every later use.

    The files are kept in the user's data folder, and what may be done with them is said.
    """
    from geo.land.fetched import USUAL_LEVELS, fetch_boundaries

    with show_downloads() as report:
        fetched = fetch_boundaries(
            country, level or USUAL_LEVELS, publisher=source, url=url, report=report
        )
    for file in fetched.installed:
        answer(f"{file.file_name}: {_count(file.areas)} of the {LEVELS[file.level]} level")
        answer(f"  from {file.url}")
        answer(f"  licence {file.licence}; credit {file.credit}")
        answer(f"  edition {file.edition or 'not said'}; SHA-256 {file.sha256}")
    for failure in fetched.failed:
        say(f"not installed: {failure}")
    said = " and ".join(LEVELS[file.level] for file in fetched.installed)
    say(f"{country.lower()}: areas of the {said} level are used from now on")


def list_areas(
    country: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="Two letters; by default every country.")
    ] = None,
) -> None:
    """Say which files of areas were added or fetched, and where each comes from."""
    from geo.land.area_records import read_records
    from geo.land.installed import areas_folder, countries_with_areas, installed_boundaries

    codes = [country.lower()] if country else countries_with_areas()
    known = {code: {one.file_name: one for one in read_records(areas_folder(code))}
             for code in codes}  # fmt: skip
    number = 0
    for code in codes:
        for path in installed_boundaries(code):
            number += 1
            file = known[code].get(path.name)
            if file is None:
                answer(f"{code}: {path.name}, added by hand")
                continue
            answer(f"{code}: {path.name}, {_count(file.areas)} of the {LEVELS[file.level]} level")
            answer(f"  fetched {file.fetched} from {file.url}")
            answer(f"  licence {file.licence}; credit {file.credit}")
            answer(f"  edition {file.edition or 'not said'}; SHA-256 {file.sha256}")
    say(f"{number} file{'s' * (number != 1)} of areas; what ships is used for the rest")


def remove_areas(
    country: CodeArgument,
    name: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="One file's name; by default all.")
    ] = None,
) -> None:
    """Take added or fetched areas away again; what ships is used from then on."""
    from geo.land.installed import remove_boundaries

    gone = remove_boundaries(country, name)
    say(f"{country.lower()}: {', '.join(gone)} removed; what ships is used from now on")


def _count(number: int) -> str:
    return f"{number:,} area{'s' * (number != 1)}"
