"""`strikemap export` of a team's database: rows go from it to the file, some at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from geo.files import claims_beside, move_together, remove_file, replace_files
from geo.workspace.naming import name_safely
from strikemap.cli.inputs import read_filters
from strikemap.cli.messages import say, tell_progress, word_counted
from strikemap.cli.options import LandOptions
from strikemap.cli.outputs import check_out

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from geo.strikes.filters import Filters
    from geo.strikes.totals import Totals

__all__ = ["export_database"]

ROWS = 5_000  # held at a time


def export_database(
    address: str, out: Path, land: LandOptions, query: str, districts: list[str] | None, *,
    bom: bool,
) -> None:  # fmt: skip
    """Write the strikes of a database that pass a filter to a CSV, and their claims beside it.

    All in one view of the database, however long it takes. Raises WorkspaceError, FilterError.
    """
    from geo.workspace.store import Workspace
    from strikemap.cli.workspace.totals import settle

    if out.suffix.lower() != ".csv":
        raise typer.BadParameter(
            "a database is written to a .csv; that file is exported to any other format",
            param_hint="--out",
        )
    beside = claims_beside(out)
    check_out(out, (".csv",), land.files(), beside=[beside], tables=False)
    asked = read_filters(query, districts)
    with Workspace(address, writing=False) as opened:
        filters, names = settle(opened, asked, land)
        with tell_progress(f"writing {out}"):
            totals, every = opened.counted.read(
                lambda at: _write(at, filters, out, beside, bom=bom)
            )
    say(f"{out}: {totals.rows:,} of {every:,} {word_counted(totals, of=every)} of "
        f"{name_safely(address)} ({filters.in_words(names)}); claims in {beside.name}")  # fmt: skip


def _write(
    connection: Connection, filters: Filters, out: Path, beside: Path, *, bom: bool
) -> tuple[Totals, int]:
    """Write both files; return the totals of what is in them, and how many strikes there are.

    What an earlier export of a table says beside the file is of other rows, and goes.
    """
    from geo.export.csv_metadata import metadata_beside
    from geo.workspace.counting.totals import count_totals

    with move_together():
        replace_files({
            out: _write_strikes(connection, filters, bom=bom),
            beside: _write_claims(connection, filters, bom=bom),
        })  # fmt: skip
        remove_file(metadata_beside(out))
    return count_totals(connection, filters), count_totals(connection).rows


def _write_strikes(connection: Connection, filters: Filters, *, bom: bool) -> Iterator[bytes]:
    from geo.export.csv_table import EXCEL_MARK
    from geo.export.formats.csv import to_csv
    from geo.workspace.listing.page import list_parts
    from geo.workspace.rows import read_strikes

    for number, ids in enumerate(list_parts(connection, filters, ROWS)):
        text = to_csv(read_strikes(connection, ids).loc[ids])
        yield (text.partition("\n")[2] if number else (EXCEL_MARK if bom else "") + text).encode()


def _write_claims(connection: Connection, filters: Filters, *, bom: bool) -> Iterator[bytes]:
    from geo.export.csv_table import EXCEL_MARK
    from geo.export.formats.csv import claims_to_csv
    from geo.workspace.listing.page import list_parts
    from geo.workspace.rows import read_claims

    for number, ids in enumerate(list_parts(connection, filters, ROWS)):
        text = claims_to_csv(read_claims(connection, ids))
        yield (text.partition("\n")[2] if number else (EXCEL_MARK if bom else "") + text).encode()
