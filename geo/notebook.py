"""Notebooks: what strikemap refuses is one line under the cell, and not a page of calls."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any

from gazetteer.errors import StrikemapError

__all__ = ["speak_plainly"]

MARGIN = "strikemap: "


def speak_plainly() -> bool:
    """Have this notebook say what strikemap refuses in one line: what is wrong, and the remedy.

    Other errors are shown as ever, and `%tb` still shows where a refusal came from. Returns whether
    there is a notebook (or another IPython session) to speak in; elsewhere nothing is changed.

    >>> speak_plainly()  # in a script
    False
    """
    ipython: Any = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is None:
        return False
    shell.set_custom_exc((StrikemapError,), _tell)
    return True


def _tell(
    shell: Any,  # noqa: ANN401, ARG001 IPython's own, which is no library of ours
    kind: type[BaseException],
    error: BaseException,
    calls: TracebackType | None,
    tb_offset: int | None = None,  # noqa: ARG001 IPython hands it over
) -> None:
    sys.last_type, sys.last_value, sys.last_traceback = kind, error, calls  # for %tb
    sys.stderr.write(f"{MARGIN}{error}\n(%tb shows where it came from)\n")
