"""A seat's name in a list of towns, and a governorate's at the head of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazetteer.mentions.spans import Span
from gazetteer.places import Place

__all__ = [
    "heading_of",
    "heads_towns",
    "is_area_of_list",
    "is_town_of_list",
    "peers_of",
    "sense_in_list",
]

MOST_HEADED = 12  # places of one list under a governorate's name
MOST_PEERS = 60  # names on either side: a sentence of more is no sentence
_COUNT = r"(?:\s*\(\d[^()\n]{0,20}\))?"
_COMMA = re.compile(_COUNT + r"\s*[,،]\s*#?")
_AND = re.compile(_COUNT + r"\s*(?:[,،]\s*)?(?:and|و)\s*(?:the\s+)?|\s*(?:و)\s*")
_HEADS = re.compile(r"(?:\s+[a-z]+)?\s*:\s*")
# "In Idlib, X and Y were hit", "X in Idlib, and Y in Hama": the governorate of X is stated.
_OPENS = re.compile(r"(?:^|[.\n!?]\s*)(?:In|Across|في)\s+$")
# "In Homs, the neighbourhoods of X, Y and Z": the head of a list as well.
_HEADS_PARTS = re.compile(
    r"\s*[,،]\s*(?:the\s+)?(?:(?:neighbou?rhoods|quarters|districts|suburbs|towns|villages)\s+of\s+"
    r"|(?:أحياء|بلدات|قرى|مدن)\s+)"
)
_OPENS_CLAUSE = re.compile(r"(?:^|[.;:\n!?؛]\s*|\band\s+|\s+و)(?:[Ii]n|[Aa]cross|في)\s+$")
_STATES = re.compile(r"[\s,،]*(?:also\s+|both\s+)?(?:in|of|within|across|from|في|من|ب)\s*")

# "Idlib: shelling on X", "Idlib (X, Y)": the head of a report about the governorate's towns.
_LINE_START = re.compile(r"(?:^|[.;,\n!?؛،])[ \t]*[#•*–-]*[ \t]*$")
_OPENS_REPORT = re.compile(r"\s*:\s[^.;:\n!?؛؟]{0,60}|\s*\([^().;:\n]{0,30}")
_ARE_AREAS = re.compile(r"\s+(?:regions|oblasts|provinces|governorates)\b")
_AREAS_OF = re.compile(
    r"\b(?:regions|oblasts|provinces|governorates)\s+of\s+$|(?:محافظات|محافظتي)\s+$"
)
_SENTENCE_END = re.compile(r"[.;\n!?؛؟]")

Areas = Sequence[Place | None]


def sense_in_list(text: str, spans: Sequence[Span], areas: Areas, at: int) -> str | None:
    """Return "area" or "city" where the list that a seat's name stands in, or heads, says which."""
    if heads_towns(text, spans, areas, at) or is_area_of_list(text, spans, areas, at):
        return "area"
    if is_town_of_list(text, spans, areas, at):
        return "city"
    head = heading_of(text, spans, areas, at + 1) if at + 1 < len(spans) else None
    return "area" if head is not None and head is areas[at] else None


def is_town_of_list(text: str, spans: Sequence[Span], areas: Areas, at: int) -> bool:
    """Say whether a bare governorate's name is a town's: "Hama, Morek, Idlib and Saraqib".

    "Saraqib, Idlib" is no such list: there the governorate is stated for the town before it.
    """
    area = areas[at]
    if area is None:
        return False
    after = at + 1 < len(spans) and _joined(text, spans, at) is not None and at + 1
    if not at or _joined(text, spans, at - 1) is None:
        return bool(after) and not _is_stated(text, spans, at) and _has_town(text, spans, areas, at)
    before = spans[at - 1]
    if areas[at - 1] is not None:
        return _has_town(text, spans, areas, at)
    if not _is_town(before):
        return False
    if _joined(text, spans, at - 1) == "and":
        return True
    assert before.found is not None  # noqa: S101 - for mypy; a town is on the list
    plain = _plain_before(text, spans, areas, at)
    return area.name not in before.found.homes or (bool(after) and plain > 1)


