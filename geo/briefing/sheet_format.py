"""What a format of sheets is: one of these in each module of `geo.briefing.formats`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.briefing.sheet import Sheet

__all__ = ["SheetFormat"]


@dataclass(frozen=True, slots=True)
class SheetFormat:
    """One kind of file that sheets go out as; the same sheets give the same bytes.

    suffix: the ending it is chosen by. sentence: for the command line's help, 55 characters at
    most. label: its button in the app. several: whether a file holds several sheets; `render` is
    given one sheet otherwise. render_second: of a format that holds one page, returns the file of
    a sheet's second page, which stands beside the first. maps_only: it is not of charts.
    read_description: returns what `Sheet.description` put into a file, as text; raises OSError,
    ValueError or KeyError where a file holds none. is_there: whether this machine can write it;
    `render` says what to install where it cannot.
    """

    suffix: str
    sentence: str
    label: str
    mime: str
    render: Callable[[Sequence[Sheet]], bytes]
    read_description: Callable[[Path], str]
    several: bool = False
    maps_only: bool = False
    render_second: Callable[[Sheet], bytes] | None = None
    is_there: Callable[[], bool] = lambda: True
    order: int = 100
