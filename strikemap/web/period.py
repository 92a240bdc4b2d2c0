"""The period of the page: that of the address, then that of the map's slider."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from strikemap.web.map_component import MapState
from strikemap.web.start.first_map import NUMBER_KEY

__all__ = [
    "Period",
    "close_ends",
    "count_resets",
    "follow_map",
    "get_period",
    "map_key",
    "open_ends",
    "renew_map",
    "reset_period",
    "set_period",
]

Period = tuple[date | None, date | None]  # inclusive days; None: no bound on this side
PERIOD_KEY = "period"
SEEN_KEY, STALE_KEY, RESETS_KEY = "period_seen", "period_stale", "period_resets"


def open_ends(period: Period, first_day: date | None, last_day: date | None) -> Period:
    """Return the period without a bound that lets every dated row through.

    Both are left out only where they let the map's whole slider through, from the first day of
    the first month to the last of the last: any shorter period has no undated rows, though it
    holds every dated one.
    """
    start, end = period
    begins = not start or bool(first_day and start <= first_day)
    ends = not end or bool(last_day and end >= last_day)
    if begins and ends:
        return (None, None) if _is_whole(period, first_day, last_day) else period
    return None if begins else start, None if ends else end


def _is_whole(period: Period, first_day: date | None, last_day: date | None) -> bool:
    """Return whether a period reaches from end to end of the slider; see aroundMonths there."""
    start, end = period
    if not (first_day and last_day):
        return True
    after = (last_day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return (not start or start <= first_day.replace(day=1)) and (
        not end or end >= after - timedelta(days=1)
    )


def close_ends(
    period: Period, first_day: date | None, last_day: date | None
) -> tuple[date, date] | None:
    """Return the period with the data's own days as missing bounds; None for the whole period."""
    start, end = period
    if not (start or end):
        return None
    days = [day for day in (start, end, first_day, last_day) if day]
    return start or min(days), end or max(days)


def get_period() -> Period:
    """Return the period of the page."""
    period: Period = st.session_state.get(PERIOD_KEY, (None, None))
    return period


def set_period(period: Period) -> None:
    """Keep a period for the page; the map takes it over when it is mounted."""
    st.session_state[PERIOD_KEY] = period


def reset_period() -> None:
    """Show the whole period at the next run, the map's slider too. For a button, before a run."""
    session = st.session_state
    set_period((None, None))
    session[STALE_KEY] = session.get(SEEN_KEY)  # the map still says so until its slider has moved
    session[RESETS_KEY] = count_resets() + 1


def count_resets() -> int:
    """Return how often the period was reset: with each the map shows all dates."""
    count: int = st.session_state.get(RESETS_KEY, 0)
    return count


def map_key() -> str:
    """Return the key of the map; a new key mounts a new map, with the period of the page."""
    return f"strike_map_{st.session_state.get(NUMBER_KEY, 0)}"


def renew_map() -> None:
    """Mount a new map at the next run, as for other data."""
    st.session_state[NUMBER_KEY] = st.session_state.get(NUMBER_KEY, 0) + 1


def follow_map(state: MapState, first_day: date | None, last_day: date | None) -> Period:
    """Take over the period of the map's slider once a hand has moved it, and return the period."""
    seen = (state.date_from, state.date_to)
    session = st.session_state
    if session.get(STALE_KEY) not in (None, seen):
        session[STALE_KEY] = None
    session[SEEN_KEY] = seen
    if state.period_moved and session.get(STALE_KEY) is None:
        set_period(open_ends((state.date_from, state.date_to), first_day, last_day))
    elif _is_whole(get_period(), first_day, last_day):
        set_period((None, None))
    return get_period()
