"""What strikes were located with: a table that says so need not be located again."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

import shapely

from gazetteer.abroad import is_country
from geo.land.boundaries import Boundaries
from geo.placing.evidence import Matches

__all__ = ["countries_in", "edition_of"]


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
    content.update(repr(gazetteer.decided.all).encode())
    for level, areas in sorted(boundaries.levels.items()):
        content.update(f"{level} {areas['code'].tolist()}".encode())
        for shape in shapely.to_wkb(areas.geometry.to_numpy()):
            content.update(shape)
    land = ",".join(boundaries.countries or (boundaries.country,))
    return f"{gazetteer.country} {land} {_release()} {content.hexdigest()[:16]}"


def countries_in(edition: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the countries of an edition, and those whose places were looked up; () for none.

    >>> countries_in("iq sy,iq 0.1.0 0123456789abcdef"), countries_in("")
    ((('sy', 'iq'), ('iq',)), ((), ()))
    """
    named, land, *_ = [*edition.split(), "", ""]
    known = all(is_country(code) for code in [*named.split(","), *land.split(",")])
    return (tuple(land.split(",")), tuple(named.split(","))) if known else ((), ())
