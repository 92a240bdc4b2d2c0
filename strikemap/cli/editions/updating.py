"""`strikemap workspace update`: a newer edition of a source taken into a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.workspace.naming import is_address, name_safely
from strikemap.cli.formats_help import ReadingCommand
from strikemap.cli.inputs import Input, read_quietly
from strikemap.cli.messages import answer, count, say, tell_progress
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import USUAL_COUNTRY, FileArgument, LandOptions, ReadingOptions
from strikemap.cli.outputs import check_out, refuse_over, report_rejected
from strikemap.cli.workspace.verbs import WhoOption, WorkspaceArgument, load_land

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.editions.pairing import Edition
    from geo.land.boundaries import Boundaries
    from geo.placing.evidence import Matches
    from geo.reading.result import Reading
    from geo.workspace.store import Workspace
    from geo.workspace.updating import Update

__all__ = ["UpdateCommand", "update"]

MOST_SHOWN = 20  # corrections that stand, and rows that are not taken in, each on a line


class UpdateCommand(ReadingCommand):
    """`strikemap workspace update`, whose help says what is read."""


@spread_options
def update(
    workspace: WorkspaceArgument,
    file: FileArgument,
    how: ReadingOptions,
    land: LandOptions,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            "--accept",
            metavar="WHAT",
            help="Take in: new, changed, gone, all, or the id of one strike; repeatable. Without "
            "it nothing is written.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="OUT", help="Table of every difference: .csv"),
    ] = None,
    who: WhoOption = "",
    reason: Annotated[str, typer.Option("--reason", help="Why, in your words.")] = "",
) -> None:
    """Say what FILE, a newer edition, has otherwise than the workspace; take in what is accepted.

    What was decided and corrected stays; what the edition says beside it is told.
    """
    given = Input(file, how)
    if out is not None:
        read = None if is_address(workspace) else workspace
        check_out(out, (".csv",), [*given.files(), *land.files(), read])
        refuse_over([out], given.claims_beside())
    from geo.workspace.store import Workspace

    wanted = _read_accepted(accept or ())
    with Workspace(workspace, who=who, writing=bool(wanted)) as opened:
        pack, areas = load_land(opened, land)
        reading = _read_on_clock(given, areas.countries[0])
        _report_refused(given, reading, out)
        newer = _locate(reading, pack.with_decisions(opened.list_decisions()), areas)
        found = _hold(opened, newer, wanted, reason, Path(file).name)
        _report(found, out)
        rows = opened.apply(found.change) if wanted and found.change.patches else 0
    said = f"{count(rows, 'row')} written" if wanted else "nothing written; choose with --accept"
    say(f"{name_safely(workspace)}: {found.change.what}; {said}")


def _read_accepted(said: Sequence[str]) -> list[str]:
    """Return what is taken in: "all" is every kind of difference."""
    from geo.workspace.updating import ACCEPTED

    words = [word for text in said for word in text.split(",") if word]
    return [*ACCEPTED] if "all" in words else words


def _hold(
    opened: Workspace, newer: Edition, wanted: Sequence[str], reason: str, name: str
) -> Update:
    """Hold the edition against the workspace; raise for an id that is in no difference."""
    from geo.workspace.as_read import Standing
    from geo.workspace.editing.records import Act
    from geo.workspace.files import now
    from geo.workspace.updating import ACCEPTED, make_update

    standing = Standing.of(opened)
    act = Act(opened.who, now(), reason or f"newer edition {name}")
    found = make_update(standing, newer, act, accept=wanted, name=name)
    compared = found.found
    known = {*compared.added.index, *compared.gone.index, *compared.changes["old_id"], *ACCEPTED}
    for word in wanted:
        if word not in known:
            raise typer.BadParameter(
                f"{word!r} is none of new, changed, gone, all, and the id of no strike that "
                "differs; --out lists them",
                param_hint="--accept",
            )
    return found


def _report(found: Update, out: Path | None) -> None:
    """Say what differs, what stands although the edition says otherwise, and what is left."""
    from geo.editions.words import list_changes, summarise_changes

    for line in summarise_changes(found.found):
        answer(line)
    if found.stays_out:
        answer(f"{count(found.stays_out, 'row')} of it were taken out by hand and stay out")
    for one in found.kept[:MOST_SHOWN]:
        answer(
            f"{one.strike_id}: {one.field} stays {_word_value(one.corrected)} as corrected; the "
            f"edition says {_word_value(one.newer)}"
        )
    for strike_id, why in list(found.left.items())[:MOST_SHOWN]:
        answer(f"{strike_id}: not taken in: {why}")
    for rest in (found.kept, found.left):
        if len(rest) > MOST_SHOWN:
            answer(f"and {len(rest) - MOST_SHOWN:,} more of these")
    if out is not None:
        from geo.export.csv_table import EXCEL_MARK, table_to_csv
        from geo.files import replace_files

        replace_files({out: EXCEL_MARK + table_to_csv(list_changes(found.found))})


def _word_value(value: object) -> str:
    """Return a value in words: a place by its name."""
    from geo.workspace.editing.fields import word_place

    if isinstance(value, dict):
        return word_place(value)
    return "not reported" if value is None else str(value)


def _read_on_clock(given: Input, country: str) -> Reading:
    """Read a file; its days are those of the workspace's first country where zones tell times."""
    from geo.reading.read import has_local_times

    reading = read_quietly(given)
    again = has_local_times(reading) and country != USUAL_COUNTRY
    return read_quietly(given, home=country) if again else reading


def _report_refused(given: Input, reading: Reading, out: Path | None) -> None:
    if out is not None:
        report_rejected(reading.rejected, out)
    elif len(reading.rejected):
        say(f"{given.strikes}: {count(len(reading.rejected), 'row')} refused, not compared")


def _locate(reading: Reading, gazetteer: Matches, areas: Boundaries) -> Edition:
    from geo.editions.pairing import Edition
    from geo.placing.locate import locate

    with tell_progress(f"locating {len(reading.strikes):,} strikes"):
        strikes = locate(reading.strikes, gazetteer, boundaries=areas)
    return Edition(strikes, reading.claims)
