"""What a place must be to be found and drawn: checked place by place before it is kept."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.limits import NAME
from gazetteer.tables.draft import Draft

__all__ = ["check_drafts"]

LARGEST_RADIUS = 1_000.0  # km; a place less sharp than that is none
MOST_PEOPLE = 10**10
MOST_PROMINENCE = 100


def check_drafts(path: Path, drafts: Iterable[Draft]) -> None:
    """Raise GazetteerError, naming file, row and remedy, for the first place that is none."""
    for draft in drafts:
        fault = _find_fault(draft)
        if fault:
            at = f"row {draft.row}" if draft.row else f"place {draft.place_id[:40]}"
            raise GazetteerError(f"{path}: {at} {fault}")


def _find_fault(draft: Draft) -> str:
    """Return what is wrong with a place and the remedy, '' where nothing is."""
    lon, lat = draft.lon, draft.lat
    if not draft.name.strip():
        return "has no name; fill it in or delete the row"
    if len(draft.name) > NAME.most or len(draft.name_ar or "") > NAME.most:
        return f"has a name of more than {NAME}; shorten it"
    if (lon is None) != (lat is None):
        return "has only one of lon and lat; give both or neither"
    # A comparison with NaN is false.
    if lon is not None and lat is not None and not (abs(lon) <= 180 and abs(lat) <= 90):
        return f"lon {lon} lat {lat} is off the globe; are they swapped?"
    radius = draft.uncertainty_km
    if radius is not None and not 0 <= radius <= LARGEST_RADIUS:
        return f"has a radius of {radius} km; give 0 to {LARGEST_RADIUS:.0f} or none"
    if draft.population is not None and not 0 <= draft.population <= MOST_PEOPLE:
        return f"has {draft.population} people; correct or empty its population"
    if not (math.isfinite(draft.prominence) and abs(draft.prominence) <= MOST_PROMINENCE):
        return f"has the prominence {draft.prominence}; give at most {MOST_PROMINENCE}"
    return ""
