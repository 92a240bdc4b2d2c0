"""Which columns of a table are shown, and how wide: none that is empty, none cut in vain."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st
from numpy.typing import NDArray

from gazetteer.language import N_, _
from geo.strikes.filters import NOT_REPORTED

__all__ = [
    "Measured",
    "choose_columns",
    "find_empty",
    "fit_widths",
    "measure_cells",
    "text_width",
]

SILENT = (NOT_REPORTED, "", N_("not known"), N_("no single place"))  # cells that say nothing
ID = "strike_id"
# CSS pixels: of a letter of the page's font, beside the letters, and the limits of a column.
LETTER, PADDING, NARROWEST, WIDEST, WIDEST_ID = 6.4, 24, 60, 340, 130
WIDEST_OF = {ID: WIDEST_ID}
MEASURED = 300  # rows


def find_empty(table: pd.DataFrame) -> list[str]:
    """Return the columns in which no row says anything, none of a table without rows."""
    if table.empty:
        return []
    silent = _silent_words()
    return [name for name in table if all(_is_silent(cell, silent) for cell in _cells(table[name]))]


def _silent_words() -> frozenset[str]:
    return frozenset(_(text) for text in SILENT)


def _is_silent(cell: object, silent: Collection[str]) -> bool:
    return cell in silent if isinstance(cell, str) else bool(pd.isna(cell))


def _cells(column: pd.Series) -> list[object]:
    """Return a column's cells; of one of Arrow's each is had ten times as slowly."""
    return column.to_numpy(object).tolist()  # type: ignore[no-any-return] # numpy's stubs


def _count_letters(cell: object) -> int:
    if isinstance(cell, str):
        return len(cell)
    return 0 if pd.isna(cell) else len(str(cell))


def fit_widths(
    table: pd.DataFrame,
    headings: Mapping[str, str] | None = None,
    *,
    widest: Mapping[str, int] = WIDEST_OF,
) -> dict[str, int]:
    """Return by column the CSS pixels that its longest cell needs, up to `WIDEST`.

    headings: what columns are called where it is not their name; widest: other limits.
    """
    rows = table.head(MEASURED)
    longest = {str(name): max(map(_count_letters, _cells(rows[name])), default=0) for name in rows}
    return _fit(longest, headings or {}, widest)


def _fit(
    longest: Mapping[str, int], headings: Mapping[str, str], widest: Mapping[str, int]
) -> dict[str, int]:
    fitted = {}
    for name, letters in longest.items():
        needed = text_width(max(letters, len(headings.get(name, name))))
        fitted[name] = max(NARROWEST, min(needed, widest.get(name, WIDEST)))
    return fitted


@dataclass(frozen=True)
class Measured:
    """What a table's cells ask of its columns: by row and column letters, and which are silent."""

    names: Sequence[str]
    letters: NDArray[np.intp]
    silent: NDArray[np.bool_]

    def find_empty(self, rows: NDArray[np.intp]) -> list[str]:
        """Return what `find_empty` does of a table of these rows."""
        if not len(rows):
            return []
        empty: list[int] = np.flatnonzero(self.silent[rows].all(axis=0)).tolist()
        return [self.names[at] for at in empty]

    def fit_widths(self, rows: NDArray[np.intp], headings: Mapping[str, str]) -> dict[str, int]:
        """Return what `fit_widths` does of a table of these rows."""
        longest = self.letters[rows[:MEASURED]].max(axis=0, initial=0).tolist()
        return _fit(dict(zip(self.names, longest, strict=True)), headings, WIDEST_OF)


def measure_cells(table: pd.DataFrame) -> Measured:
    """Measure all cells of a table, once for the tables of some of its rows."""
    silent, shape = _silent_words(), table.shape
    letters, says_nothing = np.zeros(shape, np.intp), np.zeros(shape, bool)
    for at, name in enumerate(table):
        cells = _cells(table[name])
        letters[:, at] = [_count_letters(cell) for cell in cells]
        says_nothing[:, at] = [_is_silent(cell, silent) for cell in cells]
    return Measured([str(name) for name in table], letters, says_nothing)


def text_width(letters: int) -> int:
    """Return the CSS pixels of a cell that holds so many letters in one line."""
    return round(letters * LETTER) + PADDING


def choose_columns(
    table: pd.DataFrame,
    key: str,
    headings: Mapping[str, str] | None = None,
    *,
    empty: Collection[str],
) -> list[str]:
    """Draw the choice of a table's columns; return those that are shown, in their order.

    empty: the columns that no row fills; they are left out, and told in one line, until they are
    asked for.
    """
    names = [str(name) for name in table]
    called = headings or {}
    with st.popover(_("Columns"), key=f"{key}_columns_menu"):
        chosen = st.pills(
            _("Columns"), names, selection_mode="multi", default=names, key=f"{key}_columns",
            format_func=lambda name: called.get(name, name), label_visibility="collapsed",
        )  # fmt: skip
        every = st.checkbox(_("Also those that no row fills"), key=f"{key}_empty_columns")
    picked = [name for name in names if name in set(chosen)]
    shown = [name for name in picked if every or name not in empty] or picked or names
    left_out = [called.get(name, name) for name in picked if name not in shown]
    st.caption(_word_left_out(left_out), width="content")
    return shown


def _word_left_out(names: Sequence[str]) -> str:
    return _("Said in no row, so left out: {names}.", names=_(", ").join(names)) if names else ""
