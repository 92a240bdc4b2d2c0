"""Sides: the listed area that a side of a governorate is, however it is worded.

"North of the X countryside" and "northern X" are one area where a list has it under either name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gazetteer.places import Place
from gazetteer.relative.parse import Relative, parse_relative
from gazetteer.spelling.parts import split_pieces

__all__ = ["Sides"]

_SIDED = ("part", "countryside")  # kinds of relative places that are a side of an area


class Sides:
    """The listed areas that are sides of governorates, by governorate and bearing."""

    def __init__(
        self, places: Iterable[Place], find_governorate: Callable[[str], Place | None]
    ) -> None:
        """Take the places of a country and what finds a governorate by its own name."""
        self._find = find_governorate
        self._areas: dict[tuple[str, float], Place | None] = {}
        for place in places:
            if place.kind != "area":
                continue
            for key in {key for name in _names_of(place) if (key := self._read(name))}:
                known = self._areas.setdefault(key, place)
                self._areas[key] = place if known is place else None  # two of them are none

    def find(self, relative: Relative) -> Place | None:
        """Return the one listed area that is the named side of a governorate."""
        key = self._key_of(relative)
        return self._areas.get(key) if key else None

    def _read(self, name: str) -> tuple[str, float] | None:
        relative = parse_relative(name)
        return self._key_of(relative) if relative else None

    def _key_of(self, relative: Relative) -> tuple[str, float] | None:
        if relative.kind not in _SIDED or relative.bearing is None or relative.subject:
            return None
        pieces = split_pieces(relative.anchors[0])
        areas = list(filter(None, map(self._find, pieces)))
        area = areas[0] if len(areas) == 1 else None  # "north of Homs, Hama" is of neither
        return (area.adm1_code, relative.bearing) if area and area.adm1_code else None


def _names_of(place: Place) -> Iterable[str]:
    return filter(None, (place.name, place.name_ar, *place.spellings))
