"""Zip files of reports: a path inside one is the archive's path with the member's name after it."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from lzma import LZMAError
from pathlib import Path, PurePosixPath

from gazetteer.limits import require_plain
from reports.errors import ReportError

__all__ = ["MOST_BYTES", "file_of", "inside", "others_in", "read_bytes", "refused_in"]

MOST_BYTES = 50_000_000  # of one report, unpacked
MOST_MEMBERS = 20_000  # of one archive
_DAMAGED = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, OSError, RuntimeError,
            NotImplementedError, ValueError, OverflowError)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Contents:
    """An archive that is open, its files by their paths inside, and names that are not read."""

    opened: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    refused: dict[str, str]


def inside(archive: Path, endings: Iterable[str]) -> list[Path]:
    """Return the paths of the reports in an archive, in order of their names.

    Raises ReportError for a file that is no archive, of more than MOST_MEMBERS, or whose reports
    all have names that are not read.
    """
    contents, known = _contents(archive), tuple(endings)
    found = [archive / name for name in sorted(contents.members) if _is_report(name, known)]
    if not found and (refused := refused_in(archive, known)):
        raise ReportError(refused[0][1])
    return found


def refused_in(archive: Path, endings: Iterable[str]) -> list[tuple[str, str]]:
    """Return reports of an archive whose names are not read, each with why and the remedy."""
    known, refused = tuple(endings), _contents(archive).refused
    return [(f"{archive}: {name}", f"{archive}: {name!r} {why}")
            for name, why in refused.items() if _is_report(name, known)]  # fmt: skip


def others_in(archive: Path, endings: Iterable[str]) -> list[str]:
    """Return the names of an archive's files of other endings; none for hidden ones."""
    known, contents = tuple(endings), _contents(archive)
    return [name for name in (*contents.members, *contents.refused)
            if not _is_report(name, known) and not _is_hidden(name)]  # fmt: skip


def _is_report(name: str, endings: tuple[str, ...]) -> bool:
    return name.lower().endswith(endings) and not _is_hidden(name)


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part not in (".", "..")
               for part in name.split("/"))  # fmt: skip


def _contents(archive: Path) -> _Contents:
    try:
        stand = archive.stat()
        return _opened(archive, stand.st_size, stand.st_mtime_ns, os.getpid())
    except ReportError:
        raise
    except _DAMAGED as error:
        raise ReportError(
            f"{archive}: is no .zip that can be read ({error}); pack it anew"
        ) from error


@lru_cache(maxsize=1)  # the last one, per process: forked ones would share its place in the file
def _opened(archive: Path, _size: int, _changed: int, _process: int) -> _Contents:
    opened = zipfile.ZipFile(archive)
    infos = [info for info in opened.infolist() if not info.is_dir()]
    if len(infos) > MOST_MEMBERS:
        opened.close()
        raise ReportError(
            f"{archive}: holds {len(infos):,} files; split it, {MOST_MEMBERS:,} at most are read"
        )
    return _Contents(opened, *_by_name(infos))


def _by_name(
    infos: Iterable[zipfile.ZipInfo],
) -> tuple[dict[str, zipfile.ZipInfo], dict[str, str]]:
    """Return files by paths that stay inside their archive, and why others are not read."""
    members: dict[str, zipfile.ZipInfo] = {}
    refused: dict[str, str] = {}
    for info in infos:
        path = PurePosixPath(info.filename)
        if path.is_absolute() or ".." in path.parts:
            refused[info.filename] = "leads out of the archive; pack it anew with plain names"
        elif str(path) in members or str(path) in refused:
            members.pop(str(path), None)
            refused[str(path)] = "is the name of several files in it; pack it anew, each once"
        else:
            members[str(path)] = info
    return members, refused


def file_of(path: Path) -> Path:
    """Return the file on the disk that holds a report: itself, or its archive."""
    return next((up for up in path.parents if up.suffix.lower() == ".zip" and up.is_file()), path)


def read_bytes(path: Path) -> bytes:
    """Return a report's bytes, from its file or its archive.

    Raises ReportError for one that cannot be read, has a password or is over MOST_BYTES.
    """
    file = file_of(path)
    data = _read_plain(path) if file == path else _read_member(file, path)
    if len(data) > MOST_BYTES:
        raise ReportError(f"{path}: is larger than {MOST_BYTES // 1_000_000} MB; split it")
    return data


def _read_plain(path: Path) -> bytes:
    try:
        require_plain(path)
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ReportError(f"{path}: cannot be read ({error.strerror}); check path") from error


def _read_member(archive: Path, path: Path) -> bytes:
    """Return a member's bytes, one more than MOST_BYTES at most, however far it would unpack."""
    contents, name = _contents(archive), path.relative_to(archive).as_posix()
    if name not in contents.members:
        raise ReportError(f"{path}: is not in the archive; check path")
    try:
        with contents.opened.open(contents.members[name]) as file:
            return file.read(MOST_BYTES + 1)
    except _DAMAGED as error:
        raise ReportError(
            f"{path}: cannot be unpacked ({error}); pack it anew without a password"
        ) from error
