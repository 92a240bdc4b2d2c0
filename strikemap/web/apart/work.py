"""What is asked of a reader, and what it says of how that went."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["NUMBER_BYTES", "Answer", "Bounds", "Work"]

NUMBER_BYTES = 8  # of a reader's process number, which it says first


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one piece of work may take.

    memory: bytes beside those of the waiting process; seconds: of processor; wait: seconds of the
    clock, more than those, since others work beside it; file: bytes of each file that it writes.
    """

    memory: int
    seconds: int
    wait: int
    file: int = 500_000_000


@dataclass(frozen=True, slots=True)
class Work:
    """A function of a module, and what it is called with; all of it goes through pickle."""

    function: Callable[..., Any]
    given: tuple[Any, ...]
    named: Mapping[str, Any]
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Answer:
    """What the function returned, or the error that it raised.

    full: it asked for more memory than it may have; large: for a larger file. peak: bytes of
    memory at the most, beside those of the waiting process; seconds: of processor.
    """

    value: Any = None
    error: Exception | None = None
    full: bool = field(default=False, kw_only=True)
    large: bool = field(default=False, kw_only=True)
    peak: int = field(default=0, kw_only=True)
    seconds: float = field(default=0.0, kw_only=True)
