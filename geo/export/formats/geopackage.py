"""GeoPackage: the layers `strikes` and `claims`."""

from __future__ import annotations

import tempfile
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

from geo.export.format import ExportFormat
from geo.strikes.filters import claims_of

__all__ = ["FORMAT", "to_geopackage"]


def to_geopackage(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> bytes:
    """Return a GeoPackage with the layers `strikes` and `claims`."""
    own = claims_of(claims, strikes)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "strikes.gpkg"
        table = strikes.reset_index()
        pyogrio.write_dataframe(table, path, layer="strikes", geometry_type="Point")
        pyogrio.write_dataframe(pd.DataFrame(own), path, layer="claims", append=True)
        return path.read_bytes()


FORMAT = ExportFormat(
    suffixes=(".gpkg",),
    sentence="GeoPackage, with the layers strikes and claims",
    mime="application/geopackage+sqlite3",
    render=lambda outgoing: to_geopackage(outgoing.strikes, outgoing.claims),
    order=3,
)
