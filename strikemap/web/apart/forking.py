"""The process that waits with the readers loaded, and forks one for each piece of work.

    python -m strikemap.web.apart.forking NUMBER MODULE...

NUMBER: of the open socket by which it is asked; the MODULEs are loaded before the first fork.
"""

from __future__ import annotations

import errno
import gc
import importlib
import os
import pickle
import resource
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from gazetteer.errors import StrikemapError
from strikemap.failures import note_failure
from strikemap.web.apart.work import NUMBER_BYTES, Answer, Bounds, Work

__all__ = ["serve"]

KILOBYTE = 1024  # bytes, the unit of ru_maxrss and of /proc on Linux
# What libraries say, in errors of their own, where no memory is left.
SHORT = (
    "alloc of size", "bad_alloc", "annot allocate", "not allocate", "temporarily unavailable",
    "new thread",
)  # fmt: skip
QUOTING = (StrikemapError, ValueError, LookupError)  # their words may be the file's
ON_LINUX = sys.platform == "linux"


def serve(asked: socket.socket) -> None:
    """Fork a reader for each socket that comes in; end when whoever asks has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who asks; its end ends this one
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # which lets ended readers go
    gc.freeze()
    while True:
        message, numbers, *_ = socket.recv_fds(asked, 1, 1)
        if not message:
            return
        if _is_forked():
            asked.close()
            _read(socket.socket(fileno=numbers[0]))
            os._exit(0)
        os.close(numbers[0])


def _is_forked() -> bool:
    """Fork, and say whether this is the fork; no memory or process left: a closed line says so."""
    try:
        return os.fork() == 0
    except OSError:
        return False


def _read(line: socket.socket) -> None:
    """Do the one piece of work that comes over a line, and send the answer."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    before = _peak()
    with suppress(OSError), line, line.makefile("rwb") as stream:
        stream.write(os.getpid().to_bytes(NUMBER_BYTES, "big"))
        stream.flush()
        work: Work = pickle.load(stream)  # noqa: S301 from the server that began this process
        answer = _do(work, before)
        try:
            sent = pickle.dumps(answer, 5)
        except Exception as error:  # whatever a value does when it is pickled
            sent = pickle.dumps(_say(error), 5)
        stream.write(sent)
        stream.flush()


def _do(work: Work, before: int) -> Answer:
    _bind(work.bounds)
    try:
        value: Any = work.function(*work.given, **work.named)
    except Exception as error:
        return _measure(_say(error), before)
    return _measure(Answer(value), before)


def _say(error: Exception) -> Answer:
    short, large = _is_short(error), _is_too_large(error)
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 what was pickled just now
    except Exception:
        error = RuntimeError(f"{type(error).__name__}: {str(error)[:1000]}")
    return Answer(error=error, full=short, large=large)


def _is_too_large(error: BaseException | None) -> bool:
    """Say whether an error, or one that it came of, is that a file may not grow further."""
    while error is not None:
        if isinstance(error, OSError) and error.errno == errno.EFBIG:
            return True
        error = error.__cause__ or error.__context__
    return False


def _is_short(error: BaseException | None) -> bool:
    """Say whether an error, or one that it came of, is that no memory was left."""
    while error is not None:
        if isinstance(error, MemoryError):
            return True
        if not isinstance(error, QUOTING) and any(word in str(error) for word in SHORT):
            return True
        error = error.__cause__ or error.__context__
    return False


def _measure(answer: Answer, before: int) -> Answer:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return Answer(
        answer.value, answer.error, full=answer.full, large=answer.large,
        peak=max(_peak() - before, 0), seconds=used.ru_utime + used.ru_stime,
    )  # fmt: skip


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (KILOBYTE if ON_LINUX else 1)


def _bind(bounds: Bounds) -> None:
    """Let this process take no more than some memory, processor, time and bytes of a file."""
    signal.setitimer(signal.ITIMER_REAL, bounds.wait + 1)  # whose signal ends it
    resource.setrlimit(resource.RLIMIT_CPU, (bounds.seconds, bounds.seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a file that grows too large is an error then
    resource.setrlimit(resource.RLIMIT_FSIZE, (bounds.file, bounds.file))
    if ON_LINUX:  # no other system keeps to it
        most = _address_space() + bounds.memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _address_space() -> int:
    """Return the bytes of address space that this process has."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 Path would read it twice
        return int(file.read().split()[0]) * resource.getpagesize()


def _begin(asked: int, modules: Sequence[str]) -> None:
    try:
        for module in modules:
            importlib.import_module(module)
        serve(socket.socket(fileno=asked))
    except Exception as error:  # whatever a library does when it is loaded
        note_failure(error)
        sys.exit(1)


if __name__ == "__main__":
    _begin(int(sys.argv[1]), sys.argv[2:])
