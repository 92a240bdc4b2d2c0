"""What visitors hand over, read apart; what is small and plain is read where it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import TypeVar

from gazetteer.errors import StrikemapError
from strikemap.failures import note_failure
from strikemap.web.apart.asking import NoReader, Readers, TooMuch
from strikemap.web.apart.work import Bounds

__all__ = ["is_harmless", "read_apart", "worded"]

Made = TypeVar("Made")
MODULES = ("geo.reading.read", "geo.layers.read", "geo.land.tiles.bundle", "reports.folder")
BOUNDS = Bounds(memory=1_000_000_000, seconds=60, wait=120)
READERS = Readers(MODULES, BOUNDS)
# Text that nothing is unpacked from, in lines of few cells: it takes a small multiple of its size.
# JSON and HTML are not among it: records that each name others make a table far larger than they.
PLAIN = (".csv", ".tsv", ".txt", ".tab", ".psv")
LARGEST_PLAIN = 200_000  # bytes; more is worth a process of its own
MOST_CUTS = 300  # of a line, by any of SEPARATORS; wider tables take seconds to look at
SEPARATORS = (b",", b";", b"\t", b"|")
CAN_FORK = hasattr(os, "fork")  # Windows cannot


def is_harmless(name: str, content: bytes) -> bool:
    """Say whether a file is plain text, so short and narrow that it takes no memory and no time."""
    if PurePath(name).suffix.lower() not in PLAIN or len(content) > LARGEST_PLAIN:
        return False
    lines = content.splitlines()
    return all(sum(map(line.count, SEPARATORS)) <= MOST_CUTS for line in lines)


def read_apart(
    name: str, raises: type[StrikemapError], read: Callable[..., Made], /, *given: object,
    **named: object,
) -> Made:  # fmt: skip
    """Return what a function of a module makes of a file, called in a process of its own.

    name: what messages call the file. Raises what the function raises, and `raises` where it takes
    more memory or time than it may, or nothing can read it now. Without forks, as
    on Windows, it is called here.
    """
    if not CAN_FORK:
        return read(*given, **named)
    too_much = (f"{name}: ", "; give a smaller part of it, or save it as CSV")
    with worded(raises, too_much, f"{name}: is not read"):
        return READERS.call(read, *given, **named)


@contextmanager
def worded(
    raises: type[StrikemapError], too_much: tuple[str, str], not_done: str
) -> Iterator[None]:
    """Raise in words where work takes more memory or time than it may, or nothing can do it now.

    too_much: what is said before and behind what was too much; not_done: what is not done.
    """
    try:
        yield
    except TooMuch as why:
        raise raises(f"{too_much[0]}{why}{too_much[1]}") from why
    except NoReader as why:
        if why.__cause__ is not None:  # of the machine, not of other visitors
            note_failure(why)
        raise raises(f"{not_done}, {why}; try again in a minute") from why
