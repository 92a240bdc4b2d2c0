"""Zip files of reports: a path inside one is the archive's path with the member's name after it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

from reports.errors import ReportError

__all__ = ["MOST_BYTES", "file_of", "inside", "read_bytes"]

MOST_BYTES = 50_000_000  # of one report, unpacked
MOST_MEMBERS = 20_000  # of one archive


def inside(archive: Path, endings: Iterable[str]) -> list[Path]:
    """Return the paths of the reports in an archive, in order of their names.

    Raises ReportError for a file that is no archive, or of more than MOST_MEMBERS.
    """
    known = tuple(endings)
    try:
        with zipfile.ZipFile(archive) as opened:
            names = sorted(info.filename for info in opened.infolist() if not info.is_dir())
    except (OSError, zipfile.BadZipFile) as error:
        raise ReportError(
            f"{archive}: is no .zip that can be read ({error}); pack it anew"
        ) from error
    if len(names) > MOST_MEMBERS:
        raise ReportError(
            f"{archive}: holds {len(names):,} files; split it, {MOST_MEMBERS:,} at most are read"
        )
    return [archive / name for name in names
            if name.lower().endswith(known) and not _is_hidden(name)]  # fmt: skip


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def file_of(path: Path) -> Path:
    """Return the file on the disk that holds a report: itself, or its archive."""
    return next((up for up in path.parents if up.suffix.lower() == ".zip" and up.is_file()), path)


def read_bytes(path: Path) -> bytes:
    """Return a report's bytes, from its file or its archive.

    Raises ReportError for one that cannot be read, has a password or is over MOST_BYTES.
    """
    file = file_of(path)
    try:
        data = _read_plain(path) if file == path else _read_member(file, path)
    except OSError as error:
        raise ReportError(f"{path}: cannot be read ({error.strerror}); check path") from error
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, KeyError) as error:
        raise ReportError(
            f"{path}: cannot be unpacked ({error}); pack it anew without a password"
        ) from error
    if len(data) > MOST_BYTES:
        raise ReportError(f"{path}: is larger than {MOST_BYTES // 1_000_000} MB; split it")
    return data


def _read_plain(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _read_member(archive: Path, path: Path) -> bytes:
    """Return a member's bytes, one more than MOST_BYTES at most, however far it would unpack."""
    name = path.relative_to(archive).as_posix()
    with zipfile.ZipFile(archive) as opened, opened.open(name) as file:
        return file.read(MOST_BYTES + 1)
