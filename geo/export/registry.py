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


def find_format(name: str) -> ExportFormat | None:
    """Return the format of a file's name by its ending in any case, None where there is none.

    The longest ending counts: "a.kepler.json" is none of ".json".
    """
    fitting = [one for one in list_suffixes() if name.lower().endswith(one)]
    longest = max(fitting, key=len, default="")
    return next((each for each in list_formats() if longest in each.suffixes), None)
