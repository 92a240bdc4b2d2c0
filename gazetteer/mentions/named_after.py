"""Streets, hospitals and the like of a text that are called after a place: "Manbij Street, Aleppo".

The name alone is another place's: the answer is that of a cell which says as much as the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from gazetteer.match import Match
from gazetteer.mentions.spans import Span
from gazetteer.radii import WIDEST_NEAR_KM
from gazetteer.relative.circles import apart_km
from gazetteer.relative.parse import says_relation
from gazetteer.spelling.names import fold, is_arabic
from gazetteer.spelling.parts import read_parts
from gazetteer.spelling.type_words import LEADING, THOROUGHFARES, TRAILING

__all__ = ["NamedAfter", "read_named_after", "widen"]

MOST_WORDS = 3  # of a type: "national hospital"
_WORDS = re.compile(rf"(?:[ \u00a0\n]+[a-zA-Z]+){{1,{MOST_WORDS}}}")
_BEFORE = re.compile(r"([\u0621-\u064a]+)[ \u00a0]+$")
_TYPES = frozenset(word.split()[-1] for word, kind in TRAILING.items() if kind == "facility")
_JOINED = ("", "و", "ب", "ل", "ف", "وب", "ول")  # and, in, to: on the front of an Arabic word
_TOWN = r"(?:(?:the )?(?:city|town) of |مدينة |بلدة )?"
_WITHIN = re.compile(rf"\s*\(|\s+(?:in|at|في|داخل|وسط)\s+{_TOWN}|\s+ب{_TOWN}")
_COMMA = re.compile(rf"\s*[,،]\s*{_TOWN}")

MOST_BESIDE = 60  # characters
_BETWEEN = re.compile(
    r"(?:\b[Bb]etween (?:the (?:towns|villages|cities) of )?|(?<!\w)(?:ما )?بين )$"
)
_AND = re.compile(r"\s+and\s+(?:the (?:town|village|city) of )?|\s+(و)\s?")
_AREAS = re.compile(r"\s+(?:governorate|province|region|countryside|district)", re.IGNORECASE)
_POINT = r"(?:north|south|east|west)(?:ern)?"
_ARABIC_POINT = r"(?:شمال|جنوب|شرق|غرب)ي?"
# "5 km south of", "west of", "10 km from"; the same of quarters and parts: "the north part of".
_BESIDE = re.compile(
    r"(?<![\w.])(?P<said>"
    r"(?P<far>\d[\d.,]{0,5}(?: ?[-–] ?\d{1,3})? ?(?:km|kms|kilomet(?:er|re)s?|miles?) )?"
    rf"(?:away )?(?:to the )?{_POINT}(?:[- ]?{_POINT})? (?:(?:part|half|end|side) )?(?:of|from)"
    r"|(?P<from>\d[\d.,]{0,5} ?(?:km|kms|kilomet(?:er|re)s?|miles?) (?:away )?(?:from|outside))"
    rf"|(?P<arabic>\d[\d.,]{{0,5}} ?(?:كم|كيلو ?مترا?|كيلو مترات) )?(?:إلى ال)?{_ARABIC_POINT}"
    rf"(?: {_ARABIC_POINT})?(?: من)?"
    r")\s+(?:the )?(?:(?:town|city|village) of )?(?:مدينة |بلدة |قرية )?$",
    re.IGNORECASE,
)
_QUARTERS = re.compile(
    rf"(?P<side>{_POINT}(?:[- ]?{_POINT})?) (?:neighbou?rhoods?|quarters?|districts?) of "
    r"(?:the )?(?:(?:town|city) of )?$",
    re.IGNORECASE,
)
_FRONT = re.compile(r"\s+(?:front ?lines?|fronts?|axis)\b")
_FRONT_OF = re.compile(
    r"(?:\b(?:front ?lines?|fronts?) (?:of|in|at) |(?<!\w)ب?(?:جبهات|جبهة|محور) )$"
)
_LEADS = ("of", "from", "outside", "the", "in", "at")  # what the Latin ones of these end with
_LAST = 7  # signs of the longest


@dataclass(frozen=True, slots=True)
class NamedAfter:
    """What a place's name is part of: all of its name, and which span it lies in, by number."""

    name: str
    whole: int | None = None
    is_beside: bool = False  # it lies beside the place, whose point stands with a wider radius


def read_named_after(
    text: str, spans: Sequence[Span], areas: Sequence[object]
) -> list[NamedAfter | None]:
    """Return for each span what is called after its place; None where the place itself is meant.

    areas are the governorates that spans themselves name, None for other names.
    """
    return [_read(text, spans, areas, at) for at in range(len(spans))]


