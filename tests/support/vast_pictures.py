"""Pictures of 60,000 by 60,000 pixels in a few bytes, whose pixels are not there."""

from __future__ import annotations

import struct
import zlib

__all__ = ["VAST_GIF", "VAST_PNG"]

SIDE = 60_000  # pixels


def _chunk(kind: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))


VAST_PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", SIDE, SIDE, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0"))
    + _chunk(b"IEND", b"")
)
VAST_GIF = (
    b"GIF89a"
    + struct.pack("<HHBBB", SIDE, SIDE, 0, 0, 0)
    + b"\x21\xfe\x02hi\0,"
    + struct.pack("<HHHHB", 0, 0, SIDE, SIDE, 0)
    + b"\x02\x02\x4c\x01\0;"
)
