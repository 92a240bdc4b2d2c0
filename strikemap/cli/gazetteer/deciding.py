"""`strikemap gazetteer review`, `decide` and `merge`: what persons decided that names mean."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from strikemap.cli.gazetteer.decision_options import DecisionOptions, make_decision, settle
from strikemap.cli.inputs import Input, load_places, read_located
from strikemap.cli.messages import count, say
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import (
    CountryOption,
    FileArgument,
    GazetteerOption,
    LandOptions,
    OutOption,
    ReadingOptions,
)
from strikemap.cli.outputs import check_out

__all__ = ["decide", "merge", "review"]


@spread_options
def review(
    file: FileArgument,
    out: OutOption,
    how: ReadingOptions,
    land: LandOptions,
    below: Annotated[
        float, typer.Option("--below", metavar="SCORE", min=0, max=1, help="Names that score less.")
    ] = 0.8,
) -> None:
    """List the names of FILE that are ambiguous, not found or unsure, the most frequent first.

    OUT is a sheet to decide in: write place, point, no place or later into its column verdict,
    with place_id, or lon, lat and radius_km, and give it to any verb as --gazetteer OUT.
    """
    given = Input(file, how)
    check_out(out, (".csv",), [*given.files(), *land.files()], tables=False)
    from geo.export.csv_table import EXCEL_MARK, table_to_csv
    from geo.files import replace_files
    from geo.placing.review import list_names, tabulate_names

    found = read_located(given, land)
    names = list_names(found.reading.strikes, found.pack, below=below)
    replace_files({out: EXCEL_MARK + table_to_csv(tabulate_names(names))})
    rows = sum(name.rows for name in names)
    total = len(found.reading.strikes)
    say(f"{out}: {count(len(names), 'name')} to decide, in {rows:,} of {count(total, 'row')}")


@spread_options
def decide(
    name: Annotated[str, typer.Argument(help="Name as reported.")],
    file: Annotated[
        Path, typer.Option("--file", metavar="ALIASES", help="Alias file; made if there is none.")
    ],
    what: DecisionOptions,
    gazetteer: GazetteerOption = None,
    country: CountryOption = "sy",
) -> None:
    """Decide what a name means, once for all rows that say it; ALIASES is then --gazetteer."""
    from gazetteer.decisions.file import read_decisions, refuse_sheet, write_decisions
    from geo.files import replace_files

    if file.exists():
        refuse_sheet(file)
    known = {one.key: one for one in (read_decisions(file) if file.exists() else [])}
    decision = make_decision(name, what, load_places(country, gazetteer))
    before = known.get(decision.key)
    known[decision.key] = decision
    replace_files({file: write_decisions(known.values())})
    changed = before is not None and before.answer != decision.answer
    again = f"; before: {before.words}" if before and changed else ""
    say(f"{file}: {name}: {decision.words}{again}; {count(len(known), 'decision')} in all")


def merge(
    mine: Annotated[Path, typer.Argument(metavar="MINE", help="Alias file of yours.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="Alias file of a colleague.")],
    out: OutOption,
    prefer: Annotated[
        str | None,
        typer.Option("--prefer", metavar="mine|theirs|newest", help="Which to keep in a conflict."),
    ] = None,
) -> None:
    """Put two alias files together; names that they decide otherwise are shown, none is lost."""
    check_out(out, (".csv",), [mine, theirs], tables=False)
    from gazetteer.decisions.file import read_decisions, write_decisions
    from geo.files import replace_files

    merged, conflicts = settle(
        read_decisions(mine), read_decisions(theirs), prefer, f"{mine}, {theirs}"
    )
    replace_files({out: write_decisions(merged)})
    say(f"{out}: {count(len(merged), 'decision')}, {count(conflicts, 'conflict')}")
