"""The ladder: a name and its context to a Match.

Its steps: nothing to match, vague words, the spelling as a whole, relative places, the spelling
with type words off, within the whole that it names, the whole itself. On each, candidates are
gathered by skeleton, scored by sound, weighed by evidence, and the best answers if its share is
enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gazetteer.abroad import find_abroad
from gazetteer.errors import GazetteerError
from gazetteer.match import Match, answer_none, answer_place, answer_rivals, coarsen
from gazetteer.matching.calibration import calibrate
from gazetteer.matching.candidates import Index, Query
from gazetteer.matching.evidence import Context, Neighbours, cap_score
from gazetteer.matching.ranking import LEAST_SHARE, RIVAL_SHARE, Candidate, Ranker
from gazetteer.matching.reasons import explain_place, list_places
from gazetteer.matching.vague import VagueNames
from gazetteer.places import AREA_KINDS, Place, distance_km
from gazetteer.radii import ON_WHOLE_KM, SURROUNDINGS_KM
from gazetteer.relative.parse import parse_relative
from gazetteer.relative.place import locate_relative
from gazetteer.spelling.names import LONGEST_NAME, clean, fold
from gazetteer.spelling.parts import Parts, is_type_word, read_parts
from gazetteer.world import country_name

__all__ = ["Candidate", "Gazetteer"]

SAME_PLACE_KM = 3.0  # rivals this near are one answer: the radius covers both
LEAST_LEAD = 1.3  # times as likely as the next place; less is too near to choose
SURE_SCORE = 0.9  # a match this sure supports the others of its file
WHOLE_SCORE = 0.7  # of a part that is not listed, placed on its whole
PART_OF = 2  # prominence; "eastern X" is a part of a town only if reports often name it
_TWO_ENDS = ("between", "road")  # kinds of relative places whose name is not one place's
_GLUED_WHOLE = re.compile(r"([\u0621-\u064a].*) ب([\u0621-\u064a]{3,})")
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
        self.country = country
        self.places: tuple[Place, ...] = tuple(places)
        self.governorates = tuple(p for p in self.places if p.kind == "governorate")
        self._governorate_names = frozenset(place.name for place in self.governorates)
        self._vague = VagueNames(vague)
        self._ranker = Ranker(self.places, lists_whole_country=lists_whole_country)
        self._by_id = {place.place_id: place for place in self.places}

    @property
    def index(self) -> Index:
        """The spellings of all places."""
        return self._ranker.index

    def get(self, place_id: str) -> Place | None:
        """Return the place of an id."""
        return self._by_id.get(place_id)

    def find_governorate(self, text: object) -> Place | None:
        """Return the governorate that a text names: P-code, any spelling, "X province"."""
        return self._ranker.governorates.find(text)

    def lists(self, text: str) -> bool:
        """Say whether a text is a listed spelling of some place."""
        return Query(fold(text)).glued in self.index.units

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

    def match(self, name: object, governorate: object = None) -> Match:
        """Return what a name means, the stated governorate counting as evidence."""
        return self._match(name, governorate, None)

    def match_many(
        self, names: Iterable[object], governorates: Iterable[object] | None = None
    ) -> list[Match]:
        """Return what the names of one file mean; names that are sure support the others.

        Raises GazetteerError where there are not as many governorates as names.
        """
        asked = list(names)
        stated = list(governorates) if governorates is not None else [None] * len(asked)
        if len(stated) != len(asked):
            raise GazetteerError(
                f"{len(asked)} names but {len(stated)} governorates; give one a name, or none"
            )
        keys = [(clean(name), clean(area)) for name, area in zip(asked, stated, strict=True)]
        answers = {key: self._match(*key, None) for key in dict.fromkeys(keys)}
        sure = [m.place for m in answers.values() if m.place and (m.score or 0) >= SURE_SCORE]
        if sure:
            neighbours = Neighbours.of(sure, len(self.governorates))
            for key, found in answers.items():
                if found.method == "ambiguous" or (found.place and (found.score or 0) < SURE_SCORE):
                    answers[key] = self._match(*key, neighbours)
        return [
            replace(answers[key], name=name if isinstance(name, str) else "")
            for key, name in zip(keys, asked, strict=True)
        ]

    def explain(self, name: object, governorate: object = None) -> list[Candidate]:
        """Return the candidates of a name, most likely first, with their odds and shares."""
        parts = read_parts(clean(name)[:LONGEST_NAME])
        return self._ranker.rank_parts(parts, self._ranker.read_context(parts, governorate, None))

    def _match(self, name: object, governorate: object, neighbours: Neighbours | None) -> Match:
        asked = name if isinstance(name, str) else ""
        text = clean(name)
        if not text:
            return answer_none(asked, "no name given")
        if len(text) > LONGEST_NAME:
            return answer_none(asked, f"longer than {LONGEST_NAME} characters: not a name")
        folded = fold(text)
        if not folded or _NO_NAME.fullmatch(folded) or is_type_word(folded):
            return answer_none(asked, "holds no name")
        vague = self._vague.find(folded)
        if vague is not None:
            return answer_none(asked, vague, method="vague")
        return self._take_steps(asked, text, folded, governorate, neighbours)

    def _take_steps(
        self, asked: str, text: str, folded: str, governorate: object, neighbours: Neighbours | None
    ) -> Match:
        listed = Query(folded).glued in self.index.units
        steps = () if listed else (self._answer_led, self._answer_relative)
        for step in steps:
            found = step(text, governorate)
            if found is not None:
                return replace(found, name=asked)
        parts = Parts(folded, folded) if listed else read_parts(self._part_whole(text))
        context = self._ranker.read_context(parts, governorate, neighbours)
        return self._answer(asked, parts, context)

    def _answer_led(self, text: str, governorate: object) -> Match | None:
        """Answer to a name after that of its governorate: "Idlib: Ariha"; None for all others."""
        led = self._ranker.governorates.lead(text, self.country)
        if led is None or is_type_word(fold(led[0])):
            return None
        relative = parse_relative(text)
        if relative is not None and relative.kind in _TWO_ENDS:
            return None
        rest, area = led
        found = self._match(rest, governorate or area.adm1_code, None)
        if found.method != "none":
            return found
        reason = f'"{rest}" is not listed; counted on {area.name}, said to hold it'
        return answer_place(text, area, reason, method="spelling", score=WHOLE_SCORE)

    def _part_whole(self, text: str) -> str:
        """Write a whole that Arabic glues on with ب ("حي السكري بحلب") in parentheses."""
        match = _GLUED_WHOLE.fullmatch(text)
        if match and (
            self.find_governorate(match[2]) or Query(fold(match[2])).glued in self.index.units
        ):
            return f"{match[1]} ({match[2]})"
        return text

    def _answer_relative(self, text: str, governorate: object) -> Match | None:
        """Answer to "10 km north of X"; None where the name is none or reads better as a whole."""
        relative = parse_relative(text)
        if relative is None or (relative.subject and relative.kind == "part"):
            return None
        stated = clean(governorate) or None
        if relative.subject and relative.kind == "countryside":
            found = locate_relative(relative, self, governorate=stated)
            return found if found.lon is not None else None
        if relative.kind in ("part", "direction", "countryside", "road", "near"):
            context = self.read_context(governorate)
            ranked = self._ranker.share(self._ranker.rank(Query(fold(text)), context))
            if ranked and ranked[0].share >= LEAST_SHARE:
                return None
        found = locate_relative(relative, self, governorate=stated)
        town = found.place
        small = town is not None and town.kind not in AREA_KINDS and town.prominence < PART_OF
        return None if relative.kind == "part" and (town is None or small) else found

    def _answer(self, asked: str, parts: Parts, context: Context) -> Match:
        ranked = self._ranker.rank_parts(parts, context)
        if not ranked:
            fallen = self._fall_back(asked, parts, context)
            return fallen or answer_none(asked, "no listed place has a name like it")
        best = ranked[0]
        same = [c for c in ranked if c is best or _is_same(best.place, c.place)]
        share = sum(c.share for c in same)
        others = [c for c in ranked if all(c is not s for s in same)]
        rivals = tuple(c.place for c in others if c.share > RIVAL_SHARE)[:5]
        if len(context.others) and not any(_is_same(best.place, o) for o in context.others):
            both = (best.place, *context.others)
            return answer_rivals(asked, f"names several places: {list_places(both)}", both)
        second = others[0].share if others else 0.0
        abroad = None if best.exact else self._find_abroad(asked, context)
        if abroad is not None:
            return answer_none(asked, f"like {list_places((best.place,))}, but {abroad}")
        doubtful = self._ranker.must_doubt(best, context)
        if share >= max(LEAST_SHARE, LEAST_LEAD * second) and not doubtful:
            score = cap_score(calibrate(share), best.place, context)
            return self._answer_best(asked, best, parts, context, score=score, rivals=rivals)
        fallen = self._fall_back(asked, parts, context)
        if fallen is not None:
            return fallen
        several = (best.place, *rivals)
        if best.exact and context.adm1_code not in (None, best.place.adm1_code):
            reason = f"listed in {list_places((best.place,))}, but another governorate is stated"
            return answer_rivals(asked, reason, several)
        if doubtful or sum(c.share for c in ranked) < LEAST_SHARE or not rivals:
            return answer_none(asked, "no listed place has a name near enough")
        return answer_rivals(asked, f"several places fit: {list_places(several)}", several)

    def _answer_best(
        self, asked: str, best: Candidate, parts: Parts, context: Context, *, score: float,
        rivals: tuple[Place, ...],
    ) -> Match:  # fmt: skip
        precision, radius = coarsen(best.place, parts.hint)
        reason = explain_place(best, parts, context, self._governorate_names, len(rivals))
        if self._may_be_countryside(best.place, context):
            precision, radius = "area", SURROUNDINGS_KM + (best.place.uncertainty_km or 0.0)
            reason += f"; its countryside may be meant: within {radius:.0f} km"
            score = min(score, WHOLE_SCORE)
        return answer_place(
            asked,
            best.place,
            reason,
            method="exact" if best.exact else "spelling",
            score=score,
            precision=precision,
            radius_km=radius,
            rivals=rivals,
        )

    def _find_abroad(self, name: str, context: Context) -> str | None:
        """Say where abroad a name is known, unless its surroundings say this country."""
        if context.adm1_code or context.wholes or context.whole_codes:
            return None
        found = find_abroad(name, self.country)
        return f"a {found[0]} in {country_name(found[1])} is called so" if found else None

    def _may_be_countryside(self, place: Place, context: Context) -> bool:
        """Say whether a capital is named where the countryside called after it is stated."""
        namesake = place.kind == "settlement" and place.name in self._governorate_names
        return namesake and place.adm1_code in context.related

    def _fall_back(self, asked: str, parts: Parts, context: Context) -> Match | None:
        """Answer with the whole that a name says it lies in, where the part is not listed."""
        if context.wholes:
            whole = context.wholes[0]
            reason = f'"{parts.head}" is not listed; placed on {whole.name}, said to hold it'
            return answer_place(
                asked, whole, reason, method="spelling", score=WHOLE_SCORE, precision="area",
                radius_km=max(ON_WHOLE_KM, whole.uncertainty_km or 0.0),
            )  # fmt: skip
        if len(context.whole_codes) == 1:
            code = next(iter(context.whole_codes))
            area = next(g for g in self.governorates if g.adm1_code == code)
            reason = f'"{parts.head}" is not listed; counted on {area.name}, said to hold it'
            return answer_place(asked, area, reason, method="spelling", score=WHOLE_SCORE)
        return None


def _is_same(one: Place, other: Place) -> bool:
    """Say whether two candidates are one answer: near each other, or areas that share a name."""
    if one.kind in AREA_KINDS or other.kind in AREA_KINDS:
        return one.kind in AREA_KINDS and other.kind in AREA_KINDS and _holds(one, other)
    apart = distance_km(one, other)
    return apart is not None and apart <= SAME_PLACE_KM


def _holds(one: Place, other: Place) -> bool:
    return one.adm1_code is not None and one.adm1_code == other.adm1_code
