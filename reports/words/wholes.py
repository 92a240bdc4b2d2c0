"""Places beside one another in a sentence: which is a part of which, so that one is the struck."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gazetteer.match import Match
from gazetteer.mentions.document import Mention
from gazetteer.places import distance_km
from reports.words.wording import Wording, is_list, is_said_area

__all__ = [
    "AREAS",
    "COUNTRY",
    "NAMESAKE",
    "PART_KM",
    "REGION",
    "STRUCK",
    "Part",
    "find_wholes",
    "is_list",
    "is_quarter_of",
    "km_of_quarter",
    "leave_finest",
    "widen",
]

NEAR, STRUCK, REGION, COUNTRY = "near", "struck", "region", "country"
_GAP = 60  # signs between two places of which one lies in the other
NAMESAKE = "namesake"  # a quarter of another town, far from the one that it is said to be of
_ELSEWHERE = ("origin", "fled", "source", "dateline", "facility", COUNTRY, NAMESAKE)
_QUARTERS = ("neighbourhood", "site")
PART_KM = 12.0  # from a town's middle; no quarter of its own lies as far
_BESIDE_KM = 30.0  # of a camp or a site that is said to be south of a town
_TOWNS_KM = 100.0  # of a town that is said to be south of another
_LANDMARK_KM = 100.0  # of an air base or a dam that is said to be north of a city
AREAS = ("governorate", "district", "subdistrict")
_QUOTES = {ord(sign): None for sign in '"“”«»'}
_LEAST_WORD = 4  # letters: "district of" and "neighbourhood in" name a kind, "of" and "in the" none
_WORD = re.compile(r"\w+")
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


def find_wholes(text: str, parts: list[Part], wording: Wording) -> list[Part]:
    """Call a town struck where the quarter said to be its own is known only far from it.

    That quarter is another's namesake; of "north-east of Rafah" the place is near Rafah.
    """
    result = list(parts)
    for at, (part, whole) in enumerate(pairwise(parts)):
        gap = text[part.end : whole.start]
        if part.is_struck and _is_unknown_quarter(part, whole, gap, wording):
            result[at : at + 2] = [replace(part, role=NAMESAKE), replace(whole, role=STRUCK)]
            continue
        beside = wording.pattern("places", "beside").fullmatch(gap) is not None
        if not (beside or wording.pattern("places", "quarter").fullmatch(gap)):
            continue
        most, apart = (_BESIDE_KM, _TOWNS_KM) if beside else (PART_KM, PART_KM)
        if beside and wording.pattern("places", "landmark").search(part.mention.surface):
            most = _LANDMARK_KM
        if (
            part.is_struck
            and whole.role in (STRUCK, "reference")
            and (_is_namesake(part, whole, most) or _is_town_elsewhere(part, whole, gap, apart))
        ):
            result[at] = replace(part, role=NAMESAKE)
            result[at + 1] = replace(whole, role="near" if beside else STRUCK)
    return result


def _is_unknown_quarter(part: Part, whole: Part, gap: str, wording: Wording) -> bool:
    """Say whether a town's quarter is on no list: "Салтівський район Харкова" is in the town."""
    named = wording.pattern("places", "area").search(part.mention.surface) is not None
    town = whole.mention.match.precision == "settlement" and whole.role == STRUCK
    return named and town and gap.isspace() and part.mention.match.place is None


def _is_namesake(part: Part, whole: Part, most: float) -> bool:
    """Say whether a quarter is a point so far from a town, in km, that it is none of the town's."""
    away = km_of_quarter(part.mention.match, whole.mention.match)
    return away is not None and away > most


def _is_town_elsewhere(part: Part, whole: Part, gap: str, most: float) -> bool:
    """Say whether what is called a quarter of a town is known as a town of another governorate.

    "The Karima district of El Obeid" is not Karima, 600 km away. In its own governorate a district
    may be the town's whole one. most: km between the two.
    """
    called = any(len(word) >= _LEAST_WORD for word in _WORD.findall(gap))
    one, other = part.mention.match, whole.mention.match
    towns = one.precision == other.precision == "settlement"
    if not (called and towns and one.place and other.place):
        return False
    areas = one.place.adm1_code, other.place.adm1_code
    away = distance_km(one.place, other.place)
    return all(areas) and areas[0] != areas[1] and away is not None and away > most


