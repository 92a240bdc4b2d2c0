"""What strikes were located with: a table that says so need not be located again."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

import shapely

from gazetteer.abroad import is_country
from geo.land.boundaries import Boundaries
from geo.placing.evidence import Matches

__all__ = ["countries_in", "edition_of", "hash_places", "name_editions", "release_of"]

_DIGITS = 12  # of each of the two hashes


@cache
def release_of() -> str:
    """Return this program's release; "none" where it is not installed."""
    try:
        return version("strikemap")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "none"


def edition_of(gazetteer: Matches, boundaries: Boundaries) -> str:
    """Return a text that changes with the places, the boundaries and this program's release."""
    land = ",".join(boundaries.countries or (boundaries.country,))
    hashes = f"{hash_places(gazetteer)}-{_hash_land(boundaries)}"
    return f"{gazetteer.country} {land} {release_of()} {hashes}"


def hash_places(gazetteer: Matches) -> str:
    """Return a short text that changes with anything said of a place, and with what was decided."""
    content = sha256()
    for place in gazetteer.places:
        content.update(repr(place).encode())
    content.update(repr(gazetteer.decided.all).encode())
    return content.hexdigest()[:_DIGITS]


def _hash_land(boundaries: Boundaries) -> str:
    content = sha256()
    for level, areas in sorted(boundaries.levels.items()):
        content.update(f"{level} {areas['code'].tolist()}".encode())
        for shape in shapely.to_wkb(areas.geometry.to_numpy()):
            content.update(shape)
    return content.hexdigest()[:_DIGITS]


def name_editions(edition: str) -> tuple[str, str]:
    """Return the editions of places and of boundaries in words; empty ones for none.

    >>> name_editions("sy sy,iq 0.1.0 0123456789ab-ba9876543210")
    ('places of sy, edition 0123456789ab', 'areas of sy, iq, edition ba9876543210')
    """
    parts = edition.split()
    if len(parts) < 4:
        return "", ""
    places, _, land = parts[-1].partition("-")
    named, areas = (codes.replace(",", ", ") for codes in parts[:2])
    return f"places of {named}, edition {places}", f"areas of {areas}, edition {land or places}"


def countries_in(edition: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the countries of an edition, and those whose places were looked up; () for none.

    >>> countries_in("iq sy,iq 0.1.0 0123456789abcdef"), countries_in("")
    ((('sy', 'iq'), ('iq',)), ((), ()))
    """
    named, land, *_ = [*edition.split(), "", ""]
    known = all(is_country(code) for code in [*named.split(","), *land.split(",")])
    return (tuple(land.split(",")), tuple(named.split(","))) if known else ((), ())
