"""Sites: the listed airport, dam or crossing of a name, however its name and type word are spelled.

"Nairab military airport" is the airport listed as "Nayrab airport", not the town Nairab.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gazetteer.matching.candidates import Index, read_query
from gazetteer.matching.scoring import Weights, score_units
from gazetteer.places import Place
from gazetteer.spelling.parts import read_parts

__all__ = ["SITE_KINDS", "Sites"]

SITE_KINDS = ("airport", "dam", "crossing")
LEAST_ODDS = -2.0  # log-odds of a spelling: other letters for the same sounds, hardly more


class Sites:
    """The airports, dams and crossings of one gazetteer, by their names without type words."""

    def __init__(self, places: Sequence[Place], weights: Weights) -> None:
        self._places = [place for place in places if place.kind in SITE_KINDS]
        self._index = Index([_with_heads(place) for place in self._places])
        self._weights = weights

    def find(self, head: str, kind: str | None) -> Place | None:
        """Return the one site of a kind whose name without type words is near a folded one."""
        query = read_query(head)
        if kind not in SITE_KINDS or not query.glued:
            return None
        near = {
            at: own
            for unit, own in score_units(self._index, query, self._weights).items()
            for at in self._index.owners[unit]
            if own >= LEAST_ODDS and self._places[at].kind == kind
        }
        best = [at for at, own in near.items() if own == max(near.values())]
        return self._places[best[0]] if len(best) == 1 else None


def _with_heads(place: Place) -> Place:
    """Return a site that goes by its names without type words alone."""
    names = [name for name in (place.name, place.name_ar, *place.spellings) if name]
    heads = {part.head for part in map(read_parts, names) if part.hint == place.kind}
    return replace(place, name="", name_ar=None, spellings=tuple(sorted(heads)), variants=())
