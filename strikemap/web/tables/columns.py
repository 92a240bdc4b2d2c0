"""Which columns of a table are shown, and how wide: none that is empty, none cut in vain."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
import streamlit as st

from gazetteer.language import N_, _
from geo.strikes.filters import NOT_REPORTED

__all__ = ["choose_columns", "find_empty", "fit_widths", "text_width"]

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
    silent = [_(text) for text in SILENT]
    return [name for name in table if _is_silent(table[name], silent)]


def _is_silent(column: pd.Series, silent: Sequence[str]) -> bool:
    told = column.dropna().astype(object)
    return bool(told.isin(silent).all())


def _cells(column: pd.Series) -> list[object]:
    """Return a column's cells; of one of Arrow's each is had ten times as slowly."""
    return column.to_numpy(object).tolist()  # type: ignore[no-any-return] # numpy's stubs


def fit_widths(
    table: pd.DataFrame,
    headings: Mapping[str, str] | None = None,
    *,
    widest: Mapping[str, int] = WIDEST_OF,
) -> dict[str, int]:
    """Return by column the CSS pixels that its longest cell needs, up to `WIDEST`.

    headings: what columns are called where it is not their name; widest: other limits.
    """
    return {
        str(name): _fit(
            table[name], (headings or {}).get(name, str(name)), widest.get(name, WIDEST)
        )
        for name in table
    }


def _fit(cells: pd.Series, heading: str, widest: int) -> int:
    told = _cells(cells.head(MEASURED).dropna())
    longest = max((len(str(cell)) for cell in told), default=0)
    return max(NARROWEST, min(text_width(max(longest, len(heading))), widest))


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
