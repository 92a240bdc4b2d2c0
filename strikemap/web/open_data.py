"""A visitor's own file: columns recognised and changeable, rejected rows shown with reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from gazetteer.errors import StrikemapError
from geo.export.csv_table import rejected_to_csv
from geo.reading.column_names import FIELDS, SEVERAL
from geo.reading.columns import guess_columns, missing_fields, warn_of_place
from geo.reading.inputs import read_table
from geo.reading.read import read_strikes
from geo.reading.registry import FORMATS, READABLE, find_format
from geo.reading.result import Reading
from geo.reading.table import Table
from geo.strikes.schema import KINDS
from strikemap.web.datasets import Dataset, keep_upload, place_strikes, return_to_shipped
from strikemap.web.filters import reset_filters
from strikemap.web.wording import escape_markdown, plural, word_kind

__all__ = ["chosen_columns", "find_problem", "show_upload", "show_way_back"]

CHOSEN_KEY = "upload_columns_chosen"
MOST_NAMED = 8  # unused columns that are named before the form is opened
MOST_COLUMNS = 80  # more selection boxes than this are no form
ACROSS = 4
NOT_USED = "not used"


def find_problem(columns: Mapping[str, str]) -> str | None:
    """Say why the chosen columns cannot be read, with the remedy; None where they can."""
    lacking = missing_fields(columns)
    if lacking:
        return f"The file needs {lacking}: choose which of its columns that is."
    counts = Counter(columns.values())
    twice = [field for field, n in counts.items() if n > 1 and field not in SEVERAL]
    if twice:
        named = [name for name, field in columns.items() if field == twice[0]]
        return f"{' and '.join(named)} are both read as {FIELDS[twice[0]]}: keep one of them."
    return None


def chosen_columns() -> dict[str, str]:
    """Return what the visitor chose otherwise than guessed: {column: word of FIELDS}."""
    chosen: dict[str, str] = st.session_state.get(CHOSEN_KEY, {})
    return chosen


def _name_unused(names: list[str]) -> str:
    named = ", ".join(escape_markdown(name) for name in names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return f"Columns not used ({len(names)}): {named}" + (f" and {more} more" if more > 0 else "")


def _choose_field(column: str, guessed: str | None, example: str, key: str) -> str | None:
    options = [None, *FIELDS]
    return st.selectbox(
        escape_markdown(column) or "(no name)",
        options,
        index=options.index(guessed),
        format_func=lambda field: FIELDS.get(field, NOT_USED),
        help=f"First value: {escape_markdown(example[:80])}" if example else None,
        key=key,
    )


def _first_value(cells: pd.Series) -> str:
    filled = cells[cells.str.strip() != ""]
    return str(filled.iloc[0]) if len(filled) else ""


def _show_grid(
    names: list[str], table: Table, guessed: Mapping[str, str], key: str
) -> dict[str, str]:
    chosen = {}
    places = [place for _ in range(0, len(names), ACROSS) for place in st.columns(ACROSS)]
    for name, place in zip(names, places, strict=False):  # the last row may have empty places
        with place:
            field = _choose_field(
                name, guessed.get(name), _first_value(table.cells[name]), f"{key}_{name}"
            )
        if field:
            chosen[name] = field
    return chosen


def _show_columns(table: Table, key: str) -> tuple[dict[str, str], str] | None:
    """Draw the form of columns; return the columns and the usual kind once it is sent."""
    names = [str(name) for name in table.cells.columns][:MOST_COLUMNS]
    guessed = guess_columns(names)
    others = [name for name in names if name not in guessed]
    with st.form(f"columns_{key}"):
        st.markdown(f"**What the columns mean** ({plural(len(table.cells), 'row')})")
        chosen = _show_grid(list(guessed), table, guessed, key)
        warning = warn_of_place(guessed)
        if warning:
            st.warning(f"{warning[0].upper()}{warning[1:]}. Choose it if the file has one.")
        if others:
            with st.expander(_name_unused(others), expanded=not guessed or bool(warning)):
                chosen |= _show_grid(others, table, guessed, key)
        kind = st.selectbox(
            "Kind of the rows that do not say what struck",
            KINDS,
            index=KINDS.index("other"),
            format_func=word_kind,
            key=f"{key}_usual_kind",
        )
        sent = st.form_submit_button("Locate and show", type="primary")
    return (chosen, kind) if sent else None


def _show_read(
    read: Callable[[], Reading], name: str, chosen: Mapping[str, str] | None = None
) -> None:
    """Read, locate and show a file in this session, or say why that cannot be done."""
    try:
        with st.spinner("Reading and locating"):
            reading = read()
            if reading.strikes.empty:
                st.error(f"No row of {escape_markdown(name)} can be read as a strike.")
                _show_rejected("Rows", reading.rejected, f"{name}.rejected.csv")
                return
            dataset = place_strikes(reading, name, shipped=False)
    except StrikemapError as error:
        st.error(escape_markdown(str(error)))
        return
    keep_upload(dataset)
    st.session_state[CHOSEN_KEY] = dict(chosen or {})
    reset_filters()
    st.rerun()


def _show_rejected(what: str, rejected: pd.DataFrame, file_name: str) -> None:
    if rejected.empty:
        return
    st.markdown(f"**{what} not read ({len(rejected):,})**, each with its line and the reason:")
    st.dataframe(rejected, hide_index=True, key=f"table_{file_name}")
    st.download_button(
        f"Download the {what.lower()} not read",
        lambda: rejected_to_csv(rejected),
        file_name,
        "text/csv",
        key=f"download_{file_name}",
        on_click="ignore",
    )


def _show_outcome(dataset: Dataset) -> None:
    read = f"**{escape_markdown(dataset.name)}**: {plural(len(dataset.strikes), 'row')} read"
    st.markdown(f"{read}, {len(dataset.rejected):,} not read.")
    for note in dataset.notes:
        st.caption(escape_markdown(note))
    _show_rejected("Rows", dataset.rejected, f"{dataset.name}.rejected.csv")
    _show_rejected("Claims", dataset.rejected_claims, f"{dataset.name}.rejected_claims.csv")


def _go_back() -> None:
    return_to_shipped()
    reset_filters()


def show_way_back(dataset: Dataset) -> None:
    """Say that an upload is shown, and offer the way back."""
    rejected = len(dataset.rejected)
    note = (
        f" {plural(rejected, 'row')} could not be read: see “Use your own data”."
        if rejected
        else ""
    )
    note_place, back = st.columns([5, 1], vertical_alignment="center")
    note_place.info(f"Your file {escape_markdown(dataset.name)}, in this session only.{note}")
    back.button("Back to the shipped data", on_click=_go_back, key="way_back")


def show_upload(dataset: Dataset) -> None:
    """Draw the upload: file, columns, and what of the shown file could not be read."""
    st.markdown(
        "A table with a date and a place or coordinates in each row. It is read in this session "
        "only: no other visitor sees it, and it is gone when you close the page."
    )
    st.caption(" ".join(one.sentence for one in FORMATS))
    if not dataset.shipped:
        _show_outcome(dataset)
    file = st.file_uploader("Your file", type=[s.removeprefix(".") for s in READABLE], key="upload")
    if file is not None:
        _show_choices(file)


def _show_choices(file: UploadedFile) -> None:
    try:
        table = read_table(file)
    except StrikemapError as error:
        st.error(escape_markdown(str(error)))
        return
    known = find_format(table)
    if not known.asks_columns:
        beside = "Its claims (claims.csv), if they are in a file of their own"
        claims = st.file_uploader(beside) if known.has_claims else None
        if st.button("Locate and show", type="primary", key="show_own_format"):
            _show_read(lambda: read_strikes(file, claims=claims), file.name)
        return
    sent = _show_columns(table, file.file_id)
    if sent is None:
        return
    columns, kind = sent
    problem = find_problem(columns)
    if problem:
        st.error(escape_markdown(problem))
    else:
        guessed = guess_columns(table.cells.columns)
        chosen = {name: field for name, field in columns.items() if guessed.get(name) != field}
        _show_read(lambda: read_strikes(file, columns=columns, kind=kind), file.name, chosen)
