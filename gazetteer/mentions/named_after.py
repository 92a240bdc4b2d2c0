"""Streets, hospitals and the like of a text that are called after a place: "Manbij Street, Aleppo".

The name alone is another place's: the answer is that of a cell which says as much as the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gazetteer.mentions.spans import Span
from gazetteer.relative.parse import says_relation
from gazetteer.spelling.names import fold, is_arabic
from gazetteer.spelling.parts import read_parts
from gazetteer.spelling.type_words import LEADING, THOROUGHFARES, TRAILING

__all__ = ["NamedAfter", "read_named_after"]

MOST_WORDS = 3  # of a type: "national hospital"
_WORDS = re.compile(rf"(?:[ \u00a0\n]+[a-zA-Z]+){{1,{MOST_WORDS}}}")
_BEFORE = re.compile(r"([\u0621-\u064a]+)[ \u00a0]+$")
_TYPES = frozenset(word.split()[-1] for word, kind in TRAILING.items() if kind == "facility")
_JOINED = ("", "و", "ب", "ل", "ف", "وب", "ول")  # and, in, to: on the front of an Arabic word
_TOWN = r"(?:(?:the )?(?:city|town) of |مدينة |بلدة )?"
_WITHIN = re.compile(rf"\s*\(|\s+(?:in|at|في|داخل|وسط)\s+{_TOWN}|\s+ب{_TOWN}")
_COMMA = re.compile(rf"\s*[,،]\s*{_TOWN}")


@dataclass(frozen=True, slots=True)
class NamedAfter:
    """What a place's name is part of: all of its name, and which span it lies in, by number."""

    name: str
    whole: int | None = None


def read_named_after(
    text: str, spans: Sequence[Span], areas: Sequence[object]
) -> list[NamedAfter | None]:
    """Return for each span what is called after its place; None where the place itself is meant.

    areas are the governorates that spans themselves name, None for other names.
    """
    return [_read(text, spans, areas, at) for at in range(len(spans))]


def _read(text: str, spans: Sequence[Span], areas: Sequence[object], at: int) -> NamedAfter | None:
    span = spans[at]
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
