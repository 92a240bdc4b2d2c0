"""Formats added for a test as CONTRIBUTING says: their one file, put beside those that ship."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from paths import ROOT
from written_steps import read_blocks

from geo.briefing import formats as sheet_formats
from geo.briefing.registry import list_formats as list_sheet_formats
from geo.export import formats as export_formats
from geo.export.registry import list_formats as list_export_formats


def example_of(path: str) -> str:
    """Return the text of a file that CONTRIBUTING shows below "Add a format"."""
    blocks = read_blocks(ROOT / "CONTRIBUTING.md", "Add a format")
    return next(block.text for block in blocks if block.path == path)


@contextmanager
def added(package: ModuleType, registry: Any, text: str, folder: Path) -> Iterator[None]:
    """Have a module `example` of this text in a package of formats."""
    (folder / "example.py").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(package, "__path__", [*package.__path__, str(folder)])
        registry.cache_clear()
        try:
            yield
        finally:
            registry.cache_clear()
            sys.modules.pop(f"{package.__name__}.example", None)
            vars(package).pop("example", None)


@contextmanager
def added_export(folder: Path) -> Iterator[None]:
    """Have the export format .ids."""
    text = example_of("geo/export/formats/ids.py")
    with added(export_formats, list_export_formats, text, folder):
        yield


@contextmanager
def added_sheet(folder: Path) -> Iterator[None]:
    """Have the format of sheets .titles."""
    text = example_of("geo/briefing/formats/titles.py")
    with added(sheet_formats, list_sheet_formats, text, folder):
        yield
