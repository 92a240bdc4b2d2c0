"""Sheets written to files, by the ending of the name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geo.briefing.drawing.fonts import drawing
from geo.briefing.drawing.picture import to_preview
from geo.briefing.registry import find_format, list_suffixes
from geo.briefing.sheet import Sheet
from geo.briefing.sheet_format import SheetFormat
from geo.errors import SheetError
from geo.files import replace_files

__all__ = [
    "find_old_second",
    "has_second_file",
    "name_second",
    "render_preview",
    "render_second",
    "render_sheets",
    "write_sheet",
    "write_sheets",
]


def write_sheet(sheet: Sheet, path: Path | str) -> None:
    """Write a sheet; the ending of the name says how. What was there stays if that fails."""
    write_sheets([sheet], path)


def write_sheets(sheets: Sequence[Sheet], path: Path | str) -> None:
    """Write sheets into one file; several only in a format that holds several.

    A second page that the format cannot hold is written beside it: sheet-2.png of sheet.png. One
    of a sheet of before goes where these have none, so that it is not taken for theirs.

    Raises SheetError for an ending that no format has, or whose format holds one sheet, and
    ExportError where the file cannot be written.
    """
    path = Path(path)
    try:
        chosen = _choose_format(path.suffix, len(sheets))
    except SheetError as error:
        raise SheetError(f"{path}: {error}") from error
    files = {path: _render(sheets, chosen)}
    old = find_old_second(sheets, path)
    if has_second_file(sheets, path.suffix):
        files[name_second(path)] = render_second(sheets[0], path.suffix)
    replace_files(files)
    if old is not None:
        old.unlink()


def name_second(path: Path) -> Path:
    """Return where the second page of a sheet is written that the file itself cannot hold."""
    return path.with_stem(f"{path.stem}-2")


def find_old_second(sheets: Sequence[Sheet], path: Path) -> Path | None:
    """Return the second page beside a file that a sheet of before left and these will not have.

    Only a page that tells that it is of a sheet is one; any other file is somebody's own.
    """
    old = name_second(path)
    if has_second_file(sheets, path.suffix) or not old.is_file():
        return None
    try:
        told = find_format(path.suffix).read_description(old)
    except (OSError, ValueError, KeyError):
        return None
    return old if told else None


def has_second_file(sheets: Sequence[Sheet], suffix: str) -> bool:
    """Return whether a file of these sheets has a second one beside it."""
    one_page = find_format(suffix).render_second is not None
    return one_page and len(sheets) == 1 and sheets[0].second is not None


def render_second(sheet: Sheet, suffix: str) -> bytes:
    """Return the file of a sheet's second page; raises SheetError where there is none."""
    render = find_format(suffix).render_second
    if render is None or sheet.second is None:
        raise SheetError("the sheet has no second page, or the format holds it itself")
    with drawing():
        return render(sheet)


def render_sheets(sheets: Sequence[Sheet], suffix: str) -> bytes:
    """Return the bytes of a file of sheets; raises SheetError as `write_sheets` does."""
    return _render(sheets, _choose_format(suffix, len(sheets)))


def _choose_format(suffix: str, count: int) -> SheetFormat:
    chosen = find_format(suffix)
    if count > 1 and not chosen.several:
        others = " or ".join(f"a {each}" for each in list_suffixes(several=True))
        raise SheetError(f"holds one sheet, not {count}; write {others}")
    return chosen


def _render(sheets: Sequence[Sheet], chosen: SheetFormat) -> bytes:
    with drawing():
        return chosen.render(sheets)


def render_preview(sheet: Sheet, *, dpi: float = 110, page: int = 1) -> bytes:
    """Return a small PNG of a page of a sheet for a screen, without metadata."""
    return to_preview(sheet.canvases[page - 1].figure, dpi, level=1)
