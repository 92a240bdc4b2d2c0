"""The formats of sheets there are: the command line, the Briefing page and tests walk this list."""

from __future__ import annotations

from functools import cache

from gazetteer.registry import find_members
from geo.briefing.sheet_format import SheetFormat
from geo.errors import SheetError

__all__ = ["find_format", "list_formats", "list_suffixes"]


@cache
def list_formats() -> tuple[SheetFormat, ...]:
    """Return every format of sheets, in the order of help and pages."""
    found = find_members("geo.briefing.formats", SheetFormat)
    return tuple(sorted(found, key=lambda each: each.order))


def list_suffixes(*, several: bool = False) -> tuple[str, ...]:
    """Return the endings that can be written; several: those of formats for several sheets."""
    return tuple(each.suffix for each in list_formats() if each.several or not several)


def find_format(suffix: str) -> SheetFormat:
    """Return the format of an ending in any case; raises SheetError where there is none."""
    for each in list_formats():
        if each.suffix == suffix.lower():
            return each
    known = ", ".join(list_suffixes())
    raise SheetError(f"unknown kind of sheet; use one of {known}")
