"""What the verbs work on: strikes, gazetteer, boundaries."""

from __future__ import annotations

from collections.abc import Mapping
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


def read_choices(columns: list[str] | None) -> dict[str, str]:
    """Return {column: field} of texts FIELD=COLUMN; what is none of these is wrong usage."""
    from geo.reading.column_names import FIELDS

    chosen = {}
    for text in columns or ():
        field, equals, column = text.partition("=")
        if field not in FIELDS or not column:
            why = f"no field is called {field!r}" if equals else f"{text!r} is not FIELD=COLUMN"
            raise typer.BadParameter(
                f"{why}; the fields are {', '.join(FIELDS)}", param_hint="--column"
            )
        chosen[column] = field
    return chosen


def read_input(
    strikes: str, claims: Path | None, columns: Mapping[str, str] | None = None
) -> Reading:
    """Read strikes, or those that ship; raise StrikemapError where every row is refused.

    columns: {column: field} for what is not to be guessed.
    """
    from geo.reading.read import find_columns, read_seeds, read_strikes

    if strikes == SEEDS:
        if columns:
            raise typer.BadParameter("the strikes that ship need none", param_hint="--column")
        reading = read_seeds()
    else:
        file = Path(strikes)
        reading = read_strikes(file, claims=claims, columns=find_columns(file, columns or {}))
    for note in reading.notes:
        say(f"{strikes}: {note}")
    if len(reading.rejected) and not len(reading.strikes):
        raise StrikemapError(f"{strikes}: every row is refused; row {name_first(reading.rejected)}")
    return reading


def list_inputs(strikes: str, *others: Path | None) -> list[Path]:
    """Return every file that reading strikes reads: the table, claims beside it, and others."""
    from geo.files import claims_beside

    if strikes == SEEDS:
        return [path for path in others if path is not None]
    table = Path(strikes)
    given = [path for path in others if path is not None]
    return [table, claims_beside(table), *given]


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
