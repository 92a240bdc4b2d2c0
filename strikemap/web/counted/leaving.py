"""Leaving a part of a counted database, once more is asked for than it holds."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import streamlit as st

from gazetteer.language import _
from geo.strikes.filters import Filters
from strikemap.web.address.steps import PART_KEY
from strikemap.web.period import Period, get_period, renew_map, set_period
from strikemap.web.visitors.session import UPLOAD_KEY, WORKSPACE_KEY, forget_hashes
from strikemap.web.workspaces.session import current_workspace, held_workspace, let_go

__all__ = ["covers", "fill_ends", "keep_ends", "leave_part", "leave_where_wider", "offer_whole"]

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
    set_period(fill_ends(get_period(), held.asked))
    let_go()
    del state[WORKSPACE_KEY]
    state.pop(PART_KEY, None)
    forget_hashes()
    renew_map()


def keep_ends(period: Period) -> Period:
    """Return the period of the map's slider with the ends of the part that is open, and keep it.

    An end that stands at the edge of the data comes from the slider as open. No end at all is the
    whole of the part, with what has no date.
    """
    held = current_workspace()
    if held is None or held.asked is None or period == (None, None):
        return period
    filled = fill_ends(period, held.asked)
    if filled != period:
        set_period(filled)
    return filled


def fill_ends(period: Period, part: Filters) -> Period:
    """Return a period whose open ends are those of the part; they may be open there too."""
    begins, ends = period
    return begins or part.date_from, ends or part.date_to


def covers(part: Filters, asked: Filters) -> bool:
    """Say whether all that filters ask for is in a part; an end left open asks for its own."""
    for name in (one.name for one in fields(part)):
        held, wanted = getattr(part, name), getattr(asked, name)
        if not held or held == wanted or name in ("date_from", "date_to"):
            continue
        if not (name in _SEVERAL and wanted and set(wanted) <= set(held)):
            return False
    return all(_is_within(day, part) for day in (asked.date_from, asked.date_to) if day)


def _is_within(day: date, part: Filters) -> bool:
    begins, ends = part.date_from, part.date_to
    return (not begins or day >= begins) and (not ends or day <= ends)
