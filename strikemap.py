"""The command-line door: one thin function per verb."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gazetteer.errors import ExportError, FilterError, StrikemapError

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd
    from rich.progress import TaskID

    from gazetteer import Gazetteer
    from geo.boundaries import Boundaries
    from geo.briefing import Sheet, SheetOptions
    from geo.read import Reading
    from geo.tables import Table

# typer's boxes and coloured panels are for eyes only; scripts read the last line.
app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Put air strikes on a map, honestly: place names to places, a map, exports.",
)
gazetteer_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look into places.")
app.add_typer(gazetteer_app, name="gazetteer")

SEEDS = "seeds"
# What .streamlit/config.toml says, for an installed wheel, which has no such file.
STREAMLIT_FLAGS = {
    "browser.gatherUsageStats": "false",
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "server.maxUploadSize": "50",
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "client.disableDataExport": "true",
    "theme.baseRadius": "small",
    "theme.showSidebarBorder": "true",
    "theme.light.primaryColor": "#1f5a85",
    "theme.light.backgroundColor": "#ffffff",
    "theme.light.secondaryBackgroundColor": "#f3f5f7",
    "theme.light.textColor": "#1c2630",
    "theme.light.linkColor": "#1f5a85",
    "theme.light.borderColor": "#d5dbe1",
    "theme.dark.primaryColor": "#4a90c2",
    "theme.dark.backgroundColor": "#12181f",
    "theme.dark.secondaryBackgroundColor": "#1b232c",
    "theme.dark.textColor": "#e6eaee",
    "theme.dark.linkColor": "#7db8e0",
    "theme.dark.borderColor": "#36414c",
}

StrikesArgument = Annotated[
    str,
    typer.Argument(
        metavar="STRIKES",
        help="Table of strikes (.csv .xlsx .geojson .gpkg .parquet), or the word 'seeds' for "
        "the strikes that ship.",
    ),
]
OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="File to write.")]
ClaimsOption = Annotated[
    Path | None,
    typer.Option("--claims", metavar="FILE", help="Claims of the strikes; found if beside them."),
]
QueryOption = Annotated[
    str, typer.Option("--filter", metavar="QUERY", help="The query string of the app's address.")
]
GazetteerOption = Annotated[
    list[Path] | None,
    typer.Option("--gazetteer", metavar="FILE", help="Places to add to the pack; repeatable."),
]
BoundariesOption = Annotated[
    list[Path] | None,
    typer.Option("--boundaries", metavar="FILE", help="COD-AB polygons; repeatable for levels."),
]
CountryOption = Annotated[str, typer.Option("--country", metavar="PACK", help="Country pack.")]


def main() -> None:
    """Run the command line; an error of the user's is one plain line, never a traceback."""
    try:
        app()
    except (StrikemapError, OSError) as error:
        _say(f"strikemap: {' '.join(str(error).split())}")
        sys.exit(1)


@app.command("app")
def serve(
    strikes: Annotated[
        str | None,
        typer.Argument(metavar="STRIKES", help="Table of strikes; by default what ships."),
    ] = None,
    claims: ClaimsOption = None,
    port: Annotated[
        int | None, typer.Option("--port", help="Port on this machine; by default 8501.")
    ] = None,
) -> None:
    """Serve the map in the browser, on this machine only."""
    environment = dict(os.environ)
    if strikes is not None and strikes != SEEDS:
        _read(strikes, claims)
        environment["STRIKEMAP_STRIKES"] = str(Path(strikes).resolve())
    if claims is not None:
        environment["STRIKEMAP_CLAIMS"] = str(claims.resolve())
    spec = importlib.util.find_spec("streamlit_app")
    if spec is None or spec.origin is None:
        raise StrikemapError("streamlit_app.py is not installed; install strikemap again")
    flags = {**STREAMLIT_FLAGS, **({"server.port": str(port)} if port else {})}
    environment.setdefault("STREAMLIT_SERVER_ADDRESS", "localhost")
    command = [sys.executable, "-m", "streamlit", "run", spec.origin]
    command += [f"--{name}={value}" for name, value in flags.items()]
    if os.name == "posix":
        os.execve(sys.executable, command, environment)  # noqa: S606 our own interpreter
    raise typer.Exit(subprocess.call(command, env=environment))  # noqa: S603 our own command


