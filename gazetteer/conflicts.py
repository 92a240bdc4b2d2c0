"""Conflicts: names that a table gives as a further spelling to another place than theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gazetteer.matching.candidates import head_of
from gazetteer.matching.ladder import Gazetteer
from gazetteer.places import Place, distance_km
from gazetteer.spelling.names import fold, skeletons_of, strip_articles

__all__ = ["FAR_KM", "Conflict", "find_conflicts", "list_conflicts"]

FAR_KM = 10.0  # nearer, the two may be one place


@dataclass(frozen=True, slots=True)
class Conflict:
    """A spelling that an added table gives to one place and a better source to another."""

    spelling: str
    given_to: Place
    own_place: Place
    apart_km: float

    def __str__(self) -> str:
        """Return the conflict in words."""
        own = f"{_say(self.own_place)}, {self.apart_km:.0f} km away"
        return f'"{self.spelling}": {_say(self.given_to)}, but better {own}'


def find_conflicts(gazetteer: Gazetteer) -> list[Conflict]:
    """Return which places have an added table's spelling that a better source gives to one far off.

    Best known places first, each pair of places once.
    """
    found: dict[tuple[str, str], Conflict] = {}
    for each in _conflicts(gazetteer):
        found.setdefault((each.given_to.place_id, each.own_place.place_id), each)
    return sorted(found.values(), key=lambda c: (-c.own_place.prominence, c.spelling))


def list_conflicts(conflicts: Sequence[Conflict], most: int = 5) -> list[str]:
    """Return how many conflicts there are and the first of them, a line each."""
    if not conflicts:
        return []
    places = "place has" if len(conflicts) == 1 else "places have"
    head = (
        f"{len(conflicts):,} {places} a further spelling that a better source gives to another "
        f"more than {FAR_KM:.0f} km away; there it counts for less:"
    )
    rest = len(conflicts) - most
    more = [f"  and {rest:,} more"] if rest > 0 else []
    return [head, *(f"  {conflict}" for conflict in conflicts[:most]), *more]


def _conflicts(gazetteer: Gazetteer) -> Iterator[Conflict]:
    index, places = gazetteer.index, gazetteer.places
    for unit, below in index.outranked.items():
        best = [places[owner] for owner in index.owners[unit] if owner not in below]
        for owner in below:
            given = places[owner]
            far = [(km, own) for own in best if (km := distance_km(given, own)) is not None]
            apart, own = min(far, key=_first, default=(0.0, given))
            if apart <= FAR_KM:
                continue
            spelling = next((s for s in given.variants if index.unit_of(s) == unit), None)
            if spelling is not None and not _is_namesake(spelling, given):
                yield Conflict(spelling, given, own, apart)


def _is_namesake(spelling: str, place: Place) -> bool:
    """Say whether a spelling writes the place's own name: then two places share it."""
    own = (name for name in (place.name, place.name_ar) if name)
    keys = {
        key for name in own for key in skeletons_of(strip_articles(fold(head_of(name) or name)))
    }
    return not keys.isdisjoint(skeletons_of(strip_articles(fold(spelling))))


def _first(pair: tuple[float, Place]) -> float:
    return pair[0]


def _say(place: Place) -> str:
    return f"{place.name} ({place.adm1_name})" if place.adm1_name else place.name
