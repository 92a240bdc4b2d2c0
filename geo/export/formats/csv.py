"""CSV: a file of strikes, and one of claims beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gazetteer.language import N_
from geo.export.csv_metadata import describe_csv, metadata_beside
from geo.export.csv_table import EXCEL_MARK, stream_csv, table_to_csv
from geo.export.format import Beside, ExportFormat, Outgoing
from geo.export.labels.hxl_row import list_tags
from geo.export.records import with_iso_dates
from geo.files import Piece, claims_beside
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS

__all__ = ["FORMAT", "claims_to_csv", "to_csv"]


def to_csv(
    strikes: gpd.GeoDataFrame, beside: pd.DataFrame | None = None, *, hxl: bool = False
) -> str:
    """Return strikes.csv: strike_id, the columns of the schema, lon and lat in degrees.

    hxl: with a row of HXL hashtags under the header.

    Texts that a spreadsheet would run as a formula begin with an apostrophe, which
    `read_strikes` takes back.
    """
    written = _tabulate(strikes, beside)
    return table_to_csv(written, under_header=list_tags(written.columns) if hxl else ())


def _tabulate(strikes: gpd.GeoDataFrame, beside: pd.DataFrame | None) -> pd.DataFrame:
    table = pd.DataFrame(strikes.reset_index()[["strike_id", *(c.name for c in STRIKE_COLUMNS)]])
    points = strikes.geometry
    written = with_iso_dates(table).assign(lon=points.x.to_numpy(), lat=points.y.to_numpy())
    if beside is not None:
        written = pd.concat([written, beside.reset_index(drop=True)], axis=1)
    return written


def claims_to_csv(claims: pd.DataFrame, *, hxl: bool = False) -> str:
    """Return claims.csv, made harmless like `to_csv`."""
    names = [column.name for column in CLAIM_COLUMNS]
    return table_to_csv(claims[names], under_header=list_tags(names) if hxl else ())


def _stream(outgoing: Outgoing) -> Iterator[Piece]:
    return _stream_table(outgoing, _tabulate(outgoing.strikes, outgoing.beside))


def _stream_claims(outgoing: Outgoing, _: Path) -> Iterator[Piece]:
    names = [column.name for column in CLAIM_COLUMNS]
    return _stream_table(outgoing, outgoing.claims[names])


def _stream_table(outgoing: Outgoing, table: pd.DataFrame) -> Iterator[Piece]:
    mark = EXCEL_MARK if outgoing.excel_mark else ""
    tags = list_tags(table.columns) if outgoing.hxl else ()
    return stream_csv(table, mark=mark, under_header=tags)


def _render_claims(outgoing: Outgoing, path: Path) -> str:
    return b"".join(_stream_claims(outgoing, path)).decode()


def _render_metadata(outgoing: Outgoing, path: Path) -> str:
    return describe_csv(outgoing, path.name, claims_beside(path).name)


FORMAT = ExportFormat(
    suffixes=(".csv",),
    sentence="CSV, with the claims in a file of their own beside it",
    mime="text/csv",
    render=lambda outgoing: b"".join(_stream(outgoing)).decode(),
    stream=_stream,
    label=N_("CSV: strikes and claims"),
    beside=(
        Beside(claims_beside, _render_claims, _stream_claims),
        Beside(metadata_beside, _render_metadata),
    ),
    leads=True,
    order=2,
)
