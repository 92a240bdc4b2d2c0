"""Filters as steps: written into the address, read when a visitor goes Back, undone by a button.

Streamlit makes a step of every change of the address. The map writes what its hand did before
Python does, so that the same address is no step when Python says it; and the first address of a
page, which Streamlit would put after an empty one, is handed to the map to write.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from gazetteer.language import _
from geo.errors import FilterError
from geo.strikes.filters import PARTS_OF_MAP, Filters
from geo.strikes.schema import KINDS
from strikemap.web.countries import COUNTRY_PART, chosen_countries
from strikemap.web.filters import (
    DEFAULT_FILTERS,
    FRESH_KEY,
    PROBLEM_KEY,
    set_filters,
)
from strikemap.web.languages.choice import LANGUAGE_PART, asked_language
from strikemap.web.map_view import DATA_PART, OF_PART, SHEET_PARTS, MapView
from strikemap.web.period import get_period, reset_period
from strikemap.web.wording import escape_markdown

__all__ = [
    "PART_KEY", "PART_PART", "are_usual", "first_address", "follow_history", "offer_steps",
    "reset", "write_address",
]  # fmt: skip

Parts = dict[str, list[str]]
STANDING_KEY = "filters_in_address"  # the filters' parts of the step that stands
BEFORE_KEY = "filters_before"  # those of the steps before, the last one last
CAME_KEY = "filters_by_history"
UNDONE_KEY = "filters_undone"  # what is undone is nothing to come back to by the same button
MOST_BEFORE = 50
PERIOD_PARTS = ("from", "to")
# Which strikes of a database that is counted are open, as a query; the name in session and address.
PART_KEY, PART_PART = "part_of_database", "part"
OWN_PARTS_OF_MAP = {*PARTS_OF_MAP, *PERIOD_PARTS} - {
    DATA_PART, OF_PART, COUNTRY_PART, *SHEET_PARTS, LANGUAGE_PART, PART_PART,
}  # fmt: skip


def _given() -> Parts:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _is_bare(given: Parts) -> bool:
    """Return whether an address asks for nothing but data, which are what is shown."""
    return set(given) <= {DATA_PART, LANGUAGE_PART}


def _of_filters(parts: Mapping[str, list[str]]) -> Parts:
    """Return the parts that filter, the period aside: that is the map's slider's."""
    left = (*PARTS_OF_MAP, *PERIOD_PARTS)
    return {name: list(said) for name, said in parts.items() if name not in left}


def _of_page(parts: Mapping[str, list[str]]) -> Parts:
    """Return the parts that the map does not write: filters, and which data are shown."""
    return {name: list(said) for name, said in parts.items() if name not in OWN_PARTS_OF_MAP}


def _leave_to_map(parts: Parts, given: Parts) -> Parts:
    """Return parts with what the map wrote of its own, of which Python learns a run later.

    After Back or Forward a step that is made of what Python knew would end the way forward.
    """
    own = {name: said for name, said in given.items() if name in OWN_PARTS_OF_MAP}
    return dict(sorted({**_of_page(parts), **own}.items())) if own else parts


def _to_parts(filters: Filters, map_view: MapView) -> Parts:
    parts = filters.to_parts()
    if not filters.kinds:  # said in full: a bare address means the usual kinds
        parts["kind"] = [",".join(KINDS)]
    parts |= map_view.to_parts()
    if countries := chosen_countries():
        parts[COUNTRY_PART] = [",".join(countries)]
    if language := asked_language():
        parts[LANGUAGE_PART] = [language]
    if part := st.session_state.get(PART_KEY):
        parts[PART_PART] = [part]
    return dict(sorted(parts.items()))  # in the order in which the map writes them


def follow_history(settle: Callable[[Filters], Filters]) -> None:
    """Take over the filters of a step that a visitor went back or forward to.

    settle: as in `start_filters`. Only before the widgets are drawn in a run, and after
    `start_filters`. The map itself follows with its own parts.
    """
    state, given = st.session_state, _given()
    said = _of_filters(given)
    # Streamlit sends the address that the page was opened at until it has written one itself: a
    # bare one is no step to go back to, since the map writes the usual kinds into the first.
    if _is_bare(given) or state.get(FRESH_KEY) or said == state.get(STANDING_KEY):
        return
    # A run that is cut short before the widgets are drawn counts for nothing: what stands is noted
    # only once they are, in write_address.
    state[CAME_KEY] = True
    try:
        _take(settle(Filters.from_parts(said)) if said else DEFAULT_FILTERS)
    except FilterError as error:
        state[PROBLEM_KEY] = str(error)
        _take(DEFAULT_FILTERS)


def first_address(filters: Filters, map_view: MapView) -> str:
    """Return the query that the map writes where the page was opened without one, else ""."""
    if not _is_bare(_given()) or PROBLEM_KEY in st.session_state:
        return ""
    return urlencode(_to_parts(filters, map_view), doseq=True)


def write_address(filters: Filters, map_view: MapView, *, by_map: bool = True) -> None:
    """Keep the address equal to filters and map; a faulty one stays until a filter changes.

    by_map: the map writes what is its own, such as the period; else that is written here too.
    """
    state = st.session_state
    if PROBLEM_KEY in state:
        if replace(filters, only=DEFAULT_FILTERS.only) == DEFAULT_FILTERS:
            problem = escape_markdown(state[PROBLEM_KEY])
            st.warning(
                _(
                    "The filters in this link could not be read, so the usual view is shown. "
                    "{problem}",
                    problem=problem,
                )
            )
            state[STANDING_KEY] = _of_filters(_given())
            return
        del state[PROBLEM_KEY]
    parts = _to_parts(filters, map_view)
    now = _of_filters(parts)
    is_fresh = state.pop(FRESH_KEY, False)
    came, undone = state.pop(CAME_KEY, False), state.pop(UNDONE_KEY, False)
    if is_fresh:
        state[BEFORE_KEY] = []
    elif now != state[STANDING_KEY] and not undone:
        state[BEFORE_KEY] = _list_before(now, came=came)
    state[STANDING_KEY] = now
    given = _given()
    if not by_map or (is_fresh and not _is_bare(given)):
        _write(parts, given)
    elif not is_fresh and _of_page(parts) != _of_page(given):
        _write(_leave_to_map(parts, given), given)


def _write(parts: Parts, given: Parts) -> None:
    if parts != given:
        st.query_params.from_dict(parts)


def _list_before(now: Parts, *, came: bool) -> list[Parts]:
    """Return what the filters were before these; came: by Back or Forward, not by a filter."""
    before: list[Parts] = st.session_state[BEFORE_KEY]
    if came and now in before:
        return before[: len(before) - 1 - before[::-1].index(now)]
    return [*before, st.session_state[STANDING_KEY]][-MOST_BEFORE:]


def are_usual(filters: Filters) -> bool:
    """Return whether the filters, the period aside, are those that the page opens with."""
    usual = replace(DEFAULT_FILTERS, only=filters.only)
    return replace(filters, date_from=None, date_to=None) == usual


def offer_steps(filters: Filters) -> None:
    """Draw the buttons for what the filters were before, and for the usual ones.

    Each only where it changes something; after `write_address`, which knows what was before.
    """
    if st.session_state.get(BEFORE_KEY):
        # No shortcut: Streamlit's work in its text fields too, where Ctrl+Z undoes letters.
        st.button(_("Undo"), key="filters_undo", on_click=_undo, help=_("Filter as before"))
    if not are_usual(filters) or filters.date_from or filters.date_to:
        st.button(_("Reset filters"), key="filters_reset", on_click=reset)


def _undo() -> None:
    before: list[Parts] = st.session_state.get(BEFORE_KEY) or []
    if before:
        _take(Filters.from_parts(before.pop()))
        st.session_state[UNDONE_KEY] = True


def reset() -> None:
    """Filter as the page opens, all dates too; the view stays. For a button, before a run."""
    reset_period()
    _take(DEFAULT_FILTERS)


def _take(filters: Filters) -> None:
    date_from, date_to = get_period()
    set_filters(replace(filters, date_from=date_from, date_to=date_to))
