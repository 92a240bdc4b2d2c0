"""`strikemap places` and `strikemap gazetteer`: names in texts, and the gazetteer itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strikemap.cli.inputs import check_out, load_places
from strikemap.cli.messages import say, show_downloads, tell_progress
from strikemap.cli.options import CountryOption, GazetteerOption, OutOption

if TYPE_CHECKING:
    from gazetteer import Place

# As each publisher states it; a place may rest on several.
SOURCE_LICENCES = {
    "GeoNames": "CC BY 4.0",
    "OCHA": "CC BY 3.0 IGO",
    "COD-AB": "CC BY 3.0 IGO (OCHA)",
    "UCDP GED": "CC BY 4.0",
    "WOF": "CC0 (Who's On First)",
    "airportsdata": "MIT",
}


def places(
    texts: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Running text, UTF-8, a file a document."),
    ],
    out: OutOption,
    gazetteer: GazetteerOption = None,
    country: CountryOption = "sy",
) -> None:
    """Find the place names in running text, English and Arabic, and where they are.

    OUT has a row for each mention, with its offsets in code points. Names of other countries and
    of cities elsewhere are told as such.
    """
    import pandas as pd

    check_out(out, (".csv",), [*texts])
    from gazetteer.mentions.table import MENTION_COLUMNS, read_document, tabulate_mentions
    from geo.export.csv_table import table_to_csv
    from geo.files import replace_files

    documents = list(zip(_document_names(texts), map(read_document, texts), strict=True))
    pack = load_places(country, gazetteer)
    with tell_progress(f"reading {len(documents):,} documents"):
        rows = list(tabulate_mentions(documents, pack))
    mentions = pd.DataFrame(rows, columns=list(MENTION_COLUMNS))
    replace_files({out: table_to_csv(mentions, harmless=False)})
    status = mentions["location_status"]
    say(
        f"{out}: {len(mentions):,} mentions in {len(documents):,} documents: "
        f"{(status == 'located').sum():,} located, {(status == 'area_only').sum():,} known by area "
        f"only, {(status == 'unlocated').sum():,} not located"
    )


def _document_names(texts: list[Path]) -> list[str]:
    """Return file names without their endings, whole paths where two would be the same."""
    stems = [text.stem for text in texts]
    return stems if len(set(stems)) == len(stems) else [str(text) for text in texts]


def search(
    name: Annotated[str, typer.Argument(help="Place name, in any spelling or script.")],
    governorate: Annotated[
        str | None, typer.Option("--governorate", help="Governorate as reported.")
    ] = None,
    gazetteer: GazetteerOption = None,
    country: CountryOption = "sy",
) -> None:
    """Say what a name is taken to mean, why, and what else it could mean."""
    pack = load_places(country, gazetteer)
    match = pack.match(name, governorate)
    where = "" if match.lon is None else f", {match.lon:.5f} {match.lat:.5f} (lon lat)"
    radius = f", within {match.uncertainty_km:g} km" if match.uncertainty_km else ""
    score = "" if match.score is None else f", score {match.score:.2f}"
    typer.echo(f"{name}: {match.method}{score}")
    if match.place is not None:
        named = f"{match.place.name} {match.place.name_ar or ''}".strip()
        typer.echo(f"  {named} [{match.place.place_id}], {match.precision}{where}{radius}")
    typer.echo(f"  {match.reason}")
    candidates = pack.explain(name, governorate)
    if candidates:
        typer.echo("candidates: share, place, governorate, kind, id, spelling met, km to the first")
    for found in candidates[:10]:
        place = found.place
        typer.echo(
            f"  {found.share:4.0%}  {place.name}, {place.adm1_name or '-'}, {place.kind}, "
            f"{place.place_id}, {found.spelling}{' (exact)' if found.exact else ''}"
            f"{_word_distance(candidates[0].place, place)}"
        )


def _word_distance(first: Place, other: Place) -> str:
    """Return how far a place is from another, in km, where both have a point."""
    from geopy.distance import geodesic

    if other is first or None in (first.lon, first.lat, other.lon, other.lat):
        return ""
    return f", {geodesic((first.lat, first.lon), (other.lat, other.lon)).km:,.1f} km"


def fetch(
    country: Annotated[str, typer.Argument(metavar="COUNTRY", help="Two letters, such as SY.")],
    url: Annotated[
        str | None, typer.Option("--url", help="Another address, of one file, to fetch instead.")
    ] = None,
) -> None:
    """Get every village of a country from its publishers, GeoNames and OCHA, for later use.

    The files and what may be done with them are told, and kept in the user's data folder. A
    download that broke off goes on where it stopped.
    """
    from gazetteer.online.fetch import fetch as fetch_files
    from gazetteer.online.installed import country_folder

    with show_downloads() as report:
        fetched = fetch_files(country, url=url, report=report)
    for told in fetched.installed:
        typer.echo(f"{told.name}: {told.file_name}, {told.size:,} bytes, {told.places:,} places")
        typer.echo(f"  from {told.url}")
        typer.echo(f"  licence {told.licence}; credit {told.credit}; checked: {told.checked}")
    for failure in fetched.failed:
        say(f"not installed: {failure}")
    places = sum(told.places for told in fetched.installed)
    say(f"{country_folder(country)}: {places:,} places, used from now on for {country.lower()}")


def add(
    table: Annotated[Path, typer.Argument(metavar="FILE", help="File of places, any format.")],
    country: CountryOption = "sy",
) -> None:
    """Add a file of places to a country, for this and every later use."""
    from gazetteer.online.installed import add_file

    told = add_file(table, country)
    say(f"{told.file_name}: {told.places:,} places, used from now on for {country}")


def info(gazetteer: GazetteerOption = None, country: CountryOption = "sy") -> None:
    """Say what the gazetteer holds and where it comes from."""
    from collections import Counter

    from gazetteer.online.installed import country_folder, read_manifest
    from gazetteer.tables import loading

    pack = load_places(country, gazetteer)
    typer.echo(f"{pack.country}: {len(pack.places):,} places")
    for kind, count in Counter(place.kind for place in pack.places).most_common():
        typer.echo(f"  {count:6,}  {kind}")
    typer.echo(f"  {sum(len(p.spellings) for p in pack.places):6,}  further spellings")
    for source, licence in SOURCE_LICENCES.items():
        count = sum(any(s.startswith(source) for s in place.sources) for place in pack.places)
        if count:
            typer.echo(f"  {count:6,}  rest on {source}, {licence}")
    sources = loading.DATA / country / "SOURCES.md"
    if sources.exists():
        typer.echo(f"sources and licences: {sources}")
    for told in read_manifest(country_folder(country)):
        typer.echo(f"added: {told['file_name']}, {told['places']:,} places, {told['licence']}")
