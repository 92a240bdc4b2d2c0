"""Formats added for a test as CONTRIBUTING says: their one file, put beside those that ship."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from paths import ROOT

from geo.briefing import formats as sheet_formats
from geo.briefing.registry import list_formats as list_sheet_formats
from geo.export import formats as export_formats
from geo.export.registry import list_formats as list_export_formats


def example_of(heading: str) -> str:
    """Return the Python file that a section of CONTRIBUTING shows."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"```python\n(.*?)```", section, re.DOTALL)[0]


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
    """Have the export format .jsonl."""
    text = example_of("Add an export format")
    with added(export_formats, list_export_formats, text, folder):
        yield


@contextmanager
def added_sheet(folder: Path) -> Iterator[None]:
    """Have the format of sheets .txt."""
    text = example_of("Add a briefing output")
    with added(sheet_formats, list_sheet_formats, text, folder):
        yield
