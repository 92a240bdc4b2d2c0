"""Place names in running text, English and Arabic: where they stand and what they mean.

Spans come from `spans` and `spans_arabic`; here each is resolved with what the document says:
the governorate named beside it, the other places of the text, the sense it had before.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from gazetteer.match import Match, answer_none, answer_place
from gazetteer.matching.ladder import Gazetteer
from gazetteer.mentions.cues import STRONG
from gazetteer.mentions.index import name_index
from gazetteer.mentions.spans_arabic import find_arabic_spans
from gazetteer.mentions.spans_latin import Span, find_latin_spans
from gazetteer.mentions.words import CITY_CUES, COMPASS, NEAR_WORDS
from gazetteer.places import Place, distance_km
from gazetteer.spelling.names import fold, glue, is_arabic
from gazetteer.world import WorldName, country_name

__all__ = ["Mention", "find_mentions"]

LEAST_SCORE = 0.7  # of a spelling that is on no list; below it the mention is not placed
SURE_SCORE = 0.85  # of a spelling on no list that only "in" or "near" cues
SHORTEST_UNLISTED = 5  # letters of such a name
BESIDE = 30  # mentions before and after that say where a text is
NEAR_KM = 40.0  # a rival this near to the sure places of the text is likely meant
NEARER_TIMES = 3.0  # and this many times nearer than the next
BIG_CITY = 200_000  # inhabitants; a bare "Aleppo" is the city, a bare "Idlib" the governorate
FILLED_TIMES = 2.0  # a governorate at most so many times as wide as its seat is the city itself
AHEAD = 160  # characters in which a list of places may be closed by its governorate

# Type words that say which of several places of a name is meant.
DECIDING_TYPES = ("neighborhood", "neighbourhood", "camp", "airport", "airbase", "dam", "mountain",
                  "mountains", "plain")  # fmt: skip
_GOVERNORATE_WORDS = frozenset(
    ("province", "provinces", "governorate", "governorates", "countryside", "region",
     "regions",
     "hinterland", "countrysides", "محافظه", "ريف", "بريف", "ريفي")
)  # fmt: skip
_ARABIC_CITY_WORDS = frozenset(("مدينه", "مدينتي", "احياء", "حي", "اطراف", "ضواحي", "مشارف"))
# What may stand between a place and the governorate that a text puts it in.
_BRIDGE = re.compile(
    r"[\s,،()\[\]–—-]*(?:(?:in|of|the|and|also|both|near|located|rural|around|within|at|towns?|"
    r"villages?|cities|city|town|village|area|areas|district|subdistrict|province|governorate|"
    r"countryside|north|south|east|west|northern|southern|eastern|western|northwestern|"
    r"northeastern|southwestern|southeastern|northwest|northeast|southwest|southeast|central|part|"
    r"parts|"
    r"في|ب|بريف|ريف|من|محافظة|بمحافظة|الواقعة|التابعة|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|"
    r"مدينة|بلدة|قرية|منطقة|و|ل)[\s,،()–—-]*)*"
)
_STOP = re.compile(r"[.!?؟](?:\s|$)|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place name in a text. start and end count code points; country is ISO 3166 or None.

    A name elsewhere in the world has its country, precision country or unknown, and no point.
    """

    surface: str
    start: int
    end: int
    match: Match
    country: str | None


