"""The place names that are found in a text, at home and elsewhere."""

from __future__ import annotations

from gazetteer import load_gazetteer
from gazetteer.mentions.document import find_mentions

SYRIA = load_gazetteer("sy")


def found_in(text):
    """Return surface -> match of the mentions at home, areas and points alike."""
    return {
        m.surface: m.match
        for m in find_mentions(text, SYRIA)
        if m.country == "SY" and m.match.precision != "country"
    }


def elsewhere_in(text):
    """Return surface -> country of the mentions elsewhere in the world."""
    return {m.surface: m.country for m in find_mentions(text, SYRIA) if m.country != "SY"}
