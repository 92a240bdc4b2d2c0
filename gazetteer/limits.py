"""How much is read of what strangers hand over: every limit, with its unit and its reason.

docs/security.md has them as a table, drawn from here.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

__all__ = ["LIMITS", "Limit", "OddFileError", "require_plain"]


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
CELL = Limit(
    "a cell of a table of strikes", 100_000, "letters",
    "a spreadsheet's holds 32,767; the row is refused, the others are read",
)  # fmt: skip
FIGURE = Limit("a toll or an angle", 500, "letters", "longer cells hold no figure")
NAME = Limit("the name of a place", 1_000, "letters", "the longest of GeoNames have some 200")
TEXT = Limit("a running text", 1_000_000, "letters",
             "some 300 pages; what stands far apart is read together")  # fmt: skip
PLACES = Limit("a table of places, unpacked", 1_000_000_000, "bytes",
               "the largest country of GeoNames has 350 MB")  # fmt: skip
MEMBERS = Limit("the files in an archive", 10_000, "files", "a workbook or a map has some tens")
PARTS = Limit("the parts of a mail", 5_000, "parts", "each is a message of its own")
LIMITS = (FILE, COLUMNS, ROWS, CELLS, CELL, FIGURE, NAME, TEXT, PLACES, MEMBERS, PARTS)


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
    if stat.S_ISDIR(found.st_mode):
        raise OddFileError(path, "it is a folder")
    if not stat.S_ISREG(found.st_mode):
        raise OddFileError(path, "it is a pipe or a device, and no file")
    if found.st_size > FILE.most:
        raise OddFileError(path, f"it is larger than {FILE}")
