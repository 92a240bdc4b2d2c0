"""What names are looked up with: our ladder, and rapidfuzz or exact matching beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rapidfuzz import fuzz
from rapidfuzz.process import extractOne

from bench.names.reference_names import PlacedName
from gazetteer import Gazetteer, Match, Place
from gazetteer.spelling.names import fold

__all__ = ["RIVALS", "Finder", "LookUp", "find_points", "find_with_us", "look_up_with", "points_of"]

Point = tuple[float, float]  # lon, lat in degrees
Finder = Callable[[PlacedName], Point | None]
LookUp = Callable[[str], Place | None]
RIVALS = {"exact": None, "ratio": fuzz.ratio, "WRatio": fuzz.WRatio}
CUT_OFF = 80  # of 100; a lower likeness is no answer of a rival


def points_of(matches: Iterable[Match]) -> list[Point | None]:
    """Return where matches were placed."""
    return [(m.lon, m.lat) if m.lon is not None and m.lat is not None else None for m in matches]


def find_with_us(gazetteer: Gazetteer) -> Finder:
    """Return the whole ladder as a finder."""

    def find(name: PlacedName) -> Point | None:
        return points_of([gazetteer.match(name.name, name.governorate)])[0]

    return find


def look_up_with(gazetteer: Gazetteer, scorer: Callable[..., float] | None) -> LookUp:
    """Return extractOne over the same folded spellings; exact matching without a scorer."""
    spellings: dict[str, Place] = {}
    for place in gazetteer.places:
        for name in (place.name, place.name_ar or "", *place.spellings):
            if name and place.lon is not None:
                spellings.setdefault(fold(name), place)
    names = list(spellings)

    def look_up(name: str) -> Place | None:
        query = fold(name)
        if scorer is None:
            return spellings.get(query)
        best = extractOne(query, names, scorer=scorer, score_cutoff=CUT_OFF)
        return spellings[best[0]] if best else None

    return look_up


def find_points(look_up: LookUp) -> Finder:
    """Return a rival as a finder of points."""

    def find(name: PlacedName) -> Point | None:
        place = look_up(name.name)
        return (place.lon, place.lat) if place and place.lon and place.lat else None

    return find
