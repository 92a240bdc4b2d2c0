"""What a session has of a visitor's own, put on the shelf at each run, and taken from it again."""

from __future__ import annotations

import secrets
from typing import Any

import streamlit as st

from strikemap.web.apart.asking import VISITOR
from strikemap.web.visitors.cookie import find_token, make_token, send_token
from strikemap.web.visitors.shelf import Shelf

__all__ = [
    "COUNTED_KEY", "DECISIONS_KEY", "EDITS_KEY", "HOURS", "LAST_KEY", "LAYERS_KEY", "OPENING_KEY",
    "PROFILE_KEY", "STEPS_KEY", "TEXTS_KEY", "TITLES_KEY", "UPLOAD_KEY", "WORKSPACE_KEY",
    "forget_hashes",
    "is_kept", "keep_own", "name_visitor", "note_hash", "return_own", "send_own_token",
]  # fmt: skip

HOURS = 8
MOST_ROWS = 5_000_000  # strikes and claims of all visitors, some 60 bytes each on disk
BYTES_OF_ROW = 200  # of a file that is still being opened
# The names in the session of a visitor's own data, of the file being opened, and of decisions.
UPLOAD_KEY, OPENING_KEY, DECISIONS_KEY = "uploaded_dataset", "opening", "place_decisions"
WORKSPACE_KEY = "open_workspace"
COUNTED_KEY = "counted_database"  # that is larger than a page holds, and shown by its counts
LAST_KEY = "workspace_open_last"  # its title, where this browser's visitor had one open before
LAYERS_KEY = "own_layers"
TEXTS_KEY = "report_texts"  # that are read on the Reports page
EDITS_KEY = "report_edits"  # what was typed for their drafts
STEPS_KEY = "report_steps"  # what was decided of their drafts without a workspace
TITLES_KEY = "own_titles"  # what data are called, by their name
PROFILE_KEY = "release_profile"  # that is on: without it all strikes would be shown again
KEPT_KEYS = (
    UPLOAD_KEY, OPENING_KEY, DECISIONS_KEY, WORKSPACE_KEY, LAYERS_KEY, TEXTS_KEY, EDITS_KEY,
    STEPS_KEY, PROFILE_KEY, TITLES_KEY,
)  # fmt: skip
TOKEN_KEY, ENTRY_KEY, HASHES_KEY = "visitor_token", "visitor_entry", "visitor_hashes"
FITS_KEY = "visitor_fits"
TAKEN_KEY = "visitor_taken"  # what the session began with, which another one had put there
SHELF = Shelf(MOST_ROWS, HOURS * 3600.0, live={WORKSPACE_KEY, PROFILE_KEY})


def return_own(*, data_hash: str, anything: bool) -> None:
    """Give a new session what this browser's visitor had before the page was loaded again.

    data_hash: that of the address, which a visitor's own data must have; without one, `anything`
    says whether what was kept last is given. A profile that is on stays on whatever is opened, so
    that no address shows or writes more than what may leave.
    """
    if ENTRY_KEY in st.session_state:
        return
    st.session_state[ENTRY_KEY] = secrets.token_hex(8)
    token = find_token(SHELF.knows)
    if not token:
        return
    st.session_state[TOKEN_KEY] = token
    kept = SHELF.find(token, data_hash) if data_hash or anything else None
    if kept is None and (last := SHELF.peek(token)):
        st.session_state[LAST_KEY] = getattr(last.things.get(WORKSPACE_KEY), "title", "")
        if PROFILE_KEY in last.things:
            st.session_state[PROFILE_KEY] = last.things[PROFILE_KEY]
    if kept is not None:
        st.session_state[HASHES_KEY], st.session_state[TAKEN_KEY] = kept.hashes, kept
        for name, thing in kept.things.items():
            st.session_state[name] = thing


def name_visitor() -> None:
    """Say in this thread who asks: one visitor's files are read one after the other."""
    state = st.session_state
    names = (str(state.get(key) or "") for key in (ENTRY_KEY, TOKEN_KEY))
    VISITOR.set(frozenset(filter(None, names)))


def keep_own() -> None:
    """Put what this session has of the visitor's own on the shelf, or forget what it had there."""
    state = st.session_state
    things = {name: state[name] for name in KEPT_KEYS if _is_own(state.get(name))}
    entry = state.get(ENTRY_KEY, "")
    if not things or not entry:
        if TOKEN_KEY in state:
            SHELF.drop(state[TOKEN_KEY], entry)
            if TAKEN_KEY in state:  # else it comes back at the next reload
                SHELF.drop_kept(state[TOKEN_KEY], state.pop(TAKEN_KEY))
        state.pop(HASHES_KEY, None)
        return
    token = state.setdefault(TOKEN_KEY, make_token())
    hashes = state.get(HASHES_KEY, frozenset())
    state[FITS_KEY] = SHELF.put(token, entry, things, rows=_count_rows(things), hashes=hashes)


def send_own_token() -> None:
    """Have the browser keep the token of what was kept, if any; once a run."""
    token = st.session_state.get(TOKEN_KEY)
    if token:
        send_token(token)


def note_hash(data_hash: str) -> None:
    """Keep what the session holds under the hash that an address has while it is shown."""
    known: frozenset[str] = st.session_state.get(HASHES_KEY, frozenset())
    if data_hash not in known:
        st.session_state[HASHES_KEY] = known | {data_hash}
        keep_own()  # the page may be loaded again before this run is done


def forget_hashes() -> None:
    """Say that the session holds other data from now on, which no link has been made of."""
    st.session_state.pop(HASHES_KEY, None)


def is_kept() -> bool:
    """Say whether what the session has survives a reload of the page."""
    return bool(st.session_state.get(FITS_KEY, True))


def _is_own(thing: object) -> bool:
    """Say whether a visitor would lose a thing; not a workspace that the app was started with."""
    return thing is not None and thing != () and not getattr(thing, "started", False)


def _count_rows(things: dict[str, Any]) -> int:
    upload, opening = things.get(UPLOAD_KEY), things.get(OPENING_KEY)
    tables = (getattr(upload, name, ()) for name in ("strikes", "claims"))
    size = getattr(getattr(opening, "file", None), "size", 0) or 0
    size += sum(one.size for name in (LAYERS_KEY, TEXTS_KEY) for one in things.get(name, ()))
    return sum(map(len, tables)) + int(size) // BYTES_OF_ROW
