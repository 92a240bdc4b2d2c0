"""The period of the page: that of the address, then that of the map's slider."""

from __future__ import annotations

from datetime import date

import streamlit as st

from strikemap.web.map_component import MapState
from strikemap.web.start.first_map import NUMBER_KEY

__all__ = [
    "Period",
    "close_ends",
    "follow_map",
    "get_period",
    "map_key",
    "open_ends",
    "renew_map",
    "set_period",
]

Period = tuple[date | None, date | None]  # inclusive days; None: no bound on this side
PERIOD_KEY = "period"


def open_ends(period: Period, first_day: date | None, last_day: date | None) -> Period:
    """Return the period without the bounds that let every dated row through."""
    start, end = period
    if start and first_day and start <= first_day:
        start = None
    if end and last_day and end >= last_day:
        end = None
    return start, end


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


def map_key() -> str:
    """Return the key of the map; a new key mounts a new map, with the period of the page."""
    return f"strike_map_{st.session_state.get(NUMBER_KEY, 0)}"


def renew_map() -> None:
    """Mount a new map at the next run, as for other data."""
    st.session_state[NUMBER_KEY] = st.session_state.get(NUMBER_KEY, 0) + 1


def follow_map(state: MapState, first_day: date | None, last_day: date | None) -> Period:
    """Take over the period of the map's slider once a hand has moved it, and return the period."""
    if state.period_moved:
        set_period(open_ends((state.date_from, state.date_to), first_day, last_day))
    return get_period()
