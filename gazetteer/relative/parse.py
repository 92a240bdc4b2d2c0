"""Relative places as worded: "10 km north-east of Ariha", "ريف إدلب الجنوبي" -> Relative.

Reading only: names are kept as written, nothing is looked up. `nearby` turns the result into a
point with a radius, or an area.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gazetteer.spelling.names import clean

__all__ = ["Relative", "parse_relative", "says_relation"]

LONGEST = 300  # characters; a longer text is no place expression
KM_PER = {"km": 1.0, "mile": 1.609344, "m": 0.001}


@dataclass(frozen=True, slots=True)
class Relative:
    """One relative place: what it is relative to, and how.

    kind is offset, direction, between, road, road_to, near, outskirts, countryside or part.
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

_NORTH_SOUTH = r"(?:north|south)(?:ern)?"
_EAST_WEST = r"(?:east|west)(?:ern)?"
_SIDE = rf"(?:{_NORTH_SOUTH}(?:[- ]?{_EAST_WEST})?|{_EAST_WEST}|[ns][ew]|[nsew])(?![a-z'])"
_ARABIC_SIDE = (
    r"(?:(?:ال)?(?:شمال|جنوب)(?:ي[هي]?)?(?:[ -]+(?:ال)?(?:شرق|غرب)(?:ي[هي]?)?)?"
    r"|(?:ال)?(?:شرق|غرب)(?:ي[هي]?)?)(?![\w])"
)

_WORDS = {
    "half a": 0.5, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "واحد": 1, "اثنين": 2, "ثلاثه": 3, "اربعه": 4,
    "خمسه": 5, "سته": 6, "سبعه": 7, "ثمانيه": 8, "تسعه": 9, "عشره": 10, "عشرين": 20, "ثلاثين": 30,
}  # fmt: skip
# "a few", "several": from two to about six.
_VAGUE_NUMBERS = {"a few": 4, "few": 4, "several": 4, "a couple of": 2, "عده": 4, "بضعه": 4}
_NUMBER = (
    r"(?:\d{1,3}(?:[.,]\d{1,2})?|\d{4}|"
    + "|".join(sorted([*_WORDS, *_VAGUE_NUMBERS], key=len, reverse=True))
    + ")"
)
_UNIT = (
    r"(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s?|m"
    r"|كم|كيلو ?مترات|كيلو ?مترا?|كيلومتر|كيلو|ميل|اميال|مترا?|امتار)(?!\w)"
)
_DISTANCE = (
    r"(?:(?P<bound>less than|under|within|up to|اقل من) )?"
    rf"(?:(?P<low>{_NUMBER})(?: ?(?:-|to|or|الي) ?(?P<high>{_NUMBER}))?[ -]?{_UNIT}"
    r"|(?P<dual>كيلو ?مترين|ميلين))"
)

