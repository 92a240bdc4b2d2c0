"""Boundaries: which area a point lies in, and what disagrees about it."""

from __future__ import annotations

from typing import overload

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.land.boundaries import Boundaries, load_boundaries
from geo.placing.columnwise.areas import ReadyAreas, as_texts
from geo.placing.columnwise.points import FILLED, READ, join_columns
from geo.placing.districts import count_on_districts
from geo.placing.on_land import keep_on_land
from geo.placing.outlines import Indices
from geo.placing.rows.reported import FindsGovernorates
from geo.reading.result import Reading, change_strikes
from geo.strikes.checks import validate

__all__ = ["FindsGovernorates", "join_areas"]


@overload
def join_areas(
    strikes: Reading,
    boundaries: Boundaries | None = None,
    *,
    gazetteer: FindsGovernorates | None = None,
    country: str = "sy",
) -> Reading: ...
@overload
def join_areas(
    strikes: gpd.GeoDataFrame,
    boundaries: Boundaries | None = None,
    *,
    gazetteer: FindsGovernorates | None = None,
    country: str = "sy",
) -> gpd.GeoDataFrame: ...
def join_areas(
    strikes: Reading | gpd.GeoDataFrame,
    boundaries: Boundaries | None = None,
    *,
    gazetteer: FindsGovernorates | None = None,
    country: str = "sy",
) -> Reading | gpd.GeoDataFrame:
    """Give every located row its governorate (district, subdistrict) and say what disagrees.

    strikes: a strikes table or a Reading; the same comes back, the input stays as it was.
    boundaries: by default those that ship for the country. gazetteer: with one every spelling in
    governorate_text is understood, without one only codes and exact names.

    A place from the gazetteer keeps its own codes and the polygon checks them; a given
    coordinate takes the polygon's, or that of the area within 5 km that governorate_text names
    where the coarse ones that ship are all there is. adm_note says where polygon, gazetteer and
    governorate_text disagree, how near a border is (2 km, given coordinates), and which points
    were counted in the nearest governorate (5 km), lie outside the country or on contested land.
    Without governorates nothing is joined. Raises SchemaError where strikes break the contract,
    BoundaryError where nothing ships for the country.

    >>> import pandas as pd
    >>> from geo.reading.read import read_strikes
    >>> given = read_strikes(pd.DataFrame({"date": ["2015-09-30"], "lon": [36.7], "lat": [34.8]}))
    >>> join_areas(given).strikes["adm1_name"].tolist()
    ['Homs']
    """
    areas = load_boundaries(country) if boundaries is None else boundaries
    return change_strikes(strikes, lambda table: _join(table, areas, gazetteer), "join_areas")


def _join(
    strikes: gpd.GeoDataFrame, boundaries: Boundaries, gazetteer: FindsGovernorates | None
) -> gpd.GeoDataFrame:
    checked = validate(strikes)
    if boundaries.governorates.empty:
        return checked.copy()
    checked = keep_on_land(checked, boundaries)
    rows, first = _find_alike(checked)
    columns = {name: as_texts(checked[name].iloc[first]) for name in READ}
    points = checked.geometry.to_numpy()[first]
    join_columns(columns, points, ReadyAreas(boundaries), gazetteer)
    joined = checked.copy(deep=False)
    for name in FILLED:
        joined[name] = pd.Series(
            pd.array(columns[name], dtype="str").take(rows), index=joined.index
        )
    return count_on_districts(joined, boundaries)  # no rule is of what a join fills


def _find_alike(strikes: gpd.GeoDataFrame) -> tuple[Indices, Indices]:
    """Return which rows are joined alike: a number for each row, and the first row of each."""
    points = strikes.geometry.to_numpy()
    told = [strikes[c] for c in READ if not strikes[c].isna().all()]
    columns = [shapely.get_x(points), shapely.get_y(points), *told]
    codes = np.zeros(len(strikes), dtype=np.int64)
    for column in columns:
        others, distinct = pd.factorize(column)
        codes, _ = pd.factorize(codes * (len(distinct) + 1) + others + 1)
    first = np.zeros(int(codes.max(initial=-1)) + 1, dtype=np.intp)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    return codes.astype(np.intp), first
