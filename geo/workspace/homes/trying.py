"""Work on a team's database, done again where its connection is cut meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from geo.errors import WorkspaceError
from geo.workspace.homes.home import Done, word

__all__ = ["ATTEMPTS", "do_again", "is_cut"]

ATTEMPTS, PAUSE_S = 6, 0.25  # the pause doubles: 8 s until a server that is gone is given up
# SQLSTATE classes and codes after which the same may go well (PostgreSQL, appendix A): connection
# lost, transaction rolled back by the server's own, server shutting down, crashed or starting.
_PASSING = ("08", "40", "57P01", "57P02", "57P03")
# Words of a server that was reached and lets nobody in (src/backend/utils/init/postinit.c and
# libpq/auth.c of PostgreSQL): a connection that is refused carries no SQLSTATE. One that says them
# in another language is asked again, as if it were gone.
_REFUSED = ("does not exist", "authentication failed", "no pg_hba.conf entry",
            "is not permitted to log in", "permission denied for database",
            "is not currently accepting connections", "no password supplied")  # fmt: skip


def do_again(
    name: str, work: Callable[[int], Done], *, what: str, kept: str, unsure: str
) -> Done:  # fmt: skip
    """Do work until no cut comes between; it is told how often it was tried before.

    what: went wrong, where the server refuses the work, and kept: what is so then; unsure: what is
    said where every attempt was cut. Raises WorkspaceError.
    """
    for attempt in range(ATTEMPTS):
        try:
            return work(attempt)
        except SQLAlchemyError as error:
            if not is_cut(error):
                raise WorkspaceError(f"{name}: {what} ({_word(error)}); {kept}") from error
            if attempt == ATTEMPTS - 1:
                raise WorkspaceError(
                    f"{name}: the connection was cut and could not be had again ({_word(error)}); "
                    f"{unsure}"
                ) from error
            time.sleep(PAUSE_S * 2**attempt)
    raise AssertionError("the last attempt returns or raises")


def is_cut(error: SQLAlchemyError) -> bool:
    """Return whether the connection is what failed, not what was asked."""
    if not isinstance(error, DBAPIError):
        return False
    state = getattr(error.orig, "sqlstate", None)
    if state is None:  # no answer of the server: not reached, or broken off
        if any(words in str(error.orig) for words in _REFUSED):
            return False
        return error.connection_invalidated or type(error.orig).__name__ == "OperationalError"
    return str(state).startswith(_PASSING)


def _word(error: SQLAlchemyError) -> str:
    return word(error) if isinstance(error, DBAPIError) else type(error).__name__
