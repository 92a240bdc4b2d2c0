"""A small disk of its own, that can be filled and turned read-only; root alone may mount one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

__all__ = ["Disk", "small_disk"]

SIZE = "6m"


@dataclass(frozen=True)
class Disk:
    """A mounted disk."""

    folder: Path

    def fill(self) -> None:
        """Take all the room that is left."""
        filler = os.open(self.folder / "filler", os.O_WRONLY | os.O_CREAT)
        try:
            while True:
                os.write(filler, bytes(4096))
        except OSError:
            os.close(filler)

    def free(self) -> None:
        """Give the room back."""
        (self.folder / "filler").unlink()

    def turn(self, word: str) -> None:
        """Mount it anew, "ro" to be read alone or "rw"."""
        subprocess.run(["mount", "-o", f"remount,{word}", self.folder], check=True)

    def files(self) -> list[str]:
        """Return the names of the files on it."""
        return sorted(path.name for path in self.folder.iterdir())


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """Mount a disk in memory at an empty folder; the test is skipped where that is refused."""
    folder.mkdir()
    order = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder]
    if os.name != "posix" or subprocess.run(order, capture_output=True).returncode:
        pytest.skip("no disk may be mounted here")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
