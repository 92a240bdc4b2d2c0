"""What a profile leaves of the two tables, and how it is counted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod
from releases import TODAY, UNDATED, UNPLACED, at, in_area, leave, rows_of
from shapely import Point

from gazetteer.places import Place
from geo.errors import ReleaseError
from geo.land.boundaries import load_boundaries
from geo.release.held import word_held
from geo.release.release import release, release_again
from geo.release.toml import parse_profile
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.schema import make_claims


@pytest.mark.parametrize(
    ("profile", "left"),
    [
        ("[days]\nlast = 10", ["2024-01-01", "2024-01-10"]),
        ("[days]\nlast = 10\nundated = true", ["2024-01-01", "2024-01-10", None]),
        ("[days]\nspans = [{from = 2024-01-10, to = 2024-01-31}]", ["2024-01-01", "2024-05-25"]),
    ],
)
def test_strikes_that_may_be_of_held_days_are_held_back(profile, left):
    # One of the last runs into the days by its end, one is a slip of the future.
    days = [at("2024-01-01"), at("2024-01-10"), at("2024-05-20", "2024-05-25"), UNDATED]
    if "last" in profile:
        days.append(at("2042-05-25"))
        days[2] = at("2024-05-20", "2024-05-25")
    found = leave(profile, *days)
    shown = [None if pd.isna(day) else f"{day:%Y-%m-%d}" for day in found.strikes["date_end"]]
    assert shown == left
    assert found.held.days == len(days) - len(left)
    assert f"{found.held.days} of {len(days)} strikes and" in found.told[0]
    assert set(found.claims["strike_id"]) == set(found.strikes.index)


@pytest.mark.parametrize(
    ("people", "last", "told"),
    [(2, 1, ("the last day", "told as 1, on 1 of 1")),
     (4, 3, ("the last 3 days", "told as 1 to 3, on 1 of 1"))],
)  # fmt: skip
def test_what_is_held_back_is_said_in_its_number(people, last, told):
    days = [at("2024-01-01") | {"killed_min": 1, "killed_max": 1}, at("2024-05-02")]
    profile = f"[days]\nlast = {last}\n[cells]\npeople = {people}"
    found = leave(profile, *days)
    said = word_held(found.held, parse_profile(profile.encode(), "p.toml"))
    assert all(any(words in one for one in said) for words in told), said


def test_one_column_is_no_columns():
    profile = "[cells]\npeople = 2"
    left = leave(profile, at("2024-01-01")).held
    held = replace(left, columns={"strikes": ["note"], "claims": []})
    said = word_held(held, parse_profile(profile.encode(), "p.toml"))
    assert said[-1] == "1 column of strikes held back, not unreported: note"


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("medical", "al-Noor Hospital"), ("medical", "مستشفى الأطفال"), ("medical", "Лікарня №3"),
        ("medical", "районная больница"), ("medical", "HÔPITAL de campagne"),
        ("camp", "tents of displaced families"), ("camp", "مخيم للنازحين"), ("camp", "табір"),
        ("school", "two schools"), ("school", "بالمدرسة"), ("school", "дитячий садок"),
        ("residential", "family home"), ("residential", "منزل"), ("religious", "the Great Mosque"),
        ("market", "سوق الهال"), ("market", "центральний ринок"),
    ],
)  # fmt: skip
def test_where_no_kind_of_target_is_known_words_say_it(kind, target):
    profile = f'[[coarsen]]\ntarget_kinds = ["{kind}"]\nto = "governorate"'
    rows = [{"target": target}, {"place_text": f"{target}, Idlib"},
            {"target": target, "target_kind": "unknown"}, {"target": "campaign office, vehicle"},
            {"target": target, "target_kind": "military"}]  # fmt: skip
    assert leave(profile, *rows).strikes.geometry.isna().tolist() == [True] * 3 + [False] * 2


def test_a_coarse_place_is_an_area_without_a_name():
    found = leave(
        '[[coarsen]]\nplace_kinds = ["camp"]\nto = "district"\n'
        '[[coarsen]]\ntarget_kinds = ["school"]\nto = "governorate"\n'
        '[[coarsen]]\nwords = ["MASJID"]\nto = "district"',
        {"place_id": "c"}, {"target_kind": "school"}, {"note": "the  masjid"}, {}, UNPLACED,
        places={"c": Place("c", "Atmah", "camp")},
    )  # fmt: skip
    rows = found.strikes.sort_values("precision")
    precisions = ["district", "district", "governorate", "settlement", "unknown"]
    assert rows["precision"].tolist() == precisions
    coarse = rows.iloc[:3]
    assert coarse.geometry.isna().all()
    assert coarse["location_status"].eq("area_only").all()
    empty = ["place_text", "place_id", "note", "match_score", "uncertainty_km", "adm3_code"]
    assert coarse[empty].isna().all(axis=None)
    assert coarse["adm2_code"].tolist()[:2] == ["SY0401", "SY0401"]
    assert pd.isna(coarse["adm2_code"].iloc[2])
    assert not coarse["match_reason"].str.contains("Talbisah").any()
    own = found.claims[found.claims["strike_id"].isin(coarse.index)]
    assert own["claimant"].eq("SOHR").all()
    assert own["title"].isna().all()
    assert found.held.coarse == {("district", 0.0): 2, ("governorate", 0.0): 1}


@pytest.mark.parametrize("to", ['to = "district"', "grid_km = 10"])
def test_no_place_is_told_of_by_a_smaller_area_than_it_was_known_by(to):
    """A table of our own may have codes below what the strike is known to."""
    area = {"location_status": "area_only", "precision": "governorate", "geometry": None}
    unknown = {"location_status": "unlocated", "precision": "unknown", "geometry": None}
    found = leave(f"[[coarsen]]\neverywhere = true\n{to}", {}, area, unknown)
    rows = found.strikes.set_index(found.strikes["precision"])
    assert sorted(rows.index)[1:] == ["governorate", "unknown"]
    assert rows.loc["governorate", "location_status"] == "area_only"
    assert rows.loc["unknown", "location_status"] == "unlocated"
    assert rows.loc[["governorate", "unknown"], "adm2_code"].isna().all()
    assert rows.loc["governorate", "adm1_code"] == "SY04"
    assert pd.isna(rows.loc["unknown", "adm1_code"])
    finest = ("district", 0.0) if "district" in to else ("grid", 10.0)
    assert found.held.coarse == {finest: 1, ("governorate", 0.0): 1, ("country", 0.0): 1}


def test_where_no_district_is_known_the_governorate_is_told_and_counted():
    none = {"adm2_code": None, "adm2_name": None, "adm3_code": None}
    found = leave('[[coarsen]]\neverywhere = true\nto = "district"', none, {})
    assert found.held.coarse == {("district", 0.0): 1, ("governorate", 0.0): 1}
    assert "1 of 2 strikes told of by the governorate, without a name of the place" in found.told


def test_rows_of_one_event_are_made_coarse_together():
    event = {"event_id": "e", "toll_lead": "row:0"}
    found = leave('[[coarsen]]\ntarget_kinds = ["camp"]\nto = "district"',
                  event, {**event, "target_kind": "camp"}, {})  # fmt: skip
    assert found.strikes["precision"].value_counts().to_dict() == {"district": 2, "settlement": 1}
    assert found.strikes["event_id"].dropna().tolist() == ["event:1", "event:1"]


def test_a_square_holds_the_place_and_its_middle_is_no_place():
    points = [Point(36.731, 34.842), Point(36.7312, 34.8421), Point(-70.2, -33.1)]
    changes = ({"geometry": point} for point in points)
    found = leave("[[coarsen]]\neverywhere = true\ngrid_km = 10", *changes,
                  boundaries=load_boundaries("sy"))  # fmt: skip
    rows = found.strikes
    assert rows["precision"].eq("area").all()
    assert rows.geometry.nunique() == 2, "points of one square have one place"
    for point, middle, km in zip(points, rows.geometry, rows["uncertainty_km"], strict=True):
        away = Geod(ellps="WGS84").inv(point.x, point.y, middle.x, middle.y)[2] / 1000
        assert away + 1.2 <= km
        assert km == round(km)
    codes = rows["adm1_code"].fillna("").tolist()
    assert codes == ["SY04", "SY04", ""], "the last square lies elsewhere"
    assert rows["adm2_code"].isna().all(), "no district is known whose outline holds the square"


def test_rows_known_to_an_area_alone_have_no_square():
    area = {"location_status": "area_only", "precision": "district", "uncertainty_km": np.nan,
            "geometry": None}  # fmt: skip
    found = leave("[[coarsen]]\neverywhere = true\ngrid_km = 5", area, UNPLACED)
    assert found.strikes["precision"].tolist() == ["governorate", "unknown"]
    assert found.strikes["adm2_code"].isna().all()


def test_held_columns_are_empty_and_what_quotes_them_too():
    notes = {"note": "n", "corrected": "place_text: a",
             "adm_note": "outside the country; near a border"}  # fmt: skip
    said = {"target": "bridge", "strikes_min": 3, "not_strike": "protest", **notes}
    found = leave('[columns]\nstrikes = ["target"]\nclaims = []', said)
    row = found.strikes.iloc[0]
    assert row["target"] == "bridge"
    assert (row["strikes_min"], row["not_strike"]) == (3, "protest"), "else it would be a strike"
    assert row["adm_note"] == "outside the country"
    assert row[["note", "corrected", "match_reason", "place_text", "date_start"]].isna().all()
    assert row["date_precision"] == "unknown"
    assert found.claims.empty
    assert any("held back, not unreported" in told for told in found.told)


def test_small_tolls_are_told_as_a_range_that_holds_them():
    tolls = [(2, 3), (4, 4), (0, 0), (3, 9), (2, None), (None, None), (7, None)]
    found = leave("[cells]\npeople = 5", *({"killed_min": a, "killed_max": b, "note": "two died"}
                                           for a, b in tolls))  # fmt: skip
    pairs = found.strikes[["killed_min", "killed_max"]].astype(object)
    told = pairs.where(pairs.notna(), None).to_numpy().tolist()
    assert told == [[1, 4], [1, 4], [0, 0], [3, 9], [1, None], [None, None], [7, None]]
    assert found.held.tolls == 3
    assert found.strikes["note"].isna().tolist() == [True, True, False, False, True, False, False]
    assert found.claims["title"].isna().sum() == 3


def test_a_small_toll_does_not_follow_from_a_range_a_sum_or_the_words_of_its_event():
    event = {"event_id": "e", "toll_lead": "row:2", "note": "two died"}
    strikes, claims = rows_of(
        {"killed_min": 3, "killed_max": 7},
        {"killed_min": 3, "killed_max": 3, "injured_min": 5, "injured_max": 5,
         "casualties_min": 8, "casualties_max": 8},
        {**event, "killed_min": 2, "killed_max": 2}, event, {"note": "two died"},
        {"killed_min": 9, "killed_max": 9, "casualties_min": 20, "casualties_max": 20},
    )  # fmt: skip
    claims = pd.concat([claims, claims.iloc[:1].assign(claim_id="other")], ignore_index=True)
    claims.loc[0, ["killed_min", "killed_max"]] = 3
    claims.loc[6, ["killed_min", "killed_max"]] = 7
    claims.loc[1, ["casualties_min", "casualties_max"]] = 8
    read = parse_profile(b"[cells]\npeople = 5", "p.toml")
    found = release(strikes, make_claims(claims), read, today=TODAY)
    rows = found.strikes
    told = ["killed_min", "killed_max", "casualties_min", "casualties_max"]
    assert rows.iloc[0][told[:2]].tolist() == [1, 7], "3 is a claim of its own"
    assert rows.iloc[1][told].tolist() == [1, 4, 6, 9], "8 less 5 injured is 3"
    assert rows.iloc[5][told].tolist() == [9, 9, 20, 20]
    assert rows["note"].notna().tolist() == [False, False, False, False, True, False]
    own = found.claims.set_index("strike_id")
    assert own.loc["release:2", told[2:]].tolist() == [6, 9]
    assert pd.isna(own.loc["release:4", "title"]), "a row of the same event quotes it"
    assert own.loc["release:5", "title"] == "Strike on Talbisah"
    assert found.held.tolls == 3


def test_small_areas_are_hidden_with_the_next_smallest():
    found = leave("[cells]\nstrikes = 5", *in_area("SY0401", 2), *in_area("SY0402", 6),
                  *in_area("SY0403", 9), *in_area("SY0501", 8))  # fmt: skip
    assert found.strikes["adm2_code"].value_counts().to_dict() == {"SY0403": 9, "SY0501": 8}
    assert found.strikes["adm1_code"].value_counts().to_dict() == {"SY04": 17, "SY05": 8}
    assert found.held.small == {"governorate": 8}, "17 less 9 is 8, of two districts"


def test_too_few_strikes_leave_by_no_area_and_not_at_all():
    with pytest.raises(ReleaseError, match="4 strikes are left, fewer than the 5"):
        leave("[cells]\nstrikes = 5", *in_area("SY0401", 4))
    found = leave("[cells]\nstrikes = 5", *in_area("SY0401", 4), *in_area("SY0501", 7))
    assert found.strikes["adm1_code"].isna().all(), "11 less 7 would be 4"
    assert found.held.small == {"country": 11}


def test_rows_that_are_no_strikes_make_no_area_larger():
    protests = [row | {"not_strike": "protest"} for row in in_area("SY0401", 4)]
    found = leave("[cells]\nstrikes = 5", *protests, *in_area("SY0401", 1),
                  *in_area("SY0402", 6), *in_area("SY0403", 9))  # fmt: skip
    assert found.strikes["adm2_code"].value_counts().to_dict() == {"SY0403": 9}
    with pytest.raises(ReleaseError, match="1 strikes are left"):
        leave("[cells]\nstrikes = 5", *protests, *in_area("SY0401", 1))


AREAS = st.lists(st.sampled_from([f"SY0{a}0{b}" for a in range(1, 4) for b in range(1, 4)]),
                 min_size=4, max_size=40)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(AREAS, st.integers(2, 6))
def test_no_count_of_an_area_is_small_nor_follows_from_the_others(areas, least):
    rows = [row for code in areas for row in in_area(code, 1)]
    if len(rows) < least:
        return
    left = leave(f"[cells]\nstrikes = {least}", *rows).strikes
    assert len(left) == len(rows)
    true = pd.Series(areas).value_counts()
    for level, above in ((2, "adm1_code"), (1, None)):
        shown = left[f"adm{level}_code"].value_counts()
        assert (shown >= least).all()
        for parent, own in left.groupby(above) if above else [("", left)]:
            rest = len(own) - own[f"adm{level}_code"].notna().sum()
            assert rest == 0 or rest >= least, "the total less the areas that are shown"
            hidden = {code[: 2 + 2 * level] for code in true.index if code.startswith(parent)}
            hidden -= set(shown.index)
            only = len(hidden) == 1 and len(own) == rest
            assert rest == 0 or len(hidden) > 1 or only, "one hidden area is the rest"


def test_areas_of_a_part_are_large_enough_too():
    found = leave("[cells]\nstrikes = 3", *in_area("SY0401", 4), *in_area("SY0402", 4),
                  *({**row, **at("2024-03-01")} for row in in_area("SY0401", 1)),
                  *({**row, **at("2024-03-01")} for row in in_area("SY0402", 5)))  # fmt: skip
    assert found.held.small == {}
    part = filter_strikes(found.strikes, Filters.from_query("from=2024-03-01"))
    again = release_again(found, part)
    shown = filter_strikes(again.strikes, Filters.from_query("from=2024-03-01"))
    assert shown["adm2_code"].isna().all()
    assert again.strikes["adm2_code"].notna().sum() == 8, "the others stay"
    assert again.strikes.index.tolist() == found.strikes.index.tolist()
    with pytest.raises(ReleaseError):
        release_again(found, part.iloc[:2])


def test_ids_and_order_tell_nothing_and_the_tables_stay_as_they_were():
    strikes, claims = rows_of(at("2024-03-01"), at("2024-01-01"))
    before = strikes.copy(), claims.copy()
    read = parse_profile(b"[cells]\npeople = 3", "p.toml")
    found = release(strikes, claims, read, today=TODAY)
    assert found.strikes.index.tolist() == ["release:1", "release:2"]
    assert found.strikes["date_start"].is_monotonic_increasing
    assert found.claims["claim_id"].tolist() == ["release:1/1", "release:2/1"]
    pd.testing.assert_frame_equal(pd.DataFrame(strikes), pd.DataFrame(before[0]))
    pd.testing.assert_frame_equal(claims, before[1])
