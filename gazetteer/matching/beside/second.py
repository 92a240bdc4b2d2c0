"""A second name of one place, as its spelling is met: what both names say is weighed together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gazetteer.matching.candidates import Query
from gazetteer.matching.scoring import Weights
from gazetteer.spelling.parts import Parts

__all__ = ["SecondName", "Spelled", "add_second", "join_spellings", "spell_second"]

# Place (its number): log-odds with the place's own weight, of the spelling alone, its unit.
Spelled = dict[int, tuple[float, float, int]]


@dataclass(frozen=True, slots=True)
class SecondName:
    """The places whose spellings come near a second name, and those listed by just this one."""

    spelled: Spelled
    exact: frozenset[int] = frozenset()
    typed: SecondName | None = None  # as met with its type words on; None for the same

    @property
    def with_type(self) -> SecondName:
        """What it says of a name whose type words are a part of it: "X dam" is no X."""
        return self.typed or self


def add_second(first: Parts, second: Parts) -> Parts:
    """Return a name's parts with what only its second name says: type word and wholes."""
    wholes = (*first.wholes, *second.wholes)
    if first.hint is None:
        return replace(first, wholes=wholes, hint=second.hint, word=second.word)
    return replace(first, wholes=wholes)


def spell_second(
    parts: Parts, spell: Callable[[Query], Spelled], units: Mapping[str, int]
) -> SecondName:
    """Return the places that a second name comes near, with or without its type words.

    units: the number of every listed spelling.
    """
    if parts.hint is None:
        plain = _spell_all([parts.head], spell, units)
        return SecondName(plain.spelled, plain.exact, SecondName(plain.spelled))
    typed = _spell_all([parts.full], spell, units)
    both = _spell_all(dict.fromkeys((parts.head, parts.full)), spell, units)
    return SecondName(both.spelled, both.exact, typed)


def _spell_all(
    texts: Iterable[str], spell: Callable[[Query], Spelled], units: Mapping[str, int]
) -> SecondName:
    queries = [query for query in map(Query, texts) if query.glued]
    exact = {units.get(query.glued, -1) for query in queries}
    spelled: Spelled = {}
    for query in queries:
        for at, found in spell(query).items():
            spelled[at] = max(spelled.get(at, found), found)
    return SecondName(spelled, frozenset(at for at in spelled if spelled[at][2] in exact))


def join_spellings(
    first: Spelled, second: Spelled, priors: Sequence[float], weights: Weights
) -> Spelled:
    """Return how near places come to both names.

    The nearer spelling counts whole, the other one in part: the names of one place are akin, so
    that where both agree little more is known, and where one is missed much is.
    """
    missed, part = weights["second_missed"], weights["second_name"]
    joined: Spelled = {}
    for at in first.keys() | second.keys():
        one, other = first.get(at), second.get(at)
        spelled = [missed if met is None else met[0] - priors[at] for met in (one, other)]
        odds = sorted(max(missed, own) for own in spelled)
        met = one or other
        if met is not None:
            both = odds[1] + part * (odds[0] - weights["second_usual"])
            joined[at] = (both + priors[at], both, met[2])
    return joined
