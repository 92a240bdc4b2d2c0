"""Answers: what a row that is not settled is told, for each distinct set of what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gazetteer import AREA_KINDS, Match, Place
from gazetteer.match import answer_none, answer_place
from gazetteer.matching.answering import may_change
from gazetteer.matching.reasons import list_places
from gazetteer.radii import NEAR_KM, SURROUNDINGS_KM
from geo.land.levels import call_level, say_levels
from geo.placing.evidence import Evidence
from geo.placing.rows.answer import Answer, choose_country, say_match
from geo.placing.rows.hearing import BY_ITS_PLACE, COARSE, Asked, Found, Heard, Question, hear
from geo.placing.rows.whole_file import STRANGE, Votes, explain_strange

__all__ = ["STRANGE", "Answer", "Answers", "Asked"]

_BESIDES = ("names_ar", "districts", "subdistricts", "pcodes")  # after place and governorate
SHARP = ("site", "neighbourhood", "settlement")
WIDENED_KM = {"near": NEAR_KM, "area": SURROUNDINGS_KM}  # what a table's word adds to a radius


class Answers:
    """The answers to all that the rows of one file say; names are matched together, each once."""

    def __init__(
        self,
        asked: Sequence[Asked],
        evidences: Sequence[Evidence],
        *,
        points_inside: float | None = None,
        named: bool = False,
    ) -> None:
        """Take what rows say, each once, and one evidence of each country at hand.

        A row's own country is asked, else all of them. points_inside: the share of the file's
        given points that lie in them, None for too few. named: a person named these countries.
        """
        self._evidences = evidences
        heard = [[hear(one, evidence) for one in asked] for evidence in evidences]
        self._found = [
            _match_names(own, evidence) for own, evidence in zip(heard, evidences, strict=True)
        ]
        strange = {} if named else _find_strange(heard, self._found, evidences, points_inside)
        self._heard = [
            [replace(one, contrary=one.contrary or strange.get(one.asked.place)) for one in own]
            for own in heard
        ]
        self.all = [self._choose(at, self._found) for at in range(len(asked))]

    def list_open(self) -> list[int]:
        """Return the numbers of the answers that rows near them may change."""
        return [
            at
            for at in range(len(self.all))
            if any(
                (match := self._find(own[at], found)) is not None and may_change(match)
                for own, found in zip(self._heard, self._found, strict=True)
            )
        ]

    def answer_in_groups(self, pairs: Sequence[tuple[int, str]]) -> list[Answer]:
        """Return one answer for each pair: the number of what a row says, and the row's group.

        Sure places of a group support the others of it; all pairs of the groups are needed.
        """
        grouped = [
            _match_pairs([(own[at], group) for at, group in pairs], found, evidence)
            for own, found, evidence in zip(self._heard, self._found, self._evidences, strict=True)
        ]
        return [
            self._choose(at, [matches[number] for matches in grouped])
            for number, (at, _) in enumerate(pairs)
        ]

    def _find(self, one: Heard, found: Found) -> Match | None:
        return None if one.contrary is not None else found.get(one.question)

    def _choose(self, at: int, found: Sequence[Found]) -> Answer:
        """Return the answer of the country that what a row says is of."""
        heard = [own[at] for own in self._heard]
        answers = [
            _answer(one, known, evidence)
            for one, known, evidence in zip(heard, found, self._evidences, strict=True)
        ]
        covered = [evidence.covers for evidence in self._evidences]
        return choose_country(answers, [one.ours for one in heard], covered)


def _match_pairs(
    pairs: Sequence[tuple[Heard, str]], found: Found, evidence: Evidence
) -> list[Found]:
    """Return what each pair's question means among the rows of its group; the file is as found."""
    known = [(one, group) for one, group in pairs if one.question in found]
    questions = [*found, *(one.question for one, _ in known)]
    groups = [""] * len(found) + [group for _, group in known]
    matches = iter(_ask(questions, evidence, groups=groups)[len(found) :])
    return [{one.question: next(matches)} if one.question in found else {} for one, _ in pairs]


