"""The browser that pages are measured in: Debian's Chromium, driven by playwright."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["CHROMIUM", "has_chromium"]

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def has_chromium(left_out: str) -> bool:
    """Say whether the browser is here; print what is left out without it."""
    if Path(CHROMIUM).exists():
        return True
    print(f"{CHROMIUM} is not here ($CHROMIUM names another): {left_out} left out", flush=True)
    return False
