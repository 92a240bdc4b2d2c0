"""Judging: whether an answer of the gazetteer is what a case expects."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geopy.distance import geodesic

from gazetteer.errors import GazetteerError
from gazetteer.match import Match
from gazetteer.matching.ladder import Gazetteer
from gazetteer.places import AREA_KINDS, Place

__all__ = ["REFUSALS", "RIGHT_KM", "VERDICTS", "WRONG_KM", "Target", "judge", "read_target"]

REFUSALS = ("none", "ambiguous", "vague")
RIGHT_KM, WRONG_KM = 5.0, 10.0
# Best first. near: 5 to 10 km off, or within the circle of an answer that says it is an area.
# coarse: only the governorate or district that holds it. offered: not placed, the right place (or
# some of several) among the rivals. wrong: farther off, or placed where nothing may be.
VERDICTS = ("right", "near", "coarse", "offered", "unplaced", "wrong")

_BEARINGS = dict(zip(("N", "NE", "E", "SE", "S", "SW", "W", "NW"), range(0, 360, 45), strict=True))
_OFFSET = re.compile(rf"([\d.]+) km ({'|'.join(_BEARINGS)}) of (\S+)")
_BETWEEN = re.compile(r"between (\S+) and (\S+)")
_AREA = re.compile(r"area of (\S+)")


@dataclass(frozen=True, slots=True)
class Target:
    """What is expected: a refusal, an area to count on, or a point (degrees) with its place."""

    refusal: str | None = None
    rivals: tuple[Place, ...] = ()  # that must be offered where the name is ambiguous
    place: Place | None = None  # the place itself, the seat of the area, or the anchor
    lon: float | None = None  # null for refusals, areas, and places without a point
    lat: float | None = None
    members: tuple[Place, ...] = ()  # of a name that holds several places


def read_target(expected: str, gazetteer: Gazetteer) -> Target:
    """Read what a case expects; raises GazetteerError where it is no such word or place."""
    word, *place_ids = expected.split(" ")
    if word in REFUSALS:
        return Target(word, tuple(_get(place_id, gazetteer) for place_id in place_ids))
    if word == "several":
        return Target(members=tuple(_get(place_id, gazetteer) for place_id in place_ids))
    if found := _AREA.fullmatch(expected):
        return Target(place=_get(found[1], gazetteer))
    if found := _BETWEEN.fullmatch(expected):
        one, other = (_get(place_id, gazetteer) for place_id in found.groups())
        (south, west), (north, east) = _point(one), _point(other)
        return Target(
            None, (), one, (west + east) / 2, (south + north) / 2
        )  # near enough to halfway
    if found := _OFFSET.fullmatch(expected):
        return _moved(_get(found[3], gazetteer), float(found[1]), _BEARINGS[found[2]])
    place = _get(expected, gazetteer)
    if place.kind in AREA_KINDS:
        return Target(place=place)
    return Target(None, (), place, place.lon, place.lat)


def judge(target: Target, match: Match) -> str:
    """Return the verdict on an answer, a word of VERDICTS."""
    if target.members:
        return _judge_several(target, match)
    if match.method in REFUSALS:
        return _judge_refusal(target, match)
    if target.refusal or target.place is None:
        return "wrong"
    same = match.place is not None and match.place.place_id == target.place.place_id
    if target.lon is None or target.lat is None:
        pinned = match.lon is not None
        return "right" if same and not pinned else "wrong" if pinned else _judge_area(target, match)
    if match.lon is None or match.lat is None:
        return _judge_area(target, match)
    away = geodesic((target.lat, target.lon), (match.lat, match.lon)).km
    if away <= RIGHT_KM:
        return "right"
    reach = match.uncertainty_km or 0.0 if match.precision == "area" else 0.0
    return "near" if away <= max(WRONG_KM, reach) else "wrong"


def _judge_refusal(target: Target, match: Match) -> str:
    offered = {place.place_id for place in match.rivals}
    meant = {place.place_id for place in (*target.rivals, target.place) if place}
    if match.method == target.refusal and meant <= offered:
        return "right"
    return "offered" if meant & offered else "unplaced"


def _judge_several(target: Target, match: Match) -> str:
    """Say whether an answer holds every place that is meant, by its circle or by naming them."""
    if match.method == "ambiguous":
        return _judge_refusal(Target("ambiguous", target.members), match)
    if match.method in REFUSALS:
        return "unplaced"
    if match.lon is None or match.lat is None:
        inside = match.adm1_code in {place.adm1_code for place in target.members}
        return "coarse" if inside else "wrong"
    at, reach = (match.lat, match.lon), match.uncertainty_km or 0.0
    held = all(geodesic(_point(place), at).km <= reach for place in target.members)
    return "right" if held and match.precision == "area" else "wrong"


def _judge_area(target: Target, match: Match) -> str:
    """Say whether the area that was answered holds the target."""
    area, place = match.place, target.place
    if area is None or place is None or match.precision not in AREA_KINDS:
        return "wrong"
    code, own = {
        "governorate": (area.adm1_code, place.adm1_code),
        "district": (area.adm2_code, place.adm2_code),
    }.get(match.precision, (area.adm3_code, place.adm3_code))
    return "coarse" if code is not None and code == own else "wrong"


def _get(place_id: str, gazetteer: Gazetteer) -> Place:
    place = gazetteer.get(place_id)
    if place is None:
        raise GazetteerError(f"{place_id!r} is no place of the pack and no word that is expected")
    return place


def _point(place: Place) -> tuple[float, float]:
    if place.lat is None or place.lon is None:
        raise GazetteerError(f"{place.place_id} has no point to measure from")
    return place.lat, place.lon


def _moved(anchor: Place, distance_km: float, bearing: float) -> Target:
    there = geodesic(kilometers=distance_km).destination(_point(anchor), bearing)
    return Target(None, (), anchor, there.longitude, there.latitude)
