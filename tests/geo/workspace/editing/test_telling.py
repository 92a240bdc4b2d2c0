"""What is told of a strike, and what is typed of it and read again."""

from __future__ import annotations

import pytest
from held_tables import hold

from geo.workspace.changes import Step
from geo.workspace.editing.claims import edit_claim
from geo.workspace.editing.correcting import correct
from geo.workspace.editing.fields import read_typed
from geo.workspace.editing.joining import join
from geo.workspace.editing.records import Act
from geo.workspace.editing.telling import (
    FORM_FIELDS,
    list_steps,
    tell_record,
    type_read,
    type_values,
    word_step,
)

ACT = Act("Rana", "2026-11-29T13:00:00Z", "the list")
ROWS = [
    {}, {"killed_min": 3, "killed_max": 5}, {"killed_min": None, "killed_max": 12},
    {"killed_min": 1200, "killed_max": 1200},
    {"date_start": "2015-10-01", "date_end": "2015-10-31", "date_precision": "month"},
    {"date_start": None, "date_end": None, "date_precision": "unknown"},
    {"date_start": "2015-10-03", "date_end": "2015-10-05", "date_precision": "day"},
    {"target": "a school", "target_kind": "school", "strikes_min": 2},
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
def test_what_would_be_typed_is_read_as_it_stands(row):
    strike = hold(row).record("s:0").strike
    read = read_typed(type_values(strike))
    loose = {"date_precision"} if strike["date_start"] != strike["date_end"] else set()
    wanted = {name: strike[name] for name in read}
    assert {k: v for k, v in read.items() if k not in loose} == {
        k: v for k, v in wanted.items() if k not in loose
    }


def test_each_field_of_the_form_stands_beside_what_was_read():
    held = hold({"killed_min": 5, "killed_max": 5})
    held.apply(correct(held.record("s:0"), read_typed({"killed": "7+", "target": "a mill"}), ACT))
    record = held.record("s:0")
    assert (type_values(record.strike)["killed"], type_read(record)["killed"]) == ("7+", "5")
    assert set(type_read(record)) == set(FORM_FIELDS)
    lines = list(tell_record(record))
    assert "killed: 7+ (as read: 5)" in lines
    assert "target: a mill (as read: not given)" in lines
    assert "source 2 (s:0/2): Monitor 2" in lines


def test_the_history_says_from_what_to_what():
    held = hold({"killed_min": 5}, {})
    held.apply(correct(held.record("s:0"), {"killed_min": 7}, ACT))
    held.apply(join(held.record("s:0"), [held.record("s:1")], {}, ACT))
    steps = [Step(ACT.at, ACT.who, c.action, c.why, False, c.patches) for c in held.past]
    first, second = (word_step(step) for step in list_steps(steps, "s:0"))
    assert first == "2026-11-29T13:00:00Z by Rana: correct: killed_min from 5 to 7: the list"
    assert "source s:1/1 from s:1 to s:0" in second
    held.apply(edit_claim(held.record("s:0"), "s:1/1", {"title": "A raid"}, ACT))
    mended = Step(ACT.at, "", "mend source", "", False, held.past[-1].patches)
    (own,) = list_steps([mended], "s:0")
    assert word_step(own).endswith("mend source: source s:1/1: title from not given to A raid")
    (own,) = list_steps(steps, "s:1")
    assert "it is taken out" in word_step(own)
