"""`strikemap geocode`: a table of place names, placed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gazetteer.errors import StrikemapError
from strikemap.cli.inputs import choose_countries
from strikemap.cli.messages import say, tell_progress
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import BesideOptions, LandOptions, SheetOption, SplitOption
from strikemap.cli.outputs import check_out, name_first, report_rejected
from strikemap.cli.placing.parts import WorkerOptions, geocode_parts, word_placed

if TYPE_CHECKING:
    import pandas as pd

    from geo.reading.table import Table


@spread_options
def geocode(
    table: Annotated[
        Path,
        typer.Argument(
            metavar="IN", help="Table with a column of names, or a folder or pattern of its parts."
        ),
    ],
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="File to write; a folder for a table in parts."),
    ],
    place: Annotated[str, typer.Option("--place", metavar="COL", help="Column of place names.")],
    sheet: SheetOption = None,
    *,
    split: SplitOption = False,
    besides: BesideOptions,
    land: LandOptions,
    spread: WorkerOptions,
) -> None:
    """Find where place names are: IN with the place, point, radius and reason of each row.

    Every row and column of IN stays, in order; a cell that names several places becomes an area
    that holds them, or with --split-places a row for each. Two names of one place are weighed
    together; what the other columns say counts as evidence, and a P-code of a place is its answer.
    A row of another country is not placed, whatever most rows say; a column of countries is
    recognised by its header where none is named. Coordinates count only from the columns
    named by --lon and --lat.

    Where IN is a folder or a pattern of CSV or Parquet parts, OUT is a folder of parts of the same
    names, answered as one table. Run again, it goes on where it stopped.
    """
    if (besides.lon is None) != (besides.lat is None):
        raise typer.BadParameter("give both or neither", param_hint="--lon, --lat")
    from geo.batch.parts import means_parts

    if means_parts(table):
        geocode_parts(table, out, {"place": place, **asdict(besides)}, split=split, sheet=sheet,
                      land=land, spread=spread)  # fmt: skip
        return
    spread.refuse_for_one(table)
    check_out(out, (".csv",), [table, *land.files()])
    from gazetteer.online.installed import load_countries
    from geo.export.csv_table import EXCEL_MARK, table_to_csv
    from geo.files import move_together, replace_files
    from geo.land.installed import load_land
    from geo.placing.geocode import read_asked
    from geo.placing.split_places import answer_table
    from geo.reading.inputs import read_table

    read = read_table(table, sheet=sheet)
    columns = {"place": place, **asdict(besides)}
    if besides.country_column is None:
        columns["country_column"] = _recognise_country(read, columns.values())
    asked = read_asked(read, **columns)
    countries = choose_countries(asked.strikes, land)
    if countries.said:
        say(f"{table}: {countries.said}")
    pack = load_countries(countries.named, extra=land.gazetteer or ())
    areas = load_land(countries.codes, land.boundaries or ())
    with tell_progress(f"placing {len(asked.strikes):,} rows"):
        answers = answer_table(read, asked, pack, areas, country=land.named, split=split)
    rejected = list_rejected(read, asked.refused)
    if len(rejected) and len(rejected) == len(read.cells) + len(read.broken):
        raise StrikemapError(f"{table}: every row is refused; row {name_first(rejected)}")
    with move_together():
        replace_files({out: EXCEL_MARK + table_to_csv(answers, harmless=False)})
        status = answers["location_status"]
        located, by_area = ((status == word).sum() for word in ("located", "area_only"))
        say(f"{out}: {len(answers):,} rows: {word_placed(len(answers), located, by_area)}")
        report_rejected(rejected, out)


def _recognise_country(read: Table, taken: Iterable[str | None]) -> str | None:
    """Return the column of countries that a table's header names, and say so; None for none."""
    from geo.placing.geocode import find_country_column

    found = find_country_column(read, list(taken))
    if found is not None:
        say(f"{read.name}: the country of each row is read from the column {found!r}")
    return found


def list_rejected(table: Table, refused: dict[int, str]) -> pd.DataFrame:
    """Return the rows of a table that are refused, with reasons."""
    from geo.reading.result import refused_rows

    return refused_rows(table.cells, {**table.broken.to_dict(), **refused})
