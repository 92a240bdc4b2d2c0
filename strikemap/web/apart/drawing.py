"""Sheets drawn apart: what nobody wants any more ends at once, and one visitor has one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from geo.briefing.map.base_map import BaseMap
from geo.briefing.released import SheetInput, make_sheets
from geo.briefing.sheet import Sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_preview
from geo.errors import SheetError
from strikemap.web.apart.asking import Readers
from strikemap.web.apart.reading import CAN_FORK, worded
from strikemap.web.apart.work import Bounds

__all__ = ["draw_apart", "draw_first", "draw_pages"]

Made = TypeVar("Made")
MODULES = (__name__,)
BUSY = ("another sheet of yours is being drawn", "other visitors' sheets are being drawn")
DRAWERS = Readers(MODULES, Bounds(memory=2_000_000_000, seconds=300, wait=600), BUSY)


def draw_apart(draw: Callable[..., Made], /, *given: object, **named: object) -> Made:
    """Return what a function of a module draws, called in a process of its own.

    The process is ended where the caller's work is cancelled. Raises what the function raises, and
    SheetError where it takes more memory or time than it may, or nothing can draw it now. Without
    forks, as on Windows, it is called here.
    """
    if not CAN_FORK:
        return draw(*given, **named)
    too_much = ("the sheet ", "; show fewer strikes, or make fewer sheets")
    with worded(SheetError, too_much, "the sheet is not drawn"):
        return DRAWERS.call(draw, *given, **named)


def draw_first(
    given: SheetInput, land: BaseMap, chapters: Sequence[SheetOptions]
) -> tuple[list[Sheet], bytes]:
    """Return sheets as `make_sheets`, the first of them drawn, and a picture of its first page."""
    sheets = make_sheets(given, land, chapters)
    sheets[0], picture = draw_pages(sheets[0])
    return sheets, picture


def draw_pages(sheet: Sheet) -> tuple[Sheet, bytes]:
    """Return a sheet with all its pages drawn, so that it goes along with them, and a picture."""
    picture = render_preview(sheet)
    sheet.canvases  # noqa: B018 kept by the sheet once they are asked for
    return sheet, picture
