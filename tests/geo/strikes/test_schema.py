"""Columns, order, types and crs of the two tables."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point
from strike_rows import table

from gazetteer.errors import StrikemapError
from geo.errors import SchemaError
from geo.strikes.schema import (
    LOCATION_STATUSES,
    PANDAS_DTYPE,
    STATUS_OF_PRECISION,
    STRIKE_COLUMNS,
    make_strikes,
    split_several,
)


@pytest.mark.parametrize(
    "change", [{"killed_min": "many"}, {"match_score": "high"}, {"date_start": "soon"}]
)
def test_a_value_that_does_not_fit_its_column_raises(change: dict[str, Any]) -> None:
    with pytest.raises(SchemaError, match="does not fit its column"):
        table(change)


def test_making_brings_columns_order_types_and_crs() -> None:
    bare = pd.DataFrame({"geometry": [None], "kind": ["drone"], "colour": ["red"]}, index=["s:1"])
    strikes = make_strikes(bare)
    assert list(strikes.columns) == [*(c.name for c in STRIKE_COLUMNS), "geometry"]
    assert [str(strikes[c.name].dtype) for c in STRIKE_COLUMNS] == [
        PANDAS_DTYPE[c.dtype] for c in STRIKE_COLUMNS
    ]
    assert strikes.crs == "EPSG:4326"
    assert pd.isna(strikes["killed_min"].iloc[0])
    projected = gpd.GeoDataFrame({"kind": ["drone"]}, geometry=[Point(36, 34)], index=["s:1"],
                                 crs="EPSG:4326").to_crs("EPSG:3857")  # fmt: skip
    point = make_strikes(projected).geometry.iloc[0]
    assert (round(point.x, 6), round(point.y, 6)) == (36, 34)


@pytest.mark.parametrize(
    ("cell", "parts"),
    [("a; b ;;c", ["a", "b", "c"]), ("a", ["a"]), ("", []), (None, []), (float("nan"), [])],
)
def test_a_cell_may_hold_several_values(cell: object, parts: list[str]) -> None:
    assert split_several(cell) == parts


def test_every_precision_has_a_status_and_errors_share_one_root() -> None:
    assert set(STATUS_OF_PRECISION.values()) == set(LOCATION_STATUSES)
    assert issubclass(SchemaError, StrikemapError)
    assert issubclass(SchemaError, ValueError)