def is_quarter_of(one: Match, other: Match) -> bool:
    """Say whether a quarter or a site lies as near to a town's middle as its own do."""
    away = None if other.precision in _QUARTERS else km_of_quarter(one, other)
    return away is not None and away <= PART_KM


def km_of_quarter(one: Match, other: Match) -> float | None:
    """Return how far a quarter is from a town's middle; None for what is no quarter or no town."""
    if one.precision not in _QUARTERS or other.precision in AREAS:
        return None
    return distance_km(one.place, other.place) if one.place and other.place else None


def widen(text: str, parts: Sequence[Part], wording: Wording) -> list[Part]:
    """Call a place region where the one before it lies in it, or the sentence opens with it."""
    result = list(parts)
    heads: set[int] = set()  # those that hold what stands after them
    for at, part in enumerate(parts):
        if part.is_struck:
            before = _before(text, parts, at, wording)
            inside = before is not None and _lies_in(text, before, part, wording)
            leads = _leads(text, parts, at, wording) or _owns(text, parts, at, wording)
            if (inside and at - 1 not in heads) or leads:
                result[at] = replace(part, role=REGION)
            if leads:
                heads.add(at)
    return result


def _before(text: str, parts: Sequence[Part], at: int, wording: Wording) -> Part | None:
    """Return the place before one, past a country that owns it: "Arbid in Iraq's Kurdistan"."""
    before = parts[at - 1] if at else None
    if at < 2 or before is None or before.role != COUNTRY:
        return before
    gap = text[before.end : parts[at].start]
    owns = wording.pattern("places", "owner").fullmatch(gap) is not None
    return parts[at - 2] if owns else before


def _owns(text: str, parts: Sequence[Part], at: int, wording: Wording) -> bool:
    """Say whether the next place is a part of one: "Saraqib's eastern quarter of X"."""
    following = parts[at + 1] if at + 1 < len(parts) else None
    if following is None or not following.is_struck:
        return False
    return _is_owner(text, parts[at], following, wording)


def _is_owner(text: str, one: Part, other: Part, wording: Wording) -> bool:
    """Say whether a place has the next as its part: "the Damascus district of X".

    Not "the X district of Damascus", where the first is the finer.
    """
    gap = text[one.end : other.start]
    if gap.startswith(("'", "’")) or " of" not in gap:
        return wording.pattern("places", "owner").fullmatch(gap) is not None
    wider = _rank(one.mention.match) - _rank(other.mention.match)
    if wider > 0 and wording.pattern("places", "owner_of_part").fullmatch(gap):
        return True
    return wider >= 0 and wording.pattern("places", "owner").fullmatch(gap) is not None


def _rank(match: Match) -> int:
    """Return 0 for what may be a part of a town, 1 for a town, 2 for an area.

    A quarter on no list is placed on the town that is said to hold it, as an area.
    """
    if match.precision == "settlement":
        return 1
    if match.place is not None and match.place.kind == "settlement":
        return 0
    return 2 if match.precision in (*AREAS, "area") else 0


def leave_finest(parts: Sequence[Part]) -> list[Part]:
    """Call an area of administration region where a struck place of the sentence lies in it."""
    fine = {
        _code_of(part.mention.match, precision)
        for part in parts
        if part.is_struck and part.mention.match.precision not in AREAS
        for precision in AREAS
    }
    return [
        replace(part, role=REGION) if part.is_struck and _is_area_of(part, fine) else part
        for part in parts
    ]


def _code_of(match: Match, precision: str) -> tuple[str, str | None]:
    """Return the code of the area that a place lies in: of its district where both have one."""
    district = match.place.adm2_code if match.place and precision != AREAS[0] else None
    return (AREAS[0], match.adm1_code) if district is None else ("district", district)


