"""Names to places and back: a country's pack, added tables, and the ladder that matches.

Uses nothing of ours: it knows nothing of strikes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer.errors import GazetteerError
    from gazetteer.match import Match
    from gazetteer.matching.ladder import Candidate, Gazetteer
    from gazetteer.online.geocoder import StrikemapGeocoder
    from gazetteer.places import AREA_KINDS, PLACE_KINDS, Place
    from gazetteer.tables.loading import load_gazetteer

__all__ = [
    "AREA_KINDS",
    "PLACE_KINDS",
    "Candidate",
    "Gazetteer",
    "GazetteerError",
    "Match",
    "Place",
    "StrikemapGeocoder",
    "load_gazetteer",
]

# The module of each name, loaded when the name is first used: an error or a folder needs none of
# them. tests/gazetteer/test_face.py holds it equal to the imports above.
_MODULES = {
    "AREA_KINDS": "gazetteer.places",
    "PLACE_KINDS": "gazetteer.places",
    "Candidate": "gazetteer.matching.ladder",
    "Gazetteer": "gazetteer.matching.ladder",
    "GazetteerError": "gazetteer.errors",
    "Match": "gazetteer.match",
    "Place": "gazetteer.places",
    "StrikemapGeocoder": "gazetteer.online.geocoder",
    "load_gazetteer": "gazetteer.tables.loading",
}


if not TYPE_CHECKING:  # for a type checker the imports above are the names, and the only ones

    def __getattr__(name: str) -> object:
        """Return a public name from its module; AttributeError for any other."""
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module 'gazetteer' has no attribute {name!r}")
        value = getattr(import_module(module), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Return every name, the public ones included that are not fetched yet."""
    return sorted({*globals(), *_MODULES})
