"""From a file to a dataset for the map, step by step and without Streamlit: it runs in a thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from gazetteer.language import N_, _
from gazetteer.watching import Tell, watching
from geo.errors import ReadError
from geo.placing.countries import FoundCountries, find_countries
from geo.placing.exchange import exchange_points
from geo.placing.locate import locate_fresh
from geo.placing.summary import FileSummary, summarise
from geo.reading.columns import guess_columns
from geo.reading.dates import Order
from geo.reading.inputs import read_table
from geo.reading.kinds import Format, ReadOptions
from geo.reading.read import has_local_times, read_as
from geo.reading.registry import find_container, find_format
from geo.reading.remedies import (
    CHOOSE_POINTS,
    SAY_COLUMNS,
    SAY_ORDER,
    SAY_SHEET,
    name_remedies,
    reword,
)
from geo.reading.result import Reading
from geo.reading.table import Table, text_table
from strikemap.web.apart.reading import is_harmless, read_apart
from strikemap.web.asked.once import hold_once
from strikemap.web.country import (
    USUAL_COUNTRY,
    Countries,
    shared_boundaries,
    shared_gazetteer,
)
from strikemap.web.datasets import Dataset, as_dataset
from strikemap.web.opening.job import Enter

__all__ = ["ORDER_LABEL", "REMEDIES", "Choice", "Opened", "Prepared", "open_file", "prepare"]

ORDER_LABEL = N_("Dates such as 3/4/2015")
# What a visitor does, where messages tell who reads in Python what to do.
_MEANINGS = 'under "What its columns mean"'
REMEDIES = {
    SAY_ORDER: f'say which comes first at "{ORDER_LABEL}"',
    SAY_COLUMNS: f"say what columns mean {_MEANINGS}",
    CHOOSE_POINTS: f"say which is lat and which is lon {_MEANINGS} to use them",
    SAY_SHEET: "choose another above",
}


@dataclass(frozen=True)
class Opened:
    """A file as a table: which format's, what kind of file, and what its columns seem to mean."""

    name: str
    table: Table
    format: Format
    container: str
    guessed: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None  # where one was asked for
    apart: bool = False  # read in a process of its own


@dataclass(frozen=True)
class Choice:
    """What a visitor says of a file: `columns` as {column: word of FIELDS}, None as guessed.

    order: how 3/4/2015 is meant, None to find it out. kind: what struck, for rows that do not say.
    exchanged: points that would lie in the country with lon and lat exchanged are read so.
    countries: () to find them in the data.
    """

    columns: Mapping[str, str] | None = None
    kind: str = "other"
    order: Order | None = None
    exchanged: bool = False
    countries: Countries = ()


@dataclass(frozen=True)
class Prepared:
    """What was read; the others are None where no row is a strike.

    found: the countries that the data say, whatever was chosen.
    """

    reading: Reading
    dataset: Dataset | None
    summary: FileSummary | None = None
    found: FoundCountries | None = None


def open_file(file: IO[Any], enter: Enter, *, sheet: str | None = None) -> Opened:
    """Read a file as text cells and tell its format; raises ReadError naming the remedy.

    sheet: the sheet or layer to read; by default the one that looks like strikes.
    """
    enter(_("Opening the file"))
    name = _name_of(file)
    table, apart = _read_table(file, sheet)
    table = replace(table, notes=tuple(reword(note, REMEDIES) for note in table.notes))
    container = find_container(Path(name).suffix)
    known = find_format(table)
    if not known.takes_typed:
        table = text_table(table)
    cells = table.cells
    guessed = guess_columns(cells.columns, cells, tags=table.tags) if known.asks_columns else {}
    return Opened(name, table, known, container.title if container else "", guessed, sheet, apart)


def _name_of(file: IO[Any]) -> str:
    return str(getattr(file, "name", "upload.csv"))


def _read_table(file: IO[Any], sheet: str | None = None) -> tuple[Table, bool]:
    """Read what a visitor handed over: apart, where it may take memory or time; say whether."""
    name = _name_of(file)
    file.seek(0)
    content = file.read()
    if is_harmless(name, content):
        return read_table(content, name=name, sheet=sheet), False
    return read_apart(name, ReadError, read_table, content, name=name, sheet=sheet), True


def _read_as(opened: Opened, table: Table, options: ReadOptions) -> Reading:
    """Read an opened table as its format, apart where the file was."""
    if opened.apart:
        reading = read_apart(opened.name, ReadError, read_as, opened.format, table, options)
    else:
        reading = read_as(opened.format, table, options)
    return name_remedies(reading, REMEDIES)


def prepare(
    opened: Opened, choice: Choice, enter: Enter, *, claims: IO[Any] | None = None
) -> Prepared:
    """Read and locate an opened file and encode it for the map.

    claims: our own format's claims, where they are in a file of their own. Raises ReadError or
    SchemaError.
    """
    table = opened.table
    enter(_("Reading {count} rows", count=len(table.cells)))
    if claims is not None:
        table = replace(table, claims=_read_table(claims)[0])
    options = ReadOptions(choice.columns, choice.kind, choice.order)
    reading = _read_as(opened, table, options)
    if reading.strikes.empty:
        return Prepared(reading, None)
    found = find_countries(reading.strikes, USUAL_COUNTRY, located=reading.located)
    countries, named = choice.countries or found.codes, choice.countries or found.named
    if has_local_times(reading) and countries[0] != USUAL_COUNTRY:
        options = replace(options, home=countries[0])
        reading = _read_as(opened, table, options)
    enter(_("Loading the places"))
    gazetteer, boundaries = shared_gazetteer(named), shared_boundaries(countries)
    if choice.exchanged:
        reading = exchange_points(reading, boundaries)
    chosen = ",".join(choice.countries) or None
    with watching(_tell_located(len(reading.strikes), enter)):
        located, __ = locate_fresh(reading, gazetteer, boundaries, country=chosen)
    strikes, claims = hold_once(located.strikes, located.claims, beside=(opened.table.cells,))
    located = replace(located, strikes=strikes, claims=claims)
    dataset = as_dataset(located, opened.name, shipped=False)
    dataset = replace(
        dataset, chosen=_chosen(opened, choice), said=_said(opened, choice), countries=countries
    )
    enter(_("Preparing the map"))
    dataset.payload.token  # noqa: B018 encoded here, and kept by the dataset
    summary = summarise(located, boundaries, gazetteer)
    return Prepared(located, dataset, summary, found)


def _tell_located(rows: int, enter: Enter) -> Tell:
    """Return what says how far the rows are located; a cancelled work ends there."""
    enter(_("Locating {rows} rows", rows=rows))

    def tell(done: int, of: int, what: str) -> None:
        enter(
            _("Locating {rows} rows: {done} of {of} {what}", rows=rows, done=done, of=of, what=what)
        )

    return tell


def _chosen(opened: Opened, choice: Choice) -> dict[str, str]:
    """Return what was chosen otherwise than guessed."""
    columns = choice.columns or {}
    return {name: word for name, word in columns.items() if opened.guessed.get(name) != word}


def _said(opened: Opened, choice: Choice) -> tuple[str, ...]:
    """Return the sheet and the order that were chosen, as options of the command line."""
    sheet = (f"--sheet={opened.sheet}",) if opened.sheet is not None else ()
    order = (f"--order={choice.order.replace(' ', '-')}",) if choice.order else ()
    return (*sheet, *order)
