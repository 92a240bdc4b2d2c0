"""Parts: the files that a folder or a pattern of names stands for, and where each is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from geo.errors import BatchError

__all__ = ["ENDINGS", "REJECTED", "STATE", "Part", "find_parts", "means_parts"]

ENDINGS = (".csv", ".parquet")
STATE = ".strikemap"  # folder in the output that a stopped run is gone on with from
_WILD = re.compile(r"[*?\[]")
# Folder in the output for lists of refused rows. It is none of parts, since it begins with _: no
# list takes the place of a part's answers, or is read as rows of the table that the output is.
REJECTED = "_rejected"


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the table. name: its path within the folder, with slashes; the same in `out`.

    rejected: where its refused rows are listed.
    """

    name: str
    source: Path  # whole paths, since workers stand elsewhere
    out: Path
    rejected: Path


def means_parts(given: Path) -> bool:
    """Say whether a path is a folder or a pattern such as parts/*.csv, rather than a file."""
    return given.is_dir() or (not given.exists() and _WILD.search(str(given)) is not None)


def find_parts(
    given: Path, out: Path, inputs: Iterable[Path] = ()
) -> tuple[list[Part], list[Path]]:
    """Return the parts of a folder or pattern by name, and the files of other endings.

    Hidden files, and those whose names begin with _, as Spark and Dask write them, are no parts.
    inputs: files that are read beside them. Raises BatchError where there is no part, or where one
    would be written over an input.
    """
    root, pattern = (given, "**/*") if given.is_dir() else _split(given)
    root, out = root.resolve(), out.resolve()
    inside = given.is_dir() and (out == root or root in out.parents)
    if inside:
        raise BatchError(f"{out}: lies in the folder that is read; name a folder beside it")
    files = [path for path in _list_files(root, pattern) if _is_seen(path.relative_to(root))]
    found = [path for path in files if path.suffix.lower() in ENDINGS]
    if not found:
        raise BatchError(f"{given}: no part is there; parts end in {' or '.join(ENDINGS)}")
    parts = [_make_part(path, root, out) for path in found]
    _refuse_over(parts, inputs)
    _refuse_read_again(parts, root, pattern, out)
    return parts, [path for path in files if path not in set(found)]


def _list_files(root: Path, pattern: str) -> list[Path]:
    """Return the files of a pattern by name; raises BatchError where it is none."""
    try:
        return sorted(path for path in root.glob(pattern) if path.is_file())
    except ValueError as error:
        raise BatchError(
            f"{root / pattern}: is no pattern of names ({error}); write ** as a folder's whole "
            "name, such as parts/**/*.csv"
        ) from error


def _make_part(path: Path, root: Path, out: Path) -> Part:
    name = path.relative_to(root)
    listed = out / REJECTED / name.parent / f"{name.name}.rejected.csv"
    return Part(name.as_posix(), path, out / name, listed)


def _split(pattern: Path) -> tuple[Path, str]:
    """Return the folder that a pattern begins with, and the rest of it."""
    at = next(at for at, word in enumerate(pattern.parts) if _WILD.search(word))
    return Path(*pattern.parts[:at]), str(Path(*pattern.parts[at:]))


def _is_seen(name: Path) -> bool:
    return not any(word.startswith((".", "_")) for word in name.parts)


def _refuse_over(parts: list[Part], inputs: Iterable[Path]) -> None:
    read = {path.resolve() for path in (*inputs, *(part.source for part in parts))}
    for part in parts:
        for path in (part.out, part.rejected):
            if path.resolve() in read:
                raise BatchError(f"{path}: would overwrite an input; name another folder")


def _refuse_read_again(parts: list[Part], root: Path, pattern: str, out: Path) -> None:
    """Refuse an output that the pattern would read as parts when it is run again."""
    if root not in out.parents:
        return
    words = PurePath(pattern).parts
    for part in parts:
        name = part.out.relative_to(root)
        if _is_seen(name) and _matches(name.parts, words):
            raise BatchError(
                f"{out}: its files would be read as parts ({name.as_posix()} is of {pattern}); "
                "name a folder beside the parts"
            )


def _matches(name: Sequence[str], pattern: Sequence[str]) -> bool:
    """Say whether a path is of a pattern, word by word; ** is any number of folders."""
    if not pattern or not name:
        return not name and not [word for word in pattern if word != "**"]
    if pattern[0] == "**":
        return any(_matches(name[at:], pattern[1:]) for at in range(len(name) + 1))
    return fnmatchcase(name[0], pattern[0]) and _matches(name[1:], pattern[1:])
