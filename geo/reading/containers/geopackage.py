"""GeoPackage: the layer `strikes` with its `claims`, else the first layer."""

from __future__ import annotations

import warnings
from dataclasses import replace

import pandas as pd
import pyogrio

from geo.errors import ReadError
from geo.reading.frames import table_of_frame
from geo.reading.kinds import Container
from geo.reading.table import Table, cell_text

__all__ = ["GEOPACKAGE"]


def _read(content: bytes, name: str) -> Table:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # GDAL warns that bytes in memory end in no .gpkg
            layers = [str(layer) for layer in pyogrio.list_layers(content)[:, 0]]
            chosen = "strikes" if "strikes" in layers else layers[0]
            frame = pyogrio.read_dataframe(content, layer=chosen)
            has_claims = {"strikes", "claims"} <= set(layers)
            claims = Table(name, _read_claims_layer(content)) if has_claims else None
    except Exception as error:  # GDAL raises many kinds of error
        raise ReadError(f"{name}: not readable as GeoPackage ({error}); save it again") from error
    note = f"read the layer {chosen!r}, one of {len(layers)}" if len(layers) > 2 else ""
    return replace(table_of_frame(frame, name), claims=claims, notes=(note,) if note else ())


def _read_claims_layer(content: bytes) -> pd.DataFrame:
    claims = pyogrio.read_dataframe(content, layer="claims", read_geometry=False)
    return pd.DataFrame(claims.map(cell_text).set_axis(range(1, len(claims) + 1)))


GEOPACKAGE = Container("GeoPackage", (".gpkg",), _read)
