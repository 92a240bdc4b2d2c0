"""Namesakes: towns met by what only bears their name, a hospital or a street or a quarter.

Where nothing else speaks for the town, the thing lies in the whole that the name or its row says,
or nobody knows where.
"""

from __future__ import annotations

from gazetteer.match import Match, answer_rivals
from gazetteer.matching.beside.districts import compare_area
from gazetteer.matching.evidence import Context, lies_in
from gazetteer.matching.ranking import Candidate, Ranker
from gazetteer.matching.reading.named_after import (
    KNOWN,
    find_better_known,
    is_far_from_town,
    is_variant,
    is_way_alone,
    refuse_named_after,
)
from gazetteer.matching.reading.quarters import is_told, is_town_for_quarter
from gazetteer.matching.reading.shared_names import is_shared_name
from gazetteer.matching.reading.wholes import Wholes, is_elsewhere
from gazetteer.matching.reasons import list_places
from gazetteer.matching.scoring import renown
from gazetteer.places import Place
from gazetteer.spelling.parts import Parts

__all__ = ["Refusals"]


class Refusals:
    """Says of which towns only the name is meant, and answers in their stead."""

    def __init__(self, ranker: Ranker, wholes: Wholes) -> None:
        self._ranker = ranker
        self._wholes = wholes

    def refuse(self, asked: str, best: Candidate, parts: Parts, context: Context) -> Match | None:
        """Answer in the stead of a town that a name only bears; None where the town may be meant.

        So for what is named after a little known place that nothing else speaks for, or after a
        place of another governorate than is stated, or after a better known place than the village
        of that name in the town that the name says, for a street of a town's name that nothing
        says to be there, and for a quarter of the governorate's capital.
        """
        place = best.place
        after = find_better_known(best, parts, self._ranker) if context.wholes else ()
        is_lost = is_far_from_town(best, parts, context) or is_way_alone(best, parts, context)
        if after or is_lost or self._may_be_anywhere(place, parts, context):
            fallen = self._wholes.answer(asked, parts, context, (best,))
            return fallen or refuse_named_after(asked, (place, *after), parts)
        if self._may_be_of_capital(place, parts, context):
            return self._refuse_town(asked, best, parts, context)
        if renown(place) >= KNOWN and best.exact:
            return None
        if parts.hint == "neighbourhood":
            fallen = self._wholes.answer(asked, parts, context, (best,))
            if fallen is not None:
                return fallen
        inside = context.wholes and not is_elsewhere(place, context)
        agrees = place.adm1_code in (context.adm1_code, *context.whole_codes) and place.adm1_code
        if (inside or agrees) and not is_variant(best, parts):
            return None
        return refuse_named_after(asked, (place,), parts)

    def _may_be_anywhere(self, place: Place, parts: Parts, context: Context) -> bool:
        """Say whether a mosque or a school has a name that any town gives its own.

        A stated district of the place's own says where it is.
        """
        bears = parts.hint == "facility" and is_shared_name(parts.head)
        return bears and not context.wholes and not is_told(place, context)

    def _may_be_of_capital(self, place: Place, parts: Parts, context: Context) -> bool:
        """Say whether a quarter is met by a town far from what the name or its row says it is of.

        A row says so by its governorate, of which the capital is meant.
        """
        town = self._town_of(context)
        if town is None or not is_town_for_quarter(place, parts):
            return False
        told = any(
            compare_area(place, area) == area.kind != compare_area(town, area)
            for area in context.areas
        )
        return not told and not lies_in(place, town)

    def _town_of(self, context: Context) -> Place | None:
        return next(iter(context.wholes), self._wholes.capital_of(context.adm1_code))

    def _refuse_town(
        self, asked: str, best: Candidate, parts: Parts, context: Context
    ) -> Match | None:
        """Answer with the town that a quarter lies in, or ambiguous where a known one is met.

        Names that any town has for its quarters say the town that is said to hold it.
        """
        town = self._town_of(context)
        known = renown(best.place) >= KNOWN and best.exact and not is_shared_name(parts.head)
        if not known or town is None:
            return self._wholes.answer(asked, parts, context, (best,))
        met = list_places((best.place,))
        reason = f"{met} is listed as a town; a quarter of {town.name} may be meant as well"
        return answer_rivals(asked, reason, (best.place, town))
