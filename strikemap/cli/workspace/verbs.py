"""`strikemap workspace` `make`, `check`, `log`, `decide`, `merge`, `undo`, `redo`, `export`..."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.workspace.naming import is_address, name_safely
from strikemap.cli.gazetteer.decision_options import DecisionOptions, make_decision, settle
from strikemap.cli.inputs import Input, read_located
from strikemap.cli.messages import answer, count, say
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import (
    USUAL_COUNTRY,
    FileArgument,
    LandOptions,
    OutOption,
    ReadingOptions,
)
from strikemap.cli.outputs import check_out, report_rejected
from strikemap.cli.workspace.notes import note_point, note_taken, note_unsaid

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from gazetteer.several import Gazetteers
    from geo.land.boundaries import Boundaries
    from geo.workspace.store import LogEntry, Workspace

__all__ = [
    "WhoOption",
    "WorkspaceArgument",
    "check",
    "decide",
    "export",
    "load_countries_land",
    "load_land",
    "log",
    "make",
    "merge",
    "recount",
    "redo",
    "roles",
    "undo",
]

WorkspaceArgument = Annotated[
    str,
    typer.Argument(
        metavar="WORKSPACE",
        help="Workspace, a .gpkg that QGIS opens as it is, or a team's database, postgresql://...",
    ),
]
MadeOption = Annotated[
    str, typer.Option("--out", metavar="WORKSPACE", help="File or database to write.")
]
WhoOption = Annotated[str, typer.Option("--who", help="Name that the log is to have.")]


@spread_options
def make(
    file: FileArgument,
    out: MadeOption,
    how: ReadingOptions,
    land: LandOptions,
) -> None:
    """Make a workspace OUT of FILE: its strikes located, their claims, and room to decide."""
    given = Input(file, how)
    beside = Path(f"{Path(file).name}.workspace") if is_address(out) else Path(out)
    if not is_address(out):
        check_out(beside, (".gpkg",), [*given.files(), *land.files()])
    from geo.workspace.files import make_workspace

    found = read_located(given, land)
    make_workspace(out, found.reading.strikes, found.reading.claims, located=found.edition)
    report_rejected(found.reading.rejected, beside)
    rows = count(len(found.reading.strikes), "row")
    say(f"{name_safely(out)}: {rows}, and room to decide their places")


def _need_database(address: str, lacks: str) -> None:
    from geo.errors import WorkspaceError

    if not is_address(address):
        raise WorkspaceError(f"{address}: is a file, which {lacks}; name postgresql://...")


def roles(
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="Address, postgresql://...")],
) -> None:
    """Make the roles of a team's database, strikemap_reader and strikemap_editor, or mend them."""
    _need_database(address, "has no roles")
    from geo.workspace.homes.databases import EDITOR, READER, make_roles

    make_roles(address)
    say(f"{name_safely(address)}: GRANT {READER} or {EDITOR} TO those who sign in")


def check(workspace: WorkspaceArgument) -> None:
    """Say whether a workspace is sound; nothing is written to it."""
    from geo.errors import WorkspaceError
    from geo.workspace.files import check_workspace, find_miscounted, note_workspace

    troubles = check_workspace(workspace)
    if troubles:
        raise WorkspaceError(
            f"{name_safely(workspace)}: {'; '.join(troubles)}; go back to a copy of it"
        )
    miscounted = find_miscounted(workspace)
    if miscounted:
        raise WorkspaceError(
            f"{name_safely(workspace)}: {'; '.join(miscounted)}; the strikes are whole: have its "
            "owner run `strikemap workspace recount ADDRESS`"
        )
    say(f"{name_safely(workspace)}: sound")
    for note in note_workspace(workspace):
        say(f"note: {note}; whoever opens it to write next mends it, where SQLite can")


def recount(
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="Address, postgresql://...")],
) -> None:
    """Make what a team's database keeps counted anew of its strikes, where `check` asks for it."""
    _need_database(address, "keeps no counts")
    from geo.workspace.files import recount_database

    recount_database(address)
    say(f"{name_safely(address)}: counted anew")


def log(
    workspace: WorkspaceArgument,
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, help="Changes shown.")] = 50,
) -> None:
    """Say what was changed, when, by whom and why, the last first."""
    from geo.workspace.store import Workspace

    with Workspace(workspace, writing=False) as opened:
        entries = opened.list_log(most)
    for entry in entries:
        answer(_word_entry(entry))
    say(f"{name_safely(workspace)}: {count(len(entries), 'change')}")


