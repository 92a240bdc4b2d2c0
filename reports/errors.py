"""The errors of reports."""

from __future__ import annotations

from gazetteer.errors import StrikemapError

__all__ = ["ReportError"]


class ReportError(StrikemapError, ValueError):
    """A report cannot be read; the message names file and remedy."""
