"""Memory of visitors who left is given back, and what is there is not searched at each run."""

from __future__ import annotations

import asyncio
import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from bench.pages.server import page_running
from bench.pages.visitor import Visitor
from strikemap.web.visitors import leaving
from strikemap.web.workspaces.holders import Holders


class Knot:
    """What nothing but itself holds."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def thawed():
    """Leave no object of these tests set aside: what later ones begin with is, as before."""
    yield
    gc.unfreeze()
    gc.freeze()


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


class Session:
    """What is asked of a session that is over."""

    def __init__(self) -> None:
        self.session_state = {"visitor_entry": "e", "upload": object()}
        self.is_over = False

    def shutdown(self) -> None:
        self.is_over = True


def test_a_part_of_a_database_is_let_go_of_by_who_left():
    session, part = Session(), SimpleNamespace(holders=Holders())
    part.holders.note("e")
    session.session_state["open_workspace"] = part
    assert part.holders.in_use
    leaving.end(session)
    assert not part.holders.in_use


def test_it_is_given_back_when_a_visitor_left_or_much_has_come_and_else_seldom(monkeypatch):
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


PAGE = """import sys, weakref
sys.path.insert(0, {root!r})
import streamlit as st
from held import Held
from strikemap.web.visitors import leaving, session

def note(word):
    with open({told!r}, "a") as file: file.write(word)

def draw():
    session.return_own(data_hash="", anything=True)
    if session.UPLOAD_KEY not in st.session_state:
        for key, word in ((session.UPLOAD_KEY, "upload "), ("beside", "beside ")):
            st.session_state[key] = held = Held()
            weakref.finalize(held, note, word)
    held = st.session_state["beside"]
    st.button("Press", key="press", on_click=print, args=(held,))
    st.selectbox("Choose", [1, 2], key="choose", format_func=lambda one: str((held, one)))
    session.keep_own()

leaving.EVERY_S = 0.1
draw()
leaving.begin_watch()
"""


def test_a_server_that_nobody_comes_to_lets_go_of_who_left(tmp_path):
    from paths import ROOT

    told, page = tmp_path / "told.txt", tmp_path / "page.py"
    (tmp_path / "held.py").write_text("class Held: pass")
    page.write_text(PAGE.format(root=str(ROOT), told=str(told)))

    async def visit(address: str) -> None:
        async with Visitor(address):
            assert not told.exists()
        async with asyncio.timeout(60):
            while not told.exists() or set(told.read_text().split()) != {"upload", "beside"}:
                await asyncio.sleep(0.05)

    # A browser of another test may have a loop at work in this thread.
    running = page_running(page, {}, "--server.disconnectedSessionTTL", "1")
    with running as served, ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, visit(served.address)).result()
