"""Several places in one cell: "A and B" is an area that holds them all, never one of them.

The listed name as a whole always wins. Places too far apart for one area are counted on the
governorate that they share, or are ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from gazetteer.match import Match, answer_rivals
from gazetteer.matching import calibration
from gazetteer.matching.beside.around import Around
from gazetteer.matching.evidence import Context, is_other_capital
from gazetteer.matching.ranking import LEAST_SHARE, RIVAL_SHARE, Candidate, Ranker
from gazetteer.matching.reading.surroundings import read_around, says_countryside
from gazetteer.matching.reading.turned import read_part
from gazetteer.matching.reading.wholes_unmarked import find_named
from gazetteer.matching.reasons import list_places
from gazetteer.matching.scoring import renown
from gazetteer.places import AREA_KINDS, Place, distance_km
from gazetteer.radii import SURROUNDINGS_KM, UNKNOWN_KM, share_held
from gazetteer.relative.circles import reach_of_countryside
from gazetteer.relative.parse import says_around, says_relation
from gazetteer.spelling.conjunctions import Several, read_list, read_several
from gazetteer.spelling.names import fold
from gazetteer.spelling.parts import Parts, read_parts

__all__ = ["TOGETHER_KM", "SeveralPlaces", "join_places"]

TOGETHER_KM = 30.0  # places farther apart than this are no one area
JOINED_SCORE = 0.85  # at most, of an area that holds several places
NEAR_SCORE = 0.7  # at least, of one of several listed alike that the others lie by
ONE_LISTED_SCORE = 0.6  # of an area around those that are listed, where others are not
PAIR = 2  # names of a list that are listed, so that one that is not makes no part of them
_TOWNS = ("settlement", "neighbourhood")
_SEMICOLON = re.compile("[;؛]")
KNOWN = 2.0  # renown of a place that is meant even where the name beside it is on no list


class SeveralPlaces:
    """Reads names that hold several, and answers with what holds them all."""

    def __init__(self, ranker: Ranker) -> None:
        self._ranker = ranker

    def answer(self, text: str, governorate: object, around: Around | None) -> Match | None:
        """Answer to a cleaned name that holds several; None where it is one name."""
        read = read_around(text) or read_several(text)
        if read and _SEMICOLON.search(text) and not read_around(text) and _says_part(read):
            return None  # "Ariha; the bakery"
        if read is not None:
            read = replace(read, members=tuple(self._spread(read.members)))
            return self._answer_joined(text, read, governorate, around)
        read = read_list(text)
        return self._answer_list(text, read, governorate, around) if read else None

    def _spread(self, members: Sequence[Parts]) -> Iterator[Parts]:
        """Yield the names of a cell, those of "A / B" each by itself where they are two places."""
        for part in members:
            own = find_named(part.head, self._ranker)
            others = [
                other for other in part.other_names
                if own
                and (named := find_named(read_parts(other).head, self._ranker))
                and not any(place in own for place in named)
            ]  # fmt: skip
            kept = tuple(name for name in part.other_names if name not in others)
            yield replace(part, other_names=kept) if others else part
            yield from (replace(read_parts(other), wholes=part.wholes) for other in others)

    def _answer_joined(
        self, text: str, read: Several, governorate: object, around: Around | None
    ) -> Match | None:
        ranked = [self._rank(part, governorate, around) for part in read.members]
        found = _choose(ranked)
        contradicted = self._contradict(text, found)
        if contradicted is not None:
            return contradicted
        found = [c if c and not c.doubted else None for c in found]
        placed = [candidate for candidate in found if candidate is not None]
        around_it = says_around(read.members[-1].full)
        glued = read.glued and not around_it
        if not placed or (not all(found) and not _is_sure(placed, glued=glued)):
            return None
        doubted = [
            part.full for part, c in zip(read.members, found, strict=True) if not (c and c.exact)
        ][: -1 if around_it else None]
        if doubted and (any(map(says_relation, doubted)) or self._is_one_name(text)):
            return None
        missing = [part for part, c in zip(read.members, found, strict=True) if c is None]
        score = min(max(self._score(c), NEAR_SCORE if c.exact else 0.0) for c in placed)
        if not (around_it and says_countryside(read)):
            return self._join(text, placed, missing, score=score)
        area = self._find_whole(placed[0].place, read.members[0].full)
        if area is not None and len(placed) == 1:  # "Aleppo and its countryside", as "rural Aleppo"
            places = [c.place for c in placed]
            return _count_on(text, area, places, score=score, why="with its countryside")
        return self._join(text, placed, missing, score=score, rural=True)

    def _find_whole(self, town: Place, name: str) -> Place | None:
        """Return the governorate that goes by the name of a town in it; None for none.

        None as well where its countryside is a governorate of its own.
        """
        governorates = self._ranker.governorates
        area = governorates.find_exact(name)
        own = area is not None and not governorates.related.get(area.adm1_code or "")
        return area if area and own and area.adm1_code == town.adm1_code else None

    def _answer_list(
        self, text: str, read: Several, governorate: object, around: Around | None
    ) -> Match | None:
        """Answer to "A, B, C"; None where each lies in the next, or one of the first is not listed.

        Of two towns side by side that neither holds the other, what follows and is on no list
        chooses neither.
        """
        find = self._ranker.governorates.find_exact
        if self._ranker.governorates.find(read.members[-1].full) is not None:
            return None
        if says_around(read.members[-1].full) and find(read.members[0].full) is not None:
            return None  # "Idlib, X, nearby villages": of X alone, which lies in it
        found = _choose([self._rank(part, governorate, around) for part in read.members])
        contradicted = self._contradict(text, found)
        if contradicted is not None:
            return contradicted
        listed = [c for c in found if c and c.exact and not c.doubted and c.place.kind in _TOWNS]
        held = {c.place.parent_id for c in listed} & {c.place.place_id for c in listed}
        sizes = [(renown(c.place), c.place.population or 0) for c in listed]
        missing = [part for part, c in zip(read.members, found, strict=True) if c not in listed]
        leading = len(listed) >= PAIR and all(c in listed for c in found[:PAIR])
        if held or (missing and not leading) or all(a < b for a, b in pairwise(sizes)):
            return None
        return self._join(text, listed, missing, score=min(map(self._score, listed)))

    def _contradict(self, text: str, found: Sequence[Candidate | None]) -> Match | None:
        """Say ambiguous where a known town of the list lies outside the stated governorate."""
        meant = [c for c in found if c and c.exact]
        known = [c for c in meant if c.doubted and renown(c.place) >= calibration.KNOWN]
        if not known:
            return None
        towns, others = list_places([c.place for c in known]), [c for c in meant if c not in known]
        reason = f"listed in {towns}, but another governorate is stated"
        if others:
            reason = f"names several places: {list_places([c.place for c in meant])}; {reason}"
        return answer_rivals(text, reason, tuple(c.place for c in meant))

    def _join(
        self,
        text: str,
        placed: Sequence[Candidate],
        missing: Sequence[Parts],
        *,
        score: float,
        rural: bool = False,
    ) -> Match:
        return join_places(
            text, [c.place for c in placed], self._ranker.places, score=score,
            missing=[self._say_missing(part) for part in missing], rural=rural,
        )  # fmt: skip

    def _say_missing(self, part: Parts) -> str:
        """Say why a name of the list is not among what is placed."""
        elsewhere = find_named(part.head, self._ranker)
        if not elsewhere:
            return f'"{part.full}" is not listed'
        return f'"{part.full}" is listed only elsewhere: {list_places(elsewhere)}'

    def _score(self, candidate: Candidate) -> float:
        whole = self._ranker.lists_whole_country
        known = renown(candidate.place) >= calibration.KNOWN
        return calibration.calibrate(
            candidate.share, exact=candidate.exact, whole_country=whole, known=known
        )

    def _rank(self, parts: Parts, governorate: object, around: Around | None) -> list[Candidate]:
        context = self._ranker.read_context(parts, governorate, around)
        ranked = self._ranker.rank_parts(parts, context)
        return [replace(c, doubted=self._must_doubt(c, context)) for c in ranked]

    def _must_doubt(self, candidate: Candidate, context: Context) -> bool:
        other = is_other_capital(candidate.place, context)
        return other or self._ranker.must_doubt(candidate, context)

    def _is_one_name(self, text: str) -> bool:
        folded = fold(text)
        context = self._ranker.read_context(Parts("", ""), None, None)
        ranked = self._ranker.rank_parts(Parts(folded, folded), context)
        return bool(ranked) and ranked[0].share >= LEAST_SHARE


def _says_part(read: Several) -> bool:
    """Say whether what follows a first name is a part of a town, not one more place."""
    return any(read_part(member.full) is not None for member in read.members[1:])


def _choose(ranked: Sequence[Sequence[Candidate]]) -> list[Candidate | None]:
    """Choose for each name the candidate by the surest of all, or its own best, or none."""
    tops = [own[0] for own in ranked if own and own[0].share >= LEAST_SHARE]
    surest = max(tops, key=lambda top: top.share, default=None)
    return [_choose_one(own, surest) for own in ranked]


def _choose_one(own: Sequence[Candidate], surest: Candidate | None) -> Candidate | None:
    if surest is not None:
        for candidate in own:
            apart = distance_km(candidate.place, surest.place)
            likely = candidate.share >= RIVAL_SHARE and candidate.exact
            if candidate.place is surest.place and candidate is not own[0]:
                continue  # two names of one cell are two places
            if likely and apart is not None and apart <= TOGETHER_KM:
                return candidate
    return own[0] if own and own[0].share >= LEAST_SHARE else None


def _is_sure(placed: Sequence[Candidate], *, glued: bool) -> bool:
    """Say whether those that are listed stand for a cell whose other names are not."""
    least = KNOWN if glued else 0.0
    return all(c.exact and renown(c.place) >= least for c in placed)


def join_places(
    asked: str, places: Sequence[Place], listed: Sequence[Place], *, score: float,
    missing: Sequence[str] = (), rural: bool = False,
) -> Match:  # fmt: skip
    """Answer with the area that holds places, or the governorate that they share, or ambiguous.

    listed: the places of the country; missing: why other names of the cell are not placed;
    rural: with the countryside of the places.
    """
    members = tuple({place.place_id: place for place in places}.values())
    named = list_places(members)
    apart = [distance_km(one, other) for one, other in combinations(members, 2)]
    pinned = all(p.kind not in AREA_KINDS and p.lon is not None for p in members)
    if pinned and all(km is not None and km <= TOGETHER_KM for km in apart):
        return _hold_all(asked, members, score=score, missing=missing, rural=rural)
    codes = {place.adm1_code for place in members}
    area = next((p for p in listed if p.kind == "governorate" and {p.adm1_code} == codes), None)
    if area is None or area in members:
        return answer_rivals(asked, f"names several places: {named}", members)
    return _count_on(
        asked, area, members, score=score, why="several places, too far apart for one area"
    )


def _count_on(
    asked: str, area: Place, members: Sequence[Place], *, score: float, why: str
) -> Match:
    reason = f"{why}: {list_places(members)}; counted on {area.name}"
    return Match(
        asked, "nearby", min(score, JOINED_SCORE), reason, "governorate", area,
        adm1_code=area.adm1_code, adm1_name=area.adm1_name or area.name, members=tuple(members),
    )  # fmt: skip


def _hold_all(
    asked: str, members: Sequence[Place], *, score: float, missing: Sequence[str], rural: bool
) -> Match:
    lon, lat = _middle(members)
    middle = Place("", "", "area", lon, lat)
    more = SURROUNDINGS_KM if missing else 0.0
    radius = max((distance_km(middle, p) or 0.0) + _reach(p, more, rural=rural) for p in members)
    radius = round(radius, 1)
    most = ONE_LISTED_SCORE if missing else JOINED_SCORE * share_held(radius)
    codes = {(place.adm1_code, place.adm1_name) for place in members}
    code, name = codes.pop() if len(codes) == 1 else (None, None)
    several = "several places" if len(members) > 1 else "one of several places"
    unlisted = "".join(f"; {why}" for why in missing)
    return Match(
        asked, "nearby", round(min(score, most), 3),
        f"{several}: {list_places(members)}{unlisted}; an area that holds them: "
        f"within {radius:.3g} km",
        "area", None, lon, lat, radius, code, name, members=tuple(members),
    )  # fmt: skip


def _reach(place: Place, more: float, *, rural: bool) -> float:
    """Return how far a place reaches in km with what lies around it, or with its countryside."""
    own = place.uncertainty_km or UNKNOWN_KM
    return max(own + more, reach_of_countryside(own) if rural else 0.0)


def _middle(members: Sequence[Place]) -> tuple[float, float]:
    """Return the middle of the box around places that have points, in degrees."""
    lons = [place.lon for place in members if place.lon is not None]
    lats = [place.lat for place in members if place.lat is not None]
    return (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
