"""Hearing: what a row says in all its cells, taken together, and what is asked of its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from gazetteer import Match, Place
from gazetteer.matching.beside.codes import area_code
from gazetteer.spelling.parts import split_pieces
from geo.placing.evidence import Evidence, Said

__all__ = ["BY_ITS_PLACE", "COARSE", "Asked", "Found", "Heard", "Question", "hear"]

BY_ITS_PLACE = "as its place says"
COARSE = ("subdistrict", "district", "governorate", "country", "unknown")  # a table's own words


class Asked(NamedTuple):
    """What a row says of where it is; None where it says nothing."""

    place: str | None
    governorate: str | None = None
    country: str | None = None
    pcodes: str | None = None
    precision: str | None = None  # how sharp the table says it is
    place_ar: str | None = None  # the place in another language
    district: str | None = None
    subdistrict: str | None = None


class Question(NamedTuple):
    """What the gazetteer is asked of a row."""

    place: str
    governorate: str | None
    place_ar: str | None
    district: str | None
    subdistrict: str | None
    pcode: str | None


Found = dict[Question, Match]


@dataclass(frozen=True, slots=True)
class Heard:
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
        """Whether the table says that the place is only as sharp as an area."""
        return self.asked.precision in COARSE

    @property
    def stated(self) -> str | None:
        """Return the governorate as the gazetteer is to be asked with it."""
        area = self.area
        if area is None or self.by == "as reported":
            return self.asked.governorate
        return area.adm1_code or area.place_id

    @property
    def question(self) -> Question:
        """What the gazetteer is asked of the place."""
        asked, area = self.asked, self.area
        code = area_code(area) if area is not None and self.by != "as reported" else None
        if self.place is not None or (self.unknown and code is None):
            code = asked.pcodes
        return Question(
            asked.place or "", self.stated, asked.place_ar, asked.district, asked.subdistrict, code
        )


def hear(asked: Asked, evidence: Evidence) -> Heard:
    """Return what a row says, by preference what says it sharpest."""
    if asked.place is None:
        asked = asked._replace(place=asked.place_ar, place_ar=None)
    codes = evidence.of_pcodes(asked.pcodes)
    stated = evidence.of_governorate(asked.governorate)
    cell = evidence.of_place(asked.place)
    country = evidence.of_country(asked.country)
    here = country.ours or codes.ours or stated.ours
    if cell.contrary and here and len(split_pieces(asked.place or "")) == 1:
        cell = replace(cell, contrary=None)  # a village may be called as a country is
    cells: tuple[Said, ...] = (country, codes, stated, cell)
    if country.ours and stated.unknown and not stated.area:
        stated = replace(stated, contrary=None)  # of this country, by a name that is not known
        cells = (country, codes, stated, cell)
    contrary = next((said.contrary for said in cells if said.contrary), None)
    if codes.place is not None and not country.contrary:
        contrary = None  # a listed community's own code is no chance likeness
    decided = evidence.decides(asked.place, asked.governorate)
    if decided:
        contrary = country.contrary  # a person read the name; the row's country is another cell
    area, by = codes.area, f"by its P-code ({asked.pcodes})"
    reported = _narrow(asked, stated.area, evidence)
    if area is None or (reported is not None and _holds(area, reported)):
        area, by = reported, "as reported"
    if area is None:
        area, by = cell.area, BY_ITS_PLACE
    if decided:
        by = "as reported"  # a decision is on what the row says, not on what is read in it
    ours = any(said.ours for said in cells) or any(
        evidence.knows_district(text, kind) for text, kind in _name_districts(asked)
    )
    return Heard(
        asked if decided else _widen(asked, stated),
        contrary,
        area,
        by,
        codes.place,
        codes.unknown or stated.unknown,
        ours,
    )


def _widen(asked: Asked, stated: Said) -> Asked:
    """Return what is asked, a district that stands as the governorate widened to its own.

    It is counted on; it does not decide between places as a column of districts does.
    """
    if stated.area is None or stated.area.kind == "governorate":
        return asked
    return asked._replace(governorate=stated.area.adm1_code)


def _narrow(asked: Asked, governorate: Place | None, evidence: Evidence) -> Place | None:
    """Return the smallest area that a row states by name: subdistrict, district, governorate."""
    code = governorate.adm1_code if governorate else None
    for text, kind in _name_districts(asked):
        found = evidence.of_district(text, kind, code)
        if found is not None and code in (None, found.adm1_code):
            return found
    return governorate


def _name_districts(asked: Asked) -> tuple[tuple[str | None, str], ...]:
    return ((asked.subdistrict, "subdistrict"), (asked.district, "district"))


def _holds(area: Place, stated: Place) -> bool:
    """Say whether the area of a P-code is a governorate that the stated area lies in."""
    return area.kind == "governorate" and area.adm1_code == stated.adm1_code
