"""Around: what is handed down the ladder with a name, so that every step weighs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from gazetteer.match import Match
from gazetteer.matching.beside.districts import StatedArea
from gazetteer.matching.beside.neighbours import Neighbours
from gazetteer.places import Place

__all__ = ["ALONE", "Around", "RowFinder"]


@dataclass(frozen=True, slots=True)
class Around:
    """What a row and its file say of a place besides its name and the governorate."""

    neighbours: Neighbours | None = None  # the sure places of the file
    group: Neighbours | None = None  # those of the rows that belong together
    areas: tuple[StatedArea, ...] = ()
    second: str = ""  # the name in another language, cleaned


ALONE = Around()


class RowFinder:
    """Finds what a relative place is relative to, by all that its row says."""

    def __init__(
        self,
        ladder: Callable[[str, object, Around | None], Match],
        find_governorate: Callable[[object], Place | None],
        around: Around | None,
    ) -> None:
        self._ladder = ladder
        self._around = replace(around, second="") if around else None
        self.find_governorate = find_governorate

    def match(self, name: str, governorate: str | None = None) -> Match:
        """Answer to a name."""
        return self._ladder(name, governorate, self._around)
