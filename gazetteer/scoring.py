"""Scoring: how alike two spellings are, and how likely a place is meant, in log-odds."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from gazetteer.candidates import Index, Query

__all__ = ["Weights", "score_units"]


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds per unit of evidence; fitted by bench/gazetteer.py, see data/weights.csv."""

    sound: float = -14.0
    letters: float = -6.0
    not_exact: float = -0.7
    other_script: float = -0.7
    unglued: float = -0.5
    nothing: float = -4.2  # the name is of no listed place
    governorate: float = 2.5
    other_governorate: float = -2.5
    prominence: float = 0.8
    sources: float = 0.4
    population: float = 0.35
    area: float = -2.5  # an area of administration, where nothing says that one is meant
    hint: float = 1.0
    other_hint: float = -1.0
    inside: float = 5.0
    outside: float = -3.0


FARTHEST = 0.5  # sound distance over length; worse is no candidate


def score_units(index: Index, query: Query, units: set[int], weights: Weights) -> dict[int, float]:
    """Return the log-odds of each unit being a spelling of the queried name."""
    found = {}
    distance = Levenshtein.distance
    for unit in units:
        text = index.glued[unit]
        if text == query.glued:
            found[unit] = 0.0
            continue
        sound = index.sounds[unit]
        length = max(len(query.sound), len(sound), 1)
        apart = distance(query.sound, sound, score_cutoff=int(FARTHEST * length)) / length
        extra = 0.0
        if query.unglued_sound:
            other = max(len(query.unglued_sound), len(sound), 1)
            nearer = distance(query.unglued_sound, sound) / other
            if nearer < apart:
                apart, extra = nearer, weights.unglued
        if apart > FARTHEST:
            continue
        score = weights.not_exact + extra + weights.sound * apart
        if index.arabic[unit] == query.arabic:
            longest = max(len(text), len(query.glued))
            score += weights.letters * distance(query.glued, text) / longest
        else:
            score += weights.other_script
        found[unit] = score
    return found