def heading_of(text: str, spans: Sequence[Span], areas: Areas, at: int) -> Place | None:
    """Return the governorate at the head of the list that a name stands in: "Idlib: X, Y"."""
    first = at
    while first and at - first < MOST_HEADED and _joined(text, spans, first - 1):
        first -= 1
    if not first or areas[first - 1] is None:
        return None
    gap = text[spans[first - 1].end : spans[first].start]
    start = spans[first - 1].start
    opens = _HEADS_PARTS.fullmatch(gap) and _OPENS_CLAUSE.search(text, max(0, start - 12), start)
    return areas[first - 1] if _HEADS.fullmatch(gap) or opens else None


def is_area_of_list(text: str, spans: Sequence[Span], areas: Areas, at: int) -> bool:
    """Say whether governorates are listed under one word: "Sumy and Kharkiv regions"."""
    first = last = at
    for _ in range(MOST_HEADED):
        if first and areas[first - 1] and _joined(text, spans, first - 1):
            first -= 1
        if last < len(spans) - 1 and areas[last + 1] and _joined(text, spans, last):
            last += 1
    if first == last or areas[at] is None:
        return False
    ahead = text[max(0, spans[first].start - 20) : spans[first].start]
    return (
        _ARE_AREAS.match(text, spans[last].end) is not None or _AREAS_OF.search(ahead) is not None
    )


def heads_towns(text: str, spans: Sequence[Span], areas: Areas, at: int) -> bool:
    """Say whether a governorate's name heads what is told of a town of it: "Homs: raids on X"."""
    area = areas[at]
    if area is None or at + 1 >= len(spans) or areas[at + 1] is not None:
        return False
    start, gap = spans[at].start, text[spans[at].end : spans[at + 1].start]
    found = spans[at + 1].found
    is_within = found is not None and area.name in found.homes
    is_head = _LINE_START.search(text, max(0, start - 6), start) is not None
    return is_within and is_head and _OPENS_REPORT.fullmatch(gap) is not None


def peers_of(text: str, spans: Sequence[Span], areas: Areas, at: int) -> list[int]:
    """Return the numbers of the governorates' names in the sentence of one, itself among them."""
    peers = [at]
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(spans) and abs(other - at) <= MOST_PEERS:
            left, right = sorted((other, other - step))
            if _SENTENCE_END.search(text, spans[left].end, spans[right].start):
                break
            peers += [other] if areas[other] is not None else []
            other += step
    return sorted(peers)


def _is_stated(text: str, spans: Sequence[Span], at: int) -> bool:
    start = spans[at].start
    if _OPENS.search(text[max(0, start - 12) : start]):
        return True
    return at > 0 and _STATES.fullmatch(text[spans[at - 1].end : start]) is not None


def _joined(text: str, spans: Sequence[Span], at: int) -> str | None:
    """Return "and" or "comma", with which a span is joined to the next; None for neither."""
    gap = text[spans[at].end : spans[at + 1].start]
    if _COMMA.fullmatch(gap):
        return "comma"
    return "and" if _AND.fullmatch(gap) else None


def _is_town(span: Span) -> bool:
    return span.found is not None and bool(span.found.homes)


def _has_town(text: str, spans: Sequence[Span], areas: Areas, at: int) -> bool:
    """Say whether the list goes on, past other seats' names, to a town."""
    last = min(len(spans) - 1, at + MOST_PEERS)
    while at < last and _joined(text, spans, at):
        at += 1
        if areas[at] is None:
            return _is_town(spans[at])
    return False


def _plain_before(text: str, spans: Sequence[Span], areas: Areas, at: int) -> int:
    count = 0
    while at and count < MOST_PEERS and areas[at - 1] is None and _joined(text, spans, at - 1):
        at, count = at - 1, count + 1
    return count
