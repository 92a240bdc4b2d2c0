"""Relative places as worded: "10 km north-east of Ariha", "ريف إدلب الجنوبي" -> Relative.

Reading only: names are kept as written, nothing is looked up. `nearby` turns the result into a
point with a radius, or an area.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from gazetteer.relative.cyrillic import write_english
from gazetteer.relative.phrases import (
    AROUND,
    AROUND_APART,
    HINT,
    NUMBERS,
    PATTERNS,
    VAGUE_NUMBERS,
)
from gazetteer.spelling.names import clean

__all__ = [
    "Relative",
    "parse_relative",
    "says_around",
    "says_relation",
    "write_around_last",
]

LONGEST = 300  # characters; a longer text is no place expression
KM_PER = {"km": 1.0, "mile": 1.609344, "m": 0.001}


@dataclass(frozen=True, slots=True)
class Relative:
    """One relative place: what it is relative to, and how.

    kind is offset, direction, between, road, road_to, near, front, outskirts, countryside or part.
    distance_km is the stated distance, slack_km how far its rounding or an "about" reaches.
    bearing is in degrees clockwise from north, from the anchor to the place; span_deg is the
    full width of the sector that the direction word covers. readings are other ways to part
    the anchors. subject is a place named before a comma: "Babila, 10 km south of Saraqib".
    """

    text: str
    kind: str
    anchors: tuple[str, ...]
    distance_km: float | None = None
    slack_km: float = 0.0
    bearing: float | None = None
    span_deg: float = 360.0
    readings: tuple[tuple[str, ...], ...] = ()
    subject: str | None = None


# Letters written several ways become one, letter by letter, so that spans hold in the original.
_SAME = str.maketrans("أإآٱىة‐‑‒–—−،٫٠١٢٣٤٥٦٧٨٩’‘ʼ", "اااايه------,.0123456789'''")
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")

_EIGHT = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_BEARINGS = {name: 45.0 * step for step, name in enumerate(_EIGHT)}
_SHORT = {"n": "north", "s": "south", "e": "east", "w": "west"}
_ARABIC_SIDES = {"شمال": "north", "جنوب": "south", "شرق": "east", "غرب": "west"}

_ARTICLES = re.compile(r"(?:^|[ -])(?:[ae][a-z]{1,2}|ath|adh|tel|tell|tal|abu)$")
_IN = re.compile(r"\S (?:in|في) \S")
_AND_ITS = re.compile(r" (?:and|with|et)(?: the$| (?:its|their)\b|$)")
_AREA_OF = re.compile(r"(?:the )?area of ([^,;:()]+)", re.IGNORECASE)
_DASH = re.compile(r" ?- ?")
_BRACKETED = re.compile(r"([^()\[\]]{2,60}?) ?[(\[]([^()\[\]]+)[)\]]")
_BESIDE = ("offset", "direction", "near")  # said of a place in brackets as after a comma


def parse_relative(text: str) -> Relative | None:
    """Read a relative place, English, Arabic, Ukrainian or Russian; None where the text is none.

    >>> parse_relative("10 km north-east of Ariha").bearing
    45.0
    """
    english = write_english(text)
    if english is not None:
        read = parse_relative(english)
        return replace(read, text=text) if read else None
    written = _MARKS.sub("", clean(text))
    plain = _write_plain(written)
    if not 0 < len(plain) == len(written) <= LONGEST or not _hints(plain):
        return None
    bracketed = _BRACKETED.fullmatch(written)
    inner = parse_relative(bracketed[2]) if bracketed else None
    if bracketed and inner and inner.kind in _BESIDE and inner.subject is None:
        same = parse_relative(f"{bracketed[1]}, {bracketed[2]}")
        return replace(same, text=text) if same else None
    for kind, pattern in PATTERNS:
        found = pattern.fullmatch(plain)
        if found:
            relative = _build(kind, found, written)
            if relative and not _holds_subject(relative):
                return replace(relative, text=text)
    return None


def _holds_subject(relative: Relative) -> bool:
    """Say whether the place itself was read into what it lies in: "Babila in Idlib countryside".

    Or into what lies around it: "Babila and its outskirts".
    """
    if relative.kind in ("countryside", "outskirts") and any(
        map(_AND_ITS.search, relative.anchors)
    ):
        return True
    countryside = relative.kind == "countryside" and relative.subject is None
    return countryside and any(map(_IN.search, relative.anchors))


@lru_cache(64)  # as below
def _write_plain(text: str) -> str:
    return text.lower().translate(_SAME)


@lru_cache(64)  # a name is asked several times while it is answered
def _hints(plain: str) -> bool:
    return HINT.search(plain) is not None


def says_relation(text: str) -> bool:
    """Say whether a text holds a word or number of relative places, whatever it reads as."""
    return _hints(_write_plain(clean(text)))


def says_around(text: str) -> bool:
    """Say whether a text is "its countryside" or the like: of a place that is named beside it."""
    return AROUND.fullmatch(_write_plain(clean(text))) is not None


def write_around_last(text: str, *, lists: Callable[[str], bool]) -> str:
    """Write a cleaned name with what lies around it last; "area of X" as X where X says around.

    lists: says whether some place is called so; what is stays as it is.

    >>> write_around_last("Countryside, Ariha", lists="Ariha".__eq__)
    'Ariha, Countryside'
    >>> write_around_last("Idlib, Ariha (outskirts)", lists="Ariha".__eq__)
    'Idlib, Ariha, outskirts'
    >>> write_around_last("the area of Ariha", lists="Ariha".__eq__)
    'Ariha area'
    >>> write_around_last("area of Ariha outskirts", lists="Ariha".__eq__)
    'Ariha outskirts'
    """
    area = _AREA_OF.fullmatch(text)
    if area is not None and not lists(text):
        return area[1] if parse_relative(area[1]) else f"{area[1]} area"
    found = _find_around(text)
    if found is None or lists(text):
        return text
    named, around = (text[slice(*found.span(group))] for group in ("named", "around"))
    return f"{named}, {around}"


def _find_around(text: str) -> re.Match[str] | None:
    plain = _write_plain(text)
    if len(plain) != len(text) or not _hints(plain):
        return None
    return next(filter(None, (pattern.fullmatch(plain) for pattern in AROUND_APART)), None)


def _build(kind: str, found: re.Match[str], text: str) -> Relative | None:
    parts = found.groupdict()
    spans = {name: text[slice(*found.span(name))] for name, value in parts.items() if value}
    relative = Relative(text, kind, _anchors(spans), subject=spans.get("subject"))
    if "road" in spans:
        relative = _read_road(relative, parts["road"] or "", spans["road"])
    if parts.get("side"):
        bearing, span = _read_side(parts["side"] or "")
        relative = replace(relative, bearing=bearing, span_deg=span)
    if kind in ("countryside", "outskirts"):
        relative = replace(relative, readings=_without_s(relative.anchors))
    if kind == "offset":
        distance, slack = _read_distance(parts)
        relative = replace(relative, distance_km=distance, slack_km=slack)
    return relative if all(relative.anchors) and relative.anchors else None


def _without_s(anchors: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return other readings of anchors in the possessive without its apostrophe: "Manbijs"."""
    bare = tuple(anchor.removesuffix("s") for anchor in anchors)
    return (bare,) if bare != anchors else ()