def _is_area_of(part: Part, codes: set[tuple[str, str | None]]) -> bool:
    match = part.mention.match
    return match.precision in AREAS and _code_of(match, match.precision) in codes


def _lies_in(text: str, inner: Part, outer: Part, wording: Wording) -> bool:
    """Say whether "A in B", "A, B" or "A (B)" puts A into B."""
    gap = text[inner.end : outer.start].translate(_QUOTES)
    if inner.role in _ELSEWHERE or len(gap) > _GAP or _is_owner(text, inner, outer, wording):
        return False  # "the Homs town of Talbiseh"
    if wording.pattern("clause", "break").search(gap):
        return False  # "in Homs, while in Talbiseh"
    if wording.pattern("places", "areas_listed").match(text, outer.end):
        return False  # "the Dnipro, Kharkiv and Odesa regions"
    if not wording.pattern("places", "within").fullmatch(gap):
        return False
    area = wording.pattern("places", "area")
    if gap.isspace() and any(area.search(one.mention.surface) for one in (inner, outer)):
        return True  # "Салтівський район Харкова", "Межова Синельниківського району"
    if wording.pattern("places", "counted").search(gap):
        return False
    if inner.mention.match.precision in AREAS and outer.mention.match.precision not in AREAS:
        return False
    if is_list(gap, wording) and wording.pattern("places", "joined").search(gap):
        return False
    said_in = wording.pattern("places", "inside").search(gap) is not None
    if "," in gap and not said_in:
        known = outer.mention.match.place is not None
        said = not known and is_said_area(text, (outer.start, outer.end), wording)
        wider = _is_wider(inner, outer) or said
        return wider and inner.mention.match.precision not in AREAS
    return said_in or _is_wider(inner, outer)


def _is_wider(inner: Part, outer: Part) -> bool:
    """Say whether one place is an area, or bears the name of the other's governorate."""
    match = outer.mention.match
    named = match.place is not None and match.place.name == inner.mention.match.adm1_name
    return match.precision in (*AREAS, "area") or named


def _leads(text: str, parts: Sequence[Part], at: int, wording: Wording) -> bool:
    """Say whether a sentence begins "In B," or "B:" and tells of others after it."""
    part = parts[at]
    if not any(other.is_struck for other in parts[at + 1 :]):
        return False
    following = parts[at + 1]
    if _CHAIN.fullmatch(text, part.end, following.start) and _is_wider(following, part):
        return True  # "Homs - Talbiseh - "
    if _heads(text, part, following, wording):
        return True
    said = wording.pattern("places", "area").search(following.mention.surface) is not None
    finer = part.mention.match.precision not in AREAS
    finer = finer and (said or _rank(following.mention.match) == 2)
    if finer and (_lies_in(text, part, following, wording) or _is_area_around(following, part)):
        return False  # "У Чугуєві Харківської області", "Hish: shells on houses, Idlib province"
    lead = text[: part.start].strip(" \u00a0-•*")
    opens = wording.pattern("places", "opening").fullmatch(lead)
    ends = wording.pattern("places", "ends").match(text, part.end)
    in_list = is_list(text[part.end : following.start], wording)
    return opens is not None and ends is not None and not in_list


def _is_area_around(area: Part, place: Part) -> bool:
    """Say whether an area of administration is the one that a place lies in, and not its seat."""
    other = place.mention.match
    is_seat = other.name == other.adm1_name
    return not is_seat and _is_area_of(area, {_code_of(other, level) for level in AREAS})


def _heads(text: str, part: Part, following: Part, wording: Wording) -> bool:
    """Say whether a title names an area before its place: "21-9-2013 Homs, Talbiseh: shelling"."""
    titled = wording.pattern("places", "titled").fullmatch(text, part.end, following.start)
    fine = following.mention.match.precision not in AREAS
    if titled is None or not fine or any(map(str.isalpha, text[: part.start])):
        return False
    if titled["area"] is None and not _is_wider(following, part):
        return False
    return wording.pattern("places", "title_ends").match(text, following.end) is not None
