"""Names that say what was struck, and not where: of roads, trains, waters, buildings, quarters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.words.wholes import AREAS, COUNTRY, NAMESAKE, PART_KM, Part, km_of_quarter
from reports.words.wording import Wording

__all__ = ["leave_facilities", "leave_far_quarters", "leave_rivers", "leave_routes"]

_LOOK = 110  # signs before and behind a name that are looked at
_DASH = re.compile(r"[»\"”]?\s?[-‐‑–—]\s?[«\"“]?")  # between the ends of a route
_REFERENCE = "reference"
_TOWNS = ("settlement", "area", *AREAS)  # of which streets bear the names
# From a town to its quarters, "Kharkiv was hit: the".
_PARTS_OF = re.compile(r"[^.;]{0,40}?(?:[:(]|\s[-–—])\s*[^.;:]{0,60}")


def leave_routes(text: str, parts: Sequence[Part], wording: Wording) -> list[Part]:
    """Call the ends of a route references: "the Kherson–Bilozerka bus", "поїзд Київ — Краматорськ".

    Where on its way a train, a bus or a road was struck is not said by them.
    """
    result = list(parts)
    for chain in _chains(text, parts):
        first, last = parts[chain[0]], parts[chain[-1]]
        head = text[max(0, first.start - _LOOK) : first.start]
        tail = text[last.end : last.end + _LOOK]
        before = wording.pattern("places", "way_of").search(head)
        others = len(chain) > 1 or (before is not None and (
            bool(before["from"]) or wording.pattern("places", "way_on").match(tail)))  # fmt: skip
        behind = len(chain) > 1 and wording.pattern("places", "way_behind").match(tail)
        if (before and others) or behind:
            for at in chain:
                result[at] = replace(parts[at], role=_REFERENCE)
    return result


def leave_rivers(text: str, parts: Sequence[Part], wording: Wording) -> list[Part]:
    """Call a river that bears a town's name no place: "a boat on the Dnipro near Kherson"."""
    return [replace(part, role="facility") if part.role != COUNTRY
            and _is_river(text, part, wording) else part for part in parts]  # fmt: skip


def _chains(text: str, parts: Sequence[Part]) -> Iterator[list[int]]:
    """Yield the places, by number, that dashes join, each alone that none does."""
    chain: list[int] = []
    for at, part in enumerate(parts):
        if part.role == COUNTRY or (part.role == "dateline" and part.mention.surface.isupper()):
            continue
        if chain and _DASH.fullmatch(text, parts[chain[-1]].end, part.start) is None:
            yield chain
            chain = []
        chain.append(at)
    if chain:
        yield chain


def _is_river(text: str, part: Part, wording: Wording) -> bool:
    since = max(0, part.start - _LOOK)
    river_of, river, ends, behind = (
        wording.pattern("places", name)
        for name in ("river_of", "river", "river_ends", "river_behind")
    )
    if river_of.search(text, since, part.start) or behind.match(text, part.end):
        return True
    return bool(river.search(text, since, part.end) and ends.match(text, part.end))


def leave_facilities(text: str, parts: list[Part], wording: Wording) -> list[Part]:
    """Call a building's name on no list no place where a place is named: "the X school in Hish".

    Nor is the name of a firm or a group one, wherever it stands, nor a town's that a street bears.
    """
    street, street_of = (wording.pattern("places", name) for name in ("street", "street_of"))
    parts = [replace(part, role="facility") if part.is_struck
             and (part.mention.match.rivals or part.mention.match.precision in _TOWNS)
             and (street.match(text, part.end) or street_of.search(text, 0, part.start)) else part
             for part in parts]  # fmt: skip
    facility, firm = (wording.pattern("places", name) for name in ("facility", "firm"))
    is_told = any(part.is_struck and part.mention.match.place for part in parts)
    named = [part for part in parts if part.is_struck and part.mention.match.place is None
             and not part.mention.match.rivals
             and (firm.search(part.mention.surface)
                  or (is_told and facility.match(text, part.end)))]  # fmt: skip
    named += _quarters_of_town(text, parts, wording)
    return [replace(part, role="facility") if part in named else part for part in parts]


def _quarters_of_town(text: str, parts: Sequence[Part], wording: Wording) -> list[Part]:
    """Return quarters on no list of the one town that stands before them: "Hish: the X quarter"."""
    struck = [part for part in parts if part.is_struck]
    area = wording.pattern("places", "quarter_name")
    own = [part for part in struck if part.mention.match.place is None
           and not part.mention.match.rivals and area.match(text, part.end)]  # fmt: skip
    towns = [part for part in struck if part not in own]
    is_one = len(towns) == 1 and towns[0].mention.match.precision == "settlement"
    return [part for part in own if is_one and towns[0].end <= part.start]


def leave_far_quarters(text: str, parts: Sequence[Part]) -> list[Part]:
    """Call a quarter a namesake's where it is told as a town's and lies by none that is named.

    Of "Kharkiv was hit: Kyivskyi district" the one known may be a district of Donetsk. "Jobar and
    Talbiseh", and a quarter told before any town, are places of their own.
    """
    towns = [part.mention.match for part in parts
             if part.mention.match.precision == "settlement" and part.role != COUNTRY]  # fmt: skip

    def is_told_as_part(part: Part) -> bool:
        ends = [one.end for one in parts if one.mention.match in towns and one.end <= part.start]
        return bool(ends) and _PARTS_OF.fullmatch(text, max(ends), part.start) is not None

    def is_far(part: Part) -> bool:
        match = part.mention.match
        if match.precision != "neighbourhood" or not is_told_as_part(part):
            return False
        away = [km_of_quarter(match, town) for town in towns]
        others = all(town.adm1_code != match.adm1_code for town in towns)
        return others and all(km is not None and km > PART_KM for km in away)

    return [replace(part, role=NAMESAKE) if part.is_struck and is_far(part) else part
            for part in parts]  # fmt: skip
