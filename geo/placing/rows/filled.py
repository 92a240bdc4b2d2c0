"""Filled: what an answer fills in the columns of a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geo.placing.rows.answers import Answer, Asked

__all__ = ["SAID", "ask", "fill"]

SCORE_DECIMALS = 3  # a calibrated share says no more
SAID = (
    "place_text", "governorate_text", "country_text", "pcode_text", "stated_precision",
    "place_text_ar", "district_text", "subdistrict_text",
)  # fmt: skip


def ask(said: Sequence[object]) -> Asked:
    """Return what a row says, of its cells in the order of SAID; a blank one says nothing."""
    return Asked(*(v if isinstance(v, str) and v.strip() else None for v in said))


def fill(answers: Sequence[Answer]) -> dict[str, list[Any]]:
    """Return the values of the match columns, one for each answer."""
    matches = [answer.match for answer in answers]
    places = [match.place for match in matches]
    codes = [answer.codes for answer in answers]
    scores = [match.score for match in matches]
    return {
        "place_id": [place.place_id if place else None for place in places],
        "place_name": [place.name if place else None for place in places],
        "place_name_ar": [place.name_ar if place else None for place in places],
        "match_method": [match.method for match in matches],
        "match_score": [None if s is None else round(s, SCORE_DECIMALS) for s in scores],
        "match_reason": [match.reason for match in matches],
        "precision": [match.precision for match in matches],
        "uncertainty_km": [match.uncertainty_km for match in matches],
        "location_status": [match.location_status for match in matches],
        "adm1_code": [adm1 for adm1, _, _ in codes],
        "adm1_name": [match.adm1_name for match in matches],
        "adm2_code": [adm2 for _, adm2, _ in codes],
        "adm2_name": [None] * len(answers),
        "adm3_code": [adm3 for _, _, adm3 in codes],
        "adm3_name": [None] * len(answers),
        "adm_note": [None] * len(answers),
    }
