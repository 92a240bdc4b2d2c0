"""Relative places on the map: anchors looked up, then a point with an honest radius, or an area.

The point and its radius are worked out in `circles`. An anchor that is not found is never guessed.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import chain
from typing import Protocol

from gazetteer.match import Match, answer_none
from gazetteer.places import Place
from gazetteer.radii import FINEST_KM, WIDEST_KM, WIDEST_NEAR_KM, share_held
from gazetteer.relative.circles import Circle, circle_around
from gazetteer.relative.parse import Relative, parse_relative
from gazetteer.relative.subjects import (
    BESIDE,
    FARTHER,
    doubt,
    find_farther,
    locate_subject,
    names_place,
    refuse,
)
from gazetteer.spelling.names import fold, is_arabic

__all__ = ["Finder", "locate_relative"]

POINTS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
# "5 km north of the east of Idlib" is written; with more of them the radii would say nothing, and
# each takes some three times the time.
MOST_NESTED = 2
_WITHIN = re.compile("[,،]")  # between a name and what it lies in


class Finder(Protocol):
    """What is asked of a gazetteer here."""

    def match(self, name: str, governorate: str | None = None) -> Match:
        """Answer to a name."""

    def find_governorate(self, text: str) -> Place | None:
        """Return the governorate that a text names."""


def locate_relative(
    relative: Relative, gazetteer: Finder, *, governorate: str | None = None
) -> Match:
    """Answer to a relative place: method nearby with a point and radius, or an area, or why not.

    governorate is evidence for the anchors. A subject ("Babila, south of Saraqib") is answered
    by its own record where that lies within the circle, and is ambiguous by an anchor that is
    unknown. Without one an anchor that is ambiguous, vague or unknown gives that answer, with its
    rivals and reason.
    """
    if _nests(relative, MOST_NESTED):
        return answer_none(relative.text, "told by more than three directions and distances")
    area = _locate_area(relative, gazetteer)
    if not relative.subject:
        return area or _locate_first(relative, gazetteer, governorate)
    if area:
        named = gazetteer.match(relative.subject, area.adm1_name)
        if _names_another(relative.subject, area, gazetteer):
            other = f"names another governorate than {area.adm1_name}"
            lost = replace(area, name=relative.subject, place=None, reason=other)
            return doubt(relative, named, lost)
        return locate_subject(relative, area, named)
    named = gazetteer.match(relative.subject, governorate)
    return _locate_beside(relative, gazetteer, governorate, named)


def _nests(relative: Relative, allowed: int) -> bool:
    """Say whether names of a relative place are relative themselves, more than so many deep."""
    names = {relative.subject or "", *relative.anchors, *chain.from_iterable(relative.readings)}
    inner = filter(None, map(parse_relative, names))
    return any(allowed == 0 or _nests(one, allowed - 1) for one in inner)


def _names_another(subject: str, area: Match, gazetteer: Finder) -> bool:
    """Say whether a subject is another governorate's name: "Homs, Hama countryside"."""
    other = gazetteer.find_governorate(subject)
    if other is None or other.adm1_code == area.adm1_code:
        return False
    named = set(fold(area.adm1_name or "").split())  # Damascus lies in Rural Damascus
    return named.isdisjoint(fold(other.name).split())


def _locate_beside(
    relative: Relative, gazetteer: Finder, governorate: str | None, named: Match
) -> Match:
    """Answer to a subject by what it is said to lie by; ambiguous where that is nowhere here."""
    if relative.kind in FARTHER:
        anchor = _find_anchor(relative.anchors[0], gazetteer, governorate)
        found = find_farther(relative, anchor, named)
        if found is not None:
            return found
    around = _locate_first(relative, gazetteer, governorate)
    if around.lon is None and relative.kind in BESIDE and (named.place or named.rivals):
        lost = _find_lost(relative, gazetteer, governorate)
        if lost is not None:
            return doubt(relative, named, lost)
    return locate_subject(relative, around, named)


def _locate_first(relative: Relative, gazetteer: Finder, governorate: str | None) -> Match:
    """Locate by the first way to part the anchors that is found whole."""
    readings = [relative.anchors, *relative.readings]
    answers = []
    for anchors in readings:
        found = [_find_anchor(name, gazetteer, governorate) for name in anchors]
        read = replace(relative, anchors=anchors, kind=_kind_of(relative, anchors))
        answers.append(_locate(read, found))
        if all(anchor.lon is not None for anchor in found):
            return answers[-1]
    return next((answer for answer in answers if answer.method == "ambiguous"), answers[0])


def _kind_of(relative: Relative, anchors: tuple[str, ...]) -> str:
    return "road_to" if relative.kind == "road" and len(anchors) == 1 else relative.kind


def _find_anchor(name: str, gazetteer: Finder, governorate: str | None) -> Match:
    """Match an anchor; where a point is asked, "Idlib" is the town rather than the governorate."""
    found = gazetteer.match(name, governorate)
    if found.lon is not None or found.method == "vague":
        return found
    town = gazetteer.match(f"مدينة {name}" if is_arabic(name) else f"{name} city", governorate)
    return town if town.lon is not None else found


