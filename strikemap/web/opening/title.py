"""What a person calls the data that are shown: over the map, on its page as a file, on sheets."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from gazetteer.language import _
from strikemap.web.datasets import Dataset
from strikemap.web.visitors.session import TITLES_KEY

__all__ = ["ask_title", "keep_title", "own_title", "title_of"]

TITLE_KEY = "own_title"


def own_title(dataset: Dataset) -> str:
    """Return the title that a person gave the data; "" where nobody did, and for a release.

    A title that was given before a profile was chosen may name what the profile holds back.
    """
    return "" if dataset.release else _held().get(dataset.name, "")


def title_of(dataset: Dataset) -> str:
    """Return what the data are called: as a person says, else by what is in them."""
    return own_title(dataset) or dataset.title


def ask_title(dataset: Dataset) -> None:
    """Draw where the data that are shown are given a title."""
    if st.session_state.get(TITLE_KEY) != own_title(dataset):  # other data are shown
        st.session_state[TITLE_KEY] = own_title(dataset)
    st.text_input(
        _("Title"), key=TITLE_KEY, placeholder=dataset.title,
        on_change=_keep, args=(dataset.name,),
        help=_("Over the map, on the page that you download and on sheets. Filters do not change "
        "it; under a release profile it is not used."),
    )  # fmt: skip


def _keep(name: str) -> None:
    keep_title(name, str(st.session_state.get(TITLE_KEY) or ""))


def keep_title(name: str, title: str) -> None:
    """Keep the title of data, by their name; what is shelved of the session is never changed."""
    words = " ".join(title.split())
    others = {of: held for of, held in _held().items() if of != name}
    st.session_state[TITLES_KEY] = {**others, name: words} if words else others


def _held() -> Mapping[str, str]:
    held: Mapping[str, str] = st.session_state.get(TITLES_KEY, {})
    return held
