"""A table of names answered; a row whose cell names several places may become one for each."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from gazetteer import Gazetteer, Match, Place
from gazetteer.places import AREA_KINDS, precision_of
from gazetteer.several import Gazetteers
from geo.land.boundaries import Boundaries
from geo.placing.districts import known_districts
from geo.placing.geocode import (
    ADDED,
    Asked,
    add_answers,
    find_matches,
    record_answers,
    word_cell,
)
from geo.placing.join import join_areas
from geo.placing.locate import locate
from geo.reading.table import Table
from geo.strikes.schema import STATUS_OF_PRECISION

__all__ = ["answer_table", "split_places"]


def answer_table(
    table: Table,
    asked: Asked,
    pack: Gazetteer | Gazetteers,
    areas: Boundaries,
    *,
    country: str | None = None,
    split: bool = False,
) -> pd.DataFrame:
    """Return a table with where each row is, as `add_answers` does.

    country: as a person named it; None where it was found in the data. split: whether a cell that
    names several places becomes a row for each.
    """
    recording = record_answers(pack)
    strikes = asked.strikes.pipe(locate, recording, country=country)
    located = strikes.pipe(join_areas, areas, gazetteer=pack)
    at_hand = bool(known_districts(areas)) and not split  # a part may lie in another district
    answers = add_answers(table, asked, located=located, recorded=recording, districts=at_hand)
    if not split:
        return answers
    matches = find_matches(located.set_axis(table.cells.index), recording)
    return split_places(answers, matches.to_dict())


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
