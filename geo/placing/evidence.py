"""Evidence: what a row's other cells say of where it is, and what says that it is not here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, Unpack

from gazetteer import AREA_KINDS, Match, Place, abroad
from gazetteer.decisions.decision import Decided, Decision
from gazetteer.matching.beside.asked import BesidesMany
from gazetteer.matching.beside.codes import PlaceCodes
from gazetteer.matching.beside.listed_areas import LowerAreas, is_listed
from gazetteer.several import Gazetteers, join_words, name_covered
from gazetteer.spelling.names import fold, glue
from gazetteer.spelling.parts import split_pieces, strip_compass
from gazetteer.spelling.type_words import COMPASS

__all__ = ["Evidence", "Matches", "Said", "find_stated", "read_evidence"]

_AND = re.compile(r"[;,،؛/|&+()\[\]]|\s+(?:and|et|y|und|و)\s+|\s+[-–]\s+", re.IGNORECASE)
_ADM = re.compile(
    r"\b(?:markaz|mintaqat|nahiyat|nahia|qada|district|subdistrict|sub district|county|area"
    r"|governorate|province|countryside|city|مركز|منطقه|منطقة|ناحيه|ناحية|قضاء|ريف|مدينه|مدينة)\b"
)
_FOREIGN_CODE = re.compile(r"([A-Z]{2})([A-Z]?)-?[A-Z]?\d")


class Matches(Protocol):
    """What locating needs of a gazetteer."""

    def match_many(
        self,
        names: Sequence[str],
        governorates: Sequence[str | None] | None = None,
        **besides: Unpack[BesidesMany],
    ) -> list[Match]:
        """Return one Match per name, in order."""

    def find_governorate(self, text: str) -> Place | None:
        """Return the governorate that a text names, or None."""

    def find_area(self, text: str, kind: str, governorate: str | None = None) -> Place | None:
        """Return the district or subdistrict that a text names, or None."""

    def split_governorate(self, text: str) -> tuple[str, Place] | None:
        """Return the rest of a name and the governorate that it says, or None."""

    def lists(self, text: str) -> bool:
        """Say whether a text is a listed spelling of some place."""

    def knows(self, text: str) -> bool:
        """Say whether a text is like a listed spelling, or no name at all."""

    def with_decisions(self, decisions: Iterable[Decision]) -> Matches:
        """Return the same with what persons decided."""

    @property
    def decided(self) -> Decided:
        """Return what persons decided that names mean."""

    @property
    def country(self) -> str:
        """Return the two letters of the country, or another pack's name."""

    @property
    def places(self) -> Sequence[Place]:
        """Return every record."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one cell says: the area or place that it names here, or why the row is not here."""

    ours: bool = False  # it says this country
    contrary: str | None = None  # why the row is none of this country
    area: Place | None = None  # an area of administration
    place: Place | None = None  # a place that a P-code names
    unknown: str | None = None  # what is said of it that is not known, in words


SILENT = Said()


