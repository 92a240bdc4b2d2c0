"""What the verbs work on: strikes, gazetteer, boundaries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import typer

from gazetteer.errors import StrikemapError
from geo.errors import FilterError, ReadError
from strikemap.cli.messages import count, own_remedies, say, tell_progress
from strikemap.cli.options import SEEDS, USUAL_COUNTRY, LandOptions, ReadingOptions
from strikemap.cli.outputs import name_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import pandas as pd

    from gazetteer import Gazetteer
    from gazetteer.several import Gazetteers
    from geo.land.boundaries import Boundaries
    from geo.placing.summary import FileSummary
    from geo.reading.dates import Order
    from geo.reading.mapping import ColumnMapping
    from geo.reading.result import Reading
    from geo.strikes.filters import Filters


@dataclass(frozen=True, slots=True)
class Input:
    """The strikes that a verb is handed, and what a person says of them."""

    strikes: str
    how: ReadingOptions
    strikes_only: bool = False  # rows that are no strikes are left out

    def files(self) -> list[Path]:
        """Return every file that is read for certain: strikes, claims, what columns mean."""
        own = [] if self.strikes == SEEDS else [Path(self.strikes)]
        return [*own, *(path for path in (self.how.claims, self.how.mapping) if path)]

    def claims_beside(self) -> list[Path]:
        """Return where claims of these strikes would be found, if they are read."""
        from geo.files import claims_beside

        return [] if self.strikes == SEEDS else [claims_beside(Path(self.strikes))]

    def said(self) -> ColumnMapping:
        """Return what is said of the columns, by --column and --order before --mapping.

        Raises typer.BadParameter for what cannot be, ReadError for a mapping file that cannot.
        """
        from geo.reading.mapping import ColumnMapping, read_mapping

        kept = read_mapping(self.how.mapping) if self.how.mapping else ColumnMapping()
        chosen = dict(map(_read_choice, self.how.column or ()))
        others = {c: f for c, f in kept.columns.items() if f not in chosen.values()}
        return ColumnMapping(others | chosen, _read_order(self.how.order) or kept.order, kept.kind)


def _read_choice(text: str) -> tuple[str, str]:
    from geo.reading.column_names import FIELDS

    field, equals, column = text.partition("=")
    if field not in FIELDS or not column:
        why = f"no field is called {field!r}" if equals else f"{text!r} is not FIELD=COLUMN"
        raise typer.BadParameter(
            f"{why}; the fields are {', '.join(FIELDS)}", param_hint="--column"
        )
    return column, field


def _read_order(text: str | None) -> Order | None:
    from geo.reading.dates import Order

    if text is None:
        return None
    orders: tuple[Order, ...] = get_args(Order)
    for order in orders:
        if text.casefold().replace("-", " ") == order:
            return order
    raise typer.BadParameter(
        f"{text!r} is no order; write day-first or month-first", param_hint="--order"
    )


def read_input(given: Input) -> Reading:
    """Read strikes, or those that ship; raise StrikemapError where every row is refused."""
    reading = read_quietly(given)
    _say_reading(given, reading)
    return reading


def _say_reading(given: Input, reading: Reading) -> None:
    """Say what was read and how; raise StrikemapError where every row is refused."""
    if given.strikes != SEEDS:
        rows = count(reading.rows, "row")
        say(f"{given.strikes}: read as {reading.title}, {rows}")
    for note in reading.notes:
        say(f"{given.strikes}: {note}")
    if len(reading.rejected) and len(reading.rejected) == reading.rows:
        first = name_first(reading.rejected)
        raise StrikemapError(f"{given.strikes}: every row is refused; row {first}")
    if len(reading.left_out) and not len(reading.strikes):
        raise StrikemapError(f"{given.strikes}: no row is a strike; read it without --strikes-only")


def read_quietly(given: Input, home: str = "") -> Reading:
    """Read strikes, or those that ship, and say nothing of them; remedies name our options."""
    from geo.reading.read import read_seeds
    from geo.reading.remedies import name_remedies, reword

    if given.strikes == SEEDS:
        refuse_for_seeds(given.how)
        return read_seeds()
    try:
        return name_remedies(_read(given, home), own_remedies())
    except ReadError as error:
        raise ReadError(reword(str(error), own_remedies())) from error


def _read(given: Input, home: str) -> Reading:
    from geo.reading.read import find_columns, read_strikes

    how, said = given.how, given.said()
    file = Path(given.strikes)
    return read_strikes(
        file,
        claims=how.claims,
        columns=find_columns(file, said.columns, format=how.format, sheet=how.sheet),
        kind=said.kind,
        format=how.format,
        sheet=how.sheet,
        order=said.order,
        strikes_only=given.strikes_only,
        home=home,
    )


def refuse_for_seeds(how: ReadingOptions) -> None:
    """Refuse what is said of a table beside the strikes that ship, whose table is known."""
    for name in ("column", "format", "sheet", "order", "mapping"):
        if getattr(how, name):
            raise typer.BadParameter("the strikes that ship need none", param_hint=f"--{name}")


@dataclass(frozen=True, slots=True)
class Countries:
    """The countries of a table, and those of them whose places are looked up.

    said: how they were found in the data; "" where they were asked for, or go without saying.
    """

    codes: tuple[str, ...]
    named: tuple[str, ...]
    said: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """A Reading whose strikes are located, and what they were located with."""

    reading: Reading
    pack: Gazetteer | Gazetteers
    areas: Boundaries
    edition: str
    summary: FileSummary
    countries: Countries


def read_located(given: Input, land: LandOptions, *, quietly: bool = False) -> Located:
    """Read strikes and locate them, saying on the way what they are and what was noticed."""
    from gazetteer.online.installed import load_countries
    from geo.land.installed import load_land
    from geo.placing.locate import locate_fresh
    from geo.placing.summary import summarise
    from geo.reading.read import has_local_times

    reading = read_quietly(given)
    countries = Countries((USUAL_COUNTRY,), (USUAL_COUNTRY,))
    if given.strikes != SEEDS or land.country:
        countries = choose_countries(reading.strikes, land, reading.located)
    if has_local_times(reading) and countries.codes[0] != USUAL_COUNTRY:
        reading = read_quietly(given, home=countries.codes[0])
    if not quietly:
        _say_reading(given, reading)  # the days are those of the country's own clock
    pack = load_countries(countries.named, extra=land.gazetteer or ())
    areas = load_land(countries.codes, land.boundaries or ())
    with tell_progress(f"locating {len(reading.strikes):,} strikes"):
        located, edition = locate_fresh(reading, pack, areas, country=land.named)
        summary = summarise(located, areas, pack)
    if not quietly and given.strikes != SEEDS:
        if countries.said:
            say(f"{given.strikes}: {countries.said}")
        for line in summary.lines()[1:]:  # the first is said in full by the verb's last line
            say(f"{given.strikes}: {line}")
    return Located(located, pack, areas, edition, summary, countries)


def choose_countries(
    strikes: gpd.GeoDataFrame,
    land: LandOptions,
    located: str = "",
    times: pd.Series | None = None,
) -> Countries:
    """Return the countries asked for, else those of the edition located with, or that rows say.

    times: how many rows each strike stands for, as `find_countries` takes it.
    """
    from geo.placing.countries import find_countries

    if codes := land.codes():
        return Countries(codes, codes)
    found = find_countries(strikes, USUAL_COUNTRY, located=located, times=times)
    expected = found.by and found.codes == (USUAL_COUNTRY,)
    return Countries(found.codes, found.named, "" if expected else found.line())


def load_places(country: str, files: Sequence[Path] | None) -> Gazetteer:
    """Load a country with what was fetched or added for it, and files of places."""
    from gazetteer.online.installed import load_country

    return load_country(country, extra=files or ())


def read_filters(query: str, districts: list[str] | None = None) -> Filters:
    """Return the filters of a query string and districts; what does not parse is wrong usage."""
    from geo.strikes.filters import Filters

    try:
        filters = Filters.from_query(query)
        return replace(filters, districts=(*filters.districts, *(districts or ())))
    except FilterError as error:
        raise typer.BadParameter(str(error), param_hint="--filter") from error


def settle(filters: Filters, found: Located, *, option: str = "--filter") -> Filters:
    """Return filters with the codes of the areas that they name; say what no row answers to.

    option: by which the filters are given. An area that is not known is wrong usage.
    """
    from geo.placing.asking.around import note_near
    from geo.placing.asking.filters import note_unmet, settle_filters

    strikes = found.reading.strikes
    try:
        settled = settle_filters(filters, strikes, found.areas, found.pack)
    except FilterError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error
    for note in note_unmet(settled, strikes, found.areas):
        say(f"WARNING: {option}: {note}")
    if near := note_near(settled, strikes, found.reading.claims):
        say(f"{option}: {near}")
    return settled
