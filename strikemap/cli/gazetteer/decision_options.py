"""What a decision on the command line is made of, and two files of decisions put together."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from gazetteer.errors import GazetteerError
from strikemap.cli.messages import answer, count

if TYPE_CHECKING:
    from gazetteer import Place
    from gazetteer.decisions.decision import Decision

__all__ = ["DecisionOptions", "make_decision", "settle"]

PREFER = ("mine", "theirs", "newest")
FARTHEST_KM = 500.0


class Listing(Protocol):
    """A gazetteer, asked for the place of an id."""

    @property
    def country(self) -> str:
        """Return the two letters of the country, or of several."""

    def get(self, place_id: str) -> Place | None:
        """Return the place of an id."""


@dataclass(frozen=True)
class DecisionOptions:
    """What a name means, and why."""

    governorate: Annotated[
        str, typer.Option("--governorate", help="Governorate as reported with it.")
    ] = ""
    place: Annotated[str, typer.Option("--place", metavar="ID", help="The place it means.")] = ""
    point: Annotated[
        str, typer.Option("--point", metavar="LAT,LON", help="A point, with --radius.")
    ] = ""
    radius: Annotated[
        float | None, typer.Option("--radius", metavar="KM", help="How far it may be off.")
    ] = None
    no_place: Annotated[bool, typer.Option("--no-place", help="It names no place.")] = False
    reason: Annotated[str, typer.Option("--reason", help="Why, in your words.")] = ""
    who: Annotated[str, typer.Option("--who", help="Who decides, if you wish.")] = ""


def make_decision(name: str, what: DecisionOptions, gazetteer: Listing) -> Decision:
    """Return the decision that options say; wrong usage is told by option."""
    from gazetteer.decisions.decision import Decision, Verdict

    if sum(map(bool, (what.place, what.point, what.no_place))) != 1:
        raise typer.BadParameter("say one of them", param_hint="--place, --point, --no-place")
    lat, lon, radius = _read_point(what.point, what.radius)
    if what.place:
        lat, lon, radius = _find_point(what.place, gazetteer)
    verdict: Verdict = "place" if what.place else "point" if what.point else "no place"
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return Decision(
        name, what.governorate, verdict, what.place, lon, lat, radius, what.reason, what.who,
        now.replace("+00:00", "Z"),
    )  # fmt: skip


def _read_point(text: str, radius: float | None) -> tuple[float | None, float | None, float | None]:
    if not text:
        return None, None, None
    try:
        lat, lon = (float(part) for part in text.split(","))
    except ValueError:
        lat = lon = float("nan")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        wanted = f"{text!r} is no LAT,LON such as 35.93,36.63"
        raise typer.BadParameter(wanted, param_hint="--point")
    if radius is None or not 0 < radius <= FARTHEST_KM:
        wanted = f"a point needs a radius, over 0 and to {FARTHEST_KM:g} km"
        raise typer.BadParameter(wanted, param_hint="--radius")
    return lat, lon, radius


def _find_point(
    place_id: str, gazetteer: Listing
) -> tuple[float | None, float | None, float | None]:
    from gazetteer import AREA_KINDS

    place = gazetteer.get(place_id)
    if place is None:
        raise GazetteerError(
            f"{place_id}: no place of {gazetteer.country} has this id; say another --country, or "
            "find ids with `strikemap gazetteer search NAME --country CODE`"
        )
    if place.kind in AREA_KINDS:
        return None, None, None
    return place.lat, place.lon, place.uncertainty_km


def settle(
    mine: Sequence[Decision], theirs: Sequence[Decision], prefer: str | None, files: str
) -> tuple[list[Decision], int]:
    """Return two files' decisions together, and how many conflicts there were, each shown.

    prefer: mine, theirs or newest in a conflict; None refuses them. files: both, for the message.
    """
    from gazetteer.decisions.file import merge_decisions

    if prefer not in (None, *PREFER):
        said = f"{prefer!r} is none of {', '.join(PREFER)}"
        raise typer.BadParameter(said, param_hint="--prefer")
    merged, conflicts = merge_decisions(mine, theirs)
    for conflict in conflicts:
        answer(str(conflict))
    if conflicts and prefer is None:
        raise GazetteerError(
            f"{files}: {count(len(conflicts), 'name')} decided otherwise; nothing is written, say "
            "--prefer mine, theirs or newest, or mend one file"
        )
    kept = [_prefer(one.mine, one.theirs, prefer or "") for one in conflicts]
    return [*merged, *kept], len(conflicts)


def _prefer(mine: Decision, theirs: Decision, which: str) -> Decision:
    if which == "newest":
        return max(mine, theirs, key=lambda one: one.when)
    return mine if which == "mine" else theirs
