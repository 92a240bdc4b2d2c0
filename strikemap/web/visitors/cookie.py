"""What the browser keeps in cookies: a visitor's token, 256 bits made by the server; a language."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from strikemap.web.languages.choice import LANGUAGE_COOKIE, asked_language

__all__ = ["find_token", "make_token", "send_language", "send_token"]

NAME = "strikemap_visitor"  # and the port: a host's cookies are those of all of its ports
BYTES = 32
KEEPER = st.components.v2.component(
    "strikemap_cookie",
    js=(Path(__file__).parent / "cookie.js").read_text(encoding="utf-8"),
)


def make_token() -> str:
    """Return a new token."""
    return secrets.token_urlsafe(BYTES)


def find_token(is_known: Callable[[str], bool]) -> str:
    """Return the token that this browser was given before and that is known; "" for none."""
    cookies = st.context.cookies
    given = (str(cookies[name]) for name in cookies if str(name).startswith(NAME))
    return next(filter(is_known, given), "")


def send_token(token: str) -> None:
    """Have the browser keep a token, where it did not have it when the page was opened."""
    if token not in st.context.cookies.values():
        _send("visitor_cookie", NAME, token)


def send_language() -> None:
    """Have the browser keep the language that was asked for, if any; once a run."""
    if code := asked_language():
        _send("language_cookie", LANGUAGE_COOKIE, code)


def _send(key: str, name: str, word: str) -> None:
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    KEEPER(key=key, data={"name": name, "word": word, "path": f"/{base}"})
