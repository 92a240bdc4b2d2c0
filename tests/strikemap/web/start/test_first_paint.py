"""The first paint: libraries wait for a request of the map's own script, and for nothing else."""

from __future__ import annotations

import asyncio
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from geo.webmap.assets import loader_script
from strikemap.web.serving.guard import Guard
from strikemap.web.start import first_paint

LONG_S = 60.0


@pytest.fixture
def drawn(monkeypatch) -> threading.Event:
    """Give a server of which nobody has asked for anything, and whose libraries are not loaded."""
    event = threading.Event()
    monkeypatch.setattr(first_paint, "_drawn", event)
    monkeypatch.setattr(first_paint, "PATIENCE_S", LONG_S)
    monkeypatch.delitem(sys.modules, first_paint.LIBRARIES, raising=False)
    return event


async def serve(_scope, _receive, _send) -> None:
    """Answer nothing: what is served is not asked here."""


async def ask(query: bytes) -> None:
    """Ask for something of a server, as a browser does."""
    scope = {"type": "http", "headers": [(b"host", b"localhost")], "query_string": query}
    await Guard(serve)(scope, None, None)  # type: ignore[arg-type]


def test_the_wait_ends_with_the_request_of_the_maps_script(drawn):
    with ThreadPoolExecutor(2) as pool:
        waiting = pool.submit(first_paint.wait_for_paint)
        pool.submit(asyncio.run, ask(b"")).result()
        assert not drawn.is_set()
        assert not waiting.done()
        pool.submit(asyncio.run, ask(first_paint.DRAWN)).result()
        waiting.result(LONG_S / 2)


def test_the_maps_script_asks_for_it():
    assert f'fetch("./_stcore/health?{first_paint.DRAWN.decode()}"' in loader_script()


def test_nothing_is_waited_for_where_the_libraries_are_loaded(drawn, monkeypatch):
    monkeypatch.setitem(sys.modules, first_paint.LIBRARIES, sys)
    first_paint.wait_for_paint()
    assert not drawn.is_set()
