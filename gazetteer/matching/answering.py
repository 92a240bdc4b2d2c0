"""Answering: what a row says besides a name, handed to the ladder, for one name or a whole file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import replace

from gazetteer.abroad import is_wide, name_country, read_country
from gazetteer.codifier import load_codifier
from gazetteer.decisions.decision import Decided
from gazetteer.match import Match, answer_none, answer_place
from gazetteer.matching.beside.around import ALONE, Around
from gazetteer.matching.beside.asked import Asked
from gazetteer.matching.beside.districts import StatedArea
from gazetteer.matching.beside.neighbours import Neighbours
from gazetteer.matching.ranking import Ranker
from gazetteer.matching.reading.codified import Codified
from gazetteer.matching.reasons import list_places, write_place
from gazetteer.matching.two_names import APART_KM, DISAGREE_SCORE, answer_two
from gazetteer.places import AREA_KINDS, Place, distance_km
from gazetteer.spelling.asides import drop_asides, says_doubt
from gazetteer.spelling.names import LONGEST_NAME, clean, fold
from gazetteer.spelling.parts import strip_compass
from gazetteer.watching import count_through

__all__ = ["Answering", "Spread", "may_change"]

SURE_SHARE = 0.81  # a match this likely supports the others of its file
DOUBTED_SCORE = 0.6  # at most, of a place that its own cell doubts: our cap, nothing measured
TURNED_SCORE = 0.55  # at most, of what only the places around it put before its name's likeliest
MOST_KEPT = 20_000  # answers kept, some 20 MB; a file with groups of rows is asked for twice
Ladder = Callable[[str, object, Around], Match]
# Answers each of many questions by itself, or with the sure places of their file.
Spread = Callable[[Sequence[Asked], Neighbours | None], Sequence[Match]]


class Answering:
    """Answers questions through the ladder of one gazetteer."""

    def __init__(self, ranker: Ranker, ladder: Ladder, country: str) -> None:
        """Take what answers a name by governorate and Around, and the country's two letters."""
        self._ranker = ranker
        self._ladder = ladder
        self._home = country.upper()
        self._in_country = len(ranker.governorates.places)
        self._kept: dict[Asked, Match] = {}
        self._decided: Decided | None = None
        self._spread: Spread | None = None
        codifier = load_codifier(country)
        self._codified = Codified(codifier, ranker, country) if codifier else None

    def with_decisions(self, decided: Decided) -> Answering:
        """Return the same with what persons decided, before all else."""
        twin = copy(self)
        twin._decided, twin._kept = decided, {}
        return twin

    def with_spread(self, spread: Spread) -> Answering:
        """Return the same that has the questions of a file answered elsewhere."""
        twin = copy(self)
        twin._spread = spread
        return twin

    def answer(self, asked: Asked, around: Around | None = None) -> Match:
        """Return what a question means."""
        decided = self._decided and self._decided.answer(asked.name, asked.governorate)
        if decided:
            return decided
        coded = self._ranker.districts.codes.find_sharpest(asked.pcode) if asked.pcode else None
        if coded is not None and coded.kind not in AREA_KINDS:
            return self._answer_code(asked, coded)
        elsewhere = self._find_elsewhere(asked)
        if elsewhere is not None:
            covers = name_country(self._home)
            reason = f"said to be in {elsewhere}; this gazetteer covers {covers}"
            return answer_none(asked.name or asked.name_ar, reason)
        areas = self._read_areas(asked, coded)
        stated = asked.governorate
        known = self._ranker.governorates.find(stated) is not None if stated else False
        by = self._find_coded(asked) if not known else None
        if not known and areas and areas[0].adm1_code:
            stated, by = areas[0].adm1_code, None
        elif by is not None:
            stated = by[0]
        around = around or ALONE
        around = replace(around, areas=areas) if areas else around
        found = self._answer_names(asked, stated, around)
        if self._codified is not None:
            found = self._codified.settle(found, asked.name or asked.name_ar, stated, around)
        said = []
        if by is not None and by[1]:
            said.append(f"the codes around {by[1]}, which is not listed, are of that governorate")
        if not known and asked.governorate and self._is_unknown(asked.governorate):
            said.append(f"no governorate is known as {asked.governorate!r}")
        if found.score is not None and says_doubt(asked.name or asked.name_ar):
            said.append("its own cell is not sure of it")
            found = replace(found, score=min(found.score, DOUBTED_SCORE))
        return replace(found, reason="; ".join([found.reason, *said])) if said else found

    def _find_coded(self, asked: Asked) -> tuple[str, str] | None:
        """Return the governorate that the codes of a row are of, and how that is known."""
        cells = (asked.pcode, asked.subdistrict, asked.district)
        return self._ranker.districts.codes.find_governorate(*filter(None, cells))

    def _is_unknown(self, governorate: str) -> bool:
        """Say whether a stated governorate is nothing known: no country, no part of the world."""
        if self._ranker.index.lists(governorate) or is_wide(governorate):
            return False
        return read_country(strip_compass(fold(governorate))) is None

    def _answer_code(self, asked: Asked, place: Place) -> Match:
        """Answer with the place of a code, unless its name is that of others alone: less surely."""
        where = write_place(place) if place.adm1_name else place.name
        reason, score = f"P-code {asked.pcode}: {where}", 1.0
        named = self._ladder(asked.name or asked.name_ar, place.adm1_code or "", ALONE)
        means = [other for other in (named.place, *named.rivals, *named.members) if other]
        as_listed = named.method in ("exact", "ambiguous", "nearby") and means
        if as_listed and all(_is_apart(place, other) for other in means):
            reason += f"; the name means another place: {list_places(means[:1])}"
            score = DISAGREE_SCORE
        return answer_place(asked.name, place, reason, method="exact", score=score)

    def _find_elsewhere(self, asked: Asked) -> str | None:
        """Say which other country a row says, in its name, beside it or as its governorate."""
        index, find = self._ranker.index, self._ranker.governorates.find_elsewhere
        texts = [text for text in (asked.name, asked.name_ar) if text] or [""]
        bare = [drop_asides(clean(text)[:LONGEST_NAME], index) for text in texts]
        found = (
            find(said, asked.governorate, self._home, lists=index.lists)
            for said in dict.fromkeys((*texts, *bare))
        )
        return next(filter(None, found), None)

    def answer_many(self, asked: Sequence[Asked]) -> list[Match]:
        """Return what the questions of one file mean; what is sure supports the others."""
        alone = [replace(one, group="") if one.group else one for one in asked]
        each = self._spread or self.answer_each
        distinct = [*dict.fromkeys(alone)]
        answers = dict(zip(distinct, each(distinct, None), strict=True))
        sure = [m.place for m in answers.values() if m.place and _is_sure(m)]
        if not sure:
            return [answers[one] for one in alone]
        whole = Neighbours.of(sure, self._in_country)
        file = whole if whole.is_narrow else None
        groups = self._gather_groups(asked, answers)
        keys = [
            one if one.group in groups else bare for one, bare in zip(asked, alone, strict=True)
        ]
        again = {
            key: bare
            for key, bare in zip(keys, alone, strict=True)
            if may_change(answers[bare]) and (file or key.group)
        }
        weighed = self._weigh_again(again, answers, file, groups)
        return [
            weighed.get(key) or weighed.get(bare) or answers[bare]
            for key, bare in zip(keys, alone, strict=True)
        ]

    def answer_each(self, asked: Sequence[Asked], file: Neighbours | None) -> list[Match]:
        """Return what questions without groups mean, each by itself or within its file."""
        if file is None:
            return [self._answer_alone(one) for one in count_through(asked, "names")]
        beside = count_through(asked, "names with the rows near them")
        return [self.answer(one, Around(file)) for one in beside]

    def _weigh_again(
        self,
        again: dict[Asked, Asked],
        answers: dict[Asked, Match],
        file: Neighbours | None,
        groups: dict[str, Neighbours],
    ) -> dict[Asked, Match]:
        """Return the answers of what is open, by the places around it; again: without groups."""
        if groups:
            beside = count_through(again.items(), "names with the rows near them")
            found: Sequence[Match] = [
                self.answer(bare, Around(file, groups.get(key.group))) for key, bare in beside
            ]
        else:
            found = (self._spread or self.answer_each)([*again.values()], file)
        weighed = {}
        for (key, bare), match in zip(again.items(), found, strict=True):
            alone = answers[bare]
            # The places around choose none that its own row rules out.
            ruled_out = alone.method == "ambiguous" and self._is_outside(match, bare)
            weighed[key] = _say_why(alone, alone if ruled_out else match, key.group)
        return weighed

    def _answer_alone(self, asked: Asked) -> Match:
        """Return what a question means by itself, as answered before."""
        found = self._kept.get(asked)
        if found is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            found = self._kept[asked] = self.answer(asked)
        return found

    def _is_outside(self, match: Match, asked: Asked) -> bool:
        """Say whether a place lies in no governorate that its row may state."""
        stated = self._ranker.governorates.find(asked.governorate) if asked.governorate else None
        if match.place is None or stated is None or stated.adm1_code is None:
            return False
        related = self._ranker.governorates.related.get(stated.adm1_code, frozenset())
        return match.place.adm1_code not in (stated.adm1_code, *related)

    def _gather_groups(
        self, asked: Sequence[Asked], answers: dict[Asked, Match]
    ) -> dict[str, Neighbours]:
        """Return the sure places of every group that has some."""
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for one in dict.fromkeys(asked):
            match = answers[replace(one, group="")] if one.group else None
            if match is not None and match.place is not None and _is_sure(match):
                found[one.group].append(match.place)
        return {key: Neighbours.of(places, self._in_country) for key, places in found.items()}

    def _read_areas(self, asked: Asked, coded: Place | None) -> tuple[StatedArea, ...]:
        """Return the district and subdistrict that a row states, by name or code."""
        if not (asked.district or asked.subdistrict or coded):
            return ()
        districts = self._ranker.districts
        area = self._ranker.governorates.find(asked.governorate) if asked.governorate else None
        stated = area.adm1_code if area else None
        wide = districts.find(asked.district, "district", stated)
        narrow = districts.find(
            asked.subdistrict, "subdistrict", stated or (wide.adm1_code if wide else None)
        )
        by_code = districts.of(coded) if coded is not None else None
        said = [area for area in (wide, narrow, by_code) if area is not None]
        above = [] if wide else [districts.above(area) for area in said]
        return _once([*said, *filter(None, above)])

    def _answer_names(self, asked: Asked, stated: str, around: Around) -> Match:
        if not asked.name or not asked.name_ar:
            return self._ladder(asked.name or asked.name_ar, stated, around)
        one = self._ladder(asked.name, stated, around)
        other = self._ladder(asked.name_ar, stated, around)
        first, second = asked.name, asked.name_ar
        if one.place is None and other.place is not None:
            first, second = second, first
        found = answer_two(
            one, other, lambda: self._ladder(first, stated, replace(around, second=second))
        )
        return replace(found, name=asked.name)


def _is_apart(one: Place, other: Place) -> bool:
    apart = distance_km(one, other)
    return apart is not None and apart > APART_KM


def _is_sure(match: Match) -> bool:
    return match.place is not None and match.likelihood >= SURE_SHARE


def may_change(match: Match) -> bool:
    """Say whether an answer may change with the places around it: it is ambiguous, or not sure."""
    return match.method == "ambiguous" or (match.place is not None and not _is_sure(match))


def _say_why(alone: Match, weighed: Match, group: str) -> Match:
    """Add to the reason what chose a place that its name alone does not, and cap its score."""
    if weighed.place is None or weighed.place == alone.place:
        return weighed
    others = "the places named with it" if group else "the other places of its file"
    found = replace(weighed, reason=f"{weighed.reason}; chosen by {others}")
    first = next(iter(alone.rivals), None) if alone.place is None else alone.place
    if weighed.place == first or weighed.score is None:
        return found
    least = min(weighed.score, TURNED_SCORE)
    return replace(found, score=least, share=min(weighed.likelihood, least))


def _once(areas: Iterable[StatedArea]) -> tuple[StatedArea, ...]:
    return tuple({(area.kind, area.code): area for area in areas}.values())
