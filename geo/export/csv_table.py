"""Any table as CSV that a spreadsheet reads and never runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pandas as pd
import pyarrow as pa

from gazetteer.spreadsheet_cells import make_harmless
from geo.export.json_rows import Part, bytes_of, join_parts
from geo.files import Piece

__all__ = ["EXCEL_MARK", "rejected_to_csv", "stream_csv", "table_to_csv"]

# Without this byte order mark Excel reads a CSV in the code page of its system, and Arabic names
# turn into other letters.
EXCEL_MARK = "\ufeff"
_QUOTED = re.compile('[,;"\n\r\t]')
_AT_ONCE = 50_000  # rows in memory as text, some 30 MB


def table_to_csv(
    table: pd.DataFrame, *, harmless: bool = True, under_header: Sequence[str] = ()
) -> str:
    """Return what `stream_csv` writes as one text."""
    return b"".join(stream_csv(table, harmless=harmless, under_header=under_header)).decode()


def stream_csv(
    table: pd.DataFrame, *, mark: str = "", harmless: bool = True, under_header: Sequence[str] = ()
) -> Iterator[Piece]:
    """Write any table as CSV without its index, in UTF-8, piece by piece; null is an empty cell.

    mark: what the file begins with. under_header: a row between the header and the first row, such
    as HXL hashtags.
    """
    header = ",".join(_cell(name, harmless=harmless) for name in table.columns)
    second = [",".join(under_header)] if under_header else []
    yield (mark + "".join(f"{line}\n" for line in (header, *second))).encode()
    plain = pd.DataFrame(table)
    for first in range(0, len(plain) if len(plain.columns) else 0, _AT_ONCE):
        yield bytes_of(_join_rows(plain.iloc[first : first + _AT_ONCE], harmless=harmless))


def rejected_to_csv(rejected: pd.DataFrame) -> str:
    """Return the refused rows as CSV for Excel: row, reason, their own columns, made harmless."""
    return EXCEL_MARK + table_to_csv(rejected)


def _join_rows(rows: pd.DataFrame, *, harmless: bool) -> pa.Array:
    parts: list[Part] = []
    for _, values in rows.items():
        parts += [",", _cells(values, harmless=harmless)]
    whole = pa.array([""] * len(rows), pa.large_string())  # of which every row has one
    return join_parts([whole, *parts[1:], "\n"])


def _cells(values: pd.Series, *, harmless: bool) -> Part:
    """Write each distinct value once."""
    if values.isna().all():
        return ""
    codes, distinct = pd.factorize(values if values.dtype == "str" else values.astype(object))
    written = [*(_cell(value, harmless=harmless) for value in distinct), ""]  # the last, for null
    return pa.array(written, pa.large_string()).take(pa.array(codes % len(written)))


def _cell(value: object, *, harmless: bool) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if not isinstance(value, str):
        return str(value)
    text = value.replace("\0", "\ufffd")
    text = make_harmless(text) if harmless else text
    quoted = text != text.strip() or _QUOTED.search(text) is not None
    return '"' + text.replace('"', '""') + '"' if quoted else text
