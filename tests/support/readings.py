"""Readings of tables written in a test, and why their rows are refused."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from geo.reading.read import read_strikes
from geo.reading.result import Reading
from geo.strikes.checks import check_claims, validate


def read(text: str, **options: object) -> Reading:
    """Read a CSV's text; what comes back keeps the contract."""
    reading = read_strikes(text.encode(), name="Field notes.csv", **options)  # type: ignore[arg-type]
    check_claims(reading.claims, validate(reading.strikes))
    return reading


def reasons(reading: Reading) -> dict[int, str]:
    """Return why rows are refused, by the row that a spreadsheet shows."""
    return dict(zip(reading.rejected["row"], reading.rejected["reason"], strict=True))


def read_table_text(
    columns: Sequence[str], rows: Sequence[Mapping[str, str]], *, name: str = "events.csv"
) -> Reading:
    """Read a table of the given rows as a CSV file; what comes back keeps the contract."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    reading = read_strikes(text.getvalue().encode(), name=name)
    check_claims(reading.claims, validate(reading.strikes))
    return reading
