"""What strikes were located with: a table that says so need not be located again."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

import shapely

from geo.land.boundaries import Boundaries
from geo.placing.evidence import Matches

__all__ = ["edition_of"]


@cache
def _release() -> str:
    try:
        return version("strikemap")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "none"


def edition_of(gazetteer: Matches, boundaries: Boundaries) -> str:
    """Return a text that changes with the places, the boundaries and this program's release."""
    content = sha256()
    for place in gazetteer.places:
        said = (place.place_id, place.name, place.lon, place.lat, place.uncertainty_km,
                place.adm1_code, place.spellings)  # fmt: skip
        content.update(repr(said).encode())
    for level, areas in sorted(boundaries.levels.items()):
        content.update(f"{level} {areas['code'].tolist()}".encode())
        for shape in shapely.to_wkb(areas.geometry.to_numpy()):
            content.update(shape)
    return f"{gazetteer.country} {_release()} {content.hexdigest()[:16]}"
