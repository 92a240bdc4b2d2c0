"""Nearness: geodesic, and as sure as the point's radius allows."""

from __future__ import annotations

import numpy as np
import pytest
from filter_cases import make_rows
from geopy.distance import geodesic
from shapely import Point

from geo.errors import FilterError
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.nearness import Near, NearCounts, count_near, distances_km, judge_distances


@pytest.mark.parametrize(
    ("away", "radius", "within", "said"),
    [
        (3.0, 2.0, 5.0, "sure"),
        (3.1, 2.0, 5.0, "possible"),
        (7.0, 2.0, 5.0, "possible"),
        (7.1, 2.0, 5.0, "no"),
        (1.0, 20.0, 5.0, "possible"),
        (np.nan, np.nan, 5.0, ""),
    ],
)
def test_the_whole_radius_within_is_sure_and_a_part_of_it_possible(away, radius, within, said):
    assert list(judge_distances(np.array([away]), np.array([radius]), within)) == [said]


def test_distances_are_geodesic_and_none_without_a_point():
    strikes = make_rows()
    strikes.geometry = [Point(36.4, 36.0), None, Point(-179.9, 10), Point(40, -35), Point(37, 36)]
    away = distances_km(strikes, 179.9, 12.0)
    for point, km in zip(strikes.geometry, away, strict=True):
        if point is None:
            assert np.isnan(km)
        else:
            assert km == pytest.approx(geodesic((12.0, 179.9), (point.y, point.x)).km, abs=1e-6)


def test_counts_say_both_and_who_is_not_judged():
    strikes = make_rows()
    strikes.loc["july", "geometry"] = Point(36.4, 36.04)
    assert count_near(strikes, Near(36.4, 36.0, 3)) == NearCounts(2, 1, 0, 2)
    assert count_near(strikes, Near(36.4, 36.0, 2)) == NearCounts(2, 0, 1, 2)


def test_a_row_known_to_an_area_is_not_judged_though_it_has_a_point():
    strikes = make_rows()
    strikes.loc["duwaylah", "location_status"] = "area_only"
    assert count_near(strikes, Near(36.4, 36.0, 3)).not_judged == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("36.73092,34.84067,5,Talbiseh", "within 5 km of Talbiseh"),
        ("-0.5,-1,0.25", "within 0.25 km of 1°S, 0.5°W"),
        ("36,34,10,Kafr, the lower one", "within 10 km of Kafr, the lower one"),
    ],
)
def test_a_circle_is_said_in_words_and_written_as_it_was_read(text, words):
    near = Near.from_text(text)
    assert near.in_words() == words
    assert near.text == text
    assert Filters(near=near).in_words() == words


def test_a_place_without_its_point_filters_nothing_silently():
    with pytest.raises(FilterError, match="around=Talbisah,5 has no point yet"):
        filter_strikes(make_rows(), Filters.from_query("around=Talbisah,5"))
