"""A place worked out from words stays on the land at hand, or says why it is nowhere."""

from __future__ import annotations

import pandas as pd
import pytest
from shapely.geometry import Point
from strike_rows import table

from gazetteer import Match, load_gazetteer
from geo.land.boundaries import load_boundaries
from geo.placing.join import join_areas
from geo.placing.locate import locate
from geo.placing.on_land import keep_match_on_land, keep_on_land
from geo.reading.read import read_strikes

# Toyland is two squares between the equator and 1 degree north, from 0 to 2 degrees east.
NEARBY = {"match_method": "nearby", "precision": "near", "uncertainty_km": 12.0,
          "adm1_code": "XX1", "adm1_name": "West", "match_reason": "west of it"}  # fmt: skip


def keep_one(boundaries, lon, lat, **changes):
    return keep_on_land(table({**NEARBY, "geometry": Point(lon, lat), **changes}), boundaries).iloc[
        0
    ]


def test_a_circle_off_the_coast_is_cut_to_the_land(toyland):
    row = keep_one(toyland, -0.06, 0.5)  # 6.7 km out to sea
    assert row.geometry.x > 0
    assert row.geometry.y == pytest.approx(0.5, abs=0.01)
    assert row.uncertainty_km < 12.0
    assert row.match_reason == (
        f"west of it; cut to the land of xx: within {row.uncertainty_km:.3g} km"
    )
    assert row.location_status == "located"


def test_the_true_place_on_land_stays_within_the_radius(toyland):
    row = keep_one(toyland, -0.06, 0.5)
    farthest = Point(0.0, 0.5 + (12.0**2 - 6.67**2) ** 0.5 / 111.2)
    assert row.geometry.distance(farthest) * 111.2 <= row.uncertainty_km + 0.2


def test_a_circle_without_land_is_counted_on_its_area_or_is_nowhere(toyland):
    row = keep_one(toyland, -0.5, 0.5)
    assert (row.location_status, row.precision, row.adm1_code) == (
        "area_only", "governorate", "XX1",
    )  # fmt: skip
    assert row.geometry is None
    assert row.match_reason == "west of it; that lies outside xx; counted on West"
    bare = keep_one(toyland, -0.5, 0.5, adm1_code=None, adm1_name=None)
    assert (bare.location_status, bare.match_reason) == (
        "unlocated", "west of it; that lies outside xx",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lon", "changes"),
    [(0.5, {}), (-0.01, {}), (-0.5, {"match_method": "given"}), (-0.5, {"match_method": "exact"})],
)
def test_what_lies_on_land_or_is_no_such_place_stays(toyland, lon, changes):
    rows = table({**NEARBY, "geometry": Point(lon, 0.5), **changes})
    assert keep_on_land(rows, toyland) is rows


def test_a_match_is_kept_as_a_row_is(toyland):
    match = Match(
        "west of it", "nearby", 0.5, "west of it", "near", None, -0.06, 0.5, 12.0, "XX1", "West"
    )
    kept, row = keep_match_on_land(match, toyland), keep_one(toyland, -0.06, 0.5)
    assert (kept.lon, kept.lat) == (row.geometry.x, row.geometry.y)
    assert kept.reason == row.match_reason
    lost = keep_match_on_land(
        Match("x", "nearby", 0.5, "x", "near", None, -0.5, 0.5, 12.0), toyland
    )
    assert (lost.lon, lost.location_status) == (None, "unlocated")


def test_words_that_lead_across_a_border_do_not_leave_the_country():
    land = load_boundaries("ps")
    rows = read_strikes(pd.DataFrame({"date": ["2024-05-01"], "place": ["west of Rafah city"]}))
    found = locate(rows, load_gazetteer("ps"), boundaries=land).strikes
    inside = land.governorates.covers(found.geometry.iloc[0])
    assert land.governorates["name"][inside].tolist() == ["Gaza Strip"]
    assert pd.isna(found["adm_note"].iloc[0]) or "outside" not in found["adm_note"].iloc[0]
    pd.testing.assert_frame_equal(join_areas(found, land), found)
