"""Every container and every format that can be read, a module each, and which one a table is."""

from __future__ import annotations

from gazetteer.registry import find_members, name_members
from geo.errors import ReadError
from geo.reading.kinds import Container, Format
from geo.reading.table import Table

__all__ = ["CONTAINERS", "FORMATS", "FORMAT_NAMES", "READABLE", "choose_format",
           "find_container", "find_format"]  # fmt: skip

CONTAINERS = find_members("geo.reading.containers", Container)
_NAMED = tuple(sorted(
    (*name_members("geo.reading.formats", Format),
     *name_members("geo.reading.machine_coded", Format)),
    key=lambda pair: pair[0],
))  # fmt: skip
FORMATS = tuple(one for _, one in _NAMED)
# Short names to choose a format by: those of its modules.
FORMAT_NAMES = {name.replace("_", "-"): one for name, one in _NAMED}
# How the files end that can be read, in lower case with their point.
READABLE = tuple(suffix for container in CONTAINERS for suffix in container.suffixes)


def find_container(suffix: str) -> Container | None:
    """Return the container of files that end so, None where such files are not read."""
    return next((one for one in CONTAINERS if suffix.lower() in one.suffixes), None)


def find_format(table: Table) -> Format:
    """Return the format that is surest of a table."""
    return max(FORMATS, key=lambda one: one.recognise(table))


def choose_format(name: str) -> Format:
    """Return the format of a short name, such as "ucdp"; raises ReadError for any other."""
    found = FORMAT_NAMES.get(name.strip().casefold().replace("_", "-"))
    if found is None:
        raise ReadError(f"no format is called {name!r}; there are {', '.join(FORMAT_NAMES)}")
    return found
