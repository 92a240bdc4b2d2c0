"""A strike added by hand: placed by name or point, with its source, and told as added."""

from __future__ import annotations

import pytest
from held_tables import hold, whole_table

from geo.errors import CorrectionError
from geo.strikes.checks import validate
from geo.workspace.editing.adding import add_strike
from geo.workspace.editing.fields import read_typed
from geo.workspace.editing.moving import Land, make_decision
from geo.workspace.editing.records import Act

ACT = Act("Rana", "2026-11-29T13:00:00Z", "a reader told")
SOURCE = {"claimant": "SOHR", "url": "https://example.org/a"}
SAID = {"place_text": "Talbiseh", "governorate_text": "Homs"}


def added(held, values, *, land, claims=(SOURCE,), where=None):
    typed = read_typed({"date": "2016-09-01", "killed": "3"})
    change = add_strike({**typed, **values}, claims, ACT, land=land, used=held.used, where=where)
    held.apply(change)
    return held.record(change.what)


def test_a_name_is_placed_by_the_gazetteer(land: Land):
    held = hold({})
    record = added(held, SAID, land=land)
    assert (record.strike["place_id"], record.strike["adm1_name"]) == ("gn:163779", "Homs")
    assert record.strike["match_method"] in ("exact", "spelling")
    assert record.strike["corrected"] == "added by hand"
    assert [one["claim_id"] for one in record.claims] == [f"{record.strike_id}/1"]
    assert record.strike["source_count"] == 1
    validate(whole_table(held))


def test_a_point_is_taken_with_its_radius(land: Land):
    where = make_decision(ACT, point=(36.75, 35.13), radius_km=2.0)
    record = added(hold(), {}, land=land, where=where)
    assert (record.strike["adm1_name"], record.strike["match_method"]) == ("Hama", "reviewed")


def test_without_a_source_it_is_told_so(land: Land):
    record = added(hold(), SAID, land=land, claims=())
    assert record.strike["corrected"] == "added by hand, no source"
    assert record.strike["source_count"] == 0


def test_the_same_strike_added_again_has_an_id_of_its_own(land: Land):
    held = hold()
    first = added(held, SAID, land=land)
    held.undo()
    again = added(held, SAID, land=land)
    assert again.strike_id == f"{first.strike_id}-2"


def test_what_breaks_a_rule_is_refused(land: Land):
    with pytest.raises(CorrectionError, match="kind: 'bomb' is none of"):
        added(hold(), {"kind": "bomb"}, land=land)
    with pytest.raises(CorrectionError, match="source: names none"):
        added(hold(), SAID, land=land, claims=({"note": "seen"},))


def test_what_was_said_of_one_strike_is_not_overruled_by_its_name(land: Land):
    where = make_decision(ACT, point=(36.4, 35.3), radius_km=3.0)
    record = added(hold(), SAID, land=land, where=where)
    place = record.corrections["place"]
    assert place["corrected"]["geom"] == record.strike["geom"] == [36.4, 35.3]
    assert place["as_read"]["place_id"] == "gn:163779"  # what its name alone says
    assert record.strike["corrected"] == "place Talbiseh (Homs), added by hand"
