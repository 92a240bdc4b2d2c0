"""The shelf: found by its token alone, forgotten after its hours, of a limited size."""

from __future__ import annotations

import pickle
import threading
import time

import pytest
from streamlit.testing.v1 import AppTest

from strikemap.web.visitors import session
from strikemap.web.visitors import shelf as shelving
from strikemap.web.visitors.away import NotYet
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


def test_what_nobody_looks_at_is_put_away_and_comes_back_as_it_was(shelf: Shelf):
    pair = ["a", "b"]
    shelf.put("a", "used", {"thing": pair}, rows=1, hashes=NONE)
    shelf.put("b", "left", {"thing": pair, "again": pair}, rows=1, hashes=frozenset({"h"}))
    assert not shelf.put_away({"used"}), "it is in memory for another anyway"
    assert shelf.put_away(()) == 2
    assert not shelf.put_away(()), "both are away"
    peeked = shelf.peek("b")
    assert peeked is not None
    assert not peeked.things
    kept = shelf.find("b", "h")
    assert kept is not None
    assert kept.things == {"thing": pair, "again": pair}
    assert kept.things["thing"] is kept.things["again"]
    assert kept.things["thing"] is not pair
    assert shelf.find("b") is kept
    shelf.drop_kept("b", peeked)  # the same, though it went away and came back
    assert not shelf.knows("b")


class Working:
    """Not to be put away until it is done."""

    done = False

    def __getstate__(self) -> dict[str, object]:
        if not self.done:
            raise NotYet
        return {}


def test_what_is_at_work_waits_and_what_works_on_data_stays(clock: Clock):
    shelf = Shelf(100, 3600.0, clock=clock, live={"workspace"})
    work, open_one = Working(), threading.Lock()
    shelf.put("a", "1", {"work": work, "workspace": open_one}, rows=1, hashes=NONE)
    shelf.put("b", "1", {"workspace": open_one}, rows=1, hashes=NONE)
    assert not shelf.put_away(())
    work.done = True
    assert shelf.put_away(()) == 1
    kept = shelf.find("a")
    assert kept is not None
    assert kept.things["workspace"] is open_one
    assert isinstance(kept.things["work"], Working)


def test_what_the_disk_does_not_take_or_give_back_is_forgotten_and_told(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
):
    told: list[BaseException] = []
    monkeypatch.setattr(shelving, "note_failure", told.append)
    put(shelf, "a", "1", threading.Lock())
    put(shelf, "b", "1", "mine")
    assert shelf.put_away(()) == 2
    assert not shelf.knows("a")
    monkeypatch.setattr(pickle, "load", lambda _: 1 / 0)
    assert shelf.find("b") is None
    assert [type(error) for error in told] == [TypeError, ZeroDivisionError]
    assert not shelf.knows("b")


def test_of_many_that_are_away_the_oldest_give_way(shelf: Shelf, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shelving, "MOST_AWAY", 2)
    for token in "abc":
        put(shelf, token, "1", token)
    assert shelf.put_away(()) == 3
    assert [found(shelf, token) for token in "abc"] == [None, "b", "c"]


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
