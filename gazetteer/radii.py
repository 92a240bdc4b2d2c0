"""Radii in km: how far from its point what happened at a named place may lie. One table for all.

A radius is meant to hold the true place nine times in ten. Where no source is named, the number
was chosen by hand for the reason beside it, and `python -m bench gazetteer` holds it against
names whose points are known.
"""

from __future__ import annotations

import math

from gazetteer.places import AREA_KINDS

__all__ = [
    "EDGE_KM",
    "FINEST_KM",
    "NAMED_AFTER_KM",
    "NEAR_KM",
    "ONLINE_KM",
    "ON_WHOLE_KM",
    "PRECISION_KM",
    "REACH_KM",
    "REACH_TIMES",
    "ROUNDED_KM",
    "SURROUNDINGS_KM",
    "UNKNOWN_KM",
    "WIDEST_KM",
    "WIDEST_NEAR_KM",
    "pack_radius",
    "radius_of",
]

# A place by its kind, where neither its record nor its population says more.
_KIND_KM = {
    "neighbourhood": 1.0,  # a quarter is about two km across
    "camp": 1.0,  # as a quarter
    "airport": 2.0,  # a runway is two to three km long, and its point stands for the whole field
    "facility": 0.5,  # a building and its grounds
    "crossing": 0.5,  # as a facility
    "dam": 1.0,  # its crest
    "mountain": 10.0,  # its slopes
    "plain": 15.0,  # land whose point is only some place in it; so are the next two
    "road": 15.0,
    "area": 15.0,
}
UNKNOWN_KM = 2.0  # a place of unknown kind or size: as a small town

# A settlement: built-up land grows with its people, its radius with their square root.
_VILLAGE_KM, _VILLAGE = 1.5, 5_000  # radius up to so many inhabitants, or where none are known
_TOWN_KM = 2.5  # the least of what is no village
_CITY_KM, _CITY = 8.0, 2_000_000  # the most, reached at so many inhabitants
# The same for the packs that ship, in steps that a reader of the table can check by eye:
# inhabitants and up, radius.
_PACK_STEPS = ((500_000, 6.0), (100_000, 4.0), (20_000, 2.5), (0, UNKNOWN_KM))

# "X air base", where only the town X is listed: beyond the town's own radius, how far from towns
# what is named after them lies.
NAMED_AFTER_KM = {"facility": 2.0, "crossing": 5.0, "camp": 5.0, "dam": 6.0, "airport": 8.0}
SURROUNDINGS_KM = 15.0  # "X area", X's countryside: how far around a town it reaches
ON_WHOLE_KM = 5.0  # at least, for an unlisted part that is placed on the town said to hold it
ONLINE_KM = 15.0  # an online service's answer, whose own precision is not known

# A point given by a table that names no radius, by its precision (a word of the strikes table).
PRECISION_KM = {"site": 0.5, "neighbourhood": 1.0, "settlement": 2.0, "near": 10.0, "area": 15.0}
# The same at least, by the decimals of its degrees: half a unit of the last, both ways, at the
# equator.
ROUNDED_KM = {0: 75.0, 1: 7.5}

# Relative places.
NEAR_KM = 5.0  # how far from a town's own extent "near" reaches
EDGE_KM = 2.0  # how far outside a town its outskirts reach
# "north-east of X" without a distance: this many times the radius of X, within bounds.
REACH_TIMES, REACH_KM = 5.0, (10.0, 30.0)
FINEST_KM = 1.0  # words place nothing sharper
WIDEST_NEAR_KM = 10.0  # up to it a point has precision near, beyond it area
WIDEST_KM = 40.0  # anything wider says too little to be a point


def radius_of(kind: str, population: int | None = None) -> float | None:
    """Return the radius in km of a place whose record has none; None for areas.

    A settlement without a known population counts as a village.
    """
    if kind in AREA_KINDS:
        return None
    if kind != "settlement":
        return _KIND_KM.get(kind, UNKNOWN_KM)
    if not population or population < _VILLAGE:
        return _VILLAGE_KM
    return round(min(_CITY_KM, max(_TOWN_KM, _CITY_KM * math.sqrt(population / _CITY))), 1)


def pack_radius(population: int) -> float:
    """Return the radius in km that a pack gives a settlement of so many inhabitants."""
    return next(radius for least, radius in _PACK_STEPS if population >= least)
