"""Reports: running text read into draft strikes, with the words that each was read from.

Uses gazetteer, and the words of geo.strikes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reports.document import Report, read_report_file
    from reports.draft import Aside, Draft
    from reports.errors import ReportError
    from reports.reading import Reading, read_report

__all__ = [
    "Aside",
    "Draft",
    "Reading",
    "Report",
    "ReportError",
    "read_report",
    "read_report_file",
]

# The module of each name, loaded when the name is first used; tests/reports/test_face.py holds it
# equal to the imports above.
_MODULES = {
    "Aside": "reports.draft",
    "Draft": "reports.draft",
    "Reading": "reports.reading",
    "Report": "reports.document",
    "ReportError": "reports.errors",
    "read_report": "reports.reading",
    "read_report_file": "reports.document",
}


if not TYPE_CHECKING:  # for a type checker the imports above are the names, and the only ones

    def __getattr__(name: str) -> object:
        """Return a public name from its module; AttributeError for any other."""
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module 'reports' has no attribute {name!r}")
        value = getattr(import_module(module), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Return every name, the public ones included that are not fetched yet."""
    return sorted({*globals(), *_MODULES})
