"""What a release profile says: columns, coarse places, days and small numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Literal

__all__ = ["Cells", "Coarsening", "Columns", "Days", "Profile"]

_DIGITS = 12  # of a hash


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of the two tables that may leave; None for all of a table."""

    strikes: frozenset[str] | None = None
    claims: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Coarsening:
    """Which strikes are told of by a coarse place, and how coarse.

    A strike is meant by its kind of target (where none is known by words for it), by the kind of
    the gazetteer's place that it is matched to, by a word in any of its texts or of its claims',
    or, with `everywhere`, in any case.
    to: the area it is counted on; grid_km: the side of the square that it is put into, in km,
    where `to` is "grid".
    """

    to: Literal["district", "governorate", "grid"]
    grid_km: float = 0.0
    target_kinds: frozenset[str] = frozenset()
    place_kinds: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """Which days are held back: the last so many, and spans of days, both ends inclusive.

    undated: whether strikes without a date, which may be of those days, leave all the same.
    """

    last: int = 0
    spans: tuple[tuple[date, date], ...] = ()
    undated: bool = False

    @property
    def any_held(self) -> bool:
        """Whether any day is held back."""
        return bool(self.last or self.spans)


@dataclass(frozen=True, slots=True)
class Cells:
    """The least number that an area's count of strikes, or a toll of people, may have; 0: any."""

    strikes: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """What may leave. layers: whether own layers may."""

    name: str
    columns: Columns = field(default_factory=Columns)
    coarsen: tuple[Coarsening, ...] = ()
    days: Days = field(default_factory=Days)
    cells: Cells = field(default_factory=Cells)
    layers: bool = False

    @property
    def rules(self) -> str:
        """What tells this profile from others, as 12 digits: of what every release says alone.

        Not of the days, words and kinds of places that it holds back, which could be guessed by it.
        """
        columns = [listed and sorted(listed) for listed in (self.columns.strikes,
                                                            self.columns.claims)]  # fmt: skip
        coarse = [(rule.to, rule.grid_km) for rule in self.coarsen]
        days = self.days.any_held, self.days.undated
        said = (columns, coarse, days, self.cells.strikes, self.cells.people, self.layers)
        return sha256(repr(said).encode()).hexdigest()[:_DIGITS]
