"""`strikemap import`: a publisher's file as strikes of our own format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.files import move_together
from strikemap.cli.formats_help import ReadingCommand
from strikemap.cli.inputs import Input, read_located
from strikemap.cli.messages import say, tell_progress
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import LandOptions, ReadingOptions
from strikemap.cli.outputs import check_out, refuse_over, report_left_out, report_rejected
from strikemap.cli.placing.parts import WorkerOptions
from strikemap.cli.placing.strike_parts import import_parts
from strikemap.cli.release.profiles import ProfileOption, read_given, release_located

__all__ = ["ImportCommand", "import_file"]

WRITTEN = (".parquet", ".geoparquet", ".geojson", ".gpkg", ".csv")  # those that are read back


class ImportCommand(ReadingCommand):
    """`strikemap import`, whose help says what is read."""


@spread_options
def import_file(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="Table of a publisher, or any; or a folder or pattern of its parts.",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="STRIKES",
            help=f"File to write: {' '.join(WRITTEN)}; a folder for a table in parts.",
        ),
    ],
    how: ReadingOptions,
    land: LandOptions,
    spread: WorkerOptions,
    strikes_only: Annotated[
        bool, typer.Option("--strikes-only", help="Leave out rows that are no strikes.")
    ] = False,
    profile: ProfileOption = None,
) -> None:
    """Read FILE as its publisher means it, locate its strikes, and write them with their claims.

    Rows that are refused stand beside STRIKES with reasons, in STRIKES.rejected.csv; mended, they
    are read. Those left out by --strikes-only stand in STRIKES.left-out.csv.

    Where FILE is a folder or a pattern of CSV or Parquet parts, STRIKES is a folder of Parquet
    parts, placed as one table. Run again, it goes on where it stopped.
    """
    from geo.batch.parts import means_parts

    given = Input(file, how, strikes_only)
    if means_parts(Path(file)):
        import_parts(given, out, land, spread, profile)
        return
    spread.refuse_for_one(Path(file))
    _import_one(given, out, land, profile)


@move_together()
def _import_one(given: Input, out: Path, land: LandOptions, profile: Path | None) -> None:
    from geo.export.format import Outgoing
    from geo.export.registry import find_format
    from geo.export.write import write_outgoing
    from geo.strikes.killed import word_killed, word_undated
    from geo.strikes.totals import count_totals

    leaving = read_given(profile)
    chosen = find_format(out.name)
    beside = chosen.paths_beside(out) if chosen else []
    check_out(out, WRITTEN, [*given.files(), *land.files(), profile], beside=beside)
    refuse_over([out], given.claims_beside())
    found = read_located(given, land)
    refuse_over([out, *beside], [found.reading.claims_beside])
    found, released = release_located(found, leaving)
    reading = found.reading
    held = released.held.columns if released is not None else {}
    hidden = held.get("strikes", ())
    with tell_progress(f"writing {out}"):
        whole = Outgoing(
            reading.strikes, reading.claims, located=found.edition, dataset=reading.dataset,
            release=released.notes if released is not None else (),
            held=held,
        )  # fmt: skip
        write_outgoing(whole, out)
    totals = count_totals(reading.strikes)
    say(
        f"{out}: {totals.rows:,} rows: {totals.located:,} located, "
        f"{totals.area_only:,} known only to an area, {totals.unlocated:,} not located; "
        f"{word_undated(totals, hidden)}; {len(reading.claims):,} claims; "
        f"{word_killed(totals, held=hidden)}"
    )
    report_left_out(reading.left_out, out)
    report_rejected(reading.rejected, out)
    report_rejected(reading.rejected_claims, out, what="claims")
