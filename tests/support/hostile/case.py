"""One hostile input: of which kind, by which door, and how it is to be answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SECRET = "root:x:0:0:secret-of-the-machine"  # what no answer may hold

Make = Callable[[Path], object]  # writes the file at a path


@dataclass(frozen=True)
class Case:
    """`refused`: there must be an error; otherwise it may be read, within the limits.

    never, always: what the answer must not hold, and must hold.
    """

    kind: str
    name: str
    door: str
    file: str
    make: Make
    refused: bool = False
    never: tuple[str, ...] = (SECRET,)
    always: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.kind}: {self.name} ({self.door}, {self.file})"


def holding(content: bytes | str) -> Make:
    """Return what writes a content."""
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    return lambda path: path.write_bytes(content)
