"""Scoring: how alike two spellings are, and how likely a place is meant, in log-odds.

Every feature has one weight, in data/engine/weights.csv with how it was fitted: a conditional
logit over the candidates of a name and "no listed place", so that odds turn into shares of one.
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import mul
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from gazetteer.matching.candidates import Index, Query
from gazetteer.places import AREA_KINDS, Place

__all__ = [
    "PLACE_FEATURES",
    "SPELLING_FEATURES",
    "Weights",
    "add_slips",
    "doubt_spellings",
    "load_weights",
    "measure_place",
    "measure_surroundings",
    "measure_units",
    "renown",
    "score_units",
]

FARTHEST = 0.4  # sound distance over length; worse is no candidate
CELL = 0.2  # degrees
SHORT = 5  # letters

SPELLING_FEATURES = (
    "sound",  # edit distance of the sounds over the longer length, in one script
    "other_sound",  # the same where the listed spelling is in the other script
    "other_script",  # spelled in the other script
    "inexact",  # not the same letters
    "near_skeleton",  # a consonant more, less or other
    "joined",  # fewer words than listed, and not the same letters
    "foreign",  # near only as other languages use its letters
)
PLACE_FEATURES = (
    "renown",  # 0-3: how often reporting names it, or how large it is
    "sources",  # known from several sources
    "neighbourhood",
    "surroundings",  # log of how much reporting names the places around it
    "wider",  # of an area of administration: how wide
)
# Of areas that share a name the widest is meant.
_WIDER = {"governorate": 3.0, "district": 1.0}

Weights = Mapping[str, float]
Floats = npt.NDArray[np.float64]


@cache
def load_weights() -> Weights:
    """Return the fitted weight of every feature."""
    path = Path(__file__).parents[1] / "data" / "engine" / "weights.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}


def doubt_spellings(weights: Weights) -> Weights:
    """Return weights for a selection, under which far spellings weigh more.

    The farther a spelling, the likelier it is the right one of a place that is left out.
    """
    more = 1 + weights["unlisted_spelling"]
    return {**weights, **{name: more * weights[name] for name in ("sound", "other_sound")}}


def measure_units(index: Index, query: Query) -> dict[int, tuple[float, ...]]:
    """Return the units near enough to be meant, each with its spelling features."""
    alike, near = index.gather(query)
    units = alike + near
    if not units:
        return {}
    apart = _apart(query, index, units)
    own, words = index.units.get(query.glued, -1), query.bare.count(" ")
    found: dict[int, tuple[float, ...]] = {}
    for at, share, reading in apart:
        unit, is_near = units[at], at >= len(alike)
        if unit in found:
            continue
        if unit == own:
            found[unit] = (0.0, 0.0, 0, 0, is_near, 0, 0)
            continue
        joined, foreign = index.words[unit] > words, reading >= query.foreign
        if index.arabic[unit] == query.arabic:
            found[unit] = (share, 0.0, 0, 1, is_near, joined, foreign)
        else:
            found[unit] = (0.0, share, 1, 1, is_near, joined, foreign)
    return found


def _apart(query: Query, index: Index, units: Sequence[int]) -> Iterator[tuple[int, float, int]]:
    """Yield the positions of the units near enough, how far each sounds, and by which reading.

    How far: the edit distance of the sounds as a share of the longer, by the nearest reading.
    """
    sounds = list(map(index.sounds.__getitem__, units))
    apart = cdist(
        query.sounds, sounds, scorer=Levenshtein.normalized_distance,
        score_cutoff=FARTHEST, dtype=np.float64,
    )  # fmt: skip
    several = len(apart) > 1
    share = apart.min(axis=0) if several else apart[0]
    if query.stretch > 1:
        share[[index.opposed[unit] != 0 for unit in units]] *= query.stretch
    if query.glued in index.units:
        share[0] = 0.0  # the name itself, which comes first
    kept = (share <= FARTHEST).nonzero()[0]
    readings = apart[:, kept].argmin(axis=0).tolist() if several else [0] * len(kept)
    return zip(kept.tolist(), share[kept].tolist(), readings, strict=True)


def score_units(index: Index, query: Query, weights: Weights) -> dict[int, float]:
    """Return the units that may be meant, with the log-odds of each being the queried name.

    A name that is some place's own is seldom a slip of another's.
    """
    worth = [weights[name] for name in SPELLING_FEATURES]
    found = {u: sum(map(mul, worth, row)) for u, row in measure_units(index, query).items()}
    listed = index.units.get(query.glued)
    if listed is not None:
        elsewhere = weights["listed_elsewhere"]
        found = {unit: odds + elsewhere * (unit != listed) for unit, odds in found.items()}
    return found


def add_slips(
    index: Index, query: Query, spelled: Mapping[int, float], weights: Weights
) -> dict[int, float]:
    """Return the log-odds of each unit, those that are one slip off raised to what that is."""
    found = dict(spelled)
    slip = weights["slip"]
    if len(query.glued) < SHORT:
        slip += weights["short_slip"]
    for unit in index.find_slips(query):
        found[unit] = max(found.get(unit, slip), slip)
    return found


def measure_place(place: Place, surroundings: float) -> tuple[float, ...]:
    """Return the features of a place by itself."""
    if place.kind in AREA_KINDS:
        return (0.0, 0.0, 0.0, 0.0, _WIDER.get(place.kind, 0.0))
    return (
        renown(place),
        float(len(place.sources) > 1),
        float(place.kind == "neighbourhood"),
        math.log1p(surroundings),
        0.0,
    )


def renown(place: Place) -> float:
    """Return the prominence of a place, or what its size stands for: 5,000 none, 500,000 all."""
    size = 1.5 * math.log10((place.population or 1) / 5_000)
    return max(float(place.prominence), min(3.0, size))


def measure_surroundings(places: Sequence[Place]) -> list[float]:
    """Return for each place how much reporting names the places within about 30 km of it."""
    cells: defaultdict[tuple[int, int], float] = defaultdict(float)
    at = [
        None if p.lon is None or p.lat is None else (int(p.lon / CELL), int(p.lat / CELL))
        for p in places
    ]
    for cell, place in zip(at, places, strict=True):
        if cell is not None:
            cells[cell] += renown(place) ** 2
    around = {
        (x, y): sum(cells.get((x + i, y + j), 0.0) for i in (-1, 0, 1) for j in (-1, 0, 1))
        for x, y in set(filter(None, at))
    }
    return [
        0.0 if cell is None else max(0.0, around[cell] - renown(place) ** 2)
        for cell, place in zip(at, places, strict=True)
    ]
