"""P-codes: the record that a code is of, or the area whose code it begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazetteer.places import AREA_KINDS, Place

__all__ = ["PlaceCodes", "area_code"]

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

    def split(self, text: str) -> list[str]:
        """Return the codes of a cell that may hold several, in capitals."""
        return [code.upper() for code in _CODES.split(text) if code]

    def find_sharpest(self, text: str) -> Place | None:
        """Return the record that the codes of a cell name: a place, else the smallest area."""
        found = [place for code in self.split(text) if (place := self.find(code)) is not None]
        return min(found, key=_width, default=None)


def _width(place: Place) -> int:
    return AREA_KINDS.index(place.kind) if place.kind in AREA_KINDS else -1
