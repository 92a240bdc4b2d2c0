"""Candidates of a name, and the shares that they have of it."""

from __future__ import annotations

from gazetteer import Gazetteer


def test_explain_lists_candidates_with_shares_of_one(toyland: Gazetteer) -> None:
    found = toyland.explain("Milbrook", "Sudmark")
    assert [c.place.place_id for c in found[:2]] == ["toy:milbrook-s", "toy:milbrook-n"]
    assert 0 < sum(c.share for c in found) < 1
