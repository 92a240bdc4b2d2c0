"""How a command ends, whatever happened in it: a code, and one plain line where it went wrong."""

from __future__ import annotations

import errno
import io
import os
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Protocol, TextIO, runtime_checkable

from gazetteer.errors import StrikemapError
from strikemap.cli.messages import say
from strikemap.failures import note_failure, word_error

__all__ = ["close_outputs", "end_plainly", "speak_of_warnings"]

STOPPED = 130  # as shells have it of a program that Ctrl-C ended


@runtime_checkable
class _Misuse(Protocol):
    """An error of typer's, whose classes it does not name to others: it shows itself."""

    exit_code: int

    def show(self, file: TextIO) -> None: ...


def end_plainly(command: Callable[[], object]) -> int:
    """Run a command and return its exit code; an error is told in one line, and raised no more."""
    try:
        code = command()
    except KeyboardInterrupt:
        code = STOPPED
    except SystemExit as end:
        code = end.code if isinstance(end.code, int | None) else _say_fault(str(end.code))
    except (StrikemapError, OSError) as error:
        code = _tell_refusal(error)
    except MemoryError:
        code = _say_fault("the memory of this machine does not suffice; hand over a smaller file")
    except Exception as error:
        code = (
            _tell_misuse(error) if isinstance(error, _Misuse) else _say_fault(note_failure(error))
        )
    if code == STOPPED:
        with _unheard():
            say("strikemap: stopped by Ctrl-C")
    return code if isinstance(code, int) else 0


def _say_fault(text: str) -> int:
    with _unheard():
        say(f"strikemap: {text}")
    return 1


def _tell_refusal(error: StrikemapError | OSError) -> int:
    if isinstance(error, BrokenPipeError):
        return 1  # nobody reads on, and that is no fault
    gone = "; the folder that this was started in is gone: change into another"
    return _say_fault(word_error(error) + (gone if _stands_nowhere() else ""))


def _stands_nowhere() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 that Path.cwd is
    except OSError:
        return True
    return False


def _tell_misuse(error: _Misuse) -> int:
    """Tell how a command is to be called, as typer words it."""
    shown = io.StringIO()
    error.show(shown)
    with _unheard():
        for line in shown.getvalue().rstrip("\n").split("\n"):
            say(line)
    return error.exit_code


@contextmanager
def _unheard() -> Iterator[None]:
    """Go on where stderr is closed, full or cut off: there is nobody to tell."""
    with suppress(OSError, ValueError):
        yield


@contextmanager
def speak_of_warnings() -> Iterator[None]:
    """Tell what libraries warn of, and faults of threads, in lines of ours."""
    before = threading.excepthook
    with warnings.catch_warnings():
        warnings.showwarning = lambda message, *_, **__: say(f"warning: {word_error(message)}")
        threading.excepthook = lambda told: _tell_stray(told.exc_value)
        try:
            yield
        finally:
            threading.excepthook = before


def _tell_stray(error: BaseException | None) -> None:
    if error is not None and not isinstance(error, SystemExit):
        _say_fault(note_failure(error))


def close_outputs() -> None:
    """Write out what is left; where an output takes no more, say so and exit with 1."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError) as error:
            _leave(stream)
            if getattr(error, "errno", None) != errno.EPIPE:
                _say_fault(f"not all of the answer could be written: {word_error(error)}")
            sys.exit(1)


def _leave(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere: Python writes it out once more as it ends."""
    with suppress(OSError, ValueError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
