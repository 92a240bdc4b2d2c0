"""Errors of `geo`; each is a `StrikemapError` and a `ValueError`."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.errors import StrikemapError


class SchemaError(StrikemapError, ValueError):
    """A table breaks the contract of `geo.strikes`; the message names rows and remedy."""


class ReadError(StrikemapError, ValueError):
    """A file cannot be read as strikes at all; the message names file and remedy."""


class FilterError(StrikemapError, ValueError):
    """A filter or query string does not parse; the message names the part and remedy."""


class BoundaryError(StrikemapError, ValueError):
    """A boundary file lacks what the join needs; the message names file and remedy."""


class ExportError(StrikemapError, ValueError):
    """An output cannot be written; the message names the file and the remedy."""


class BatchError(StrikemapError):
    """A table in parts cannot be placed; the message names the part or worker and the remedy."""


class SheetError(StrikemapError, ValueError):
    """A briefing sheet cannot be made as asked; the message names the option and the remedy."""


class ReleaseError(StrikemapError, ValueError):
    """A release profile cannot be read, or nothing may leave by it; names file, key and remedy."""


class WorkspaceError(StrikemapError):
    """A workspace cannot be opened or written; the message names the file and the remedy."""


class CorrectionError(WorkspaceError):
    """A strike cannot be corrected so; the message names field, value and remedy."""


class StaleError(WorkspaceError):
    """Somebody wrote in between; the message shows both values and who wrote.

    stands: the row as it stands, None where it is gone; wanted: as it was to be written.
    """

    def __init__(
        self, message: str, stands: object | None = None, wanted: object | None = None
    ) -> None:
        super().__init__(message)
        self.stands, self.wanted = stands, wanted


class LayerError(StrikemapError, ValueError):
    """A layer cannot be read or drawn; the message names the file and the remedy."""


class SeveralLayersError(LayerError):
    """A file has several layers, and none was chosen; `layers` names them."""

    def __init__(self, message: str, layers: Sequence[str]) -> None:
        """Take what is said, and the layers to choose from."""
        super().__init__(message)
        self.layers = tuple(layers)

    def __reduce__(self) -> tuple[type[SeveralLayersError], tuple[str, tuple[str, ...]]]:
        """Go through pickle with the layers: an error comes out of another process."""
        return type(self), (str(self), self.layers)
