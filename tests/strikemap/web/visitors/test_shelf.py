"""The shelf: found by its token alone, forgotten after its hours, of a limited size."""

from __future__ import annotations

import time

import pytest
from streamlit.testing.v1 import AppTest

from strikemap.web.visitors import session
from strikemap.web.visitors.shelf import MOST_ENTRIES, Shelf

NONE: frozenset[str] = frozenset()


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shelf(clock: Clock) -> Shelf:
    return Shelf(100, 3600.0, clock=clock)


def put(shelf: Shelf, token: str, entry: str, thing: object, rows: int = 1, *hashes: str) -> bool:
    return shelf.put(token, entry, {"thing": thing}, rows=rows, hashes=frozenset(hashes))


def found(shelf: Shelf, token: str, data_hash: str = "") -> object:
    kept = shelf.find(token, data_hash)
    return None if kept is None else kept.things["thing"]


def test_a_thing_is_found_by_its_own_token_only(shelf: Shelf):
    put(shelf, "a", "1", "mine")
    assert found(shelf, "a") == "mine"
    assert found(shelf, "b") is None
    assert found(shelf, "") is None


def test_a_link_finds_the_entry_that_has_its_hash_and_no_other(shelf: Shelf):
    put(shelf, "a", "1", "one", 1, "h1", "h2")
    put(shelf, "a", "2", "two", 1, "h3")
    assert found(shelf, "a", "h1") == "one"
    assert found(shelf, "a", "h9") is None
    assert found(shelf, "a") == "two"


def test_after_its_time_a_thing_is_gone(shelf: Shelf, clock: Clock):
    put(shelf, "a", "1", "mine")
    clock.now = 3599
    assert shelf.knows("a")
    clock.now = 3600
    assert not shelf.knows("a")


def test_a_thing_is_gone_though_nobody_asks():
    shelf = Shelf(100, 0.05)
    put(shelf, "a", "1", "mine")
    sweeper = shelf._sweeper
    assert sweeper is not None
    sweeper.join()
    time.sleep(0)
    assert not shelf._kept


def test_the_least_lately_used_gives_way_and_what_is_too_large_is_not_kept(shelf: Shelf):
    assert put(shelf, "a", "1", "old", 60)
    assert put(shelf, "b", "1", "new", 60)
    assert found(shelf, "a") is None
    assert not put(shelf, "b", "1", "larger", 101)
    assert found(shelf, "b") is None


def test_a_thing_that_two_pages_look_at_counts_once(shelf: Shelf):
    thing = object()
    put(shelf, "a", "1", thing, 60)
    put(shelf, "a", "2", thing, 60)
    shelf.drop("a", "2")
    assert found(shelf, "a") is thing


def test_a_token_keeps_a_few_entries_only(shelf: Shelf):
    for entry in range(MOST_ENTRIES + 1):
        put(shelf, "a", str(entry), entry, 1, f"h{entry}")
    assert found(shelf, "a", "h0") is None
    assert found(shelf, "a", "h1") == 1
    shelf.drop("a", str(MOST_ENTRIES))
    assert found(shelf, "a") == MOST_ENTRIES - 1


def draw_page() -> None:
    import streamlit as st

    from strikemap.web.visitors import session

    session.return_own(data_hash="", anything=True)
    if st.session_state.get("given_back"):
        st.session_state.pop(session.UPLOAD_KEY, None)
    session.keep_own()


def test_what_a_page_that_was_loaded_again_gives_back_is_nowhere_kept(
    monkeypatch: pytest.MonkeyPatch, shelf: Shelf
):
    monkeypatch.setattr(session, "SHELF", shelf)
    monkeypatch.setattr(session, "find_token", lambda _: "a")
    shelf.put("a", "of the page before", {session.UPLOAD_KEY: "mine"}, rows=1, hashes=NONE)
    shelf.put("b", "of another", {session.UPLOAD_KEY: "theirs"}, rows=1, hashes=NONE)
    page = AppTest.from_function(draw_page).run()
    assert page.session_state[session.UPLOAD_KEY] == "mine"
    page.session_state["given_back"] = True
    assert not page.run().exception
    assert shelf.find("a") is None
    assert shelf.knows("b")
