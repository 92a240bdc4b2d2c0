"""`strikemap gazetteer fetch`: every village of a country from its publishers."""

from __future__ import annotations

from typing import Annotated

import typer

from strikemap.cli.messages import answer, say, show_downloads


def fetch(
    country: Annotated[str, typer.Argument(metavar="COUNTRY", help="Two letters, such as SY.")],
    url: Annotated[
        str | None, typer.Option("--url", help="Another address, of one file, to fetch instead.")
    ] = None,
) -> None:
    """Get every village of a country from its publishers, GeoNames and OCHA, for later use.

    The files are kept in the user's data folder, and what may be done with them is said. A
    download that broke off goes on where it stopped.
    """
    from gazetteer.online.fetch import fetch as fetch_files
    from gazetteer.online.installed import country_folder

    with show_downloads() as report:
        fetched = fetch_files(country, url=url, report=report)
    for file in fetched.installed:
        answer(f"{file.name}: {file.file_name}, {file.size:,} bytes, {file.places:,} places")
        answer(f"  from {file.url}")
        answer(f"  licence {file.licence}; credit {file.credit}; checked: {file.checked}")
    for failure in fetched.failed:
        say(f"not installed: {failure}")
    places = sum(file.places for file in fetched.installed)
    say(f"{country_folder(country)}: {places:,} places, used from now on for {country.lower()}")
