"""`strikemap compare`: two editions of one source, row by row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strikemap.cli.formats_help import ReadingCommand
from strikemap.cli.inputs import Input, read_quietly
from strikemap.cli.messages import answer, count, say
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import ReadingOptions
from strikemap.cli.outputs import check_out, refuse_over

if TYPE_CHECKING:
    from geo.editions.pairing import Edition

__all__ = ["CompareCommand", "compare"]


class CompareCommand(ReadingCommand):
    """`strikemap compare`, whose help says what is read."""


@spread_options
def compare(
    older: Annotated[str, typer.Argument(metavar="OLDER", help="The edition before.")],
    newer: Annotated[str, typer.Argument(metavar="NEWER", help="The edition after it.")],
    how: ReadingOptions,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Table of every difference: .csv"),
    ] = None,
) -> None:
    """Say what NEWER has that OLDER has not, what it says otherwise, and what it leaves out."""
    from geo.editions.compare import compare_editions
    from geo.editions.words import list_changes, summarise_changes

    files = [Input(older, how), Input(newer, how)]
    if out is not None:
        inputs = [path for given in files for path in given.files()]
        check_out(out, (".csv",), inputs, tables=False)
        refuse_over([out], [path for given in files for path in given.claims_beside()])
    found = compare_editions(*(_read(given) for given in files))
    for line in summarise_changes(found):
        answer(line)
    if out is not None:
        from geo.export.csv_table import EXCEL_MARK, table_to_csv
        from geo.files import replace_files

        changes = list_changes(found)
        replace_files({out: EXCEL_MARK + table_to_csv(changes)})
        say(f"{out}: {count(len(changes), 'difference')}")
    say(f"{newer}: compared with {older}, {count(len(found.new.strikes), 'row')}")


def _read(given: Input) -> Edition:
    from geo.editions.pairing import Edition

    reading = read_quietly(given)
    if len(reading.rejected):
        say(f"{given.strikes}: {count(len(reading.rejected), 'row')} refused, not compared")
    return Edition(reading.strikes, reading.claims)
