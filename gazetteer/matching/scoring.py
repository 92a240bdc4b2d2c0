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
from pathlib import Path

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

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
    own = index.units.get(query.glued, -1)
    found: dict[int, tuple[float, ...]] = {}
    for unit, share, is_near, is_foreign in _apart(query, index):
        if unit in found:
            continue
        if unit == own:
            found[unit] = (0.0, 0.0, 0, 0, is_near, 0, 0)
            continue
        other = index.arabic[unit] != query.arabic
        own_script, other_script = (0.0, share) if other else (share, 0.0)
        joined = index.words[unit] > query.spaces
        found[unit] = (own_script, other_script, other, 1, is_near, joined, is_foreign)
    return found


def _apart(query: Query, index: Index) -> Iterator[tuple[int, float, bool, bool]]:
    """Yield the units near enough, how far each sounds, if it is near only, if only as foreign.

    How far: the edit distance of the sounds as a share of the longer, by the nearest reading.
    """
    alike, near = index.gather(query)
    units = alike + near
    sounds = list(map(index.sounds.__getitem__, units))
    apart = _nearest(query.sounds, sounds)
    if query.glued in index.units:
        apart[0] = 0.0, 0  # the name itself, which comes first
    first_near, first_foreign = len(alike), query.foreign
    for at, (share, reading) in sorted(apart.items()):
        unit = units[at]
        if query.stretch > 1 and index.opposed[unit]:
            share *= query.stretch
            if share > FARTHEST:
                continue
        yield unit, share, at >= first_near, reading >= first_foreign


def _nearest(readings: Sequence[str], sounds: Sequence[str]) -> dict[int, tuple[float, int]]:
    """Return how far the sounds near enough are from the nearest reading, and which that is."""
    found: dict[int, tuple[float, int]] = {}
    for reading, sound in enumerate(readings):
        for _, share, at in extract(
            sound, sounds, scorer=Levenshtein.normalized_distance, score_cutoff=FARTHEST,
            limit=None,
        ):  # fmt: skip
            if at not in found or share < found[at][0]:
                found[at] = share, reading
    return found


def score_units(index: Index, query: Query, weights: Weights) -> dict[int, float]:
    """Return the units that may be meant, with the log-odds of each being the queried name.

    A name that is some place's own is seldom a slip of another's.
    """
    listed = index.units.get(query.glued, -1)
    elsewhere = weights["listed_elsewhere"] if listed >= 0 else 0.0
    by_script = _worth_by_script(weights)
    own, words, arabic = index.arabic, index.words, query.arabic
    found: dict[int, float] = {}
    for unit, share, is_near, is_foreign in _apart(query, index):
        if unit in found:
            continue
        if unit == listed:
            found[unit] = weights["near_skeleton"] * is_near
            continue
        a_share, inexact, near, joined, foreign = by_script[own[unit] != arabic]
        odds = a_share * share + inexact + elsewhere
        if is_near:
            odds += near
        if words[unit] > query.spaces:
            odds += joined
        found[unit] = odds + foreign if is_foreign else odds
    return found


def _worth_by_script(weights: Weights) -> tuple[tuple[float, ...], ...]:
    """Return what a spelling of the query's script, and of the other, is worth by its features.

    Each: a share of its sounds, being inexact, and the last three of SPELLING_FEATURES.
    """
    worth = [weights[name] for name in SPELLING_FEATURES]
    sound, other_sound, other_script, inexact, *rest = worth
    return (sound, inexact, *rest), (other_sound, other_script + inexact, *rest)


def add_slips(
    index: Index, query: Query, spelled: dict[int, float], weights: Weights
) -> dict[int, float]:
    """Return the log-odds of each unit, those that are one slip off raised to what that is."""
    slip = weights["slip"]
    if len(query.glued) < SHORT:
        slip += weights["short_slip"]
    slips = {unit: max(spelled.get(unit, slip), slip) for unit in index.find_slips(query)}
    return spelled | slips if slips else spelled


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
