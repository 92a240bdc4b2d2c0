"""Kept: notes in the state folder that a run is gone on with from; what is damaged is none."""

from __future__ import annotations

import json
from collections.abc import Container
from hashlib import sha256
from pathlib import Path
from typing import Any

from geo.batch.parts import STATE, Part
from geo.placing.edition import release_of

__all__ = [
    "KeptBeside",
    "find_stale",
    "form_of_kept",
    "hash_bytes",
    "is_whole",
    "note_of",
    "read_note",
]

_FORM = "3"  # of what is kept of a part; another where it is read or written otherwise


def form_of_kept() -> str:
    """Return a word that is another where a part would be read or written otherwise."""
    return f"{_FORM} {release_of()}"


def hash_bytes(content: bytes) -> str:
    """Return the hash that a file is known again by."""
    return sha256(content).hexdigest()


def note_of(part: Part, state: Path) -> Path:
    """Return where it is noted that a part is done."""
    return state / "done" / f"{hash_bytes(part.name.encode())[:32]}.json"


def read_note(path: Path) -> dict[str, Any] | None:
    """Return what a note says; None where there is none, or none that can be read."""
    try:
        kept = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return kept if isinstance(kept, dict) else None


def is_whole(path: Path, expected: object) -> bool:
    """Say whether a file is there and has the hash that was noted of it."""
    try:
        return expected == hash_bytes(path.read_bytes())
    except OSError:
        return False


def find_stale(state: Path, done: Container[str]) -> list[str]:
    """Return by name the files in the output that an earlier run wrote, and this one has not.

    done: names of the parts of this run.
    """
    notes = (read_note(path) for path in (state / "done").glob("*.json"))
    known = {str(note["part"]) for note in notes if note is not None and "part" in note}
    return sorted(name for name in known if name not in done and (state.parent / name).is_file())


class KeptBeside:
    """Parts on their way, whose notes stand in the folder of the output.

    out: that folder; done: the parts that are written, by name.
    """

    __slots__ = ()
    out: Path
    done: Any

    @property
    def state(self) -> Path:
        """The folder that a stopped run is gone on with from."""
        return self.out.resolve() / STATE

    @property
    def stale(self) -> list[str]:
        """Names of files in the output that an earlier run wrote, and this one has not."""
        return find_stale(self.state, self.done)
