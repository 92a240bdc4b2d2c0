"""Both tables as Arrow: days as days, points as WKB, null as null."""

from __future__ import annotations

import json

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import shapely

from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS

__all__ = ["claims_to_arrow", "strikes_to_arrow"]

_PANDAS = b"pandas"  # key of what pandas notes of its columns
_DAYS = [column.name for column in STRIKE_COLUMNS if column.dtype == "date"]


def strikes_to_arrow(strikes: gpd.GeoDataFrame) -> pa.Table:
    """Return strike_id, the columns of the schema, and `geometry`: WKB in degrees of WGS 84."""
    plain = pd.DataFrame(strikes.drop(columns="geometry")).reset_index()
    table = _with_days(pa.Table.from_pandas(plain, preserve_index=False))
    points = pa.array(shapely.to_wkb(strikes.geometry.to_numpy()), pa.binary())
    return table.append_column("geometry", points)


def claims_to_arrow(claims: pd.DataFrame) -> pa.Table:
    """Return the columns of the schema."""
    return pa.Table.from_pandas(claims[[c.name for c in CLAIM_COLUMNS]], preserve_index=False)


def _with_days(table: pa.Table) -> pa.Table:
    """Return a table whose days are days and no moments."""
    noted = json.loads(table.schema.metadata[_PANDAS])
    for column in noted["columns"]:
        if column["name"] in _DAYS:
            column |= {"pandas_type": "date", "numpy_type": "object", "metadata": None}
    types = [
        field.with_type(pa.date32()) if field.name in _DAYS else field for field in table.schema
    ]
    days = pa.schema(types, {**table.schema.metadata, _PANDAS: json.dumps(noted).encode()})
    return table.cast(days)
