"""The component that listens to a page's keys: what all pages share, joined with a page's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

__all__ = ["declare_keys", "join_scripts", "keep_focus"]

_SHARED = Path(__file__).parent / "shared.js"
_KEEPER = st.components.v2.component(
    "strikemap_focus", js=(Path(__file__).parent / "focus.js").read_text(encoding="utf-8")
)


def keep_focus() -> None:
    """Have the browser keep the keyboard's place through runs of the page; once a run."""
    _KEEPER(key="focus_keeper")


def declare_keys(page: str, script: Path) -> Callable[..., object]:
    """Return the component of a page's keys, to be called once a run; it draws nothing.

    page: its name, one word. script: its own keys, whose default export calls `listenToKeys`.
    """
    return st.components.v2.component(f"strikemap_{page}_keys", js=join_scripts(script))


def join_scripts(script: Path) -> str:
    """Return a page's own script behind the shared one, as the text of one module."""
    return "\n".join(path.read_text(encoding="utf-8") for path in (_SHARED, script))