class Evidence:
    """Reads the cells of one file that say where a row is, besides its place; each text once."""

    def __init__(self, gazetteer: Matches, covers: str = "") -> None:
        """covers: in words, where the gazetteer is one of several."""
        self.gazetteer = gazetteer
        self.home = gazetteer.country.upper()
        self.covers = name_covered(gazetteer.country)
        self._covered = covers or self.covers
        self._known: dict[tuple[str, str], Said] = {}

    def of_country(self, text: str | None) -> Said:
        """Return what a country cell says: names, ISO codes, several, parts of the world."""
        return self._once("country", text)

    def of_governorate(self, text: str | None) -> Said:
        """Return what a governorate cell says: an area here, one abroad, or none that is known."""
        return self._once("governorate", text)

    def of_district(self, text: str | None, kind: str, governorate: str | None) -> Place | None:
        """Return the area that a cell for districts or subdistricts says.

        That of its code where it is one, else of its name in the stated governorate.
        """
        if text is None:
            return None
        return self.gazetteer.find_area(text, kind, governorate) or self.of_pcodes(text).area

    def knows_district(self, text: str | None, kind: str) -> bool:
        """Say whether a cell names a district or subdistrict here, and nothing abroad."""
        area = self.of_district(text, kind, None)
        if text is None or area is None:
            return False
        return abroad.find_abroad(text, self.home) is None or is_listed(area, text)

    def of_pcodes(self, text: str | None) -> Said:
        """Return what P-codes say, the sharpest first."""
        return self._once("pcodes", text)

    def decides(self, place: str | None, governorate: str | None) -> bool:
        """Say whether a person decided what the place means."""
        return place is not None and self.gazetteer.decided.decides(place, governorate)

    def of_place(self, text: str | None) -> Said:
        """Return what a place cell says besides the place: a governorate, a country."""
        return self._once("place", text)

    def _once(self, kind: str, text: str | None) -> Said:
        if text is None:
            return SILENT
        if (kind, text) not in self._known:
            self._known[kind, text] = getattr(self, f"_read_{kind}")(text)
        return self._known[kind, text]

    def _is_home(self, text: str) -> bool:
        """Say whether a text names the country at hand or a part of it: "northern Syria"."""
        folded = fold(text)
        words = (folded, strip_compass(folded))
        own = glue(fold(self.gazetteer.country))
        if glue(folded) in {glue(word) for word in COMPASS}:
            return True
        return any(glue(word) == own or abroad.find_country(word) == self.home for word in words)

    def _elsewhere(self, says: str) -> Said:
        return Said(contrary=f"the table says {says}; this gazetteer covers {self._covered}")

    def _read_country(self, text: str) -> Said:
        whole = abroad.read_countries(text)
        if whole == (self.home,) or self._is_home(text):
            return Said(ours=True)
        if whole:
            return SILENT if self.home in whole else self._elsewhere(_name_said(text, whole))
        parts = [part for part in _AND.split(text) if part.strip()]
        codes = [code for part in parts for code in abroad.read_countries(part)]
        if self.home in codes or abroad.is_wide(text) or any(map(self._is_home, text.split())):
            return SILENT
        if codes:
            return self._elsewhere(abroad.name_country(codes[0]))
        there = abroad.find_abroad(text, self.home)
        ours = self.gazetteer.knows(text) or self.home in abroad.list_countries_of(text)
        if there is None and ours:
            return SILENT
        return self._elsewhere(_name_abroad(text, there) if there else f"the country is {text!r}")

    def _read_governorate(self, text: str) -> Said:
        area = self.gazetteer.find_governorate(text)
        there = abroad.find_abroad(text, self.home)
        if area is not None and (there is None or is_listed(area, text)):
            return Said(ours=True, area=area)
        country = abroad.find_country(text)
        if country is not None and country != self.home:
            return self._elsewhere(abroad.name_country(country))
        if country == self.home or self._is_home(text):
            return Said(ours=True)
        lower = self.gazetteer.find_area(text, "district")
        if (below := self._lower.find(text, lower)) is not None:
            return Said(ours=True, area=below)
        if there is not None and not self.gazetteer.lists(text):
            return self._elsewhere(_name_abroad(text, there))
        several = self._read_several(text)
        if several is not None:
            return several
        coded = self._read_pcodes(text)
        if coded.contrary or coded.area:
            return coded
        bare = _ADM.sub(" ", fold(text)).strip()
        if abroad.is_wide(text) or any(map(self.gazetteer.knows, (text, bare))):
            return SILENT
        why = f"the table says {text!r}, which is no area known in {self._covered}"
        return Said(contrary=why, unknown=f"no area is known as {text!r}")

    def _read_several(self, text: str) -> Said | None:
        """Return what "Idlib / Hama", "Idlib, Syria" say; None where no part is known."""
        parts = [part.strip() for part in _AND.split(text) if part.strip()]
        if len(parts) < 2:
            return None
        areas = [self.gazetteer.find_governorate(part) for part in parts]
        known = {area.place_id: area for area in areas if area is not None}
        if not known:
            return Said(ours=True) if any(map(self._is_home, parts)) else None
        rest = [part for part, area in zip(parts, areas, strict=True) if area is None]
        sure = len(known) == 1 and all(map(self._is_home, rest))
        return Said(ours=True, area=next(iter(known.values())) if sure else None)

    def _read_place(self, text: str) -> Said:
        pieces = split_pieces(text)
        split = self.gazetteer.split_governorate(text) if len(pieces) > 1 else None
        if split is not None:
            return Said(ours=True, area=split[1])
        wholes = pieces[1:] if "(" in text and len(pieces) > 1 else pieces  # "X (Y)": X lies in Y
        codes = [abroad.find_country(piece) for piece in wholes]
        foreign = [code for code in codes if code not in (None, self.home)]
        if self.home in codes:
            return Said(ours=True)
        if foreign and not self._is_known(text, pieces):
            return self._elsewhere(abroad.name_country(str(foreign[0])))
        there = abroad.find_abroad(pieces[-1], self.home) if len(pieces) > 1 else None
        if there and there[0] == "region" and not self.gazetteer.lists(pieces[-1]):
            return self._elsewhere(_name_abroad(pieces[-1], there))
        return SILENT

    def _is_known(self, text: str, pieces: Sequence[str]) -> bool:
        """Say whether a name that a country has is one of ours, such as a village's, as well."""
        return any(map(self._is_governorate, pieces)) or (
            len(pieces) == 1 and self.gazetteer.knows(text)
        )

    def _is_governorate(self, text: str) -> bool:
        area = self.gazetteer.find_governorate(text)
        return area is not None and is_listed(area, text)

    @cached_property
    def _codes(self) -> PlaceCodes:
        return PlaceCodes(self.gazetteer.places)

    @cached_property
    def _lower(self) -> LowerAreas:
        return LowerAreas(self.gazetteer.places)

    def _read_pcodes(self, text: str) -> Said:
        codes = self._codes.split(text)
        found = {code: self._codes.find(code) for code in codes}
        known = [(place, code) for code in codes if (place := found[code]) is not None]
        strange = [code for code in codes if found[code] is None]
        there = [name for code in strange if (name := self._country_of(code)) is not None]
        if there and not known:
            return self._elsewhere(f"P-code {strange[0]}, which is of {there[0]}")
        exact = [place for place, code in known if code in self._codes]
        places = [place for place in exact if place.kind not in AREA_KINDS]
        areas = sorted((place for place, _ in known if place.kind in AREA_KINDS), key=_fineness)
        vain = [code for code in codes if code not in self._codes]
        return Said(
            ours=bool(known),
            area=areas[-1] if areas else None,
            place=places[0] if places else None,
            unknown=f"P-code {vain[0]} is not listed" if vain else None,
        )

    def _country_of(self, code: str) -> str | None:
        """Return the name of another country whose letters a P-code begins with."""
        letters = _FOREIGN_CODE.match(code)
        if letters is None:
            return None
        found = [abroad.read_country(letters[1] + letters[2]), abroad.read_country(letters[1])]
        country = next((code for code in found if code is not None), None)
        return abroad.name_country(country) if country not in (None, self.home) else None


def read_evidence(gazetteer: Matches) -> tuple[Evidence, ...]:
    """Return the readers of a gazetteer's evidence: one for each of its countries."""
    members = gazetteer.members if isinstance(gazetteer, Gazetteers) else (gazetteer,)
    covers = join_words([name_covered(member.country) for member in members])
    return tuple(Evidence(member, covers) for member in members)


def find_stated(evidences: Sequence[Evidence], text: str | None) -> Place | None:
    """Return the first-level area that a cell says in one of the countries; None for several."""
    areas = [said for one in evidences if (said := one.of_governorate(text).area) is not None]
    return areas[0] if len(areas) == 1 else None


def _fineness(area: Place) -> int:
    return -AREA_KINDS.index(area.kind)


def _name_said(text: str, countries: Iterable[str]) -> str:
    """Return the countries that a cell says; of a part of them, where it is."""
    named = join_words([abroad.name_country(code) for code in countries])
    return named if abroad.read_country(text) else f"{text.strip()}, which is in {named}"


def _name_abroad(text: str, there: tuple[str, str]) -> str:
    return f"{text.strip()}, which is in {abroad.name_country(there[1])}"
