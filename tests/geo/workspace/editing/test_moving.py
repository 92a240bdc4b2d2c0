"""A strike moved to a point or a listed place: joined anew, and what disagrees is told."""

from __future__ import annotations

import pytest
from held_tables import hold, whole_table

from geo.errors import CorrectionError
from geo.strikes.checks import validate
from geo.workspace.editing.correcting import take_back
from geo.workspace.editing.moving import find_place, make_decision, move
from geo.workspace.editing.records import Act

ACT = Act("Rana", "2026-11-29T13:00:00Z", "the video shows the mill")
UNPLACED = {
    "place_text": "Zyxfold", "governorate_text": "Idlib", "match_method": "none",
    "match_score": None, "precision": "unknown", "uncertainty_km": None,
    "location_status": "unlocated", "adm1_code": None, "geometry": None,
}  # fmt: skip


def test_a_point_is_joined_anew_and_contrary_evidence_is_told(land):
    held = hold(UNPLACED)
    decision = make_decision(ACT, point=(36.75, 35.13), radius_km=2.0)
    change = held.apply(move(held.record("s:0"), decision, land))
    strike = held.record("s:0").strike
    assert strike["geom"] == [36.75, 35.13]
    assert (strike["match_method"], strike["precision"], strike["uncertainty_km"]) == (
        "reviewed", "settlement", 2.0)  # fmt: skip
    assert (strike["adm1_name"], strike["adm_note"]) == ("Hama", "reported in Idlib")
    assert "decided by Rana on 2026-11-29: the video shows the mill" in strike["match_reason"]
    assert strike["corrected"] == "place not located"
    assert change.what == "s:0: from not located to 35.13000 36.75000 (Hama)"
    validate(whole_table(held))


def test_a_strike_without_any_name_is_moved_too(land):
    held = hold({**UNPLACED, "place_text": None, "governorate_text": None})
    decision = make_decision(ACT, point=(36.75, 35.13), radius_km=0.5)
    held.apply(move(held.record("s:0"), decision, land))
    strike = held.record("s:0").strike
    assert (strike["precision"], strike["adm1_name"], strike["adm_note"]) == ("site", "Hama", None)
    assert strike["place_text"] is None


def test_a_listed_place_is_taken_whatever_the_row_says(land):
    held = hold({**UNPLACED, "country_text": "Lebanon", "pcode_text": "SY0703"})
    place = find_place("gn:163779", land.gazetteer)
    held.apply(move(held.record("s:0"), make_decision(ACT, place=place), land))
    strike = held.record("s:0").strike
    assert (strike["place_id"], strike["adm1_name"]) == ("gn:163779", "Homs")
    assert "Idlib" in strike["adm_note"]
    assert strike["country_text"] == "Lebanon"


def test_a_move_is_taken_back_as_a_whole(land):
    held = hold({})
    before = held.record("s:0").strike
    for lon in (36.75, 36.76):
        decision = make_decision(ACT, point=(lon, 35.13), radius_km=2.0)
        held.apply(move(held.record("s:0"), decision, land))
    held.apply(take_back(held.record("s:0"), ["place"], ACT))
    assert held.record("s:0").strike == before
    assert held.record("s:0").corrections == {}


@pytest.mark.parametrize(
    ("point", "radius", "message"),
    [
        ((200.0, 35.0), 1.0, "35.0 200.0 is no latitude and longitude"),
        ((36.0, 35.0), None, "None is no radius in km; say within how many km"),
        ((36.0, 35.0), 0.0, "0.0 is no radius in km"),
    ],
)
def test_a_point_needs_its_radius(point, radius, message):
    with pytest.raises(CorrectionError, match=message):
        make_decision(ACT, point=point, radius_km=radius)


def test_an_unlisted_place_is_refused(land):
    with pytest.raises(CorrectionError, match="'gn:0' is not listed; look it up"):
        find_place("gn:0", land.gazetteer)
