"""GeoParquet: the columns of the strikes table, with the claims of each as a list of records."""

from __future__ import annotations

import io
import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from pyproj import CRS

from gazetteer.language import N_
from geo.export.arrow_tables import strikes_to_arrow
from geo.export.format import ExportFormat, Outgoing
from geo.export.provenance import describe_file
from geo.export.records import sort_claims
from geo.reading.table import DATASET, LOCATED
from geo.strikes.schema import CLAIM_COLUMNS
from geo.strikes.schema import CRS as WGS84

__all__ = ["FORMAT", "to_parquet"]

_VERSION = "1.1.0"  # of GeoParquet: the first with a column of boxes
_COMPRESSION = "zstd"
_BOX = ("xmin", "ymin", "xmax", "ymax")
_SAID = "strikemap:said"  # key of the metadata: what the file says of itself, as JSON


def to_parquet(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, *, located: str = "", dataset: str = ""
) -> bytes:
    """Return GeoParquet: the strikes with `strike_id`, and `claims` as a list of records.

    located, dataset: as those of `Outgoing`, in the file's metadata. `bbox` is each point's box,
    by which readers take only what is in view; null where there is no point.
    """
    return _render(Outgoing(strikes, claims, located=located, dataset=dataset))


def _render(outgoing: Outgoing) -> bytes:
    strikes = outgoing.strikes
    table = strikes_to_arrow(strikes)
    table = table.append_column("bbox", _list_boxes(strikes))
    table = table.append_column("claims", list_claims(strikes, outgoing.claims))
    known = {LOCATED: outgoing.located, DATASET: outgoing.dataset}
    said = {
        "geo": json.dumps(_describe_geometry(strikes)),
        _SAID: json.dumps(describe_file(outgoing), ensure_ascii=False),
        **{key: text for key, text in known.items() if text},
    }
    table = table.replace_schema_metadata({**(table.schema.metadata or {}), **said})
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression=_COMPRESSION)
    return buffer.getvalue()


def _describe_geometry(strikes: gpd.GeoDataFrame) -> dict[str, object]:
    """Return the metadata `geo`: GeoParquet 1.1, with the column of boxes as its covering."""
    placed = strikes.geometry.dropna()
    column = {
        "encoding": "WKB",
        "geometry_types": ["Point"],
        "crs": CRS(WGS84).to_json_dict(),
        "covering": {"bbox": {edge: ["bbox", edge] for edge in _BOX}},
        **({"bbox": placed.total_bounds.tolist()} if len(placed) else {}),
    }
    return {"version": _VERSION, "primary_column": "geometry", "columns": {"geometry": column}}


def _list_boxes(strikes: gpd.GeoDataFrame) -> pa.Array:
    points = strikes.geometry
    absent = (points.isna() | points.is_empty).to_numpy()
    x, y = (pa.array(axis.to_numpy(), from_pandas=True) for axis in (points.x, points.y))
    return pa.StructArray.from_arrays([x, y, x, y], _BOX, mask=pa.array(absent))


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
    sentence="GeoParquet 1.1, the claims of each strike as a list",
    mime="application/vnd.apache.parquet",
    render=_render,
    label=N_("GeoParquet, for DuckDB and Python"),
    order=4,
)
