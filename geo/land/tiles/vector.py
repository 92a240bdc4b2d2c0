"""Vector tiles: which schema a file's layers are of, and its tiles packed alike for the map.

The map's scripts draw them (geo/webmap/static/map/vector_schemas.js has the schemas' layers).
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Set
from dataclasses import dataclass

__all__ = ["find_schema", "list_layers", "pack_tile", "word_schemas"]


@dataclass(frozen=True, slots=True)
class _Schema:
    """A schema as people say it; layers of which no other one has all; its further layers."""

    word: str
    telling: frozenset[str]
    others: frozenset[str]

    def is_of(self, layers: Set[str]) -> bool:
        own = layers & (self.telling | self.others)
        return bool(layers & self.telling) and len(own) >= LEAST_LAYERS


LEAST_LAYERS = 2  # of a schema's, one of them telling: one name alone is anybody's
# After the schemas' own pages: docs.protomaps.com/basemaps/layers, openmaptiles.org/schema.
_SCHEMAS = {
    "protomaps": _Schema(
        "Protomaps", frozenset({"earth"}),
        frozenset({"boundaries", "buildings", "landcover", "landuse", "natural", "physical_line",
                   "physical_point", "places", "pois", "roads", "transit", "water"}),
    ),
    "openmaptiles": _Schema(
        "OpenMapTiles",
        frozenset({"aerodrome_label", "transportation", "transportation_name", "water_name"}),
        frozenset({"aeroway", "boundary", "building", "housenumber", "landcover", "landuse",
                   "mountain_peak", "park", "place", "poi", "water", "waterway"}),
    ),
}  # fmt: skip
# Tilezen, which Protomaps began as, has its layers "earth" and "transit" without any of these.
_NOT_TILEZEN = frozenset({"landcover", "natural", "physical_line", "physical_point"})
_GZIP = b"\x1f\x8b"
_LAYER = 0x1A  # how a vector tile begins: field 3, a layer
_LARGEST = 20_000_000  # bytes of a tile unpacked; those that people make have up to 1 MB


def list_layers(facts: object) -> tuple[str, ...]:
    """Return the ids of the layers that a file says its vector tiles have (`vector_layers`)."""
    listed = facts.get("vector_layers") if isinstance(facts, dict) else None
    layers = listed if isinstance(listed, list) else []
    return tuple(str(layer["id"]) for layer in layers if isinstance(layer, dict) and "id" in layer)


def find_schema(layers: tuple[str, ...]) -> str | None:
    """Return the schema that layers are of, None for none that the map draws."""
    said = frozenset(layers)
    if {"earth", "transit"} <= said and not said & _NOT_TILEZEN:
        return None
    return next((name for name, schema in _SCHEMAS.items() if schema.is_of(said)), None)


def word_schemas() -> str:
    """Return in words which schemas are drawn, and by what their tiles are known."""
    return " and ".join(
        f"{schema.word} (known by {' or '.join(sorted(schema.telling))}, "
        f"and {LEAST_LAYERS - 1} more of its layers)"
        for schema in _SCHEMAS.values()
    )


def pack_tile(tile: bytes) -> bytes:
    """Return a vector tile compressed with gzip.

    Raises ValueError, which says why, for one that is damaged, too large, or compressed otherwise.
    """
    if tile.startswith(_GZIP):
        _check(tile)
        return tile
    if tile[0] != _LAYER:
        raise ValueError("is compressed in another way than gzip, or is no vector tile")
    return gzip.compress(tile, mtime=0)


def _check(tile: bytes) -> None:
    unpacking = zlib.decompressobj(wbits=31)
    try:
        found = unpacking.decompress(tile, _LARGEST)
    except zlib.error as error:
        raise ValueError("is damaged") from error
    if unpacking.unconsumed_tail:
        raise ValueError(f"is larger than {_LARGEST / 1e6:.0f} MB")
    if not unpacking.eof:
        raise ValueError("is cut short")
    if found and found[0] != _LAYER:
        raise ValueError("is no vector tile")
