"""Proposals of duplicates: which rows are held to be one strike, and in which words."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from shapely import Point
from strike_rows import AREA, table

from geo.strikes.duplicates import pairs
from geo.strikes.duplicates.propose import propose, propose_again, propose_for
from geo.strikes.duplicates.weighing import alike_actors
from geo.strikes.schema import make_claims, make_strikes

PLACED = {"place_id": "gn:1", "place_name": "Talbiseh", "killed_min": None}
NAME_ONLY = {
    "location_status": "unlocated", "precision": "unknown", "match_method": "ambiguous",
    "geometry": None, "adm1_code": None, "place_text": "Suran", "killed_min": None,
}  # fmt: skip


def told(*changes: dict, by: tuple[str, ...] = ("SOHR", "LCC")):
    """Return the proposals on rows that differ by changes, each told by its own source."""
    rows = table(*({**PLACED, **change} for change in changes))
    who = [by[at % len(by)] for at in range(len(rows))]
    keys = [f"{one}/1" for one in rows.index]
    claims = make_claims(pd.DataFrame({"claim_id": keys, "strike_id": rows.index, "claimant": who}))
    return propose(rows, claims)


def reason(*changes: dict, **how) -> str:
    found = told(*changes, **how).table["reason"].tolist()
    return found[0] if found else ""


def test_the_same_town_on_the_same_day_told_by_two_is_proposed_in_words():
    found = told({"actor": "Russia", "killed_min": 3, "killed_max": 5}, {"killed_min": 4})
    (row,) = found.table.to_dict("records")
    assert (row["strike_id"], row["other_id"]) == ("s:0", "s:1")
    assert row["reason"] == (
        "same place (Talbiseh); same day (2015-09-30); same kind (airstrike); killed: 3–5 and 4+ "
        "overlap; actor: one names Russia, one does not say; told by SOHR, and by LCC"
    )
    assert (found.compared, found.undated, found.crowded) == (2, 0, 0)


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"kind": "missile"}, "kinds differ (airstrike and missile)"),
        ({"geometry": Point(36.75, 34.84), "place_id": None}, "1.8 km apart, within their radii"),
        ({"date_start": "2015-09-28", "date_end": "2015-10-04", "date_precision": "week"},
         "days overlap (2015-09-30 and 2015-09-28 to 2015-10-04)"),
    ],
)  # fmt: skip
def test_what_is_near_in_place_kind_and_days_is_proposed(other, words):
    assert words in reason({}, other)


@pytest.mark.parametrize(
    "other",
    [
        {"geometry": Point(37.1, 34.84), "place_id": "gn:2"},  # 33 km away
        {"date_start": "2015-10-03", "date_end": "2015-10-03"},
        {"date_start": "2015-10-01", "date_end": "2015-10-01"},  # a day apart, nothing else alike
        {"date_start": None, "date_end": None, "date_precision": "unknown"},
        {"date_start": "2015-09-01", "date_end": "2015-09-30", "date_precision": "month"},
        {"kind": "ied"},
    ],
)
def test_what_is_far_in_place_days_or_kind_is_not(other):
    assert reason({}, other) == ""


def test_tolls_speak_for_and_against():
    assert "killed: both 5" in reason(
        {"killed_min": 5, "killed_max": 5},
        {"killed_min": 5, "killed_max": 5, "date_start": "2015-10-01", "date_end": "2015-10-01"},
    )
    near = {"geometry": Point(36.75, 34.84), "place_id": None}
    few, many = {"killed_min": 2, "killed_max": 2}, {"killed_min": 40, "killed_max": 40}
    assert reason(few, {**near, **few})
    assert reason(few, {**near, **many}) == ""


def test_two_rows_of_one_source_and_parts_of_one_event_are_told_apart():
    assert reason({}, {}, by=("SOHR",)) == ""
    toll = {"killed_min": 7, "killed_max": 7}
    assert "both told by SOHR" in reason(toll, toll, by=("SOHR",))
    assert reason({"event_id": "e"}, {"event_id": "e"}) == ""


def test_two_listed_towns_near_each_other_need_more_than_the_day():
    other = {"place_id": "gn:2", "place_name": "Ghanto", "geometry": Point(36.74, 34.85)}
    assert reason({}, other) == ""
    toll = {"killed_min": 7, "killed_max": 7}
    assert "two places (Talbiseh and Ghanto)" in reason(toll, {**other, **toll})


def test_what_is_known_by_its_area_or_its_name_alone_is_compared_there():
    toll = {"killed_min": 9, "killed_max": 9}
    area = {**AREA, **toll, "place_id": None, "adm1_name": "Homs", "uncertainty_km": None}
    assert "same area, of one not known where in it (Homs)" in reason(area, toll)
    assert reason({**area, "adm1_code": "SY07"}, toll) == ""
    unplaced = {**NAME_ONLY, "place_id": None, "uncertainty_km": None}
    assert "same name, not located (Suran)" in reason(unplaced, unplaced)


@pytest.mark.parametrize("names", [("Kafr Nabl", "Kafr-Nabl"), ("Al-Bab", "al bab"), ("—", "—")])
def test_names_that_are_not_placed_are_one_by_any_spelling(names):
    unplaced = {**NAME_ONLY, "place_id": None, "uncertainty_km": None}
    assert "same name" in reason(*({**unplaced, "place_text": name} for name in names))
    assert reason({**unplaced, "place_text": "—"}, {**unplaced, "place_text": "?"}) == ""


def test_what_cannot_be_one_strike_is_proposed_at_no_likeness():
    rows = table(PLACED, {**PLACED, "geometry": Point(36.9, 34.84), "place_id": "gn:2"})
    assert propose(rows, least=0).table.empty


def test_a_crowd_on_one_day_and_place_is_counted_and_not_compared(monkeypatch):
    monkeypatch.setattr(pairs, "MOST_TOGETHER", 3)
    found = told(*[{}] * 5)
    assert (len(found.table), found.crowded) == (0, 5)


def test_in_parts_of_any_size_the_same_pairs_are_found(monkeypatch):
    rng = np.random.default_rng(17)
    rows = [{"geometry": Point(*spot), "place_id": None}
            for spot in rng.uniform([36.7, 34.8], [36.8, 34.9], (40, 2))]  # fmt: skip
    whole = told(*rows).table
    monkeypatch.setattr(pairs, "AT_ONCE", 7)
    pd.testing.assert_frame_equal(told(*rows).table, whole)
    assert len(whole) > 20


def test_one_further_strike_is_held_against_a_table(monkeypatch):
    rows = table(PLACED, {**PLACED, "date_start": "2015-10-30", "date_end": "2015-10-30"})
    draft = table(PLACED).rename(index={"s:0": "draft"})
    none = make_claims(pd.DataFrame())
    found = propose_for(draft, none, rows, none)
    assert found.table[["strike_id", "other_id"]].to_numpy().tolist() == [["s:0", "draft"]]
    undated = make_strikes(draft.assign(date_start=None, date_end=None))
    assert propose_for(undated, none, rows, none).table.empty
    assert propose_for(undated, none, rows, none).undated == 1
    monkeypatch.setattr(pairs, "MOST_TOGETHER", 0)
    assert propose_for(draft, none, rows, none).crowded == 1


def test_an_empty_table_has_no_pairs():
    assert propose(table()).table.empty


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("Russia", "Russian Air Force", True), ("Russia;Syria", "syria", True),
     ("Russia", "Turkey", False)],
)  # fmt: skip
def test_actors_are_alike_where_one_is_named_in_the_other(one, other, alike):
    assert alike_actors(one, other) is alike


def test_names_that_sound_alike_are_proposed_where_more_speaks_for_them():
    unplaced = {**NAME_ONLY, "place_id": None, "uncertainty_km": None}
    one, other = ({**unplaced, "place_text": name} for name in ("Kafr Zita", "كفر زيتا"))
    assert reason(one, other) == ""
    toll = {"killed_min": 7, "killed_max": 7}
    assert "names that sound alike, not located (Kafr Zita and كفر زيتا)" in reason(
        {**one, **toll}, {**other, **toll}
    )
    short = ({**one, **toll, "place_text": name} for name in ("Bab", "Bib"))
    assert reason(*short) == ""


def test_a_quarter_and_its_town_are_not_two_towns():
    quarter = {"place_id": "gn:2", "place_name": "Ghanto", "geometry": Point(36.74, 34.85)}
    assert reason({}, quarter) == ""
    assert "1.4 km apart" in reason({}, {**quarter, "precision": "neighbourhood"})


def test_that_no_kind_is_told_of_either_speaks_for_nothing():
    near = {"geometry": Point(36.75, 34.84), "place_id": None}
    assert reason({}, near)
    assert reason({"kind": "other"}, {**near, "kind": "other"}) == ""


def test_after_few_changes_the_same_is_proposed_as_of_all():
    rng = np.random.default_rng(18)
    rows = table(*(
        {"geometry": Point(*spot), "place_id": None, "date_start": day, "date_end": day}
        for spot, day in zip(
            rng.uniform([36.7, 34.8], [36.8, 34.9], (40, 2)), ["2015-09-30", "2015-10-02"] * 20,
            strict=True,
        )
    ))  # fmt: skip
    none, before = make_claims(pd.DataFrame()), propose(rows)
    now = rows.drop(index=["s:3", "s:8"])
    for name in ("date_start", "date_end"):
        now.loc["s:5", name] = pd.Timestamp("2015-10-05")
    now.loc["s:6", "geometry"] = Point(36.75, 34.85)
    again = propose_again(before, now, none, ["s:5", "s:6"])
    whole = propose(now)
    told = (set(map(tuple, one.table[["strike_id", "other_id", "reason"]].to_numpy().tolist()))
            for one in (again, whole))  # fmt: skip
    assert next(told) == next(told)
    assert (again.compared, len(again.table)) == (38, len(whole.table))
    assert again.table["likeness"].is_monotonic_decreasing
    assert len(before.table) > len(again.table) > 20
