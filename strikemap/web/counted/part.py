"""Which part of a counted database a visitor has open, with all its details."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from geo.errors import FilterError, WorkspaceError
from geo.strikes.filters import Filters
from strikemap.languages.troubles import say_trouble
from strikemap.web.address.steps import PART_KEY, PART_PART
from strikemap.web.counted.database import CountedDatabase
from strikemap.web.period import renew_map
from strikemap.web.start.first_map import STARTED_KEY
from strikemap.web.visitors.session import (
    COUNTED_KEY,
    UPLOAD_KEY,
    WORKSPACE_KEY,
    forget_hashes,
)
from strikemap.web.workspaces.part import most_held
from strikemap.web.workspaces.session import tell_problem, visitor
from strikemap.web.workspaces.shared import open_shared

__all__ = ["ASKED_KEY", "current_counted", "fits", "most_opened", "open_again", "open_part",
           "return_part"]  # fmt: skip

ASKED_KEY = "counted_filters"  # of Explore, which pages beside it go by
MOST = 100_000  # strikes that are opened with all their details


def most_opened() -> int:
    """Return how many strikes of a counted database are opened with all their details."""
    return min(MOST, most_held())


def current_counted() -> CountedDatabase | None:
    """Return the database that is shown by its counts; None where strikes themselves are shown."""
    state = st.session_state
    if state.get(UPLOAD_KEY) is not None or WORKSPACE_KEY in state:
        return None
    found: CountedDatabase | None = state.get(COUNTED_KEY)
    return found


def fits(database: CountedDatabase, filters: Filters) -> bool:
    """Say whether filters leave few enough strikes to be opened, and any."""
    return 0 < database.totals(filters).rows <= most_opened()


def open_part(database: CountedDatabase, filters: Filters) -> None:
    """Open the strikes that pass, with those that other kinds would show where there is room.

    Raises WorkspaceError where they cannot be read.
    """
    wider = replace(filters, kinds=(), only=())
    chosen = wider if fits(database, wider) else filters
    _hold(database, chosen)
    renew_map()


def _hold(database: CountedDatabase, chosen: Filters) -> None:
    st.session_state[WORKSPACE_KEY] = open_shared(database.name, chosen, who=visitor())
    st.session_state[PART_KEY] = chosen.to_query()
    forget_hashes()


def return_part(database: CountedDatabase) -> None:
    """Open the part that the address of a new session names, where it still fits."""
    said = st.query_params.get(PART_PART, "")
    if not said or st.session_state.get(STARTED_KEY):
        return
    try:
        chosen = Filters.from_query(said)
    except FilterError:
        return
    if fits(database, chosen):
        _hold_or_tell(database, chosen)


def open_again(asked: Filters) -> None:
    """Open the part that this visitor had, which gave way to others'; where it cannot be, say why.

    Raises WorkspaceError where the database does not answer.
    """
    database = current_counted()
    if database is not None and fits(database, asked):
        _hold_or_tell(database, asked)


def _hold_or_tell(database: CountedDatabase, chosen: Filters) -> None:
    try:
        _hold(database, chosen)
    except WorkspaceError as error:
        tell_problem(say_trouble(str(error)))
