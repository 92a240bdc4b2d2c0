"""Typed columns -> one JSON object a row, as text, column by column."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geo.strikes.schema import Column

__all__ = [
    "Part", "bytes_of", "join_parts", "join_rows", "word_members", "word_objects", "word_values",
]  # fmt: skip

# The same text in every row, or each row's own.
Part: TypeAlias = str | pa.Array

_TEXT = pa.large_string()
_ESCAPED = r'["\\\x00-\x1f]'


def word_values(values: pd.Series | pd.Index) -> pa.Array:
    """Return each value as JSON text, null for null; days are ISO texts, every text is quoted."""
    series = pd.Series(values)
    if pd.api.types.is_integer_dtype(series.dtype):
        return pc.cast(pa.array(series, pa.int64(), from_pandas=True), _TEXT)
    if pd.api.types.is_float_dtype(series.dtype):
        return _word_distinct(series, repr)
    if pd.api.types.is_datetime64_any_dtype(series.dtype):
        return _word_distinct(series, lambda day: f'"{day.isoformat()[:10]}"')
    return _word_texts(pa.array(series, _TEXT, from_pandas=True))


def _word_texts(texts: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Return texts in quotes; only those with signs that JSON escapes are taken one by one."""
    whole = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
    coded = whole.dictionary_encode()
    words = coded.dictionary
    quoted = join_parts(['"', words, '"'])
    escaped = pc.match_substring_regex(words, _ESCAPED)
    if pc.any(escaped).as_py():
        odd = pa.array([_json_text(text) for text in words.filter(escaped).to_pylist()], _TEXT)
        quoted = pc.replace_with_mask(quoted, escaped, odd)
    return quoted.take(coded.indices)


def _json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _word_distinct(series: pd.Series, word: Callable[[Any], str]) -> pa.Array:
    codes, distinct = pd.factorize(series)
    texts = pa.array([word(value) for value in distinct.tolist()], _TEXT)
    return texts.take(pa.array(codes, mask=codes < 0))


def word_members(table: pd.DataFrame, columns: Sequence[Column]) -> list[Part]:
    """Return the parts of `"name": value, ...` of each row, null written as null."""
    parts: list[Part] = []
    for number, column in enumerate(columns):
        values = word_values(table[column.name])
        name = f"{', ' if number else ''}{_json_text(column.name)}: "
        empty = values.null_count == len(values)
        parts += [f"{name}null"] if empty else [name, pc.fill_null(values, "null")]
    return parts


def word_objects(table: pd.DataFrame, columns: Sequence[Column]) -> pa.Array:
    """Return one JSON object a row, of the members that have a value; the first always has one."""
    first, *others = columns
    parts: list[Part] = [f"{{{_json_text(first.name)}: ", word_values(table[first.name])]
    for column in others:
        values = word_values(table[column.name])
        name = f", {_json_text(column.name)}: "
        if not values.null_count:
            parts += [name, values]
        elif values.null_count < len(values):
            parts.append(pc.fill_null(join_parts([name, values]), ""))
    return join_parts([*parts, "}"])


def join_rows(texts: pa.Array, counts: np.ndarray) -> pa.Array:
    """Return one JSON list a row, of `counts` consecutive texts each."""
    offsets = pa.array(np.concatenate([[0], np.cumsum(counts)]), pa.int64())
    lists = pa.LargeListArray.from_arrays(offsets, texts)
    return join_parts(["[", pc.binary_join(lists, pa.scalar(", ", _TEXT)), "]"])


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


def bytes_of(texts: pa.Array) -> bytes:
    """Return the UTF-8 of all texts, one after the other; none is null."""
    _, offsets, data = texts.buffers()
    ends = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1]
    return bytes(memoryview(data)[int(ends[0]) : int(ends[-1])])
