"""What was sent to the map of the strikes that ship, kept in the user's folder for the next start.

It counts only while every file of the program and of the user's places and areas is as it was.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gazetteer.online.folder import data_folder
from geo.files import name_beside

__all__ = ["Messages", "keep", "recall"]

PROGRAM = Path(__file__).parents[3]
PACKAGES = ("gazetteer", "geo", "strikemap")
OF_USER = ("gazetteer", "boundaries")  # folders of the user's
FILE = ("start", "first_map.json")


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of the map component's two parts; `control` is JSON's own types."""

    control: Mapping[str, Any]
    heavy: Mapping[str, str]


def recall(said: str = "") -> Messages | None:
    """Return what was kept, None where nothing was or where a file has changed since.

    said: what else the map follows from, such as the countries that the app was started with.
    """
    try:
        kept = json.loads(_file().read_bytes())
        if kept["edition"] == _edition(said):
            return Messages(kept["control"], kept["heavy"])
    except (OSError, ValueError, KeyError, TypeError):  # none, or not whole: it is made anew
        pass
    return None


def keep(messages: Messages, said: str = "") -> None:
    """Keep messages for the next start; where the folder cannot be written, nothing is kept."""
    file = _file()
    kept = {
        "edition": _edition(said), "control": dict(messages.control), "heavy": dict(messages.heavy),
    }  # fmt: skip
    beside = name_beside(file)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(kept), encoding="ascii")
        beside.replace(file)


def _file() -> Path:
    return data_folder().joinpath(*FILE)


def _edition(said: str) -> str:
    """Return a hash of all files that the map is made of, each by its path, size and time."""
    folders = [PROGRAM / name for name in PACKAGES] + [data_folder() / name for name in OF_USER]
    digest = hashlib.sha256(said.encode())
    for folder in folders:
        for path, size, changed in sorted(_list_files(str(folder))):
            digest.update(f"{path}\0{size}\0{changed}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _list_files(folder: str) -> Iterator[tuple[str, int, int]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _list_files(entry.path)
        else:
            with contextlib.suppress(OSError):
                told = entry.stat()
                yield entry.path, told.st_size, told.st_mtime_ns
