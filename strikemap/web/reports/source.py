"""What is known of a text as a publication: shown, and mended by a person."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from strikemap.web.datasets import current_dataset
from strikemap.web.reports.decided import HERE, places_of
from strikemap.web.reports.form import KEEP_WORDS
from strikemap.web.reports.held import Told, hold_texts, list_texts, read_again
from strikemap.web.visitors.said import say

__all__ = ["names_source", "show_source"]

ABOUT = {"outlet": "Outlet", "title": "Title", "published": "Day of publication", "url": "Address"}


def show_source(told: Told) -> None:
    """Draw what is known of the publication, to be mended."""
    lacking = [label.lower() for name, label in ABOUT.items() if not getattr(told.about, name)]
    named = names_source(told)
    without = f" (without {', '.join(lacking)})" if lacking else ""
    label = f"Source of this text{without}" if named else "Source of this text: not named yet ( s )"
    with st.expander(label, key=f"reports_about_{named}", expanded=not named):
        columns = st.columns(2)
        for position, (name, label) in enumerate(ABOUT.items()):
            key = f"reports_about_{name}_{told.key}"
            st.session_state.setdefault(key, getattr(told.about, name) or "")
            columns[position % 2].text_input(label, key=key, on_change=_mend, args=(told.key, name))
        st.checkbox("Keep the sentence too, in the source's note", key=KEEP_WORDS)


def names_source(told: Told) -> bool:
    """Say whether anything names a text as a source, as every strike needs one."""
    return any((told.about.outlet, told.about.title, told.about.url))


def _mend(key: str, name: str) -> None:
    """Take what a person says of a publication; another day of it dates the drafts anew."""
    text = str(st.session_state.get(f"reports_about_{name}_{key}") or "").strip()
    texts = list(list_texts())
    at = next((at for at, one in enumerate(texts) if one.key == key), None)
    if at is None:
        return
    about = replace(texts[at].about, **{name: text or None})
    try:
        texts[at] = read_again(texts[at], about, places_of(current_dataset(), texts[at].countries))
    except ValueError:
        say(HERE, f"Day of publication: {text!r} is no day; write it as 2023-05-10", refused=True)
        return
    hold_texts(texts)
    st.session_state[f"reports_about_{name}_{key}"] = getattr(texts[at].about, name) or ""
