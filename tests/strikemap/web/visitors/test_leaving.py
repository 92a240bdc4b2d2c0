"""Memory of visitors who left is given back, and what is there is not searched at each run."""

from __future__ import annotations

import asyncio
import gc
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest

from bench.pages.server import page_running
from bench.pages.visitor import Visitor
from geo.reading.read import read_seeds
from geo.strikes.filters import Filters
from strikemap.web.datasets import as_dataset
from strikemap.web.visitors import leaving
from strikemap.web.visitors.shelf import Shelf


class Knot:
    """What nothing but itself holds."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def thawed():
    """Leave no object set aside from the search of later tests."""
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_what_is_set_aside_is_found_when_nothing_holds_it_any_more():
    knot = Knot()
    gone = weakref.ref(knot)
    leaving.give_back()
    assert gc.get_freeze_count() > 10_000
    del knot
    gc.collect()
    assert gone() is not None, "the search of every run passes it over"
    leaving.give_back()
    assert gone() is None


@pytest.mark.usefixtures("thawed")
@pytest.mark.parametrize("error", [TypeError, OSError, AttributeError])
def test_where_no_pages_can_be_returned_the_rest_is_given_back(monkeypatch, error):
    def refuse(_name: object) -> None:
        raise error("argument of type 'NoneType' is not iterable")  # as Python says on Windows

    monkeypatch.setattr(leaving.ctypes, "CDLL", refuse)
    leaving.give_back()
    assert gc.get_freeze_count() > 10_000


def test_what_fails_to_be_given_back_is_not_tried_at_every_look(monkeypatch):
    tried = []

    def fail() -> None:
        tried.append(1)
        raise RuntimeError

    monkeypatch.setattr(leaving, "give_back", fail)
    monkeypatch.setattr(leaving, "MANY", 10**9)
    watch = leaving.Watch()
    with pytest.raises(RuntimeError):
        watch.look({}, leaving.SELDOM_S)
    assert not watch.look({}, leaving.SELDOM_S + 1)
    assert tried == [1]


class Session:
    """What is asked of a session that is over."""

    def __init__(self) -> None:
        self.session_state = {"visitor_entry": "e", "upload": object()}
        self.is_over = False

    def shutdown(self) -> None:
        self.is_over = True


def test_it_is_given_back_when_a_visitor_left_or_much_has_come_and_else_seldom(monkeypatch):
    done = []
    monkeypatch.setattr(leaving, "give_back", lambda: done.append(1))
    monkeypatch.setattr(leaving, "MANY", 10**9)
    watch, later = leaving.Watch(), leaving.SELDOM_S
    a, b, c = (Session() for _ in range(3))
    assert watch.look({"a": a, "b": b}, later)
    assert not watch.look({"a": a, "b": b, "c": c}, later + 1)
    assert watch.look({"a": a, "c": c}, later + 2)
    assert (a.is_over, b.is_over, c.is_over) == (False, True, False)
    assert not b.session_state
    assert a.session_state
    assert not watch.look({"a": a, "c": c}, later + 3)
    assert watch.look({"a": a, "c": c}, 2 * later + 3)
    monkeypatch.setattr(leaving, "MANY", 0)
    assert watch.look({"a": a, "c": c}, 2 * later + 4)
    assert len(done) == 4


def test_data_on_the_shelf_forget_their_answers_where_nobody_uses_them():
    shelf = Shelf(1_000, 3600.0)
    used, left = (as_dataset(read_seeds(), name, shipped=False) for name in ("used", "left"))
    for entry, dataset in (("e", used), ("f", left)):
        shelf.put("token", entry, {"data": dataset}, rows=42, hashes=frozenset())
        assert dataset.mark_rows(Filters(kinds=("airstrike",)))
        dataset.remember("a", lambda: 1)
    shelf.forget_answers({"e"})
    assert "payload" in vars(used)
    assert not {"payload", "sieve", "plain"} & set(vars(left))
    assert left.remember("a", lambda: 2) == 2
    assert used.remember("a", lambda: 2) == 1
    assert left.mark_rows(Filters()) == "", "what was forgotten is worked out again"


PAGE = """import sys, weakref
sys.path.insert(0, {root!r})
import streamlit as st
from pathlib import Path
from strikemap.web.visitors import leaving

class Held: pass

leaving.EVERY_S = 0.1
if "held" not in st.session_state:
    st.session_state["held"] = held = Held()
    weakref.finalize(held, Path({told!r}).write_text, "gone")
    del held
leaving.begin_watch()
"""


def test_a_server_that_nobody_comes_to_lets_go_of_who_left(tmp_path):
    from paths import ROOT

    told, page = tmp_path / "told.txt", tmp_path / "page.py"
    page.write_text(PAGE.format(root=str(ROOT), told=str(told)))

    async def visit(address: str) -> None:
        async with Visitor(address):
            assert not told.exists()
        async with asyncio.timeout(60):
            while not told.exists():
                await asyncio.sleep(0.05)

    # A browser of another test may have a loop at work in this thread.
    running = page_running(page, {}, "--server.disconnectedSessionTTL", "1")
    with running as served, ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, visit(served.address)).result()
