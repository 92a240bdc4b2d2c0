"""Errors of the gazetteer, and the root of all: catch `StrikemapError` to catch every one."""


class StrikemapError(Exception):
    """Root of every error that strikemap raises on purpose."""


class GazetteerError(StrikemapError, ValueError):
    """A gazetteer table cannot be used; the message names file, row and remedy."""


class FetchError(StrikemapError):
    """A file could not be fetched; the message names the address, the reason and the remedy."""