@app.command()
def geocode(
    table: Annotated[Path, typer.Argument(metavar="IN", help="Table with a column of names.")],
    out: OutOption,
    place: Annotated[str, typer.Option("--place", metavar="COL", help="Column of place names.")],
    governorate: Annotated[
        str | None, typer.Option("--governorate", metavar="COL", help="Governorate as reported.")
    ] = None,
    lon: Annotated[
        str | None, typer.Option("--lon", metavar="COL", help="Longitude, degrees.")
    ] = None,
    lat: Annotated[
        str | None, typer.Option("--lat", metavar="COL", help="Latitude, degrees.")
    ] = None,
    gazetteer: GazetteerOption = None,
    boundaries: BoundariesOption = None,
    country: CountryOption = "sy",
) -> None:
    """Find where place names are: IN with the place, point, radius and reason of each row.

    Every row and column of IN stays, in order. Coordinates count only from the columns named by
    --lon and --lat.
    """
    if (lon is None) != (lat is None):
        raise typer.BadParameter("give both or neither", param_hint="--lon, --lat")
    _check_out(out, (".csv",), [table])
    from geo.export import replace_files, table_to_csv
    from geo.geocode import Remembering, add_answers, read_asked
    from geo.tables import read_table

    read = read_table(table)
    asked = read_asked(read, place=place, governorate=governorate, lon=lon, lat=lat)
    pack, areas = _load(country, gazetteer, boundaries)
    remembering = Remembering(pack)
    with _telling(f"placing {len(asked.strikes):,} rows"):
        located = _locate(asked.strikes, remembering, pack, areas)
    answers = add_answers(read, asked, located, remembering)
    rejected = _rejected(read, asked.refused)
    if len(rejected) and len(rejected) == len(read.cells) + len(read.broken):
        raise StrikemapError(f"{table}: every row is refused; row {_first(rejected)}")
    replace_files({out: table_to_csv(answers, harmless=False)})
    status = answers["location_status"]
    _say(
        f"{out}: {len(answers):,} rows: {(status == 'located').sum():,} located, "
        f"{(status == 'area_only').sum():,} known by area only, "
        f"{(~status.isin(['located', 'area_only'])).sum():,} not located"
    )
    _report_rejected(rejected, out)


@app.command()
def export(
    strikes: StrikesArgument,
    out: OutOption,
    claims: ClaimsOption = None,
    query: Annotated[
        str,
        typer.Option("--filter", metavar="QUERY", help="The query string of the app's address."),
    ] = "",
    gazetteer: GazetteerOption = None,
    boundaries: BoundariesOption = None,
    country: CountryOption = "sy",
) -> None:
    """Locate strikes and write them by the ending of FILE; without --filter every row.

    Endings: .geojson .csv .gpkg .parquet .kml .html
    """
    from geo.export import WRITABLE, describe, write_strikes
    from geo.filter import Filters, count_totals, filter_strikes

    try:
        filters = Filters.from_query(query)
    except FilterError as error:
        raise typer.BadParameter(str(error), param_hint="--filter") from error
    _check_out(out, WRITABLE, [Path(strikes), claims])
    reading = _read(strikes, claims)
    pack, areas = _load(country, gazetteer, boundaries)
    with _telling(f"locating {len(reading.strikes):,} strikes"):
        located = _locate(reading.strikes, pack, pack, areas)
    chosen = filter_strikes(located, filters)
    from geo.boundaries import base_map

    told = reading.claims[reading.claims["strike_id"].isin(chosen.index)]
    title = f"Air strikes, as reported ({Path(strikes).stem})"
    options = describe(chosen, told, filters=filters, title=title)
    with _telling(f"writing {out}"):
        write_strikes(chosen, told, out, base_map=base_map(areas), options=options)
    totals = count_totals(chosen)
    _say(
        f"{out}: {totals.rows:,} of {len(located):,} strikes: {totals.located:,} located, "
        f"{totals.area_only:,} known by area only, {totals.unlocated:,} not located; "
        f"{totals.undated:,} undated; {len(told):,} claims"
    )
    _report_rejected(reading.rejected, out)
    _report_rejected(reading.rejected_claims, out, what="claims")


