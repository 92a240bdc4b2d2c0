"""What a session puts on the shelf is found again by what the address says."""

from __future__ import annotations

import streamlit as st

from strikemap.web.visitors import session
from strikemap.web.visitors.shelf import Shelf


def test_a_hash_is_on_the_shelf_as_soon_as_an_address_can_have_it(monkeypatch):
    own = ("a decision",)
    state: dict[str, object] = {session.ENTRY_KEY: "this", session.DECISIONS_KEY: own}
    monkeypatch.setattr(st, "session_state", state)
    monkeypatch.setattr(session, "SHELF", Shelf(1000, 3600.0))
    session.keep_own()  # as a run begins, which may be cut short
    token = str(state[session.TOKEN_KEY])
    assert session.SHELF.find(token, "65db701b") is None
    session.note_hash("65db701b")
    kept = session.SHELF.find(token, "65db701b")
    assert kept is not None
    assert kept.things == {session.DECISIONS_KEY: own}


def test_a_bare_address_gives_nothing_but_the_name_of_the_workspace_open_last(monkeypatch):
    class Opened:
        title, started = "work.gpkg", False

    state: dict[str, object] = {}
    shelf = Shelf(1000, 3600.0)
    things = {session.WORKSPACE_KEY: Opened()}
    shelf.put("token", "before", things, rows=0, hashes=frozenset({"65db701b"}))
    monkeypatch.setattr(st, "session_state", state)
    monkeypatch.setattr(session, "SHELF", shelf)
    monkeypatch.setattr(session, "find_token", lambda knows: "token" if knows("token") else "")
    session.return_own(data_hash="", anything=False)
    assert state[session.LAST_KEY] == "work.gpkg"
    assert session.WORKSPACE_KEY not in state


def test_a_profile_that_is_on_stays_on_whatever_address_is_opened(monkeypatch):
    profile = object()
    for put_away, address in ((False, ""), (True, ""), (False, "0ther0nes")):
        state: dict[str, object] = {}
        shelf = Shelf(1000, 3600.0, live=session.SHELF._live)
        things = {session.PROFILE_KEY: profile, session.DECISIONS_KEY: ("a decision",)}
        shelf.put("token", "before", things, rows=0, hashes=frozenset({"65db701b"}))
        assert not put_away or shelf.put_away(used=())
        monkeypatch.setattr(st, "session_state", state)
        monkeypatch.setattr(session, "SHELF", shelf)
        monkeypatch.setattr(session, "find_token", lambda _: "token")
        session.return_own(data_hash=address, anything=False)
        assert state[session.PROFILE_KEY] is profile
        assert session.DECISIONS_KEY not in state
