"""The folder in which a country's files are made ready, and what killed processes left in it."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gazetteer.errors import FetchError, GazetteerError
from gazetteer.leftovers import clear_leftovers, make_scratch
from gazetteer.online.folder import data_folder

__all__ = ["UNFINISHED", "clear_all", "open_workshop"]

UNFINISHED = "unfinished"


@contextlib.contextmanager
def open_workshop(home: Path) -> Iterator[Path]:
    """Make a country's folder with a workshop for downloads.

    Downloads that can be gone on with stay in it; what a process that was killed left otherwise
    is removed, unless another is at work in it.
    """
    workshop = home / UNFINISHED
    try:
        workshop.mkdir(parents=True, exist_ok=True)
        _clear(workshop)
        working = make_scratch(workshop)  # by which another process sees that one is at work
    except OSError as error:
        raise FetchError(
            f"{home}: cannot be made ({error.strerror}); set STRIKEMAP_DATA to another folder"
        ) from error
    with working:
        yield workshop
    _leave(workshop)


def clear_all() -> None:
    """Remove what killed processes left in the folder for what does not last, and the user's."""
    clear_leftovers(Path(tempfile.gettempdir()))
    with contextlib.suppress(OSError, GazetteerError):
        for home in data_folder().glob("*/[a-z][a-z]"):
            clear_leftovers(home)
            if (home / UNFINISHED).is_dir():
                _clear(home / UNFINISHED)
                _leave(home / UNFINISHED)


def _clear(workshop: Path) -> None:
    clear_leftovers(workshop)
    files = list(workshop.iterdir())
    if any(one.name.startswith(".sm-") for one in files):
        return  # another process is at work
    for one in files:
        if one.is_file() and not _can_go_on(one):
            one.unlink(missing_ok=True)


def _can_go_on(file: Path) -> bool:
    """Say whether a file is of a download that stopped, and whose edition is known."""
    both = file.with_suffix(".part"), file.with_suffix(".tag")
    return file in both and all(one.is_file() for one in both)


def _leave(workshop: Path) -> None:
    with contextlib.suppress(OSError):  # not empty: a broken download waits to be resumed
        workshop.rmdir()
