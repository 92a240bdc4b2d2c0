"""Scoring: how alike two spellings are, and how likely a place is meant, in log-odds.

Every feature has one weight, in data/engine/weights.csv with how it was fitted: a conditional
logit over the candidates of a name and "no listed place", so that odds turn into shares of one.
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from gazetteer.matching.candidates import Index, Query
from gazetteer.places import AREA_KINDS, Place

__all__ = [
    "PLACE_FEATURES",
    "SPELLING_FEATURES",
    "Units",
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
Units = npt.NDArray[np.int64]


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


def measure_units(index: Index, query: Query, units: Mapping[int, bool]) -> tuple[Units, Floats]:
    """Return the units near enough to be meant, and a row of spelling features for each.

    units maps a unit to whether only a near skeleton led to it.
    """
    listed, features = _measure(index, query, units)
    return listed, np.column_stack([feature.astype(np.float64) for feature in features])


def _measure(
    index: Index, query: Query, units: Mapping[int, bool]
) -> tuple[Units, list[npt.NDArray[Any]]]:
    """Return the units near enough, and each spelling feature of them all."""
    listed = np.fromiter(units, dtype=np.int64, count=len(units))
    near = np.fromiter(units.values(), dtype=np.bool_, count=len(units))
    shares = _apart(query, index.sounds[listed].tolist(), index.lengths[listed])
    share = shares.min(axis=0)
    if query.stretch > 1:
        share[[index.opposed[unit] != 0 for unit in units]] *= query.stretch
    exact = listed == index.units.get(query.glued, -1)
    share[exact] = 0.0
    kept = (share <= FARTHEST).nonzero()[0]
    reading = shares[:, kept].argmin(axis=0)
    listed, share, near, exact = listed[kept], share[kept], near[kept], exact[kept]
    inexact = ~exact
    other_script = (index.arabic[listed] != query.arabic) & inexact
    return listed, [
        np.where(other_script, 0.0, share),
        np.where(other_script, share, 0.0),
        other_script,
        inexact,
        near,
        (index.words[listed] > query.bare.count(" ")) & inexact,
        (reading >= query.foreign) & inexact,
    ]


def _apart(query: Query, sounds: list[str], lengths: Floats) -> Floats:
    """Return for each reading of a name how far each sound is from it, as a share of the longer."""
    steps = cdist(query.sounds, sounds, scorer=Levenshtein.distance, dtype=np.int32)
    own = np.array([[max(len(sound), 1)] for sound in query.sounds])
    return np.asarray(steps / np.maximum(lengths, own), dtype=np.float64)


def score_units(
    index: Index, query: Query, units: Mapping[int, bool], weights: Weights
) -> tuple[Units, Floats]:
    """Return the units that may be meant and the log-odds of each being the queried name.

    A name that is some place's own is seldom a slip of another's.
    """
    if not units:
        return _NO_UNITS, _NO_ODDS
    found, features = _measure(index, query, units)
    odds = np.zeros(len(found))
    for name, feature in zip(SPELLING_FEATURES, features, strict=True):
        odds += weights[name] * feature
    listed = index.units.get(query.glued)
    if listed is not None:
        odds[found != listed] += weights["listed_elsewhere"]
    return found, odds


def add_slips(
    index: Index, query: Query, units: Units, spelled: Floats, *, weights: Weights
) -> dict[int, float]:
    """Return the log-odds of each unit, those that are one slip off raised to what that is."""
    found = dict(zip(units.tolist(), spelled.tolist(), strict=True))
    slip = weights["slip"]
    if len(query.glued) < SHORT:
        slip += weights["short_slip"]
    for unit in index.find_slips(query):
        found[unit] = max(found.get(unit, slip), slip)
    return found


_NO_UNITS = np.empty(0, dtype=np.int64)
_NO_ODDS = np.empty(0)


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
