"""What lies under the strikes of a sheet: areas, neighbours, towns and their names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from gazetteer.spelling.normalise import fold_words
from geo.briefing.drawing.fonts import can_draw, clean
from geo.briefing.drawing.frame import MapFrame
from geo.briefing.terms.words import Words
from geo.errors import SheetError
from geo.land.base_map import make_base_map
from geo.land.boundaries import Boundaries
from geo.land.country import MOST_NAMED, read_countries, read_country
from geo.land.levels import LevelWords, level_words
from geo.land.local_names import local_name

__all__ = ["DENSE_DEGREES", "Area", "BaseMap", "Box", "Town", "load_base_map", "project"]

Box = tuple[float, float, float, float]  # west, south, east, north in degrees
LANGUAGES_OF = {"ua": "uk", "il": "he"}  # of sheets, by the country whose local names are in it
DENSE_DEGREES = 0.25  # longer edges are broken, since straight lines on the ground curve


@dataclass(frozen=True, slots=True)
class Area:
    """A governorate, a district, a contested part or a neighbour."""

    code: str
    name: str
    name_ar: str
    name_local: str  # "" where the fonts lack its letters, or it is the name
    outline: BaseGeometry
    label: tuple[float, float] | None = None
    note: str = ""  # of a contested part: whose it is by whom
    note_ar: str = ""
    abroad: bool = False  # of a contested part: whether it is of other countries
    own: str = ""  # language of name_local, where sheets have it: uk

    def named(self, words: Words) -> str:
        """Return the name in the language of the sheet."""
        own = {"arabic": self.name_ar, "local": self.name_local, "of": self.own}
        return words.own_name(self.name, **own)

    def label_lines(self, words: Words) -> tuple[str, ...]:
        """Return the lines of the name as it is written on the map."""
        return words.label_lines(words.short(self.named(words)), self.name_local)


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the base map; rank 1 is drawn first."""

    name: str
    name_ar: str
    rank: int
    name_local: str  # as an Area's
    home: bool
    lon: float
    lat: float
    own: str = ""  # as an Area's

    def label_lines(self, words: Words) -> tuple[str, ...]:
        """Return the lines of the name as it is written on the map."""
        own = {"arabic": self.name_ar, "local": self.name_local, "of": self.own}
        return words.label_lines(words.own_name(self.name, **own), self.name_local)


@dataclass(frozen=True, slots=True, eq=False)
class BaseMap:
    """What lies under the strikes."""

    country: str
    countries: tuple[str, ...]
    names: Mapping[str, str]  # the country's own words: name, name_ar, places_credit, ..._ar
    levels: LevelWords
    governorates: tuple[Area, ...]
    contested: tuple[Area, ...]
    neighbours: tuple[Area, ...]
    towns: tuple[Town, ...]
    districts: tuple[Area, ...]  # none where no second level is at hand
    bounds: Box
    box: Box  # of all that is drawn: what is no land in it is sea
    credit: str
    edition: str  # 12 hexadecimal digits of the SHA-256 of all of it

    @property
    def reach(self) -> BaseGeometry:
        """The box of all that is drawn, its edges broken as those of areas are."""
        return shapely.segmentize(shapely.box(*self.box), DENSE_DEGREES)

    def say(self, key: str, words: Words) -> str:
        """Return one of the country's own words in the language of the sheet, '' where none."""
        several = 1 < len(self.countries) <= MOST_NAMED
        if key == "name" and several and words.language not in ("en", "ar"):
            each = (str(read_country(code).get("name", code)) for code in self.countries)
            return words.say("comma").join(map(words.own_name, each))
        usual, arabic = self.names.get(key, ""), self.names.get(f"{key}_ar", "")
        local = self.names.get(f"{key}_local", "") if len(self.countries) == 1 else ""
        return words.own_name(usual, arabic=arabic, local=local, of=_own_language(self.countries))

    def say_credit(self, words: Words) -> str:
        """Return the credit of the places in the language of the sheet, '' where none."""
        said = self.say("places_credit", words)
        head, colon, _ = said.partition(": ")
        if not colon or words.language == "ar":  # whose lists have other commas
            return said
        each = (part.removeprefix(f"{head}: ").split(", ") for part in said.split("; "))
        credit = ", ".join(dict.fromkeys(chain.from_iterable(each)))  # of several countries once
        if words.language == "en":
            return f"{head}: {credit}"
        own = ", ".join(words.own_name(part) for part in credit.split(", "))
        return words.say("places credit", credit=own)

    def credit_in(self, words: Words) -> str:
        """Return the credit of the boundaries in the language of the sheet."""
        return words.say("boundaries credit", credit=self.credit.removeprefix("Boundaries: "))

    def area_names(self, words: Words) -> dict[str, str]:
        """Return the names of governorates and districts by code."""
        return {area.code: area.named(words) for area in (*self.districts, *self.governorates)}

    def name_towns(self, language: str) -> dict[str, str]:
        """Return the names of the country's towns in a language, where they are known in it."""
        return {town.name: town.name_local for town in self.towns
                if town.own == language and town.name_local}  # fmt: skip

    def find_governorate(self, text: str) -> Area:
        """Return the governorate of a code or name; raises SheetError where there is none."""
        if found := _list_named(self.governorates, text):
            return found[0]
        raise SheetError(
            f"extent: {text!r} is no {self.levels.one[0]}; use country, strikes, a box "
            f"west,south,east,north or one of {self._list_known()}"
        )

    def find_inset(self, text: str) -> Area:
        """Return the governorate, else the district, of a code or name.

        Raises SheetError where there is none, or several districts of the name.
        """
        found = _list_named(self.governorates, text) or _list_named(self.districts, text)
        if len(found) == 1:
            return found[0]
        first, second = self.levels.one[:2]
        if found:
            codes = ", ".join(area.code for area in found)
            raise SheetError(
                f"inset: {text!r} is the name of more than one {second}; give the code: {codes}"
            )
        known = f"{first} or {second}" if self.districts else first
        raise SheetError(
            f"inset: {text!r} is no {known} here; use auto, none, a box west,south,east,north or "
            f"one of {self._list_known()}"
        )

    def _list_known(self) -> str:
        return ", ".join(f"{area.code} {area.name}" for area in self.governorates)


