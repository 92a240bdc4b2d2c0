"""The map's part of an address: what is read back, and what cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from geo.webmap.payload.encode import MODES, View
from strikemap.web.map_component import MapState
from strikemap.web.map_view import MapView, follow_map_view, read_map_view

PARTS = {
    "nothing is said": ({}, MapView()),
    "a view": ({"at": ["38.1,35.2,7.5"]}, MapView(view=View(38.1, 35.2, 7.5))),
    "a view of two numbers is none": ({"at": ["38.1,35.2"]}, MapView()),
    "a view in words is none": ({"at": ["here,there,nan"]}, MapView()),
    "a view off the earth is none": ({"at": ["380,35,7"]}, MapView()),
    "a view that is no number is none": ({"at": ["nan,35,7"]}, MapView()),
    "ways to show": (
        {"show": ["areas"], "size": ["killed_max"]},
        MapView(modes={"show": "areas", "size": "killed_max"}),
    ),
    "a source of any name": ({"told_by": ["SOHR"]}, MapView(modes={"told_by": "SOHR"})),
    "no source's name is none": ({"told_by": [""]}, MapView()),
    "an unknown way to show is none": ({"show": ["fireworks"]}, MapView()),
    "insets and no ground under a sheet": (
        {"inset": ["SY07", "36,35,37,36"], "ground": ["none"]},
        MapView(insets=("SY07", "36,35,37,36"), ground=False),
    ),
    "insets that cannot be are none": ({"inset": ["a", "b", "c", "d"]}, MapView()),
    "the data's hash": ({"data": ["0123abcd"]}, MapView(data="0123abcd")),
}


@pytest.mark.parametrize("case", PARTS)
def test_an_address_says_where_the_map_is(case):
    parts, map_view = PARTS[case]
    assert read_map_view(parts) == map_view
    assert read_map_view(map_view.to_parts()) == map_view


@given(
    some.floats(-180, 180), some.floats(-85, 85), some.sampled_from([0, 6.5, 7, 18]),
    some.sampled_from(MODES["show"]),
)  # fmt: skip
def test_what_is_written_is_read_back(lon, lat, zoom, show):
    map_view = MapView(View(round(lon, 3), round(lat, 3), zoom), {"show": show}, "0123abcd")
    read = read_map_view(map_view.to_parts())
    assert read.view
    assert map_view.view
    assert abs(read.view.lon - map_view.view.lon) < 0.002
    assert abs(read.view.lat - map_view.view.lat) < 0.002
    assert read.modes.get("show", MODES["show"][0]) == show
    assert read.data == map_view.data


def test_the_address_follows_the_hand():
    modes = {"show": "density", "told_by": "", "else": "x"}
    moved = MapState(view=View(36.5, 35.0, 9), modes=modes)
    map_view = follow_map_view(moved, "0123abcd")
    assert map_view.to_parts() == {"at": ["36.5,35,9"], "show": ["density"], "data": ["0123abcd"]}


def test_what_is_read_is_said_until_it_is_closed():
    read = follow_map_view(MapState(kept={"open": "place:Douma"}), "0123abcd")
    assert read.to_parts()["open"] == ["place:Douma"]
    assert "open" not in follow_map_view(MapState(kept={}), "0123abcd").to_parts()


def test_the_address_says_whose_data_a_view_is_of():
    map_view = follow_map_view(MapState(), "0123abcd", "x" * 200)
    assert map_view.to_parts() == {"data": ["0123abcd"], "of": ["x" * 120]}
    assert read_map_view(map_view.to_parts()).of == map_view.of


def test_notes_of_a_view_are_in_its_address_and_endless_ones_are_not_taken():
    notes = ("36.6,35.9: Held, as told", "38,34,5,N: It")
    assert read_map_view(MapView(notes=notes).to_parts()).notes == notes
    assert read_map_view({"note": ["1,2: " + "w" * 5000]}) == MapView()
