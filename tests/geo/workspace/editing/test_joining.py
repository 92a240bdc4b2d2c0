"""Several strikes joined into one: claims, tolls and what refers to them."""

from __future__ import annotations

import pytest
from held_tables import hold, whole_table

from geo.errors import CorrectionError
from geo.strikes.checks import validate
from geo.strikes.totals import count_totals
from geo.workspace.editing.joining import join, propose_tolls
from geo.workspace.editing.records import Act

ACT = Act("Rana", "2026-11-29T13:00:00Z", "one raid told twice")


def joined(held, values=None, ids=("s:0", "s:1")):
    first, *others = [held.record(one) for one in ids]
    followers = held.followers(ids)
    return held.apply(join(first, others, values or {}, ACT, followers=followers))


RANGES = {
    "both ends": ([(3, 5), (4, 9)], (3, 9)),
    "one says nothing": ([(3, 5), (None, None)], (3, 5)),
    "one is open above": ([(3, None), (4, 9)], (3, None)),
    "one is open below": ([(None, 4), (2, 9)], (None, 9)),
    "nobody says": ([(None, None), (None, None)], (None, None)),
}


@pytest.mark.parametrize("case", RANGES)
def test_the_widest_range_is_proposed(case):
    given, wanted = RANGES[case]
    held = hold(*[{"killed_min": low, "killed_max": high} for low, high in given])
    proposed = propose_tolls([held.record(one) for one in held.ids])
    assert (proposed["killed_min"], proposed["killed_max"]) == wanted


def test_claims_are_those_of_all_and_the_others_are_kept():
    held = hold({"killed_min": 5, "killed_max": 5}, {"killed_min": 7, "killed_max": 7})
    joined(held)
    record = held.record("s:0")
    assert [one["claim_id"] for one in record.claims] == ["s:0/1", "s:0/2", "s:1/1", "s:1/2"]
    assert record.strike["source_count"] == 4
    assert record.strike["corrected"] == "killed_max 5, joined with s:1"
    removed = held.tables["removed"]["s:1",]
    assert removed["merged_into"] == "s:0"
    assert [one["claim_id"] for one in removed["claims"]] == ["s:1/1", "s:1/2"]
    totals = count_totals(whole_table(held))
    assert (totals.rows, totals.tolls["killed"].low, totals.tolls["killed"].high) == (1, 5, 7)


def test_the_person_chooses_otherwise():
    held = hold({"killed_min": 5, "killed_max": 5}, {"killed_min": 7, "kind": "drone"})
    joined(held, {"killed_min": 7, "killed_max": 7, "kind": "drone"})
    strike = held.record("s:0").strike
    assert (strike["killed_min"], strike["killed_max"], strike["kind"]) == (7, 7, "drone")


EVENT = {"event_id": "e"}
SHARED = {**EVENT, "killed_min": None, "killed_max": None}
LED = {
    "the other carries the first one's toll": (
        [{**SHARED, "toll_lead": "s:1"}, {**EVENT, "killed_min": 5, "killed_max": 5}], 5),
    "the other carries a third one's toll": (
        [SHARED, {**EVENT, "killed_min": 5, "killed_max": 5}, {**SHARED, "toll_lead": "s:1"}], 5),
    "both refer to a third": (
        [{**SHARED, "toll_lead": "s:2"}, {**SHARED, "toll_lead": "s:2"},
         {**EVENT, "killed_min": 5, "killed_max": 5}], 5),
}  # fmt: skip


@pytest.mark.parametrize("case", LED)
def test_a_shared_toll_is_neither_lost_nor_doubled(case):
    rows, killed = LED[case]
    held = hold(*rows)
    joined(held)
    totals = count_totals(validate(whole_table(held)))
    assert (totals.tolls["killed"].low, totals.tolls["killed"].high) == (killed, killed)
    assert totals.tolls["killed"].unreported == 0


def test_what_is_no_joining_is_refused():
    held = hold({}, {})
    with pytest.raises(CorrectionError, match="say which other strikes it is one with"):
        joined(held, ids=("s:0", "s:0"))
    with pytest.raises(CorrectionError, match="place_text: is no field"):
        joined(held, {"place_text": "X"})