@app.command()
def brief(
    strikes: StrikesArgument,
    out: OutOption,
    claims: ClaimsOption = None,
    query: QueryOption = "",
    title: Annotated[str, typer.Option("--title", help="Title; by default made.")] = "",
    subtitle: Annotated[str, typer.Option("--subtitle", help="A line under the title.")] = "",
    language: Annotated[str, typer.Option("--language", help="en or ar.")] = "en",
    digits: Annotated[str, typer.Option("--digits", help="western or arabic.")] = "western",
    size: Annotated[
        str,
        typer.Option(
            "--size", help="16:9, 4:3, square, a4, letter, a4-landscape or letter-landscape."
        ),
    ] = "16:9",
    extent: Annotated[
        str,
        typer.Option("--extent", help="country, strikes, a governorate, or west,south,east,north."),
    ] = "country",
    projection: Annotated[
        str,
        typer.Option("--projection", help="transverse-mercator, lambert-conformal or mercator."),
    ] = "transverse-mercator",
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="Day that the data stands for; by default SOURCE_DATE_EPOCH or the newest claim.",
        ),
    ] = "",
    handling: Annotated[
        str, typer.Option("--handling", help="A line such as 'For internal use'.")
    ] = "",
    atlas: Annotated[
        str, typer.Option("--atlas", help="A sheet per governorate or month; .pdf or .pptx.")
    ] = "",
    again: Annotated[
        Path | None,
        typer.Option("--again", metavar="SHEET", help="Make SHEET anew from what it tells."),
    ] = None,
    no_metadata: Annotated[
        bool, typer.Option("--no-metadata", help="Let the file tell nothing of itself.")
    ] = False,
    gazetteer: GazetteerOption = None,
    boundaries: BoundariesOption = None,
    country: CountryOption = "sy",
) -> None:
    """Put strikes on a briefing sheet, by the ending of FILE; says what it leaves out.

    Endings: .png .pdf .svg .pptx, .gif for playback. The same strikes and options give the same
    bytes.
    """
    from geo.briefing import FORMATS, make_atlas, make_sheet, write_sheets
    from geo.briefing import again as make_again

    _check_out(out, FORMATS, [Path(strikes), claims, again])
    asked = {"title": title, "subtitle": subtitle, "language": language, "digits": digits,
             "paper": size, "extent": extent, "projection": projection,
             "handling": handling}  # fmt: skip
    options = _sheet_options(asked, query, as_of, metadata=not no_metadata)
    _check_again(again, query, as_of, atlas, asked)
    reading = _read(strikes, claims)
    pack, areas = _load(country, gazetteer, boundaries)
    with _telling(f"locating {len(reading.strikes):,} strikes"):
        located = _locate(reading.strikes, pack, pack, areas)
    with _telling(f"drawing {out}"):
        tables = located, reading.claims, areas
        changes: tuple[str, ...] = ()
        if again is not None:
            made = make_again(again, *tables, metadata=not no_metadata)
            sheets, changes = list(made.sheets), made.changes or ("Nothing has changed.",)
        elif atlas:
            sheets = make_atlas(*tables, options, by=atlas)
        else:
            sheets = [make_sheet(*tables, options)]
        write_sheets(sheets, out)
    for change in changes:
        _say(f"{again}: {change}")
    _report_sheets(sheets, out)
    _report_rejected(reading.rejected, out)
    _report_rejected(reading.rejected_claims, out, what="claims")


@app.command()
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

    _check_out(out, (".csv",), [*texts])
    from gazetteer.mention_table import MENTION_COLUMNS, read_document, tabulate_mentions
    from geo.export import replace_files, table_to_csv

    documents = list(zip(_document_names(texts), map(read_document, texts), strict=True))
    pack = _load_gazetteer(country, gazetteer)
    with _telling(f"reading {len(documents):,} documents"):
        rows = list(tabulate_mentions(documents, pack))
    mentions = pd.DataFrame(rows, columns=list(MENTION_COLUMNS))
    replace_files({out: table_to_csv(mentions, harmless=False)})
    status = mentions["location_status"]
    _say(
        f"{out}: {len(mentions):,} mentions in {len(documents):,} documents: "
        f"{(status == 'located').sum():,} located, {(status == 'area_only').sum():,} known by area "
        f"only, {(status == 'unlocated').sum():,} not located"
    )


def _document_names(texts: list[Path]) -> list[str]:
    """Return file names without their endings, whole paths where two would be the same."""
    stems = [text.stem for text in texts]
    return stems if len(set(stems)) == len(stems) else [str(text) for text in texts]


