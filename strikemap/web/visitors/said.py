"""What the last act of a visitor did, or why it was refused: said until the next act there.

A page may be drawn again at once after a press: what is said a single time is gone unread.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from strikemap.web.wording import escape_markdown

__all__ = ["Said", "forget", "last_said", "say", "show_said"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words to a visitor; refused: whether they say why an act was not done."""

    words: str
    refused: bool = False


def say(place: str, words: str, *, refused: bool = False) -> None:
    """Say something at a place of the pages, instead of what is said there."""
    st.session_state[_key(place)] = Said(words, refused)


def forget(place: str) -> None:
    """Say nothing there any more: for an act of the visitor that has nothing to say itself."""
    st.session_state.pop(_key(place), None)


def last_said(place: str) -> Said | None:
    """Return what is said at a place; None for nothing."""
    return st.session_state.get(_key(place))


def show_said(place: str) -> None:
    """Draw what is said at a place, also where that is nothing: what stands below stays put."""
    drawn = st.container()
    said = last_said(place)
    if said:
        (drawn.error if said.refused else drawn.success)(escape_markdown(said.words))


def _key(place: str) -> str:
    return f"said_{place}"
