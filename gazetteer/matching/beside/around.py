"""Around: what is handed down the ladder with a name, so that every step weighs it."""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer.matching.beside.districts import StatedArea
from gazetteer.matching.beside.neighbours import Neighbours

__all__ = ["ALONE", "Around"]


@dataclass(frozen=True, slots=True)
class Around:
    """What a row and its file say of a place besides its name and the governorate."""

    neighbours: Neighbours | None = None  # the sure places of the file
    group: Neighbours | None = None  # those of the rows that belong together
    areas: tuple[StatedArea, ...] = ()
    second: str = ""  # the name in another language, cleaned


ALONE = Around()
