"""Workers of a Dask scheduler, on this machine or others that see the same folders."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from typing import Any

from geo.batch.workers import Lost, Result, Task, Workers, outcome_of
from geo.errors import BatchError

__all__ = ["DaskWorkers"]

PATIENCE_S = 30  # for the scheduler, and for one worker at least
AHEAD = 3  # pieces of work sent for each worker, so that none waits for the next


class DaskWorkers(Workers):
    """The workers that are connected to a scheduler, such as tcp://10.0.0.5:8786."""

    def __init__(self, address: str) -> None:
        """Connect; raises BatchError where Dask is missing, or no scheduler or worker is there."""
        try:
            import distributed
        except ImportError as error:
            raise BatchError(
                "--scheduler needs Dask, which is not installed; install 'strikemap[dask]', here "
                "and on every worker"
            ) from error
        self._dask: Any = distributed
        self.address = address
        try:
            self._client: Any = self._dask.Client(address, timeout=PATIENCE_S, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise BatchError(
                f"{address}: no scheduler of Dask answers ({error}); start one by `dask scheduler`"
            ) from error
        self._check_workers()

    def _check_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE_S)
        except TimeoutError as error:
            raise BatchError(
                f"{self.address}: no worker is connected to it; start one by `dask worker "
                f"{self.address}`, and run this again: what is done is kept"
            ) from error
        self.count = max(2, sum(self._client.nthreads().values()))  # two, to send names for certain

    def spread(
        self, work: Callable[[Task], Result], tasks: Sequence[Task]
    ) -> Iterator[tuple[int, Result | Lost]]:
        """Yield the number of each task with its result, as they are done.

        Dask does again what a killed worker held, and gives it up when it has killed several.
        """
        waiting = deque(enumerate(tasks))
        running: dict[Any, int] = {}
        while waiting or running:
            while waiting and len(running) < AHEAD * self.count:
                at, task = waiting.popleft()
                running[self._client.submit(work, task, pure=False)] = at
            for future, outcome in self._wait([*running]):
                yield running.pop(future), outcome

    def _wait(self, futures: list[Any]) -> Sequence[tuple[Any, Any]]:
        """Return what is done with its outcome; nothing where that takes long."""
        try:
            with self._client.as_current():
                done = self._dask.wait(futures, PATIENCE_S, "FIRST_COMPLETED").done
            return [(future, outcome_of(future)) for future in done]
        except TimeoutError:
            self._check_workers()
            return ()
        except CancelledError as error:
            raise BatchError(
                f"{self.address}: the scheduler is gone; start it and its workers, and run this "
                "again: what is done is kept"
            ) from error

    def __exit__(self, *_: object) -> None:
        """Leave the scheduler; it and its workers go on."""
        self._client.close()
