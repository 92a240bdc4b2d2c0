"""A row whose cell names several places -> a row for each of them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from gazetteer import Match, Place
from gazetteer.places import AREA_KINDS, precision_of
from geo.placing.geocode import ADDED, word_cell
from geo.strikes.schema import STATUS_OF_PRECISION

__all__ = ["split_places"]


def split_places(answers: pd.DataFrame, matches: Mapping[int, Match | None]) -> pd.DataFrame:
    """Return a table of answers with a row for each place of those that name several.

    answers: what `add_answers` gives, by row number; matches: the answer to each row's name. The
    other cells of a row are repeated: what is counted in them must be counted once.
    """
    several = {number: match for number, match in matches.items() if match and match.members}
    if not several:
        return answers
    once = answers.drop(index=list(several))
    parts = [
        answers.loc[[number]].assign(**_place_cells(place, match))
        for number, match in several.items()
        for place in match.members
    ]
    return pd.concat([once, *parts]).sort_index(kind="stable")


def _place_cells(place: Place, match: Match) -> dict[str, str]:
    precision = precision_of(place.kind)
    area = place.kind in AREA_KINDS or place.lon is None
    number = match.members.index(place) + 1
    values = {
        "place_id": place.place_id,
        "place_name": place.name,
        "place_name_ar": place.name_ar,
        "lon": None if area else place.lon,
        "lat": None if area else place.lat,
        "precision": precision,
        "uncertainty_km": None if area else place.uncertainty_km,
        "location_status": STATUS_OF_PRECISION[precision],
        "match_method": "exact",
        "match_score": match.score,
        "match_reason": f"{place.name}, {number} of {len(match.members)} places that the row names",
        "rivals": ";".join(other.place_id for other in match.members if other is not place),
        "adm1_code": place.adm1_code,
        "adm1_name": place.adm1_name,
        "adm_note": None,
    }
    return {name: word_cell(values[name], name) for name in ADDED}
