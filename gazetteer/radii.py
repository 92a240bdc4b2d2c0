"""Radii in km: how far from its point what happened at a named place may lie. One table for all.

A radius is meant to hold the true place nine times in ten. What is fitted says on what, and how
often it holds; the rest was chosen by hand for the reason beside it. `python -m bench radii` and
`python -m bench gazetteer` hold them against points that are known.
"""

from __future__ import annotations

import math

from gazetteer.places import AREA_KINDS

__all__ = [
    "AIRPORT_KM",
    "AIRPORT_TIMES",
    "AROUND_CAPITAL_KM",
    "AROUND_TOWN_KM",
    "COUNTRYSIDE_KM",
    "EDGE_KM",
    "FINEST_KM",
    "NAMED_AFTER_KM",
    "NEAR_KM",
    "ONLINE_KM",
    "PART_KM",
    "PRECISION_KM",
    "REACH_KM",
    "REACH_TIMES",
    "RIGHT_KM",
    "ROUNDED_KM",
    "SURROUNDINGS_KM",
    "UNKNOWN_KM",
    "WIDEST_KM",
    "WIDEST_NEAR_KM",
    "named_after",
    "pack_radius",
    "radius_of",
    "share_held",
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
# What a score says: how often the true place lies so near to the point, or in the circle of an
# answer that says it is only near it or an area.
RIGHT_KM = 5.0
HELD = 0.9  # share of true places that a radius is meant to hold
UNKNOWN_KM = 2.0  # a place of unknown kind or size: as a small town

# A settlement: built-up land grows with its people, its radius with their square root. Of points
# of Syrian Archive's reports the radii hold 91 to 93 in 100, of OCHA's communities looked up in
# Who's On First 94, of UCDP's (whose points are GeoNames's own) 96.
_VILLAGE_KM, _VILLAGE = 1.5, 5_000  # radius up to so many inhabitants, or where none are known
_TOWN_KM = 2.5  # the least of what is no village
_CITY_KM, _CITY = 8.0, 2_000_000  # the most, reached at so many inhabitants
# The same for the packs that ship, in steps that a reader of the table can check by eye:
# inhabitants and up, radius.
_PACK_STEPS = ((500_000, 6.0), (100_000, 4.0), (20_000, 2.5), (0, UNKNOWN_KM))

# "X air base", where only the town X is listed: beyond the town's own radius, how far from towns
# what is named after them lies. Fitted on the pack's own 120, taken out of it and asked for, and on
# UCDP's, namesakes of the towns left aside: 16 of 18 facilities, all 8 camps lie within it, 3 of 4
# dams and 2 of 3 crossings, which are too few to say more.
NAMED_AFTER_KM = {"facility": 5.0, "crossing": 5.0, "camp": 2.0, "dam": 6.0}
# An airport of which only the town is listed: so many times the town's own radius, within bounds.
# Of 878 airports of 23 countries with wars in them or beside them (PyPI airportsdata 20260905,
# looked up by the city that it names) 89 in 100 lie within it, of the 339 of those without Egypt,
# Iran, Pakistan, Russia and Turkey 91, and of no size of town fewer than 89.
AIRPORT_TIMES, AIRPORT_KM = 5.0, (9.0, 30.0)
SURROUNDINGS_KM = 15.0  # "X area", a table's word "area": by hand, how far it reaches around X
# An unlisted part on the town said to hold it, "X neighbourhood, town": the town's own radius,
# which holds 97 in 100 of OCHA's 414 neighbourhoods of 12 towns, and at least this.
PART_KM = 3.0
# "X, town" that may as well be a village beyond it: so much more than the town's own radius. OCHA's
# communities that the pack does not list, with the nearest known town: 88 in 100 within the first
# (their subdistrict's seat 85). Of what is said to lie in a capital, which are quarters too, the
# second holds all of the 414 neighbourhoods and 70 in 100 of the villages.
AROUND_TOWN_KM = 18.0
AROUND_CAPITAL_KM = 10.0
ONLINE_KM = 15.0  # an online service's answer, whose own precision is not known

# A point given by a table that names no radius, by its precision (a word of the strikes table).
PRECISION_KM = {"site": 0.5, "neighbourhood": 1.0, "settlement": 2.0, "near": 10.0, "area": 15.0}
# The same at least, by the decimals of its degrees: half a unit of the last, both ways, at the
# equator.
ROUNDED_KM = {0: 75.0, 1: 7.5}

# Relative places, on OCHA's communities with the nearest town that the pack knows well: half of
# them lie within 9 km of it.
# How far from a town's own extent "near" reaches: holds 89 in 100 of those at most 12 km from it,
# farther off people say how far.
NEAR_KM = 8.0
EDGE_KM = 2.0  # how far outside a town its outskirts reach: by hand, no set of points says it
# "north-east of X" without a distance: this many times the radius of X, within bounds. Holds 88 in
# 100 of those at most 20 km from it, half of whose sides are said in four words and half in eight.
REACH_TIMES, REACH_KM = 5.0, (13.0, 30.0)
# "X countryside" without a side, at least: 87 in 100 of the communities lie so near to the seat of
# their subdistrict.
COUNTRYSIDE_KM = 22.0
FINEST_KM = 1.0  # words place nothing sharper
WIDEST_NEAR_KM = 12.0  # up to it, as near a town of 4 km, a point has precision near, then area
WIDEST_KM = 40.0  # anything wider says too little to be a point


def named_after(kind: str, town_km: float | None) -> float | None:
    """Return the radius in km around a town of what is named after it, by its kind.

    town_km: the town's own radius, None where it has none. None for a kind that is not so named.
    """
    own = town_km or UNKNOWN_KM
    if kind == "airport":
        least, most = AIRPORT_KM
        return min(most, max(least, AIRPORT_TIMES * own))
    return own + NAMED_AFTER_KM[kind] if kind in NAMED_AFTER_KM else None


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


def share_held(radius_km: float) -> float:
    """Return how often a place worked out from others lies in its circle, or within RIGHT_KM.

    A radius promises nine times in ten; of the forms of `bench radii` 84 to 100 in 100 are held.
    """
    return 1.0 if radius_km <= RIGHT_KM else HELD
