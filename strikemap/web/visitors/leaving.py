"""Memory of visitors who left is given back, and no run waits for a search through all objects.

Streamlit keeps who left until somebody else comes or goes, and after each run of a page it looks
through every object of the process for what can go: with a country's places loaded 60 ms, in
which no other visitor's page runs. What is there already is set aside from that search, and
looked through here: where a visitor left, where much has come, and else now and then.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import threading
import time
from collections.abc import Mapping
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from streamlit import runtime

from strikemap.web.visitors.session import ENTRY_KEY, SHELF, WORKSPACE_KEY

if TYPE_CHECKING:
    from streamlit.runtime.app_session import AppSession

__all__ = ["Watch", "begin_watch", "give_back"]

EVERY_S = 10.0  # seconds between two looks
SELDOM_S = 600.0
PATIENCE_S = 60.0  # for the server's own thread
MANY = 50_000  # objects that have come since: some 5 ms of search
_LOCK = threading.Lock()


def give_back() -> None:
    """Free what nothing holds, set the rest aside from later searches, and return free pages."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    if "pyarrow" in sys.modules:  # the first map stands before it is loaded
        sys.modules["pyarrow"].default_memory_pool().release_unused()
    with suppress(AttributeError, OSError, TypeError):  # of glibc alone; no name, on Windows
        ctypes.CDLL(None).malloc_trim(0)


def end(session: AppSession) -> None:
    """Let go of all that a session of who left holds, whoever still holds the session itself.

    Its state cleared keeps what widgets call when they change, and with that what they speak of.
    """
    session.shutdown()
    held = session.session_state
    with suppress(KeyError):
        part: Any = held[WORKSPACE_KEY]
        part.holders.let_go(str(held[ENTRY_KEY]))
    held.clear()
    with suppress(AttributeError):  # not public
        held._new_widget_state.widget_metadata.clear()
        session._fragment_storage.clear()


class Watch:
    """What was seen at the last look: the visitors' sessions, and when memory was given back."""

    def __init__(self) -> None:
        self._sessions: Mapping[str, AppSession] = {}
        self._given_back = 0.0

    def look(self, sessions: Mapping[str, AppSession], at: float) -> bool:
        """Let go of who left; say whether there is reason to give memory back.

        sessions: those that there are, by id; at: in seconds.
        """
        gone = [self._sessions[name] for name in self._sessions.keys() - sessions.keys()]
        self._sessions = sessions
        for session in gone:
            end(session)
        many = len(gc.get_objects()) > MANY
        if not gone and not many and at - self._given_back < SELDOM_S:
            return False
        self._given_back = at
        return True


def begin_watch() -> None:
    """Begin to look after this process's memory; a second call does nothing."""
    if not runtime.exists():  # a page without a server
        return
    with _LOCK:
        if any(thread.name == __name__ for thread in threading.enumerate()):
            return
        threading.Thread(target=_watch, name=__name__, daemon=True).start()


def _watch() -> None:
    watch = Watch()
    while runtime.exists():
        time.sleep(EVERY_S)
        with suppress(RuntimeError, TimeoutError):  # the server is stopping
            server: Any = runtime.get_instance()
            looked: Future[tuple[set[str], bool]] = Future()
            # In the server's own thread, where sessions come and go.
            server._get_async_objs().eventloop.call_soon_threadsafe(_look, watch, server, looked)
            used, has_reason = looked.result(PATIENCE_S)
            if SHELF.put_away(used) or has_reason:
                give_back()


def _look(watch: Watch, server: Any, looked: Future[tuple[set[str], bool]]) -> None:  # noqa: ANN401 what it asks of it is not public
    """Tell which of the shelf's entries are in use, and whether memory is to be given back."""
    with suppress(AttributeError):
        # It passes over who left too long ago, and keeps them until another visitor leaves.
        server._session_mgr._session_storage._cache.expire()
    there = {info.session.id: info.session for info in server._session_mgr.list_sessions()}
    has_reason = watch.look(there, time.monotonic())
    looked.set_result(({_entry_of(session) for session in there.values()}, has_reason))


def _entry_of(session: AppSession) -> str:
    with suppress(KeyError):
        return str(session.session_state[ENTRY_KEY])
    return ""
