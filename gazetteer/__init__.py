"""Names to places and back: a country's pack, added tables, and the ladder that matches.

Uses nothing of ours: it knows nothing of strikes.
"""

from gazetteer.errors import GazetteerError
from gazetteer.match import Match
from gazetteer.matching.ladder import Candidate, Gazetteer
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
    "load_gazetteer",
]