@spread_options
def decide(
    workspace: WorkspaceArgument,
    name: Annotated[str, typer.Argument(help="Name as reported.")],
    what: DecisionOptions,
    land: LandOptions,
) -> None:
    """Decide what a name means, for every row of the workspace that says it."""
    from geo.workspace.store import Workspace

    with Workspace(workspace, who=what.who) as opened:
        pack, areas = load_land(opened, land)
        decision = make_decision(name, what, pack)
        rows = opened.decide(decision, pack, areas)
        note_unsaid(opened, decision, pack)
        note_point(decision, areas)
    say(f"{name_safely(workspace)}: {name}: {decision.words}; {count(rows, 'row')} changed")


@spread_options
def merge(
    workspace: WorkspaceArgument,
    aliases: Annotated[Path, typer.Argument(metavar="ALIASES", help="Alias file, a colleague's.")],
    land: LandOptions,
    prefer: Annotated[
        str | None,
        typer.Option("--prefer", metavar="mine|theirs|newest", help="Which to keep in a conflict."),
    ] = None,
    who: WhoOption = "",
) -> None:
    """Take the decisions of an alias file into the workspace; conflicts are shown first."""
    from gazetteer.decisions.file import read_decisions
    from geo.workspace.store import Workspace

    theirs = read_decisions(aliases)
    with Workspace(workspace, who=who) as opened:
        mine = opened.list_decisions()
        merged, conflicts = settle(mine, theirs, prefer, f"{name_safely(workspace)}, {aliases}")
        known = {one.key: one.answer for one in mine}
        fresh = [one for one in merged if known.get(one.key) != one.answer]
        pack, areas = load_land(opened, land)
        rows = opened.decide_many(fresh, pack, areas)
        note_taken(fresh, pack, areas)
    say(
        f"{name_safely(workspace)}: {count(len(fresh), 'decision')} taken, "
        f"{count(conflicts, 'conflict')}; {count(rows, 'row')} changed"
    )


def undo(workspace: WorkspaceArgument, who: WhoOption = "") -> None:
    """Take the last change back; of a team's database, your own last."""
    from geo.workspace.store import Workspace

    with Workspace(workspace, who=who) as opened:
        entry = opened.undo()
    say(f"{name_safely(workspace)}: {_word_entry(entry) if entry else 'nothing to undo'}")


def redo(workspace: WorkspaceArgument, who: WhoOption = "") -> None:
    """Take the last undo back."""
    from geo.workspace.store import Workspace

    with Workspace(workspace, who=who) as opened:
        entry = opened.redo()
    say(f"{name_safely(workspace)}: {_word_entry(entry) if entry else 'nothing to redo'}")


def export(workspace: WorkspaceArgument, out: OutOption) -> None:
    """Write a workspace's decisions to an alias file; `strikemap export` writes its strikes."""
    check_out(out, (".csv",), [] if is_address(workspace) else [workspace], tables=False)
    from gazetteer.decisions.file import write_decisions
    from geo.files import replace_files
    from geo.workspace.store import Workspace

    with Workspace(workspace, writing=False) as opened:
        decisions = opened.list_decisions()
    replace_files({out: write_decisions(decisions)})
    say(f"{out}: {count(len(decisions), 'decision')}")


def load_land(opened: Workspace, land: LandOptions) -> tuple[Gazetteer | Gazetteers, Boundaries]:
    """Load the countries that a workspace's strikes were located in, or those asked for.

    The workspace's own places are listed among theirs.
    """
    from geo.workspace.own_places import extend
    from geo.workspace.owning import list_places

    pack, areas = load_countries_land(opened, land)
    return extend(pack, list_places(opened), areas), areas


def load_countries_land(
    opened: Workspace, land: LandOptions
) -> tuple[Gazetteer | Gazetteers, Boundaries]:
    """Load what `load_land` does, without the workspace's own places."""
    from gazetteer.online.installed import load_countries
    from geo.land.installed import load_land
    from geo.placing.edition import countries_in

    codes, named = countries_in(opened.located)
    asked = land.codes()
    codes, named = (asked, asked) if asked else (codes, named)
    usual = (USUAL_COUNTRY,)
    pack = load_countries(named or usual, extra=land.gazetteer or ())
    return pack, load_land(codes or usual, land.boundaries or ())


def _word_entry(entry: LogEntry) -> str:
    who = f" by {entry.who}" if entry.who else ""
    why = f": {entry.why}" if entry.why else ""
    undone = " (undone)" if entry.undone else ""
    what = f"{entry.action} {entry.what}, {count(entry.rows, 'row')}"
    return f"{entry.seq} {entry.at}{who}: {what}{why}{undone}"
