"""Asking a reader: a function is called in a process of its own, and what it returns comes back."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any, TypeVar

from strikemap.web.apart.work import NUMBER_BYTES, Answer, Bounds, Work

__all__ = ["STOPPED", "VISITOR", "NoReader", "Readers", "TooMuch"]

Made = TypeVar("Made")
AT_ONCE = 2  # readers; more would only share the processor, and take memory for each
LARGEST_ANSWER = 600_000_000  # bytes
STARTING = 60  # seconds in which the waiting process has loaded what it reads with
CANNOT = "this machine cannot begin what reads it now"
READING = ("another file of yours is being read", "other visitors' files are being read")
PATIENCE = 30  # seconds that one waits for others' files
LOOK_S = 0.1  # seconds between two looks whether the work is still wanted
# Set where nobody wants the work any more.
STOPPED: ContextVar[threading.Event | None] = ContextVar("stopped", default=None)
# By what names whoever asks is known; who shares one with a reader at work waits for that one.
VISITOR: ContextVar[frozenset[str]] = ContextVar("visitor", default=frozenset())
PIECE = 1 << 20  # bytes of an answer that are taken at once


class TooMuch(Exception):  # noqa: N818 whoever asked says it as an error of its own
    """A piece of work took more memory or time than it may, or broke its process."""


class NoReader(Exception):  # noqa: N818 as TooMuch
    """No reader began, through no fault of the work: others' work, the machine, or a stop."""


class Readers:
    """One waiting process, begun when it is first asked, and begun again where it has ended.

    modules: what it loads before it is asked. busy: what is said to whoever waited too long, for
    work of their own and for that of others.
    """

    def __init__(
        self, modules: Sequence[str], bounds: Bounds, busy: tuple[str, str] = READING
    ) -> None:
        self._modules, self._bounds, self._busy = modules, bounds, busy
        self._begin, self._room = threading.Lock(), threading.Condition()
        self._at_work: list[frozenset[str]] = []  # whose files are being read
        self._process: subprocess.Popen[bytes] | None = None
        self._asking: socket.socket | None = None

    def begin(self) -> None:
        """Begin the waiting process, so that who asks first need not wait for it."""
        with self._begin:
            if self._process is None or self._process.poll() is not None:
                self._start()

    def _start(self) -> None:
        ours, its = socket.socketpair()
        paths = os.pathsep.join(path for path in sys.path if path)
        with its:
            self._process = subprocess.Popen(  # noqa: S603 this Python, and a module of ours
                [sys.executable, "-m", "strikemap.web.apart.forking", str(its.fileno()),
                 *self._modules],
                pass_fds=[its.fileno()], stdin=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": paths},
            )  # fmt: skip
        self._asking = ours

    def end(self) -> None:
        """End the waiting process."""
        with self._begin:
            if self._asking is not None and self._process is not None:
                self._asking.close()
                self._process.wait()
            self._asking = self._process = None

    def call(self, function: Callable[..., Made], /, *given: object, **named: object) -> Made:
        """Return what a function of a module returns, called in a process of its own.

        Raises what it raises, TooMuch and NoReader.
        """
        answer = self.ask(function, *given, **named)
        if answer.full:
            raise TooMuch(f"takes more than {self._bounds.memory / 1e6:,.0f} MB of memory")
        if answer.large:
            raise TooMuch(f"writes a file of more than {self._bounds.file / 1e6:,.0f} MB")
        if answer.error is not None:
            raise answer.error
        made: Made = answer.value
        return made

    def ask(self, function: Callable[..., Any], /, *given: object, **named: object) -> Answer:
        """Return the whole answer to a call; raises TooMuch or NoReader where there is none.

        What is no longer wanted, by STOPPED of the caller, is ended.
        """
        work = pickle.dumps(Work(function, given, named, self._bounds), 5)
        with self._have_room(), self._open() as line:
            return _receive(line, work, self._bounds)

    @contextmanager
    def _have_room(self) -> Iterator[None]:
        ends, visitor = time.monotonic() + PATIENCE, VISITOR.get()
        while not self._take_room(visitor):
            _look_if_wanted()
            if time.monotonic() > ends:
                own = any(visitor & other for other in self._at_work)
                raise NoReader(self._busy[0 if own else 1])
        try:
            yield
        finally:
            with self._room:
                self._at_work.remove(visitor)
                self._room.notify_all()

    def _take_room(self, visitor: frozenset[str]) -> bool:
        """Take one of the places, one for a visitor; False where there is none after a while."""
        with self._room:
            free = self._room.wait_for(lambda: self._is_free(visitor), timeout=LOOK_S)
            if free:
                self._at_work.append(visitor)
            return free

    def _is_free(self, visitor: frozenset[str]) -> bool:
        return len(self._at_work) < AT_ONCE and not any(visitor & one for one in self._at_work)

    def _open(self) -> socket.socket:
        ours, its = socket.socketpair()
        with its:
            try:
                self._hand_over(its)
            except OSError:  # it has ended since
                try:
                    self._hand_over(its)
                except OSError as error:
                    ours.close()
                    raise NoReader(CANNOT) from error
        return ours

    def _hand_over(self, line: socket.socket) -> None:
        self.begin()
        if self._asking is not None:
            socket.send_fds(self._asking, [b"."], [line.fileno()])


def _receive(line: socket.socket, work: bytes, bounds: Bounds) -> Answer:
    """Send work over a line and return its answer; the reader is ended when its time is over."""
    number = 0
    try:
        line.settimeout(STARTING)
        number = int.from_bytes(_take(line, NUMBER_BYTES), "big")
        ends = time.monotonic() + bounds.wait
        line.settimeout(bounds.wait)
        line.sendall(work)
        received = _take_all(line, ends)
        number = 0  # it has ended by itself
    except TimeoutError as error:
        if not number:
            raise NoReader(CANNOT) from error
        raise TooMuch(f"takes longer than {bounds.wait} seconds") from None
    except OSError as error:
        if not number:
            raise NoReader(CANNOT) from error
        raise TooMuch(f"breaks what reads it ({error.strerror})") from error
    finally:
        if number:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(number, signal.SIGKILL)
    if not received:
        raise TooMuch(
            f"takes more than {bounds.memory / 1e6:,.0f} MB of memory or {bounds.seconds} "
            "seconds, or breaks what reads it"
        )
    answer: Answer = pickle.loads(received)  # noqa: S301 of a process of ours
    return answer


def _take(line: socket.socket, size: int) -> bytes:
    taken = b""
    while len(taken) < size:
        piece = line.recv(size - len(taken))
        if not piece:
            raise OSError(0, "it ended at once")
        taken += piece
    return taken


def _take_all(line: socket.socket, ends: float) -> bytes:
    taken = bytearray()
    while True:
        piece = _take_piece(line, ends)
        if not piece:
            return bytes(taken)
        taken += piece
        if len(taken) > LARGEST_ANSWER:
            raise TooMuch(f"comes to more than {LARGEST_ANSWER / 1e6:,.0f} MB as a table")


def _take_piece(line: socket.socket, ends: float) -> bytes:
    while True:
        _look_if_wanted()
        left = ends - time.monotonic()
        line.settimeout(min(max(left, 0.001), LOOK_S))
        try:
            return line.recv(PIECE)
        except TimeoutError:
            if left <= 0:
                raise


def _look_if_wanted() -> None:
    stopped = STOPPED.get()
    if stopped is not None and stopped.is_set():
        raise NoReader("nobody wants it any more")
