"""`strikemap workspace place` `add`, `list`, `remove`: what a workspace lists beside the packs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from geo.workspace.naming import is_address, name_safely
from strikemap.cli.messages import answer, count, say
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import LandOptions
from strikemap.cli.outputs import check_out
from strikemap.cli.workspace.verbs import WhoOption, WorkspaceArgument, load_countries_land

__all__ = ["add_place", "list_own", "remove"]

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Place, as `place list` has it.")]


@spread_options
def add_place(
    workspace: WorkspaceArgument,
    name: Annotated[str, typer.Argument(help="Name of the place.")],
    point: Annotated[str, typer.Option("--point", metavar="LAT,LON", help="Where it is.")],
    radius: Annotated[float, typer.Option("--radius", metavar="KM", help="That holds all of it.")],
    land: LandOptions,
    spelling: Annotated[
        list[str] | None, typer.Option("--spelling", help="Another name; may be said again.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", help="settlement, camp, road...", show_default="settlement"),
    ] = None,
    governorate: Annotated[
        str | None, typer.Option("--governorate", help="Its area; else the one of its point.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="Who says that it is there.")
    ] = None,
    place_id: Annotated[
        str,
        typer.Option(
            "--id",
            metavar="ID",
            help="The place that is corrected, not a new one; what is not said of it stays.",
        ),
    ] = "",
    reason: Annotated[str, typer.Option("--reason", help="Why, in your words.")] = "",
    who: WhoOption = "",
) -> None:
    """List a place that the gazetteer lacks: rows that say one of its names are matched anew."""
    from geo.workspace.own_places import OwnPlace
    from geo.workspace.owning import keep_place, list_places, make_id
    from geo.workspace.store import Workspace

    lat, lon = _read_point(point)
    with Workspace(workspace, who=who) as opened:
        known = {one.place_id: one for one in list_places(opened)}
        if place_id and place_id not in known:
            raise typer.BadParameter(f"{place_id!r} is not listed", param_hint="--id")
        before = known.get(place_id) or OwnPlace(make_id(), name, lon, lat, radius)
        said: dict[str, Any] = {"kind": kind, "governorate": governorate, "source": source,
                "other_names": None if spelling is None else tuple(spelling)}  # fmt: skip
        place = replace(
            before, name=name, lon=lon, lat=lat, radius_km=radius, reason=reason, who=who,
            **{field: value for field, value in said.items() if value is not None},
        )  # fmt: skip
        rows = keep_place(opened, place, load_countries_land(opened, land))
    say(f"{name_safely(workspace)}: {name} is {place.place_id}; {count(rows, 'row')} changed")


def list_own(
    workspace: WorkspaceArgument,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Table for `strikemap gazetteer add`, .csv."),
    ] = None,
) -> None:
    """Say which places of its own a workspace lists, or write them as a table of places."""
    from geo.files import replace_files
    from geo.workspace.own_places import write_places
    from geo.workspace.owning import list_places
    from geo.workspace.store import Workspace

    if out:
        check_out(out, (".csv",), [] if is_address(workspace) else [workspace], tables=False)
    with Workspace(workspace, writing=False) as opened:
        own = list_places(opened)
    if out:
        replace_files({out: write_places(own)})
    else:
        for one in own:
            names = ", ".join((one.name, *one.other_names))
            at = f"{one.lat:.5f} {one.lon:.5f} within {one.radius_km:g} km"
            by = f" ({one.source})" if one.source else ""
            answer(f"{one.place_id} {names}: {one.kind}, {at}{by}")
    say(f"{out or name_safely(workspace)}: {count(len(own), 'place')}")


@spread_options
def remove(
    workspace: WorkspaceArgument,
    place_id: IdArgument,
    land: LandOptions,
    reason: Annotated[str, typer.Option("--reason", help="Why, in your words.")] = "",
    who: WhoOption = "",
) -> None:
    """Take a place of its own out of a workspace: rows placed on it are matched anew."""
    from geo.workspace.owning import remove_place
    from geo.workspace.store import Workspace

    with Workspace(workspace, who=who) as opened:
        rows = remove_place(opened, place_id, load_countries_land(opened, land), why=reason)
    say(f"{name_safely(workspace)}: {place_id} is taken out; {count(rows, 'row')} changed")


def _read_point(text: str) -> tuple[float, float]:
    """Return latitude and longitude of LAT,LON."""
    try:
        lat, lon = (float(part) for part in text.split(","))
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no LAT,LON", param_hint="--point") from None
    return lat, lon