@gazetteer_app.command()
def search(
    name: Annotated[str, typer.Argument(help="Place name, in any spelling or script.")],
    governorate: Annotated[
        str | None, typer.Option("--governorate", help="Governorate as reported.")
    ] = None,
    gazetteer: GazetteerOption = None,
    country: CountryOption = "sy",
) -> None:
    """Say what a name is taken to mean, why, and what else it could mean."""
    pack = _load_gazetteer(country, gazetteer)
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
        typer.echo("candidates: share, place, governorate, kind, id, spelling met")
    for found in candidates[:10]:
        place = found.place
        typer.echo(
            f"  {found.share:4.0%}  {place.name}, {place.adm1_name or '-'}, {place.kind}, "
            f"{place.place_id}, {found.spelling}{' (exact)' if found.exact else ''}"
        )


@gazetteer_app.command()
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
    from gazetteer.install import country_folder
    from gazetteer.sources import fetch as fetch_files

    with _progress() as report:
        fetched = fetch_files(country, url=url, report=report)
    for told in fetched.installed:
        typer.echo(f"{told.name}: {told.file_name}, {told.size:,} bytes, {told.places:,} places")
        typer.echo(f"  from {told.url}")
        typer.echo(f"  licence {told.licence}; credit {told.credit}; checked: {told.checked}")
    for failure in fetched.failed:
        _say(f"not installed: {failure}")
    places = sum(told.places for told in fetched.installed)
    _say(f"{country_folder(country)}: {places:,} places, used from now on for {country.lower()}")


@gazetteer_app.command()
def add(
    table: Annotated[Path, typer.Argument(metavar="FILE", help="File of places, any format.")],
    country: CountryOption = "sy",
) -> None:
    """Add a file of places to a country, for this and every later use."""
    from gazetteer.install import add_file

    told = add_file(table, country)
    _say(f"{told.file_name}: {told.places:,} places, used from now on for {country}")


@gazetteer_app.command()
def info(gazetteer: GazetteerOption = None, country: CountryOption = "sy") -> None:
    """Say what the gazetteer holds and where it comes from."""
    from collections import Counter

    from gazetteer import loading
    from gazetteer.install import country_folder, read_manifest

    pack = _load_gazetteer(country, gazetteer)
    typer.echo(f"{pack.country}: {len(pack.places):,} places")
    for kind, count in Counter(place.kind for place in pack.places).most_common():
        typer.echo(f"  {count:6,}  {kind}")
    typer.echo(f"  {sum(len(p.spellings) for p in pack.places):6,}  further spellings")
    sources = loading.DATA / country / "SOURCES.md"
    if sources.exists():
        typer.echo(f"sources and licences: {sources}")
    for told in read_manifest(country_folder(country)):
        typer.echo(f"added: {told['file_name']}, {told['places']:,} places, {told['licence']}")


def _sheet_options(
    asked: dict[str, str], query: str, as_of: str, *, metadata: bool
) -> SheetOptions:
    """Return what the sheet is asked to be; what cannot be is wrong usage."""
    from datetime import date

    from geo.briefing import SheetError, SheetOptions
    from geo.filter import Filters

    try:
        filters = Filters.from_query(query)
    except FilterError as error:
        raise typer.BadParameter(str(error), param_hint="--filter") from error
    try:
        day = date.fromisoformat(as_of) if as_of else None
    except ValueError as error:
        raise typer.BadParameter(
            f"{as_of} is no day; write it as year-month-day", param_hint="--as-of"
        ) from error
    try:
        return SheetOptions(**asked, filters=filters, as_of=day, metadata=metadata)  # type: ignore[arg-type] # the options check their own words
    except SheetError as error:
        raise typer.BadParameter(str(error)) from error


def _check_again(
    again: Path | None, query: str, as_of: str, atlas: str, asked: dict[str, str]
) -> None:
    """Refuse options beside --again, which takes them all from the sheet."""
    usual = {"language": "en", "digits": "western", "paper": "16:9", "extent": "country",
             "projection": "transverse-mercator"}  # fmt: skip
    other = any(value != usual.get(name, "") for name, value in asked.items())
    if again is not None and (query or as_of or atlas or other):
        raise typer.BadParameter(
            "the sheet tells its own filters and options; leave the others out",
            param_hint="--again",
        )


