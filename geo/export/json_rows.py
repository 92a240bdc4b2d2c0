"""Typed columns -> one JSON object a row, as text, column by column."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geo.strikes.schema import Column

__all__ = ["join_rows", "word_members", "word_objects", "word_values"]

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
        return _word_distinct(series, lambda day: f'"{day:%Y-%m-%d}"')
    return _word_texts(pa.array(series, _TEXT, from_pandas=True))


def _word_texts(texts: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Return texts in quotes; only those with signs that JSON escapes are taken one by one."""
    whole = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
    coded = whole.dictionary_encode()
    words = coded.dictionary
    quote = pa.scalar('"', _TEXT)
    quoted = _join(quote, words, quote)
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


def word_members(
    table: pd.DataFrame, columns: Iterable[Column], *, nulls: bool
) -> list[pa.Array | pa.Scalar]:
    """Return `"name": value` of each row for each column; a scalar where every row has the same.

    nulls: null is written as null, else it is a null of the array.
    """
    members: list[pa.Array | pa.Scalar] = []
    for column in columns:
        name = _json_text(column.name)
        values = word_values(table[column.name])
        if nulls and values.null_count == len(values):
            members.append(pa.scalar(f"{name}: null", _TEXT))
            continue
        worded = _join(pa.scalar(f"{name}: ", _TEXT), values)
        members.append(pc.fill_null(worded, f"{name}: null") if nulls else worded)
    return members


def word_objects(members: Sequence[pa.Array | pa.Scalar], rows: int) -> pa.Array:
    """Return one JSON object a row, of members that are left out where they are null."""
    joined = members[0] if members else pa.array([""] * rows, _TEXT)
    for member in members[1:]:
        # binary_join_element_wise with null_handling="skip" loses rows that are all null.
        both = _join(joined, member, between=", ")
        joined = pc.coalesce(both, joined, member)
    return _join(pa.scalar("{", _TEXT), pc.fill_null(joined, ""), pa.scalar("}", _TEXT))


def join_rows(texts: pa.Array, counts: np.ndarray) -> pa.Array:
    """Return one JSON list a row, of `counts` consecutive texts each."""
    offsets = pa.array(np.concatenate([[0], np.cumsum(counts)]), pa.int64())
    lists = pa.LargeListArray.from_arrays(offsets, texts)
    inner = pc.binary_join(lists, pa.scalar(", ", _TEXT))
    return _join(pa.scalar("[", _TEXT), inner, pa.scalar("]", _TEXT))


def _join(*parts: pa.Array | pa.Scalar, between: str = "") -> pa.Array:
    return pc.binary_join_element_wise(*parts, pa.scalar(between, _TEXT))
