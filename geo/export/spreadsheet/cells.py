"""Typed columns -> the cells of a sheet, as SpreadsheetML (ECMA-376, part 1, clause 18.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from gazetteer.spreadsheet_cells import make_harmless
from geo.export.json_rows import Part, join_parts, word_values

__all__ = ["DAY", "HEADER", "MOST_LETTERS", "PLAIN", "QUOTED", "WRAPPED", "find_long",
           "name_column", "word_cells", "word_text"]  # fmt: skip

# Numbers of the formats of cells that `package` writes.
PLAIN, DAY, QUOTED, HEADER, WRAPPED = range(5)
MOST_LETTERS = 32_767  # of a cell in Excel, in units of UTF-16
_TEXT = pa.large_string()
_EPOCH = 25_569  # the number that Excel has for 1970-01-01
_FIRST = 61  # 1900-03-01: before it Excel counts a day that never was
# What XML cannot hold, and what would be read as the way to write that (ECMA-376, 22.4.2.4).
_ODD = r"[\x00-\x08\x0b-\x1f\x{fffe}\x{ffff}]|_x[0-9A-Fa-f]{4}_"
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def name_column(number: int) -> str:
    """Return the letters of a column by its number from 1.

    >>> name_column(1), name_column(26), name_column(27), name_column(703)
    ('A', 'Z', 'AA', 'AAA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def word_text(text: str) -> str:
    """Return a text as XML in a cell of Excel holds it."""
    plain = _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def word_cells(
    values: pd.Series | pd.Index, number: int, rows: pa.Array, style: int = PLAIN
) -> pa.Array:
    """Return a cell for each value, '' for null.

    number: of the column, from 1; rows: the number of each value's row as text; style: of texts.
    A text with more letters than a cell holds is cut; see `find_long`.
    """
    series = pd.Series(values)
    if series.isna().all():
        return pa.repeat(pa.scalar("", _TEXT), len(series))
    begun = f'<c r="{name_column(number)}'
    return pc.fill_null(join_parts([begun, rows, '"', *_word_values(series, style)]), "")


def _word_values(series: pd.Series, style: int) -> Iterator[Part]:
    if pd.api.types.is_datetime64_any_dtype(series.dtype):
        yield _word_days(series, style)
    elif pd.api.types.is_numeric_dtype(series.dtype):
        yield from ("><v>", word_values(series).texts, "</v></c>")
    else:
        yield _word_texts(word_values(series).texts, style)


def _word_days(series: pd.Series, style: int) -> pa.Array:
    days = pc.add(pa.array(series).cast(pa.date32()).cast(pa.int32()), _EPOCH)
    numbers = join_parts([f' s="{DAY}"><v>', days.cast(_TEXT), "</v></c>"])
    early = pc.less(days, _FIRST)
    if not pc.any(early).as_py():
        return numbers
    return pc.if_else(early, _word_texts(word_values(series).texts, style), numbers)


def _word_texts(texts: pa.Array, style: int) -> pa.Array:
    """Return the rest of cells of text; each distinct text is written once."""
    coded = texts.dictionary_encode()
    words = _cut_long(coded.dictionary)
    odd = pc.match_substring_regex(words, _ODD)
    plain = words
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        plain = pc.replace_substring(plain, sign, entity)
    if pc.any(odd).as_py():
        escaped = [word_text(text) for text in words.filter(odd).to_pylist()]
        plain = pc.replace_with_mask(plain, odd, pa.array(escaped, _TEXT))
    runs = pa.array([make_harmless(text) != text for text in words.to_pylist()], pa.bool_())
    opened = pc.if_else(runs, *(f' s="{one}" t="inlineStr">' for one in (QUOTED, style)))
    space = '<is><t xml:space="preserve">'
    return join_parts([opened.cast(_TEXT), space, plain, "</t></is></c>"]).take(coded.indices)


def find_long(series: pd.Series) -> pd.Series:
    """Return for each value whether it is a text with more letters than a cell of Excel holds."""
    if not (pd.api.types.is_object_dtype(series) or pd.api.types.is_string_dtype(series)):
        return pd.Series(data=False, index=series.index)
    long = series.map(lambda value: isinstance(value, str) and _units(value) > MOST_LETTERS)
    return long.astype(bool)  # of no rows it would be one of texts


def _cut_long(words: pa.Array) -> pa.Array:
    """Return texts, those with more letters than a cell holds cut, with a word at the end."""
    maybe = pc.fill_null(pc.greater(pc.utf8_length(words), MOST_LETTERS // 2), fill_value=False)
    if not pc.any(maybe).as_py():
        return words
    cut = [_cut(text) for text in words.filter(maybe).to_pylist()]
    return pc.replace_with_mask(words, maybe, pa.array(cut, words.type))


def _cut(text: str) -> str:
    letters = _units(text)
    if letters <= MOST_LETTERS:
        return text
    end = (
        f"... [cut here: the text has {letters:,} letters, a cell of Excel holds {MOST_LETTERS:,}]"
    )
    kept = text.encode("utf-16-le")[: 2 * (MOST_LETTERS - len(end))]
    return kept.decode("utf-16-le", "ignore") + end  # half of a sign outside the BMP is left out


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
