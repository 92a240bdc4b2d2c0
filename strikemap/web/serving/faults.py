"""What nobody foresaw in the app: its traceback in a file, a line for who serves and who looks."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

import streamlit as st

from gazetteer.language import _
from gazetteer.passwords import hide_passwords
from strikemap.failures import LOG_NAME, escape_controls, note_failure, shorten

__all__ = ["keep_tracebacks", "tell_fault"]


def tell_fault(error: Exception) -> bool:
    """Tell a visitor that a run of the page failed; the log has it from Streamlit's own record."""
    st.error(
        _(
            "This could not be shown, through a fault of strikemap's ({error}). What you opened "
            "and decided is kept: load the page again. How it came about is in {log}, in the data "
            "folder of the machine that serves this page.",
            error=type(error).__name__,
            log=LOG_NAME,
        )
    )
    return True


def keep_tracebacks() -> None:
    """Have this process write tracebacks into the log alone, whichever library is told of them."""
    make = logging.getLogRecordFactory()

    def make_plain(*args: object, **named: object) -> logging.LogRecord:
        record = make(*args, **named)
        said = escape_controls(shorten(hide_passwords(record.getMessage().strip())))
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            said = f"{said}: {escape_controls(note_failure(error))}"
        record.msg, record.args, record.exc_info = said, None, None
        return record

    logging.setLogRecordFactory(make_plain)
    threading.excepthook = lambda told: _say(told.exc_value)
    sys.excepthook = _say_last


def _say_last(___: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    _say(error)


def _say(error: BaseException | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        logging.getLogger("strikemap").warning("stopped by Ctrl-C")
    elif error is not None:
        logging.getLogger("strikemap").error(note_failure(error))
