"""Workers: many pieces of work done elsewhere, some at a time; what a killed one held is redone."""

from __future__ import annotations

import multiprocessing
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, TypeVar

__all__ = ["Here", "Lost", "Processes", "Workers"]

Task = TypeVar("Task")
Result = TypeVar("Result")
MOST_TRIES = 3  # of what its worker died of


@dataclass(frozen=True, slots=True)
class Lost:
    """A piece of work that no worker could do, and why."""

    reason: str


class Workers(AbstractContextManager["Workers"], ABC):
    """Those who do pieces of work, which are functions of a module with one argument."""

    count = 1

    @abstractmethod
    def spread(
        self, work: Callable[[Task], Result], tasks: Sequence[Task]
    ) -> Iterator[tuple[int, Result | Lost]]:
        """Yield the number of each task with its result, as they are done."""

    def __exit__(self, *_: object) -> None:
        """Let the workers go."""


class Here(Workers):
    """This process by itself."""

    def spread(
        self, work: Callable[[Task], Result], tasks: Sequence[Task]
    ) -> Iterator[tuple[int, Result | Lost]]:
        """Yield the number of each task with its result, in order."""
        for at, task in enumerate(tasks):
            yield at, work(task)


class Processes(Workers):
    """Processes of this machine; one that is killed is replaced."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool: ProcessPoolExecutor | None = None

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # A fork would copy the locks that threads of this process may hold.
            spawned = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.count, mp_context=spawned)
        return self._pool

    def spread(
        self, work: Callable[[Task], Result], tasks: Sequence[Task]
    ) -> Iterator[tuple[int, Result | Lost]]:
        """Yield the number of each task with its result, as they are done.

        What was in work when a process died is done again alone, so that it is known what kills.
        """
        waiting, tries = deque(range(len(tasks))), [0] * len(tasks)
        running: dict[Future[Result], int] = {}
        suspects: deque[int] = deque()
        while waiting or suspects or running:
            while waiting and not suspects and len(running) < self.count:
                at = waiting.popleft()
                running[self._open().submit(work, tasks[at])] = at
            if suspects and not running:
                at = suspects.popleft()
                running[self._open().submit(work, tasks[at])] = at
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                at = running.pop(future)
                if not isinstance(future.exception(), BrokenProcessPool):
                    yield at, outcome_of(future)
                    continue
                self.__exit__()
                tries[at] += 1
                if tries[at] < MOST_TRIES:
                    suspects.append(at)
                else:
                    yield at, Lost(f"its process was ended {MOST_TRIES} times, as for want of "
                                   "memory; split the part, or take fewer workers")  # fmt: skip

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def outcome_of(future: Any) -> Any:  # noqa: ANN401 of concurrent.futures or of Dask
    """Return the result of what is done, or why there is none."""
    error = future.exception()
    if error is None:
        return future.result()
    return Lost(f"could not be done ({type(error).__name__}: {error})")
