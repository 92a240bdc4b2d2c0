"""What a workspace is kept in, a file or a database: read from and written to as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from geo.errors import WorkspaceError

__all__ = ["Done", "Home", "told"]

Done = TypeVar("Done")


class Home(Protocol):
    """A file or a database with the tables of a workspace, brought to this program's version."""

    name: str  # as it is told to people: without a password
    engine: Engine
    writable: bool
    shared: bool  # several people write at once: undo takes back one's own
    refusal: str  # why its disk refused to have it written, and the remedy; mostly ""
    keeps_log: bool  # others read it while one writes

    def why_only_read(self, writer: str) -> str:
        """Say why it is not written, and the remedy."""

    def read(self, work: Callable[[Connection], Done]) -> Done:
        """Read in one view of all tables, which no writer changes meanwhile.

        Raises WorkspaceError naming the home and the remedy.
        """

    def write(self, work: Callable[[Connection], Done], *, token: str = "") -> Done | None:
        """Do all of the work or nothing; None: done before, by the token in the log.

        Raises WorkspaceError naming the home and the remedy.
        """

    def check(self) -> list[str]:
        """Return what is wrong with it, in words."""

    def close(self) -> None:
        """Let go of it."""


@contextmanager
def told(name: str, what: str) -> Iterator[None]:
    """Tell what goes wrong in a database in words that name the workspace."""
    try:
        yield
    except DBAPIError as error:
        raise WorkspaceError(f"{name}: {what} ({word(error)})") from error
    except SQLAlchemyError as error:
        raise WorkspaceError(f"{name}: {what} ({type(error).__name__})") from error


def word(error: DBAPIError) -> str:
    """Return what the database itself says, in one line, without the values of a statement."""
    lines = str(error.orig).strip().splitlines()
    return lines[0] if lines else type(error.orig).__name__
