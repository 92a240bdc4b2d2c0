"""Sources of a strike: added, mended, taken out; the last one stays."""

from __future__ import annotations

import pytest
from held_tables import hold

from geo.errors import CorrectionError
from geo.workspace.editing.claims import add_claim, edit_claim, remove_claim
from geo.workspace.editing.records import Act

ACT = Act("Rana", "2026-11-29T13:00:00Z", "")


def test_a_source_is_added_and_counted():
    held = hold({}, claims=1)
    held.apply(add_claim(held.record("s:0"), {"claimant": "VDC"}, ACT, used={"s:0/2"}))
    record = held.record("s:0")
    assert [one["claim_id"] for one in record.claims] == ["s:0/1", "s:0/3"]
    assert record.strike["source_count"] == 2


def test_a_source_is_mended_and_only_what_differs_is_written():
    held = hold({})
    values = {"claimant": "Monitor 1", "title": "A raid"}
    change = held.apply(edit_claim(held.record("s:0"), "s:0/1", values, ACT))
    assert change.patches[0].after == {"strike_id": "s:0", "title": "A raid"}
    assert change.what == "s:0: s:0/1: title"


def test_a_source_is_taken_out_but_the_last_one():
    held = hold({})
    held.apply(remove_claim(held.record("s:0"), "s:0/1", ACT))
    assert held.record("s:0").strike["source_count"] == 1
    with pytest.raises(CorrectionError, match="s:0/2: is the only source of s:0; add another"):
        remove_claim(held.record("s:0"), "s:0/2", ACT)


REFUSED = {
    "no source is named": ({"note": "seen"}, "source: names none; give one of claimant"),
    "an unknown field": ({"colour": "red"}, "colour: is no field of a source"),
    "an unknown word": ({"outlet": "X", "attribution": "sure"}, "attribution: 'sure' is none of"),
    "a toll from high to low": (
        {"outlet": "X", "killed_min": 5, "killed_max": 3}, "killed_max: 3 is below killed_min 5"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_source_is_refused(case):
    values, message = REFUSED[case]
    with pytest.raises(CorrectionError, match=message):
        add_claim(hold({}).record("s:0"), values, ACT)


def test_a_source_of_another_strike_is_not_known():
    with pytest.raises(CorrectionError, match="s:0 has no source s:1/1; it has s:0/1, s:0/2"):
        edit_claim(hold({}, {}).record("s:0"), "s:1/1", {"title": "X"}, ACT)
