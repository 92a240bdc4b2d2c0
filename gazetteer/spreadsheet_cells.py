"""Cells of CSV files: harmless for spreadsheets on the way out, taken back on the way in.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` (or their full-width forms, or a
tab or line break before them) as a formula. Such a text gets one apostrophe in front; so does a
text that already has apostrophes before such a beginning, so that `take_back` restores every
text exactly. Numbers are never touched.
"""

from __future__ import annotations

import re

__all__ = ["make_harmless", "read_decimal", "take_back"]

_DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_RUNS = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_WAS_MADE_HARMLESS = re.compile(r"'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")


def make_harmless(text: str) -> str:
    """Return the text with an apostrophe in front where a spreadsheet might run it."""
    return f"'{text}" if _RUNS.match(text) else text


def take_back(text: str) -> str:
    """Return the text as it was before `make_harmless`."""
    return text[1:] if _WAS_MADE_HARMLESS.match(text) else text


def read_decimal(text: str) -> float | None:
    """Return the number that a whole cell is, None where it is none.

    Python reads "3_6" as 36, "nan" as a number and digits of any script; no table means them.
    """
    return float(text) if _DECIMAL.fullmatch(text) else None
