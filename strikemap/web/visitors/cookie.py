"""A visitor's token: 256 bits made by the server, which the browser keeps in a cookie."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

import streamlit as st

__all__ = ["find_token", "make_token", "send_token"]

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
        base = str(st.get_option("server.baseUrlPath") or "").strip("/")
        data = {"name": NAME, "token": token, "path": f"/{base}"}
        KEEPER(key="visitor_cookie", data=data)
