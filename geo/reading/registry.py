"""Every container and every format that can be read, a module each, and which one a table is."""

from __future__ import annotations

from gazetteer.registry import find_members
from geo.reading.kinds import Container, Format
from geo.reading.table import Table

__all__ = ["CONTAINERS", "FORMATS", "READABLE", "find_container", "find_format"]

CONTAINERS = find_members("geo.reading.containers", Container)
FORMATS = find_members("geo.reading.formats", Format)
# How the files end that can be read, in lower case with their point.
READABLE = tuple(suffix for container in CONTAINERS for suffix in container.suffixes)


def find_container(suffix: str) -> Container | None:
    """Return the container of files that end so, None where such files are not read."""
    return next((one for one in CONTAINERS if suffix.lower() in one.suffixes), None)


def find_format(table: Table) -> Format:
    """Return the format that is surest of a table."""
    return max(FORMATS, key=lambda one: one.recognise(table))
