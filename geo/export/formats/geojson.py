"""GeoJSON (RFC 7946): a feature a strike, its claims inside."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa

from gazetteer.language import N_
from geo.export.ahead import map_ahead
from geo.export.format import ExportFormat, Outgoing
from geo.export.json_rows import (
    Part,
    Words,
    bytes_of,
    join_lists,
    join_parts,
    or_null,
    word_columns,
    word_members,
    word_objects,
    word_values,
)
from geo.export.provenance import describe_file
from geo.export.records import sort_claims
from geo.files import Piece
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS

__all__ = ["FORMAT", "stream_geojson", "to_geojson"]

_DECIMALS = 6  # of a degree: 0.1 m
_AT_ONCE = 5_000  # strikes in memory as text, about 8 MB
_BETWEEN = b",\n"  # features


def to_geojson(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, beside: pd.DataFrame | None = None
) -> str:
    """Return what `stream_geojson` writes as one text."""
    return b"".join(stream_geojson(strikes, claims, beside)).decode()


def stream_geojson(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    beside: pd.DataFrame | None = None,
    *,
    said: Mapping[str, object] | None = None,
) -> Iterator[Piece]:
    """Write a GeoJSON FeatureCollection (RFC 7946: WGS 84, lon before lat, 6 decimals at most).

    Every strike is a feature with its claims inside; area_only and unlocated rows have a null
    geometry. The collection carries what it says of itself (`describe_file`). beside: further
    columns of the strikes, such as distances from layers, null where empty. said: what it says of
    itself where more is known than the two tables tell.
    """
    head = {"type": "FeatureCollection", **(said or describe_file(Outgoing(strikes, claims)))}
    yield f'{json.dumps(head, ensure_ascii=False)[:-1]}, "features": [\n'.encode()
    features = _word_features(strikes, claims, beside)
    between = b""
    firsts = range(0, len(strikes), _AT_ONCE)
    for texts in map_ahead(lambda first: features.join(first, first + _AT_ONCE), firsts):
        yield between
        yield bytes_of(texts)[: -len(_BETWEEN)]
        between = _BETWEEN
    yield b"\n]}\n"


@dataclass(frozen=True, slots=True)
class _Features:
    """Strikes and their claims, in the strikes' order, as texts; `ends` of each strike's claims."""

    ids: Words
    points: tuple[Words, Words]
    members: dict[str, Words]
    claims: dict[str, Words]
    ends: np.ndarray

    def join(self, first: int, last: int) -> pa.Array:
        """Return the features of some rows as texts, with what stands between them."""
        last = min(last, len(self.ends) - 1)
        ends = self.ends[first : last + 1]
        members = {name: words.take(first, last) for name, words in self.members.items()}
        claims = {name: words.take(ends[0], ends[-1]) for name, words in self.claims.items()}
        return join_parts([
            '{"type": "Feature", "id": ', *self.ids.take(first, last).to_parts(),
            ', "geometry": ', *_join_points([words.take(first, last) for words in self.points]),
            ', "properties": {', *word_members(members),
            ', "claims": ', *join_lists(word_objects(claims), np.diff(ends)),
            "}}", _BETWEEN.decode(),
        ])  # fmt: skip


def _word_features(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, beside: pd.DataFrame | None
) -> _Features:
    own, counts = sort_claims(claims, strikes)
    points = strikes.geometry
    lon, lat = (np.round(values.to_numpy(), _DECIMALS) for values in (points.x, points.y))
    return _Features(
        word_values(strikes.index),
        (word_values(pd.Series(lon)), word_values(pd.Series(lat))),
        {"strike_id": word_values(strikes.index)}
        | word_columns(strikes, STRIKE_COLUMNS)
        | _word_beside(beside),
        word_columns(own, CLAIM_COLUMNS),
        np.concatenate([[0], np.cumsum(counts)]),
    )


def _word_beside(beside: pd.DataFrame | None) -> dict[str, Words]:
    if beside is None:
        return {}
    return {str(name): word_values(beside[name]) for name in beside.columns}


def _join_points(degrees: Sequence[Words]) -> list[Part]:
    """Return the parts of each point as GeoJSON, null as null."""
    lon, lat = (words.to_parts() for words in degrees)
    parts: list[Part] = ['{"type": "Point", "coordinates": [', *lon, ", ", *lat, "]}"]
    return [or_null(parts)] if any(words.nulls for words in degrees) else parts


def _stream(outgoing: Outgoing) -> Iterator[Piece]:
    return stream_geojson(
        outgoing.strikes, outgoing.claims, outgoing.beside, said=describe_file(outgoing)
    )


FORMAT = ExportFormat(
    suffixes=(".geojson", ".json"),
    sentence="GeoJSON (RFC 7946), claims inside each strike",
    mime="application/geo+json",
    render=lambda outgoing: b"".join(_stream(outgoing)).decode(),
    stream=_stream,
    leads=True,
    label=N_("GeoJSON, claims inside"),
    order=1,
)
