"""The export formats there are: the command line, the app's downloads and tests walk this list."""

from __future__ import annotations

from functools import cache

from gazetteer.registry import find_members
from geo.export.format import ExportFormat

__all__ = ["find_format", "list_formats", "list_suffixes"]


@cache
def list_formats() -> tuple[ExportFormat, ...]:
    """Return every export format, in the order of help and pages."""
    found = find_members("geo.export.formats", ExportFormat)
    return tuple(sorted(found, key=lambda each: each.order))


def list_suffixes() -> tuple[str, ...]:
    """Return the endings that can be written."""
    return tuple(suffix for each in list_formats() for suffix in each.suffixes)


def find_format(suffix: str) -> ExportFormat | None:
    """Return the format of an ending in any case, None where there is none."""
    wanted = suffix.lower()
    return next((each for each in list_formats() if wanted in each.suffixes), None)
