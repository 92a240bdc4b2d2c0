"""Pieces of work that end the process that does them."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def die_once(flag: Path) -> str:
    """End this process, unless the file is there; then answer."""
    if flag.name != "calm" and not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return flag.name


def die(flag: Path) -> str:
    """End this process, but for what is calm."""
    if flag.name != "calm":
        os.kill(os.getpid(), signal.SIGKILL)
    return flag.name
