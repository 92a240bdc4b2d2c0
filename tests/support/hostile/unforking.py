"""A process that loads this can fork, but not at the first time."""

from __future__ import annotations

import errno
import os

_fork = os.fork


def _refuse() -> int:
    os.fork = _fork
    raise OSError(errno.EAGAIN, "Resource temporarily unavailable")


os.fork = _refuse
