"""Who a visitor is: as the sign-in before the app says, where one is named, else as they type."""

from __future__ import annotations

import os
from contextlib import suppress

import streamlit as st

from gazetteer.language import _
from strikemap.web.wording import escape_markdown

__all__ = ["HEADER", "ask_who", "who"]

HEADER = "STRIKEMAP_USER_HEADER"  # names the request's header that a reverse proxy sets
NAME_KEY, TYPED_KEY = "visitor_name", "visitor_name_typed"
LONGEST = 80  # letters


def who() -> str:
    """Return the visitor's name; "" for none. What is typed counts only without a sign-in."""
    header = _header()
    if header:
        return _read_header(header)
    typed = st.session_state.get(TYPED_KEY, st.session_state.get(NAME_KEY))
    return str(typed or "").strip()


def ask_who(label: str) -> None:
    """Draw the field of the visitor's name, or say the one that they signed in with."""
    header = _header()
    if not header:
        st.session_state.setdefault(TYPED_KEY, st.session_state.get(NAME_KEY, ""))
        st.text_input(label, key=TYPED_KEY, max_chars=LONGEST, on_change=_keep)
    elif name := _read_header(header):
        st.caption(_("Signed in as **{name}**", name=escape_markdown(name)))
    else:
        st.caption(
            _(
                "Nobody is signed in: the request has no {header}. What you do is kept without "
                "a name; tell who runs the sign-in before this app.",
                header=escape_markdown(header),
            )
        )


def _keep() -> None:
    """Keep the name for the other pages: a field is forgotten where it is not drawn."""
    st.session_state[NAME_KEY] = st.session_state[TYPED_KEY]


def _header() -> str:
    return os.environ.get(HEADER, "").strip()


def _read_header(header: str) -> str:
    """Return a header's text, which HTTP hands over byte by byte, as UTF-8 on one line."""
    text = str(st.context.headers.get(header) or "")
    with suppress(UnicodeError):  # it is text already, or of another encoding
        text = text.encode("latin-1").decode("utf-8")
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST]
