"""Districts and subdistricts as stated: found by code, name or seat, and weighed as evidence.

Evidence, never a filter, as the governorate is. Where a place has a code of that level the codes
are compared; a place without one is compared by where the places of that code lie.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from gazetteer.matching.areas import LEAST_ODDS
from gazetteer.matching.beside.codes import PlaceCodes, area_code
from gazetteer.matching.beside.listed_areas import is_listed
from gazetteer.matching.candidates import Index, read_query
from gazetteer.matching.scoring import Weights, score_units
from gazetteer.places import AREA_KINDS, Place
from gazetteer.spelling.names import clean, fold
from gazetteer.spelling.parts import read_parts

__all__ = ["LEVELS", "Districts", "StatedArea", "compare_area"]

LEVELS = ("subdistrict", "district")
NEAR = 0.05  # degrees; about 5 km
WIDE = 0.15
# Cells of NEAR on each side of a seat that are taken for its area's, where no place says how far
# that reaches: 14 to 22 km, where Ukraine's 136 raions measure as circles of 37 km.
REACH = {"district": 4, "subdistrict": 1}

Cell = tuple[int, int]
Seat = Callable[[str, str | None], Place | None]


@dataclass(frozen=True, slots=True)
class StatedArea:
    """A district or subdistrict that a row states: its code, and the cells where it lies."""

    kind: str
    code: str | None
    adm1_code: str | None
    near: frozenset[Cell]  # cells of NEAR at its places
    wide: frozenset[Cell]  # cells of WIDE around them
    adm2_code: str | None = None  # of the district that it is or lies in
    area: Place | None = None  # its record
    by_seat: bool = False  # cells of its seat alone: how far it reaches is not known


class Districts:
    """The districts and subdistricts of one gazetteer, found by P-code, any spelling or seat."""

    def __init__(self, places: Sequence[Place], weights: Weights, seat: Seat) -> None:
        """Take the places, and what finds a town by name and governorate code."""
        self._places = tuple(places)
        self._areas = tuple(place for place in places if place.kind in LEVELS)
        self._weights = weights
        self._seat = seat
        self._known: dict[tuple[str, str, str | None], StatedArea | None] = {}

    def find(self, text: object, kind: str, adm1_code: str | None = None) -> StatedArea | None:
        """Return what a text names, by preference an area of a kind, in the stated governorate.

        None where nothing is known by the text, or several areas are.
        """
        key = (clean(text)[:200], kind, adm1_code)
        if not key[0]:
            return None
        if key not in self._known:
            self._known[key] = self._find(*key)
        return self._known[key]

    def find_said(self, text: str, kind: str | None, adm1_code: str | None) -> StatedArea | None:
        """Return the area that a name's own words say it lies in, "X district"; None for others.

        Where no area is listed, the one called after the town of that name.
        """
        if kind not in LEVELS:
            return None
        if self._areas and self.find_named(text, kind, adm1_code) is None:
            return None
        return self.find(text, kind, adm1_code)

    def lists(self, name: str) -> bool:
        """Say whether an area is called by a folded name, or nearly so."""
        return bool(self._listed(name)[1])

    def above(self, stated: StatedArea) -> StatedArea | None:
        """Return the district that a subdistrict lies in; None where it is not known."""
        record = self._records.get(stated.adm2_code or "")
        if stated.kind != "subdistrict" or stated.adm2_code is None:
            return None
        return self._state("district", stated.adm2_code, record)

    def of(self, place: Place) -> StatedArea | None:
        """Return an area's record as a stated area; None where it is no such area."""
        if place.kind not in LEVELS:
            return None
        stated = self._state(place.kind, area_code(place), place)
        if stated.near:
            return stated
        town = self._seat(read_parts(place.name).head, place.adm1_code)
        if town is None or town.lon is None:
            return stated
        near = frozenset(_around([(town.lon, town.lat)], NEAR, REACH[place.kind]))
        return replace(stated, near=near, by_seat=True)

    @cached_property
    def codes(self) -> PlaceCodes:
        """Every record by its P-code."""
        return PlaceCodes(self._places)

    def _find(self, text: str, kind: str, adm1_code: str | None) -> StatedArea | None:
        coded = self.codes.find(text)
        if coded is not None:
            return self.of(coded) or self._seated(coded, kind)
        named = self.find_named(text, kind, adm1_code)
        if named is not None and is_listed(named, text):
            return self.of(named)
        seat = self._seat(read_parts(text).head, adm1_code)
        if seat is None or (named is not None and seat.adm1_code == named.adm1_code):
            return self.of(named) if named is not None else None
        return self._seated(seat, kind)  # an area on no list is no other's with a name like it

    def _seated(self, seat: Place, kind: str) -> StatedArea | None:
        """Return the area of a kind that a town is the seat of."""
        if seat.kind in AREA_KINDS:
            return None
        code = seat.adm3_code if kind == "subdistrict" else seat.adm2_code
        return self._state(kind, code, None, seat)

    def _state(
        self, kind: str, code: str | None, area: Place | None, seat: Place | None = None
    ) -> StatedArea:
        record = area or seat
        own = self._points.get(code, []) if code else []
        points = [*own, *([(record.lon, record.lat)] if record and record.lon is not None else [])]
        return StatedArea(
            kind,
            code,
            record.adm1_code if record else None,
            frozenset(_around(points, NEAR)),
            frozenset(_around(points, WIDE)),
            record.adm2_code if record else None,
            area or self._records.get(code or ""),
        )

    @cached_property
    def _records(self) -> Mapping[str, Place]:
        return {code: area for area in self._areas if (code := area_code(area))}

    @cached_property
    def _points(self) -> dict[str | None, list[tuple[float | None, float | None]]]:
        """The points of the places of every district and subdistrict, by its code."""
        found: dict[str | None, list[tuple[float | None, float | None]]] = {}
        for place in self._places:
            if place.lon is not None:
                for code in {place.adm2_code, place.adm3_code} - {None}:
                    found.setdefault(code, []).append((place.lon, place.lat))
        return found

    @cached_property
    def _index(self) -> Index:
        return Index([_with_heads(area) for area in self._areas])

    def find_named(self, text: str, kind: str, adm1_code: str | None) -> Place | None:
        """Return the one area of a name, in the governorate if one is stated."""
        parts = read_parts(text)
        readings = [self._listed(words) for words in dict.fromkeys((fold(text), parts.head))]
        for _, areas in sorted(readings, key=_by_odds):
            found = [area for area in areas if adm1_code in (None, area.adm1_code)]
            for level in (kind, *(other for other in LEVELS if other != kind)):
                own = {area_code(area): area for area in found if area.kind == level}
                own.pop(None, None)  # a further table's record says nothing of where it lies
                if own:
                    return next(iter(own.values())) if len(own) == 1 else None
        return None

    def _listed(self, words: str) -> tuple[float, list[Place]]:
        """Return the areas whose spelling is nearest to words, and how near, in log-odds."""
        query = read_query(words)
        scored = score_units(self._index, query, self._weights)
        best = max(scored.values(), default=LEAST_ODDS)
        nearest = [unit for unit, own in scored.items() if own == best > LEAST_ODDS]
        return best, [self._areas[at] for unit in nearest for at in self._index.owners[unit]]


