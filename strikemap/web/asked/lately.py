"""Answers that are kept: those that were asked for lately, up to a number."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

__all__ = ["Lately"]

Made = TypeVar("Made")


class Lately:
    """Answers by key, of which the one that was asked for least lately gives way to a new one.

    Several visitors may ask at once; two that ask the same at once both have it made.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Hashable, Any] = {}
        self._lock = threading.Lock()

    def remember(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what `make` gave for a key, which nobody changes."""
        with self._lock:
            if key in self._kept:
                made: Made = self._kept.pop(key)
                self._kept[key] = made  # the last one now
                return made
        made = make()
        with self._lock:
            self._kept.pop(key, None)
            while len(self._kept) >= self._most:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = made
        return made

    def clear(self) -> None:
        """Forget all answers."""
        with self._lock:
            self._kept.clear()
