"""`strikemap workspace show`, `edit`, `add`, `remove`, `restore`, `split`, `join`: one strike."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from geo.workspace.naming import name_safely
from strikemap.cli.messages import answer, say
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import LandOptions
from strikemap.cli.workspace.notes import note_point
from strikemap.cli.workspace.said import pick_source, read_part, read_set, read_source
from strikemap.cli.workspace.verbs import WhoOption, WorkspaceArgument, load_land

if TYPE_CHECKING:
    from gazetteer.decisions.decision import Decision
    from geo.workspace.changes import Change
    from geo.workspace.editing.desk import Desk
    from geo.workspace.editing.moving import Land
    from geo.workspace.store import Workspace

__all__ = ["add", "edit", "join", "remove", "restore", "show", "split"]

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Id of a strike, as `list` says it.")]
WhyOption = Annotated[str, typer.Option("--reason", help="Why, in your words.")]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="FIELD=VALUE",
        help="A field and its value, such as date=2015-10, killed=3-5 or kind=drone; nothing "
        "after the = is not reported; repeatable.",
    ),
]  # fmt: skip


@dataclass(frozen=True)
class WhereOptions:
    """Where a strike was."""

    place: Annotated[str, typer.Option("--place", metavar="ID", help="The listed place.")] = ""
    point: Annotated[
        str, typer.Option("--point", metavar="LAT,LON", help="A point, with --radius.")
    ] = ""
    radius: Annotated[
        float | None, typer.Option("--radius", metavar="KM", help="How far it may be off.")
    ] = None


@dataclass(frozen=True)
class SourceOptions:
    """What is done to the sources of a strike."""

    add_source: Annotated[
        str,
        typer.Option("--add-source", metavar="FIELDS", help='A source: "claimant=...; url=...".'),
    ] = ""
    mend_source: Annotated[
        str, typer.Option("--mend-source", metavar="SOURCE", help="Source that --set is of.")
    ] = ""
    remove_source: Annotated[
        str, typer.Option("--remove-source", metavar="SOURCE", help="Source to take out.")
    ] = ""


def show(workspace: WorkspaceArgument, strike: IdArgument) -> None:
    """Say what is known of a strike: as read, as corrected, its sources, what was done to it."""
    from geo.workspace.editing.desk import Desk
    from geo.workspace.editing.telling import list_steps, tell_record, word_step
    from geo.workspace.store import Workspace

    with Workspace(workspace, writing=False) as opened:
        record = Desk(opened).read(strike)
        steps = list_steps(opened.list_steps(strike), strike)
    for line in (*tell_record(record), *map(word_step, steps)):
        answer(line)


@spread_options
def edit(
    workspace: WorkspaceArgument,
    strike: IdArgument,
    where: WhereOptions,
    sources: SourceOptions,
    land: LandOptions,
    said: SetOption = None,
    take_back: Annotated[
        list[str] | None,
        typer.Option("--take-back", metavar="FIELD", help="Corrected field to be as read again."),
    ] = None,
    why: WhyOption = "",
    who: WhoOption = "",
) -> None:
    """Correct a strike: its fields, its place, or its sources, one of these at a time."""
    from geo.workspace.editing.fields import read_typed

    pairs = read_set(said or ())
    moved, touched = any((where.place, where.point)), _name_source(sources)
    fields = bool(pairs) and not sources.mend_source
    if [moved, bool(touched), fields, bool(take_back)].count(True) != 1:
        wanted = "say one of --set, --place, --point, --take-back or the sources"
        raise typer.BadParameter(wanted, param_hint="edit")
    with _open_desk(workspace, who, why) as (opened, desk):
        if moved:
            places = _load(opened, land)
            change = desk.move(strike, _read_where(where, desk, places), places)
        elif touched:
            change = _edit_source(desk, strike, sources, pairs)
        elif take_back:
            decided = _load(opened, land) if "place" in take_back else None
            change = desk.take_back(strike, take_back, decided)
        else:
            change = desk.correct(strike, read_typed(pairs))
    _tell(workspace, change)


@spread_options
def add(
    workspace: WorkspaceArgument,
    where: WhereOptions,
    land: LandOptions,
    said: SetOption = None,
    name: Annotated[str, typer.Option("--name", help="Name of the place, as told.")] = "",
    governorate: Annotated[str, typer.Option("--governorate", help="Governorate, as told.")] = "",
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="FIELDS", help='"claimant=...; url=..."; repeatable.'),
    ] = None,
    no_source: Annotated[
        bool, typer.Option("--no-source", help="There is none; it is told so.")
    ] = False,
    why: WhyOption = "",
    who: WhoOption = "",
) -> None:
    """Add a strike that no table has, by the name of its place or by a point, with its source."""
    from geo.workspace.editing.fields import read_typed

    claims = [read_source(text) for text in source or ()]
    if bool(claims) == no_source:
        wanted = "say a source, such as 'claimant=SOHR; url=https://...', or --no-source"
        raise typer.BadParameter(wanted, param_hint="--source")
    if not (name or where.place or where.point):
        raise typer.BadParameter("say where it was", param_hint="--name, --place, --point")
    values = {**read_typed(read_set(said or ())), "place_text": name or None,
              "governorate_text": governorate or None}  # fmt: skip
    with _open_desk(workspace, who, why) as (opened, desk):
        places = _load(opened, land)
        put = _read_where(where, desk, places) if where.place or where.point else None
        change = desk.add(values, claims, places, where=put)
        told = desk.read(change.what).strike["match_reason"]
    say(f"{name_safely(workspace)}: add {change.what}: {told}")


def remove(
    workspace: WorkspaceArgument, strike: IdArgument, why: WhyOption = "", who: WhoOption = ""
) -> None:
    """Take a strike out with its sources; `restore` brings it back."""
    with _open_desk(workspace, who, why) as (_, desk):
        change = desk.delete(strike)
    _tell(workspace, change)


def restore(
    workspace: WorkspaceArgument, strike: IdArgument, why: WhyOption = "", who: WhoOption = ""
) -> None:
    """Bring a strike back that was removed or joined into another."""
    with _open_desk(workspace, who, why) as (_, desk):
        change = desk.restore(strike)
    _tell(workspace, change)


def split(
    workspace: WorkspaceArgument,
    strike: IdArgument,
    part: Annotated[
        list[str],
        typer.Option(
            "--part",
            metavar="SOURCES",
            help='Sources of one part by number, and what differs: "1,2; killed=3"; repeatable.',
        ),
    ],
    why: WhyOption = "",
    who: WhoOption = "",
) -> None:
    """Make several strikes of one; each source goes to one part or to several."""
    with _open_desk(workspace, who, why) as (_, desk):
        record = desk.read(strike)
        change = desk.split(strike, [read_part(record, text) for text in part])
    _tell(workspace, change)


def join(
    workspace: WorkspaceArgument,
    strike: IdArgument,
    others: Annotated[list[str], typer.Argument(metavar="OTHERS", help="Strikes it is one with.")],
    said: SetOption = None,
    why: WhyOption = "",
    who: WhoOption = "",
) -> None:
    """Make one strike of several, the first; its toll is their widest range unless --set says."""
    from geo.workspace.editing.fields import read_typed

    with _open_desk(workspace, who, why) as (_, desk):
        change = desk.join([strike, *others], read_typed(read_set(said or ())))
    _tell(workspace, change)


@contextmanager
def _open_desk(name: str, who: str, why: str) -> Iterator[tuple[Workspace, Desk]]:
    from geo.workspace.editing.desk import Desk
    from geo.workspace.store import Workspace

    with Workspace(name, who=who) as opened:
        yield opened, Desk(opened, why=why)


def _load(opened: Workspace, land: LandOptions) -> Land:
    from geo.workspace.editing.moving import Land

    places, areas = load_land(opened, land)
    return Land(places.with_decisions(opened.list_decisions()), areas)


def _read_where(where: WhereOptions, desk: Desk, land: Land) -> Decision:
    from geo.workspace.editing.moving import find_place, make_decision

    if where.place:
        return make_decision(desk.act, place=find_place(where.place, land.gazetteer))
    try:
        lat, lon = (float(part) for part in where.point.split(","))
    except ValueError as error:
        wanted = f"{where.point!r} is no LAT,LON such as 35.93,36.63"
        raise typer.BadParameter(wanted, param_hint="--point") from error
    decision = make_decision(desk.act, point=(lon, lat), radius_km=where.radius)
    note_point(decision, land.boundaries)
    return decision


def _name_source(sources: SourceOptions) -> str:
    return sources.add_source or sources.mend_source or sources.remove_source


def _edit_source(desk: Desk, strike: str, sources: SourceOptions, pairs: dict[str, str]) -> Change:
    if sources.add_source:
        return desk.add_source(strike, read_source(sources.add_source, "--add-source"))
    record = desk.read(strike)
    if sources.remove_source:
        return desk.remove_source(pick_source(record, sources.remove_source, "--remove-source"))
    key = pick_source(record, sources.mend_source, "--mend-source")
    said = "; ".join(f"{name}={value}" for name, value in pairs.items())
    return desk.mend_source(key, read_source(said, "--set"))


def _tell(workspace: str, change: Change) -> None:
    say(f"{name_safely(workspace)}: {change.action} {change.what}")
