"""A format that is added for one test: its one file, put beside those that ship."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from geo.briefing import formats as sheet_formats
from geo.briefing.registry import list_formats as list_sheet_formats
from geo.export import formats as export_formats
from geo.export.registry import list_formats as list_export_formats

TOY_EXPORT = """
from geo.export.format import ExportFormat

FORMAT = ExportFormat(
    suffixes=(".toy",),
    sentence="Toy, the ids of the strikes",
    mime="text/x-toy",
    render=lambda outgoing: " ".join(outgoing.strikes.index),
    label="Toy: ids only",
)
"""


TOY_SHEET = """
from geo.briefing.sheet_format import SheetFormat

FORMAT = SheetFormat(
    suffix=".toy",
    sentence="Toy, the titles and descriptions of the sheets",
    label="Toy",
    mime="text/x-toy",
    render=lambda sheets: "\\n".join(f"{s.title}\\n{s.description}" for s in sheets).encode(),
    read_description=lambda path: path.read_text().splitlines()[1],
    several=True,
)
"""


@contextmanager
def added(package: ModuleType, registry: Any, text: str, folder: Path) -> Iterator[None]:
    """Have a module `toy` of this text in a package of formats."""
    (folder / "toy.py").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(package, "__path__", [*package.__path__, str(folder)])
        registry.cache_clear()
        try:
            yield
        finally:
            registry.cache_clear()
            sys.modules.pop(f"{package.__name__}.toy", None)
            vars(package).pop("toy", None)


@contextmanager
def toy_export(folder: Path) -> Iterator[None]:
    """Have an export format .toy, which writes the ids of the strikes."""
    with added(export_formats, list_export_formats, TOY_EXPORT, folder):
        yield


@contextmanager
def toy_sheet(folder: Path) -> Iterator[None]:
    """Have a format of sheets .toy, which writes their titles and descriptions."""
    with added(sheet_formats, list_sheet_formats, TOY_SHEET, folder):
        yield
