"""Place names in running text of four languages: where they stand and what they mean.

Spans come from `spans_latin` (English), `spans_arabic` and `cyrillic.spans`; here each is resolved
with what the document says: the governorate beside it, the other places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from gazetteer.abroad import name_country
from gazetteer.errors import GazetteerError
from gazetteer.limits import MENTIONED
from gazetteer.match import Match, answer_none, answer_place
from gazetteer.matching.ladder import Gazetteer
from gazetteer.mentions import rivals
from gazetteer.mentions.areas import (
    answer_world,
    country_after,
    country_said,
    governorate_names,
    governorate_of,
    sense_of,
    stated_governorates,
    weigh_sense,
)  # fmt: skip
from gazetteer.mentions.cues import STRONG
from gazetteer.mentions.cyrillic.spans import find_cyrillic_spans
from gazetteer.mentions.folding import drop_unseen, key_of
from gazetteer.mentions.index import name_index
from gazetteer.mentions.lexicon import english
from gazetteer.mentions.lists import (
    find_lists,
    find_near,
    is_far_from_its_list,
    support_by_list,
)
from gazetteer.mentions.named_after import NamedAfter, read_named_after, widen
from gazetteer.mentions.regions.binding import bind_to_regions
from gazetteer.mentions.seats import peers_of, sense_in_list
from gazetteer.mentions.spans import Mention, Span, put_back
from gazetteer.mentions.spans_arabic import find_arabic_spans
from gazetteer.mentions.spans_latin import find_latin_spans
from gazetteer.places import Place
from gazetteer.spelling.names import is_arabic

__all__ = ["Mention", "find_mentions"]

BESIDE = 30  # mentions before and after that say where a text is


def find_mentions(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """Return the place names of one document, in order, none overlapping.

    Every mention of a name is resolved with the whole text as context; what cannot be placed is
    kept with its reason (method none, ambiguous or vague).
    Raises GazetteerError for a text of more than MENTIONED of gazetteer.limits.
    """
    seen, stood = drop_unseen(text)
    if stood is None:
        return _find_seen(text, gazetteer)
    return [put_back(each, text, stood) for each in _find_seen(seen, gazetteer)]


def _find_seen(text: str, gazetteer: Gazetteer) -> list[Mention]:
    index = name_index(gazetteer)
    has_latin = not is_arabic(text) or re.search("[A-Z]", text)
    spans = find_latin_spans(text, index) if has_latin else []
    if is_arabic(text):
        spans += find_arabic_spans(text, index)
    spans = sorted([*spans, *find_cyrillic_spans(text, index)], key=lambda span: span.start)
    if len(spans) > MENTIONED.most:
        raise GazetteerError(f"may name {len(spans):,} places, over {MENTIONED}; give a part of it")
    return _Document(text, spans, gazetteer).resolve()


class _Document:
    """One text while its names are resolved together."""

    def __init__(self, text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> None:
        self.text, self.spans, self.gazetteer = text, spans, gazetteer
        self.home = gazetteer.country.upper()
        self.areas = governorate_names(gazetteer)
        self.area_at = [governorate_of(span, self.areas) for span in spans]
        self.named_after = read_named_after(text, spans, self.area_at)
        self.known: dict[tuple[str, str | None], Match] = {}
        self._sense_of = cache(self._find_sense)
        self.ask = name_index(gazetteer).ask
        self.stated = stated_governorates(text, spans, self.area_at)
        self.meant = self._sense_of_seats()

    def resolve(self) -> list[Mention]:
        """Match every span, then settle what is ambiguous by the rest of the document."""
        matches = [self._match(at) for at in range(len(self.spans))]
        lists, near = find_lists(self.text, self.spans), find_near(self.text, self.spans)
        matches = self._inherit(matches, [*lists, *near])
        matches = support_by_list(matches, lists, self._ask_at)
        matches = rivals.choose_by_list(matches, lists)
        matches = self._settle(matches)
        for pair in near:
            matches[pair[0]] = self._settle_near(pair[0], matches)
        own = self.area_at, self.named_after
        matches = bind_to_regions(self.text, self.spans, matches, self.gazetteer, own)
        return [
            Mention(span.surface, span.start, span.end, match, self._country(span, match))
            for span, match in zip(self.spans, matches, strict=True)
            if span.found is not None or span.cue == STRONG or rivals.is_sure(span, match)
        ]

    def _country(self, span: Span, match: Match) -> str | None:
        if match.place is not None or match.rivals:
            return self.home
        world = span.found.world if span.found else None
        return world.country if world and match.method in ("none", "vague") else self.home

    def _match(self, at: int) -> Match:
        span, area = self.spans[at], self.area_at[at]
        if area is not None and self.named_after[at] is None:
            return self._match_area(at, span, area)
        found = span.found
        if found and found.world and (not found.listed or self._is_elsewhere(at)):
            return answer_world(span, found.world, self.home)
        stated = self.stated[at]
        match = rivals.doubt_next_door(span, self._ask_at(at, stated), self.home, stated)
        if stated is None or not rivals.is_outside(match, stated):
            return match
        within = self.ask(f"{span.surface}, {stated}", None)
        return replace(within if within.place else match, name=span.surface)

    def _ask_at(self, at: int, governorate: str | None) -> Match:
        after, span = self.named_after[at], self.spans[at]
        country = country_said(self.text, self.spans, at)
        if country not in (None, self.home):
            return answer_none(span.surface, f"said to be in {name_country(str(country))}")
        if after is None:
            return self._ask(span, governorate)
        found = self._ask_named_after(after, span.surface, governorate)
        return widen(self._ask(span, governorate), found) if after.is_beside else found

    def _ask_named_after(self, after: NamedAfter, surface: str, governorate: str | None) -> Match:
        """Answer to "Manbij Street" with what it lies in: a street of Aleppo, or near Manbij."""
        name = after.name
        if after.whole is not None:
            whole, area = self.spans[after.whole], self.area_at[after.whole]
            governorate = area.name if area else governorate
            if area is None or self._sense_of(after.whole) != "area":
                name = f"{name}, {whole.surface}"
        key = (name, governorate)
        if key not in self.known:
            self.known[key] = self.ask(name, governorate)
        return replace(self.known[key], name=surface)

    def _is_elsewhere(self, at: int) -> bool:
        """Say whether a listed name is a country's, or has another country right after it."""
        own = self.spans[at].found
        if own and own.world and own.world.kind == "country":
            return True
        return country_after(self.text, self.spans, at) not in (None, self.home)

    def _ask(self, span: Span, governorate: str | None, *, with_type: bool = True) -> Match:
        surface = " ".join(span.surface.split())
        decides = with_type and span.hint in english.DECIDING_TYPES
        if decides and not surface.lower().endswith(span.hint or ""):
            surface = f"{surface} {span.hint}"
        key = (surface, governorate)
        if key not in self.known:
            self.known[key] = replace(self.ask(surface, governorate), name=span.surface)
        return self.known[key]

    def _match_area(self, at: int, span: Span, area: Place) -> Match:
        """Answer to a governorate's name: the area, or the city that bears the same name."""
        typed = area is not self.areas.get(key_of(span.surface))  # "Damascus countryside"
        sense = "area" if typed else self._sense_of(at) or self._sense_in_sentence(at)
        city = self._ask(span, area.name, with_type=False)
        is_seat = city.place is not None and city.lon is not None
        if is_seat and sense != "area":
            return city
        reason = f"{area.name} governorate: an area, not a point"
        return answer_place(span.surface, area, reason, method="exact", score=0.95)

    def _find_sense(self, at: int) -> str | None:
        """Say what a seat's name means where it stands: by a word beside it, or by a list."""
        own = sense_of(self.spans[at], self.text)
        return own or sense_in_list(self.text, self.spans, self.area_at, at)

    def _sense_in_sentence(self, at: int) -> str:
        """Say what a bare seat is: in one sentence all are one, areas where they differ."""
        peers = [other for other in peers_of(self.text, self.spans, self.area_at, at)
                 if other == at or self._sense_of(other) is None]  # fmt: skip
        said = {other: self.meant.get(area.place_id, "city")
                for other in peers if (area := self.area_at[other]) is not None}  # fmt: skip
        mixed = {"area", "city"} <= set(said.values()) and said[at] != "both"
        return "area" if mixed else said[at]

    def _sense_of_seats(self) -> dict[str, str]:
        """Decide what a bare "Idlib" is in this text: what it is called where it is said."""
        votes: dict[str, Counter[str]] = {}
        for at, (span, area) in enumerate(zip(self.spans, self.area_at, strict=True)):
            if area is not None:
                own = votes.setdefault(area.place_id, Counter())
                sense = sense_of(span, self.text) or self._vote_of_others(at, area)
                if sense:
                    own[sense] += 1
        senses = {}
        for area in self.gazetteer.governorates:
            counted = votes.get(area.place_id)
            if counted is not None:
                seat = self.ask(f"{area.name} city", area.name).place
                senses[area.place_id] = weigh_sense(area, seat, counted, self.home)
        return senses

    def _vote_of_others(self, at: int, area: Place) -> str | None:
        """Say what a seat's name means that places before it are put into.

        Villages lie in the governorate ("Khan Shaykhun in Idlib"), quarters in the city.
        """
        votes: list[str] = []
        for before in range(max(0, at - 3), at):
            if self.stated[before] == area.name:
                if sense_of(self.spans[before], self.text) == "city":
                    return "city"
                place = self._ask(self.spans[before], area.name).place
                part = place is not None and place.kind in ("neighbourhood", "facility", "camp")
                votes.append("city" if part else "area")
        return max(votes, default=None)

    def _inherit(self, matches: list[Match], lists: Sequence[range]) -> list[Match]:
        """Give a bare mention the place that the same name has where its governorate is stated.

        Unless the places that it is named with, or said to be near, lie far from that one.
        """
        stated: dict[str, Match] = {}
        for at, match in enumerate(matches):
            own = self.area_at[at] is None and self.named_after[at] is None
            if self.stated[at] and match.place and own:
                stated.setdefault(key_of(self.spans[at].surface), match)
        result = []
        for at, match in enumerate(matches):
            same = stated.get(key_of(self.spans[at].surface))
            bare = self.stated[at] is None and self.area_at[at] is None
            if (
                same
                and bare
                and self.named_after[at] is None
                and match.method in ("exact", "spelling", "ambiguous", "none")
                and (same.lon is not None or match.lon is None)
                and not any(
                    is_far_from_its_list(same, (matches[other] for other in own if other != at))
                    for own in lists
                    if at in own
                )
            ):
                match = replace(same, name=self.spans[at].surface)
            result.append(match)
        return result

    def _settle(self, matches: list[Match]) -> list[Match]:
        """Choose among rivals the one that lies where the sure places beside it lie."""
        chosen = [
            self._choose(at, match, matches) if match.method == "ambiguous" else match
            for at, match in enumerate(matches)
        ]
        return [self._bear_out(at, match, chosen) for at, match in enumerate(chosen)]

    def _settle_near(self, at: int, matches: Sequence[Match]) -> Match:
        """Take a name for the place of that name near the one that it is said to be near."""
        code = matches[at + 1].adm1_code
        asked = self._ask_at(at, code) if code else matches[at]
        return rivals.choose_near(matches[at], matches[at + 1], asked)

    def _bear_out(self, at: int, match: Match, matches: Sequence[Match]) -> Match:
        """Answer none to a spelling that neither its likeness nor the text makes sure."""
        span = self.spans[at]
        if match.method != "spelling" or self.named_after[at] is not None:
            return match
        cued = span.found is not None or span.in_list or span.cue == STRONG
        needed = rivals.LEAST_SHARE if cued else rivals.SURE_SHARE
        stated = self.stated[at] is not None and self.stated[at] == match.adm1_name
        return rivals.bear_out(match, self._beside(at, matches), needed=needed, stated=stated)

    def _beside(self, at: int, matches: Sequence[Match]) -> Sequence[Match]:
        """Return the matches around one whose spelling is on a list."""
        around = range(max(0, at - BESIDE), min(len(matches), at + BESIDE + 1))
        return [matches[number] for number in around if self.spans[number].found is not None]

    def _choose(self, at: int, match: Match, matches: Sequence[Match]) -> Match:
        around = slice(max(0, at - BESIDE), at + BESIDE + 1)  # "Idlib Street" names no governorate
        named = zip(self.area_at[around], self.named_after[around], strict=True)
        areas = [area for area, after in named if area is not None and after is None]
        codes = {area.adm1_code for area in areas if area.adm1_code}
        return rivals.choose_rival(match, matches[around], codes)
