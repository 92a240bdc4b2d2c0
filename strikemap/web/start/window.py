"""The window that a page is first drawn in, as far as the browser's first request tells of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

__all__ = ["side_bar_state"]


def side_bar_state(headers: Mapping[str, str]) -> Literal["auto", "collapsed"]:
    """Return how the side bar stands at first: closed on a telephone, also one that lies.

    Streamlit closes it by the window's width alone; a telephone on its side is wide enough for
    Streamlit, and the open bar leaves the map half of a window that is 400 pixels high.
    headers: of the request, whose names are looked up as the mapping does it.
    """
    is_phone = headers.get("Sec-CH-UA-Mobile") == "?1" or "Mobi" in headers.get("User-Agent", "")
    return "collapsed" if is_phone else "auto"
