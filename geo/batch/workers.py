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
KILLED = (
    f"its process was ended {MOST_TRIES} times, as for want of memory; split the part, or take "
    "fewer workers"
)


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
            done: Future[Result] = Future()
            try:
                done.set_result(work(task))
            except Exception as error:  # told as a process's is; the others go on
                done.set_exception(error)
            yield at, outcome_of(done)


class Processes(Workers):
    """Processes of this machine; one that is killed is replaced, and the others go on."""

    def __init__(self, count: int) -> None:
        self.count = count
        # Each of one process: where one of several is killed, the executor ends them all.
        self._own: dict[int, ProcessPoolExecutor] = {}

    def _submit(self, number: int, work: Callable[[Task], Result], task: Task) -> Future[Result]:
        """Hand a task to the process of a number, to a new one where it was killed at rest."""
        if number not in self._own:
            # A fork would copy the locks that threads of this process may hold.
            spawned = multiprocessing.get_context("spawn")
            self._own[number] = ProcessPoolExecutor(1, mp_context=spawned)
        try:
            return self._own[number].submit(work, task)
        except BrokenProcessPool:
            self._end(number)
            return self._submit(number, work, task)

    def spread(
        self, work: Callable[[Task], Result], tasks: Sequence[Task]
    ) -> Iterator[tuple[int, Result | Lost]]:
        """Yield the number of each task with its result, as they are done."""
        waiting, tries = deque(range(len(tasks))), [0] * len(tasks)
        free = deque(range(self.count))
        running: dict[Future[Result], tuple[int, int]] = {}
        while waiting or running:
            while waiting and free:
                at, number = waiting.popleft(), free.popleft()
                running[self._submit(number, work, tasks[at])] = at, number
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                at, number = running.pop(future)
                free.append(number)
                if not isinstance(future.exception(), BrokenProcessPool):
                    yield at, outcome_of(future)
                    continue
                self._end(number)
                tries[at] += 1
                if tries[at] < MOST_TRIES:
                    waiting.append(at)
                else:
                    yield at, Lost(KILLED)

    def _end(self, number: int) -> None:
        self._own.pop(number).shutdown(cancel_futures=True)

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        for number in [*self._own]:
            self._end(number)


def outcome_of(future: Any) -> Any:  # noqa: ANN401 of concurrent.futures or of Dask
    """Return the result of what is done, or why there is none."""
    error = future.exception()
    if error is None:
        return future.result()
    return Lost(f"could not be done ({type(error).__name__}: {error})")
