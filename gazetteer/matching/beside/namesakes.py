"""Namesakes: places of one governorate that share their own name share its spellings as well.

Added tables give the spellings of one of them and leave out the other's, which says nothing of
which of the two a spelling means. What the pack gives a place is its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nlargest

from gazetteer.matching.beside.second import Spelled
from gazetteer.matching.candidates import head_of
from gazetteer.places import Place
from gazetteer.spelling.names import fold_all, glue, glue_listed

__all__ = ["Namesakes"]

BEST = 3  # of a name's candidates; others are answers only where these are none


class Namesakes:
    """The settlements of each governorate that share their name in the other script."""

    def __init__(self, places: Sequence[Place], units: Mapping[str, int]) -> None:
        """Take the places and the number of every listed spelling."""
        self._places = places
        self._units = units
        named = [at for at, p in enumerate(places) if p.kind == "settlement" and p.name_ar]
        arabic = [places[at].name_ar or "" for at in named]
        folded = fold_all([head_of(name) or name for name in arabic])
        groups: dict[tuple[str, str | None], list[int]] = {}
        for at, name in zip(named, folded, strict=True):
            groups.setdefault((glue(name), places[at].adm1_code), []).append(at)
        self._of = {at: group for group in groups.values() if len(group) > 1 for at in group}

    def share(self, spelled: Spelled, priors: Sequence[float]) -> Spelled:
        """Return the spelled places with the namesakes of the best, spelled as well as those.

        priors: each place's own log-odds. The name that a list gives a place is its own alone.
        """
        found: Spelled = {}
        if self._of.keys().isdisjoint(spelled):
            return spelled
        for at in nlargest(BEST, spelled, key=spelled.__getitem__):
            total, odds, unit = spelled[at]
            if not self._places[at].added or at not in self._of or unit in self._own_units(at):
                continue
            for other in self._of[at]:
                known = spelled.get(other)
                if known is None or known[1] < odds:
                    found[other] = (total - priors[at] + priors[other], odds, unit)
        return {**spelled, **found} if found else spelled

    def _own_units(self, at: int) -> set[int | None]:
        place = self._places[at]
        names = (place.name, head_of(place.name), place.name_ar)
        return {self._units.get(glue_listed(name)) for name in names if name}
