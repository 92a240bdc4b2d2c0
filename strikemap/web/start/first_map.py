"""The first map of a visit: mounted from what was kept, checked once the page knows better."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from gazetteer.language import _, spoken
from strikemap.web.languages.choice import LANGUAGE_PART, ask_language
from strikemap.web.start.first_paint import wait_for_paint
from strikemap.web.start.kept import Messages, keep, recall
from strikemap.web.start.parts import mount_map
from strikemap.web.visitors.session import LAYERS_KEY, OPENING_KEY, UPLOAD_KEY, WORKSPACE_KEY

__all__ = ["MAP_HEIGHT", "NUMBER_KEY", "STARTED_KEY", "TILES_KEY", "Start", "begin"]

# Names in the session: whether the filters were read from the address, the map's number, and a
# visitor's own tiles.
STARTED_KEY, NUMBER_KEY, TILES_KEY = "filters_started", "map_number", "own_tiles_kept"
OWN = (UPLOAD_KEY, OPENING_KEY, WORKSPACE_KEY, LAYERS_KEY, TILES_KEY)
NAMED = ("STRIKEMAP_STRIKES", "STRIKEMAP_WORKSPACE", "STRIKEMAP_TILES")
DATA_PART = "data"  # of the address
# The window less the bar of pages; a low window scrolls.
MAP_HEIGHT = "max(310px, calc(100dvh - 5rem))"
# Streamlit leaves 6rem above the first line and wide margins, and the map is the page; the
# button that opens a closed sidebar needs its room.
STYLE = """<style>
.stApp .stMainBlockContainer{padding:3.75rem 0 1.5rem}
.stMainBlockContainer>[data-testid="stVerticalBlock"]>*:not(:has(.strike-mount)){padding-inline:1.25rem;box-sizing:border-box}
.stMainBlockContainer [data-testid="stVerticalBlock"]{gap:.6rem}
</style>"""


@dataclass(frozen=True, slots=True)
class Start:
    """How far a run of Explore has come before its libraries are loaded.

    head: the place above the map. usual: whether the run shows what ships as it is first shown.
    sent, result: what was mounted already, and what a hand did to it; None where nothing was.
    """

    head: DeltaGenerator
    usual: bool = False
    sent: Messages | None = None
    result: Mapping[str, Any] | None = None

    def check(self, messages: Messages) -> None:
        """Hold the map's messages, as worked out now, against what is kept, and keep them.

        What was mounted from others is mounted anew by another run.
        """
        if not self.usual or _word(messages) == _word(self.sent):
            return
        keep(messages, _said())
        if self.sent is not None:
            st.rerun()


def begin(draw_later: Callable[[], None]) -> Start:
    """Draw the frame of Explore, and the map in it where it is known before it is worked out.

    The choice of the language comes after the map: the browser loads a sixth of the page for it.
    draw_later: draws what else can wait until then.
    """
    st.html(STYLE)
    language = st.sidebar.container()
    st.sidebar.subheader(_("Open data"))  # first: a bar that opens later takes room from the map
    start = _begin_map(st.container())
    if start.sent is not None:
        wait_for_paint()
    draw_later()
    with language:
        ask_language()
    return start


def _begin_map(head: DeltaGenerator) -> Start:
    if not _is_usual():
        return Start(head)
    kept = recall(_said())
    if kept is None or not _fits_address(kept):
        return Start(head, usual=True)
    options = {**kept.control["options"], "theme": st.context.theme.type or "auto"}
    sent = Messages({**kept.control, "options": options}, kept.heavy)
    result = mount_map("strike_map_0", sent.control, sent.heavy, _choose)
    return Start(head, usual=True, sent=sent, result=result)


def _choose(field: str, values: list[str]) -> None:
    from strikemap.web.filters import choose_counted  # by then it is loaded

    choose_counted(field, values)


def _is_usual() -> bool:
    """Return whether a visit begins, with what ships, at an address that asks for nothing else."""
    state = st.session_state
    begun = STARTED_KEY in state or NUMBER_KEY in state or any(key in state for key in OWN)
    return (
        not begun
        and not any(os.environ.get(name) for name in NAMED)
        and set(st.query_params) <= {DATA_PART, LANGUAGE_PART}
    )


def _fits_address(kept: Messages) -> bool:
    data = st.query_params.get(DATA_PART)
    return data is None or str(kept.control["token"]).startswith(data)


def _said() -> str:
    return f"{os.environ.get('STRIKEMAP_COUNTRY', '')} {spoken().code}"


def _word(messages: Messages | None) -> str:
    """Return messages as they travel, without the theme, which is each visitor's own."""
    if messages is None:
        return ""
    options = {**messages.control["options"], "theme": ""}
    return json.dumps(
        [{**messages.control, "options": options}, dict(messages.heavy)], sort_keys=True
    )
