"""Leaving a part of a counted database, once more is asked for than it holds."""

from __future__ import annotations

from dataclasses import fields

import streamlit as st

from gazetteer.language import _
from geo.strikes.filters import Filters
from strikemap.web.address.steps import PART_KEY
from strikemap.web.period import get_period, renew_map, set_period
from strikemap.web.visitors.session import UPLOAD_KEY, WORKSPACE_KEY, forget_hashes
from strikemap.web.workspaces.session import held_workspace

__all__ = ["covers", "leave_part", "leave_where_wider", "offer_whole"]

_SEVERAL = ("governorates", "districts", "kinds", "actors", "statuses", "sources", "targets",
            "weekdays", "hours")  # fmt: skip


def offer_whole() -> None:
    """Offer all of the database, where a part of it is open: its period and filters are let go."""
    held = held_workspace()
    if held is not None and held.asked is not None:
        st.button(_("All of the database"), key="counted_whole", on_click=_show_whole)


def _show_whole() -> None:
    from strikemap.web.address.steps import reset

    leave_part()
    reset()


def leave_where_wider(asked: Filters) -> None:
    """Leave the part that is open for all of its database, once filters ask for more than it."""
    held = held_workspace()
    if held is None or held.asked is None or st.session_state.get(UPLOAD_KEY) is not None:
        return
    if not covers(held.asked, asked):
        leave_part()
        st.rerun()


def leave_part() -> None:
    """Show the counts of all of the database; the period of the part stays. Before a run's map."""
    state = st.session_state
    held = held_workspace()
    if held is None or held.asked is None:
        return
    if get_period() == (None, None):  # the whole of a part is its period
        set_period((held.asked.date_from, held.asked.date_to))
    del state[WORKSPACE_KEY]
    state.pop(PART_KEY, None)
    forget_hashes()
    renew_map()


def covers(part: Filters, asked: Filters) -> bool:
    """Say whether all that filters ask for is in a part; without a period they ask for its own."""
    for name in (one.name for one in fields(part)):
        held, wanted = getattr(part, name), getattr(asked, name)
        if not held or held == wanted:
            continue
        if name in _SEVERAL and wanted and set(wanted) <= set(held):
            continue
        if name == "date_from" and (asked.date_from or asked.date_to) is not None:
            if asked.date_from is None or asked.date_from < held:
                return False
        elif name == "date_to" and (asked.date_from or asked.date_to) is not None:
            if asked.date_to is None or asked.date_to > held:
                return False
        elif name not in ("date_from", "date_to"):
            return False
    return True
