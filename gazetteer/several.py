"""Several countries at once: their gazetteers asked together, one answer for each name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Unpack

from gazetteer.abroad import is_country, name_country
from gazetteer.decisions.decision import Decided, Decision
from gazetteer.match import Match, answer_rivals
from gazetteer.matching.beside.asked import BesidesMany
from gazetteer.matching.ladder import Gazetteer
from gazetteer.places import Place

__all__ = ["Gazetteers", "choose_answer", "find_unlisted", "join_words", "name_covered"]

# Of prominence: so much better known, and a name without a country means that place.
CLEARLY = 2
_SURE = ("exact", "ambiguous", "online")  # methods of names that are listed as they are written


class Gazetteers:
    """The gazetteers of several countries; a name is placed where one of them alone lists it.

    Answers what a `Gazetteer` does. A name that two countries list alike is ambiguous, unless
    one place is by far the better known; whoever knows a row's country asks that one's member.
    """

    def __init__(self, members: Sequence[Gazetteer]) -> None:
        self.members = tuple(members)

    def with_decisions(self, decisions: Iterable[Decision]) -> Gazetteers:
        """Return the same gazetteers with what persons decided, each by the places it lists."""
        every = tuple(decisions)
        return Gazetteers([member.with_decisions(every) for member in self.members])

    @property
    def decided(self) -> Decided:
        """What persons decided; every country is told all of it."""
        return self.members[0].decided

    @property
    def country(self) -> str:
        """Return the countries' codes, with commas: "sy,iq"."""
        return ",".join(member.country for member in self.members)

    @cached_property
    def places(self) -> Sequence[Place]:
        """Every record of every country."""
        return tuple(place for member in self.members for place in member.places)

    @property
    def governorates(self) -> Sequence[Place]:
        """Every first-level area."""
        return tuple(area for member in self.members for area in member.governorates)

    @property
    def lists_whole_country(self) -> bool:
        """Whether every country has tables beside its own selection."""
        return all(member.lists_whole_country for member in self.members)

    def get(self, place_id: str) -> Place | None:
        """Return the place of an id."""
        return next(filter(None, (member.get(place_id) for member in self.members)), None)

    def match(self, name: object, governorate: object = None) -> Match:
        """Return what a name means in the countries taken together."""
        return self.match_many([name], [governorate])[0]

    def match_many(
        self,
        names: Iterable[object],
        governorates: Iterable[object] | None = None,
        **besides: Unpack[BesidesMany],
    ) -> list[Match]:
        """Return one Match per name, in order; `besides` as a `Gazetteer` takes it."""
        asked = list(names)
        stated = [None] * len(asked) if governorates is None else list(governorates)
        answers = [member.match_many(asked, stated, **besides) for member in self.members]
        rows = zip(zip(*answers, strict=True), stated, strict=True)
        return [self._choose(given, area) for given, area in rows]

    def _choose(self, answers: Sequence[Match], governorate: object) -> Match:
        """Return the answer of the countries that have the stated area, else of all."""
        every = range(len(self.members))
        having = [at for at in every if governorate and self._has(at, governorate)] or every
        covered = [name_covered(self.members[at].country) for at in having]
        return choose_answer([answers[at] for at in having], covered)[1]

    def _has(self, at: int, governorate: object) -> bool:
        return self.members[at].find_governorate(governorate) is not None

    def find_governorate(self, text: object) -> Place | None:
        """Return the first-level area that a text names in one country alone."""
        return _only([member.find_governorate(text) for member in self.members])

    def find_area(self, text: object, kind: str, governorate: object = None) -> Place | None:
        """Return the second- or third-level area that a text names in one country alone."""
        return _only([member.find_area(text, kind, governorate) for member in self.members])

    def split_governorate(self, text: str) -> tuple[str, Place] | None:
        """Return the rest of a name and the first-level area that it says in one country alone."""
        found = [split for member in self.members if (split := member.split_governorate(text))]
        return found[0] if len(found) == 1 else None

    def lists(self, text: str) -> bool:
        """Say whether a text is a listed spelling of some place."""
        return any(member.lists(text) for member in self.members)

    def knows(self, text: str) -> bool:
        """Say whether a text is like a listed spelling, or no name at all."""
        return any(member.knows(text) for member in self.members)


def name_covered(country: str) -> str:
    """Return the English name of a gazetteer's country; its own name where it is no code."""
    return name_country(country.upper()) if is_country(country) else country


def join_words(words: Sequence[str]) -> str:
    """Return "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def choose_answer(answers: Sequence[Match], covered: Sequence[str]) -> tuple[int, Match]:
    """Return which country's answer to one name is taken, and the answer.

    answers: one of each country; covered: the countries' names. A name listed as it is written
    comes before one that is only like it. Several countries' names are ambiguous, unless one of
    the places is by far the best known.
    """
    said = [at for at, match in enumerate(answers) if match.method not in ("none", "vague")]
    decided = [at for at in said if answers[at].method == "reviewed"]
    if decided:
        return decided[0], answers[decided[0]]
    pool = [at for at in said if answers[at].method in _SURE] or said
    if not pool:
        first = next((at for at, match in enumerate(answers) if match.method == "vague"), 0)
        return first, answers[first]
    pool.sort(key=lambda at: -_prominence(answers[at]))
    best = answers[pool[0]]
    if len(pool) == 1:
        return pool[0], best
    if best.place and _prominence(best) - _prominence(answers[pool[1]]) >= CLEARLY:
        others = join_words([covered[at] for at in pool[1:]])
        return pool[0], replace(best, reason=f"{best.reason}; a lesser one is in {others}")
    named = join_words([covered[at] for at in sorted(pool)])
    rivals = tuple(place for at in pool for place in _places(answers[at]))
    reason = f"known in {named}; state the country"
    return pool[0], answer_rivals(best.name, reason, rivals)


def _prominence(match: Match) -> int:
    return max((place.prominence for place in _places(match)), default=0)


def _places(match: Match) -> tuple[Place, ...]:
    return (match.place,) if match.place else match.rivals


def _only(found: Sequence[Place | None]) -> Place | None:
    """Return the one that was found; None for none or several."""
    places = [place for place in found if place is not None]
    return places[0] if len(places) == 1 else None


def find_unlisted(
    gazetteer: Gazetteer | Gazetteers, decisions: Iterable[Decision]
) -> list[Decision]:
    """Return the decisions for a place that is listed nowhere here: they count for no row yet."""
    members = gazetteer.members if isinstance(gazetteer, Gazetteers) else (gazetteer,)
    return [
        one
        for one in decisions
        if one.verdict == "place"
        and one.lon is None
        and all(member.get(one.place_id) is None for member in members)
    ]
