"""PDF files, by pypdf."""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reports.errors import ReportError
from reports.formats.plain import unwrap

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["text_of_pdf"]

MOST_PAGES = 500
MOST_SECONDS = 120.0  # of one file; its pages may be made to take seconds each
_LEAST = 20  # signs of a text; less is a scan's page numbers


def text_of_pdf(data: bytes, path: Path, begins_anew: Callable[[str], bool]) -> str:
    """Return the text of a PDF file, its lines put together again, pages apart.

    begins_anew: as of `unwrap`.
    Raises ReportError for a file that is none, is locked, a scan, of more than MOST_PAGES or takes
    longer than MOST_SECONDS.
    """
    import pypdf  # only where a PDF is read

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # of the many small faults of PDFs
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReportError(f"{path}: is locked by a password; save a copy without it")
        pages = len(reader.pages)
        if pages > MOST_PAGES:
            raise ReportError(
                f"{path}: has {pages:,} pages; split it, {MOST_PAGES} at most are read"
            )
        text = "\n\n".join(unwrap(page.splitlines(), begins_anew=begins_anew)
                           for page in _pages(reader, path))  # fmt: skip
    except ReportError:
        raise
    except Exception as error:  # whichever part of the file is broken
        raise ReportError(
            f"{path}: is no PDF that can be read ({error}); print it anew as PDF or save it as .txt"
        ) from error
    if len(text.strip()) < _LEAST:
        raise ReportError(f"{path}: holds pictures and no text; run text recognition (OCR) on it")
    return text


def _pages(reader: PdfReader, path: Path) -> Iterator[str]:
    """Yield the text of each page while there is time."""
    ends = time.monotonic() + MOST_SECONDS
    for number, page in enumerate(reader.pages, 1):
        if time.monotonic() > ends:
            raise ReportError(
                f"{path}: takes longer than {MOST_SECONDS:.0f} seconds, at page {number}; split it "
                "or print it anew as PDF"
            )
        yield page.extract_text()
