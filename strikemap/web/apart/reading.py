"""What visitors hand over, read apart; what is small and plain is read where it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import PurePath
from typing import TypeVar

from gazetteer.errors import StrikemapError
from strikemap.web.apart.asking import Readers, TooMuch
from strikemap.web.apart.work import Bounds

__all__ = ["is_harmless", "read_apart"]

Made = TypeVar("Made")
MODULES = ("geo.reading.read", "geo.layers.read", "geo.land.tiles.bundle", "reports.folder")
BOUNDS = Bounds(memory=1_000_000_000, seconds=60, wait=120)
READERS = Readers(MODULES, BOUNDS)
# Text that nothing is unpacked from: it takes a small multiple of its size.
PLAIN = (".csv", ".tsv", ".txt", ".tab", ".psv", ".geojson", ".json", ".html", ".htm")
LARGEST_PLAIN = 200_000  # bytes; more is worth a process of its own
CAN_FORK = hasattr(os, "fork")  # Windows cannot


def is_harmless(name: str, size: int) -> bool:
    """Say whether a file is plain text, and so short that it can take neither memory nor time."""
    return PurePath(name).suffix.lower() in PLAIN and size <= LARGEST_PLAIN


def read_apart(
    name: str, raises: type[StrikemapError], read: Callable[..., Made], /, *given: object,
    **named: object,
) -> Made:  # fmt: skip
    """Return what a function of a module makes of a file, called in a process of its own.

    name: what messages call the file. Raises what the function raises, and `raises` where it takes
    more memory or time than it may. Without forks, as on Windows, it is called here.
    """
    if not CAN_FORK:
        return read(*given, **named)
    try:
        return READERS.call(read, *given, **named)
    except TooMuch as why:
        raise raises(f"{name}: {why}; give a smaller part of it, or save it as CSV") from why
