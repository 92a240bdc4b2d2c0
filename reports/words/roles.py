"""What a place is in a sentence: struck, or only where something was, came from or was said."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from gazetteer.mentions.document import Mention
from reports.words.attacks import find_acts
from reports.words.gate import Gates, gated
from reports.words.routes import leave_facilities, leave_far_quarters, leave_rivers, leave_routes
from reports.words.wholes import (
    AREAS,
    COUNTRY,
    REGION,
    STRUCK,
    Part,
    find_wholes,
    is_list,
    leave_finest,
    widen,
)
from reports.words.wording import Wording, clause_around, load_wording, spaced

__all__ = ["COUNTRY", "STRUCK", "Part", "lists_abroad", "parts_of"]

_LOOK = 110  # signs before and after a place that are looked at
_DATELINE = 25  # signs of a text's or sentence's beginning in which "X -" says where it is from
_SIDE = "the text says"  # in the reason of an area on one side of a place
_TO_SIDE = re.compile(r"\b(?:to the|far|farther) [\w-]+ of (?:the )?$")  # as far as may be
_OPENS = 3  # signs before the area that a sentence begins with: "У "
_TAGS = re.compile(r"(?:\s*#\w+)+\s*$")


@cache
def _patterns(language: str) -> tuple[Gates[tuple[str, str]], dict[str, re.Pattern[str]]]:
    table = load_wording(language).tables["places"]
    far, end = table.get("far", ""), table.get("end", r"\s*$")
    before = {}
    for role, listed in table.get("before", {}).items():
        for word in (spaced(word.replace("{far}", far)) for word in listed):
            pattern = re.compile(rf"(?:{word}){end}", re.IGNORECASE)
            before[role, word] = gated(pattern, [word])
    after = {
        role: re.compile(rf"(?:{'|'.join(map(spaced, words))})", re.IGNORECASE)
        for role, words in table.get("after", {}).items()
    }
    return Gates(before), after


def parts_of(
    text: str,
    offset: int,
    mentions: Sequence[Mention],
    wording: Wording,
    homes: Collection[str],
    *,
    is_item: bool = False,
    has_toll: bool = False,
) -> list[Part]:
    """Return the places of a sentence with their roles, in order.

    text: the sentence; offset: where it begins in its document, whose offsets mentions have;
    homes: countries of the packs, ISO 3166: places elsewhere are none that we place; is_item: of a
    list, where "X - " says of what, not from where; has_toll: it tells of people killed or injured.
    """
    parts: list[Part] = []
    for mention in mentions:
        start, end = mention.start - offset, mention.end - offset
        abroad = mention.country not in homes or mention.match.precision == "country"
        role = COUNTRY if abroad else _role(text, start, end, parts, wording, is_item)
        parts.append(Part(mention, start, end, role))
    parts = leave_rivers(text, leave_routes(text, parts, wording), wording)
    parts = leave_far_quarters(text, leave_facilities(text, parts, wording))
    parts = _same_place(text, _own_places(text, _of_titles(text, parts), wording), wording)
    parts = _leave_next(text, _where_struck(text, parts, wording), wording)
    parts = _leave_tags(text, widen(text, find_wholes(text, parts, wording), wording), wording)
    parts = _leave_area_of_origin(text, parts, wording)
    parts = [area if area is not one and _has_own_act(text, area, parts, wording) else one
             for area, one in zip(parts, leave_finest(parts), strict=True)]  # fmt: skip
    parts = _by_side(text, parts, wording)
    return parts if has_toll else _leave_many(text, parts, wording)


def lists_abroad(text: str, parts: Sequence[Part], wording: Wording) -> bool:
    """Say whether a struck place is listed with one of a country that no pack is of."""
    return any(
        {one.is_struck, other.is_struck} == {True, False}
        and any(p.role == COUNTRY and p.mention.match.precision != "country" for p in (one, other))
        and is_list(text[one.end : other.start], wording)
        for one, other in pairwise(parts)
    )


def _of_titles(text: str, parts: list[Part]) -> list[Part]:
    """Call the last place before a title's dash struck where the title names none after it.

    "Homs - Talbiseh - traces of shelling" is no dateline, which is written in capitals.
    """
    heads = [at for at, part in enumerate(parts) if part.role == "dateline"]
    if not heads or any(part.is_struck for part in parts) or text.rstrip().endswith("."):
        return parts
    last = parts[heads[-1]]
    if text[last.start : last.end].isupper():
        return parts
    return [replace(part, role=STRUCK) if part is last else part for part in parts]


def _own_places(text: str, parts: list[Part], wording: Wording) -> list[Part]:
    """Call struck where people are from that died in a strike "on their town"."""
    met = wording.pattern("places", "own").search(text)
    before = [part for part in parts if met and part.end <= met.start() and part.role == "origin"]
    return [replace(part, role=STRUCK) if part in before[-1:] else part for part in parts]


def _where_struck(text: str, parts: list[Part], wording: Wording) -> list[Part]:
    """Call struck a place where something was only heard, "where six missiles hit two schools".

    What is behind it tells of an attack there, or of what was heard, and names no other place.
    """
    result = list(parts)
    for at, part in enumerate(parts):
        if part.role != "overflown" or any(other.start > part.end for other in parts):
            continue
        if wording.pattern("places", "caused").match(text, part.end):
            result[at] = replace(part, role=STRUCK)
        elif met := wording.pattern("clause", "where").match(text, part.end):
            _, last = clause_around(text, met.end(), met.end(), wording)
            if find_acts(text[met.end() : last], wording, None):
                result[at] = replace(part, role=STRUCK)
    return result


def _same_place(text: str, parts: list[Part], wording: Wording) -> list[Part]:
    """Call struck the one place of a sentence that tells of strikes on "the city".

    So it is where its mayor tells of a strike and of no other place, and under a dateline.
    """
    home = [part for part in parts if part.role != COUNTRY]
    if len(home) != 1 or home[0].role not in ("source", "dateline"):
        return parts
    mayor = wording.pattern("places", "mayor").search(text[: home[0].start])
    told = mayor is not None and _tells_of_home(text[home[0].end :], wording)
    if not told and wording.pattern("places", "same").search(text, home[0].end) is None:
        return parts
    return [replace(part, role=STRUCK) if part is home[0] else part for part in parts]


def _tells_of_home(told: str, wording: Wording) -> bool:
    """Say whether a mayor tells that something was hit, and not that it was elsewhere."""
    if wording.pattern("places", "mayor_tells").search(told) is None:
        return False
    if wording.pattern("places", "mayor_else").search(told):
        return False
    return bool(find_acts(told, wording, None))


def _leave_next(text: str, parts: list[Part], wording: Wording) -> list[Part]:
    """Call a place that a struck one is said to lie by a reference: "Urum, near Aleppo"."""
    result = list(parts)
    for at, (one, other) in enumerate(pairwise(parts), 1):
        gap = text[one.end : other.start]
        if result[at - 1].is_struck and wording.pattern("places", "next").fullmatch(gap):
            result[at] = replace(other, role="reference" if other.is_struck else other.role)
    return result


def _role(
    text: str, start: int, end: int, parts: Sequence[Part], wording: Wording, is_item: bool
) -> str:
    """Return the role that the words around a name give it; that of its list before any other."""
    before, after = _patterns(wording.language)
    behind = text[end : end + _LOOK]
    for role, pattern in after.items():
        if pattern.match(behind) and (role != "dateline" or (start <= _DATELINE and not is_item)):
            return role
    last = parts[-1] if parts else None
    if last and last.role != COUNTRY and is_list(text[last.end : start], wording):
        return last.role
    lead = text[max(0, start - _LOOK) : start].rstrip("\"“‘'(")
    return next(
        (role for (role, _), pattern in before.met_by(lead).items() if pattern.search(lead)), STRUCK
    )


def _leave_area_of_origin(text: str, parts: list[Part], wording: Wording) -> list[Part]:
    """Call an area region that a base lies in: "took off from the airport in Latakia"."""
    inside, within = (wording.pattern("places", name) for name in ("inside", "within"))
    result = list(parts)
    for at, (base, area) in enumerate(pairwise(parts), 1):
        gap = text[base.end : area.start]
        if (
            base.role == "origin"
            and area.is_struck
            and area.mention.match.precision in AREAS
            and inside.search(gap)
            and within.fullmatch(gap)
        ):
            result[at] = replace(area, role=REGION)
    return result


def _leave_tags(text: str, parts: Sequence[Part], wording: Wording) -> list[Part]:
    """Call the hashtags that a text ends with regions where a place before them was struck.

    Those of the sentence itself, "on #Sarmin and #Saraqib", are no tags of the text.
    """
    tags = _TAGS.search(text) if "#" in text else None
    if tags is None:
        return list(parts)
    begins = tags.start()
    before = [part for part in parts if part.start < begins]
    first = next((part for part in parts if part.start >= begins), None)
    if not any(part.is_struck for part in before) or first is None:
        return list(parts)
    if is_list(text[before[-1].end : first.start].rstrip("#"), wording):
        return list(parts)
    return [replace(part, role=REGION) if part.is_struck and part.start >= begins else part
            for part in parts]  # fmt: skip


def _leave_many(text: str, parts: list[Part], wording: Wording) -> list[Part]:
    """Call an area region where several places of it were struck that are not named.

    Asked only where the sentence tells of no dead or injured: they would be of no place.
    """
    many, after = (wording.pattern("places", name) for name in ("many", "many_after"))
    left = [
        part
        for part in parts
        if part.is_struck
        and part.mention.match.precision == "governorate"
        and (
            many.search(text, max(0, part.start - _LOOK), part.start)
            or (part.start <= _OPENS and after.match(text, part.end))
        )
    ]
    return [replace(part, role=REGION) if part in left else part for part in parts]


def _by_side(text: str, parts: list[Part], wording: Wording) -> list[Part]:
    """Call a place struck beside which a strike was, "a camp west of X", where none else is."""
    sides = [part for part in parts
             if part.role == "reference" and _is_side(text, part, wording)
             and _TO_SIDE.search(text, 0, part.start) is None]  # fmt: skip
    if any(part.is_struck for part in parts):
        sides = [part for part in sides if _has_own_act(text, part, parts, wording)]
    if len(sides) != 1:
        return parts
    role = STRUCK if sides[0].mention.match.precision == "area" else "near"
    return [replace(part, role=role) if part is sides[0] else part for part in parts]


def _is_side(text: str, part: Part, wording: Wording) -> bool:
    """Say whether a place is told as what something lies on a side of: "south of Damascus"."""
    match = part.mention.match
    if match.precision == "area":
        return _SIDE in match.reason
    if all(act.kind == "ground" for act in find_acts(text, wording, None)):
        return False  # fighting south of a town goes on anywhere there
    side = any(wording.pattern("places", name).search(text, 0, part.start)
               for name in ("side", "away"))  # fmt: skip
    return match.lon is not None and side


def _has_own_act(text: str, side: Part, parts: list[Part], wording: Wording) -> bool:
    """Say whether a clause tells of an act before it names a side, and of no other place.

    "A drone hit a car in Hish, and two died in shelling west of Ariha".
    """
    first, last = clause_around(text, side.start, side.end, wording)
    others = [other for other in parts if other is not side]
    if any(first <= other.start < last for other in others):
        return False
    if any(text[other.end : first].strip() == ":" for other in others):
        return False  # "Hish: shells on houses, Idlib countryside"
    return bool(find_acts(text[first : side.start], wording, None))
