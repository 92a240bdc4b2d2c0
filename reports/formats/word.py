"""Word files (.docx): paragraphs a line each, tables row by row, tracked changes as accepted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.limits import find_fault
from reports.errors import ReportError

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

__all__ = ["MOST_UNPACKED", "MOST_XML", "text_of_word"]

MOST_UNPACKED = 200_000_000  # bytes of all parts of a file, its pictures among them
MOST_XML = 30_000_000  # of those that are read into memory as trees
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # told twice
_GONE = frozenset((*(f"{_W}{name}" for name in ("del", "moveFrom", "rPr", "pPr")), _FALLBACK))
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_BLOCKS = (f"{_W}p", f"{_W}tbl")


def text_of_word(data: bytes, path: Path) -> str:
    """Return the text of a Word file: "label: value" for rows of two cells, else cells by bars.

    What tracked changes put in is read, what they take out is not; merged cells are read once.
    Raises ReportError for a file that is none, has a password or unpacks to too much.
    """
    import docx

    try:
        if _is_too_large(data):
            raise ReportError(f"{path}: unpacks to too much; save it anew without its pictures")
        document = docx.Document(io.BytesIO(data))
        headings = {style.style_id: str(style.name) for style in document.styles}
        return "\n".join(_lines(_blocks(document.element.body), headings))
    except ReportError:
        raise
    except Exception as error:  # of zip, XML and package, whichever part is broken
        raise ReportError(
            f"{path}: is no Word file that can be read ({error}); open it in Word and save it anew "
            "as .docx without a password"
        ) from error


def _is_too_large(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sizes = [(info.filename.lower(), info.file_size) for info in parts.infolist()]
        fault = find_fault(parts, MOST_UNPACKED, whole=True)
    if "damaged" in fault:
        raise ValueError(fault)
    trees = sum(size for name, size in sizes if name.endswith((".xml", ".rels")))
    return trees > MOST_XML or sum(size for _, size in sizes) > MOST_UNPACKED


def _blocks(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield paragraphs and tables of an element, through content controls and insertions."""
    for child in element:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag not in _GONE:
            yield from _blocks(child)


def _lines(blocks: Iterable[BaseOxmlElement], headings: Mapping[str, str]) -> Iterator[str]:
    for block in blocks:
        if block.tag == _BLOCKS[1]:
            yield ""
            for row in _inside(block, "tr"):
                yield from _row(row, headings)
            yield ""
            continue
        yield "".join(_signs(block))
        if headings.get(_style(block), "").startswith(("Heading", "Title")):
            yield ""
        for box in block.iter(f"{_W}txbxContent"):
            if not any(up.tag == _FALLBACK for up in box.iterancestors()):
                yield from _lines(_blocks(box), headings)


def _style(paragraph: BaseOxmlElement) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else str(found.get(f"{_W}val"))


def _signs(element: BaseOxmlElement) -> Iterator[str]:
    """Yield the signs of a paragraph; its text boxes have paragraphs of their own."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _GONE and child.tag != f"{_W}txbxContent":
            yield from _signs(child)


def _inside(element: BaseOxmlElement, name: str) -> Iterator[BaseOxmlElement]:
    """Yield rows of a table or cells of a row, those of nested tables left out."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _inside(child, name)


def _row(row: BaseOxmlElement, headings: Mapping[str, str]) -> Iterator[str]:
    """Yield a row as a line, tables in its cells after it; a row of one cell as its own lines."""
    if row.find(f"{_W}trPr/{_W}del") is not None:
        return
    cells = [list(_blocks(cell)) for cell in _inside(row, "tc") if not _goes_on(cell)]
    if len(cells) == 1:
        yield from _lines(cells[0], headings)
        return
    said = [[block for block in cell if block.tag == _BLOCKS[0]] for cell in cells]
    words = [" ".join(" ".join(_lines(cell, {})).split()) for cell in said]
    yield (": " if len(cells) == 2 else " | ").join(words)
    for cell in cells:
        yield from _lines((block for block in cell if block.tag == _BLOCKS[1]), headings)


def _goes_on(cell: BaseOxmlElement) -> bool:
    """Say whether a cell is only the rest of the one above, merged with it."""
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merged is not None and merged.get(f"{_W}val") != "restart"
