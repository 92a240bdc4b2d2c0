"""Circles: the point lies at the stated distance, on the stated side."""

from __future__ import annotations

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st
from towns import TOWNS, Towns

from gazetteer.relative.parse import parse_relative
from gazetteer.relative.place import locate_relative

SIDES = st.sampled_from(["north", "north-east", "east", "south-east", "south", "south-west",
                         "west", "north-west"])  # fmt: skip


@given(kilometres=st.integers(1, 45), side=SIDES, town=st.sampled_from(sorted(TOWNS)))
def test_the_point_lies_at_the_stated_distance_and_side(kilometres, side, town):
    relative = parse_relative(f"{kilometres} km {side} of {town}")
    assert relative is not None
    found = locate_relative(relative, Towns())
    if found.location_status == "unlocated":
        assert "too wide" in found.reason
        return
    _, lon, lat, _ = TOWNS[town]
    assert geodesic((lat, lon), (found.lat, found.lon)).km == pytest.approx(kilometres, abs=0.01)
    for word, ahead in (("north", found.lat - lat), ("south", lat - found.lat),
                        ("east", found.lon - lon), ("west", lon - found.lon)):  # fmt: skip
        assert word not in side or ahead > 0
