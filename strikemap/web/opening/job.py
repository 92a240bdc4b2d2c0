"""Work in the background that says how far it is, and whose result is not taken once cancelled."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextvars import copy_context
from typing import Any, Generic, TypeVar

from strikemap.web.apart.asking import STOPPED
from strikemap.web.visitors.away import NotYet

__all__ = ["Cancelled", "Enter", "Job"]

Made = TypeVar("Made")
Enter = Callable[[str], None]  # called by the work with each stage's name


class Cancelled(Exception):  # noqa: N818 it is no error: a visitor asked for it
    """Raised in the work at its next stage, and for who asks for the result."""


class Job(Generic[Made]):
    """One piece of work, begun in a thread of its own when it is made.

    work: called with a function that it tells each of its stages, in words.
    """

    def __init__(self, work: Callable[[Enter], Made]) -> None:
        self.stage = ""
        self._done, self._cancelled = threading.Event(), threading.Event()
        self._made: list[Made] = []
        self._error: Exception | None = None
        run = copy_context().run  # in the language of whoever asks
        threading.Thread(target=run, args=(self._run, work), daemon=True).start()

    def __getstate__(self) -> dict[str, Any]:
        """Return what is done; raises NotYet while the work goes on."""
        if not self.wait(0):
            raise NotYet
        flags = {name: getattr(self, name).is_set() for name in ("_done", "_cancelled")}
        return {**vars(self), **flags}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name in ("_done", "_cancelled"):
            event = threading.Event()
            if state[name]:
                event.set()
            state = {**state, name: event}
        vars(self).update(state)

    def _run(self, work: Callable[[Enter], Made]) -> None:
        STOPPED.set(self._cancelled)  # ends what reads apart
        try:
            self._made.append(work(self._enter))
        except Exception as error:
            self._error = error
        except BaseException as error:
            self._error = RuntimeError(f"{type(error).__name__}: {error}")
        finally:
            self._done.set()

    def _enter(self, stage: str) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self.stage = stage

    def wait(self, seconds: float) -> bool:
        """Wait until the work is done, or so long; return whether it is done or cancelled."""
        return self._cancelled.is_set() or self._done.wait(seconds)

    def cancel(self) -> None:
        """Take no result; the work ends at its next stage, and what it has read apart at once."""
        self._cancelled.set()

    def result(self) -> Made:
        """Return what was made; raises what the work raised, and Cancelled after `cancel`."""
        if self._cancelled.is_set():
            raise Cancelled
        if self._error is not None:
            raise self._error
        return self._made[0]
