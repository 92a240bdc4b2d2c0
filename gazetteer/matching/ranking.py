"""Ranking: the places that a name may mean, weighed by spelling, renown and surroundings."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import mul

from gazetteer.abroad import find_country
from gazetteer.matching.areas import Governorates
from gazetteer.matching.beside.around import ALONE, Around
from gazetteer.matching.beside.districts import Districts
from gazetteer.matching.beside.namesakes import Namesakes
from gazetteer.matching.beside.second import Spelled, join_spellings, spell_second
from gazetteer.matching.candidates import Index, Query, read_query, without_collector
from gazetteer.matching.evidence import (
    Context,
    Wholes,
    find_borders,
    must_doubt,
    weigh_evidence,
    weigh_governorate,
)
from gazetteer.matching.scoring import (
    PLACE_FEATURES,
    add_slips,
    doubt_spellings,
    load_weights,
    measure_place,
    measure_surroundings,
    score_units,
)
from gazetteer.places import AREA_KINDS, Place
from gazetteer.spelling.names import fold, glue
from gazetteer.spelling.parts import Parts, is_type_word, read_parts

__all__ = ["Candidate", "Ranker"]

LEAST_SHARE = 0.45  # a best candidate less likely than this is not an answer
SURE_SHARE = 0.9
RIVAL_SHARE = 0.03
MOST_RANKED = 120  # candidates of one name that evidence is weighed for
MOST_SHARED = 20  # candidates that are shown


@dataclass(slots=True)  # not frozen: those take four times as long to make
class Candidate:
    """A place that a name may mean, and how strongly what speaks for it."""

    place: Place
    spelling: str  # the listed spelling that was met, folded, without articles and spaces
    exact: bool
    spelling_odds: float  # log-odds from the spelling alone
    odds: float  # log-odds with the place's own weight and all evidence
    share: float = 0.0  # of one, among all candidates and "no listed place"
    with_type: bool = False  # met by the name with its type words on: they are part of it
    doubted: bool = False  # a namesake that is left out may be meant rather


class Ranker:
    """Ranks the places of one gazetteer for a name in its context."""

    def __init__(self, places: Sequence[Place], *, lists_whole_country: bool) -> None:
        self.lists_whole_country = lists_whole_country
        self.places = tuple(places)
        self._weights = load_weights() if lists_whole_country else doubt_spellings(load_weights())

    @cached_property
    def index(self) -> Index:
        """The spellings of all places."""
        return Index(self.places)

    @cached_property
    def governorates(self) -> Governorates:
        """The governorates, found by any spelling."""
        areas = [place for place in self.places if place.kind == "governorate"]
        return Governorates(areas, load_weights())

    @cached_property
    @without_collector()
    def _priors(self) -> array[float]:
        """Each place's own log-odds."""
        worth = [self._weights[name] for name in PLACE_FEATURES]
        measured = zip(self.places, measure_surroundings(self.places), strict=True)
        return array("d", (sum(map(mul, worth, measure_place(*one))) for one in measured))

    @cached_property
    def _namesakes(self) -> Namesakes:
        return Namesakes(self.places, self.index.units)

    @cached_property
    def _borders(self) -> dict[tuple[int, int], frozenset[str]]:
        """Governorates around each cell of the map."""
        return find_borders(self.places)

    @cached_property
    def _unlisted(self) -> float:
        """Log-odds that a name is of no listed place: likelier where only a selection is listed."""
        weight = self._weights["nothing_unlisted"]
        return self._weights["nothing"] + (0.0 if self.lists_whole_country else weight)

    def read_context(self, parts: Parts, governorate: object, around: Around | None) -> Context:
        """Return what the name's other parts, the stated governorate and its row say about it."""
        around = around or ALONE
        context = self._read_stated(governorate)
        if around is not ALONE:
            context = replace(
                context, neighbours=around.neighbours, group=around.group, areas=around.areas
            )
        read = self._read_parts(parts, context)
        if not around.second:
            return read
        other = self.read_second(around.second)
        return replace(read, second=spell_second(other, self._spell, self.index.units))

    def read_second(self, text: str) -> Parts:
        """Read a name in another language into its parts; "Idlib: Ariha" lies in its first."""
        folded = fold(text)
        if self.index.owners_of(glue(folded)) and read_parts(text).hint not in AREA_KINDS:
            return Parts(folded, folded)  # a word of its listed name is no type word
        led = self.governorates.lead(text, "")
        return read_parts(f"{led[0]} ({led[1].name})" if led else text)

    def _read_stated(self, governorate: object) -> Context:
        stated = self.governorates.find(governorate) if governorate else None
        if stated is None or not stated.adm1_code:
            return Context()
        related = self.governorates.related.get(stated.adm1_code, frozenset())
        return Context(stated.adm1_code, related, self._borders)

    def _read_parts(self, parts: Parts, base: Context) -> Context:
        if not parts.wholes and not parts.other_names:
            return base if parts.hint is None else replace(base, hint=parts.hint)
        wholes = self._read_wholes(parts, base)
        others, in_others = self._read_others(parts, base)
        return replace(
            base,
            hint=parts.hint,
            wholes=tuple(wholes.places),
            whole_codes=frozenset(wholes.codes),
            seats=frozenset(wholes.seats),
            whole_rivals=tuple(wholes.meant),
            unknown_whole=not (wholes.unnamed or wholes.codes or wholes.places or wholes.meant),
            aliases=in_others | {place.place_id for place in wholes.meant},
            others=others,
            areas=(*base.areas, *wholes.areas),
        )

    def _read_wholes(self, parts: Parts, base: Context) -> Wholes:
        """Return the governorates and places that a name lies in, and what else they may mean."""
        read = Wholes()
        for text in parts.wholes:
            inner = read_parts(text)
            if within := self.districts.find_said(text, inner.hint, base.adm1_code):
                read.take(within)
                continue
            area = None if self._is_city(inner) else self.governorates.find(text)
            if area is not None and area.adm1_code:
                read.codes.add(area.adm1_code)
            if area is None or inner.hint not in AREA_KINDS:
                hint = None if inner.hint == "governorate" else inner.hint  # a town's countryside
                own = inner.hint == "facility" and self.index.lists(inner.full)  # "Jisr X", a town
                said = read_query(inner.full if own else inner.head)
                found = self.share(self.rank(said, replace(base, hint=hint)))
                least = LEAST_SHARE if found and found[0].exact else SURE_SHARE
                sure = (
                    bool(found) and found[0].share >= least and not self.must_doubt(found[0], base)
                )
                if sure and found[0].place.lon is not None:
                    read.places.append(found[0].place)
                    if area is not None:
                        read.seats.add(found[0].place.place_id)
                read.meant += [c.place for c in found if c.exact]
            read.unnamed &= is_type_word(fold(text)) or find_country(text) is not None
        return read

    def _is_city(self, said: Parts) -> bool:
        """Say whether words are "X city": a listed town, not the governorate called after it."""
        listed = self.index.owners_of(glue(said.head)) if said.hint == "settlement" else ()
        return any(self.places[at].kind == "settlement" for at in listed)

    def _read_others(self, parts: Parts, base: Context) -> tuple[tuple[Place, ...], frozenset[str]]:
        """Return the places that a name's other half surely means, and ids it may mean."""
        others: list[Place] = []
        aliases: set[str] = set()
        for text in parts.other_names:
            found = self.share(self.rank(read_query(read_parts(text).head), base))
            aliases |= {c.place.place_id for c in found if c.share > RIVAL_SHARE}
            least = LEAST_SHARE if found and found[0].exact else SURE_SHARE
            others += [c.place for c in found[:1] if c.share >= least]
        return tuple(others), frozenset(aliases)

    def rank_parts(self, parts: Parts, context: Context) -> list[Candidate]:
        """Rank the name with and without its type words; each place by its better reading."""
        readings = dict.fromkeys(parts.readings)
        if len(readings) == 1 and parts.head in readings:
            return self.share(self.rank(read_query(parts.head), context))
        best: dict[str, Candidate] = {}
        for text in readings:
            with_type = text != parts.head
            for found in self.rank(read_query(text), context.with_type() if with_type else context):
                found = self._with_type(found, parts) if with_type else found
                known = best.get(found.place.place_id)
                if known is None or found.odds > known.odds:
                    best[found.place.place_id] = found
        return self.share(sorted(best.values(), key=_by_place))

    def _with_type(self, found: Candidate, parts: Parts) -> Candidate:
        """Return one met with its type words on: unlike names of a kind differ in what is left."""
        longer = len(parts.full) / max(len(parts.head), 1) - 1
        gained = longer * min(found.spelling_odds, 0.0) if parts.hint not in AREA_KINDS else 0.0
        is_quarter = found.place.kind == "neighbourhood" and parts.hint == "neighbourhood"
        if found.exact and parts.hint not in (*AREA_KINDS, "settlement") and not is_quarter:
            gained = self._weights["typed"]  # "X dam" so listed is hardly another's
        return replace(found, with_type=True, odds=found.odds + gained)

    def share(self, ranked: list[Candidate]) -> list[Candidate]:
        """Turn log-odds into shares of one, "no listed place" having its own."""
        if not ranked:
            return []
        # The longer a name, the less likely is a chance likeness to a listed one.
        length = len(ranked[0].spelling) / 10
        nothing = self._unlisted + self._weights["nothing_length"] * length
        top = max(nothing, ranked[0].odds)
        total = math.exp(nothing - top) + sum(math.exp(c.odds - top) for c in ranked)
        for found in ranked[:MOST_SHARED]:
            found.share = math.exp(found.odds - top) / total
        return ranked[:MOST_SHARED]

    def rank(self, query: Query, context: Context) -> list[Candidate]:
        """Return the places whose spellings come near a name, best first, without shares."""
        if not query.glued:
            return []
        index, best = self.index, self._spell(query)
        second = context.second
        seconds = second.exact if second else frozenset[int]()
        if second is not None:
            best = join_spellings(best, second.spelled, self._priors, self._weights)
        few = len(best) <= MOST_RANKED
        ranked = best.items() if few else sorted(best.items(), key=_by_odds)[:MOST_RANKED]
        exact = index.units.get(query.glued, -1)
        far = index.far_below(exact)
        weights, says_more, stated = self._weights, context.says_more, context.adm1_code
        found = []
        for at, (total, odds, unit) in ranked:
            place, spelling = self.places[at], index.glued[unit]
            listed = (unit == exact and at not in far) or at in seconds
            if says_more:
                total += weigh_evidence(place, context, weights, exact=listed)
            elif stated or place.kind in AREA_KINDS:  # nothing speaks for others
                total += weigh_governorate(place, context, weights)
            found.append(Candidate(place, spelling, listed, odds, total))
        found.sort(key=_by_place)
        return found

    def _spell(self, query: Query) -> Spelled:
        """Return the places whose spellings come near a name, by the nearest of each."""
        index, priors, outranked = self.index, self._priors, self._weights["outranked"]
        spelled = score_units(index, query, self._weights)
        best: Spelled = {}
        for unit, odds in add_slips(index, query, spelled, self._weights).items():
            below = index.outranked.get(unit)
            for at in index.owners[unit]:
                total = odds + priors[at]
                if below:
                    total += outranked * below.get(at, 0)
                known = best.get(at)
                if known is None or total > known[0]:
                    best[at] = (total, odds, unit)
        return self._namesakes.share(best, priors)

    def find_seat(self, name: str, adm1_code: str | None) -> Place | None:
        """Return the town of a name, in a governorate; None where none is likely."""
        context = Context(adm1_code, codes_around=self._borders)
        ranked = self.share(self.rank(read_query(name), context))
        return ranked[0].place if ranked and ranked[0].share >= LEAST_SHARE else None

    @cached_property
    def districts(self) -> Districts:
        """The districts and subdistricts, found by code, name or seat."""
        return Districts(self.places, load_weights(), self.find_seat)

    def must_doubt(self, best: Candidate, context: Context) -> bool:
        """Say whether a namesake may be meant that a selection leaves out."""
        if self.lists_whole_country:
            return False
        return must_doubt(
            best.place, context, exact=best.exact, spelling=best.spelling, listed=self.places
        )


def _by_odds(item: tuple[int, tuple[float, float, int]]) -> tuple[float, int]:
    return -item[1][0], item[0]


def _by_place(candidate: Candidate) -> tuple[float, str]:
    return -candidate.odds, candidate.place.place_id
