"""Sheets written to files, by the ending of the name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geo.briefing.content.metadata import is_second
from geo.briefing.drawing.fonts import drawing
from geo.briefing.drawing.picture import to_preview
from geo.briefing.registry import find_format, list_suffixes
from geo.briefing.sheet import Sheet
from geo.briefing.sheet_format import SheetFormat
from geo.errors import SheetError
from geo.files import FileContent, replace_files

__all__ = [
    "check_several",
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

    Raises SheetError for an ending that no format has, or whose format holds one sheet, and for
    another file that stands where the second page is to be; ExportError where a file cannot be
    written.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from geo.briefing.sheet import make_sheet
    >>> from geo.land.boundaries import load_boundaries
    >>> from geo.reading.read import read_seeds
    >>> seeds = read_seeds()
    >>> sheet = make_sheet(seeds.strikes, seeds.claims, load_boundaries("sy"))
    >>> with TemporaryDirectory() as folder:
    ...     write_sheets([sheet], f"{folder}/sheet.pdf")
    ...     Path(f"{folder}/sheet.pdf").read_bytes()[:5]
    b'%PDF-'
    """
    path = Path(path)
    try:
        chosen = _choose_format(path.suffix, len(sheets))
    except SheetError as error:
        raise SheetError(f"{path}: {error}") from error
    old = find_old_second(sheets, path)
    if second := has_second_file(sheets, path.suffix):
        _spare_own(sheets[0], name_second(path), chosen)
    files: dict[Path, FileContent] = {path: _render(sheets, chosen)}
    if second:
        files[name_second(path)] = render_second(sheets[0], path.suffix)
    replace_files(files)
    if old is not None:
        old.unlink()


def name_second(path: Path) -> Path:
    """Return where the second page of a sheet is written that the file itself cannot hold."""
    return path.with_stem(f"{path.stem}-2")


def find_old_second(sheets: Sequence[Sheet], path: Path) -> Path | None:
    """Return the second page beside a file that a sheet of before left and these will not have.

    Only a file that tells that it is page 2 of a sheet of the same options is one; any other is
    somebody's own, as is every file of a format that holds both pages.
    """
    old, chosen = name_second(path), find_format(path.suffix)
    if chosen.render_second is None or has_second_file(sheets, path.suffix):
        return None
    told = _read_told(old, chosen)
    return old if any(is_second(told, sheet.described) for sheet in sheets) else None


def _spare_own(sheet: Sheet, second: Path, chosen: SheetFormat) -> None:
    """Refuse to write a second page over a file that is none.

    Where a sheet is to tell nothing of itself, a file that tells nothing is taken for its page.
    """
    told = _read_told(second, chosen)
    if not second.exists() or is_second(told) or not (told or sheet.options.metadata):
        return
    raise SheetError(
        f"{second}: is not page 2 of a sheet, and page 2 of this sheet would replace it; move it "
        "away, or give the sheet another name"
    )


def _read_told(path: Path, chosen: SheetFormat) -> str:
    """Return what a file tells of itself as a sheet, '' where it is missing or tells nothing."""
    try:
        return chosen.read_description(path)
    except (OSError, ValueError, KeyError, SyntaxError):  # the last: XML that cannot be parsed
        return ""


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


def check_several(path: Path) -> None:
    """Raise SheetError where the ending of a file is of a format that holds one sheet alone."""
    if not find_format(path.suffix).several:
        raise SheetError(f"{path}: holds one sheet, not an atlas; write {_word_several()}")


def _choose_format(suffix: str, count: int) -> SheetFormat:
    chosen = find_format(suffix)
    if count > 1 and not chosen.several:
        raise SheetError(f"holds one sheet, not {count}; write {_word_several()}")
    return chosen


def _word_several() -> str:
    return " or ".join(f"a {each}" for each in list_suffixes(several=True))


def _render(sheets: Sequence[Sheet], chosen: SheetFormat) -> bytes:
    with drawing():
        return chosen.render(sheets)


def render_preview(sheet: Sheet, *, dpi: float = 110, page: int = 1) -> bytes:
    """Return a small PNG of a page of a sheet for a screen, without metadata.

    The first page does not wait for the second to be laid out.
    """
    canvas = sheet.drawn.canvas if page == 1 else sheet.canvases[page - 1]
    return to_preview(canvas.figure, dpi, level=1)
