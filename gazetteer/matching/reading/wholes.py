"""Wholes: what a name says that it lies in, where the part itself is on no list or elsewhere.

"Old market, Ariha" is somewhere in Ariha: an area that holds the town, never a sharp pin. A whole
that is a governorate and its capital is the capital for what towns have (quarters, streets,
markets) and the governorate for what bears a village's name.
"""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.match import Match, answer_place, answer_rivals
from gazetteer.matching.beside.districts import compare_area
from gazetteer.matching.evidence import Context, lies_in
from gazetteer.matching.ranking import Candidate
from gazetteer.matching.reading.shared_names import is_shared_name
from gazetteer.matching.reasons import list_places, name_part
from gazetteer.places import AREA_KINDS, Place
from gazetteer.radii import AROUND_CAPITAL_KM, AROUND_TOWN_KM, PART_KM, UNKNOWN_KM, named_after
from gazetteer.spelling.names import fold, fold_all, strip_articles
from gazetteer.spelling.parts import (
    Parts,
    is_quarter_name,
    is_village_name,
    names_nothing,
    read_parts,
)

__all__ = ["NAMESAKE_SCORE", "WHOLE_SCORE", "Wholes", "is_elsewhere", "is_said"]

# Of a part that is not listed, placed on its whole: of OCHA's neighbourhoods with their town 95 in
# 100 are right, of the names of reports and neighbourhoods that come to it as they are 12 of 18.
WHOLE_SCORE = 0.7
# The same, where a place of that name is listed elsewhere, or the whole may be the governorate.
NAMESAKE_SCORE = 0.6
LIKELY_LISTED = 0.25  # share of listed places of the governorate that may be meant
KNOWN = 1  # prominence of a town that a name alone brings to mind
KNOWN_WELL = 2  # the same where villages are listed, and what a capital has alike is a quarter
_OF_TOWNS = ("neighbourhood", "facility")  # kinds that a town has, and the country around it less


class Wholes:
    """Answers on the whole where the part cannot be placed."""

    def __init__(self, places: Sequence[Place], *, lists_whole_country: bool) -> None:
        self._selection = not lists_whole_country
        self._governorates = {p.adm1_code: p for p in places if p.kind == "governorate"}
        self._capitals = _find_capitals(places, self._governorates)

    def capital_of(self, adm1_code: str | None) -> Place | None:
        """Return the listed capital of a governorate."""
        return self._capitals.get(adm1_code)

    def answer(
        self, asked: str, parts: Parts, context: Context, ranked: Sequence[Candidate]
    ) -> Match | None:
        """Answer with the whole that a name says it lies in; None where it says none."""
        elsewhere = [c.place for c in ranked if c.exact]
        contradicted = self._contradict(asked, parts, context, elsewhere)
        if contradicted is not None:
            return contradicted
        town = self._town_of(parts, context, ranked)
        if town is not None:
            return self._on_town(asked, parts, town, elsewhere)
        return self._on_governorate(asked, parts, context, elsewhere)

    def answer_either(self, asked: str, village: Place, context: Context) -> Match:
        """Answer to "X, capital" that may be a village there or a quarter of it on no list."""
        area, capital = self._governorates[village.adm1_code], context.wholes[0]
        return answer_place(
            asked, area,
            f"may be {list_places((village,))}, or a quarter of {capital.name}; counted on "
            f"{area.name}, which holds both",
            method="spelling", score=WHOLE_SCORE, rivals=(village, *context.wholes),
        )  # fmt: skip

    def contradict_area(self, asked: str, area: Place, context: Context) -> Match:
        """Answer to "Izium raion, Kherson oblast": listed elsewhere than it is said to lie."""
        wholes = [self._governorates[code] for code in sorted(context.whole_codes)]
        reason = f"listed in {list_places([area])}, but {wholes[0].name} is said to hold it"
        return answer_rivals(asked, reason, (area, *wholes))

    def _contradict(
        self, asked: str, parts: Parts, context: Context, elsewhere: Sequence[Place]
    ) -> Match | None:
        """Say ambiguous where a town known by its name lies elsewhere than the name says.

        Where the row states the governorate of the whole as well, another place is meant, but where
        both only say a governorate twice, and the name is none that villages share.
        """
        known = [p for p in elsewhere if p.kind == "settlement" and p.prominence >= KNOWN]
        if not known or parts.hint in _OF_TOWNS or not context.wholes:
            return None
        stated = (*context.whole_codes, *(w.adm1_code for w in context.wholes))
        if context.adm1_code in stated:
            is_area = context.wholes[0].place_id in context.seats
            least = KNOWN if self._selection else KNOWN_WELL
            known = [p for p in known if p.prominence >= least and is_area]
            if not known or is_shared_name(parts.head):
                return None
        reason = f"listed in {list_places(known)}, but {context.wholes[0].name} is said to hold it"
        return answer_rivals(asked, reason, (*known, context.wholes[0]))

    def _town_of(self, parts: Parts, context: Context, ranked: Sequence[Candidate]) -> Place | None:
        """Return the town that the part lies in, as the name says or as its kind makes likely."""
        if context.wholes:
            town = context.wholes[0]
            is_capital = town in self._capitals.values() and town.adm1_code in context.whole_codes
            return None if is_capital and self._is_of_country(parts, context, ranked) else town
        if parts.hint == "neighbourhood" and not context.whole_codes:
            return self._capitals.get(context.adm1_code)
        return None

    def _is_of_country(self, parts: Parts, context: Context, ranked: Sequence[Candidate]) -> bool:
        """Say whether a part of a capital or its governorate lies in the country rather.

        A selection leaves out most villages, a whole country's list the quarters of its towns.
        """
        if parts.hint is not None:
            return parts.hint == "settlement"
        listed = sum(c.share for c in ranked if c.place.adm1_code in context.whole_codes)
        if is_village_name(parts.head) or listed >= LIKELY_LISTED:
            return True
        return self._selection and not (names_nothing(parts) or is_quarter_name(parts.head))

    def _on_town(self, asked: str, parts: Parts, town: Place, elsewhere: Sequence[Place]) -> Match:
        says_kind = parts.hint is not None or names_nothing(parts)
        around = town.kind == "settlement" and not says_kind
        is_capital = town in self._capitals.values()
        radius = _reach(town, around=around, is_capital=is_capital)
        score = NAMESAKE_SCORE if elsewhere else WHOLE_SCORE
        if around:
            score = NAMESAKE_SCORE if is_capital else WHOLE_SCORE
        return answer_place(
            asked, town,
            f"{_explain(parts, elsewhere)}; placed on {town.name}, said to hold it: "
            f"within {radius:.0f} km",
            method="spelling", score=score,
            precision="area", radius_km=radius,
        )  # fmt: skip

    def _on_governorate(
        self, asked: str, parts: Parts, context: Context, elsewhere: Sequence[Place]
    ) -> Match | None:
        if len(context.whole_codes) != 1:
            return None
        levels = {read_parts(whole).hint for whole in parts.wholes}
        said = (a.area for a in context.areas if a.area is not None and a.kind in levels)
        area = next(said, self._governorates[next(iter(context.whole_codes))])
        own = [place for place in elsewhere if place.adm1_code == area.adm1_code]
        why = f"several places fit: {list_places(own)}" if own[1:] else _explain(parts, elsewhere)
        reason = f"{why}; counted on {area.name}, said to hold it"
        return answer_place(asked, area, reason, method="spelling", score=WHOLE_SCORE)


