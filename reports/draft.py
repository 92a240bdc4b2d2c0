"""A draft strike: what a report says of one strike, each field with how sure it is and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from gazetteer.match import Match
from gazetteer.mentions.document import Mention
from reports.words.days import Days
from reports.words.tolls import Toll

__all__ = ["Aside", "Draft"]


@dataclass(slots=True)
class Draft:
    """A strike as a report tells it. Spans count in the whole text; None: not said.

    days' span counts in the text too. why: {field: (0-1, words)} for each field that is filled.
    order: 2 for "a second strike" on the same place. beside: ids of places named with it that it
    lies in or by. paragraph: its number. is_lead: of the text's first words or title. opens: of its
    opening sentences. is_weak: of a word
    such as "hit", which alone is no strike. is_open: no weapon is told. is_definite: of "the raid",
    told before. is_area: a single
    strike told of no more than the region that it was in, or a title's of "villages of" one.
    is_many: of "several villages of" one.
    """

    kind: str
    place: Mention
    start: int
    end: int
    near: Match | None = None  # where the text puts it only near the place
    days: Days | None = None
    actor: str | None = None
    attribution: str | None = None
    target: str | None = None
    target_kind: str | None = None
    toll: Toll = field(default_factory=Toll)
    claimants: list[str] = field(default_factory=list)
    order: int = 1
    beside: tuple[str, ...] = ()
    paragraph: int = -1
    is_lead: bool = False
    opens: bool = False
    is_weak: bool = False
    is_open: bool = False
    is_definite: bool = False
    is_former: bool = False
    is_area: bool = False
    is_many: bool = False
    is_sum: bool = False  # "strikes" on what is said to be an area: maybe on several places of it
    is_added: bool = False  # told as another: "hit it on Sunday as well"
    why: dict[str, tuple[float, str]] = field(default_factory=dict)

    @property
    def match(self) -> Match:
        """Where the strike is: the place, or what lies near it."""
        return self.place.match if self.near is None else self.near

    @property
    def confidence(self) -> float:
        """How sure the draft is: as sure as the least sure of kind, place and date."""
        return min(self.why[name][0] for name in ("kind", "place", "date") if name in self.why)


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of an attack that make no draft, and why: text[start:end]."""

    start: int
    end: int
    kind: str | None
    reason: str


class Asides(list[Aside]):
    """Words set aside, in the order in which they were; whether some are is looked up."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[Aside] = set()

    def append(self, aside: Aside) -> None:
        """Add words."""
        super().append(aside)
        self._known.add(aside)

    def extend(self, asides: Iterable[Aside]) -> None:
        """Add words one after another."""
        for aside in asides:
            self.append(aside)

    def __contains__(self, aside: object) -> bool:
        """Say whether words are set aside, for the same reason."""
        return aside in self._known
