"""What a place is in a sentence: struck, or only where something was, came from or was said."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from gazetteer.match import Match
from gazetteer.mentions.document import Mention
from gazetteer.places import distance_km
from reports.words.gate import Gates, gated
from reports.words.wording import Wording, load_wording, spaced

__all__ = ["COUNTRY", "STRUCK", "Part", "lists_abroad", "parts_of"]

NEAR, STRUCK, REGION, COUNTRY = "near", "struck", "region", "country"
_LOOK = 110  # signs before and after a place that are looked at
_GAP = 60  # signs between two places of which one lies in the other
_DATELINE = 25  # signs of a text's or sentence's beginning in which "X -" says where it is from
_ELSEWHERE = ("origin", "fled", "source", "dateline", COUNTRY)
_QUARTERS = ("neighbourhood", "site")
_PART_KM = 12.0  # from a town's middle; no quarter of its own lies as far
_AREAS = ("governorate", "district", "subdistrict")
_CHAIN = re.compile(r"\s+[-–—]\s+")  # between the names of a title, the wider first


@dataclass(frozen=True, slots=True)
class Part:
    """A place in a sentence with its role; start and end count in the sentence.

    role: struck, near (struck, and the place only beside it), region (a wider place that the
    struck one lies in), country, or the word of the language's places file that rules it out.
    """

    mention: Mention
    start: int
    end: int
    role: str

    @property
    def is_struck(self) -> bool:
        """Whether a strike may be put there."""
        return self.role in (STRUCK, NEAR)


@cache
def _patterns(language: str) -> tuple[Gates[str], dict[str, re.Pattern[str]]]:
    table = load_wording(language).tables["places"]
    far, end = table.get("far", ""), table.get("end", r"\s*$")
    before = {}
    for role, listed in table.get("before", {}).items():
        words = [spaced(word.replace("{far}", far)) for word in listed]
        pattern = re.compile(rf"(?:{'|'.join(words)}){end}", re.IGNORECASE)
        before[role] = gated(pattern, words)
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
) -> list[Part]:
    """Return the places of a sentence with their roles, in order.

    text: the sentence; offset: where it begins in its document, whose offsets mentions have;
    homes: countries of the packs, ISO 3166: places elsewhere are none that we place; is_item: of a
    list, where "X - " says of what, not from where.
    """
    parts: list[Part] = []
    for mention in mentions:
        start, end = mention.start - offset, mention.end - offset
        abroad = mention.country not in homes or mention.match.precision == "country"
        role = COUNTRY if abroad else _role(text, start, end, parts, wording, is_item)
        parts.append(Part(mention, start, end, role))
    parts = _same_place(text, _own_places(text, _of_titles(text, parts), wording), wording)
    parts = _leave_next(text, parts, wording)
    return _leave_finest(_widen(text, _wholes(text, parts, wording), wording))


def lists_abroad(text: str, parts: Sequence[Part], wording: Wording) -> bool:
    """Say whether a struck place is listed with one of a country that no pack is of."""
    return any(
        {one.is_struck, other.is_struck} == {True, False}
        and any(p.role == COUNTRY and p.mention.match.precision != "country" for p in (one, other))
        and _is_list(text[one.end : other.start], wording)
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


def _same_place(text: str, parts: list[Part], wording: Wording) -> list[Part]:
    """Call struck the one place of a sentence that tells of strikes on "the city"."""
    home = [part for part in parts if part.role != COUNTRY]
    if len(home) != 1 or home[0].role != "source":
        return parts
    if wording.pattern("places", "same").search(text, home[0].end) is None:
        return parts
    return [replace(part, role=STRUCK) if part is home[0] else part for part in parts]


def _leave_next(text: str, parts: list[Part], wording: Wording) -> list[Part]:
    """Call a place that a struck one is said to lie by a reference: "Urum, near Aleppo"."""
    result = list(parts)
    for at, (one, other) in enumerate(pairwise(parts), 1):
        gap = text[one.end : other.start]
        if result[at - 1].is_struck and wording.pattern("places", "next").fullmatch(gap):
            result[at] = replace(other, role="reference" if other.is_struck else other.role)
    return result


def _wholes(text: str, parts: list[Part], wording: Wording) -> list[Part]:
    """Call a town struck where the quarter said to be its own is known only far from it.

    That quarter is another's namesake; of "north-east of Rafah" the place is near Rafah.
    """
    result = list(parts)
    for at, (part, whole) in enumerate(pairwise(parts)):
        gap = text[part.end : whole.start]
        beside = wording.pattern("places", "beside").fullmatch(gap) is not None
        if not (beside or wording.pattern("places", "quarter").fullmatch(gap)):
            continue
        if part.is_struck and whole.role in (STRUCK, "reference") and _is_namesake(part, whole):
            result[at] = replace(part, role="reference")
            result[at + 1] = replace(whole, role="near" if beside else STRUCK)
    return result


def _is_namesake(part: Part, whole: Part) -> bool:
    """Say whether a quarter is a point so far from a town that it is none of the town's."""
    one, other = part.mention.match, whole.mention.match
    if one.precision not in _QUARTERS or other.precision in _AREAS:
        return False
    away = distance_km(one.place, other.place) if one.place and other.place else None
    return away is not None and away > _PART_KM


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
    if last and last.role != COUNTRY and _is_list(text[last.end : start], wording):
        return last.role
    lead = text[max(0, start - _LOOK) : start].rstrip("\"“‘'(")
    return next(
        (role for role, pattern in before.met_by(lead).items() if pattern.search(lead)), STRUCK
    )