def _list_named(areas: Sequence[Area], text: str) -> list[Area]:
    """Return the areas of a code or name."""
    wanted = fold_words(text)
    return [area for area in areas
            if wanted in map(fold_words, (area.code, area.name, area.name_ar))]  # fmt: skip


def load_base_map(boundaries: Boundaries) -> BaseMap:
    """Make the base map of a sheet from the boundaries of a country."""
    drawn = make_base_map(boundaries)
    by_kind: dict[str, list[dict[str, Any]]] = {}
    own = _own_language(boundaries.countries)
    for feature in drawn["features"]:
        facts = feature["properties"]
        facts = {**facts, "name_local": _drawable(local_name(facts, boundaries.countries))}
        by_kind.setdefault(facts["kind"], []).append({**feature, "properties": facts})
    raw = json.dumps(drawn, sort_keys=True, ensure_ascii=True).encode("ascii")
    return BaseMap(
        country=boundaries.country,
        countries=boundaries.countries,
        names={
            key: clean(text)
            for key, text in read_countries(boundaries.countries).items()
            if isinstance(text, str)
        },
        levels=level_words(boundaries.countries),
        governorates=tuple(
            replace(_area(each), own=own) for each in by_kind.get("governorate", [])
        ),
        contested=(*map(_area, by_kind.get("contested", [])), *_contested_around(drawn)),
        neighbours=tuple(map(_area, by_kind.get("neighbour", []))),
        towns=tuple(_town(each, own) for each in by_kind.get("town", [])),
        districts=tuple(replace(_area(each), own=own) for each in by_kind.get("district", [])),
        bounds=tuple(drawn["bounds"]),
        box=tuple(drawn["bbox"]),
        credit=drawn["credit"],
        edition=hashlib.sha256(raw).hexdigest()[:12],
    )


def _contested_around(drawn: Mapping[str, Any]) -> Iterator[Area]:
    for feature in drawn.get("contested_around", []):
        facts = {**feature["properties"], "name_local": ""}
        yield replace(_area({**feature, "properties": facts}), abroad=True)


def _own_language(countries: Sequence[str]) -> str:
    """Return the language of sheets that the local names of countries are in, '' for none."""
    return LANGUAGES_OF.get(countries[0], "") if len(set(countries)) == 1 else ""


def _drawable(name: str) -> str:
    cleaned = clean(name)
    return cleaned if can_draw(cleaned) else ""


def _area(feature: Mapping[str, Any]) -> Area:
    facts = feature["properties"]
    label = facts.get("label")
    return Area(
        code=str(facts.get("code", "")),
        name=clean(facts.get("name") or ""),
        name_ar=clean(facts.get("name_ar") or ""),
        name_local="" if facts["name_local"] == facts.get("name") else facts["name_local"],
        outline=shapely.segmentize(shape(feature["geometry"]), DENSE_DEGREES),
        label=(float(label[0]), float(label[1])) if label else None,
        note=clean(facts.get("note") or ""),
        note_ar=clean(facts.get("note_ar") or ""),
    )


def _town(feature: Mapping[str, Any], own: str) -> Town:
    facts = feature["properties"]
    lon, lat = feature["geometry"]["coordinates"][:2]
    return Town(
        name=clean(facts["name"]),
        name_ar=clean(facts.get("name_ar") or ""),
        name_local="" if facts["name_local"] == facts.get("name") else facts["name_local"],
        rank=int(facts["rank"]),
        home=bool(facts["home"]),
        lon=float(lon),
        lat=float(lat),
        own=own if facts["home"] else "",
    )


def project(outline: BaseGeometry, frame: MapFrame) -> BaseGeometry:
    """Return an outline in points of the page."""

    def to_page(corners: np.ndarray) -> np.ndarray:
        return np.column_stack(frame.to_page(corners[:, 0], corners[:, 1]))

    return shapely.transform(outline, to_page)
