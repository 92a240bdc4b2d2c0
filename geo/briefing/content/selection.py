"""The one set of strikes that a sheet speaks of: its title, totals, tables, timeline and map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.briefing.terms.options import EXTENTS, SheetOptions
from geo.errors import SheetError
from geo.strikes.dateless import find_left_out
from geo.strikes.filters import filter_strikes

if TYPE_CHECKING:
    from geo.briefing.map.base_map import Area, BaseMap  # needs matplotlib

__all__ = ["Selection", "find_area", "find_undated", "find_within", "select_strikes"]


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """The strikes of a sheet, in a fixed order, and how many more pass its filters."""

    shown: gpd.GeoDataFrame
    elsewhere: int  # outside the extent, or not known to lie in it


def select_strikes(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, options: SheetOptions, base_map: BaseMap
) -> Selection:
    """Return the strikes that pass the filters and lie in the extent.

    A first-level area holds the strikes of its code, those known only to an area among them. A box
    of degrees holds the points in it, and the strikes known to an area that lies whole in it. A
    sheet of one strike has that alone, whatever the filters. Raises SheetError where there is no
    such strike.
    """
    if options.strike:
        return Selection(_pick(strikes, options.strike), 0)
    passed = filter_strikes(strikes, options.filters, claims)
    undated = passed["date_start"].isna()
    if options.undated != "with":
        passed = passed[undated if options.undated == "only" else ~undated]
    inside = passed[_lie_in_extent(passed, options, base_map).to_numpy()]
    return Selection(_in_order(inside), len(passed) - len(inside))


def find_undated(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, options: SheetOptions, base_map: BaseMap
) -> gpd.GeoDataFrame:
    """Return the undated strikes that the period alone keeps off the sheet, of its extent."""
    if options.strike:
        return strikes.iloc[:0]
    left = find_left_out(strikes, options.filters, claims)
    return left[_lie_in_extent(left, options, base_map).to_numpy()]


def _pick(strikes: gpd.GeoDataFrame, strike_id: str) -> gpd.GeoDataFrame:
    """Return the one strike of an id; raises SheetError where there is none."""
    found = strikes[strikes.index == strike_id]
    if not len(found):
        raise SheetError(
            f"strike: {strike_id!r} is not in the data; give a strike_id of the table, such as "
            f"{', '.join(map(str, strikes.index[:2])) or 'none: it is empty'}"
        )
    return found


def find_area(options: SheetOptions, base_map: BaseMap) -> Area | None:
    """Return the first-level area that the extent names, None where it is no such area.

    Raises SheetError where there is none of that name.
    """
    if options.extent in EXTENTS or options.view_box() is not None:
        return None
    return base_map.find_governorate(options.extent)


def find_within(options: SheetOptions, base_map: BaseMap) -> BaseGeometry | None:
    """Return the outline in degrees outside which no strike is on the sheet; None for none."""
    box, area = options.view_box(), find_area(options, base_map)
    if box is not None:
        return shapely.box(*box)
    return area.outline if area else None


def _lie_in_extent(passed: gpd.GeoDataFrame, options: SheetOptions, base_map: BaseMap) -> pd.Series:
    box, area = options.view_box(), find_area(options, base_map)
    if area is not None:
        return passed["adm1_code"].isin([area.code])
    if box is None:
        return pd.Series(True, index=passed.index)
    whole = shapely.box(*box)
    west, south, east, north = box
    points = passed.geometry.x.between(west, east) & passed.geometry.y.between(south, north)
    held = [{a.code for a in level if whole.covers(a.outline)}
            for level in (base_map.governorates, base_map.districts)]  # fmt: skip
    areas = passed["adm1_code"].isin(held[0]) | passed["adm2_code"].isin(held[1])
    return points | (passed["location_status"].eq("area_only") & areas)


def _in_order(strikes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Order by first day, undated last, then by strike_id, whatever order the table had."""
    keys = pd.DataFrame({"day": strikes["date_start"].to_numpy(), "id": strikes.index})
    return strikes.iloc[keys.sort_values(["day", "id"], na_position="last").index]
