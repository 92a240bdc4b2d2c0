"""Fields corrected: checked, kept beside what was read, and taken back."""

from __future__ import annotations

import pytest
from held_tables import hold

from geo.errors import CorrectionError
from geo.workspace.editing.correcting import correct, take_back
from geo.workspace.editing.fields import read_typed
from geo.workspace.editing.records import Act, to_rows, to_table

ACT = Act("Rana", "2026-11-29T13:00:00Z", "the hospital's list")


def test_rows_come_back_from_the_table():
    row = hold({"time_local": "05:30", "killed_max": 90}).record("s:0").strike
    assert to_rows(to_table([row])) == [row]


def test_what_was_read_stays_beside_what_was_corrected():
    held = hold({"killed_min": 5, "killed_max": 5})
    held.apply(correct(held.record("s:0"), read_typed({"killed": "7-9"}), ACT))
    record = held.record("s:0")
    assert (record.strike["killed_min"], record.strike["killed_max"]) == (7, 9)
    assert record.strike["corrected"] == "killed_min 5, killed_max 5"
    kept = record.corrections["killed_min"]
    assert (kept["as_read"], kept["corrected"], kept["who"]) == (5, 7, "Rana")
    assert kept["reason"] == "the hospital's list"


def test_a_second_correction_still_knows_what_was_read():
    held = hold({"target": None})
    for target in ("a clinic", "a school"):
        held.apply(correct(held.record("s:0"), {"target": target}, ACT))
    record = held.record("s:0")
    assert record.corrections["target"]["as_read"] is None
    assert record.strike["corrected"] == "target not given"


def test_what_is_corrected_to_what_was_read_is_not_corrected():
    held = hold({"kind": "airstrike"})
    for kind in ("drone", "airstrike"):
        held.apply(correct(held.record("s:0"), {"kind": kind}, ACT))
    assert held.record("s:0").corrections == {}
    assert held.record("s:0").strike["corrected"] is None


def test_corrections_are_taken_back_one_by_one():
    held = hold({"killed_min": 5})
    held.apply(correct(held.record("s:0"), {"kind": "drone", "killed_min": 6}, ACT))
    held.apply(take_back(held.record("s:0"), ["kind"], ACT))
    assert held.record("s:0").strike["kind"] == "airstrike"
    assert held.record("s:0").strike["corrected"] == "killed_min 5"
    with pytest.raises(CorrectionError, match="kind is not corrected; corrected are killed_min"):
        take_back(held.record("s:0"), ["kind"], ACT)


REFUSED = {
    "a highest toll below the lowest": (
        {"killed_max": 3}, r"killed_max is below killed_min .*killed_min 70, killed_max 3.*agree"),
    "an unknown word": ({"kind": "bomb"}, "kind: 'bomb' is none of: airstrike, .*choose one"),
    "an end before the begin": ({"date_end": "2015-09-01"}, "date_end is before date_start"),
    "no kind at all": ({"kind": None}, "kind is empty"),
    "what a source words": ({"place_text": "Homs"}, "place_text: is no field that can be"),
    "what it says already": ({"kind": "airstrike"}, "kind has that value already; give another"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_breaks_a_rule_is_refused_with_field_value_and_remedy(case):
    values, message = REFUSED[case]
    with pytest.raises(CorrectionError, match=message):
        correct(hold({}).record("s:0"), values, ACT)


def test_a_toll_that_stands_on_another_strike_is_corrected_there():
    led = {"event_id": "e", "killed_min": None, "toll_lead": "s:0"}
    held = hold({"event_id": "e"}, led)
    with pytest.raises(CorrectionError, match=r"lead row.*; correct it on s:0"):
        correct(held.record("s:1"), {"killed_min": 2}, ACT)


TYPED = {
    ("date", "2015-10"): {
        "date_start": "2015-10-01", "date_end": "2015-10-31", "date_precision": "month"},
    ("date", ""): {"date_start": None, "date_end": None, "date_precision": "unknown"},
    ("injured", "20+"): {"injured_min": 20, "injured_max": None},
    ("killed", ""): {"killed_min": None, "killed_max": None},
    ("killed_min", "4"): {"killed_min": 4},
    ("note", " seen twice "): {"note": "seen twice"},
}  # fmt: skip


@pytest.mark.parametrize("said", TYPED)
def test_what_is_typed_is_read(said):
    assert read_typed(dict([said])) == TYPED[said]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("killed", "dozens", "killed: 'dozens' is no whole number"),
        ("killed_min", "few", "killed_min: 'few' is no whole number; give 0 or more"),
        ("date_start", "soon", "date_start: 'soon' is no day; write it as 2015-10-31"),
        ("date", "some day", "date: date 'some day' is not understood"),
        ("colour", "red", "colour: is no field that can be corrected; choose of date, killed"),
    ],
)
def test_what_cannot_be_read_is_refused(name, text, message):
    with pytest.raises(CorrectionError, match=message):
        read_typed({name: text})
