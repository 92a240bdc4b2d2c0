"""GeoParquet: the columns of the strikes table, with the claims of each as a list of records."""

from __future__ import annotations

import io
import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from pyproj import CRS

from geo.export.format import ExportFormat
from geo.export.records import sort_claims
from geo.reading.table import DATASET, LOCATED
from geo.strikes.schema import CLAIM_COLUMNS
from geo.strikes.schema import CRS as WGS84

__all__ = ["FORMAT", "to_parquet"]

_VERSION = "1.0.0"  # of GeoParquet: the first that readers of all tools know
_COMPRESSION = "zstd"


def to_parquet(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, *, located: str = "", dataset: str = ""
) -> bytes:
    """Return GeoParquet: the strikes with `strike_id`, and `claims` as a list of records.

    located, dataset: as those of `Outgoing`, in the file's metadata.
    """
    plain = pd.DataFrame(strikes.drop(columns="geometry")).reset_index()
    table = pa.Table.from_pandas(plain, preserve_index=False)
    table = table.append_column("geometry", pa.array(shapely.to_wkb(strikes.geometry.to_numpy())))
    table = table.append_column("claims", list_claims(strikes, claims))
    geo = {
        "version": _VERSION,
        "primary_column": "geometry",
        "columns": {
            "geometry": {
                "encoding": "WKB",
                "geometry_types": ["Point"],
                "crs": CRS(WGS84).to_json_dict(),
            }
        },
    }
    known = {LOCATED: located, DATASET: dataset}
    said = {"geo": json.dumps(geo), **{key: text for key, text in known.items() if text}}
    table = table.replace_schema_metadata({**(table.schema.metadata or {}), **said})
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression=_COMPRESSION)
    return buffer.getvalue()


def list_claims(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> pa.Array:
    """Return the claims of each strike as a list of records with the columns of the schema."""
    own, counts = sort_claims(claims, strikes)
    names = [column.name for column in CLAIM_COLUMNS]
    arrays = [pa.array(own[name], from_pandas=True) for name in names]
    arrays = [one.combine_chunks() if isinstance(one, pa.ChunkedArray) else one for one in arrays]
    offsets = pa.array(np.concatenate([[0], np.cumsum(counts)]), pa.int64())
    return pa.LargeListArray.from_arrays(offsets, pa.StructArray.from_arrays(arrays, names))


FORMAT = ExportFormat(
    suffixes=(".parquet", ".geoparquet"),
    sentence="GeoParquet, the claims of each strike as a list",
    mime="application/vnd.apache.parquet",
    render=lambda outgoing: to_parquet(
        outgoing.strikes, outgoing.claims, located=outgoing.located, dataset=outgoing.dataset
    ),
    order=4,
)