def widen(match: Match, beside: Match) -> Match:
    """Return the answer to a place with a radius that holds what the text says lies beside it.

    What has no point of its own, as "100 miles north of it", leaves none to the place either.
    """
    if match.lon is None or match.lat is None:
        return match
    if beside.lon is None or beside.lat is None:
        return replace(beside, name=match.name)
    away = apart_km((match.lon, match.lat), (beside.lon, beside.lat))
    radius = round(max(match.uncertainty_km or 0.0, away + (beside.uncertainty_km or 0.0)), 1)
    return replace(
        match, precision="near" if radius <= WIDEST_NEAR_KM else "area", uncertainty_km=radius,
        score=min(match.score or 0.0, beside.score or 0.0),
        share=match.likelihood, reason=f"{match.reason}; the text says {beside.reason}",
    )  # fmt: skip


def _read(text: str, spans: Sequence[Span], areas: Sequence[object], at: int) -> NamedAfter | None:
    span = spans[at]
    beside = _read_beside(text, spans, areas, at)
    if beside is not None:
        return NamedAfter(beside, is_beside=True)
    if text[max(0, span.start - 1) : span.start] in ("-", "–"):  # the "Homs road" of a longer name
        return None
    for name, word, end in _ways_to_read(text, span):
        whole = at + 1 if at + 1 < len(spans) else None
        if whole is not None:
            gap = text[end : spans[whole].start]
            listed = word in THOROUGHFARES or areas[whole] is not None
            if not (_WITHIN.fullmatch(gap) or (listed and _COMMA.fullmatch(gap))):
                whole = None
        # A road or a front leads away from its town: without a whole it is where the text has it.
        return None if whole is None and says_relation(name) else NamedAfter(name, whole)
    return None


def _read_beside(text: str, spans: Sequence[Span], areas: Sequence[object], at: int) -> str | None:
    """Return what a text says lies beside a place: "5 km south of X", "between X and Y"."""
    span = spans[at]
    for first in (at, at - 1):
        if not 0 <= first < len(spans) - 1:
            continue
        word = _AND.fullmatch(text, spans[first].end, spans[first + 1].start)
        if word and _ends_with_between(text, spans[first].start):
            both_areas = areas[first] is not None and areas[first + 1] is not None
            if not both_areas and not _AREAS.match(text, spans[first + 1].end):
                both = spans[first].surface, spans[first + 1].surface
                return f"بين {both[0]} و{both[1]}" if word[1] else f"between {' and '.join(both)}"
    before = text[max(0, span.start - MOST_BESIDE) : span.start]
    leads = _may_lead(before)
    if leads and areas[at] is None and (part := _QUARTERS.search(before)):
        return f"{part['side']} part of {span.surface}"
    is_front = areas[at] is None and _FRONT.match(text, span.end) is not None
    if is_front or (leads and areas[at] is None and _FRONT_OF.search(before)):
        return f"{span.surface} frontline"
    if not leads:
        return None
    said = _BESIDE.search(text, max(0, span.start - MOST_BESIDE), span.start)
    if said is None or (areas[at] is not None and not said["far"]):
        return None
    return " ".join(f"{said['said']} {span.surface}".split())


def _may_lead(before: str) -> bool:
    """Say whether words before a name may be said of what lies beside it: by their last one."""
    last = before.rstrip()[-_LAST:]
    return not last.isascii() or last.lower().endswith(_LEADS)


def _ends_with_between(text: str, end: int) -> bool:
    return _BETWEEN.search(text, max(0, end - MOST_BESIDE), end) is not None


def _ways_to_read(text: str, span: Span) -> Iterator[tuple[str, str | None, int]]:
    """Yield the name with its type word on, the word, and where in the text both end."""
    surface = " ".join(span.surface.split())
    if is_arabic(surface):
        met = _BEFORE.search(text, max(0, span.start - 20), span.start)
        word = _read_type(met[1]) if met else None
        if word:
            yield f"{word} {surface}", word, span.end
        return
    met = _WORDS.match(text, span.end)
    words = re.finditer(r"[a-zA-Z]+", met[0]) if met else ()
    for end in [word.end() for word in words if word[0].lower() in _TYPES]:
        name = f"{surface} {' '.join(text[span.end : span.end + end].split())}"
        parts = read_parts(name)
        same = parts.head == read_parts(surface).head and not parts.wholes
        if parts.hint == "facility" and same:
            yield name, parts.word, span.end + end


@lru_cache(maxsize=20_000)
def _read_type(word: str) -> str | None:
    """Return the type word that an Arabic word is, without what is joined to its front."""
    bare = (fold(word).removeprefix(joined) for joined in _JOINED)
    return next((word for word in bare if LEADING.get(word) == "facility"), None)
