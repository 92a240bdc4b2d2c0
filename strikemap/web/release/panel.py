"""The release profile in the side bar and over the data: chosen, told, let go of."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from gazetteer.language import _
from strikemap.web.datasets import Dataset
from strikemap.web.layers.near import tell_held_filter
from strikemap.web.release.chosen import (
    SUFFIX,
    choose_file,
    choose_listed,
    chosen_profile,
    list_files,
    listed_key,
    problem_of_profile,
    show_all,
)
from strikemap.web.wording import escape_markdown

__all__ = ["offer_profiles", "tell_release"]

FILE_KEY, UPLOADS_KEY = "release_file", "release_uploads"


def offer_profiles() -> None:
    """Draw where a profile is handed over or chosen, and what is wrong with one."""
    with st.expander(
        _("Release profile"), expanded=bool(problem_of_profile()), key="release_place"
    ):
        uploads = st.session_state.get(UPLOADS_KEY, 0)
        st.file_uploader(
            _("A TOML file that says what may leave"),
            type=[SUFFIX.removeprefix(".")], key=f"{FILE_KEY}_{uploads}", on_change=_take,
            help=_("Explore and Briefing then show and write the strikes as they may leave, and "
            "nothing else. docs/release.md says what a profile can hold."),
        )  # fmt: skip
        with st.container():
            if listed := list_files():
                _list_profiles(listed)
        with st.container():
            if problem := problem_of_profile():
                st.error(escape_markdown(problem))


def _list_profiles(listed: Sequence[str]) -> None:
    """Draw the list; it shows the profile that is on, one that was handed over too, else None."""
    chosen = chosen_profile()
    on = chosen.file if chosen else ""
    names, key = list(dict.fromkeys(["", *listed, on])), listed_key()
    st.selectbox(
        _("Or one of the folder of workspaces"), names, index=names.index(on), key=key,
        on_change=_take_listed, args=(key,), format_func=lambda name: name or _("None"),
    )  # fmt: skip


def _take() -> None:
    """Take the file that was handed over; the field is empty then."""
    session = st.session_state
    uploads = session.get(UPLOADS_KEY, 0)
    if file := session.get(f"{FILE_KEY}_{uploads}"):
        session[UPLOADS_KEY] = uploads + 1
        choose_file(file.name, file.getvalue())


def _take_listed(key: str) -> None:
    """Take what the list of this run says; one of an earlier run may be called without a value."""
    name = st.session_state.get(key)
    if name is not None and key == listed_key():
        choose_listed(name) if name else show_all()


def tell_release(dataset: Dataset) -> None:
    """Say plainly that a profile is on, what it holds back, and how all strikes come back."""
    with st.container():  # there with and without a profile: what stands below stays what it is
        chosen = chosen_profile()
        if chosen is None or dataset.release is None:
            return
        with st.container(border=True, key="release_on"):
            told = [*dataset.release.told, *tell_held_filter()]
            lines = "".join(f"\n- {escape_markdown(one)}" for one in told)
            name, file = map(escape_markdown, (chosen.profile.name, chosen.file))
            st.markdown(
                _(
                    "**As released by {name}** ({file}). The map, the tables, the files and the "
                    "sheets have these strikes alone. What is “not reported” on the map and in the "
                    "tables may be held back.{lines}",
                    name=name,
                    file=file,
                    lines=lines,
                )
            )
            st.button(_("Show all strikes"), key="release_off", on_click=show_all)
