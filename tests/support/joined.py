"""Strikes at given points, joined to their governorates; points of Syria that are known."""

from __future__ import annotations

import geopandas as gpd
from shapely.geometry import Point

from geo.land.boundaries import load_boundaries
from geo.placing.join import join_areas
from geo.strikes.schema import make_strikes

SYRIA = load_boundaries("sy")
SEEN = {  # points of GeoNames and OCHA: lon, lat
    "Majdal Shams": (35.7716, 33.2703),
    "Quneitra town": (35.8246, 33.1260),
    "Kobani": (38.3521, 36.8891),
    "Tell Abyad": (38.9476, 36.6906),
    "Kassab": (35.9854, 35.9183),
    "Arwad": (35.8590, 34.8564),
    "Palmyra": (38.2840, 34.5624),
}


def strikes_at(points, **facts):
    """Return a strike at each point, given by its source unless `facts` say otherwise."""
    located = {
        "kind": "airstrike", "date_precision": "unknown", "match_method": "given",
        "precision": "settlement", "uncertainty_km": 1.0, "location_status": "located",
        "event_status": "reported", "source_count": 0,
    }  # fmt: skip
    rows = [{**located, **facts, "geometry": Point(point)} for point in points]
    return make_strikes(gpd.GeoDataFrame(rows, index=[f"s{n}" for n in range(len(rows))]))


def join_one(point, *, boundaries=SYRIA, gazetteer=None, **facts):
    """Return the one strike at a point after the join."""
    joined = join_areas(strikes_at([point], **facts), boundaries, gazetteer=gazetteer)
    return joined.iloc[0]


def note_of(row):
    """Return what the join notes of a row, '' for nothing."""
    return row.adm_note if isinstance(row.adm_note, str) else ""
