"""GeoParquet: the columns of the strikes table, with the claims of each as JSON."""

from __future__ import annotations

import io
import json

import geopandas as gpd
import pandas as pd

from geo.export.format import ExportFormat
from geo.export.records import group_claims

__all__ = ["FORMAT", "to_parquet"]


def to_parquet(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> bytes:
    """Return GeoParquet: the strikes with `strike_id`, and `claims` as a JSON text."""
    own = group_claims(claims)
    texts = [json.dumps(own.get(strike, []), ensure_ascii=False) for strike in strikes.index]
    table = strikes.reset_index().assign(claims=pd.Series(texts, dtype="str"))
    buffer = io.BytesIO()
    table.to_parquet(buffer, index=False)
    return buffer.getvalue()


FORMAT = ExportFormat(
    suffixes=(".parquet", ".geoparquet"),
    sentence="GeoParquet, the claims of each strike as JSON",
    mime="application/vnd.apache.parquet",
    render=lambda outgoing: to_parquet(outgoing.strikes, outgoing.claims),
    order=4,
)
