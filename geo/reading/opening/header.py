"""Where a table begins: title rows, a header of one or two rows, no header at all, a tag row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.reading.columns import guess_columns
from geo.reading.table import Table

__all__ = ["Header", "find_header_rows", "find_tags", "take_tags"]

_MADE = re.compile(r"^column \d+$|'\d*$|'+$")  # what is made of names that are empty or alike
_LOOKED_AT = 30  # records in which the header is looked for
_DATA = re.compile(
    r"[-+]?\d[\d.,:/\- ]*%?|https?://\S+|\d{4}-\d\d-\d\d.*|[-+]?\d+(\.\d+)?[eE][-+]?\d+", re.ASCII
)
# https://hxlstandard.org: a hash, a tag, attributes that begin with a plus
_TAG = re.compile(r"#[a-z][a-z0-9_]*(?:\s*[+!]\s*[a-z0-9_]+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """The names of a table's columns, how many records stand before its data, and what to say.

    headerless: the first record is data, and the columns are numbered.
    """

    names: list[str]
    before: int
    notes: tuple[str, ...] = ()
    headerless: bool = False


def find_header_rows(records: Sequence[Sequence[str]]) -> Header:
    """Find the header among the first records of a table.

    The first record is the header, unless it looks like a title and a later one names columns,
    or it looks like data. A second row of names below merged headings is joined to it.
    """
    head = [[cell.strip() for cell in record] for record in records[:_LOOKED_AT]]
    widest = max((sum(map(bool, record)) for record in head), default=0)
    at = _find_names(head, widest)
    if at == 0 and _is_data(head[0]) and not guess_columns(head[0]):
        names = [f"column {number}" for number in range(1, len(head[0]) + 1)]
        return Header(names, 0, ("row 1 looks like data: the table has no column names",), True)
    titles = f"{at} title {'row' if at == 1 else 'rows'}"
    notes = [f"{titles} above the header passed over"] if at else []
    names = head[at]
    below, after = ([*head, [], []][number] for number in (at + 1, at + 2))
    if _are_two_rows(names, below, after):
        notes.append("the header has two rows, which are joined")
        return Header(_join(names, below), at + 2, tuple(notes))
    return Header(list(records[at]), at + 1, tuple(notes))


def _find_names(head: Sequence[Sequence[str]], widest: int) -> int:
    """Return the record that names the columns: the first, unless it is a title above one."""
    first = sum(map(bool, head[0]))
    known = len(guess_columns([cell for cell in head[0] if cell]))
    if (first > 2 and first > widest / 2) or known >= 2 or widest < 3:
        return 0
    for number, record in enumerate(head[1:], start=1):
        filled = [cell for cell in record if cell]
        if len(filled) < 0.6 * widest or _is_data(record):
            continue
        if len(set(filled)) > 0.6 * len(filled) and len(guess_columns(filled)) > known:
            return number
    return 0


def _is_data(record: Sequence[str]) -> bool:
    """Say whether most cells of a record are numbers, days or addresses, as names never are."""
    filled = [cell for cell in record if cell]
    values = sum(bool(_DATA.fullmatch(cell)) for cell in filled)
    return len(filled) > 1 and values >= 0.4 * len(filled)


def _are_two_rows(upper: Sequence[str], lower: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether a header goes on in the row below: names fill its gaps, and data follows."""
    if len(lower) < len(upper) or _has_data(lower) or find_tags(lower) or not _has_data(after):
        return False
    if _are_merged(upper, lower):
        return True
    gaps = [number for number, cell in enumerate(upper) if not cell]
    filled = sum(bool(lower[number]) for number in gaps)
    known = len(guess_columns([cell for cell in upper if cell]))
    joined = len(guess_columns(_join(upper, lower)))
    return len(gaps) >= 2 and filled >= 0.7 * len(gaps) and joined >= known


def _are_merged(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Say whether names stand below headings that reach over several columns, and nowhere else."""
    gaps = {number for number, cell in enumerate(upper) if not cell}
    below = gaps | {number - 1 for number in gaps if number}
    return bool(gaps) and below == {number for number, cell in enumerate(lower) if cell}


def _has_data(record: Sequence[str]) -> bool:
    return any(_DATA.fullmatch(cell) for cell in record if cell)


def _join(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Join merged headings to the names below them; a heading reaches to the next one."""
    names, heading = [], ""
    for number, name in enumerate(lower):
        above = upper[number] if number < len(upper) else ""
        heading = above or heading
        names.append(" ".join(filter(None, [heading, name])) if name else above)
    return names


def find_tags(record: Sequence[str]) -> list[str] | None:
    """Return the HXL hashtags of a record, '' between them; None where it is no row of tags."""
    cells = [cell.strip() for cell in record]
    filled = [cell for cell in cells if cell]
    if not filled or not all(_TAG.fullmatch(cell) for cell in filled):
        return None
    return cells


def take_tags(table: Table) -> Table:
    """Take a row of HXL hashtags out of the rows: the first or second; the header may be one."""
    header = find_tags([_MADE.sub("", name) for name in table.cells.columns])
    if header is not None and not table.headerless:
        pairs = zip(table.cells.columns, header, strict=True)
        return replace(table, tags={column: tag for column, tag in pairs if tag})
    for number in table.cells.index[:2]:
        tags = find_tags(table.cells.loc[number].tolist())
        if tags is not None:
            pairs = zip(table.cells.columns, tags, strict=True)
            tagged = {column: tag for column, tag in pairs if tag}
            return replace(
                table,
                cells=table.cells.drop(index=number),
                tags=tagged,
                notes=(*table.notes, f"row {number} holds HXL tags and is passed over"),
            )
    return table
