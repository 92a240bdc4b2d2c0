"""How much is read of what strangers hand over: every limit, with its unit and its reason.

docs/security.md has them as a table, drawn from here. With them stands what keeps to them: plain
files alone are opened; a zip archive's member says how large it is, and zipfile unpacks all of it
at once when it is asked for all, whatever it said, so members are read in pieces.
"""

from __future__ import annotations

import os
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from lzma import LZMAError
from pathlib import Path

__all__ = ["DAMAGED", "LIMITS", "Limit", "OddFileError", "find_fault", "is_deep", "read_member",
           "require_plain"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many of a unit of something, and why."""

    what: str
    most: int
    unit: str
    why: str

    def __str__(self) -> str:
        """Return the number and its unit, as messages have it."""
        return f"{self.most:,} {self.unit}"


FILE = Limit("a file", 2_000_000_000, "bytes", "it is held in memory whole")
COLUMNS = Limit(
    "the columns of a table", 2_000, "columns",
    "each is looked at for what it means; the widest tables of publishers have some hundreds",
)  # fmt: skip
ROWS = Limit("the rows of a Parquet file", 3_000_000, "rows",
             "a value that repeats takes no room in the file, and all of it in memory")  # fmt: skip
CELLS = Limit("the cells of a Parquet file", 100_000_000, "cells", "as its rows")
SPARSE = Limit("the cells of a table hardly filled", 3_000_000, "cells",
               "records that each name others take no room in the file; more are read where at "
               "least one in 50 is filled")  # fmt: skip
CELL = Limit(
    "a cell of a table of strikes", 100_000, "letters",
    "a spreadsheet's holds 32,767; the row is refused, the others are read",
)  # fmt: skip
FIGURE = Limit("a toll or an angle", 500, "letters", "longer cells hold no figure")
NAME = Limit("the name of a place", 1_000, "letters", "the longest of GeoNames have some 200")
TEXT = Limit("a running text", 1_000_000, "letters",
             "some 300 pages; what stands far apart is read together")  # fmt: skip
MENTIONED = Limit("the place names in a running text", 20_000, "names",
                  "each is weighed against others; a news text has one in 50 letters")  # fmt: skip
PLACES = Limit("a table of places, unpacked", 1_000_000_000, "bytes",
               "the largest country of GeoNames has 350 MB")  # fmt: skip
MEMBERS = Limit("the files in an archive", 10_000, "files", "a workbook or a map has some tens")
PARTS = Limit("the parts of a mail", 5_000, "parts", "each is a message of its own")
HEAD = Limit("the head of a mail", 250_000, "bytes",
             "a long list of recipients has some tens of thousands")  # fmt: skip
NESTED = Limit("collections in collections of a shape", 50, "levels",
               "what reads a shape calls itself for each, until it crashes")  # fmt: skip
HOLES = 1_000  # times as large as what is on the disk: most of such a file was never written
LIMITS = (FILE, COLUMNS, ROWS, CELLS, SPARSE, CELL, FIGURE, NAME, TEXT, MENTIONED, PLACES, MEMBERS,
          PARTS, HEAD, NESTED)  # fmt: skip
# What zipfile raises for members that are damaged, locked or packed in odd ways.
DAMAGED = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, OSError, RuntimeError,
           NotImplementedError, ValueError, OverflowError)  # fmt: skip
_LOCKED = 1  # bit of a member's flags, PKWARE's APPNOTE 4.4.4
_SYSTEMS = ("/proc/", "/sys/")  # they call themselves plain files, and may have no end
_PIECE = 1 << 20  # bytes that are unpacked at once


class OddFileError(OSError):
    """A path leads to what is no file of a limited size."""

    def __init__(self, path: Path, why: str) -> None:
        """Take the path, and why it is not read."""
        super().__init__(0, why, str(path))


def require_plain(path: Path) -> None:
    """Raise OSError where a path leads to no plain file, or to one over the limit.

    Opening a pipe that nobody writes to waits for ever, and a device has no end.
    """
    found = path.stat()
    if os.path.realpath(path).startswith(_SYSTEMS):
        raise OddFileError(path, "it is one of the system's own, and no file")
    if stat.S_ISDIR(found.st_mode):
        raise OddFileError(path, "it is a folder")
    if not stat.S_ISREG(found.st_mode):
        raise OddFileError(path, "it is a pipe or a device, and no file")
    if found.st_size > FILE.most:
        raise OddFileError(path, f"it is larger than {FILE}")
    written = getattr(found, "st_blocks", None)  # of 512 bytes; Windows does not tell them
    if written is not None and found.st_size > max(written * 512, _PIECE) * HOLES:
        raise OddFileError(path, "nearly all of it was never written, it is a file with holes")


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


# Kinds without members: how many counts stand over their points; and kinds with members.
_SIMPLE = {1: 0, 2: 1, 3: 2, 8: 1, 17: 2}
_OF_MEMBERS = (4, 5, 6, 7, 9, 10, 11, 12, 15, 16)
_FLAGS = 0xE0000000  # of PostGIS's kinds: height, measure, system
_SYSTEM = 0x20000000


def is_deep(wkb: bytes) -> bool:
    """Say whether a shape's collections stand in one another deeper than is read.

    wkb: OGC 06-103r4, clause 8, or PostGIS's EWKB. No for bytes that are no shape.
    """
    if len(wkb) <= _LEAST_MEMBER * NESTED.most or not _has_members(wkb[:5]):
        return False
    left: list[int] = []  # members to come of each collection that is open
    at = 0
    try:
        while True:
            order = "<" if wkb[at] else ">"
            code = struct.unpack_from(f"{order}I", wkb, at + 1)[0]
            kind, dimensions = _kind_of(code)
            at += 5 + 4 * bool(code & _SYSTEM)
            if kind in _SIMPLE:
                at = _end_of(wkb, at, order, (_SIMPLE[kind], 8 * dimensions))
            elif kind in _OF_MEMBERS:
                left.append(struct.unpack_from(f"{order}I", wkb, at)[0])
                at += 4
            else:
                return False
            if len(left) > NESTED.most:
                return True
            while left and not left[-1]:
                left.pop()
            if not left:
                return False
            left[-1] -= 1
    except (struct.error, IndexError):
        return False


_LEAST_MEMBER = 9  # bytes: order, kind and count


def _has_members(head: bytes) -> bool:
    code = int.from_bytes(head[1:5], "little" if head[0] else "big")
    return _kind_of(code)[0] in _OF_MEMBERS


def _kind_of(code: int) -> tuple[int, int]:
    """Return the kind of a shape and the dimensions of its points."""
    extra = bool(code & 0x80000000) + bool(code & 0x40000000)
    code &= ~_FLAGS
    return code % 1000, 2 + max(extra, (0, 1, 1, 2)[code // 1000 % 4])


def _end_of(wkb: bytes, at: int, order: str, held: tuple[int, int]) -> int:
    """Return where a shape without members ends; held: its counts, and the bytes of a point."""
    counts, size = held
    if not counts:
        return at + size
    many: int = struct.unpack_from(f"{order}I", wkb, at)[0]
    at += 4
    if counts == 1:
        return at + many * size
    for _ in range(many):
        at = _end_of(wkb, at, order, (1, size))
    return at