def _find_lost(relative: Relative, gazetteer: Finder, governorate: str | None) -> Match | None:
    """Return the answer to the first anchor that is a name and no place here; None for none."""
    for name in relative.anchors:
        found = _find_anchor(name, gazetteer, governorate)
        if found.method == "none" and names_place(name, relative.text):
            return replace(found, name=name)
    return None


def _locate_area(relative: Relative, gazetteer: Finder) -> Match | None:
    """Answer with a governorate to "southern countryside of Idlib" or "northern Idlib"."""
    of_area = relative.kind in ("countryside", "part", "front")
    if not of_area and not _names_governorate(relative):
        return None
    name = relative.anchors[0]
    latin, arabic = [f"rural {name}", f"{name} countryside"], [f"ريف {name}"]
    forms = [*arabic, *latin] if is_arabic(name) else [*latin, *arabic]
    rural = forms if relative.kind == "countryside" else []
    found = next(filter(None, map(gazetteer.find_governorate, [*rural, name])), None)
    if found is None:
        return None
    within = gazetteer.match(name) if _WITHIN.search(name) else None
    if within is not None and within.method in ("none", "ambiguous"):
        return refuse(relative, name, within)  # "Homs, Hama": one is not counted for both
    side = f"the {_in_words(relative.bearing)} of " if relative.bearing is not None else ""
    return Match(
        name=relative.text, method="nearby", score=0.9, precision="governorate", place=found,
        reason=f"{side}{found.name} governorate: known only as an area, no point",
        adm1_code=found.adm1_code or found.place_id, adm1_name=found.adm1_name or found.name,
    )  # fmt: skip


def _names_governorate(relative: Relative) -> bool:
    words = r"\b(?:governorate|province|muhafazah?)\b|محافظة"
    return len(relative.anchors) == 1 and re.search(words, relative.anchors[0].lower()) is not None


def _locate(relative: Relative, anchors: list[Match]) -> Match:
    """Answer to one reading: the first anchor without a point is the answer's reason."""
    for name, anchor in zip(relative.anchors, anchors, strict=True):
        if anchor.lon is None:
            return refuse(relative, name, anchor)
    if relative.kind == "road_to":
        return _say_vague(relative, anchors, "a road, with nothing said of where along it")
    circle = circle_around(relative, [_circle(anchor) for anchor in anchors])
    if circle.radius_km > WIDEST_KM:
        wide = f"a circle of {circle.radius_km:.0f} km would be needed, too wide for a point"
        return _say_vague(relative, anchors, wide)
    if relative.kind == "front" and any(anchor.method != "exact" for anchor in anchors):
        return refuse(relative, relative.anchors[0], anchors[0])
    codes = {anchor.adm1_code for anchor in anchors}
    shared = len(codes) == 1
    holds_anchor = relative.kind in ("near", "front", "outskirts", "part")
    return replace(
        anchors[0], name=relative.text, method="nearby", reason=_explain(relative, anchors, circle),
        score=_score(anchors, circle), share=math.prod(anchor.likelihood for anchor in anchors),
        precision="near" if circle.radius_km <= WIDEST_NEAR_KM else "area",
        place=anchors[0].place if holds_anchor else None, lon=circle.lon, lat=circle.lat,
        uncertainty_km=circle.radius_km, rivals=(),
        adm1_code=anchors[0].adm1_code if shared else None,
        adm1_name=anchors[0].adm1_name if shared else None,
    )  # fmt: skip


def _score(anchors: list[Match], circle: Circle) -> float:
    """Return how often the circle holds the true place: as sure as the anchors of it."""
    sure = math.prod(anchor.score or 0.5 for anchor in anchors)
    return round(sure * share_held(circle.radius_km), 3)


def _circle(anchor: Match) -> Circle:
    assert anchor.lon is not None  # noqa: S101 - for mypy; the caller has looked
    assert anchor.lat is not None  # noqa: S101 - as above
    return Circle(anchor.lon, anchor.lat, anchor.uncertainty_km or FINEST_KM)


def _say_vague(relative: Relative, anchors: list[Match], why: str) -> Match:
    return replace(
        anchors[0], name=relative.text, method="vague", score=None, precision="unknown",
        place=None, lon=None, lat=None, uncertainty_km=None, adm1_code=None, adm1_name=None,
        rivals=(), reason=f"“{relative.text}”: {why}",
    )  # fmt: skip


def _in_words(bearing: float | None) -> str:
    return POINTS[round((bearing or 0.0) / 45) % 8]


def _explain(relative: Relative, anchors: list[Match], circle: Circle) -> str:
    names = " and ".join(anchor.place.name if anchor.place else anchor.name for anchor in anchors)
    side = f"{_in_words(relative.bearing)} " if relative.bearing is not None else ""
    words = {
        "offset": f"{relative.distance_km or 0:.3g} km {side}{'of' if side else 'from'} {names}",
        "direction": f"{side}of {names}, no distance given",
        "countryside": f"{side}countryside of {names}",
        "between": f"halfway between {names}",
        "road": f"halfway along the road between {names}",
        "near": f"near {names}",
        "front": f"a front at {names}",
        "outskirts": f"{side}outskirts of {names}",
        "part": f"{side}part of {names}",
    }
    return f"{words[relative.kind]}: within {circle.radius_km:.3g} km"