_ABOUT = r"(?:about|some|around|roughly|approximately|nearly|almost|just|over|only|حوالي|نحو)"
_NOISE = (
    rf"(?:(?:{_ABOUT}|a|an|the|in|on|at|from|to|into|of|lying|located|situated|somewhere|outside"
    r"|village|villages|town|area|areas|zone|hill|hills|highlands|farmlands?|position|positions"
    r"|location|point|place|site|fields?|land|lands|region|open|desert|camp|checkpoint"
    r"|في|علي|الي|من|عند|تقع|يقع|الواقعه|الواقع|منطقه|قريه|بلده|نقطه|موقع|بعد|مسافه|مناطق) )*"
)
_NAME = r"(?P<a>[^,;]+?(?:, ?[^,;]+)?)"
_PAIR = r"(?P<a>[^,;]+?)"
_SECOND = r"(?P<b>[^,;]+?(?:, ?[^,;]+)?)"
_OF = r"(?:of|from|off)"
_RURAL = r"(?:countryside|hinterlands?|rural areas?|rural parts?|reef|rif)"
_NEAR = (
    r"(?:near to|near|nearby|close to|next to|adjacent to|not far from|outside(?: of)?|around"
    r"|(?:the )?(?:vicinity|surroundings|environs|area) (?:of|around)|in the vicinity of"
    r"|بالقرب من|قرب|قريبا من|في محيط|محيط|في جوار|جوار|بجوار)"
)
_EDGE = r"(?:outskirts|outskirt|suburbs|edges?|fringes?|periphery|approaches)"
_ARABIC_EDGE = r"(?:اطراف|ضواحي|مشارف|تخوم)"
_ROAD = r"(?:road|highway|motorway|route|axis|freeway|line|frontline|front line|corridor)"
_ARABIC_ROAD = r"(?:طريق|الطريق|اوتوستراد|الاوتوستراد|اتوستراد|محور|خط)"
_LINK = r"(?:linking|connecting|between|from|joining|running from|leading from)"
_ARABIC_LINK = r"(?:(?:الواصل|الرابط|الممتد|الدولي|الواصله) )*(?:ما )?بين"
_SEVERAL = r"(?:(?:the )?(?:towns|villages|cities) of |(?:مدينتي|بلدتي|قريتي) )?"

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("offset", rf"{_DISTANCE} (?:away )?(?:to the |الي (?:ال)?)?(?P<side>{_SIDE}) {_OF} {_NAME}"),
    ("offset", rf"{_DISTANCE} (?:الي ال|الي )?(?P<side>{_ARABIC_SIDE}) (?:من )?{_NAME}"),
    ("offset", rf"(?P<side>{_ARABIC_SIDE}) {_NAME} (?:ب ?-? ?|بنحو |بمسافه |علي بعد |بحوالي )"
               rf"{_DISTANCE}"),
    ("offset", rf"{_DISTANCE} (?:away )?(?:from|off|outside|عن|من) {_NAME}"),
    ("road", rf"(?:(?:main|international|strategic) )?{_ROAD} {_LINK} {_SEVERAL}{_PAIR} "
             rf"(?:and|to|with) {_SECOND}"),
    ("road", rf"{_ARABIC_ROAD} (?:الدولي )?{_ARABIC_LINK} {_SEVERAL}{_PAIR} و{_SECOND}"),
    ("between", rf"(?:(?:mid|half)way )?between {_SEVERAL}{_PAIR} and {_SECOND}"),
    ("between", rf"(?:ما )?بين {_SEVERAL}{_PAIR} و ?{_SECOND}"),
    ("road", rf"(?P<road>[^,;:]+?) (?:(?:main|international|strategic) )?{_ROAD}"),
    ("road", rf"{_ARABIC_ROAD} (?:الدولي )?(?P<road>[^,;:]+?)(?: الدولي)?"),
    ("road_to", rf"{_ROAD} (?:to|towards|from|leading to) {_NAME}"),
    ("countryside", rf"(?P<side>{_SIDE})?(?: ?part of)? ?(?:the )?{_RURAL} (?:of |in |around )?"
                    rf"{_NAME}"),
    ("countryside", rf"(?P<side>{_SIDE}) rural {_NAME}"),
    ("countryside", rf"(?:rural|rif|reef) {_NAME}"),
    ("countryside", rf"(?P<side>{_SIDE}) {_NAME}(?:'s)? {_RURAL}"),
    ("countryside", rf"{_NAME}(?:'s)? (?P<side>{_SIDE}) {_RURAL}"),
    ("countryside", rf"{_NAME}(?:'s)? {_RURAL}"),
    ("countryside", rf"(?:ال)?ريف {_NAME} (?P<side>{_ARABIC_SIDE})"),
    ("countryside", rf"(?:ال)?ريف (?P<side>{_ARABIC_SIDE}) (?:ل|لمحافظه |لمدينه |من ){_NAME}"),
    ("countryside", rf"(?P<side>{_ARABIC_SIDE}) ريف {_NAME}"),
    ("countryside", rf"ريف {_NAME}"),
    ("outskirts", rf"(?P<side>{_SIDE})? ?{_EDGE} of {_NAME}"),
    ("outskirts", rf"{_NAME}(?:'s)? (?P<side>{_SIDE}) {_EDGE}"),
    ("outskirts", rf"{_NAME}(?:'s)? {_EDGE}"),
    ("outskirts", rf"{_ARABIC_EDGE} {_NAME} (?P<side>{_ARABIC_SIDE})"),
    ("outskirts", rf"{_ARABIC_EDGE} {_NAME}"),
    ("direction", rf"(?P<side>{_SIDE}) (?:side )?{_OF} {_NAME}"),
    ("near", rf"{_NEAR} {_NAME}"),
    ("direction", rf"(?P<side>{_ARABIC_SIDE}) (?:من )?{_NAME}"),
    ("part", rf"(?P<side>{_SIDE}) {_NAME}"),
)  # fmt: skip
_SUBJECT = r"(?:(?P<subject>[^,;]{2,60}), (?:which is |a (?:village|town) )?)?"
_COMPILED = tuple(
    (kind, re.compile(rf"{_SUBJECT}{_NOISE}{pattern}[ .]*")) for kind, pattern in _PATTERNS
)
_BARE_SUBJECT = tuple(  # "Babila in the southern countryside of Idlib": no comma
    (kind, re.compile(rf"(?P<subject>[^,;]{{2,60}}?) (?:in|on|at|في) {_NOISE}{pattern}[ .]*"))
    for kind, pattern in _PATTERNS
    if kind in ("countryside", "outskirts")
)
# A word that every relative expression holds, to leave quickly with plain names.
_HINT = re.compile(
    rf"\b(?:{_SIDE}|{_NEAR}|{_EDGE}|{_ARABIC_EDGE}|{_RURAL}|rural|{_ROAD}|between)\b"
    rf"|\d|بين|ريف|{_ARABIC_ROAD}|{_ARABIC_SIDE}|كيلو"
)
_ARTICLES = re.compile(r"(?:^|[ -])(?:[ae][a-z]{1,2}|ath|adh|tel|tell|tal|abu)$")
_IN = re.compile(r"\S (?:in|في) \S")
_DASH = re.compile(r" ?- ?")


