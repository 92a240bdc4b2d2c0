"""Subjects: the place itself, where a text says both its name and what it lies by.

"Babila, south of Saraqib", "IDP camp near Sarmada": the record of that name which lies there, else
what the rest of the text says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from gazetteer.abroad import find_country
from gazetteer.match import Match
from gazetteer.places import Place
from gazetteer.radii import FINEST_KM
from gazetteer.relative.circles import apart_km, bearing_between
from gazetteer.relative.parse import Relative
from gazetteer.spelling.names import fold
from gazetteer.spelling.parts import is_type_word, names_nothing, read_parts

__all__ = ["BESIDE", "FARTHER", "doubt", "find_farther", "locate_subject", "names_place", "refuse"]

# "X, near Y" is said of places much farther from a large town than "near Y" alone; by hand.
NAMED_NEAR_KM = 50.0
ASIDE_DEG = 22.5  # how far outside the sector of its direction word such a place may lie
FARTHER = ("near", "direction")  # kinds of relative places that `find_farther` looks at
BESIDE = (*FARTHER, "offset")  # that say where their subject lies
_LISTED = ("exact", "ambiguous")
# What lies by a place and is no place of a list: it says nothing against a name.
_FEATURES = re.compile(
    r"\d|\b(?:borders?|frontiers?|rivers?|coast|sea|lakes?|canal|valley|desert|mountains?|forest"
    r"|front ?lines?|euphrates|tigris|orontes|mediterranean)\b"
    r"|^(?:ال)?(?:حدود|طريق|نهر|ساحل|بحر|بحيره|بحيرة|جبل|جبال|وادي|باديه|بادية|خط|خطوط|اوتوستراد"
    r"|فرات|دجله|دجلة|عاصي)(?!\w)",
    re.IGNORECASE,
)
_LOWER = re.compile(r"(?<![\w'’-])[a-z][\w'’]*")
_PARTICLES = frozenset(
    ("al", "el", "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az", "of", "the", "de", "du")
)


def locate_subject(relative: Relative, around: Match, named: Match) -> Match:
    """Choose the named place that lies where the rest of the text puts it."""
    if around.lon is None:
        reason = f"{named.reason}; {around.reason}" if around.place else named.reason
        return replace(named, name=relative.text, reason=reason)
    if relative.kind == "near" and named.method not in _LISTED:
        return around
    fitting = [place for place in _candidates(named) if _holds(around, place)]
    if not fitting:
        if named.lon is None:
            village = relative.kind == "direction" and not is_type_word(fold(named.name))
            return refuse(relative, named.name, named) if village else around
        return _contradict(relative, around, named)
    if len(fitting) > 1:
        return replace(named, name=relative.text, rivals=tuple(fitting))
    return _choose(relative, around, named, fitting[0])


def doubt(relative: Relative, named: Match, anchor: Match) -> Match:
    """Answer ambiguous to a place said to lie by what is nowhere here: it may be another's name."""
    return replace(
        refuse(relative, anchor.name, anchor), method="ambiguous", rivals=tuple(_candidates(named))
    )


def names_place(anchor: str, text: str) -> bool:
    """Say whether an anchor is a name, rather than a road, a river, a border or "a school".

    text: all that was written; where it has capitals, a small letter begins no name.
    """
    said = fold(anchor)
    if names_nothing(read_parts(anchor)) or _FEATURES.search(said) or find_country(anchor):
        return False
    if _PARTICLES.issuperset(said.split()):
        return False
    small = {word[0] for word in _LOWER.finditer(anchor)} - _PARTICLES
    return text.islower() or all(is_type_word(fold(word)) for word in small)


def find_farther(relative: Relative, anchor: Match, named: Match) -> Match | None:
    """Return the listed place of a name that lies farther off than the words by themselves reach.

    The only one of its name within 50 km for "near"; to the side said and in the governorate of
    the anchor for a direction. None for all others.
    """
    if relative.kind not in FARTHER or named.method != "exact":
        return None
    far = [place for place in _candidates(named) if _lies_beyond(relative, anchor, place)]
    if len(far) != 1 or named.place is None or far[0].place_id != named.place.place_id:
        return None
    where = "near" if relative.kind == "near" else "on the side said of"
    return replace(named, name=relative.text, reason=f"{named.reason}; {where} {anchor.name}")


def refuse(relative: Relative, name: str, anchor: Match) -> Match:
    """Answer nothing because of one name of a relative place, for its own reason."""
    method = anchor.method if anchor.method in ("ambiguous", "vague") else "none"
    return replace(
        anchor, name=relative.text, method=method, score=None, precision="unknown", place=None,
        lon=None, lat=None, adm1_code=None, adm1_name=None, uncertainty_km=None,
        reason=f"“{name}” in “{relative.text}”: {_say_known(anchor)}",
    )  # fmt: skip


def _say_known(anchor: Match) -> str:
    if anchor.place is None:
        return anchor.reason
    if anchor.lon is None:
        return "is known only as an area"
    return f"is not listed so, only like {anchor.place.name}; too unsure for what lies by it"


def _choose(relative: Relative, around: Match, named: Match, place: Place) -> Match:
    if named.place is not None and named.place.place_id == place.place_id:
        return replace(named, name=relative.text)
    return replace(
        around, reason=f"{place.name}: the one of that name there; {around.reason}",
        precision="near" if place.kind == "area" else "settlement", place=place, lon=place.lon,
        lat=place.lat, uncertainty_km=place.uncertainty_km or FINEST_KM,
        adm1_code=place.adm1_code, adm1_name=place.adm1_name,
    )  # fmt: skip


def _contradict(relative: Relative, around: Match, named: Match) -> Match:
    far = f"{named.name} is known, but not {relative.kind} {' and '.join(relative.anchors)}"
    return replace(
        around, method="ambiguous", reason=far, precision="unknown", place=None, lon=None,
        lat=None, uncertainty_km=None, adm1_code=None, adm1_name=None,
        rivals=tuple(_candidates(named)),
    )  # fmt: skip


def _candidates(named: Match) -> Iterable[Place]:
    return ([named.place] if named.place else []) + list(named.rivals)


def _holds(around: Match, place: Place) -> bool:
    if place.lon is None or place.lat is None or around.lon is None or around.lat is None:
        return False
    away = apart_km((around.lon, around.lat), (place.lon, place.lat))
    return away <= ((around.uncertainty_km or 0) + (place.uncertainty_km or FINEST_KM))


def _lies_beyond(relative: Relative, anchor: Match, place: Place) -> bool:
    if place.lon is None or place.lat is None or anchor.lon is None or anchor.lat is None:
        return False
    start, end = (anchor.lon, anchor.lat), (place.lon, place.lat)
    if relative.kind == "near":
        return apart_km(start, end) <= NAMED_NEAR_KM
    off = abs((bearing_between(start, end) - (relative.bearing or 0.0) + 180) % 360 - 180)
    beside = off <= relative.span_deg / 2 + ASIDE_DEG
    return beside and place.adm1_code is not None and place.adm1_code == anchor.adm1_code
