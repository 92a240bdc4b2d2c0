"""Decisions taken along, and a colleague's taken in: alias files on the Places page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from gazetteer.decisions.decision import Decision
from gazetteer.decisions.file import read_decisions, write_decisions
from gazetteer.errors import GazetteerError
from gazetteer.language import _
from gazetteer.leftovers import make_scratch
from strikemap.failures import word_error
from strikemap.languages.troubles import say_trouble
from strikemap.web.datasets import Dataset
from strikemap.web.places.decided import kept_decisions, take_in
from strikemap.web.wording import escape_markdown, plural
from strikemap.web.workspaces.session import current_workspace

__all__ = ["show_alias_files"]

TAKEN = "places_taken"  # the file that was taken in last


def show_alias_files(dataset: Dataset) -> None:
    """Draw what was decided, with its download, and the place where an alias file is dropped."""
    kept = kept_decisions()
    st.header(_("Decided ({count})", count=len(kept.known)), anchor=False)
    where = _("the open workspace") if current_workspace() else _("this session only")
    st.caption(
        _(
            "Kept in {where}. Take them along as an alias file: every verb reads it as "
            "--gazetteer, and `strikemap gazetteer add` keeps it for good.",
            where=where,
        )
    )
    taken_along = st.container()  # there with and without decisions
    if kept.known:
        taken_along.download_button(
            _("Download the alias file"), write_decisions(kept.known.values()), "aliases.csv",
            "text/csv", on_click="ignore",
        )  # fmt: skip
    given = st.file_uploader(_("Take in an alias file"), type=["csv"], key="places_file")
    if given is None:
        st.session_state.pop(TAKEN, None)
    elif st.session_state.get(TAKEN) != given.file_id:
        st.session_state[TAKEN] = given.file_id
        _take_file(dataset, given.name, given.getvalue())


def _take_file(dataset: Dataset, name: str, content: bytes) -> None:
    try:
        decisions = _read(name, content)
    except GazetteerError as error:
        st.error(escape_markdown(say_trouble(word_error(error))))
        return
    conflicts = take_in(dataset, decisions)
    if conflicts:
        lines = "\n".join(f"- {escape_markdown(str(conflict))}" for conflict in conflicts)
        st.warning(
            _(
                "{names} decided otherwise here and there; neither was changed:\n{lines}",
                names=plural(len(conflicts), "name"),
                lines=lines,
            )
        )
    else:
        st.rerun()


def _read(name: str, content: bytes) -> list[Decision]:
    """Read what was dropped; messages name the visitor's own file."""
    with make_scratch() as folder:
        path = Path(folder) / "aliases.csv"
        path.write_bytes(content)
        try:
            return read_decisions(path)
        except GazetteerError as error:
            raise GazetteerError(str(error).replace(str(path), name)) from error