def _find_strange(
    heard: Sequence[Sequence[Heard]],
    found: Sequence[Found],
    evidences: Sequence[Evidence],
    points_inside: float | None,
) -> dict[str | None, str]:
    """Return why names are not placed, where most of the file's are not known here.

    Every name counts, each once; refused are those that no other cell of their rows says to be
    here.
    """
    rows = list(zip(*heard, strict=True))
    ours = {said[0].asked.place for said in rows if any(one.ours for one in said)}
    answers: dict[str, dict[int, Match]] = {}
    for at, matches in enumerate(found):
        for question, match in matches.items():
            answers.setdefault(question.place, {})[at] = match
    others = sum(all(one.contrary is not None for one in said) for said in rows)
    votes = Votes(sum(any(one.ours for one in said) for said in rows), others, points_inside)
    names = [[own.get(at, answer_none(name, "")) for at in range(len(evidences))]
             for name, own in answers.items()]  # fmt: skip
    why = explain_strange(names, votes, evidences)
    if why is None:
        return {}
    placed = (name for name, own in answers.items() if any(_is_found(m) for m in own.values()))
    return dict.fromkeys((name for name in placed if name not in ours), why)


def _is_found(match: Match) -> bool:
    """Say whether the ladder found a place, which no person decided."""
    return match.place is not None and match.method != "reviewed"


def _match_names(heard: Sequence[Heard], evidence: Evidence) -> Found:
    """Return the matches of every name that is to be asked, with what its row says besides."""
    asked = list(
        dict.fromkeys(
            one.question for one in heard if one.asked.place is not None and one.contrary is None
        )
    )
    return dict(zip(asked, _ask(asked, evidence), strict=True))


def _ask(
    questions: Sequence[Question], evidence: Evidence, *, groups: Sequence[str] = ()
) -> list[Match]:
    if not questions:
        return []
    names, governorates, *cells = zip(*questions, strict=True)
    columns = dict(zip(_BESIDES, cells, strict=True)) | {"groups": groups}
    besides = {word: own for word, own in columns.items() if any(own)}
    matches = evidence.gazetteer.match_many(names, governorates, **besides)
    return [say_match(match, evidence.home) for match in matches]


def _answer(one: Heard, found: Found, evidence: Evidence) -> Answer:
    name = one.asked.place or one.asked.governorate or ""
    if one.contrary is not None:
        return Answer(Match(name, "none", None, one.contrary, "unknown"), contrary=True)
    if one.asked.place is None:
        if one.place is not None:
            match = _of_code(name, one.place, one.asked.pcodes or "")
            return _sharpen(one, match, evidence)
        return Answer(_match_area(one, evidence), one.area)
    match = found[one.question]
    if match.method == "reviewed":
        return Answer(match)
    if one.unknown and not one.area and one.unknown.rpartition(" as ")[2] not in match.reason:
        match = replace(match, reason=f"{match.reason}; {one.unknown}")
    if one.coarse:
        return _count_coarse(one, match, evidence)
    return _sharpen(one, match, evidence)


def _of_code(name: str, place: Place, code: str) -> Match:
    """Return the match of a community by its P-code."""
    where = f"{place.name} ({place.adm1_name})" if place.adm1_name else place.name
    return answer_place(name, place, f"P-code {code}: {where}", method="exact", score=1.0)


def _match_area(one: Heard, evidence: Evidence) -> Match:
    """Answer for a row that names no place: its area, or nothing."""
    area, governorate = one.area, one.asked.governorate
    if area is None:
        if one.asked.precision == "country" or (one.ours and governorate is None):
            return Match("", "none", None, "the table says only the country", "country")
        reason = "neither place nor governorate reported"
        if governorate is not None:
            reason = f"no place reported; no governorate is known as {governorate!r}"
        reason = say_levels(reason, evidence.home) + (f"; {one.unknown}" if one.unknown else "")
        return Match(governorate or "", "none", None, reason, "unknown")
    counted = f"no place reported; counted on the {_call(area)}"
    counted += "" if one.by == "as reported" else f", {one.by}"
    return _on_area(Match(governorate or "", "exact", 1.0, counted, area.kind), area)


def _on_area(match: Match, area: Place) -> Match:
    """Return a match counted on an area; its place, if it has none, becomes the area's record."""
    code = area.adm1_code or area.place_id
    return replace(
        match,
        precision=area.kind,
        place=match.place or (area if match.method == "exact" else None),
        lon=None,
        lat=None,
        uncertainty_km=area.uncertainty_km,
        adm1_code=code,
        adm1_name=area.adm1_name or (area.name if area.kind == "governorate" else None),
    )


