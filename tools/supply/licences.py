"""The licences of what the product runs on, each one read and compatible with its own, MIT."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.metadata import metadata

from tools.supply.locks import normal

__all__ = ["ALLOWED", "READ", "draw_licences", "is_allowed", "licence_of"]

# SPDX. Each lets a program under MIT use the package as it comes, in what is open or sold; weak
# copyleft asks for the package's own changes alone. The GPL and its kin are not among them.
ALLOWED = frozenset(
    ("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-CMU",
     "MPL-2.0", "OFL-1.1", "PSF-2.0", "Zlib")
)  # fmt: skip
# What packages say only in words of their own, read in the licence file of the pinned version;
# matplotlib's is the Python Software Foundation's with the name changed.
READ = {
    "altair": "BSD-3-Clause",
    "anyascii": "ISC",
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "itsdangerous": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "kiwisolver": "BSD-3-Clause",
    "markdown-it-py": "MIT",
    "matplotlib": "PSF-2.0",
    "mdurl": "MIT",
    "protobuf": "BSD-3-Clause",
    "pydeck": "Apache-2.0",
    "pyogrio": "MIT",
    "shellingham": "ISC",
    "xstatic-leaflet": "BSD-2-Clause",
}


def licence_of(name: str) -> str:
    """Return the SPDX expression of an installed package's licence.

    Raises ValueError where the package says none and nobody has read it.
    """
    said = metadata(name)
    own = [said[field] for field in ("License-Expression", "License") if field in said]
    found = next(filter(is_expression, own), READ.get(normal(name), ""))
    if not is_expression(found):
        raise ValueError(
            f"{name}: its metadata name no SPDX licence; read its licence file and say it in"
            " READ of tools/supply/licences.py"
        )
    return found


def is_expression(text: str) -> bool:
    """Return whether a text is SPDX names with AND and OR, and not a licence in full."""
    return bool(re.fullmatch(r"[A-Za-z0-9.-]+( (?:AND|OR) [A-Za-z0-9.-]+)*", text))


def is_allowed(expression: str) -> bool:
    """Return whether one side of every OR has allowed licences alone; AND binds closer."""
    return any(
        all(part in ALLOWED for part in side.split(" AND ")) for side in expression.split(" OR ")
    )


def draw_licences(names: Iterable[str]) -> str:
    """Return a table in Markdown: each licence with the packages under it."""
    under: dict[str, list[str]] = {}
    for name in sorted(names):
        under.setdefault(licence_of(name), []).append(name)
    rows = [f"| {licence} | {', '.join(found)} |" for licence, found in sorted(under.items())]
    return "\n".join(["| licence | packages |", "|---|---|", *rows])
