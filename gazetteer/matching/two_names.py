"""Two names of one place: where both are names of places they are weighed together.

Where one of them is vague or no name, the other answers. Where one says how far and which way
from a place, it answers if the other agrees, and nobody does where they disagree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gazetteer.match import Match, answer_rivals
from gazetteer.matching.reasons import list_places
from gazetteer.places import Place, distance_km

__all__ = ["APART_KM", "DISAGREE_SCORE", "answer_two"]

APART_KM = 10.0  # answers farther apart disagree
DISAGREE_SCORE = 0.6  # at most, of a place that one name means and the other does not
# From wide to sharp; of two answers that agree the wider one holds.
_WIDTHS = ("unknown", "country", "governorate", "district", "subdistrict", "area", "near",
           "settlement", "neighbourhood", "site")  # fmt: skip


def answer_two(one: Match, other: Match, join: Callable[[], Match]) -> Match:
    """Return the answer of two names of one place.

    one, other: the answer of each alone; join: what answers both, weighed together.
    """
    for named, silent in ((one, other), (other, one)):
        if _holds_no_name(silent) and named.method not in ("vague", "none"):
            return named
    if "nearby" in (one.method, other.method):
        return _agree(one, other)
    both = join()
    if both.place is None:
        return both
    alone = [match for match in (one, other) if match.place is not None]
    score = both.score
    if any(_are_apart(match, both) for match in alone) and score is not None:
        score = min(score, DISAGREE_SCORE)
        both = replace(both, reason=f"{both.reason}; the other name means another place")
    same = [m for m in alone if m.place is both.place and m.lon is not None]
    widest = min([both, *same], key=_sharpness) if both.lon is not None else both
    return replace(
        both, score=score, precision=widest.precision, uncertainty_km=widest.uncertainty_km
    )


def _holds_no_name(match: Match) -> bool:
    unnamed = match.reason.startswith(("no name given", "holds no name", "longer than"))
    return match.method == "vague" or unnamed


def _agree(one: Match, other: Match) -> Match:
    """Return the wider of two answers, of which one is relative to a place, where they agree."""
    placed = sorted((m for m in (one, other) if m.place is not None), key=_sharpness)
    if len(placed) < 2:
        return placed[0] if placed else one
    wide, sharp = placed
    if not _are_apart(sharp, wide):
        return wide
    places = [match.place for match in (one, other) if match.place is not None]
    return answer_rivals(
        one.name, f"its two names say different places: {list_places(places)}", tuple(places)
    )


def _are_apart(one: Match, other: Match) -> bool:
    """Say whether two answers are of different places: far apart, or in another area."""
    if one.place is None or other.place is None:
        return False
    if one.lon is None or other.lon is None:
        codes = (one.adm1_code, other.adm1_code)
        return None not in codes and codes[0] != codes[1]
    apart = distance_km(_at(one), _at(other)) or 0.0
    return apart > max(APART_KM, (one.uncertainty_km or 0.0) + (other.uncertainty_km or 0.0))


def _at(match: Match) -> Place:
    return Place("", match.name, "area", match.lon, match.lat)


def _sharpness(match: Match) -> tuple[int, float]:
    return _WIDTHS.index(match.precision), -(match.uncertainty_km or 0.0)