def _report_sheets(sheets: list[Sheet], out: Path) -> None:
    """Say what the recipient will not see, and warn; the last line counts."""
    for sheet in sheets:
        of_many = f"{sheet.facts.title}: " if len(sheets) > 1 else ""
        unseen = sheet.list_unseen("en")
        for warning in unseen.warnings:
            _say(f"WARNING: {of_many}{warning}")
        if len(sheets) == 1:
            for note in unseen.notes:
                _say(f"not on the sheet: {note}")
    totals = [sheet.facts.totals for sheet in sheets]
    _say(
        f"{out}: {len(sheets)} {'sheet' if len(sheets) == 1 else 'sheets'}, "
        f"{sum(t.rows for t in totals):,} strikes: {sum(t.located for t in totals):,} located, "
        f"{sum(t.area_only for t in totals):,} known by area only, "
        f"{sum(t.unlocated for t in totals):,} not located; "
        f"{sum(t.undated for t in totals):,} undated"
    )


def _read(strikes: str, claims: Path | None) -> Reading:
    from geo.read import read_seeds, read_strikes

    reading = read_seeds() if strikes == SEEDS else read_strikes(Path(strikes), claims=claims)
    for note in reading.notes:
        _say(f"{strikes}: {note}")
    if len(reading.rejected) and not len(reading.strikes):
        raise StrikemapError(f"{strikes}: every row is refused; row {_first(reading.rejected)}")
    return reading


def _load_gazetteer(country: str, files: list[Path] | None) -> Gazetteer:
    from gazetteer.install import load_country

    return load_country(country, extra=files or ())


def _load(
    country: str, gazetteer: list[Path] | None, boundaries: list[Path] | None
) -> tuple[Gazetteer, Boundaries]:
    from geo.boundaries import load_boundaries

    pack = _load_gazetteer(country, gazetteer)
    return pack, load_boundaries(country, boundaries or ())


def _locate(
    strikes: gpd.GeoDataFrame, matcher: object, pack: Gazetteer, areas: Boundaries
) -> gpd.GeoDataFrame:
    from geo.boundaries import join_governorates
    from geo.locate import locate

    return strikes.pipe(locate, matcher).pipe(join_governorates, areas, gazetteer=pack)


def _check_out(out: Path, endings: tuple[str, ...], inputs: list[Path | None]) -> None:
    if out.suffix.lower() not in endings:
        raise typer.BadParameter(
            f"{out} must end in one of {' '.join(endings)}", param_hint="--out"
        )
    if any(given is not None and given.resolve() == out.resolve() for given in inputs):
        raise typer.BadParameter(f"{out} would overwrite the input", param_hint="--out")
    if not out.parent.is_dir():
        raise ExportError(f"{out}: the folder {out.parent} does not exist; make it first")


def _rejected(table: Table, refused: dict[int, str]) -> pd.DataFrame:
    from geo.read import refused_rows

    return refused_rows(table.cells, {**table.broken.to_dict(), **refused})


def _first(rejected: pd.DataFrame) -> str:
    return f"{rejected['row'].iloc[0]}: {rejected['reason'].iloc[0]}"


def _report_rejected(rejected: pd.DataFrame, out: Path, *, what: str = "rows") -> None:
    """Write refused rows beside the output and count them; else remove an earlier run's file."""
    from geo.export import rejected_to_csv, replace_files

    ending = ".rejected.csv" if what == "rows" else f".rejected-{what}.csv"
    beside = out.with_suffix(ending)
    if len(rejected):
        replace_files({beside: rejected_to_csv(rejected)})
        _say(f"{len(rejected):,} {what} refused, with reasons in {beside}")
    else:
        beside.unlink(missing_ok=True)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int | None], None]]:
    """Show on a terminal how far each download is; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import DownloadColumn, Progress, TransferSpeedColumn

    with Progress(
        "{task.description}", DownloadColumn(), TransferSpeedColumn(), console=Console(stderr=True)
    ) as progress:
        bars: dict[str, TaskID] = {}

        def report(name: str, done: int, total: int | None) -> None:
            if name not in bars:
                bars[name] = progress.add_task(name, total=total)
            progress.update(bars[name], completed=done, total=total)

        yield report


@contextmanager
def _telling(what: str) -> Iterator[None]:
    """Show on a terminal what is going on."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


def _say(text: str) -> None:
    typer.echo(text, err=True)


if __name__ == "__main__":
    main()
