"""Two toy governorates of three quarters, as boundary files."""

from __future__ import annotations

import geopandas as gpd
from shapely.geometry import box

WEST = {"ADM1_PCODE": "XX1", "ADM1_EN": "West", "ADM1_AR": "غرب", "geometry": box(0, 0, 1, 1)}
EAST = {"ADM1_PCODE": "XX2", "ADM1_EN": "East", "ADM1_AR": "شرق", "geometry": box(1, 0, 2, 1)}


def quarter(number, parent, outline):
    """Return a district of a governorate as COD-AB has it."""
    return {
        "ADM2_PCODE": f"{parent['ADM1_PCODE']}{number:02}", "ADM2_EN": f"Quarter {number}",
        **{name: value for name, value in parent.items() if name != "geometry"},
        "geometry": outline,
    }  # fmt: skip


QUARTERS = [
    quarter(1, WEST, box(0, 0, 1, 0.5)),
    quarter(2, WEST, box(0, 0.5, 1, 1)),
    quarter(1, EAST, box(1, 0, 2, 1)),
]


def write_areas(path, rows, **settings_):
    """Write areas as a map file; return its path."""
    table = gpd.GeoDataFrame(rows, crs="EPSG:4326")
    table.to_file(path, **settings_)
    return path
