"""Near a layer: sure, possible or no, against brute force; as a filter, a column and words."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from geopy.distance import distance, geodesic
from hypothesis import given, settings
from hypothesis import strategies as st
from map_strikes import strikes_of
from pyproj import Geod

from geo.errors import FilterError
from geo.layers.columns import distance_columns
from geo.layers.layer import Layer
from geo.layers.near import MeasuredLayer, note_near_layer, settle_layers
from geo.layers.read import read_layer
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.near_layers import NearLayer

BEARINGS = range(0, 360, 30)  # degrees, around a strike's radius
SLACK = 0.02  # km by which few points of a circle may miss the nearest of it


def layer_of(folder: Path, shape: dict[str, object], name: str = "Made-up sites") -> MeasuredLayer:
    path = folder / "layer.geojson"
    path.write_text(json.dumps({"type": "Feature", "properties": {}, "geometry": shape}))
    layer = read_layer(path).layer
    return MeasuredLayer(Layer(name, layer.features))


def far_off(shape: shapely.Geometry, lon: float, lat: float) -> float:
    """Return km to a point, or to the nearest side of a box; less than 0 in it."""
    if shape.geom_type == "Point":
        return float(geodesic((lat, lon), (shape.y, shape.x)).km)
    west, south, east, north = shape.bounds
    along, up = np.linspace(west, east, 500), np.linspace(south, north, 500)
    xs = np.concatenate([along, along, np.full(500, west), np.full(500, east)])
    ys = np.concatenate([np.full(500, south), np.full(500, north), up, up])
    _, _, metres = Geod(ellps="WGS84").inv(np.full(2000, lon), np.full(2000, lat), xs, ys)
    away = float(metres.min()) / 1000
    return -away if shape.contains(shapely.Point(lon, lat)) else away


@pytest.mark.parametrize("shape", [shapely.Point(37, 35), shapely.box(36.9, 34.9, 37.1, 35.1)])
@settings(max_examples=8, deadline=None)
@given(lon=st.floats(36.7, 37.3), lat=st.floats(34.7, 35.3), radius=st.floats(0.5, 12),
       km=st.floats(0, 15))  # fmt: skip
def test_what_is_sure_possible_or_no_is_so_all_around_the_radius(
    shape: shapely.Geometry, lon: float, lat: float, radius: float, km: float,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:  # fmt: skip
    measured = layer_of(tmp_path_factory.mktemp("near"), shapely.geometry.mapping(shape))
    strikes = strikes_of(one={"lon": lon, "lat": lat, "uncertainty_km": radius})
    near = NearLayer("x", km, measured)
    (judged,) = near.judge(strikes)
    around = [distance(kilometers=radius).destination((lat, lon), at) for at in BEARINGS]
    away = [far_off(shape, lon, lat), *(far_off(shape, p.longitude, p.latitude) for p in around)]
    if judged == "sure":
        assert max(away) <= near.km + SLACK
    elif judged == "no":
        assert min(away) > near.km - SLACK
    else:
        assert min(away) <= near.km + radius * 0.05 + SLACK
        assert max(away) > near.km - radius * 0.05 - SLACK or shape.geom_type != "Point"


def located(**lons: float) -> gpd.GeoDataFrame:
    return strikes_of(**{name: {"lon": lon, "lat": 35.0, "uncertainty_km": 2.0}
                         for name, lon in lons.items()})  # fmt: skip


def test_the_filter_keeps_what_is_surely_or_possibly_near_and_says_how_many(
    tmp_path: Path,
) -> None:
    measured = layer_of(tmp_path, {"type": "Point", "coordinates": [37.0, 35.0]})
    strikes = located(close=37.01, reaching=37.07, far=37.3)
    asked = Filters.from_query("near_layer=made-up sites,5")
    with pytest.raises(FilterError, match="no layer of this name is at hand; add its file"):
        filter_strikes(strikes, asked)
    with pytest.raises(FilterError, match="the layers are Made-up sites"):
        settle_layers(Filters.from_query("near_layer=Camps,5"), [measured])
    filters = settle_layers(asked, [measured])
    assert filter_strikes(strikes, filters).index.tolist() == ["close", "reaching"]
    assert filters.to_query() == "near_layer=Made-up+sites,5"
    assert Filters.from_query(filters.to_query()) == filters
    assert filters.in_words() == "within 5 km of Made-up sites"
    assert note_near_layer(filters, strikes).startswith(
        "within 5 km of Made-up sites: 1 surely, 1 possibly"
    )
    for wrong in ("Camps", "Camps,", ",5", "Camps,-5", "Camps,x", "Camps,99999"):
        with pytest.raises(FilterError, match="is not read; write it as"):
            Filters.from_query(f"near_layer={wrong}")


def test_columns_say_how_far_and_how_surely(tmp_path: Path) -> None:
    box = shapely.geometry.mapping(shapely.box(36.9, 34.9, 37.1, 35.1))
    measured = layer_of(tmp_path, box, "Held by: nobody")
    strikes = located(inside=37.0, edge=37.09, far=37.3)
    strikes.loc["far", "location_status"] = "located"
    columns = distance_columns(strikes, {measured: 0.0})
    assert list(columns) == ["distance_to_held_by_nobody_km", "within_0_km_of_held_by_nobody"]
    assert columns.iloc[:, 0].tolist()[:2] == [0, 0]
    assert columns.iloc[2, 0] == pytest.approx(geodesic((35, 37.1), (35, 37.3)).km, abs=0.01)
    assert columns.iloc[:, 1].tolist() == ["sure", "possible", "no"]
    alike = MeasuredLayer(replace(measured.layer, name="Held-by nobody"))
    both = distance_columns(strikes, {measured: None, alike: 1234.567})
    assert list(both) == [
        "distance_to_held_by_nobody_km", "distance_to_held_by_nobody_2_km",
        "within_1234.567_km_of_held_by_nobody_2",
    ]  # fmt: skip
