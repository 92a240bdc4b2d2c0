"""What the columns of a file mean: as guessed, and as the visitor corrects it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import get_args

import pandas as pd
import streamlit as st

from gazetteer.language import N_, _, spoken
from geo.reading.column_names import FIELDS, SEVERAL
from geo.reading.columns import missing_fields, warn_of_place
from geo.reading.dates import Order
from geo.reading.recognise.english import NAMES
from geo.reading.table import Table
from geo.strikes.schema import KINDS
from strikemap.web.opening.steps import ORDER_LABEL, Choice, Opened
from strikemap.web.wording import begin_large, escape_markdown, word_kind

__all__ = ["ask_order", "find_problem", "list_meanings", "show_form", "show_known",
           "word_choice"]  # fmt: skip

MOST_NAMED = 8  # unused columns that are named before they are looked at
MOST_LISTED = 60  # columns of one list that is asked for
MOST_OFFERED = 40  # more selection boxes than this are no form: further columns are searched for
ACROSS = 4
NOT_USED = N_("not used")
CODED = re.compile(r"\d|^(?:adm|loc)\b|\b(?:ar|en|text)$")  # names of files rather than of people
MOST_NAMES = 12  # that other files have for a column of a meaning, told beside it


def find_problem(columns: Mapping[str, str]) -> str | None:
    """Say why the chosen columns cannot be read, with the remedy; None where they can."""
    lacking = missing_fields(columns)
    if lacking:
        return _("The file needs {lacking}: choose which of its columns that is.", lacking=lacking)
    counts = Counter(columns.values())
    twice = [field for field, n in counts.items() if n > 1 and field not in SEVERAL]
    if twice:
        named = [name for name, field in columns.items() if field == twice[0]]
        return _(
            "{named} are both read as {fields}: keep one of them.",
            named=" and ".join(named),
            fields=_(FIELDS[twice[0]]),
        )
    return None


def _short(field: str) -> str:
    """Return the words of a field without what is said behind them."""
    return re.split("[,،]", _(FIELDS[field]))[0]


def list_meanings(columns: Mapping[str, str]) -> str:
    """Return how columns are read, as one line of Markdown."""
    said = (f"{escape_markdown(name)} → {_short(word)}" for name, word in columns.items())
    return " · ".join(said)


def show_known(meanings: Mapping[str, str | None]) -> None:
    """List how the columns of a publisher's table are read, and those that are not used."""
    read = {name: field for name, field in meanings.items() if field}
    own = [name for name, field in meanings.items() if field == ""]
    unused = [name for name, field in meanings.items() if field is None]
    if not read and not own:
        return
    label = _(
        "How its columns are read ({number} of {count} used)",
        number=len(read) + len(own),
        count=len(meanings),
    )
    with st.expander(label, key="columns_known"):
        said = [
            list_meanings(read),
            _("As the publisher means them: {own}", own=_name_some(own)) if own else "",
            _name_unused(unused, MOST_LISTED) if unused else "",
        ]
        st.markdown("\n\n".join(filter(None, said)))


def _name_unused(names: Sequence[str], most: int = MOST_NAMED) -> str:
    return _("Columns not used ({count}): {names}", count=len(names), names=_name_some(names, most))


def _name_some(names: Sequence[str], most: int = MOST_LISTED) -> str:
    named = _(", ").join(escape_markdown(name) for name in names[:most])
    more = len(names) - most
    return named + (_(" and {more} more", more=more) if more > 0 else "")


def _first_value(cells: pd.Series) -> str:
    filled = cells[cells.str.strip() != ""]
    return str(filled.iloc[0]) if len(filled) else ""


def word_choice(field: str | None) -> str:
    """Return what a meaning is chosen and found by: its words, then names that columns of it have.

    >>> word_choice("munition")
    'munition (munitions, munition type, weapon type used, munition used)'
    """
    return _word_in(field, spoken().code)