def find_mentions(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """Return the place names of one document, in order, none overlapping.

    Every mention of a name is resolved with the whole text as context; what cannot be placed is
    kept with its reason (method none, ambiguous or vague).
    """
    index = name_index(gazetteer)
    spans = find_latin_spans(text, index) if not _is_only_arabic(text) else []
    if is_arabic(text):
        spans = sorted([*spans, *find_arabic_spans(text, index)], key=lambda span: span.start)
    return _Document(text, spans, gazetteer).resolve()


def _is_only_arabic(text: str) -> bool:
    return is_arabic(text) and re.search("[A-Z]", text) is None


class _Document:
    """One text while its names are resolved together."""

    def __init__(self, text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> None:
        self.text, self.spans, self.gazetteer = text, spans, gazetteer
        self.home = gazetteer.country.upper()
        self.areas = _governorate_names(gazetteer)
        self.area_at = [self.areas.get(_key(span.surface)) for span in spans]
        self.known: dict[tuple[str, str | None], Match] = {}
        self.stated = [self._stated(at) for at in range(len(spans))]
        self.meant = self._sense_of_seats()

    def resolve(self) -> list[Mention]:
        """Match every span, then settle what is ambiguous by the rest of the document."""
        matches = [self._match(at) for at in range(len(self.spans))]
        matches = self._inherit(matches)
        matches = self._settle(matches)
        return [
            Mention(span.surface, span.start, span.end, match, self._country(span, match))
            for span, match in zip(self.spans, matches, strict=True)
            if span.found is not None or span.cue == STRONG or _is_sure(match)
        ]

    def _country(self, span: Span, match: Match) -> str | None:
        if match.place is not None or match.rivals:
            return self.home
        world = span.found.world if span.found else None
        return world.country if world and match.method in ("none", "vague") else self.home

    def _match(self, at: int) -> Match:
        span, area = self.spans[at], self.area_at[at]
        if area is not None:
            return self._match_area(span, area)
        found = span.found
        if found and found.world and (not found.listed or self._is_elsewhere(at)):
            return _answer_world(span, found.world, self.home)
        match = self._ask(span, self.stated[at])
        if found is None and match.method == "spelling" and (match.score or 0) < LEAST_SCORE:
            return answer_none(
                span.surface, f"on no list, and too unlike to be sure: {match.reason}"
            )
        return match

    def _is_elsewhere(self, at: int) -> bool:
        """Say whether a listed name is a country's, or has another country right after it."""
        own = self.spans[at].found
        if own and own.world and own.world.kind == "country":
            return True
        if at + 1 >= len(self.spans):
            return False
        span, after = self.spans[at], self.spans[at + 1]
        world = after.found.world if after.found else None
        if world is None or world.kind != "country" or world.country == self.home:
            return False
        gap = self.text[span.end : after.start]
        return re.fullmatch(r"\s*(?:,|in|\()\s*|\s*،\s*|\s+في\s+", gap) is not None

    def _ask(self, span: Span, governorate: str | None, *, with_type: bool = True) -> Match:
        surface = " ".join(span.surface.split())
        if with_type and span.hint in DECIDING_TYPES and not surface.lower().endswith(span.hint):
            surface = f"{surface} {span.hint}"
        key = (surface, governorate)
        if key not in self.known:
            match = self.gazetteer.match(surface, governorate)
            self.known[key] = replace(match, name=span.surface)
        return self.known[key]

    def _match_area(self, span: Span, area: Place) -> Match:
        """Answer to a governorate's name: the area, or the city that bears the same name."""
        key = area.place_id
        sense = _sense(span) or self.meant.get(key, "city")
        city = self._ask(span, area.name, with_type=False)
        is_seat = city.place is not None and city.lon is not None
        if is_seat and sense == "city":
            return city
        reason = f"{area.name} governorate: an area, not a point"
        return answer_place(span.surface, area, reason, method="exact", score=0.95)

    def _sense_of_seats(self) -> dict[str, str]:
        """Decide what a bare "Idlib" is in this text: what it is called where it is said."""
        votes: dict[str, Counter[str]] = {}
        for at, (span, area) in enumerate(zip(self.spans, self.area_at, strict=True)):
            if area is not None:
                own = votes.setdefault(area.place_id, Counter())
                sense = _sense(span) or self._vote_of_others(at, area)
                if sense:
                    own[sense] += 1
        senses = {}
        for area in self.gazetteer.governorates:
            counted = votes.get(area.place_id)
            if counted is not None:
                senses[area.place_id] = self._weigh(area, counted)
        return senses

    def _weigh(self, area: Place, votes: Counter[str]) -> str:
        seat = self.gazetteer.match(f"{area.name} city", area.name).place
        if seat is None:
            return "area"
        fills = (seat.uncertainty_km or 0.0) * FILLED_TIMES >= (area.uncertainty_km or math.inf)
        if fills:
            return "city"
        if votes["area"] != votes["city"]:
            return "area" if votes["area"] > votes["city"] else "city"
        return "city" if (seat.population or 0) >= BIG_CITY else "area"

    def _vote_of_others(self, at: int, area: Place) -> str | None:
        """Say what a seat's name means that places before it are put into.

        Villages lie in the governorate ("Khan Shaykhun in Idlib"), quarters in the city.
        """
        for before in range(max(0, at - 3), at):
            if self.stated[before] == area.name:
                place = self._ask(self.spans[before], area.name).place
                part = place is not None and place.kind in ("neighbourhood", "facility", "camp")
                return "city" if part else "area"
        return None

    def _stated(self, at: int) -> str | None:
        """Return the governorate that the text puts a place in, right after it or its list."""
        if self.area_at[at] is not None:
            return None
        end = self.spans[at].end
        for following in range(at + 1, len(self.spans)):
            span = self.spans[following]
            gap = self.text[end : span.start]
            if span.start - self.spans[at].end > AHEAD or not _BRIDGE.fullmatch(gap):
                return None
            area = self.area_at[following]
            if area is not None:
                is_listed = re.fullmatch(r"\s*(?:,|and|,\s*and|و)\s*", gap) is not None
                only_comma = "," in gap and "and" not in gap
                return None if is_listed and not only_comma else area.name
            end = span.end
        return None

    def _inherit(self, matches: list[Match]) -> list[Match]:
        """Give a bare mention the place that the same name has where its governorate is stated."""
        stated: dict[str, Match] = {}
        for at, match in enumerate(matches):
            if self.stated[at] and match.place and self.area_at[at] is None:
                stated.setdefault(_key(self.spans[at].surface), match)
        result = []
        for at, match in enumerate(matches):
            same = stated.get(_key(self.spans[at].surface))
            bare = self.stated[at] is None and self.area_at[at] is None
            if same and bare and match.method in ("exact", "spelling", "ambiguous", "none"):
                match = replace(same, name=self.spans[at].surface)
            result.append(match)
        return result

    def _settle(self, matches: list[Match]) -> list[Match]:
        """Choose among rivals the one that lies where the sure places beside it lie."""
        return [
            self._choose(match, matches[max(0, at - BESIDE) : at + BESIDE + 1], at)
            if match.method == "ambiguous"
            else match
            for at, match in enumerate(matches)
        ]

    def _choose(self, match: Match, beside: Sequence[Match], at: int) -> Match:
        named = {
            area.adm1_code
            for area in self.area_at[max(0, at - BESIDE) : at + BESIDE + 1]
            if area is not None
        }
        inside = [rival for rival in match.rivals if rival.adm1_code in named]
        if len(inside) == 1 and inside[0].lon is not None:
            why = f"the one in {inside[0].adm1_name}, which the text names"
            return _take(match, inside[0], why)
        sure = {
            m.place.place_id: m.place
            for m in beside
            if m.place is not None and m.lon is not None and (m.score or 0.0) >= LEAST_SCORE
        }
        ranked = sorted(
            (_second_nearest_km(rival, sure.values()), rival.place_id, rival)
            for rival in match.rivals
            if rival.lon is not None
        )
        if not ranked or ranked[0][0] > NEAR_KM:
            return match
        if len(ranked) > 1 and ranked[1][0] < NEARER_TIMES * max(ranked[0][0], 5.0):
            return match
        why = f"the one {ranked[0][0]:.0f} km from other places of the text"
        return _take(match, ranked[0][2], why)


def _is_sure(match: Match) -> bool:
    """Say whether a name on no list, with little to cue it, is still a place for its spelling."""
    long_enough = len(_key(match.name)) >= SHORTEST_UNLISTED
    return match.place is not None and long_enough and (match.score or 0.0) >= SURE_SCORE


def _take(match: Match, place: Place, why: str) -> Match:
    rivals = tuple(rival for rival in match.rivals if rival.place_id != place.place_id)
    return answer_place(
        match.name, place, f"{place.name} ({place.adm1_name}): {why}", method="exact", score=0.8,
        rivals=rivals,
    )  # fmt: skip


def _second_nearest_km(place: Place, sure: Iterable[Place]) -> float:
    """Return km to the second nearest of some places, to the nearest if there is but one."""
    away = sorted(apart for other in sure if (apart := distance_km(place, other)) is not None)
    return away[min(1, len(away) - 1)] if away else math.inf


@lru_cache(maxsize=100_000)
def _fold(surface: str) -> str:
    return fold(surface)


@lru_cache(maxsize=100_000)
def _key(surface: str) -> str:
    return glue(fold(surface))


def _governorate_names(gazetteer: Gazetteer) -> dict[str, Place]:
    names: dict[str, Place] = {}
    for place in gazetteer.governorates:
        for name in (place.name, place.name_ar, *place.spellings):
            if name:
                names.setdefault(_key(name), place)
    return names


def _sense(span: Span) -> str | None:
    """Return "area" or "city" where the words around a seat's name say which is meant."""
    hint = span.hint or ""
    folded = _fold(span.surface)
    if folded.startswith(("rural ", "ريف ", "محافظه ")) or hint in _GOVERNORATE_WORDS:
        return "area"
    if hint in CITY_CUES or hint in _ARABIC_CITY_WORDS:
        return "city"
    if span.compass in COMPASS:
        return "city" if span.after_of else "area"
    return "city" if span.previous in NEAR_WORDS else None


def _answer_world(span: Span, world: WorldName, home: str) -> Match:
    if world.kind == "country":
        reason = "the country as a whole" if world.country == home else "a country"
        return Match(span.surface, "vague", None, f"{world.name}: {reason}", "country")
    where = country_name(world.country) or "no one country"
    return answer_none(span.surface, f"{world.name}, {where}: not in this country's gazetteer")