def _anchors(spans: dict[str, str]) -> tuple[str, ...]:
    return tuple(_trim(spans[name]) for name in ("a", "b") if name in spans)


def _trim(name: str) -> str:
    return re.sub(r"^(?:the|The|both) ", "", name.strip(" -–—.،,"))


def _read_side(words: str) -> tuple[float, float]:
    """Return (bearing, sector width): four words share the circle, eight where two are named."""
    sides = re.findall("شمال|جنوب|شرق|غرب|north|south|east|west", words)
    names = [_ARABIC_SIDES.get(side, side) for side in sides]
    names = names or [_SHORT[letter] for letter in words if letter in _SHORT]
    return _BEARINGS["".join(names)], 90.0 if len(names) == 1 else 45.0


def _read_number(word: str) -> tuple[float, float]:
    """Return (value, slack): half of the step that such a number is usually rounded to."""
    if word in VAGUE_NUMBERS:
        value = float(VAGUE_NUMBERS[word])
        return value, value / 2
    value = float(NUMBERS.get(word) or word.replace(",", "."))
    if value != int(value):
        return value, 0.5
    step = 5.0 if value % 10 == 0 and value >= 20 else 2.5 if value % 5 == 0 else 1.0
    return value, min(step, 0.3 * value)


def _read_distance(parts: dict[str, str | None]) -> tuple[float, float]:
    """Return (distance, slack) in km."""
    dual = parts["dual"]
    unit = dual or parts["unit"] or ""
    value, slack = _read_number("two" if dual else parts["low"] or "")
    if parts["high"]:
        upper, upper_slack = _read_number(parts["high"])
        value, slack = (value + upper) / 2, abs(upper - value) / 2 + min(slack, upper_slack)
    elif parts["bound"]:
        value, slack = value / 2, value / 2
    is_mile = unit.startswith(("mi", "ميل", "اميال"))
    is_metre = unit.startswith(("m", "متر", "امتار")) and not is_mile
    per = KM_PER["mile" if is_mile else "m" if is_metre else "km"]
    return value * per, (0.2 * value if is_metre else slack) * per


def _road_splits(plain: str) -> Iterator[tuple[int, int]]:
    """Yield (end of first, start of second) of each way to part "X-Y", dashes first."""
    later = []
    for dash in _DASH.finditer(plain):
        is_article = len(dash.group()) == 1 and _ARTICLES.search(plain[: dash.start()])
        if is_article:
            later.append(dash.span())
        else:
            yield dash.span()
    for word in (" to ", " and ", " الي "):
        at = plain.find(word)
        if at > 0:
            yield at, at + len(word)
    yield from later
    yield from (space.span() for space in re.finditer(" ", plain))


def _read_road(relative: Relative, plain: str, written: str) -> Relative:
    """Part "Saraqib-Ariha" into two anchors, keeping other ways; one name alone is no stretch."""
    start = 4 if plain.startswith("the ") else 0
    splits = [(plain[start:left], left, right) for left, right in _road_splits(plain)
              if left > start and right < len(plain)]  # fmt: skip
    pairs = [(_trim(written[start:left]), _trim(written[right:])) for _, left, right in splits]
    whole = (_trim(written[start:]),)
    is_front = re.search(r"\b(?:axis|line|frontline)\b|محور", relative.text.lower())
    alone = "near" if is_front else "road_to"
    if not pairs:
        return replace(relative, kind=alone, anchors=whole)
    first, *others = dict.fromkeys((*pairs, whole))
    return replace(relative, anchors=first, readings=tuple(others))
