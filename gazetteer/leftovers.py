"""What a killed process leaves half done: named after the process, and removed once it is gone.

A name holds the machine, the process and a token, so that nothing of a stranger's, of another
machine's on a shared drive or of a process that still runs is ever touched.
"""

from __future__ import annotations

import contextlib
import os
import platform
import re
import secrets
import shutil
import stat
import tempfile
import zlib
from pathlib import Path

__all__ = ["clear_leftovers", "make_scratch", "name_own"]

_HOST = f"{zlib.crc32(platform.node().encode()):08x}"
_OWN = re.compile(
    r"\.(?:.+\.)?sm-(?P<host>[0-9a-f]{8})-(?P<process>[0-9]{1,10})-(?P<token>[0-9a-z_]{8})"
    r"(?:\.\w+)?(?:-journal|-wal|-shm)?"
)
_given: set[str] = set()  # tokens of this process
_cleared: set[Path] = set()  # folders that this process has looked through


def name_own() -> str:
    """Return a part of a name that no other process or thread has, and that says whose it is."""
    token = secrets.token_hex(4)
    _given.add(token)
    return f"sm-{_HOST}-{os.getpid()}-{token}"


def make_scratch(where: Path | None = None) -> tempfile.TemporaryDirectory[str]:
    """Make a folder for what is not to last, in a folder or in the machine's own for such."""
    clear_leftovers(where or Path(tempfile.gettempdir()))
    made = tempfile.TemporaryDirectory(prefix=f".sm-{_HOST}-{os.getpid()}-", dir=where)
    _given.add(made.name[-8:])
    return made


def clear_leftovers(folder: Path) -> list[str]:
    """Remove what processes of ours that were killed left in a folder; return its names.

    A folder is looked through once by a process. What cannot be removed stays.
    """
    whole = folder.absolute()
    if whole in _cleared:
        return []
    _cleared.add(whole)
    try:
        names = [name for name in os.listdir(whole) if _is_left(name)]  # noqa: PTH208 names alone
    except OSError:
        return []
    return [name for name in names if _remove(whole / name)]


def _is_left(name: str) -> bool:
    found = _OWN.fullmatch(name)
    if not found or found["host"] != _HOST or found["token"] in _given:
        return False
    process = int(found["process"])
    return process == os.getpid() or not _runs(process)


def _runs(process: int) -> bool:
    if os.name != "posix":
        return True  # elsewhere this would end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _remove(path: Path) -> bool:
    with contextlib.suppress(OSError):
        found = path.lstat()
        if os.name == "posix" and found.st_uid != os.geteuid():
            return False
        if stat.S_ISDIR(found.st_mode):
            shutil.rmtree(path)
        elif stat.S_ISREG(found.st_mode):
            path.unlink()
        else:
            return False
        return True
    return False
