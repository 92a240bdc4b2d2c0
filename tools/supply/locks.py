"""The locks as tables: names, versions, hashes."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["HASHED", "ROOT", "RUN", "normal", "read_hashes", "read_lock"]

ROOT = Path(__file__).parents[2]
RUN, HASHED = ROOT / "requirements.lock", ROOT / "requirements-hashed.lock"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})\b")


def normal(name: str) -> str:
    """Return the name of a package as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_lock(path: Path = RUN) -> dict[str, str]:
    """Return {name: version} of a lock, in its order, names as indexes compare them."""
    return {normal(name): version for name, version in PINNED.findall(path.read_text("utf-8"))}


def read_hashes(path: Path = HASHED) -> dict[str, list[str]]:
    """Return {name: SHA-256 of each file that may be installed} of the lock with hashes."""
    text = path.read_text("utf-8")
    starts = list(PINNED.finditer(text))
    ends = [match.start() for match in starts[1:]] + [len(text)]
    return {
        normal(match[1]): HASH.findall(text[match.start() : end])
        for match, end in zip(starts, ends, strict=True)
    }
