"""Parts: the files that a folder or a pattern of names stands for, and where each is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from geo.errors import BatchError

__all__ = ["ENDINGS", "STATE", "Part", "find_parts", "means_parts"]

ENDINGS = (".csv", ".parquet")
STATE = ".strikemap"  # folder in the output that a stopped run is gone on with from
_WILD = re.compile(r"[*?\[]")
_REJECTED = ".rejected.csv"


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the table. name: its path within the folder, with slashes; the same in `out`."""

    name: str
    source: Path  # whole paths, since workers stand elsewhere
    out: Path


def means_parts(given: Path) -> bool:
    """Say whether a path is a folder or a pattern such as parts/*.csv, rather than a file."""
    return given.is_dir() or (not given.exists() and _WILD.search(str(given)) is not None)


def find_parts(given: Path, out: Path) -> tuple[list[Part], list[Path]]:
    """Return the parts of a folder or pattern by name, and the files of other endings.

    Hidden files, and those whose names begin with _, as Spark and Dask write them, are no parts.
    Raises BatchError where there is none, or where a part would be written over an input.
    """
    root, pattern = (given, "**/*") if given.is_dir() else _split(given)
    root, out = root.resolve(), out.resolve()
    inside = given.is_dir() and (out == root or root in out.parents)
    if inside:
        raise BatchError(f"{out}: lies in the folder that is read; name a folder beside it")
    files = sorted(path for path in root.glob(pattern) if path.is_file() and _is_seen(path, root))
    found = [path for path in files if path.suffix.lower() in ENDINGS]
    if not found:
        raise BatchError(f"{given}: no part is there; parts end in {' or '.join(ENDINGS)}")
    parts = [Part(p.relative_to(root).as_posix(), p, out / p.relative_to(root)) for p in found]
    _refuse_over(parts)
    return parts, [path for path in files if path not in set(found)]


def _split(pattern: Path) -> tuple[Path, str]:
    """Return the folder that a pattern begins with, and the rest of it."""
    at = next(at for at, word in enumerate(pattern.parts) if _WILD.search(word))
    return Path(*pattern.parts[:at]), str(Path(*pattern.parts[at:]))


def _is_seen(path: Path, root: Path) -> bool:
    return not any(word.startswith((".", "_")) for word in path.relative_to(root).parts)


def _refuse_over(parts: list[Part]) -> None:
    read = {part.source.resolve() for part in parts}
    for part in parts:
        for path in (part.out, part.out.with_suffix(_REJECTED)):
            if path.resolve() in read:
                raise BatchError(f"{path}: would overwrite an input; name another folder")