@cache
def _word_in(field: str | None, language: str) -> str:  # noqa: ARG001 a part of the key
    if field is None:
        return _(NOT_USED)
    words = _(FIELDS[field])
    names = [name.replace("_", " ") for name in NAMES.get(field, "").split()]
    further = [name for name in names if name not in words]
    further = sorted(further, key=lambda name: bool(CODED.search(name)))[:MOST_NAMES]
    return f"{words} ({', '.join(further)})" if further else words


def _choose_field(column: str, guessed: str | None, example: str, key: str) -> None:
    options = [None, *FIELDS]
    st.selectbox(
        escape_markdown(column) or _("(no name)"),
        options,
        index=options.index(guessed),
        format_func=word_choice,
        filter_mode="contains",
        help=_("First value: {example}", example=escape_markdown(example[:80]))
        if example
        else None,
        key=key,
    )


def _show_grid(names: Sequence[str], table: Table, guessed: Mapping[str, str], key: str) -> None:
    places = [place for __ in range(0, len(names), ACROSS) for place in st.columns(ACROSS)]
    for name, place in zip(names, places, strict=False):  # the last row may have empty places
        with place:
            _choose_field(name, guessed.get(name), _first_value(table.cells[name]), f"{key}_{name}")


def _search_columns(names: Sequence[str], key: str) -> list[str]:
    """Return the columns of a wide file that the visitor wants to give a meaning."""
    label = _("Search the {count} columns that are not used", count=len(names))
    return st.multiselect(label, names, key=f"{key}_further", placeholder=_("Column name"))


def show_form(opened: Opened, choice: Choice, key: str, take: Callable[[Choice], None]) -> None:
    """Draw the form of columns as they are read so far; take: called with what is sent."""
    names = [str(name) for name in opened.table.cells.columns]
    read = choice.columns if choice.columns is not None else opened.guessed
    others = [name for name in names if name not in read]
    is_wide = len(others) > MOST_OFFERED
    further = _search_columns(others, key) if is_wide else others
    warning = warn_of_place(read)
    with st.form(f"columns_{key}", border=False):
        _show_grid(list(read), opened.table, read, key)
        if warning:
            st.warning(_("{warning}. Choose it if the file has one.", warning=begin_large(warning)))
        if is_wide:
            _show_grid(further, opened.table, read, key)
        elif others:
            is_open = not read or bool(warning)
            with st.expander(_name_unused(others), expanded=is_open, key=f"unused_{key}"):
                _show_grid(others, opened.table, read, key)
        _ask_rest(choice, key)
        st.form_submit_button(
            _("Read with these columns"),
            on_click=lambda: take(_read_form([*read, *further], choice, key)),
        )


def _read_form(names: Sequence[str], before: Choice, key: str) -> Choice:
    """Return what the form says of the columns that it asks for, in a callback of it."""
    said = {name: st.session_state.get(f"{key}_{name}") for name in names}
    chosen = {name: field for name, field in said.items() if field}
    kind, order = (st.session_state[f"{key}_{name}"] for name in ("usual_kind", "order"))
    return replace(before, columns=chosen, kind=kind, order=order)


def _ask_rest(choice: Choice, key: str) -> None:
    """Ask for the usual kind and the order of day and month."""
    kinds, orders = st.columns(2)
    kinds.selectbox(
        _("Kind of the rows that do not say what struck"),
        KINDS,
        index=KINDS.index(choice.kind),
        format_func=word_kind,
        key=f"{key}_usual_kind",
    )
    with orders:
        ask_order(choice, key)


def ask_order(choice: Choice, key: str) -> Order | None:
    """Ask whether the day or the month of a date comes first."""
    known: list[Order | None] = [None, *get_args(Order)]
    return st.selectbox(
        _(ORDER_LABEL),
        known,
        index=known.index(choice.order),
        format_func=lambda one: one or _("found out from the file"),
        key=f"{key}_order",
    )
