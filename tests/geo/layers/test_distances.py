"""Distances from layers, against geopy's geodesic by brute force."""

from __future__ import annotations

import itertools

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from geopy.distance import geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.layers.distances import cut_pieces, measure, measure_pieces
from geo.layers.layer import Layer

PLACES = st.tuples(st.floats(36, 38), st.floats(34, 36))
STEPS = 60  # of a line in brute force


def brute_force(shape: shapely.Geometry, lon: float, lat: float) -> float:
    """Return km to the nearest of many points of a shape; closer and closer around the best."""
    edges = [shape] if shape.geom_type != "Polygon" else [shape.exterior]
    best = np.inf
    for edge in edges:
        corners = np.array(edge.coords)
        if len(corners) == 1:
            return float(geodesic((lat, lon), corners[0][::-1]).km)
        for begin, end in itertools.pairwise(corners):
            # Two passes: the nearest step, then the surroundings of it.
            low, high = 0.0, 1.0
            for _ in range(4):
                shares = np.linspace(low, high, STEPS)
                away = [geodesic((lat, lon), (begin + (end - begin) * s)[::-1]).km for s in shares]
                at = int(np.argmin(away))
                low, high = shares[max(0, at - 1)], shares[min(STEPS - 1, at + 1)]
                best = min(best, away[at])
    inside = shape.geom_type == "Polygon" and shape.contains(shapely.Point(lon, lat))
    return -best if inside else float(best)


@settings(max_examples=15, deadline=None)
@given(corners=st.lists(PLACES, min_size=1, max_size=3, unique=True), place=PLACES)
def test_distances_are_those_of_brute_force(
    corners: list[tuple[float, float]], place: tuple[float, float]
) -> None:
    shape = shapely.Point(corners[0]) if len(corners) == 1 else shapely.LineString(corners)
    (found,) = measure_pieces(cut_pieces(np.array([shape])), np.array([place]))
    assert found == pytest.approx(brute_force(shape, *place), abs=0.002)


def test_inside_an_area_the_distance_is_how_deep_and_holes_are_outside() -> None:
    hole = shapely.box(36.9, 34.9, 37.1, 35.1)
    area = shapely.box(36, 34, 38, 36)
    ring = area.difference(hole)
    inside, within_hole, outside = measure_pieces(
        cut_pieces(np.array([ring])), np.array([[36.1, 35.0], [37.0, 35.0], [38.5, 35.0]])
    )
    assert inside == pytest.approx(brute_force(area, 36.1, 35.0), abs=0.002)
    assert within_hole == pytest.approx(geodesic((35.0, 37.0), (35.0, 37.1)).km, abs=0.01)
    assert outside == pytest.approx(brute_force(area, 38.5, 35.0), abs=0.002)


def test_an_edge_around_the_globe_is_as_long_as_it_is_drawn() -> None:
    north = cut_pieces(np.array([shapely.box(-180, 33, 180, 85)]))
    deep, outside = measure_pieces(north, np.array([[37.0, 33.01], [37.0, 32.99]]))
    assert (deep, outside) == pytest.approx((-1.109, 1.109), abs=0.02)


def test_the_cut_at_180_degrees_is_no_outline_where_the_area_goes_on() -> None:
    west, east = shapely.box(178, -20, 180, -15), shapely.box(-180, -18, -179, -14)
    for both in ([west, east], [shapely.MultiPolygon([west, east])]):
        area = cut_pieces(np.array(both, dtype=object))
        joined, at_cut, beside = measure_pieces(
            area, np.array([[179.9, -17.0], [180.0, -16.5], [179.99, -19.0]])
        )
        assert joined == pytest.approx(-geodesic((-17, 179.9), (-18, 180)).km, abs=0.2)
        assert at_cut < -50
        assert beside == pytest.approx(-geodesic((-19, 179.99), (-19, 180)).km, abs=0.01)
    (alone,) = measure_pieces(cut_pieces(np.array([west])), np.array([[179.9, -17.0]]))
    assert alone == pytest.approx(-geodesic((-17, 179.9), (-17, 180)).km, abs=0.02)


def make_layer(*features: tuple[shapely.Geometry, str | None, str | None]) -> Layer:
    shapes, first, last = zip(*features, strict=True)
    columns = {"row": range(1, len(shapes) + 1), "name": "", "properties": [{} for _ in shapes],
               "valid_from": pd.to_datetime(list(first)).astype("datetime64[ns]"),
               "valid_to": pd.to_datetime(list(last)).astype("datetime64[ns]")}  # fmt: skip
    return Layer("made up", gpd.GeoDataFrame(columns, geometry=list(shapes), crs="EPSG:4326"))


def make_strikes(*days: tuple[str | None, str | None]) -> gpd.GeoDataFrame:
    first, last = (pd.to_datetime(list(ends)).astype("datetime64[ns]")
                   for ends in zip(*days, strict=True))  # fmt: skip
    points = [shapely.Point(37, 35)] * len(days)
    return gpd.GeoDataFrame({"date_start": first, "date_end": last}, geometry=points, crs=4326)


def test_only_what_was_there_on_the_strikes_days_counts() -> None:
    near, far = shapely.Point(37.1, 35), shapely.Point(38, 35)
    layer = make_layer((near, "2015-01-01", "2015-06-30"), (far, "2015-07-01", "2015-12-31"))
    strikes = make_strikes(
        ("2015-06-30", "2015-06-30"),
        ("2015-07-01", "2015-07-01"),
        ("2015-06-01", "2015-07-31"),
        ("2016-02-01", "2016-02-01"),
        (None, None),
    )
    least, most = measure(layer, strikes)
    close, away = (geodesic((35, 37), (35, lon)).km for lon in (37.1, 38))
    assert least.tolist() == pytest.approx([close, away, close, np.inf, close], abs=0.001)
    assert most.tolist() == pytest.approx([close, away, away, np.inf, np.inf], abs=0.001)


def test_strikes_without_a_point_have_no_distance_and_many_features_are_as_each_alone() -> None:
    rng = np.random.default_rng(5)
    days = pd.date_range("2015-01-01", periods=40, freq="10D")
    places = [shapely.Point(*xy) for xy in rng.uniform([36, 34], [38, 36], (40, 2))]
    layer = make_layer(*((p, str(d.date()), str((d + pd.Timedelta(days=25)).date()))
                         for p, d in zip(places, days, strict=True)))  # fmt: skip
    strikes = make_strikes(*((str(d.date()),) * 2 for d in days))
    strikes.loc[0, "geometry"] = None
    least, most = measure(layer, strikes)
    assert np.isnan(least[0])
    assert np.isnan(most[0])
    features = layer.features
    for row, day in list(enumerate(days))[1:]:
        there = (features["valid_from"] <= day) & (features["valid_to"] >= day)
        best = min(geodesic((35, 37), (p.y, p.x)).km for p in features.geometry[there])
        assert least[row] == most[row] == pytest.approx(best, abs=0.001)
