"""Repeated columns are held once, and the tables say what they said."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from pandas.testing import assert_frame_equal

from geo.strikes.schema import CRS
from strikemap.web.asked.once import hold_once


def make_strikes(points: list[object], **columns: object) -> gpd.GeoDataFrame:
    index = pd.Index([f"s{n}" for n in range(len(points))], dtype="str", name="strike_id")
    return gpd.GeoDataFrame(
        {name: pd.array(values) for name, values in columns.items()},  # type: ignore[call-overload] # lists
        geometry=points, crs=CRS, index=index,
    )  # fmt: skip


def test_equal_tables_come_back_and_what_they_repeat_is_one():
    point, other = shapely.Point(36.5, 35.25), shapely.Point(37.125, 36.0)
    points = [point, shapely.Point(36.5, 35.25), None, other]
    killed = pd.array([1, None, 0, 3], dtype="Int64")
    nothing = pd.array([None] * 4, dtype="str")
    strikes = make_strikes(points, killed_min=killed, killed_max=killed.copy(), actor=nothing,
                           target=nothing.copy(), place=["a", "b", None, "a"])  # fmt: skip
    claims = pd.DataFrame({"strike_id": strikes.index.array, "killed_min": killed.copy(),
                           "toll": pd.array([1, 0, 0, 3], dtype="Int64")})  # fmt: skip
    made, told = hold_once(strikes, claims)
    assert_frame_equal(pd.DataFrame(made), pd.DataFrame(strikes))
    assert_frame_equal(told, claims)
    assert isinstance(made, gpd.GeoDataFrame)
    assert made.crs == strikes.crs
    for one in (made["killed_max"], told["killed_min"]):
        assert np.shares_memory(one.array._data, made["killed_min"].array._data)
    assert not np.shares_memory(told["toll"].array._data, made["killed_min"].array._data)
    assert made.geometry.iloc[0] is made.geometry.iloc[1]
    assert made.geometry.iloc[2] is None
    assert made.geometry.iloc[3] is other
    with pytest.raises(ValueError, match="read-only"):
        told["killed_min"].array[0] = 2
    told.loc[0, "killed_min"] = 2 if told["killed_min"].array._data.flags.writeable else 1
    assert made["killed_min"].iloc[0] == 1


@pytest.mark.parametrize("points", [[], [None], [shapely.Point(1, 2, 3), None]])
def test_tables_of_nothing_and_points_of_three_numbers_are_left_as_they_are(points):
    strikes = make_strikes(points, killed_min=pd.array([None] * len(points), dtype="Int64"))
    made, _ = hold_once(strikes, pd.DataFrame({"strike_id": pd.array([], dtype="str")}))
    assert_frame_equal(pd.DataFrame(made), pd.DataFrame(strikes))
