"""`strikemap gazetteer review`, `decide` and `merge`: what persons decided that names mean."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gazetteer.errors import GazetteerError
from strikemap.cli.inputs import Input, load_places, read_located
from strikemap.cli.messages import answer, count, say
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

if TYPE_CHECKING:
    from gazetteer.decisions.decision import Decision

__all__ = ["decide", "merge", "review"]

PREFER = ("mine", "theirs", "newest")


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


def decide(
    name: Annotated[str, typer.Argument(help="Name as reported.")],
    file: Annotated[
        Path, typer.Option("--file", metavar="ALIASES", help="Alias file; made if there is none.")
    ],
    governorate: Annotated[
        str, typer.Option("--governorate", help="Governorate as reported with it.")
    ] = "",
    place: Annotated[str, typer.Option("--place", metavar="ID", help="The place it means.")] = "",
    point: Annotated[
        str, typer.Option("--point", metavar="LAT,LON", help="A point, with --radius.")
    ] = "",
    radius: Annotated[
        float | None, typer.Option("--radius", metavar="KM", help="How far it may be off.")
    ] = None,
    *,
    no_place: Annotated[bool, typer.Option("--no-place", help="It names no place.")] = False,
    reason: Annotated[str, typer.Option("--reason", help="Why, in your words.")] = "",
    who: Annotated[str, typer.Option("--who", help="Who decides, if you wish.")] = "",
    gazetteer: GazetteerOption = None,
    country: CountryOption = "sy",
) -> None:
    """Decide what a name means, once for all rows that say it; ALIASES is then --gazetteer."""
    from gazetteer.decisions.decision import Decision, Verdict
    from gazetteer.decisions.file import read_decisions, write_decisions
    from geo.files import replace_files

    if sum(map(bool, (place, point, no_place))) != 1:
        raise typer.BadParameter("say one of them", param_hint="--place, --point, --no-place")
    lat, lon = _read_point(point, radius)
    if place:
        lat, lon, radius = _find_point(place, load_places(country, gazetteer).get(place))
    verdict: Verdict = "place" if place else "point" if point else "no place"
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    decision = Decision(
        name, governorate, verdict, place, lon, lat, radius, reason, who, now.replace("+00:00", "Z")
    )
    known = {one.key: one for one in (read_decisions(file) if file.exists() else [])}
    before = known.get(decision.key)
    known[decision.key] = decision
    replace_files({file: write_decisions(known.values())})
    again = (
        "" if before is None or before.answer == decision.answer else f"; before: {before.words}"
    )
    say(f"{file}: {name}: {decision.words}{again}; {count(len(known), 'decision')} in all")


def _read_point(text: str, radius: float | None) -> tuple[float | None, float | None]:
    if not text:
        return None, None
    try:
        lat, lon = (float(part) for part in text.split(","))
    except ValueError:
        lat = lon = float("nan")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise typer.BadParameter(
            f"{text!r} is no LAT,LON such as 35.93,36.63", param_hint="--point"
        )
    if radius is None or not 0 < radius <= 500:
        raise typer.BadParameter(
            "a point needs a radius, over 0 and to 500 km", param_hint="--radius"
        )
    return lat, lon


def _find_point(place_id: str, place: object) -> tuple[float | None, float | None, float | None]:
    from gazetteer import AREA_KINDS, Place

    if not isinstance(place, Place):
        raise GazetteerError(
            f"{place_id}: no listed place has this id; `strikemap gazetteer search NAME` names ids"
        )
    return (
        (None, None, None)
        if place.kind in AREA_KINDS
        else (place.lat, place.lon, place.uncertainty_km)
    )


def merge(
    mine: Annotated[Path, typer.Argument(metavar="MINE", help="Alias file of yours.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="Alias file of a colleague.")],
    out: OutOption,
    prefer: Annotated[
        str | None,
        typer.Option("--prefer", metavar="|".join(PREFER), help="Which to keep in a conflict."),
    ] = None,
) -> None:
    """Put two alias files together; names that they decide otherwise are shown, none is lost."""
    if prefer not in (None, *PREFER):
        raise typer.BadParameter(
            f"{prefer!r} is none of {', '.join(PREFER)}", param_hint="--prefer"
        )
    check_out(out, (".csv",), [mine, theirs], tables=False)
    from gazetteer.decisions.file import merge_decisions, read_decisions, write_decisions
    from geo.files import replace_files

    for path in (mine, theirs):
        if not path.is_file():
            raise GazetteerError(f"{path}: cannot be read (no such file); check path")
    merged, conflicts = merge_decisions(read_decisions(mine), read_decisions(theirs))
    for conflict in conflicts:
        answer(str(conflict))
    if conflicts and prefer is None:
        raise GazetteerError(
            f"{mine}, {theirs}: {count(len(conflicts), 'name')} decided otherwise; nothing is "
            "written, say --prefer mine, theirs or newest, or mend one file"
        )
    merged += [_prefer(one.mine, one.theirs, prefer or "") for one in conflicts]
    replace_files({out: write_decisions(merged)})
    say(f"{out}: {count(len(merged), 'decision')}, {count(len(conflicts), 'conflict')}")


def _prefer(mine: Decision, theirs: Decision, which: str) -> Decision:
    if which == "newest":
        return max(mine, theirs, key=lambda one: one.when)
    return mine if which == "mine" else theirs
