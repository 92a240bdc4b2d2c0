"""Any table as CSV that a spreadsheet reads and never runs."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from gazetteer.spreadsheet_cells import make_harmless

__all__ = ["EXCEL_MARK", "rejected_to_csv", "table_to_csv"]

# Without this byte order mark Excel reads a CSV in the code page of its system, and Arabic names
# turn into other letters.
EXCEL_MARK = "\ufeff"


def table_to_csv(
    table: pd.DataFrame, *, harmless: bool = True, under_header: Sequence[str] = ()
) -> str:
    """Return any table as CSV without its index; null is an empty cell.

    under_header: a row between the header and the first row, such as HXL hashtags.
    """
    header = ",".join(_cell(name, harmless=harmless) for name in table.columns)
    columns = [_cells(cells, harmless=harmless) for _, cells in pd.DataFrame(table).items()]
    second = [",".join(under_header)] if under_header else []
    lines = [header, *second, *(",".join(row) for row in zip(*columns, strict=True))]
    return "\n".join(lines) + "\n"


def rejected_to_csv(rejected: pd.DataFrame) -> str:
    """Return the refused rows as CSV for Excel: row, reason, their own columns, made harmless."""
    return EXCEL_MARK + table_to_csv(rejected)


def _cells(values: pd.Series, *, harmless: bool) -> list[str]:
    """Write each distinct value once."""
    if values.isna().all():
        return [""] * len(values)
    codes, distinct = pd.factorize(values.astype(object))
    written = [_cell(value, harmless=harmless) for value in distinct]
    return [written[code] if code >= 0 else "" for code in codes]


def _cell(value: object, *, harmless: bool) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if not isinstance(value, str):
        return str(value)
    text = value.replace("\0", "\ufffd")
    text = make_harmless(text) if harmless else text
    quoted = text != text.strip() or any(sign in text for sign in ',;"\n\r\t')
    return '"' + text.replace('"', '""') + '"' if quoted else text
