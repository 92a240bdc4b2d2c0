"""PMTiles: one file of tiles with a directory in it, read by the package pmtiles."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any, cast

from geo.errors import BoundaryError
from geo.land.tiles.tile_set import TileSet, find_tiles, plain_text
from geo.land.tiles.vector import list_layers

__all__ = ["START", "open_pmtiles"]

START = b"PMTiles"
HEADER_BYTES = 127
PARTS = ("root", "metadata", "leaf_directory", "tile_data")
GZIP = b"\x1f\x8b"
MOST_UNPACKED = 20_000_000  # bytes of a directory; those that people make have some 100 kB
DEEPEST = 4  # directories below each other that a file may have
DIRECTORIES = 64  # of a file that are kept while its tiles are looked for, each some 16,000 entries
DAMAGED = (ValueError, IndexError, EOFError, OSError, KeyError, zlib.error)


def open_pmtiles(path: Path) -> TileSet:
    """Return the tiles of a PMTiles file of version 3.

    Raises BoundaryError where it is damaged, of another version, cut short or without tiles.
    """
    from pmtiles.reader import Reader
    from pmtiles.tile import SpecVersionUnsupported, TileType

    reader: Any = cast("Any", Reader)(_source(path))  # the package has no hints here
    try:
        header, facts = reader.header(), reader.metadata()
    except SpecVersionUnsupported as error:
        raise BoundaryError(
            f"{path}: is PMTiles of an older version; convert it to version 3"
        ) from error
    except DAMAGED as error:
        raise _refuse(path, error) from error
    _check_whole(path, header)

    sides = ("min_lon_e7", "min_lat_e7", "max_lon_e7", "max_lat_e7")
    west, south, east, north = (header[side] / 1e7 for side in sides)

    def read(zoom: int, columns: range, rows: range) -> Iterator[tuple[int, int, bytes]]:
        within = find_tiles(zoom, (west, south, east, north))  # of a town few are to be asked for
        try:
            get = _getter(path, header)
            for y, x in product(_both(rows, within[1]), _both(columns, within[0])):
                found = get(zoom, x, y)
                if found:
                    yield x, y, found
        except DAMAGED as error:
            raise _refuse(path, error) from error

    return TileSet(
        plain_text(facts.get("name")), plain_text(facts.get("attribution")),
        header["min_zoom"], header["max_zoom"], (west, south, east, north), read,
        vector=header["tile_type"] == TileType.MVT, layers=list_layers(facts),
    )  # fmt: skip


def _both(some: range, others: range) -> range:
    return range(max(some.start, others.start), min(some.stop, others.stop))


def _source(path: Path, *, unpacked: bool = True) -> Any:  # noqa: ANN401 what pmtiles takes
    """Return what gives bytes by offset and length; unpacked: the package unpacks them whole."""
    size = path.stat().st_size

    def get_bytes(offset: int, length: int) -> bytes:
        if offset + length > size:
            raise ValueError("it points behind its own end")
        with path.open("rb") as file:
            file.seek(offset)
            content = file.read(length)
        if unpacked:
            _check_packed(content)
        return content

    return get_bytes


def _check_packed(content: bytes) -> None:
    """Raise ValueError where a directory, or what the file says of itself, unpacks to too much."""
    if content.startswith(GZIP):
        unpacking = zlib.decompressobj(wbits=31)
        unpacking.decompress(content, MOST_UNPACKED)
        if unpacking.unconsumed_tail:
            raise ValueError(f"a part of it unpacks to more than {MOST_UNPACKED / 1e6:.0f} MB")


def _getter(path: Path, header: Any) -> Callable[[int, int, int], bytes | None]:  # noqa: ANN401
    """Return what gets a tile by zoom, column and row; each directory is read once.

    The package's own reader unpacks two of them anew for every tile, which takes 0.1 s.
    """
    from pmtiles.tile import deserialize_directory, find_tile, zxy_to_tileid

    get_bytes, get_tile = _source(path), _source(path, unpacked=False)

    @lru_cache(maxsize=DIRECTORIES)
    def open_directory(offset: int, length: int) -> Any:  # noqa: ANN401 a list of pmtiles' entries
        return deserialize_directory(get_bytes(offset, length))

    def get(zoom: int, x: int, y: int) -> bytes | None:
        number = zxy_to_tileid(zoom, x, y)
        offset, length = header["root_offset"], header["root_length"]
        for _ in range(DEEPEST):
            entry = find_tile(open_directory(offset, length), number)
            if entry is None:
                return None
            if entry.run_length:
                return bytes(get_tile(header["tile_data_offset"] + entry.offset, entry.length))
            offset, length = header["leaf_directory_offset"] + entry.offset, entry.length
        return None

    return get


def _check_whole(path: Path, header: Any) -> None:  # noqa: ANN401 a dict that pmtiles declares
    ends = [header[f"{part}_offset"] + header[f"{part}_length"] for part in PARTS]
    size = path.stat().st_size
    if max(ends) > size:
        raise BoundaryError(
            f"{path}: is cut short, {size:,} of {max(ends):,} bytes are there; copy it again"
        )
    if not header["tile_entries_count"]:
        raise BoundaryError(f"{path}: holds no tile; make it again with tiles in it")


def _refuse(path: Path, error: Exception) -> BoundaryError:
    said = plain_text(error) or type(error).__name__
    return BoundaryError(f"{path}: cannot be read as PMTiles ({said}); make or copy it again")
