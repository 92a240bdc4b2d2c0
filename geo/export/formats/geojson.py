"""GeoJSON (RFC 7946): a feature a strike, its claims inside."""

from __future__ import annotations

import json
from dataclasses import asdict

import geopandas as gpd
import pandas as pd

from geo.export.credits import ATTRIBUTION, LICENCE, NOTICE
from geo.export.format import ExportFormat
from geo.export.records import group_claims, list_strikes
from geo.strikes.totals import count_totals

__all__ = ["FORMAT", "to_geojson"]

_DECIMALS = 6  # of a degree: 0.1 m


def to_geojson(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return a GeoJSON FeatureCollection (RFC 7946: WGS 84, lon before lat, 6 decimals at most).

    Every strike is a feature with its claims inside; area_only and unlocated rows have a null
    geometry. The collection carries attribution, licence, notice and exact totals.
    """
    own = group_claims(claims)
    features = []
    for record in list_strikes(strikes):
        strike_id, lon, lat = (record.pop(name) for name in ("strike_id", "lon", "lat"))
        features.append(
            {
                "type": "Feature",
                "id": strike_id,
                "geometry": _point(lon, lat),
                "properties": {**record, "claims": own.get(str(strike_id), [])},
            }
        )
    head = {
        "type": "FeatureCollection",
        "attribution": ATTRIBUTION,
        "licence": LICENCE,
        "notice": NOTICE,
        "totals": asdict(count_totals(strikes)),
    }
    lines = ",\n".join(_json_text(feature) for feature in features)
    return f'{_json_text(head)[:-1]}, "features": [\n{lines}\n]}}\n'


def _json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _point(lon: object, lat: object) -> dict[str, object] | None:
    if not isinstance(lon, float) or not isinstance(lat, float):
        return None
    return {"type": "Point", "coordinates": [round(lon, _DECIMALS), round(lat, _DECIMALS)]}


FORMAT = ExportFormat(
    suffixes=(".geojson", ".json"),
    sentence="GeoJSON (RFC 7946), claims inside each strike",
    mime="application/geo+json",
    render=lambda outgoing: to_geojson(outgoing.strikes, outgoing.claims),
    label="GeoJSON, claims inside",
    order=1,
)
