"""Names to places and back: a country's pack, added tables, and the ladder that matches."""

from gazetteer.errors import GazetteerError
from gazetteer.ladder import Candidate, Gazetteer
from gazetteer.loading import load_gazetteer
from gazetteer.match import Match
from gazetteer.places import AREA_KINDS, PLACE_KINDS, Place

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
