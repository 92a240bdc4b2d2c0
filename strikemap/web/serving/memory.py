"""How the server takes memory, so that what a visitor's table took can go back to the system.

glibc keeps freed pieces in heaps of its own, up to 64 MB large, and raises the size from which
it takes them from the system singly; pyarrow's own pool keeps what ended threads had. Five tables
of 100,000 rows that were closed left 350 MB there.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress

__all__ = ["take_memory_singly"]

SINGLY = 128 * 1024  # bytes from which a piece is taken, and given back, by itself
HEAPS = 2
# glibc's malloc.h
M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8
POOL = "ARROW_DEFAULT_MEMORY_POOL"


def take_memory_singly() -> None:
    """Have this process take large pieces one by one; for before pyarrow is loaded.

    What a variable of the environment says already stays.
    """
    if not sys.platform.startswith("linux"):
        return
    os.environ.setdefault(POOL, "system")
    with suppress(AttributeError, OSError):  # no glibc
        settle = ctypes.CDLL(None).mallopt
        for variable, setting, value in (
            ("MALLOC_MMAP_THRESHOLD_", M_MMAP_THRESHOLD, SINGLY),
            ("MALLOC_ARENA_MAX", M_ARENA_MAX, HEAPS),
        ):
            if variable not in os.environ:
                settle(setting, value)
