"""Names that say which road, train or water was struck, and not where: ends of routes, rivers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.words.wholes import COUNTRY, Part
from reports.words.wording import Wording

__all__ = ["leave_rivers", "leave_routes"]

_LOOK = 110  # signs before and behind a name that are looked at
_DASH = re.compile(r"[»\"”]?\s?[-‐‑–—]\s?[«\"“]?")  # between the ends of a route
_REFERENCE = "reference"


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
