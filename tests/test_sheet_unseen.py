"""What the recipient will not see, for files as for sheets."""

from __future__ import annotations

from geo.filter import Filters
from geo.read import read_seeds
from geo.sheet_unseen import find_exposed, list_unseen


def test_an_export_does_not_call_its_own_columns_unseen():
    strikes = read_seeds().strikes
    sheet = list_unseen(strikes, Filters()).notes
    table = list_unseen(strikes, Filters(), columns_leave=True).notes
    assert set(table) < set(sheet)
    assert any("contested or denied" in note for note in sheet)
    assert not any("contested or denied" in note for note in table)


def test_only_exact_points_expose_a_hospital():
    strikes = read_seeds().strikes.copy()
    strikes["target"] = "hospital"
    assert find_exposed(strikes).isna().all()
    one = strikes.index[strikes["location_status"] == "located"][0]
    strikes.loc[one, "uncertainty_km"] = 0.2
    assert find_exposed(strikes).dropna().to_dict() == {one: "medical"}
