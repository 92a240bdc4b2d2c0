"""A mapping file: what a person chose for a table's columns, kept to be used again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from gazetteer.limits import require_plain
from geo.errors import ReadError
from geo.files import replace_files
from geo.reading.column_names import FIELDS
from geo.reading.dates import Order
from geo.strikes.schema import KINDS

__all__ = ["ColumnMapping", "parse_mapping", "read_mapping", "word_mapping", "write_mapping"]

_ORDERS = get_args(Order)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What a person said of tables of one make.

    columns: {column: word of geo.reading.column_names.FIELDS}. order: how 3/4/2015 is meant;
    None to find it out. kind: what struck, for rows that do not say.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    order: Order | None = None
    kind: str = "other"


def read_mapping(path: str | Path) -> ColumnMapping:
    """Read a mapping file: JSON such as {"columns": {"Ort": "place_text"}, "order": "day first"}.

    Raises ReadError, naming file, key and remedy, where it says what cannot be.
    """
    try:
        require_plain(Path(path))
        content = Path(path).read_bytes()
    except OSError as problem:
        raise ReadError(f"{path}: cannot be read ({problem.strerror}); check the path") from None
    return parse_mapping(content, Path(path).name)


def parse_mapping(content: bytes, name: str) -> ColumnMapping:
    """Return the mapping that a file of this name holds, as `read_mapping` does."""
    try:
        said = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise ReadError(f"{name}: no JSON ({problem}); write {_EXAMPLE}") from None
    if not isinstance(said, dict):
        raise ReadError(f"{name}: a mapping file is one JSON object; write {_EXAMPLE}")
    for key in said:
        if key not in ("columns", "order", "kind"):
            raise ReadError(f"{name}: key {key!r} is unknown; use columns, order and kind")
    return ColumnMapping(_read_columns(said, name), _read_order(said, name), _read_kind(said, name))


def write_mapping(mapping: ColumnMapping, path: str | Path) -> None:
    """Write a mapping file, as `read_mapping` reads it; raises ExportError where it cannot be."""
    replace_files({Path(path): word_mapping(mapping)})


def word_mapping(mapping: ColumnMapping) -> str:
    """Return the text of a mapping file."""
    said: dict[str, object] = {"columns": dict(mapping.columns), "kind": mapping.kind}
    if mapping.order is not None:
        said["order"] = mapping.order
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


_EXAMPLE = '{"columns": {"Town": "place_text"}, "order": "day first", "kind": "airstrike"}'


def _read_columns(said: Mapping[str, object], name: str) -> dict[str, str]:
    columns = said.get("columns", {})
    if not isinstance(columns, dict):
        raise ReadError(f"{name}: columns is no object of column and meaning; write {_EXAMPLE}")
    for column, meaning in columns.items():
        if not isinstance(meaning, str) or meaning not in FIELDS:
            raise ReadError(
                f"{name}: columns: {column!r} cannot mean {meaning!r}; use one of "
                f"{', '.join(FIELDS)}"
            )
    return {str(column): str(meaning) for column, meaning in columns.items()}


def _read_order(said: Mapping[str, object], name: str) -> Order | None:
    order = said.get("order")
    if order is None:
        return None
    for one in _ORDERS:
        if order == one:
            known: Order = one
            return known
    raise ReadError(f"{name}: order {order!r} is unknown; use one of {', '.join(_ORDERS)}")


def _read_kind(said: Mapping[str, object], name: str) -> str:
    kind = said.get("kind", "other")
    if kind not in KINDS:
        raise ReadError(f"{name}: kind {kind!r} is unknown; use one of {', '.join(KINDS)}")
    return str(kind)
