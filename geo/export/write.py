"""Strikes with their claims -> files, by the ending of the name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.errors import ExportError
from geo.export.format import ExportFormat, Outgoing
from geo.export.registry import find_format, list_suffixes
from geo.files import replace_files
from geo.strikes.checks import check_claims, validate
from geo.strikes.filters import claims_of
from geo.webmap.payload.encode import MapOptions

__all__ = ["write_outgoing", "write_strikes"]


def write_strikes(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    path: Path | str,
    *,
    base_map: Mapping[str, object] | None = None,
    options: MapOptions | None = None,
    located: str = "",
) -> list[Path]:
    """Write strikes with their claims by the ending of the name; return the files written.

    CSV puts the claims beside it (`claims_beside`); the other formats hold them inside. HTML
    needs `base_map`. The files are moved into place when all are complete: a failure leaves
    what was there. located: `geo.placing.edition.edition_of` what the strikes were located with;
    a Parquet that says so is not located again by the same. Raises ExportError naming file and
    remedy, SchemaError for broken tables.

    >>> from tempfile import TemporaryDirectory
    >>> from geo.reading.read import read_seeds
    >>> seeds = read_seeds()
    >>> with TemporaryDirectory() as folder:
    ...     written = write_strikes(seeds.strikes, seeds.claims, f"{folder}/strikes.csv")
    ...     [path.name for path in written]
    ['strikes.csv', 'claims.csv', 'strikes.csv-metadata.json']
    """
    path = Path(path)
    own = claims_of(claims, strikes)
    check_claims(own, validate(strikes))
    if _choose_format(path).needs_base_map and base_map is None:
        raise ExportError(f"{path}: needs a base map under its strikes; pass base_map")
    return write_outgoing(Outgoing(strikes, own, base_map or {}, options, located), path)


def write_outgoing(outgoing: Outgoing, path: Path) -> list[Path]:
    """Write what was just read or located, and so was checked, as `write_strikes` does."""
    chosen = _choose_format(path)
    return replace_files(chosen.to_files(outgoing, path))


def _choose_format(path: Path) -> ExportFormat:
    found = find_format(path.name)
    if found is None:
        ending = path.suffix.lower() or "nothing"
        known = ", ".join(list_suffixes())
        raise ExportError(f"{path}: cannot write files ending in {ending}; use {known}")
    return found
