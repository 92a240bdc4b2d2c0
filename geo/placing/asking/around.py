"""Around a place: "Talbisah,5" becomes a circle around the point that the gazetteer has for it."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from gazetteer.match import Match
from gazetteer.matching.ladder import Gazetteer
from gazetteer.places import Place
from gazetteer.several import Gazetteers
from geo.errors import FilterError
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.nearness import Near, count_near

__all__ = ["note_near", "settle_around"]

MOST_RIVALS = 4  # places of one name that are told
_HINT = "write it as a place and kilometres, such as around=Talbisah,5"
_NEAR = "give its point as near=lon,lat,km"


def settle_around(filters: Filters, gazetteer: Gazetteer | Gazetteers | None) -> Filters:
    """Return filters whose `around` is a circle around the place's point, in `near`.

    `around` is `PLACE,km`, or `PLACE,GOVERNORATE,km`; the place by any spelling, or by its id as
    `strikemap gazetteer search` tells it. Raises FilterError where it is neither, where `near` is
    given too, and for a name that is not one place with a point.
    """
    if not filters.around:
        return filters
    if filters.near:
        raise FilterError("filter: near and around are both given; keep one")
    place, km = _part(filters.around)
    name, _, governorate = (part.strip() for part in place.partition(","))
    if gazetteer is None:
        raise FilterError(f"filter: around={filters.around}: no gazetteer is at hand; {_NEAR}")
    listed = next((each for each in gazetteer.places if each.place_id == name), None)
    if listed and listed.lon is not None and listed.lat is not None:
        return replace(filters, around="", near=Near(listed.lon, listed.lat, km, listed.name))
    found = gazetteer.match(listed.name if listed else name, governorate or None)
    if found.lon is None or found.lat is None or found.place is None:
        raise FilterError(f"filter: around={filters.around}: {_say_unplaced(found)}")
    return replace(filters, around="", near=Near(found.lon, found.lat, km, found.place.name))


def note_near(filters: Filters, strikes: pd.DataFrame, claims: pd.DataFrame | None = None) -> str:
    """Say how many of the strikes that pass all other filters lie within `near`; "" without it.

    claims: as `filter_strikes` takes them. Surely, where a strike's whole radius lies within;
    possibly, where it touches; not judged, where a strike has no point. The first two pass.
    """
    if not filters.near:
        return ""
    found = count_near(filter_strikes(strikes, replace(filters, near=None), claims), filters.near)
    return (
        f"{filters.near.in_words()}: {found.sure:,} surely, {found.possible:,} possibly (their "
        f"radius reaches in), {found.no:,} not; {found.not_judged:,} without a point are not judged"
    )


def _part(around: str) -> tuple[str, float]:
    place, _, said = around.rpartition(",")
    try:
        km = float(said.strip().removesuffix("km"))
    except ValueError:
        km = 0.0
    if not place.strip() or not km > 0:
        raise FilterError(f"filter: around={around} is not read; {_HINT}")
    return place.strip(), km


def _say_unplaced(found: Match) -> str:
    """Say why a name has no point of its own, and what can be asked instead."""
    if found.rivals:
        told = "; ".join(_tell(rival) for rival in found.rivals[:MOST_RIVALS])
        more = len(found.rivals) - MOST_RIVALS
        rest = f"; and {more} more" if more > 0 else ""
        return (
            f"several places are called {found.name!r}: {told}{rest}; say its governorate, "
            "as around=PLACE,GOVERNORATE,km, or its id, as around=ID,km"
        )
    if found.place is not None:
        return f"{found.place.name} is an area; ask for it with {_part_of(found.place)}"
    return f"no place of this name is known ({found.reason}); {_NEAR}"


def _part_of(area: Place) -> str:
    """Return the filter that takes an area: of one below a district, its district."""
    if area.kind == "governorate":
        return f"governorate={area.adm1_code}"
    return f"district={area.adm2_code}" if area.adm2_code else "governorate= or district="


def _tell(place: Place) -> str:
    where = place.adm1_name or "governorate not known"
    return f"{place.name} ({place.kind}, {where}, {place.place_id})"
