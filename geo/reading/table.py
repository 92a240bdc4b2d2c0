"""One table of text cells, whatever it came in, its rows lined up with the header."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeGuard

import pandas as pd

__all__ = ["NOT_A_POINT", "OWN_NAMES", "Table", "TextPoint", "cell_text", "line_up",
           "table_of_records", "unique_names"]  # fmt: skip

# By these columns our own strikes table is known, whole or in part.
OWN_NAMES = ("strike_id", "kind", "date_start", "date_end", "date_precision")
NOT_A_POINT = "the geometry is not a point; give a point or leave the geometry out"

_MOST_PRIMES = 3

TextPoint = tuple[str, str] | str  # lon and lat, both '' for no geometry; or why it is no point


@dataclass(frozen=True)
class Table:
    """A file's rows as text; an empty cell is ''.

    `cells` and `broken` are indexed by row number: the line a spreadsheet shows (the header is
    row 1), or the row's number from 1 where there is no header line. `broken` rows cannot be
    lined up with the columns; their `reason` says why. `claims` is there where the file carries
    a claims table of its own. `blank` are the numbers of rows without any text. The cells of a
    `delimited` table stood in a text file, as a spreadsheet would read and write them. A
    `headerless` table has no names: its columns are numbered. `tags` are HXL hashtags by column.
    A `typed` table is one of our own whose container keeps types: its cells are not text, and
    `text_table` makes it one of text.
    """

    name: str
    cells: pd.DataFrame
    broken: pd.Series = field(default_factory=lambda: pd.Series(dtype=object))
    claims: Table | None = None
    notes: tuple[str, ...] = ()
    blank: tuple[int, ...] = ()
    delimited: bool = False
    headerless: bool = False
    tags: Mapping[str, str] = field(default_factory=dict)
    typed: bool = False


def line_up(name: str, header: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]) -> Table:
    """Return a table of the numbered rows that fit the header, and why others do not."""
    names = unique_names(header)
    fitting: dict[int, Sequence[str]] = {}
    broken: dict[int, str] = {}
    blank: list[int] = []
    for number, cells in rows:
        if not any(cell.strip() for cell in cells):
            blank += [number] * (len(cells) == len(names))
            continue
        if len(cells) == len(names):
            fitting[number] = cells
        else:
            broken[number] = (
                f"{len(cells)} cells where the header has {len(names)} "
                f"({' | '.join(cells)[:120]}); quote cells that hold the separator"
            )
    kept = pd.DataFrame(list(fitting.values()), index=list(fitting), columns=names, dtype="str")
    return Table(name, kept, pd.Series(broken, dtype=object), blank=tuple(blank))


def unique_names(header: Iterable[object]) -> list[str]:
    """Return column names of which no two are alike: empty ones numbered, others with primes."""
    names: dict[str, None] = {}
    alike: dict[str, int] = {}
    for position, raw in enumerate(header, start=1):
        name = str(raw).strip() or f"column {position}"
        primes = alike.get(name, 0)
        unique = f"{name}{_prime(primes)}"
        while unique in names:
            primes += 1
            unique = f"{name}{_prime(primes)}"
        alike[name] = primes + 1
        names[unique] = None
    return list(names)


def _prime(times: int) -> str:
    """Return primes for the first names alike, then their number."""
    return "'" * times if times <= _MOST_PRIMES else f"'{times}"


def table_of_records(
    name: str, records: Sequence[Mapping[str, object]], points: Sequence[TextPoint]
) -> Table:
    """Return a table of typed records, each with a point as its columns lon and lat.

    Rows are numbered from 1. A list of records in `claims`, where our own exports keep them,
    becomes the claims table.
    """
    inner = [record.get("claims") for record in records]
    claims = [claim for cell in inner if _are_records(cell) for claim in cell]
    placed = [
        {
            **{
                _aside(key): cell_text(value)
                for key, value in record.items()
                if key != "claims" or not _are_records(value)
            },
            **({} if isinstance(point, str) else {"lon": point[0], "lat": point[1]}),
        }
        for record, point in zip(records, points, strict=True)
    ]
    cells = _number(placed)
    broken = {
        number: why for number, why in zip(cells.index, points, strict=True) if isinstance(why, str)
    }
    texts = [{key: cell_text(value) for key, value in claim.items()} for claim in claims]
    return Table(
        name,
        cells.drop(index=list(broken)),
        pd.Series(broken, dtype=object),
        Table(name, _number(texts)) if texts else None,
    )


def _are_records(value: object) -> TypeGuard[list[dict[str, object]]]:
    return isinstance(value, list) and all(isinstance(record, dict) for record in value)


def _number(texts: Sequence[Mapping[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(texts, index=range(1, len(texts) + 1), dtype=object).fillna("")


def _aside(key: object) -> str:
    """Keep a property called like the geometry's own columns out of their way."""
    return f"{key} (property)" if key in ("lon", "lat") else str(key)


def cell_text(value: object) -> str:
    """Return a typed cell as text: ISO dates, whole numbers without a point, '' for null."""
    if isinstance(value, str):
        # JSON may hold halves of surrogate pairs, which no file can.
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if value is None or value is pd.NaT or value is pd.NA:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
