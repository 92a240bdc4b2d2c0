"""The text of a report with its marks, drawn by a component of our own that sets text alone."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import streamlit as st

from gazetteer.language import N_, _
from reports.marking import cut_text, find_marks
from strikemap.web.reports.held import Told

__all__ = ["show_text"]

KEY = "reports_text_marked"
AROUND = 20_000  # code points on either side of a draft; more is too much for one page
_FOLDER = Path(__file__).parent
TEXT = st.components.v2.component(
    "strikemap_report_text",
    html='<div class="report-text" tabindex="0" role="document"></div>',
    css=(_FOLDER / "text.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "text.js").read_text(encoding="utf-8"),
)
LEGEND = N_(
    "Marked: **place** (solid line, with the draft's number), **date** (dashed), **toll** "
    "(double), **actor** (dotted). A click on a mark goes to its draft."
)


def show_text(told: Told, at: int, on_pick: Callable[[int], None]) -> None:
    """Draw a text, scrolled to a draft. on_pick: called with the number of a draft, from 0."""
    first, last = _window(told, at)
    pieces = cut_text(told.report, find_marks(told.report, told.drafts), first, last)
    listed = [[piece.text, piece.what, piece.draft] for piece in pieces]
    token = sha256(repr((told.key, first, last, listed)).encode()).hexdigest()[:16]
    TEXT(
        key=KEY,
        data={"token": token, "pieces": listed, "now": at, "label": _("Text of the report")},
        on_picked_change=lambda: _pick(on_pick),
    )
    st.caption(_(LEGEND))
    if (first, last) != (0, told.size):
        st.caption(
            _(
                "Shown: letters {number} to {last} of {size}, around the draft.",
                number=first + 1,
                last=last,
                size=told.size,
            )
        )


def _window(told: Told, at: int) -> tuple[int, int]:
    """Return which part of a text is shown: all of it, or what stands around a draft."""
    if told.size <= 2 * AROUND:
        return 0, told.size
    middle = told.drafts[at].start if told.drafts else 0
    block = middle // AROUND * AROUND  # so that drafts near each other have the same part
    first = max(block - AROUND // 2, 0)
    return first, min(first + 2 * AROUND, told.size)


def _pick(on_pick: Callable[[int], None]) -> None:
    picked = st.session_state[KEY].get("picked")
    if picked is not None:
        on_pick(int(picked))