def _call(area: Place) -> str:
    called = call_level(area.kind, area.adm1_code or area.place_id)
    bare = area.name.removesuffix(f" {area.kind.title()}").removesuffix(f" {called.title()}")
    return f"{called} {bare}"


def _count(one: Heard, match: Match) -> Answer:
    """Count a row whose place gives no point on the area that it states, with both reasons."""
    area = one.area
    if area is None or match.location_status != "unlocated" or _is_doubted(one, match):
        return Answer(match)
    unlisted = match.method == "none" and match.reason.startswith("no listed place")
    why = f"{one.asked.place!r} is not listed" if unlisted else _reason(match)
    reason = f"{why}; counted on the {_call(area)}, {one.by}"
    return Answer(_on_area(replace(match, reason=reason), area), area)


def _is_doubted(one: Heard, match: Match) -> bool:
    """Say whether only a name's own words say its area, and a place elsewhere may be meant."""
    rivals = {place.adm1_code for place in match.rivals}
    return one.by == BY_ITS_PLACE and not rivals <= {one.area and one.area.adm1_code}


def _sharpen(one: Heard, match: Match, evidence: Evidence) -> Answer:
    """Return a match no sharper than the table says its place is, counted where it has no point."""
    said = one.asked.precision
    if said in WIDENED_KM and match.precision in SHARP:
        radius = (match.uncertainty_km or 0.0) + WIDENED_KM[said]
        match = replace(
            match,
            precision=said,
            uncertainty_km=radius,
            reason=f"{match.reason}; the table says {said}: within {radius:.0f} km",
        )
    if said in COARSE and match.place is not None:
        return _coarsen(one, match, evidence)
    return _count(one, replace(match, reason=_reason(match)))


def _count_coarse(one: Heard, match: Match, evidence: Evidence) -> Answer:
    """Count a row on an area, since its table says that its place is no sharper."""
    said = one.asked.precision or ""
    if said in ("subdistrict", "district") and match.precision not in AREA_KINDS:
        named = f"{one.asked.place} {said}"
        area = say_match(evidence.gazetteer.match_many([named], [one.stated])[0], evidence.home)
        match = area if area.precision in AREA_KINDS else match
    return _coarsen(one, match, evidence)


def _coarsen(one: Heard, match: Match, evidence: Evidence) -> Answer:
    """Return a match as an area that is as wide as the table says, or wider."""
    said = one.asked.precision or ""
    agrees = one.area is None or match.adm1_code in (None, one.area.adm1_code)
    if agrees and match.precision in AREA_KINDS and _is_within(match.precision, said):
        return Answer(match, one.area)
    says = f"the table says only the {said}" if said != "unknown" else "the table says no place"
    says = say_levels(says, evidence.home)
    if one.area is not None:
        reason = f"{says}; counted on the {_call(one.area)}, {one.by}"
        found = Match(match.name, "exact", 1.0, reason, one.area.kind)
        return Answer(_on_area(found, one.area), one.area)
    if match.place is None or match.adm1_code is None or said in ("country", "unknown"):
        precision = "country" if said == "country" else "unknown"
        return Answer(Match(match.name, "none", None, f"{says}; {_reason(match)}", precision))
    area = f"{call_level('governorate', match.adm1_code)} {match.adm1_name}"
    lies = f"{says}; counted on the {area}, where {match.place.name} lies"
    found = replace(match, reason=lies, precision="governorate", lon=None, lat=None)
    return Answer(found)


def _is_within(precision: str, said: str) -> bool:
    """Say whether an area's word is as wide as a table's or wider, and known as an area."""
    if said not in AREA_KINDS:
        return False
    return AREA_KINDS.index(precision) >= AREA_KINDS.index(said)


def _reason(match: Match) -> str:
    """Return the match's reason; an ambiguous one names its rivals if it does not yet."""
    if match.method != "ambiguous" or not match.rivals:
        return match.reason
    if all(place.name.removesuffix(")") in match.reason for place in match.rivals[:2]):
        return match.reason
    return f"{match.reason}: {list_places(match.rivals)}"
