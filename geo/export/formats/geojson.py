"""GeoJSON (RFC 7946): a feature a strike, its claims inside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geo.export.ahead import map_ahead
from geo.export.credits import ATTRIBUTION, LICENCE, NOTICE
from geo.export.format import ExportFormat
from geo.export.json_rows import (
    bytes_of,
    join_parts,
    join_rows,
    word_members,
    word_objects,
    word_values,
)  # fmt: skip
from geo.export.records import sort_claims
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS
from geo.strikes.totals import count_totals

__all__ = ["FORMAT", "stream_geojson", "to_geojson"]

_DECIMALS = 6  # of a degree: 0.1 m
_AT_ONCE = 50_000  # strikes in memory as text, about 80 MB
_BETWEEN = b",\n"  # features


def to_geojson(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return what `stream_geojson` writes as one text."""
    return b"".join(stream_geojson(strikes, claims)).decode()


def stream_geojson(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> Iterator[bytes]:
    """Write a GeoJSON FeatureCollection (RFC 7946: WGS 84, lon before lat, 6 decimals at most).

    Every strike is a feature with its claims inside; area_only and unlocated rows have a null
    geometry. The collection carries attribution, licence, notice and exact totals.
    """
    head = {
        "type": "FeatureCollection",
        "attribution": ATTRIBUTION,
        "licence": LICENCE,
        "notice": NOTICE,
        "totals": asdict(count_totals(strikes)),
    }
    yield f'{json.dumps(head, ensure_ascii=False)[:-1]}, "features": [\n'.encode()
    own, counts = sort_claims(claims, strikes)
    starts = np.concatenate([[0], np.cumsum(counts)])

    def word(first: int) -> pa.Array:
        last = min(first + _AT_ONCE, len(strikes))
        part = own.iloc[starts[first] : starts[last]]
        return _word_features(strikes.iloc[first:last], part, counts[first:last])

    between = b""
    for texts in map_ahead(word, range(0, len(strikes), _AT_ONCE)):
        yield between
        yield bytes_of(texts)[: -len(_BETWEEN)]
        between = _BETWEEN
    yield b"\n]}\n"


def _word_features(strikes: gpd.GeoDataFrame, claims: pd.DataFrame, counts: np.ndarray) -> pa.Array:
    listed = join_rows(word_objects(claims, CLAIM_COLUMNS), counts)
    return join_parts([
        '{"type": "Feature", "id": ', word_values(strikes.index),
        ', "geometry": ', _word_points(strikes),
        ', "properties": {', *word_members(strikes, STRIKE_COLUMNS),
        ', "claims": ', listed, "}}", _BETWEEN.decode(),
    ])  # fmt: skip


def _word_points(strikes: gpd.GeoDataFrame) -> pa.Array:
    """Return each point as GeoJSON, null as null."""
    points = strikes.geometry
    lon, lat = (
        word_values(pd.Series(np.round(values.to_numpy(), _DECIMALS)))
        for values in (points.x, points.y)
    )
    worded = join_parts(['{"type": "Point", "coordinates": [', lon, ", ", lat, "]}"])
    return pc.fill_null(worded, "null")


FORMAT = ExportFormat(
    suffixes=(".geojson", ".json"),
    sentence="GeoJSON (RFC 7946), claims inside each strike",
    mime="application/geo+json",
    render=lambda outgoing: to_geojson(outgoing.strikes, outgoing.claims),
    stream=lambda outgoing: stream_geojson(outgoing.strikes, outgoing.claims),
    label="GeoJSON, claims inside",
    order=1,
)
