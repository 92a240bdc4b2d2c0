"""Neighbours: the sure places of a file, or of rows that belong together, say where others lie."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gazetteer.matching.scoring import Weights
from gazetteer.places import Place, distance_km

__all__ = ["Neighbours", "weigh_neighbours"]

NEARBY_KM = 15.0  # how far the places of one file support each other
MOST = 1.5  # so far, up and down, the spread of a file over governorates counts
NARROW, AREAS = 0.95, 2  # share of a file's places that lie in so many governorates
FEW_PLACES = 60  # in a file with more, nearness to some place says little


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The sure places of one file: how many in each governorate, and where."""

    governorates: Counter[str]
    places: tuple[Place, ...]
    in_country: int  # governorates that the country has

    @classmethod
    def of(cls, places: Iterable[Place], in_country: int) -> Neighbours:
        """Count places, each once, in a country of so many governorates."""
        once = tuple({place.place_id: place for place in places}.values())
        return cls(Counter(p.adm1_code for p in once if p.adm1_code), once, max(in_country, 1))

    @property
    def is_narrow(self) -> bool:
        """Whether the file is of one or two governorates.

        One of a whole country says hardly anything of a row that belongs to none of the others.
        """
        total = sum(self.governorates.values())
        most = sum(count for _, count in self.governorates.most_common(AREAS))
        return most >= NARROW * total


def weigh_neighbours(
    place: Place, neighbours: Neighbours, weights: Weights, *, of: str = "file"
) -> float:
    """Return the log-odds that the other places of a file, or of a group, add to a place."""
    total = sum(neighbours.governorates.values())
    found = 0.0
    if place.adm1_code and total:
        # Half a place more in each, so that one without any is unlikely, not impossible.
        every = neighbours.in_country
        share = (neighbours.governorates[place.adm1_code] + 0.5) / (total + 0.5 * every)
        log_ratio = math.log(every * share)  # to an even spread over the country
        found += weights[f"{of}_governorate"] * max(-MOST, min(MOST, log_ratio))
    if len(neighbours.places) <= FEW_PLACES and any(
        (distance_km(place, other) or 0.0 if other.lon is not None else 99.0) <= NEARBY_KM
        for other in neighbours.places
        if other.place_id != place.place_id and place.lon is not None
    ):
        found += weights[f"{of}_nearby"]
    return found
