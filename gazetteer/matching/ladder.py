"""The ladder: a name and its context to a Match.

Its steps: nothing to match, vague words, the spelling as a whole, several places, relative
places, the spelling with type words off, within the whole that it names, the whole itself. On
each, candidates are gathered, scored by sound, weighed, and the best answers if it is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import Unpack

from gazetteer.decisions.decision import Decided, Decision
from gazetteer.match import Match, answer_none, answer_place, name_as_asked
from gazetteer.matching.answering import Answering
from gazetteer.matching.beside.around import Around, RowFinder
from gazetteer.matching.beside.asked import Besides, BesidesMany, ask_many, ask_one
from gazetteer.matching.beside.listed_areas import means_town
from gazetteer.matching.beside.second import add_second
from gazetteer.matching.candidates import Index, read_query
from gazetteer.matching.choosing import Chooser
from gazetteer.matching.evidence import Context
from gazetteer.matching.nested import read_nested
from gazetteer.matching.ranking import LEAST_SHARE, Candidate, Ranker
from gazetteer.matching.reading.countries import WHOLE_COUNTRY, means_country
from gazetteer.matching.reading.order import write_name
from gazetteer.matching.reading.surroundings import lies_beside
from gazetteer.matching.reading.turned import is_inside, turn_part
from gazetteer.matching.reading.wholes import WHOLE_SCORE
from gazetteer.matching.reading.wholes_unmarked import SEAT, find_named, part_whole
from gazetteer.matching.scoring import renown
from gazetteer.matching.several import SeveralPlaces
from gazetteer.matching.vague import VagueNames
from gazetteer.places import AREA_KINDS, Place
from gazetteer.relative.parse import parse_relative, says_relation
from gazetteer.relative.place import locate_relative
from gazetteer.relative.sides import Sides
from gazetteer.spelling.names import LONGEST_NAME, clean, fold, glue
from gazetteer.spelling.parts import Parts, is_type_word, read_parts, split_pieces
from gazetteer.spelling.type_words import LEVELS_OR_QUARTERS, UNSAID

__all__ = ["Candidate", "Gazetteer"]

PART_OF = 2  # prominence; "eastern X" is a part of a town only if reports often name it
_TWO_ENDS = ("between", "road")  # kinds of relative places whose name is not one place's
_SIDES = ("part", "countryside")
_BY_PHRASE = ("near", "direction")  # said by words that no name begins with
_NO_NAME = re.compile(r"[a-z]{1,2}|ال|[\d ]+")


class Gazetteer:
    """An index of places that answers names; build it with `load_gazetteer`."""

    def __init__(
        self,
        country: str,
        places: Sequence[Place],
        vague: Sequence[tuple[str, str]] = (),
        *,
        lists_whole_country: bool = False,
    ) -> None:
        self.country, self._home = country, country.upper()
        self.places: tuple[Place, ...] = tuple(places)
        self.governorates = tuple(p for p in self.places if p.kind == "governorate")
        self.vague = tuple(vague)
        self._vague = VagueNames(vague)
        self._ranker = Ranker(self.places, lists_whole_country=lists_whole_country)
        self._several = SeveralPlaces(self._ranker)
        self.answering = Answering(self._ranker, self._match, country)
        self.decided = Decided((), get_place=self.get, find_governorate=self.find_governorate)
        self._by_id = {place.place_id: place for place in self.places}

    def with_decisions(self, decisions: Iterable[Decision]) -> Gazetteer:
        """Return the same gazetteer with more that persons decided, before all that it finds."""
        twin = copy(self)
        twin.decided = Decided(
            (*self.decided.all, *decisions),
            get_place=self.get,
            find_governorate=self.find_governorate,
        )
        twin.answering = self.answering.with_decisions(twin.decided)
        return twin

    @cached_property
    def _chooser(self) -> Chooser:
        return Chooser(self._ranker, self.country)

    @cached_property
    def _sides(self) -> Sides:
        return Sides(self.places, self._ranker.governorates.find_exact)

    @property
    def index(self) -> Index:
        """The spellings of all places."""
        return self._ranker.index

    def get(self, place_id: str) -> Place | None:
        """Return the place of an id."""
        return self._by_id.get(place_id)

    def find_governorate(self, text: object) -> Place | None:
        """Return the governorate that a text names: P-code, any spelling, "X province"."""
        area = self._ranker.governorates.find(text)
        owners = self.index.owners_of(glue(fold(str(text)))) if area else ()
        bearers = [self.places[at] for at in owners]
        return None if area and means_town(str(text), area, bearers) else area

    def find_area(self, text: object, kind: str, governorate: object = None) -> Place | None:
        """Return the district or subdistrict that a text names, in a governorate if one is said.

        kind: which of the two is meant first. None where none is listed, or several are.
        """
        area = self.find_governorate(governorate) if governorate else None
        found = self._ranker.districts.find(text, kind, area.adm1_code if area else None)
        return found.area if found else None

    def lists(self, text: str) -> bool:
        """Say whether a text is a listed spelling of some place."""
        return glue(fold(text)) in self.index.units

    def knows(self, text: str) -> bool:
        """Say whether a text is a spelling of some place or near one, or vague, or no name."""
        folded = fold(text)
        unnamed = not folded or _NO_NAME.fullmatch(folded) or is_type_word(folded)
        return bool(unnamed) or self._match(text, None, None).method != "none"

    def split_governorate(self, text: str) -> tuple[str, Place] | None:
        """Split a name that says its governorate: "Idlib: Ariha", "أريحا - ادلب", "Ariha (Idlib)".

        None where it says none, or two. What is left says the nearest area first.
        """
        return self._ranker.governorates.split(text, self.country)

    @property
    def lists_whole_country(self) -> bool:
        """Whether tables were added to the pack's selection."""
        return self._ranker.lists_whole_country

    def read_context(self, governorate: object) -> Context:
        """Return what a stated governorate says by itself."""
        return self._ranker.read_context(Parts("", ""), governorate, None)

    def match(self, name: object, governorate: object = None, **besides: Unpack[Besides]) -> Match:
        """Return what a name means; all else that its row says counts as evidence.

        besides: name_ar, the name in another language; district, subdistrict, as names or codes;
        pcode, of which that of a listed place is the answer by itself.
        """
        found = self.answering.answer(ask_one(name, governorate, **besides))
        return name_as_asked(found, name)

    def match_many(
        self,
        names: Iterable[object],
        governorates: Iterable[object] | None = None,
        **besides: Unpack[BesidesMany],
    ) -> list[Match]:
        """Return what the names of one file mean; names that are sure support the others.

        besides: names_ar, districts, subdistricts, pcodes; groups, whose rows support each other.
        Raises GazetteerError where a column is not as long as the names.
        """
        asked = list(names)
        found = self.answering.answer_many(ask_many(asked, governorates, **besides))
        return [name_as_asked(match, name) for match, name in zip(found, asked, strict=True)]

    def explain(self, name: object, governorate: object = None) -> list[Candidate]:
        """Return the candidates of a name, most likely first, with their odds and shares."""
        parts = read_parts(clean(name)[:LONGEST_NAME])
        return self._ranker.rank_parts(parts, self._ranker.read_context(parts, governorate, None))

    def _match(self, name: object, governorate: object, around: Around | None) -> Match:
        asked, text = name if isinstance(name, str) else "", clean(name)
        if not text:
            return answer_none(asked, "no name given")
        if len(text) > LONGEST_NAME:
            return answer_none(asked, f"longer than {LONGEST_NAME} characters: not a name")
        text = write_name(text, self._ranker, self.country)
        folded = fold(text)
        if not folded or _NO_NAME.fullmatch(folded) or is_type_word(folded):
            return answer_none(asked, "holds no name")
        vague = self._vague.find(folded)
        if vague is None and means_country(folded, self._ranker, self._home, governorate):
            vague = WHOLE_COUNTRY
        if vague is not None:
            return answer_none(asked, vague, method="vague")
        return self._take_steps(asked, text, folded, governorate, around)

    def _take_steps(
        self, asked: str, text: str, folded: str, governorate: object, around: Around | None
    ) -> Match:
        listed = find_named(folded, self._ranker)
        if listed:
            read = read_parts(text)
            level = read.hint
            said = level in AREA_KINDS and any(place.kind == level for place in listed)
            parts = Parts(folded, folded, level if said else None)
            if level == "neighbourhood" and find_named(read.head, self._ranker):
                parts = read  # "X quarter", so listed for one town's, may be another's X
            return self._answer(asked, parts, governorate, around)
        found = (
            self._answer_several(text, governorate, around)
            or self._answer_led(text, governorate, around)
            or self._answer_relative(text, governorate, around)
        )
        if found is not None:
            return replace(found, name=asked)
        return self._answer(asked, read_parts(part_whole(text, self._ranker)), governorate, around)

    def _answer(
        self, asked: str, parts: Parts, governorate: object, around: Around | None
    ) -> Match:
        if around and around.second:
            parts = add_second(parts, self._ranker.read_second(around.second))
        parts = self._settle_level(turn_part(parts, self._ranker))
        context = self._ranker.read_context(parts, governorate, around)
        nested = read_nested(asked, parts, context, self._ranker)
        return nested or self._chooser.answer(asked, parts, context)

    def _settle_level(self, parts: Parts) -> Parts:
        """Read "X district" as a quarter where no area or town is X, nor villages alone are."""
        if parts.word not in LEVELS_OR_QUARTERS or self._lists_seat(parts.head, parts.wholes):
            return parts
        return replace(parts, hint="neighbourhood")

    def _lists_seat(self, name: str, wholes: Sequence[str]) -> bool:
        """Say whether an area, or a town or village that one may be called after, is so named."""
        named = find_named(name, self._ranker)
        towns = [place for place in named if place.kind == "settlement"]
        alone = bool(named) and towns == named and not wholes
        return alone or any(renown(t) >= SEAT for t in towns) or self._ranker.districts.lists(name)

    def _answer_several(
        self, text: str, governorate: object, around: Around | None
    ) -> Match | None:
        """Answer to "A and B"; None for one name, and for what lies between or near several."""
        alone = replace(around, second="") if around and around.second else around
        found = self._several.answer(text, governorate, alone)
        return None if found is None or lies_beside(text) else found

    def _answer_led(self, text: str, governorate: object, around: Around | None) -> Match | None:
        """Answer to a name after that of its governorate: "Idlib: Ariha"; None for all others."""
        led = self._ranker.governorates.lead(text, self.country)
        if led is None or is_type_word(fold(led[0])):
            return None
        relative = parse_relative(text)
        if relative is not None and relative.kind in _TWO_ENDS:
            return None
        rest, area = led
        if not says_relation(rest):
            parts = read_parts(rest)
            said = next(p for p in split_pieces(text) if self.find_governorate(p) == area)
            # Only a colon, or the kind of the part, says that the town of that name is the whole;
            # or that no village of the country is called so.
            in_town = ":" in text or parts.hint in ("neighbourhood", "facility")
            in_town = (in_town or self.lists_whole_country) and parts.head not in UNSAID
            whole = said if in_town else area.adm1_code or said
            parts = replace(parts, wholes=(*parts.wholes, whole))
            return self._answer(text, parts, governorate, around)
        found = self._match(rest, governorate or area.adm1_code, around)
        if found.method != "none":
            return found
        reason = f'"{rest}" is not listed; counted on {area.name}, said to hold it'
        return answer_place(text, area, reason, method="spelling", score=WHOLE_SCORE)

    def _answer_relative(
        self, text: str, governorate: object, around: Around | None
    ) -> Match | None:
        """Answer to "10 km north of X"; None where the name is none or reads better as a whole."""
        relative = parse_relative(text)
        if relative is None or is_inside(relative):
            return None
        stated = clean(governorate) or None
        finder = RowFinder(self._match, self.find_governorate, around)
        if relative.subject and relative.kind == "countryside":
            found = locate_relative(relative, finder, governorate=stated)
            two = self.find_governorate(relative.subject) and found.method == "ambiguous"
            return found if found.lon is not None or two else None
        if relative.kind in ("part", "direction", "countryside", "road", "near"):
            context = self.read_context(governorate)
            ranked = self._ranker.share(self._ranker.rank(read_query(fold(text)), context))
            side = self._sides.find(relative)
            if side is not None:
                own = fold(side.name)
                return self._answer(text, Parts(own, own), governorate, around)
            # "near X" and "north of X" are like the names of areas "northern X", and are not them;
            # nor is the side of what is listed itself like one side of another.
            is_side = relative.kind in _SIDES and self.lists(relative.anchors[0])
            is_known = relative.kind in _BY_PHRASE or is_side
            as_listed = ranked and (ranked[0].exact or not is_known)
            if as_listed and ranked[0].share >= LEAST_SHARE:
                return None
        found = locate_relative(relative, finder, governorate=stated)
        town = found.place
        small = town is not None and town.kind not in AREA_KINDS and town.prominence < PART_OF
        return None if relative.kind == "part" and (town is None or small) else found