def _by_odds(found: tuple[float, list[Place]]) -> float:
    return -found[0]


def _with_heads(area: Place) -> Place:
    """Return an area with its names without type words: "Ashby District" is called "Ashby"."""
    names = [name for name in (area.name, area.name_ar, *area.spellings) if name]
    return replace(
        area,
        spellings=tuple(
            dict.fromkeys([*area.spellings, *(read_parts(name).head for name in names)])
        ),
    )


def compare_area(place: Place, stated: StatedArea) -> str | None:
    """Return which weight a stated district or subdistrict has for a place, None if unknown."""
    own = place.adm3_code if stated.kind == "subdistrict" else place.adm2_code
    if own is not None and own == stated.code:
        return stated.kind
    if place.lon is None or place.lat is None or not stated.near:
        return None
    coded = own is not None and stated.code is not None
    if stated.by_seat and coded:
        return None  # how near its seat lies says nothing of a place of another area's code
    if _cell(place.lon, place.lat, NEAR) in stated.near:
        return f"border_{stated.kind}" if coded else f"near_{stated.kind}"
    if stated.code is None or stated.by_seat:
        return None  # known by its seat alone: how far it reaches is not
    if not coded and _cell(place.lon, place.lat, WIDE) in stated.wide:
        return None
    return f"other_{stated.kind}"


def _cell(lon: float, lat: float, size: float) -> Cell:
    return int(lon / size), int(lat / size)


def _around(
    points: Sequence[tuple[float | None, float | None]], size: float, reach: int = 1
) -> Iterator[Cell]:
    """Yield the cells of points and those beside them, so many on each side."""
    cells = {_cell(lon, lat, size) for lon, lat in points if lon is not None and lat is not None}
    steps = range(-reach, reach + 1)
    for x, y in cells:
        yield from ((x + i, y + j) for i in steps for j in steps)
