"""Write what docs/architecture.md says of the rooms, from the paragraph each `__init__` opens with.

What it says of the map layer's scripts is the list in the README beside them. The tables of
figures in docs/method.md, docs/quality.md and docs/scale.md are drawn from bench/results.json, the
licences in docs/security.md from the packages that are installed.

    python -m tools.write_documents

A test compares the documents with what this would write, so that they cannot drift.
"""

from __future__ import annotations

import ast
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from gazetteer.limits import LIMITS
from tools.figures import TABLES, draw_table
from tools.supply.licences import draw_licences
from tools.supply.locks import read_lock

__all__ = [
    "MEASURED",
    "SECURITY",
    "describe_rooms",
    "insert_counts",
    "insert_figures",
    "insert_licences",
    "insert_limits",
    "insert_rooms",
    "list_scripts",
]  # fmt: skip

ROOT = Path(__file__).parents[1]
DOCUMENT, SECURITY = ROOT / "docs" / "architecture.md", ROOT / "docs" / "security.md"
SUPPORT = ROOT / "tests" / "support"
MEASURED = tuple(ROOT / "docs" / name for name in ("method.md", "quality.md", "scale.md"))
SCRIPTS = ROOT / "geo" / "webmap" / "static" / "README.md"
HOUSES = ("gazetteer", "geo", "reports", "strikemap", "tools")
BEGIN, END = r"<!-- {name}: [^\n]*-->\n", "<!-- {name} end -->"


def find_rooms() -> Iterator[Path]:
    """Yield the folder of every package, each house before the rooms in it."""
    for house in HOUSES:
        for path in sorted((ROOT / house).rglob("__init__.py")):
            yield path.parent


def read_paragraphs(folder: Path) -> list[str]:
    """Return the paragraphs that a room's `__init__` opens with, each in one line."""
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def describe_rooms() -> str:
    """Return a paragraph a room in Markdown, nested as the folders are."""
    lines = []
    for folder in find_rooms():
        path = folder.relative_to(ROOT)
        indent = "  " * (len(path.parts) - 1)
        lines.append(f"{indent}- **`{path.as_posix()}/`** {' '.join(read_paragraphs(folder))}")
    return "\n".join(lines)


def list_scripts() -> str:
    """Return the lines of the scripts' README that say what a folder of them holds."""
    lines = SCRIPTS.read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if line.startswith("- **`"))


def insert_rooms(document: str) -> str:
    """Return the document with rooms and scripts described anew, each between its two marks."""
    for name, described in (("rooms", describe_rooms()), ("scripts", list_scripts())):
        document = _insert(document, name, described)
    return document


def insert_figures(document: str) -> str:
    """Return the document with each table of figures that it marks drawn anew."""
    for name in TABLES:
        if f"<!-- figures {name}: " in document:
            document = _insert(document, f"figures {name}", f"\n{draw_table(name)}\n")
    return document


def insert_licences(document: str) -> str:
    """Return the document with the table of licences drawn anew."""
    return _insert(document, "licences", f"\n{draw_licences(read_lock())}\n")


def insert_limits(document: str) -> str:
    """Return the document with the table of what is read at most drawn anew."""
    rows = [f"| {one.what} | {one} | {one.why} |" for one in LIMITS]
    table = "\n".join(["| of | at most | why |", "|---|---|---|", *rows])
    return _insert(document, "limits", f"\n{table}\n")


def insert_counts(document: str) -> str:
    """Return the document with the numbers of hostile inputs that the tests make drawn anew."""
    if str(SUPPORT) not in sys.path:
        sys.path.append(str(SUPPORT))
    draw_counts = importlib.import_module("hostile.every").draw_counts
    return _insert(document, "hostile", f"\n{draw_counts()}\n")


def _insert(document: str, name: str, described: str) -> str:
    pattern = f"({BEGIN}).*?({END})".replace("{name}", name)
    return re.sub(pattern, lambda m: f"{m[1]}{described}\n{m[2]}", document, flags=re.DOTALL)


def main() -> None:
    """Write the documents in place."""
    DOCUMENT.write_text(insert_rooms(DOCUMENT.read_text("utf-8")), encoding="utf-8")
    for path in MEASURED:
        path.write_text(insert_figures(path.read_text("utf-8")), encoding="utf-8")
    security = insert_counts(insert_limits(insert_licences(SECURITY.read_text("utf-8"))))
    SECURITY.write_text(security, encoding="utf-8")


if __name__ == "__main__":
    main()
