"""Reasons: why a place was chosen, in one line that a person understands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from gazetteer.match import coarsen
from gazetteer.matching.candidates import head_of
from gazetteer.matching.evidence import Context, find_contradicted
from gazetteer.places import AREA_KINDS, Place
from gazetteer.spelling.names import glue_listed
from gazetteer.spelling.parts import Parts

if TYPE_CHECKING:
    from gazetteer.matching.ranking import Candidate

__all__ = ["explain_place", "list_places", "name_part", "write_met", "write_place"]


def explain_place(
    best: Candidate,
    parts: Parts,
    context: Context,
    governorates: Collection[str],
    rivals: int,
) -> str:
    """Return the reason for the best candidate: spelling, kind, governorate, whole, rivals.

    governorates are the names that a town may share, rivals how many places are less likely.
    """
    place = best.place
    where = write_place(place) if place.adm1_name else place.name
    met = "listed spelling of" if best.exact else f'like "{write_met(best)}":'
    reason = [f"{met} {where}"]
    if place.kind in AREA_KINDS:
        reason.append(f"a {place.kind}: an area, no point")
    elif place.name in governorates and parts.hint not in AREA_KINDS:
        reason.append("the town, not the governorate of that name")
    if parts.hint == "neighbourhood" and place.kind == "settlement":
        reason.append("listed as a town, not as a quarter")
    precision, radius = coarsen(place, parts.hint)
    if precision in AREA_KINDS:
        reason.append(f"the {precision} that it is the seat of: an area, no point")
    elif precision:
        reason.append(f"the {parts.hint} itself is not listed: within {radius:.0f} km of the place")
    reason += _explain_stated(place, context)
    if context.wholes and place is not context.wholes[0]:
        reason.append(f"looked up in {context.wholes[0].name}")
    if rivals:
        reason.append(f"{rivals} less likely place{'s' if rivals > 1 else ''} kept as rivals")
    return "; ".join(reason)


def write_met(best: Candidate) -> str:
    """Return the spelling that was met as it is listed, or that of the place in its own words."""
    place = best.place
    names = filter(None, (place.name, place.name_ar, *place.spellings))
    met = (name for name in names if glue_listed(head_of(name) or name) == best.spelling)
    return next(met, place.name)


def _explain_stated(place: Place, context: Context) -> Iterator[str]:
    """Yield whether a place lies in the governorate and the areas that are stated."""
    agrees = place.adm1_code == context.adm1_code
    if context.adm1_code and place.adm1_code:
        yield "governorate agrees" if agrees else "though another governorate is stated"
    contradicted = find_contradicted(place, context)
    if contradicted and (agrees or place.adm1_code is None or contradicted != "governorate"):
        yield f"though another {contradicted} is stated"


def name_part(parts: Parts) -> str:
    """Return the part that a name says, its type word with it."""
    return parts.full if parts.hint else parts.head


def list_places(places: Sequence[Place]) -> str:
    """Return places in words, at most four."""
    listed = ", ".join(map(write_place, places[:4]))
    return listed + (f" and {len(places) - 4} more" if len(places) > 4 else "")


def write_place(place: Place) -> str:
    """Return a place with its governorate; what its name has in brackets is said once.

    >>> write_place(Place("1", "Suran (Hama)", "settlement", adm1_name="Hama"))
    'Suran (Hama)'
    """
    area = place.adm1_name or place.adm1_code or "governorate unknown"
    if not place.name.endswith(")"):
        return f"{place.name} ({area})"
    own = place.name.rpartition("(")[2].rstrip(")")
    return place.name if place.adm1_name and own == area else f"{place.name[:-1]}, {area})"
