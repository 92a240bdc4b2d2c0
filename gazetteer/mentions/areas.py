"""Governorates in a text: their names, what they are stated for, city or area; and the world."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from gazetteer.match import Match, answer_none
from gazetteer.matching.ladder import Gazetteer
from gazetteer.mentions.folding import fold_word, key_of
from gazetteer.mentions.lexicon import arabic, english
from gazetteer.mentions.seats import heading_of, is_area_of_list, is_town_of_list
from gazetteer.mentions.spans import Span
from gazetteer.places import Place
from gazetteer.world import WorldName, country_name

__all__ = [
    "answer_world", "country_after", "country_said", "governorate_names", "governorate_of",
    "sense_of", "stated_governorates", "weigh_sense",
]  # fmt: skip

BIG_CITY = 200_000  # inhabitants; a bare "Aleppo" is the city, a bare "Idlib" the governorate
# "Kherson" is the city: the oblast is never called without its type.
TYPED_AREAS = ("UA", "RU", "BY")
FILLED_TIMES = 2.0  # a governorate at most so many times as wide as its seat is the city itself
AHEAD = 160  # characters in which a list of places may be closed by its governorate
_OBLAST = re.compile(r"(?:['’]s)?\s+(?i:oblast|region|province)\b")
_AREA_OPENERS = ("rural ", "ريف ", "محافظه ")
_PART = re.compile(
    r"\b(?:in|across|throughout|over) the (?:far )?[a-z-]+(?: parts?)? of (?:the )?$"
)
_AREA_CUES = english.GOVERNORATE_CUES | arabic.GOVERNORATE_CUES
_CITY_CUES = english.CITY_CUES | arabic.CITY_CUES
# What may stand between a place and the governorate that a text puts it in.
_BRIDGE = re.compile(
    r"[\s,،()\[\]/–—-]*(?:(?:in|of|the|and|also|both|near|located|rural|around|within|towns?|"
    r"villages?|cities|city|town|village|area|areas|districts?|quarters?|neighbou?rhoods?|suburbs?|subdistrict|province|governorate|"
    r"countryside|north|south|east|west|northern|southern|eastern|western|northwestern|"
    r"northeastern|southwestern|southeastern|northwest|northeast|southwest|southeast|central|part|"
    r"parts|"
    r"في|ب|بريف|ريف|من|محافظة|بمحافظة|الواقعة|التابعة|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|"
    r"مدينة|بلدة|قرية|منطقة|و|ل)[\s,،()–—-]*)*"
)
# Between a place and the country that it is said to lie in; the shorter says less by itself, for
# "In X, Russia bombed" says nothing of X.
_RIGHT_BEFORE = re.compile(r"\s*(?:,|in|\()\s*|\s*،\s*|\s+في\s+")
_SAID_IN = re.compile(
    r"\s+(?:in|في)\s+(?:(?:north|south|east|west|central)\w*\s+)?|\s*\(\s*"
    r"|\s*,\s*(?:an?|the)\s+(?:[\w-]+\s+){1,3}(?:in|of)\s+(?:(?:north|south|east|west)\w*\s+)?"
    r"|\s*،\s*(?:\w+\s+){1,2}في\s+"
)
_CLOSED = re.compile(r"\s*(?:[.,;:)!?،؛]|$)")
_GOES_ON = re.compile(r"['’-]")  # "in Russia's zone", "in Turkey-held areas"


# "the north Aleppo town of X", "Aleppo's X neighbourhood"
_BEFORE = re.compile(
    r"(?:['’]s)?\s+(?:[a-z]+\s+)?(?:town|village|city|hamlet|camp|area|suburb|neighbou?rhood|"
    r"district|quarter)s?\s+of\s+|['’]s\s+(?:[a-z]+\s+)?"
)


def governorate_names(gazetteer: Gazetteer) -> dict[str, Place]:
    """Return the governorates by every spelling of theirs, as `key_of` has it."""
    names: dict[str, Place] = {}
    for place in gazetteer.governorates:
        for name in (place.name, place.name_ar, *place.spellings):
            if name:
                names.setdefault(key_of(name), place)
    return names


def governorate_of(span: Span, names: Mapping[str, Place]) -> Place | None:
    """Return the governorate that a span names, with the type word beside it where that is another.

    "Damascus countryside" is Rural Damascus. names: as `governorate_names`.
    """
    bare = names.get(key_of(span.surface))
    if bare is None or not span.hint:
        return bare
    return names.get(key_of(f"{span.surface} {span.hint}"), bare)


def stated_governorates(
    text: str, spans: Sequence[Span], areas: Sequence[Place | None]
) -> list[str | None]:
    """Return for each span the governorate that the text puts it in, right after it or its list.

    areas are the governorates that spans themselves name, None for other names.
    """
    return [_stated(text, spans, areas, at) for at in range(len(spans))]


def _stated(text: str, spans: Sequence[Span], areas: Sequence[Place | None], at: int) -> str | None:
    if areas[at] is not None:
        return None
    if head := heading_of(text, spans, areas, at):
        return head.name
    before = areas[at - 1] if at else None
    if before is not None and _BEFORE.fullmatch(text, spans[at - 1].end, spans[at].start):
        return before.name
    end = spans[at].end
    for following in range(at + 1, len(spans)):
        span = spans[following]
        gap = text[end : span.start]
        if span.start - spans[at].end > AHEAD or not _BRIDGE.fullmatch(gap):
            return None
        area = areas[following]
        if area is not None:
            with_and = re.fullmatch(r"\s*(?:and|,\s*and|،?\s*و)\s*", gap) is not None
            is_town = sense_of(span, text) is None and is_town_of_list(
                text, spans, areas, following
            )
            is_listed = is_area_of_list(text, spans, areas, following)
            return None if with_and or is_town or is_listed else area.name
        end = span.end
    return None


def sense_of(span: Span, text: str) -> str | None:
    """Return "area" or "city" where the words around a seat's name say which is meant.

    What lies north of Idlib is beside the city; what lies in the north of Idlib, in its area.
    """
    if span.compass and span.after_of and _PART.search(text, max(0, span.start - 40), span.start):
        return "area"
    hint = span.hint or ""
    folded = fold_word(span.surface)
    is_oblast = _OBLAST.match(text, span.end) is not None
    if folded.startswith(_AREA_OPENERS) or hint in _AREA_CUES or is_oblast:
        return "area"
    if hint in _CITY_CUES:
        return "city"
    if span.compass in english.COMPASS:
        return "city" if span.after_of else "area"
    return "city" if span.previous in english.NEAR_WORDS else None


def weigh_sense(area: Place, seat: Place | None, votes: Counter[str], country: str) -> str:
    """Return what a bare "Idlib" is in a text, "area" or "city", by how often it is said so.

    "both" where the governorate is the city itself. country: two letters, large.
    """
    if seat is None:
        return "area"
    fills = (seat.uncertainty_km or 0.0) * FILLED_TIMES >= (area.uncertainty_km or math.inf)
    if fills:
        return "both"
    if country in TYPED_AREAS:
        return "city"
    if votes["area"] != votes["city"]:
        return "area" if votes["area"] > votes["city"] else "city"
    return "city" if (seat.population or 0) >= BIG_CITY else "area"


def country_after(text: str, spans: Sequence[Span], at: int) -> str | None:
    """Return the code of the country that stands right after a name, None where none does."""
    if at + 1 >= len(spans):
        return None
    found = spans[at + 1].found
    world = found.world if found else None
    if world is None or world.kind != "country":
        return None
    gap = text[spans[at].end : spans[at + 1].start]
    return world.country if _RIGHT_BEFORE.fullmatch(gap) or _SAID_IN.fullmatch(gap) else None


def country_said(text: str, spans: Sequence[Span], at: int) -> str | None:
    """Return the code of the country that a text says a name lies in: "X, a town in Y", "X, Y."."""
    country = country_after(text, spans, at)
    if country is None:
        return None
    gap = text[spans[at].end : spans[at + 1].start]
    if _SAID_IN.fullmatch(gap):
        return None if _GOES_ON.match(text, spans[at + 1].end) else country
    return country if _CLOSED.match(text, spans[at + 1].end) else None


def answer_world(span: Span, world: WorldName, home: str) -> Match:
    """Answer to a name of the world: a country, or a place in another one."""
    if world.kind == "country":
        reason = "the country as a whole" if world.country == home else "a country"
        return Match(span.surface, "vague", None, f"{world.name}: {reason}", "country")
    where = country_name(world.country) or "no one country"
    return answer_none(span.surface, f"{world.name}, {where}: not in this country's gazetteer")
