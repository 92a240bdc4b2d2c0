"""Typed columns -> one JSON object a row, as text, column by column."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geo.strikes.schema import Column

__all__ = [
    "Part", "Words", "bytes_of", "join_lists", "join_parts", "or_null", "word_columns",
    "word_members", "word_objects", "word_values",
]  # fmt: skip

# The same text in every row, or each row's own.
Part: TypeAlias = str | pa.Array

_TEXT = pa.large_string()
_ESCAPED = r'["\\\x00-\x1f]'


@dataclass(frozen=True, slots=True)
class Words:
    """The values of a column as texts, null for null.

    quote: what stands around each in JSON. is_free: the texts may hold signs that JSON escapes.
    """

    texts: pa.Array
    quote: str = ""
    is_free: bool = False

    @property
    def nulls(self) -> int:
        """How many rows have no value."""
        return int(self.texts.null_count)

    def take(self, first: int, last: int) -> Words:
        """Return the rows from `first` on, without `last`."""
        return replace(self, texts=self.texts.slice(first, last - first))

    def to_parts(self) -> list[Part]:
        """Return the parts of each value as JSON; where it is null, one of them is."""
        if self.is_free and _holds_escaped(self.texts):
            return [_escape(self.texts)]
        return [self.quote, self.texts, self.quote] if self.quote else [self.texts]


def word_values(values: pd.Series | pd.Index) -> Words:
    """Return each value as text, null for null; days are ISO texts."""
    series = pd.Series(values)
    if pd.api.types.is_integer_dtype(series.dtype):
        return Words(pc.cast(pa.array(series, pa.int64(), from_pandas=True), _TEXT))
    if pd.api.types.is_float_dtype(series.dtype):
        return Words(_word_numbers(series.to_numpy(dtype="float64")))
    if pd.api.types.is_datetime64_any_dtype(series.dtype):
        return Words(pa.array(series).cast(pa.date32()).cast(_TEXT), '"')
    texts = pa.array(series, _TEXT, from_pandas=True)
    whole = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
    return Words(whole, '"', is_free=True)


def word_columns(table: pd.DataFrame, columns: Iterable[Column]) -> dict[str, Words]:
    """Return the columns of a table as texts, by their names."""
    return {column.name: word_values(table[column.name]) for column in columns}


def _word_numbers(numbers: np.ndarray) -> pa.Array:
    """Return numbers as repr writes them, each distinct one once; NaN is null."""
    codes, bits = pd.factorize(np.ascontiguousarray(numbers).view("int64"))
    distinct = bits.view("float64")
    texts = pa.array([None if np.isnan(one) else repr(one) for one in distinct.tolist()], _TEXT)
    return texts.take(pa.array(codes))


def _holds_escaped(texts: pa.Array) -> bool:
    """Say whether one of the texts holds a sign that JSON escapes."""
    signs = np.frombuffer(bytes_of(texts), np.uint8)
    return bool(((signs < ord(" ")) | (signs == ord('"')) | (signs == ord("\\"))).any())


def _escape(texts: pa.Array) -> pa.Array:
    """Return texts in quotes; only those with signs that JSON escapes are taken one by one."""
    coded = texts.dictionary_encode()
    words = coded.dictionary
    quoted = join_parts(['"', words, '"'])
    escaped = pc.match_substring_regex(words, _ESCAPED)
    odd = pa.array([_json_text(text) for text in words.filter(escaped).to_pylist()], _TEXT)
    return pc.replace_with_mask(quoted, escaped, odd).take(coded.indices)


def _json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def word_members(columns: Mapping[str, Words]) -> list[Part]:
    """Return the parts of `"name": value, ...` of each row, null written as null."""
    parts: list[Part] = []
    for name, words in columns.items():
        parts.append(f"{', ' if parts else ''}{_json_text(name)}: ")
        if words.nulls == len(words.texts):
            parts.append("null")
        else:
            parts += [or_null(words.to_parts())] if words.nulls else words.to_parts()
    return parts


def or_null(parts: Sequence[Part]) -> pa.Array:
    """Return one text a row, the word null where a part is."""
    return pc.fill_null(join_parts(parts), "null")


def word_objects(columns: Mapping[str, Words]) -> list[Part]:
    """Return the parts of one JSON object a row, without nulls; the first column has none."""
    parts: list[Part] = []
    for name, words in columns.items():
        member = [f"{', ' if parts else '{'}{_json_text(name)}: ", *words.to_parts()]
        if not words.nulls:
            parts += member
        elif words.nulls < len(words.texts):
            parts.append(pc.fill_null(join_parts(member), ""))
    return [*parts, "}"]


def join_lists(parts: Sequence[Part], counts: np.ndarray) -> list[Part]:
    """Return the parts of one JSON list a row, of `counts` consecutive rows of `parts` each."""
    if (counts == 1).all():
        return ["[", *parts, "]"]
    offsets = pa.array(np.concatenate([[0], np.cumsum(counts)]), pa.int64())
    lists = pa.LargeListArray.from_arrays(offsets, join_parts(parts))
    return ["[", pc.binary_join(lists, pa.scalar(", ", _TEXT)), "]"]


def join_parts(parts: Iterable[Part]) -> pa.Array:
    """Return one text a row, of parts that every row has or that each has its own of."""
    joined: list[Part] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        else:
            joined.append(part)
    each = [pa.scalar(part, _TEXT) if isinstance(part, str) else part for part in joined]
    return pc.binary_join_element_wise(*each, pa.scalar("", _TEXT))


def bytes_of(texts: pa.Array) -> memoryview:
    """Return the UTF-8 of all texts, one after the other, as it lies in memory."""
    _, offsets, data = texts.buffers()
    if data is None:
        return memoryview(b"")
    ends = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1]
    return memoryview(data)[int(ends[0]) : int(ends[-1])]