def parse_relative(text: str) -> Relative | None:
    """Read a relative place expression, English or Arabic; None where the text is none.

    >>> parse_relative("10 km north-east of Ariha").bearing
    45.0
    """
    written = _MARKS.sub("", clean(text))
    plain = written.lower().translate(_SAME)
    if not 0 < len(plain) == len(written) <= LONGEST or not _HINT.search(plain):
        return None
    for kind, pattern in (*_COMPILED, *_BARE_SUBJECT):
        found = pattern.fullmatch(plain)
        if found:
            relative = _build(kind, found, written)
            if relative and not _holds_subject(relative):
                return replace(relative, text=text)
    return None


def _holds_subject(relative: Relative) -> bool:
    """Say whether the place itself was read into what it lies in: "Babila in Idlib countryside"."""
    countryside = relative.kind == "countryside" and relative.subject is None
    return countryside and any(map(_IN.search, relative.anchors))


def says_relation(text: str) -> bool:
    """Say whether a text holds a word or number of relative places, whatever it reads as."""
    return _HINT.search(clean(text).lower().translate(_SAME)) is not None


def _build(kind: str, found: re.Match[str], text: str) -> Relative | None:
    parts = found.groupdict()
    spans = {name: text[slice(*found.span(name))] for name, value in parts.items() if value}
    relative = Relative(text, kind, _anchors(spans), subject=spans.get("subject"))
    if "road" in spans:
        relative = _read_road(relative, parts["road"] or "", spans["road"])
    if parts.get("side"):
        bearing, span = _read_side(parts["side"] or "")
        relative = replace(relative, bearing=bearing, span_deg=span)
    if kind == "offset":
        distance, slack = _read_distance(parts)
        relative = replace(relative, distance_km=distance, slack_km=slack)
    return relative if all(relative.anchors) and relative.anchors else None


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
    if word in _VAGUE_NUMBERS:
        value = float(_VAGUE_NUMBERS[word])
        return value, value / 2
    value = float(_WORDS.get(word) or word.replace(",", "."))
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
