"""When the first map of a server is drawn by the browser: what else the page has waits for that.

Python serves the scripts of the page while it loads the libraries of the tables, and each holds up
the other: the map would be painted later, and nothing else sooner than its libraries are there.
"""

from __future__ import annotations

import sys
import threading

__all__ = ["DRAWN", "note_request", "wait_for_paint"]

DRAWN = b"map=drawn"  # the query that the map's script asks for, when it has drawn
PATIENCE_S = 1.5  # a window that is not seen, or a browser that is slower, waits no longer
LIBRARIES = "strikemap.web.explore"
_drawn = threading.Event()


def note_request(query: bytes) -> None:
    """Take note of a request's query: whether a map is drawn."""
    if query == DRAWN:
        _drawn.set()


def wait_for_paint() -> None:
    """Return once a browser has drawn its map; at once where the libraries are loaded anyway."""
    if LIBRARIES not in sys.modules:
        _drawn.wait(PATIENCE_S)
