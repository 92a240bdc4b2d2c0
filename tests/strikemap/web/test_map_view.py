"""The map's part of an address: what is read back, and what cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from geo.webmap.payload.encode import MODES, View
from strikemap.web.map_component import MapState
from strikemap.web.map_view import MapPlace, follow_place, read_place

PARTS = {
    "nothing is said": ({}, MapPlace()),
    "a view": ({"at": ["38.1,35.2,7.5"]}, MapPlace(view=View(38.1, 35.2, 7.5))),
    "a view of two numbers is none": ({"at": ["38.1,35.2"]}, MapPlace()),
    "a view in words is none": ({"at": ["here,there,nan"]}, MapPlace()),
    "a view off the earth is none": ({"at": ["380,35,7"]}, MapPlace()),
    "a view that is no number is none": ({"at": ["nan,35,7"]}, MapPlace()),
    "ways to show": (
        {"show": ["areas"], "size": ["killed_max"]},
        MapPlace(modes={"show": "areas", "size": "killed_max"}),
    ),
    "a source of any name": ({"told_by": ["SOHR"]}, MapPlace(modes={"told_by": "SOHR"})),
    "no source's name is none": ({"told_by": [""]}, MapPlace()),
    "an unknown way to show is none": ({"show": ["fireworks"]}, MapPlace()),
    "the data's hash": ({"data": ["0123abcd"]}, MapPlace(data="0123abcd")),
}


@pytest.mark.parametrize("case", PARTS)
def test_an_address_says_where_the_map_is(case):
    parts, place = PARTS[case]
    assert read_place(parts) == place


@given(
    some.floats(-180, 180), some.floats(-85, 85), some.sampled_from([0, 6.5, 7, 18]),
    some.sampled_from(MODES["show"]),
)  # fmt: skip
def test_what_is_written_is_read_back(lon, lat, zoom, show):
    place = MapPlace(View(round(lon, 3), round(lat, 3), zoom), {"show": show}, "0123abcd")
    read = read_place(place.to_parts())
    assert read.view
    assert place.view
    assert abs(read.view.lon - place.view.lon) < 0.002
    assert abs(read.view.lat - place.view.lat) < 0.002
    assert read.modes.get("show", MODES["show"][0]) == show
    assert read.data == place.data


def test_the_address_follows_the_hand():
    modes = {"show": "density", "told_by": "", "else": "x"}
    moved = MapState(view=View(36.5, 35.0, 9), modes=modes)
    place = follow_place(moved, "0123abcd")
    assert place.to_parts() == {"at": ["36.5,35,9"], "show": ["density"], "data": ["0123abcd"]}
