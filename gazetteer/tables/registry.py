"""The formats of places there are: the reader, the command line's help and tests walk this list."""

from __future__ import annotations

from functools import cache

from gazetteer.registry import find_members
from gazetteer.tables.files import PlaceFile
from gazetteer.tables.format import PlaceFormat

__all__ = ["find_format", "list_formats"]


@cache
def list_formats() -> tuple[PlaceFormat, ...]:
    """Return every format of places, in the order of the help."""
    found = find_members("gazetteer.tables.formats", PlaceFormat)
    return tuple(sorted(found, key=lambda each: each.order))


def find_format(file: PlaceFile) -> tuple[PlaceFormat, float]:
    """Return the format that is surest of a file, and how sure it is, from 0 to 1."""
    sure = [(each.recognise(file), each) for each in list_formats()]
    surest = max(sure, key=lambda pair: pair[0])
    return surest[1], surest[0]
