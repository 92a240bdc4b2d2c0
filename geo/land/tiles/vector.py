"""Vector tiles: which schema a file's layers are of, and its tiles packed alike for the map.

The map's scripts draw them (geo/webmap/static/map/vector_schemas.js has the schemas' layers).
"""

from __future__ import annotations

import gzip
import zlib

__all__ = ["SCHEMAS", "find_schema", "list_layers", "pack_tile"]

# By schema, its name as people say it and layers that no other one has.
SCHEMAS = {
    "protomaps": ("Protomaps", {"earth", "roads", "places"}),
    "openmaptiles": ("OpenMapTiles", {"transportation", "transportation_name", "place"}),
}
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
    return next((name for name, (_, own) in SCHEMAS.items() if own & set(layers)), None)


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
