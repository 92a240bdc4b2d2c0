"""Lists of places in a text: "X, Y and Z". What one of them is says what the others are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from gazetteer.match import Match
from gazetteer.mentions.spans import Span
from gazetteer.places import Place, distance_km

__all__ = ["find_lists", "find_near", "is_far_from_its_list", "support_by_list"]

SURE_SHARE = 0.79  # of a place that only the others of its list speak for
NEAR_KM = 45.0  # from the nearest of them
MOST = 40  # names of one list; more are read as the next
LONGEST_GAP = 40  # characters between two of them
FAR_KM = 70.0  # farther off, another place of that name is looked for among them
_GAP = re.compile(
    r"\s*[,;]\s*(?:(?:and|or|as well as)\s+)?(?:also\s+)?(?:in\s+)?(?:the\s+)?"
    r"(?:(?:towns?|villages?|city|cities)\s+of\s+)?#?"
    r"|\s+(?:and|or|&)\s+(?:in\s+)?(?:the\s+)?(?:(?:towns?|villages?|city|cities)\s+of\s+)?"
    r"#?|\s*/\s*"
    r"|\s*(?:[،,؛/–-]\s*و?|\s+و)\s*(?:(?:مدينة|بلدة|قرية|بلدات|قرى|مدن|مدينتي|بلدتي|قريتي)\s+)?(?:ال)?"
)
# "X, east of the River near Y": nothing but where X lies stands between.
_SAYS_WHERE = (
    r"a|small|located|situated|lying|which|that|is|lies|just|town|village|area|district|of|on|in|"
    r"bank|side|(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?|"
    r"the(?:\s+[A-Z][a-z]+)?|river|الواقعة|الواقع|في|على|ضفة|(?:شمال|جنوب|شرق|غرب)ي?|نهر|ال\w+"
)
_NEAR = re.compile(
    rf"[,،(]?\s*(?:(?:{_SAYS_WHERE})\s+){{0,8}}(?:near|close to|next to|adjacent to|قرب|بالقرب من|"
    r"القريبة من|القريب من|بجوار)\s+(?:the\s+)?(?:(?:town|village|city)\s+of\s+|"
    r"(?:مدينة|بلدة|قرية)\s+)?"
)


def find_lists(text: str, spans: Sequence[Span]) -> list[range]:
    """Return the runs of two spans or more that stand in one list, each as a range of indexes."""
    lists: list[range] = []
    first = 0
    for at in range(1, len(spans) + 1):
        if at < len(spans) and at - first < MOST and _is_joined(text, spans[at - 1], spans[at]):
            continue
        if at - first > 1:
            lists.append(range(first, at))
        first = at
    return lists


def find_near(text: str, spans: Sequence[Span]) -> list[range]:
    """Return the pairs of a name and the one that it is said to be near: "X, east of Y near Z"."""
    return [
        range(at, at + 2)
        for at in range(len(spans) - 1)
        if _NEAR.fullmatch(text, spans[at].end, spans[at + 1].start)
    ]


def is_far_from_its_list(match: Match, others: Iterable[Match]) -> bool:
    """Say whether a place lies far from all the sure ones that stand beside its name."""
    sure = [place for other in others if (place := _sure_place(other)) is not None]
    return bool(sure) and match.lon is not None and _nearest_km(match, sure) > FAR_KM


def _is_joined(text: str, one: Span, other: Span) -> bool:
    apart = other.start - one.end
    return 0 < apart <= LONGEST_GAP and _GAP.fullmatch(text, one.end, other.start) is not None


def support_by_list(
    matches: Sequence[Match], lists: Sequence[range], ask: Callable[[int, str], Match]
) -> list[Match]:
    """Return matches with those settled that only the sure places of their list speak for.

    ask: what a span means where a governorate, by its code, is stated. A name on no list, of
    several places, or far from all others of its list is taken for the place among them.
    """
    settled = list(matches)
    for own in lists:
        sure = [place for at in own if (place := _sure_place(matches[at])) is not None]
        codes = {place.adm1_code for place in sure}
        for at in own:
            others = [place for place in sure if place is not matches[at].place]
            if not others or not _is_open(matches[at], others):
                continue
            asked = [ask(at, code) for code in sorted(filter(None, codes))]
            fits = [found for found in asked if _fits(found, others)]
            if len({found.place.place_id for found in fits if found.place}) == 1:
                settled[at] = replace(fits[0], name=matches[at].name)
    return settled


def _sure_place(match: Match) -> Place | None:
    is_sure = match.lon is not None and match.likelihood >= SURE_SHARE
    return match.place if is_sure else None


def _is_open(match: Match, others: Sequence[Place]) -> bool:
    if match.method in ("none", "ambiguous"):
        return True
    return match.lon is not None and bool(match.rivals) and _nearest_km(match, others) > FAR_KM


def _fits(match: Match, others: Sequence[Place]) -> bool:
    is_sure = match.lon is not None and match.likelihood >= SURE_SHARE
    return is_sure and _nearest_km(match, others) <= NEAR_KM


def _nearest_km(match: Match, others: Sequence[Place]) -> float:
    own = match.place
    away = [km for other in others if own and (km := distance_km(own, other)) is not None]
    return min(away, default=0.0)
