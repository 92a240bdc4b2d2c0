"""Plain text as Markdown that says the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["escape", "make_table", "to_code"]

SPECIAL = re.compile(r"([\\*_\[\]{}|])")


def escape(text: str) -> str:
    """Return text whose marks are read as letters, on one line; what stands in `...` stays code."""
    parts = " ".join(text.split()).split("`")
    if len(parts) % 2 == 0:  # a ` of its own
        parts = ["`".join(parts)]
    return "`".join(
        part.replace("|", "\\|") if at % 2 else SPECIAL.sub(r"\\\1", part).replace("<", "&lt;")
        for at, part in enumerate(parts)
    )


def to_code(text: str, language: str = "text") -> str:
    """Return text as a block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


def make_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that are Markdown already."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
