"""Parquet and GeoParquet."""

from __future__ import annotations

import io

import geopandas as gpd
import pandas as pd

from geo.errors import ReadError
from geo.reading.frames import table_of_frame
from geo.reading.kinds import Container
from geo.reading.table import Table

__all__ = ["PARQUET"]


def _read(content: bytes, name: str) -> Table:
    try:
        frame = pd.read_parquet(io.BytesIO(content))
        if "geometry" in frame:
            frame = gpd.read_parquet(io.BytesIO(content))
    except Exception as error:  # arrow raises many kinds of error
        raise ReadError(f"{name}: not readable as Parquet ({error}); save it again") from error
    return table_of_frame(frame, name)


PARQUET = Container("Parquet", (".parquet", ".geoparquet"), _read)
