"""CSV and the like: text with a separator between cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from statistics import mode

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv

from geo.errors import ReadError
from geo.reading.kinds import Container
from geo.reading.opening.header import Header, find_header_rows, take_tags
from geo.reading.opening.letters import read_letters
from geo.reading.opening.quotes import refuse_swallowed
from geo.reading.table import Table, check_width, line_up, unique_names

__all__ = ["DELIMITED"]

_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe"}
_LONGEST_CELL = 10_000_000  # characters
_LOOKED_AT = 30  # records in which the header is looked for
_BEGINNING = 1 << 18  # characters in which those records mostly are
_BLOCK = 1 << 24  # bytes that are cut into rows at once


def _read(content: bytes, name: str) -> Table:
    text, encoding_note = read_letters(content, name)
    text, separator = _take_separator_line(text)
    body = text.rstrip("\r\n")
    csv.field_size_limit(_LONGEST_CELL)
    try:
        separator = separator or _find_separator(body)
        head = _first_records(body, separator)
        if not head or not any(cell.strip() for cell in head[0]):
            raise ReadError(f"{name}: row 1 is empty; put the column names into the first row")
        header = find_header_rows(head)
        check_width(len(header.names), name)
        table = _read_fast(body, name, header, separator) or _read_slowly(
            body, name, header, separator
        )
        if '"' in body:
            table = refuse_swallowed(table, separator, lines=body.count("\n") + 1)
    except csv.Error as error:
        raise ReadError(f"{name}: not readable as CSV ({error}); save it again as CSV") from error
    notes = [encoding_note] if encoding_note else []
    if separator != ",":
        notes.append(f"cells are separated by {_SEPARATORS.get(separator, repr(separator))}")
    notes += [*header.notes, *table.notes]
    return take_tags(
        replace(table, notes=tuple(notes), delimited=True, headerless=header.headerless)
    )


def _take_separator_line(text: str) -> tuple[str, str | None]:
    """Cut off the line `sep=;` that Excel writes and reads, and return its separator."""
    found = re.match(r'"?sep=(.)"?[ \t]*\r?\n', text, re.IGNORECASE)
    return (text[found.end() :], found[1]) if found else (text, None)


def _find_separator(text: str) -> str:
    """Return the separator that cuts the first lines into most columns, and into equally many.

    A first line that no other is like is a title: the lines below it decide.
    """
    lengths = {one: [len(record) for record in _first_records(text, one) if record] or [0]
               for one in _SEPARATORS}  # fmt: skip
    chosen = max(_SEPARATORS, key=lambda one: _count_cuts(lengths[one], lengths[one][0]))
    first = lengths[chosen][0]
    if _count_cuts(lengths[chosen][1:], first)[1] and first > 1:
        return chosen
    below = {one: _count_cuts(counts, mode(counts)) for one, counts in lengths.items()}
    likely = [one for one, (columns, lines) in below.items() if columns > 1 < lines]
    return max(likely, key=lambda one: below[one][::-1], default=chosen)


def _count_cuts(lengths: Sequence[int], columns: int) -> tuple[int, int]:
    """Return a number of columns, and the records that are cut into as many."""
    return columns, sum(length == columns for length in lengths)


def _first_records(text: str, separator: str) -> list[list[str]]:
    """Return the first records; no more of a long text is copied than holds them."""
    for size in (_BEGINNING, len(text)):
        beginning = io.StringIO(text[:size], newline="")
        records = list(islice(csv.reader(beginning, delimiter=separator), _LOOKED_AT))
        if beginning.tell() < size:  # what ends at the cut may go on behind it
            break
    return records


def _read_fast(text: str, name: str, header: Header, separator: str) -> Table | None:
    """Read a table that holds nothing odd with pyarrow; None where a row does not fit."""
    if header.before > 1:
        return None
    names = unique_names(header.names)
    try:
        cells = pa.csv.read_csv(
            pa.BufferReader(text.encode()),
            read_options=pa.csv.ReadOptions(
                column_names=names, skip_rows_after_names=header.before, block_size=_BLOCK
            ),
            parse_options=pa.csv.ParseOptions(
                delimiter=separator,
                newlines_in_values='"' in text,
                ignore_empty_lines=False,
            ),
            convert_options=pa.csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.large_string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid:
        return None
    frame = cells.to_pandas()
    frame.index = pd.RangeIndex(header.before + 1, header.before + 1 + len(frame))
    blank = _find_blank(frame)
    numbers = frame.index[blank]
    return Table(name, frame[~blank] if len(numbers) else frame, blank=tuple(numbers.tolist()))


def _find_blank(frame: pd.DataFrame) -> np.ndarray:
    """Return which rows hold no text; later columns are looked at only where earlier are empty."""
    rows = np.arange(len(frame))
    for name in frame.columns:
        rows = rows[(frame[name].iloc[rows].str.strip() == "").to_numpy()]
        if not len(rows):
            break
    blank = np.zeros(len(frame), dtype=bool)
    blank[rows] = True
    return blank


def _read_slowly(text: str, name: str, header: Header, separator: str) -> Table:
    records = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    body = islice(records, header.before, None)
    return line_up(name, header.names, _number(body, header.before))


def _number(records: Iterable[list[str]], before: int) -> Iterator[tuple[int, list[str]]]:
    return enumerate(records, start=before + 1)


DELIMITED = Container("CSV", (".csv", ".tsv", ".txt", ".tab", ".psv"), _read)
