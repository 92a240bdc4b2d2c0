"""Strikes deleted and restored: nothing of them is lost, no toll is counted twice."""

from __future__ import annotations

import copy

from held_tables import Held, hold, whole_table

from geo.strikes.checks import validate
from geo.strikes.totals import count_totals
from geo.workspace.editing.correcting import correct
from geo.workspace.editing.joining import join
from geo.workspace.editing.records import Act

ACT = Act("Rana", "2026-11-29T13:00:00Z", "a rumour")


def killed(held: Held) -> tuple[int | None, int | None]:
    found = count_totals(validate(whole_table(held))).tolls["killed"]
    return found.low, found.high


def test_a_deleted_strike_comes_back_as_it_was():
    held = hold({}, {})
    held.apply(correct(held.record("s:0"), {"kind": "drone"}, ACT))
    before = copy.deepcopy(held.tables)
    held.delete("s:0", ACT)
    assert held.ids == ["s:1"]
    assert not [one for one in held.tables["claims"].values() if one["strike_id"] == "s:0"]
    held.restore("s:0", ACT)
    assert {name: dict(sorted(rows.items())) for name, rows in held.tables.items()} == before


def test_a_toll_that_others_share_goes_to_one_of_them_and_stays_there():
    event = {"event_id": "e", "killed_min": None, "toll_lead": "s:0"}
    held = hold({"event_id": "e", "killed_min": 5, "killed_max": 6}, event, event)
    held.delete("s:0", ACT)
    assert killed(held) == (5, 6)
    assert held.record("s:1").strike["toll_lead"] is None
    assert held.record("s:2").strike["toll_lead"] == "s:1"
    held.restore("s:0", ACT)
    assert killed(held) == (5, 6)
    assert held.record("s:0").strike["toll_lead"] == "s:1"


def test_a_joined_strike_comes_back_with_its_claims_and_the_other_as_it_was():
    tolls = [{"killed_min": low, "killed_max": low} for low in (5, 7)]
    held = hold(*tolls)
    before = copy.deepcopy(held.tables)
    held.apply(join(held.record("s:0"), [held.record("s:1")], {}, ACT))
    assert killed(held) == (5, 7)
    assert held.restore("s:1", ACT).what == "s:1"
    assert killed(held) == (12, 12)
    assert held.tables["claims"] == before["claims"]
    assert held.record("s:0").strike["source_count"] == 2
    assert held.record("s:0").strike["corrected"] == "joined with s:1, s:1 apart again"


def test_what_was_changed_since_stays_and_that_is_told():
    held = hold({"killed_min": 5, "killed_max": 5}, {"killed_min": 7, "killed_max": 7})
    held.apply(join(held.record("s:0"), [held.record("s:1")], {}, ACT))
    held.apply(correct(held.record("s:0"), {"killed_min": 6, "killed_max": 6}, ACT))
    assert held.restore("s:1", ACT).what == "s:1; s:0 stays as it is"
    assert held.record("s:0").strike["killed_max"] == 6


def test_a_strike_that_came_to_lead_an_event_by_joining_comes_back_as_one_of_it():
    event = {"event_id": "e", "killed_min": None, "toll_lead": "s:0"}
    held = hold({"event_id": "e", "killed_min": 5, "killed_max": 5}, event, {"killed_min": None})
    first, *others = (held.record(one) for one in ("s:2", "s:0"))
    followers = held.followers(["s:2", "s:0"])
    held.apply(join(first, others, {}, ACT, followers=followers))
    assert held.record("s:2").strike["event_id"] == "e"
    held.delete("s:2", ACT)
    assert killed(held) == (5, 5)
    held.restore("s:2", ACT)
    assert killed(held) == (5, 5)
    assert held.record("s:2").strike["toll_lead"] == "s:1"
