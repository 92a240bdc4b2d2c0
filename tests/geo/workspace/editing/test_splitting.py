"""One strike split into several: ids, claims and tolls."""

from __future__ import annotations

import pytest
from held_tables import hold, whole_table

from geo.errors import CorrectionError
from geo.strikes.totals import count_totals
from geo.workspace.editing.correcting import correct
from geo.workspace.editing.records import Act
from geo.workspace.editing.splitting import Part, split

ACT = Act("Rana", "2026-11-29T13:00:00Z", "two raids")
A, B = "s:0/1", "s:0/2"


def test_each_claim_goes_to_its_part_and_a_shared_one_to_both():
    held = hold({"killed_min": 5})
    parts = [Part((A,)), Part((A, B), {"kind": "drone"})]
    held.apply(split(held.record("s:0"), parts, ACT, used=held.used))
    first, second = held.record("s:0"), held.record("s:0.2")
    assert [one["claim_id"] for one in first.claims] == [A]
    assert [one["claim_id"] for one in second.claims] == [B, "s:0.2/1"]
    assert [one["claimant"] for one in second.claims] == ["Monitor 2", "Monitor 1"]
    assert (first.strike["source_count"], second.strike["source_count"]) == (1, 2)
    assert second.strike["corrected"] == "kind airstrike, split from s:0"
    assert first.strike["corrected"] == "split into s:0, s:0.2"


def test_a_toll_is_counted_once_unless_every_part_says_its_own():
    held = hold({"killed_min": 5, "killed_max": 5})
    held.apply(split(held.record("s:0"), [Part((A,)), Part((B,))], ACT, used=held.used))
    totals = count_totals(whole_table(held))
    assert (totals.rows, totals.tolls["killed"].low, totals.counted_elsewhere) == (2, 5, 1)
    held.undo()
    own = {"killed_min": 2, "killed_max": 2}
    parts = [Part((A,), {"killed_min": 3, "killed_max": 3}), Part((B,), own)]
    held.apply(split(held.record("s:0"), parts, ACT, used=held.used))
    totals = count_totals(whole_table(held))
    assert (totals.tolls["killed"].low, totals.counted_elsewhere) == (5, 0)
    with pytest.raises(CorrectionError, match="killed: part 1 does not say its own"):
        split(held.record("s:0.3"), [Part((B,)), Part((B,), own)], ACT, used=held.used)


def test_an_id_that_was_used_is_not_given_again():
    held = hold({})
    parts = [Part((A,)), Part((B,))]
    held.apply(split(held.record("s:0"), parts, ACT, used=held.used))
    held.undo()
    held.apply(split(held.record("s:0"), parts, ACT, used=held.used))
    assert held.ids == ["s:0", "s:0.3"]


def test_what_was_corrected_before_is_known_in_each_part():
    held = hold({"kind": "shelling"})
    held.apply(correct(held.record("s:0"), {"kind": "drone"}, ACT))
    held.apply(split(held.record("s:0"), [Part((A,)), Part((B,))], ACT, used=held.used))
    assert held.record("s:0.2").strike["corrected"] == "kind shelling, split from s:0"


def test_the_parts_stand_for_as_many_strikes_as_the_whole():
    held = hold({"strikes_min": 4, "strikes_max": 4})
    held.apply(split(held.record("s:0"), [Part((A,)), Part((B,))], ACT, used=held.used))
    totals = count_totals(whole_table(held))
    assert (totals.strikes_low, totals.strikes_high) == (4, 4)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ([Part((A, B))], "one part is no split"),
        ([Part((A,)), Part((A,))], "source s:0/2 goes to no part; no source may be lost"),
        ([Part((A, B)), Part(())], "part 2: has no source"),
        ([Part((A, B)), Part(("s:9/1",))], "part 2: s:0 has no source s:9/1; it has s:0/1, s:0/2"),
        ([Part((A, B)), Part((B,), {"place_text": "X"})], "part 2: place_text is no field"),
        ([Part((A, B)), Part((B,), {"kind": "bomb"})], "kind: 'bomb' is none of"),
    ],
)
def test_what_is_no_split_is_refused(parts, message):
    held = hold({})
    with pytest.raises(CorrectionError, match=message):
        split(held.record("s:0"), parts, ACT, used=held.used)
