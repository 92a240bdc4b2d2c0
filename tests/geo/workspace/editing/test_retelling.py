"""A strike told again: a further claim, the range of both tolls, and one change that undo takes."""

from __future__ import annotations

import pytest

from geo.errors import CorrectionError
from geo.workspace.editing.records import Act, Record, claim_row, strike_row
from geo.workspace.editing.retelling import tell_again

ROW = {
    "strike_id": "s:1", "kind": "airstrike", "date_precision": "unknown", "place_text": "Saraqib",
    "match_method": "none", "precision": "unknown", "location_status": "unlocated",
    "event_status": "reported", "source_count": 1, "killed_min": 3, "killed_max": 3,
    "actor": "Russia",
}  # fmt: skip
CLAIM = {"claimant": "SOHR", "killed_min": 5}
TOLD = {
    "killed_min": 5, "injured_min": 2, "injured_max": 4, "actor": "Syria", "target": "a market",
    "date_start": "2023-05-08", "date_end": "2023-05-08", "date_precision": "day",
}  # fmt: skip


def again(row: dict | None = None, told: dict | None = None, claim: dict | None = None):
    """Return the change, and the columns of the strike that it writes."""
    own = claim_row({"claim_id": "s:1/1", "strike_id": "s:1", "claimant": "SNHR"})
    record = Record(strike_row({**ROW, **(row or {})}), [own])
    change = tell_again(record, told or TOLD, claim or CLAIM, Act("Rana", "2026-01-01T00:00:00Z"))
    (after,) = (patch.after for patch in change.patches if patch.table == "strikes")
    return change, after


def test_the_toll_is_the_range_of_both_and_what_was_lacking_is_taken():
    change, after = again()
    assert (change.action, change.what) == ("add source", "s:1: s:1/2")
    assert (after["source_count"], after["actor"], after["target"]) == (
        2,
        "Russia;Syria",
        "a market",
    )
    assert "killed_min" not in after  # 3 is the least of both
    assert after["killed_max"] is None  # "at least 5" has no upper bound
    assert (after["injured_min"], after["injured_max"], after["date_start"]) == (2, 4, "2023-05-08")
    (claim,) = (patch.after for patch in change.patches if patch.table == "claims")
    assert (claim["claim_id"], claim["killed_min"]) == ("s:1/2", 5)
    assert "killed_max 3" in after["corrected"]  # what was read stays known beside it


def test_what_the_strike_says_itself_stays():
    day = {"date_start": "2023-05-07", "date_end": "2023-05-07", "date_precision": "day"}
    _, after = again({**day, "target": "a school"}, {**TOLD, "actor": None})
    assert not {"date_start", "target", "actor"} & set(after)


def test_a_toll_that_stands_on_another_strike_is_not_counted_twice():
    none = {"killed_min": None, "killed_max": None}
    _, after = again({**none, "event_id": "e", "toll_lead": "s:9"})
    assert not {"killed_min", "injured_min"} & set(after)


def test_a_claim_that_names_no_source_is_refused():
    with pytest.raises(CorrectionError, match="names none"):
        again(claim={"killed_min": 5})


def test_an_allegation_has_no_better_standing_than_its_own_claim_gives_it():
    told = {**TOLD, "attribution": "alleged"}
    _, after = again({"attribution": "claimed"}, told)
    assert (after["actor"], after["attribution"]) == ("Russia;Syria", "contested")
    _, after = again({"attribution": "claimed"}, {**told, "actor": "Russia;Syria"})
    assert (after["actor"], after["attribution"]) == ("Russia;Syria", "alleged")
    _, after = again({"actor": None}, told)
    assert (after["actor"], after["attribution"]) == ("Syria", "alleged")
    _, after = again({}, {**told, "actor": "Russia"})
    assert after["attribution"] == "alleged"


def test_the_kind_of_one_target_is_not_given_to_another():
    _, after = again(
        {"target": "a school"}, {**TOLD, "target": "a clinic", "target_kind": "medical"}
    )
    assert not {"target", "target_kind"} & set(after)
    _, after = again({"target_kind": "school"}, {**TOLD, "target_kind": "market"})
    assert "target" not in after


def test_what_a_table_says_was_corrected_stays_where_nothing_else_tells_of_it():
    _, after = again({"corrected": "added by hand"})
    assert after["corrected"].endswith("injured_max not given, added by hand")