def _is_list(gap: str, wording: Wording) -> bool:
    return wording.pattern("places", "list").fullmatch(gap) is not None


def _widen(text: str, parts: Sequence[Part], wording: Wording) -> list[Part]:
    """Call a place region where the one before it lies in it, or the sentence opens with it."""
    result = list(parts)
    for at, part in enumerate(parts):
        if part.is_struck:
            inside = at > 0 and _lies_in(text, parts[at - 1], part, wording)
            if inside or _leads(text, parts, at, wording):
                result[at] = replace(part, role=REGION)
    return result


def _leave_finest(parts: Sequence[Part]) -> list[Part]:
    """Call an area of administration region where a struck place of the sentence lies in it."""
    fine = {
        _code_of(part.mention.match, precision)
        for part in parts
        if part.is_struck and part.mention.match.precision not in _AREAS
        for precision in _AREAS
    }
    return [
        replace(part, role=REGION) if part.is_struck and _is_area_of(part, fine) else part
        for part in parts
    ]


def _code_of(match: Match, precision: str) -> tuple[str, str | None]:
    """Return the code of the area that a place lies in: of its district where both have one."""
    district = match.place.adm2_code if match.place and precision != _AREAS[0] else None
    return (_AREAS[0], match.adm1_code) if district is None else ("district", district)


def _is_area_of(part: Part, codes: set[tuple[str, str | None]]) -> bool:
    match = part.mention.match
    return match.precision in _AREAS and _code_of(match, match.precision) in codes


def _lies_in(text: str, inner: Part, outer: Part, wording: Wording) -> bool:
    """Say whether "A in B", "A, B" or "A (B)" puts A into B."""
    gap = text[inner.end : outer.start]
    if inner.role in _ELSEWHERE or len(gap) > _GAP:
        return False
    if not wording.pattern("places", "within").fullmatch(gap):
        return False
    if wording.pattern("places", "counted").search(gap):
        return False
    if inner.mention.match.precision in _AREAS and outer.mention.match.precision not in _AREAS:
        return False
    if _is_list(gap, wording) and wording.pattern("places", "joined").search(gap):
        return False
    said_in = wording.pattern("places", "inside").search(gap) is not None
    if "," in gap and not said_in:
        return _is_wider(inner, outer) and inner.mention.match.precision not in _AREAS
    return said_in or _is_wider(inner, outer)


def _is_wider(inner: Part, outer: Part) -> bool:
    """Say whether one place is an area, or bears the name of the other's governorate."""
    match = outer.mention.match
    named = match.place is not None and match.place.name == inner.mention.match.adm1_name
    return match.precision in (*_AREAS, "area") or named


def _leads(text: str, parts: Sequence[Part], at: int, wording: Wording) -> bool:
    """Say whether a sentence begins "In B," or "B:" and tells of others after it."""
    part = parts[at]
    if not any(other.is_struck for other in parts[at + 1 :]):
        return False
    following = parts[at + 1]
    if _CHAIN.fullmatch(text, part.end, following.start) and _is_wider(following, part):
        return True  # "Homs - Talbiseh - "
    lead = text[: part.start].strip(" \u00a0-•*")
    opens = wording.pattern("places", "opening").fullmatch(lead)
    ends = wording.pattern("places", "ends").match(text, part.end)
    in_list = _is_list(text[part.end : following.start], wording)
    return opens is not None and ends is not None and not in_list
