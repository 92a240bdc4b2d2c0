"""Files written whole: all of them or none, whatever fails on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from pathlib import Path
from typing import TypeAlias
from warnings import warn

from gazetteer.leftovers import clear_leftovers, name_own
from geo.errors import ExportError

__all__ = [
    "FileContent", "Piece", "claims_beside", "move_together", "name_beside", "remove_file",
    "replace_files",
]  # fmt: skip

Piece: TypeAlias = bytes | memoryview
FileContent: TypeAlias = str | bytes | Iterator[Piece]
# What is to be moved into place, each file with the one beside it; None is to be removed.
_moves: ContextVar[dict[Path, Path | None] | None] = ContextVar("moves", default=None)


def claims_beside(path: Path) -> Path:
    """Return where the claims of a file of strikes are: claims.csv of strikes.csv."""
    return path.with_name("claims.csv" if path.stem == "strikes" else f"{path.stem}.claims.csv")


def name_beside(path: Path) -> Path:
    """Return a hidden name beside a file for writing it: no other process or thread has it."""
    return path.with_name(f".{path.name[:100]}.{name_own()}.tmp")


def replace_files(contents: Mapping[Path, FileContent]) -> list[Path]:
    """Write files beside their places, then move all of them in; a failure leaves no litter.

    Texts are written as UTF-8, an iterator piece by piece. Within `move_together` they are moved
    at its end. Raises ExportError naming the file and the remedy.
    """
    held = _moves.get()
    with move_together() if held is None else nullcontext(held) as moves:
        for path, content in contents.items():
            _write_beside(path, content, moves)
    return list(contents)


@contextmanager
def move_together() -> Iterator[dict[Path, Path | None]]:
    """Have all files that are written, or removed, meanwhile change at its end, or none of them.

    Raises ExportError where one cannot be moved.
    """
    moves: dict[Path, Path | None] = {}
    before = _moves.set(moves)
    try:
        yield moves
        for path, beside in moves.items():
            _move(path, beside)
    finally:
        _moves.reset(before)
        for beside in filter(None, moves.values()):
            beside.unlink(missing_ok=True)


def remove_file(path: Path) -> None:
    """Remove a file, with those that are written within `move_together`."""
    moves = _moves.get()
    if moves is None:
        path.unlink(missing_ok=True)
    else:
        moves[path] = None


def _write_beside(path: Path, content: FileContent, moves: dict[Path, Path | None]) -> None:
    """Write a file beside its place, and note that it is to be moved in."""
    if path.is_dir():
        raise ExportError(f"{path}: is a folder; name a file in it")
    _tell_cut_off(path, clear_leftovers(path.parent))
    beside = name_beside(path)
    if last := moves.get(path):
        last.unlink(missing_ok=True)
    moves[path] = beside
    try:
        _write(beside, content)
    except OSError as error:
        raise _refuse(path, error) from error


def _tell_cut_off(path: Path, left: list[str]) -> None:
    """Say which files an earlier run was writing when it was ended."""
    cut = sorted({name[1:].rpartition(".sm-")[0] for name in left if ".sm-" in name[1:]})
    if cut:
        warn(
            f"{path.parent}: an earlier run was ended while it wrote {', '.join(cut)}; what it "
            "left half done is removed, and files that belong together may be of two runs",
            stacklevel=4,
        )


def _move(path: Path, beside: Path | None) -> None:
    try:
        if beside is None:
            path.unlink(missing_ok=True)
        else:
            beside.replace(path)
    except OSError as error:
        raise _refuse(path, error) from error


def _refuse(path: Path, error: OSError) -> ExportError:
    return ExportError(
        f"{path}: cannot be written ({error.strerror}); "
        "check that the folder exists and may be written to"
    )


def _write(path: Path, content: FileContent) -> None:
    if isinstance(content, str | bytes):
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return
    with path.open("wb") as file:
        for piece in content:
            file.write(piece)
