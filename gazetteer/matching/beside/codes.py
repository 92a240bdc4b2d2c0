"""P-codes: the record that a code is of, or the area whose code it begins with."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from functools import cached_property

from gazetteer.places import AREA_KINDS, Place

__all__ = ["PlaceCodes", "area_code"]

_SERIAL = re.compile(r"([A-Z]+)(\d+)")
SHORTEST = 4  # letters of a code; what is shorter is a country's
_CODES = re.compile(r"[\s;,|]+")
_OCHA = "OCHA "  # begins a source that names the record's own code


def area_code(area: Place) -> str | None:
    """Return the P-code of an area of administration, of its own level; None for other places."""
    return {
        "governorate": area.adm1_code,
        "district": area.adm2_code,
        "subdistrict": area.adm3_code,
    }.get(area.kind)


class PlaceCodes:
    """Every record by its P-code: its id, its area's code, or OCHA's among its sources."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._known: dict[str, Place] = {}
        for place in places:
            codes = [place.place_id, area_code(place) or ""]
            codes += [s.removeprefix(_OCHA) for s in place.sources if s.startswith(_OCHA)]
            for code in codes:
                self._known.setdefault(code.upper(), place)

    def __contains__(self, code: str) -> bool:
        """Say whether a code is a record's own."""
        return code.upper() in self._known

    def find(self, code: str) -> Place | None:
        """Return the record of a P-code, else that of the area whose code it begins with."""
        code = code.upper()
        if code in self._known:
            return self._known[code]
        begun = (self._known.get(code[:end]) for end in range(len(code) - 1, SHORTEST - 1, -1))
        return next((area for area in begun if area and area.kind in AREA_KINDS), None)

    def find_governorate(self, *texts: str) -> tuple[str, str] | None:
        """Return the code of the governorate that the codes of some cells are of, the first known.

        With it the code that is not listed, else "": it is of the governorate that those before
        and after it in its series are both of, for communities are numbered through, one
        governorate after the other (OCHA's of Syria: 4,833 of 5,047 so).
        """
        for code in (code for text in texts for code in self.split(text)):
            place = self.find(code)
            if place is not None and place.adm1_code:
                return place.adm1_code, ""
            between = self._find_between(code)
            if between is not None:
                return between, code
        return None

    def _find_between(self, code: str) -> str | None:
        serial = _SERIAL.fullmatch(code)
        series = self._series.get(serial[1], []) if serial else []
        at = bisect(series, (int(serial[2]), "")) if serial else 0
        if not 0 < at < len(series):
            return None
        before, after = series[at - 1][1], series[at][1]
        return before if before == after else None

    @cached_property
    def _series(self) -> dict[str, list[tuple[int, str]]]:
        """The places of every series of codes, by their letters: number and governorate."""
        found: dict[str, list[tuple[int, str]]] = {}
        for code, place in self._known.items():
            serial = _SERIAL.fullmatch(code)
            if serial and place.adm1_code and place.kind not in AREA_KINDS:
                found.setdefault(serial[1], []).append((int(serial[2]), place.adm1_code))
        return {letters: sorted(own) for letters, own in found.items()}

    def split(self, text: str) -> list[str]:
        """Return the codes of a cell that may hold several, in capitals."""
        return [code.upper() for code in _CODES.split(text) if code]

    def find_sharpest(self, text: str) -> Place | None:
        """Return the record that the codes of a cell name: a place, else the smallest area."""
        found = [place for code in self.split(text) if (place := self.find(code)) is not None]
        return min(found, key=_width, default=None)


def _width(place: Place) -> int:
    return AREA_KINDS.index(place.kind) if place.kind in AREA_KINDS else -1
