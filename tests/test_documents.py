"""Documents that cannot drift: the two tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.schema import CLAIM_COLUMNS, STRIKE_COLUMNS

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("column", [*STRIKE_COLUMNS, *CLAIM_COLUMNS], ids=lambda c: c.name)
def test_every_column_is_told_as_it_is(column):
    told = (DOCS / "data.md").read_text(encoding="utf-8")
    required = ", required" if column.required else ""
    words = ", ".join(column.vocabulary or ())
    row = f"| {column.name} | {column.dtype}{required} | {column.meaning} | {words} |"
    assert row in told, f"docs/data.md lacks the row:\n{row}"
