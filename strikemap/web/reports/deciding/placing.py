"""Where an accepted draft is put: never sharper than the text, and on no pin that nobody chose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazetteer import Place
from gazetteer.decisions.decision import Decision
from gazetteer.match import Match
from gazetteer.places import AREA_KINDS, precision_of
from geo.workspace.editing.adding import Origin
from geo.workspace.editing.moving import Land, make_decision
from geo.workspace.editing.records import Act
from strikemap.web.picker import Point

__all__ = ["Placed", "find_where", "origin_of"]


@dataclass(frozen=True, slots=True)
class Placed:
    """What says where a draft was: what was read, or the place or point that a person chose.

    name: as the text has it. nowhere: a person said that it is not located.
    """

    name: str
    read: Match
    chosen: Place | None = None
    point: Point | None = None
    nowhere: bool = False


def origin_of(placed: Placed, changed: Sequence[str]) -> Origin:
    """Return how an accepted draft came to be. changed: what a person said otherwise, in words."""
    word = f"with changes to {', '.join(changed)}" if changed else "accepted"
    match, chosen = placed.read, placed.chosen is not None or placed.point is not None
    read = {
        "match_method": match.method, "match_score": match.score, "match_reason": match.reason,
    }  # fmt: skip
    return Origin(f"read from a report, {word}", None if chosen or placed.nowhere else read)


def find_where(placed: Placed, act: Act, land: Land) -> Decision | None:
    """Return where a strike was as a decision on it alone; None: its name says it, as it was read.

    A name that is ambiguous stays without a place, also where it alone would be given one.
    """
    if placed.point is not None:
        at = (placed.point.lon, placed.point.lat)
        return make_decision(act, point=at, radius_km=placed.point.radius_km)
    if placed.chosen is not None:
        return make_decision(act, place=placed.chosen)
    if placed.nowhere:
        return _say_nowhere(act)
    match = placed.read
    if match.place is not None and _is_whole(match, match.place):
        return make_decision(act, place=match.place)
    if match.lon is not None and match.lat is not None and match.uncertainty_km:
        return make_decision(act, point=(match.lon, match.lat), radius_km=match.uncertainty_km)
    (alone,) = land.gazetteer.match_many([placed.name])
    if alone.location_status == match.location_status:
        return None
    return _say_nowhere(replace(act, why=f"{act.why}; as read: {match.reason}"))


def _say_nowhere(act: Act) -> Decision:
    return Decision("", verdict="no place", reason=act.why, who=act.who, when=act.at)


def _is_whole(match: Match, place: Place) -> bool:
    """Say whether a match is the listed place itself, not what lies near or around it."""
    if place.kind in AREA_KINDS:
        return match.lon is None and match.precision == place.kind
    return (
        (match.lon, match.lat, match.uncertainty_km) == (place.lon, place.lat, place.uncertainty_km)
        and match.lon is not None
        and match.precision == precision_of(place.kind)
    )  # fmt: skip
