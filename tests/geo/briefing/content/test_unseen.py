"""What the recipient will not see is counted, and exact points of the vulnerable are warned of."""

from __future__ import annotations

import pytest
from map_strikes import few_strikes, strikes_of

from geo.briefing.content.unseen import find_exposed, list_unseen
from geo.briefing.terms.words import Words
from geo.reading.read import read_seeds
from geo.strikes.filters import Filters
from geo.strikes.totals import OUTSIDE

EXACT = {"precision": "site", "uncertainty_km": 0.2}


def test_everything_left_out_is_counted():
    strikes, _ = few_strikes()
    said = list_unseen(strikes, Filters(kinds=("airstrike",))).notes
    assert said == (
        "1 of 11 strikes in the data are left out by the filters.",
        "3 strikes are known only to an area: counted on their governorate, without a point.",
        "2 strikes are not located: counted, not on the map.",
        "3 strikes have no date: they are in no period and on no timeline.",
        "8 strikes have no reported number of killed; that is not zero.",
        "1 strike shares its toll with another strike and is counted there.",
    )


def test_civilians_alone_are_a_figure_but_not_of_all_killed():
    strikes = strikes_of(a={"civilians_killed_max": 3}, b={"casualties_min": 2}, c={})
    assert list_unseen(strikes, Filters()).notes == (
        "1 strike has no reported number of killed; that is not zero.",
        "1 strike has a number of civilians killed only: all killed is not reported.",
        "1 strike has killed and injured in one number only: killed is not reported.",
    )


def test_points_abroad_are_seen_in_an_export_and_lack_in_the_counts_of_a_sheet():
    strikes = strikes_of(one={"killed_min": 1, "killed_max": 1, "adm_note": OUTSIDE})
    said = "Counts by governorate lack 1 located strike outside the country."
    assert said in list_unseen(strikes, Filters()).notes
    assert list_unseen(strikes, Filters(), columns_leave=True).notes == ()


def test_nothing_left_out_is_nothing_said():
    strikes = strikes_of(one={"killed_min": 1, "killed_max": 1})
    assert list_unseen(strikes, Filters()) == list_unseen(strikes, Filters(), Words())
    assert list_unseen(strikes, Filters()).notes == ()
    assert list_unseen(strikes, Filters()).warnings == ()


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({**EXACT, "target_kind": "medical"}, "medical"),
        ({**EXACT, "target_kind": "school"}, "school"),
        ({**EXACT, "target_kind": "camp"}, "camp"),
        ({"precision": "neighbourhood", "uncertainty_km": 0.5, "target_kind": "camp"}, "camp"),
        ({**EXACT, "target": "the field Hospital of the town"}, "medical"),
        ({**EXACT, "place_text": "مدرسة الشهداء"}, "school"),
        ({**EXACT, "place_text": "Atmah camps"}, "camp"),
        ({**EXACT, "target": "a military campaign office"}, None),
        ({**EXACT, "target_kind": "military"}, None),
        ({"precision": "settlement", "uncertainty_km": 2.0, "target_kind": "medical"}, None),
    ],
)
def test_exact_points_of_hospitals_schools_and_camps_are_found(row, kind):
    strikes = strikes_of(one=row, plain={})
    found = find_exposed(strikes)
    assert found["one"] == kind if kind else found.isna().all()
    warnings = list_unseen(strikes, Filters()).warnings
    assert len(warnings) == (kind is not None)
    if kind:
        assert "Consider an area instead of a point." in warnings[0]


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
