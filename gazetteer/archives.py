"""Zip archives of strangers: what they say of themselves may be wrong, and costs nothing to check.

A member says how large it is; zipfile unpacks all of it at once when it is asked for all, whatever
it said, so members are read in pieces.
"""

from __future__ import annotations

import zipfile
import zlib
from lzma import LZMAError

from gazetteer.limits import MEMBERS

__all__ = ["DAMAGED", "find_fault", "read_member"]

# What zipfile raises for members that are damaged, locked or packed in odd ways.
DAMAGED = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, OSError, RuntimeError,
           NotImplementedError, ValueError, OverflowError)  # fmt: skip
_LOCKED = 1  # bit of a member's flags, PKWARE's APPNOTE 4.4.4
_PIECE = 1 << 20  # bytes that are unpacked at once


def find_fault(archive: zipfile.ZipFile, most: int, *, whole: bool = False) -> str:
    """Return why an archive is not read, "" for nothing.

    most: bytes that all members may come to. whole: unpack every member once, in pieces, so that
    one which is larger than it says, or damaged, is known before others unpack it.
    """
    members = archive.infolist()
    if len(members) > MEMBERS.most:
        return f"holds {len(members):,} files, more than {MEMBERS.most:,}"
    if any(member.flag_bits & _LOCKED for member in members):
        return "is locked with a password"
    size = sum(member.file_size for member in members)
    if size > most:
        return f"unpacks to {size / 1e6:,.0f} MB, more than {most / 1e6:,.0f} MB"
    try:
        damaged = archive.testzip() if whole else None
    except DAMAGED as error:
        return f"is damaged ({error})"
    return f"is damaged, or larger than it says ({damaged[:80]})" if damaged else ""


def read_member(archive: zipfile.ZipFile, member: str) -> bytes:
    """Return the bytes of a member, never more than it says that it has.

    Raises what DAMAGED lists where it is damaged, or larger.
    """
    parts = []
    with archive.open(member) as file:
        while part := file.read(_PIECE):
            parts.append(part)
    return b"".join(parts)
