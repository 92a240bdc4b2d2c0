"""What nobody foresaw: its traceback goes into a file of the user's, and one line says where."""

from __future__ import annotations

import os
import re
import time
import traceback
import unicodedata
from pathlib import Path

from gazetteer.errors import StrikemapError
from gazetteer.online.folder import data_folder
from gazetteer.passwords import hide_passwords

__all__ = ["LOG_NAME", "escape_controls", "note_failure", "shorten", "word_error"]

LOG_NAME = "failures.log"
LARGEST = 1_000_000  # bytes of the log; a fuller one begins anew, the last one kept beside it
LONGEST = 100_000  # characters of one traceback
MOST_SHOWN = 1_600  # characters of a line that is shown

# Embeddings and overrides of the direction of writing: a file name could hide its ending.
_TURNING_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def escape_controls(text: str) -> str:
    """Return a text in which control characters and marks that turn writing are escapes."""
    return "".join(
        sign.encode("unicode_escape").decode() if _steers(sign) else sign for sign in text
    )


def _steers(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs") or sign in _TURNING_MARKS


def shorten(text: str, most: int = MOST_SHOWN) -> str:
    """Return a text without the middle that is beyond so many characters, which it says.

    The last quarter of them is the text's end: it says what to do, or what was called last.
    """
    left, last = len(text) - most, most // 4
    if left <= 0:
        return text
    return f"{text[: most - last]} [... {left:,} characters left out ...] {text[-last:]}"


def word_error(error: BaseException) -> str:
    """Return what an error says, on one line that may be shown to anybody."""
    said = str(error) or type(error).__name__
    return shorten(hide_passwords(" ".join(said[: 4 * LONGEST].split())))


def note_failure(error: BaseException) -> str:
    """Write an error's traceback to the log, and return one line that says what and where.

    The log is failures.log of the user's data folder, readable by the user alone.
    """
    what = type(error).__name__
    if said := word_error(error).removeprefix(what):
        what = f"{what}: {said}"
    try:
        where = _write(error)
    except (OSError, StrikemapError) as trouble:
        return f"a fault of strikemap's ({what}); how it came about cannot be written: {trouble}"
    return f"a fault of strikemap's ({what}); how it came about is in {where}, please report it"


def _write(error: BaseException) -> Path:
    path = data_folder() / LOG_NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LARGEST:
        path.replace(path.with_suffix(".old.log"))
    lines = shorten("".join(traceback.format_exception(error, limit=-50)), LONGEST)
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    told = re.sub("[^\\t\\n -~]", _escape, hide_passwords(lines))
    with open(path, "a", encoding="ascii", opener=_open_own) as file:
        file.write(f"{stamp} {os.getpid()}\n{told}\n")
    return path


def _escape(sign: re.Match[str]) -> str:
    """Return a letter as its escape: a log is looked at in terminals."""
    return sign[0].encode("unicode_escape").decode("ascii")


def _open_own(path: str, flags: int) -> int:
    # A link that a stranger has laid there is not followed.
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)
