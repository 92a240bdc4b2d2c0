"""CSV: a file of strikes, and one of claims beside it."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from geo.export.csv_table import EXCEL_MARK, table_to_csv
from geo.export.format import Beside, ExportFormat
from geo.export.records import with_iso_dates
from geo.files import claims_beside
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS

__all__ = ["FORMAT", "claims_to_csv", "to_csv"]


def to_csv(strikes: gpd.GeoDataFrame, beside: pd.DataFrame | None = None) -> str:
    """Return strikes.csv: strike_id, the columns of the schema, lon and lat in degrees.

    Texts that a spreadsheet would run as a formula begin with an apostrophe, which
    `read_strikes` takes back.
    """
    table = pd.DataFrame(strikes.reset_index()[["strike_id", *(c.name for c in STRIKE_COLUMNS)]])
    points = strikes.geometry
    written = with_iso_dates(table).assign(lon=points.x.to_numpy(), lat=points.y.to_numpy())
    if beside is not None:
        written = pd.concat([written, beside.reset_index(drop=True)], axis=1)
    return table_to_csv(written)


def claims_to_csv(claims: pd.DataFrame) -> str:
    """Return claims.csv, made harmless like `to_csv`."""
    return table_to_csv(claims[[c.name for c in CLAIM_COLUMNS]])


FORMAT = ExportFormat(
    suffixes=(".csv",),
    sentence="CSV, with the claims in a file of their own beside it",
    mime="text/csv",
    render=lambda outgoing: EXCEL_MARK + to_csv(outgoing.strikes, outgoing.beside),
    label="CSV: strikes and claims",
    beside=Beside(claims_beside, lambda outgoing: EXCEL_MARK + claims_to_csv(outgoing.claims)),
    order=2,
)
