"""The words of a sheet in its language: phrases, dates, counts and ranges of tolls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from geo.briefing.terms.languages import LANGUAGES, Language
from geo.land.levels import LevelWords
from geo.strikes.filter_words import join_hours
from geo.strikes.filters import NOT_REPORTED, Filters
from geo.strikes.near_layers import NearLayer
from geo.strikes.nearness import Near, plain_number

__all__ = ["RTL_LETTER", "Words"]

_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_RIGHT_TO_LEFT = "\u200f"
_LEFT_TO_RIGHT = "\u200e"
_LATIN = re.compile(r"[A-Za-z]")
RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")  # Hebrew, Arabic and related scripts
_YEAR, _MONTH, _DAY = 4, 7, 10  # characters of an ISO date as precise as it is known


@dataclass(frozen=True, slots=True)
class Words:
    """Says things in one language; digits as the options choose."""

    language: str = "en"
    digits: str = "western"
    unit: str = "strike"  # what is counted: strike or event
    noun: str = "strike"  # what a row is called: the unit, or row
    labels: str = "latin"  # names on the map: latin, local or both
    levels: LevelWords = field(default_factory=LevelWords)  # what areas are called
    held: frozenset[str] = frozenset()  # phrases on what a release holds back: not unreported
    own_months: tuple[str, ...] = ()  # of the countries, () for those of the language
    towns: Mapping[str, str] = field(default_factory=dict, compare=False)  # own names by Latin ones

    @property
    def rtl(self) -> bool:
        """Whether the language runs from right to left."""
        return self._own.rtl

    @property
    def _own(self) -> Language:
        return LANGUAGES[self.language]

    @property
    def _phrases(self) -> Mapping[str, str]:
        return self._own.phrases

    @property
    def _arabic(self) -> bool:
        return self.language == "ar"

    def say(self, phrase: str, **parts: object) -> str:
        """Return a phrase of the table, its numbers in the language's form."""
        table = self._phrases
        if phrase in self.held:
            phrase = f"{phrase} held"
        spoken = {key: table[f"{key} {word}"] for key, word in self._nouns()}
        spoken["the_adm"], spoken["its_adm"] = self._area_words()
        count = parts.get("count")
        form = self._own.choose_form(count) if isinstance(count, int) else ""
        if count is not None:  # a range has the noun of many
            told = self.number(count) if isinstance(count, int) else str(count)
            spoken |= self._count_nouns(told, form)
        spoken |= {
            name: self.number(part) if isinstance(part, int) else self._bound(str(part))
            for name, part in parts.items()
        }
        single = f"{phrase} {form}"
        key = single if form and single in table else phrase
        return table[key].format(**spoken)

    def _count_nouns(self, count: str, form: str) -> dict[str, str]:
        """Return a number, or a range, with its noun behind it, as the language has them."""
        keys = {name: f"{name} {self.noun} {form}".strip() for name in ("counted", "told")}
        said = {"count": count}
        table = self._phrases
        return {name: table[key].format(**said) for name, key in keys.items() if key in table}

    def _area_words(self) -> tuple[str, str]:
        """Return what a first-level area is called, and one that is somebody's own."""
        areas, table = self.levels, self._phrases
        if self._arabic:
            return areas.arabic_definite, areas.arabic_owned
        called = areas.one[0]
        called = table.get(f"adm {called}", table.get("adm", called))
        return called, called

    def _nouns(self) -> Iterator[tuple[str, str]]:
        """Yield what phrases call strikes, which the data may call otherwise."""
        yield from (("unit", self.unit), ("units", self.unit))
        yield from (("noun", self.noun), ("nouns", self.noun), ("Nouns", self.noun))

    def _bound(self, text: str) -> str:
        """Return a part so that what follows it runs the sheet's own way again."""
        if self.rtl:
            return f"{text}{_RIGHT_TO_LEFT}" if _LATIN.search(text) else text
        return f"{text}{_LEFT_TO_RIGHT}" if RTL_LETTER.search(text) else text

    def label_lines(self, name: str, local: str) -> tuple[str, ...]:
        """Return a name of the map, a line a script; only an English sheet has two."""
        if self.language != "en" or not local or self.labels == "latin":
            return (name,)
        return (local,) if self.labels == "local" else (name, local)

    def own_name(self, name: str, *, arabic: str = "", local: str = "", of: str = "") -> str:
        """Return a name in the language where it is known, else as it is.

        local: the name in the language `of`.
        """
        if self._arabic:
            return arabic or name
        own = local if of == self.language else ""
        return own or self.towns.get(name) or self._phrases.get(f"name {name}", name)

    def short(self, name: str) -> str:
        """Return the name of an area as a map has it."""
        for end, shorter in self._own.short.items():
            if name.endswith(end):
                return f"{name.removesuffix(end)}{shorter}"
        return name

    def under_head(self, name: str) -> str:
        """Return the name of an area as it stands in a column of areas."""
        return name.removesuffix(self._own.headed)

    def own_note(self, name: str, note: str, *, arabic: str = "") -> str:
        """Return the note on contested land of a name in the language, else as it is."""
        return arabic if self._arabic else self._phrases.get(f"note {name}", note)

    def is_own(self, text: str) -> bool:
        """Return whether a text is in the language, as far as its letters tell for certain."""
        known, own = set(self._own.letters), set(self._own.own_letters)
        letters = {letter for letter in text.casefold() if letter.isalpha() or letter in own}
        return letters <= known and bool(letters & own)

    def term(self, word: str) -> str:
        """Return a word of a closed vocabulary in the language; unknown words stay."""
        table = self._phrases
        return table.get(f"term {word}", word.replace("_", " "))

    def large(self, text: str) -> str:
        """Return a text that begins with a large letter, where the script has such."""
        return text[:1].upper() + text[1:]

    def in_digits(self, text: str) -> str:
        """Return text with the digits that the options choose."""
        return text.translate(_ARABIC_INDIC) if self.digits == "arabic" and self._arabic else text

    def number(self, count: int) -> str:
        """Return a count with its thousands parted."""
        mark = self._own.thousands if abs(count) >= self._own.parted else ""
        text = f"{count:,}".replace(",", mark)
        if self.digits == "arabic" and self._arabic:
            text = text.replace(",", "٬")
        return self.in_digits(text)

    def day(self, day: date) -> str:
        """Return a day such as 30 September 2015."""
        months = self.own_months or self._own.months_of_days
        return self.in_digits(_join(self._own.name_date(day), months[day.month - 1], day.year))

    def short_day(self, day: date) -> str:
        """Return a day such as 30 Sep 2015."""
        months = self.own_months or self._own.short_months
        return self.in_digits(_join(self._own.name_date(day), months[day.month - 1], day.year))

    def month(self, day: date) -> str:
        """Return a month such as September 2015."""
        months = self.own_months or self._own.months
        return self.in_digits(_join(months[day.month - 1], day.year))

    def iso(self, text: object) -> str:
        """Return an ISO date as precisely as it is known: 2020, July 2020 or 14 July 2020."""
        if not isinstance(text, str) or not text.strip():
            return self.say("date not known")
        try:
            if len(text) == _YEAR and text.isdigit():
                return self.in_digits(text)
            if len(text) == _MONTH:
                return self.month(date.fromisoformat(f"{text}-01"))
            return self.day(date.fromisoformat(text[:_DAY]))
        except ValueError:
            return text

    def span(self, first: date, last: date, precision: str = "day") -> str:
        """Return a strike's or a period's days; a whole month or year by its name."""
        if precision == "year" and first.year == last.year:
            return self.in_digits(str(first.year))
        if precision == "month" and (first.year, first.month) == (last.year, last.month):
            return self.month(first)
        if first == last:
            return self.short_day(first)
        if (first.year, first.month) == (last.year, last.month):
            return self.in_digits(f"{self._own.name_date(first)}–{self.short_day(last)}")
        begin = self.short_day(first)
        if first.year == last.year:
            begin = begin.rsplit("\xa0", 1)[0]
        return self.say("span", first=begin, last=self.short_day(last))

    def period(self, first: date | None, last: date | None) -> str:
        """Return a period in full words, open at either end."""
        if first and last:
            if first == last:
                return self.day(first)
            return self.say("period", first=self.day(first), last=self.day(last))
        if first:
            return self.say("from day", day=self.day(first))
        return self.say("until day", day=self.day(last)) if last else self.say("all dates")

    def range(self, low: object, high: object) -> str:
        """Return a toll as a range: 70-100, 70+, up to 100; null is not reported, never 0."""
        least, most = (None if pd.isna(bound) else int(str(bound)) for bound in (low, high))
        if least is not None and most is not None:
            if least == most:
                return self.number(least)
            return self.say("range", low=least, high=most)
        if least is not None:
            return self.say("at least", low=least)
        return self.say("toll") if most is None else self.say("up to", high=most)

    def filters(
        self,
        filters: Filters,
        areas: dict[str, str],
        box: tuple[float, float, float, float] | None = None,
    ) -> str:
        """Say the filters beside the period, areas by their names; '' where there are none.

        box: west, south, east and north in degrees, of the part of the earth that is looked at.
        """
        phrases = [
            self.say("since", day=self.day(filters.since)) if filters.since else "",
            self.say("comma").join(self.term(kind) for kind in filters.kinds),
            self.say("comma").join(self._chosen(areas.get(g, g)) for g in filters.governorates),
            self.say("comma").join(self._chosen(areas.get(d, d)) for d in filters.districts),
            self._listed("actors", filters.actors),
            self._listed("reported by", filters.sources),
            self._listed("targets", filters.targets),
            self._listed("weekdays", filters.weekdays),
            self._listed("hours", self._hours(filters.hours)),
            self.say("comma").join(self.term(status) for status in filters.statuses),
            self.say("text", text=filters.text) if filters.text else "",
            self.say("only strikes") if filters.only else "",
            self._near(filters.near) if filters.near else "",
            self._near(filters.near_layer) if filters.near_layer else "",
            self._box(*box) if box else "",
        ]
        return self.say("semicolon").join(phrase for phrase in phrases if phrase)

    def _box(self, west: float, south: float, east: float, north: float) -> str:
        """Say the sides of a box, each with its side of the earth."""
        lons = [self.meridian(side) for side in (west, east)]
        lats = [self.parallel(side) for side in (south, north)]
        spans = [self.say("span", first=a, last=b) for a, b in (lons, lats)]
        return self.say("within box", box=self.say("comma").join(spans))

    def _near(self, near: Near | NearLayer) -> str:
        """Say a circle around a place, or what lies within some km of a layer."""
        name = near.name if isinstance(near, NearLayer) else near.named
        if not near.km:
            return self.say("in layer", name=name)
        return self.say("near", km=self._decimal(plain_number(near.km)), name=name)

    def meridian(self, lon: float) -> str:
        """Return a longitude in degrees with its side of the earth."""
        return self._degrees(lon, "east", "west")

    def parallel(self, lat: float) -> str:
        """Return a latitude in degrees with its side of the earth."""
        return self._degrees(lat, "north", "south")

    def _degrees(self, side: float, above: str, below: str) -> str:
        value = self._decimal(f"{abs(side):g}")
        return self.say(f"degrees {above if side >= 0 else below}", value=value)

    def _decimal(self, text: str) -> str:
        return self.in_digits(text).replace(".", self._own.decimal)

    def _listed(self, phrase: str, values: Iterable[str]) -> str:
        said = self.say("comma").join(map(self._chosen, values))
        return self.say(phrase, values=said) if said else ""

    def _hours(self, hours: tuple[str, ...]) -> list[str]:
        return [self.in_digits(hour) for hour in join_hours(hours)]

    def _chosen(self, value: str) -> str:
        return self.say("not reported") if value == NOT_REPORTED else self.term(value)


def _join(*parts: object) -> str:
    """Join the parts of a date so that no line breaks between them."""
    return "\xa0".join(str(part) for part in parts).replace(" ", "\xa0")
