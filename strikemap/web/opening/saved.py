"""A mapping file on the page: the meanings that were chosen, saved and used again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import _
from geo.reading.columns import choose_columns
from geo.reading.mapping import ColumnMapping, parse_mapping, word_mapping
from strikemap.failures import word_error
from strikemap.languages.troubles import say_trouble
from strikemap.web.opening.steps import Choice, Opened
from strikemap.web.wording import escape_markdown
from strikemap.web.workspaces.session import held_workspace, tell_problem

__all__ = ["apply_mapping", "keep_choice", "show_saved", "take_kept", "take_mapping"]


def apply_mapping(opened: Opened, mapping: ColumnMapping) -> Choice:
    """Return what a mapping says of a file; columns that it does not name are guessed."""
    cells = opened.table.cells
    named = {name: word for name, word in mapping.columns.items() if name in cells.columns}
    columns = choose_columns(cells.columns, named, cells, tags=opened.table.tags)
    return Choice(columns, mapping.kind, mapping.order)


def take_kept(opened: Opened, choice: Choice) -> tuple[Choice, str] | None:
    """Return what the open workspace says of a file of these columns, and whose it said it of."""
    held = held_workspace()
    if held is None or not opened.format.asks_columns:
        return None
    from strikemap.web.workspaces.mappings import find_mapping  # its libraries, only where needed

    found = find_mapping(held, opened.table.cells.columns)
    if found is None:
        return None
    return replace(apply_mapping(opened, found[0]), countries=choice.countries), found[1]


def keep_choice(opened: Opened, choice: Choice) -> None:
    """Keep what was said of a file in the open workspace, for the next of the same columns."""
    held = held_workspace()
    if held is None or held.shown.reading or not opened.format.asks_columns:
        return
    from strikemap.web.workspaces.mappings import keep_mapping

    columns = choice.columns if choice.columns is not None else opened.guessed
    mapping = ColumnMapping(columns, choice.order, choice.kind)
    try:
        keep_mapping(held, opened.table.cells.columns, mapping, opened.name)
    except StrikemapError as error:
        tell_problem(say_trouble(str(error)))


def show_saved(opened: Opened, choice: Choice) -> None:
    """Offer the meanings as a file."""
    columns = choice.columns if choice.columns is not None else opened.guessed
    mapping = ColumnMapping(columns, choice.order, choice.kind)
    st.download_button(
        _("Save these meanings as a file"),
        word_mapping(mapping),
        f"{Path(opened.name).stem}.mapping.json",
        "application/json",
        key="mapping_save",
        on_click="ignore",
    )


def take_mapping(opened: Opened, key: str) -> Choice | None:
    """Ask for a saved mapping; return what it says of the file, None where none is given."""
    file = st.file_uploader(_("Or use meanings saved before"), type=["json"], key=f"{key}_mapping")
    if file is None:
        return None
    try:
        return apply_mapping(opened, parse_mapping(file.getvalue(), file.name))
    except StrikemapError as error:
        st.error(escape_markdown(say_trouble(word_error(error))))
    return None
