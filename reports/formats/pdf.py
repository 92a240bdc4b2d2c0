"""PDF files, by pypdf."""

from __future__ import annotations

import io
import logging
from pathlib import Path

from reports.errors import ReportError
from reports.formats.plain import unwrap

__all__ = ["text_of_pdf"]

MOST_PAGES = 500
_LEAST = 20  # signs of a text; less is a scan's page numbers


def text_of_pdf(data: bytes, path: Path) -> str:
    """Return the text of a PDF file, its lines put together again, pages apart.

    Raises ReportError for a file that is none, is locked, a scan, or of more than MOST_PAGES.
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
        text = "\n\n".join(unwrap(page.extract_text().splitlines()) for page in reader.pages)
    except ReportError:
        raise
    except Exception as error:  # whichever part of the file is broken
        raise ReportError(
            f"{path}: is no PDF that can be read ({error}); print it anew as PDF or save it as .txt"
        ) from error
    if len(text.strip()) < _LEAST:
        raise ReportError(f"{path}: holds pictures and no text; run text recognition (OCR) on it")
    return text
