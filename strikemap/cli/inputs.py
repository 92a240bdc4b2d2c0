"""What the verbs work on: strikes, gazetteer, boundaries."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from gazetteer.errors import StrikemapError
from geo.errors import FilterError
from strikemap.cli.messages import say
from strikemap.cli.options import SEEDS
from strikemap.cli.outputs import name_first

if TYPE_CHECKING:
    import geopandas as gpd

    from gazetteer import Gazetteer
    from geo.land.boundaries import Boundaries
    from geo.reading.result import Reading
    from geo.strikes.filters import Filters


@dataclass(frozen=True, slots=True)
class Input:
    """The strikes that a verb is handed, and what a person says of them.

    columns: FIELD=COLUMN each, for what is not to be recognised. format: short name of the
    publisher's format, None to recognise it. strikes_only: rows that are no strikes are left out.
    """

    strikes: str
    claims: Path | None = None
    columns: tuple[str, ...] = ()
    format: str | None = None
    strikes_only: bool = False

    def files(self) -> list[Path]:
        """Return every file that reading these strikes reads."""
        from geo.files import claims_beside

        beside = [] if self.strikes == SEEDS else [claims_beside(Path(self.strikes))]
        own = [] if self.strikes == SEEDS else [Path(self.strikes)]
        return [*own, *beside, *([self.claims] if self.claims else [])]

    def chosen(self) -> dict[str, str]:
        """Return {column: field} as chosen; what is no FIELD=COLUMN is wrong usage."""
        return dict(map(_read_choice, self.columns))


def _read_choice(text: str) -> tuple[str, str]:
    from geo.reading.column_names import FIELDS

    field, equals, column = text.partition("=")
    if field not in FIELDS or not column:
        why = f"no field is called {field!r}" if equals else f"{text!r} is not FIELD=COLUMN"
        raise typer.BadParameter(
            f"{why}; the fields are {', '.join(FIELDS)}", param_hint="--column"
        )
    return column, field


def read_input(given: Input) -> Reading:
    """Read strikes, or those that ship; raise StrikemapError where every row is refused."""
    reading = read_quietly(given)
    if reading.title:
        rows = len(reading.strikes) + len(reading.rejected)
        say(f"{given.strikes}: read as {reading.title}, {rows:,} {'row' if rows == 1 else 'rows'}")
    for note in reading.notes:
        say(f"{given.strikes}: {note}")
    if len(reading.rejected) and not len(reading.strikes):
        first = name_first(reading.rejected)
        raise StrikemapError(f"{given.strikes}: every row is refused; row {first}")
    return reading


def read_quietly(given: Input) -> Reading:
    """Read strikes, or those that ship, and say nothing of them."""
    from geo.reading.read import find_columns, read_seeds, read_strikes

    chosen = given.chosen()
    if given.strikes == SEEDS:
        if chosen or given.format:
            hint = "--column" if chosen else "--format"
            raise typer.BadParameter("the strikes that ship need none", param_hint=hint)
        return read_seeds()
    file = Path(given.strikes)
    columns = find_columns(file, chosen)
    return read_strikes(
        file,
        claims=given.claims,
        columns=columns,
        format=given.format,
        strikes_only=given.strikes_only,
    )


def load_places(country: str, files: list[Path] | None) -> Gazetteer:
    """Load a country with what was fetched or added for it, and files of places."""
    from gazetteer.online.installed import load_country

    return load_country(country, extra=files or ())


def load_pack(
    country: str, gazetteer: list[Path] | None, boundaries: list[Path] | None
) -> tuple[Gazetteer, Boundaries]:
    """Load the gazetteer and the boundaries of a country."""
    from geo.land.boundaries import load_boundaries

    pack = load_places(country, gazetteer)
    return pack, load_boundaries(country, boundaries or ())


def locate_strikes(
    strikes: gpd.GeoDataFrame, matcher: object, pack: Gazetteer, areas: Boundaries
) -> gpd.GeoDataFrame:
    """Place strikes with `matcher` and join them to their governorates."""
    from geo.placing.join import join_areas
    from geo.placing.locate import locate

    return strikes.pipe(locate, matcher).pipe(join_areas, areas, gazetteer=pack)


def read_filters(query: str) -> Filters:
    """Return the filters of a query string; one that does not parse is wrong usage."""
    from geo.strikes.filters import Filters

    try:
        return Filters.from_query(query)
    except FilterError as error:
        raise typer.BadParameter(str(error), param_hint="--filter") from error
