"""Files written whole: all of them or none, whatever fails on the way."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from geo.errors import ExportError

__all__ = ["FileContent", "Piece", "claims_beside", "name_beside", "replace_files"]

Piece: TypeAlias = bytes | memoryview
FileContent: TypeAlias = str | bytes | Iterator[Piece]


def claims_beside(path: Path) -> Path:
    """Return where the claims of a file of strikes are: claims.csv of strikes.csv."""
    return path.with_name("claims.csv" if path.stem == "strikes" else f"{path.stem}.claims.csv")


def name_beside(path: Path) -> Path:
    """Return a hidden name beside a file for writing it: no other process or thread has it."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")


def replace_files(contents: Mapping[Path, FileContent]) -> list[Path]:
    """Write files beside their places, then move all of them in; a failure leaves no litter.

    Texts are written as UTF-8, an iterator piece by piece. Raises ExportError naming the file
    and the remedy.
    """
    written: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            if path.is_dir():
                raise ExportError(f"{path}: is a folder; name a file in it")
            beside = name_beside(path)
            written[path] = beside
            _write(beside, content)
        for path, beside in written.items():
            beside.replace(path)
    except OSError as error:
        raise ExportError(
            f"{path}: cannot be written ({error.strerror}); "
            "check that the folder exists and may be written to"
        ) from error
    finally:
        for beside in written.values():
            beside.unlink(missing_ok=True)
    return list(contents)


def _write(path: Path, content: FileContent) -> None:
    if isinstance(content, str | bytes):
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return
    with path.open("wb") as file:
        for piece in content:
            file.write(piece)