def _reach(town: Place, *, around: bool, is_capital: bool) -> float:
    """Return the radius of an unlisted part of a town, or of what may lie around it, in km."""
    own = town.uncertainty_km or UNKNOWN_KM
    if around:
        return own + (AROUND_CAPITAL_KM if is_capital else AROUND_TOWN_KM)
    return max(PART_KM, own)


def _explain(parts: Parts, elsewhere: Sequence[Place]) -> str:
    """Return why a part is not placed itself."""
    part = name_part(parts)
    named = {(p.name, p.adm1_code): p for p in elsewhere if p.kind not in AREA_KINDS}
    if not named:
        return f'"{part}" is not listed'
    where = list_places(list(named.values()))
    if parts.hint and named_after(parts.hint, None):
        return f'"{part}" is not listed, only what it may be called after: {where}'
    return f'"{part}" is listed only elsewhere: {where}'


def is_said(place: Place, context: Context) -> bool:
    """Say whether a place that a bare type word is listed for lies where its row or name says.

    Villages are called so in every governorate: of them only one in the stated district is.
    """
    if is_elsewhere(place, context):
        return False
    if context.wholes or any(compare_area(place, area) == area.kind for area in context.areas):
        return True
    agrees = place.adm1_code in {context.adm1_code, *context.whole_codes} - {None}
    return agrees and place.kind != "settlement"


def is_elsewhere(place: Place, context: Context) -> bool:
    """Say whether a place lies in none of the towns that a name says it lies in."""
    return (
        bool(context.wholes)
        and place.lon is not None
        and not any(
            place.place_id == whole.place_id or lies_in(place, whole) for whole in context.wholes
        )
    )


def _find_capitals(
    places: Sequence[Place], governorates: dict[str | None, Place]
) -> dict[str | None, Place]:
    names = {code: strip_articles(fold(area.name)) for code, area in governorates.items()}
    settlements = [place for place in places if place.kind == "settlement"]
    bare = strip_articles("\n".join(fold_all([place.name for place in settlements]))).split("\n")
    towns = [
        place for place, name in zip(settlements, bare, strict=False)
        if name == names.get(place.adm1_code)
    ]  # fmt: skip
    largest = sorted(towns, key=lambda town: (town.prominence, town.population or 0))
    return {town.adm1_code: town for town in largest}
