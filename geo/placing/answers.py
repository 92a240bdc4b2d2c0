"""Answers: what a row that is not settled is told, for each distinct set of what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from gazetteer import AREA_KINDS, Match, Place
from gazetteer.match import answer_place
from gazetteer.radii import NEAR_KM, SURROUNDINGS_KM
from gazetteer.spelling.parts import split_pieces
from geo.placing.evidence import Evidence, Said
from geo.placing.whole_file import Votes, weigh_names

__all__ = ["STRANGE", "Answer", "Asked", "answer_all"]

RIVALS_NAMED = 4
STRANGE = "not placed: most names of this table are not known in"  # begins such a row's reason
SHARP = ("site", "neighbourhood", "settlement")
COARSE = ("subdistrict", "district", "governorate", "country", "unknown")  # a table's own words
WIDENED_KM = {"near": NEAR_KM, "area": SURROUNDINGS_KM}  # what a table's word adds to a radius


class Asked(NamedTuple):
    """What a row says of where it is; None where it says nothing."""

    place: str | None
    governorate: str | None = None
    country: str | None = None
    pcodes: str | None = None
    precision: str | None = None  # how sharp the table says it is


@dataclass(frozen=True, slots=True)
class Answer:
    """A Match, and what it is counted on where it has no point of its own."""

    match: Match
    area: Place | None = None  # an area of administration, where the match gives no place
    contrary: bool = False  # something in the row says that it is not here

    @property
    def codes(self) -> tuple[str | None, str | None, str | None]:
        """Return the codes of governorate, district and subdistrict."""
        of = self.match.place or self.area
        return (
            self.match.adm1_code,
            of.adm2_code if of else None,
            of.adm3_code if of else None,
        )


@dataclass(frozen=True, slots=True)
class _Heard:
    """What one Asked says in all its cells, taken together."""

    asked: Asked
    contrary: str | None
    area: Place | None  # the stated area of administration
    by: str  # how it is stated, in words
    place: Place | None  # that of a P-code
    unknown: str | None
    ours: bool

    @property
    def coarse(self) -> bool:
        return self.asked.precision in COARSE

    @property
    def stated(self) -> str | None:
        """Return the governorate as the gazetteer is to be asked with it."""
        area = self.area
        if area is None or self.by == "as reported":
            return self.asked.governorate
        return area.adm1_code or area.place_id


def answer_all(
    asked: Sequence[Asked], evidence: Evidence, *, points_inside: float | None = None
) -> list[Answer]:
    """Return one answer for each Asked, in order; names are matched together, each once.

    points_inside: the share of the file's given points that lie in the country, None for too few.
    """
    heard = [_hear(one, evidence) for one in asked]
    found = _match_names(heard, evidence)
    strange = _find_strange(heard, found, evidence, points_inside)
    return [
        _answer(
            replace(one, contrary=one.contrary or strange.get(one.asked.place)), found, evidence
        )
        for one in heard
    ]


def _find_strange(
    heard: Sequence[_Heard],
    found: dict[tuple[str, str | None], Match],
    evidence: Evidence,
    points_inside: float | None,
) -> dict[str | None, str]:
    """Return why names are not placed, where most of the file's are not known here.

    Only of names that no other cell of their rows says to be here.
    """
    silent = {(one.asked.place, one.stated) for one in heard if not one.ours}
    ours = {one.asked.place for one in heard if one.ours}
    matches = {pair[0]: m for pair, m in found.items() if pair in silent and pair[0] not in ours}
    others = sum(one.contrary is not None for one in heard)
    votes = Votes(sum(one.ours for one in heard), others, points_inside)
    if not matches or weigh_names(matches.values(), votes, evidence.home) >= 0:
        return {}
    why = f"{STRANGE} {evidence.covers}"
    return dict.fromkeys((name for name, found in matches.items() if found.place), why)


def _hear(asked: Asked, evidence: Evidence) -> _Heard:
    codes = evidence.of_pcodes(asked.pcodes)
    stated = evidence.of_governorate(asked.governorate)
    cell = evidence.of_place(asked.place)
    country = evidence.of_country(asked.country)
    if (country.ours or codes.ours or stated.ours) and len(split_pieces(asked.place or "")) == 1:
        cell = replace(cell, contrary=None)  # a village may be called as a country is
    cells: tuple[Said, ...] = (country, codes, stated, cell)
    contrary = next((said.contrary for said in cells if said.contrary), None)
    if codes.place is not None and not country.contrary:
        contrary = None  # a listed community's own code is no chance likeness
    area, by = codes.area, f"by its P-code ({asked.pcodes})"
    if area is None or (stated.area is not None and _holds(area, stated.area)):
        area, by = stated.area, "as reported"
    if area is None:
        area, by = cell.area, "as its place says"
    ours = any(said.ours for said in cells)
    return _Heard(asked, contrary, area, by, codes.place, codes.unknown, ours)


def _holds(area: Place, stated: Place) -> bool:
    """Say whether the area of a P-code is the stated governorate and says no more than it."""
    return area.kind == "governorate" and area.place_id == stated.place_id


def _match_names(
    heard: Sequence[_Heard], evidence: Evidence
) -> dict[tuple[str, str | None], Match]:
    """Return the matches of every name that is to be asked, with its stated governorate."""
    pairs = dict.fromkeys(
        (one.asked.place, one.stated)
        for one in heard
        if one.asked.place is not None and one.contrary is None and one.place is None
    )
    named = [(place, stated) for place, stated in pairs if place is not None]
    if not named:
        return {}
    places = [place for place, _ in named]
    matches = evidence.gazetteer.match_many(places, [stated for _, stated in named])
    return dict(zip(named, matches, strict=True))


def _answer(one: _Heard, found: dict[tuple[str, str | None], Match], evidence: Evidence) -> Answer:
    name = one.asked.place or one.asked.governorate or ""
    if one.contrary is not None:
        return Answer(Match(name, "none", None, one.contrary, "unknown"), contrary=True)
    if one.place is not None:
        return _sharpen(one, _of_code(name, one.place, one.asked.pcodes or ""))
    if one.asked.place is None:
        return Answer(_match_area(one), one.area)
    match = found[one.asked.place, one.stated]
    if one.unknown and not one.area:
        match = replace(match, reason=f"{match.reason}; {one.unknown}")
    if one.coarse:
        return _count_coarse(one, match, evidence)
    return _sharpen(one, match)


def _of_code(name: str, place: Place, code: str) -> Match:
    """Return the match of a community by its P-code."""
    where = f"{place.name} ({place.adm1_name})" if place.adm1_name else place.name
    return answer_place(name, place, f"P-code {code}: {where}", method="exact", score=1.0)


def _match_area(one: _Heard) -> Match:
    """Answer for a row that names no place: its area, or nothing."""
    area, governorate = one.area, one.asked.governorate
    if area is None:
        if one.asked.precision == "country":
            return Match("", "none", None, "the table says only the country", "country")
        reason = "neither place nor governorate reported"
        if governorate is not None:
            reason = f"no place reported; no governorate is known as {governorate!r}"
        reason += f"; {one.unknown}" if one.unknown else ""
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
    return f"{area.kind} {area.name.removesuffix(f' {area.kind.title()}')}"


def _count(one: _Heard, match: Match) -> Answer:
    """Count a row whose place gives no point on the area that it states, with both reasons."""
    area = one.area
    if area is None or match.location_status != "unlocated":
        return Answer(match)
    unlisted = match.method == "none" and match.reason.startswith("no listed place")
    why = f"{one.asked.place!r} is not listed" if unlisted else _reason(match)
    reason = f"{why}; counted on the {_call(area)}, {one.by}"
    return Answer(_on_area(replace(match, reason=reason), area), area)


def _sharpen(one: _Heard, match: Match) -> Answer:
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
        return _coarsen(one, match)
    return _count(one, replace(match, reason=_reason(match)))


def _count_coarse(one: _Heard, match: Match, evidence: Evidence) -> Answer:
    """Count a row on an area, since its table says that its place is no sharper."""
    said = one.asked.precision or ""
    if said in ("subdistrict", "district") and match.precision not in AREA_KINDS:
        named = f"{one.asked.place} {said}"
        area = evidence.gazetteer.match_many([named], [one.stated])[0]
        match = area if area.precision in AREA_KINDS else match
    return _coarsen(one, match)


def _coarsen(one: _Heard, match: Match) -> Answer:
    """Return a match as an area that is as wide as the table says, or wider."""
    said = one.asked.precision or ""
    agrees = one.area is None or match.adm1_code in (None, one.area.adm1_code)
    if agrees and match.precision in AREA_KINDS and _is_within(match.precision, said):
        return Answer(match, one.area)
    says = f"the table says only the {said}" if said != "unknown" else "the table says no place"
    if one.area is not None:
        reason = f"{says}; counted on the {_call(one.area)}, {one.by}"
        found = Match(match.name, "exact", 1.0, reason, one.area.kind)
        return Answer(_on_area(found, one.area), one.area)
    if match.place is None or match.adm1_code is None or said in ("country", "unknown"):
        precision = "country" if said == "country" else "unknown"
        return Answer(Match(match.name, "none", None, f"{says}; {_reason(match)}", precision))
    lies = f"{says}; counted on the governorate {match.adm1_name}, where {match.place.name} lies"
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
    first = match.rivals[:RIVALS_NAMED]
    if all(place.name in match.reason for place in first[:2]):
        return match.reason
    named = ", ".join(f"{p.name} ({p.adm1_name or p.adm1_code or 'unknown'})" for p in first)
    more = len(match.rivals) - len(first)
    return f"{match.reason}: {named}" + (f" and {more} more" if more > 0 else "")
