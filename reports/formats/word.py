"""Word files (.docx): paragraphs a line each, tables row by row."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reports.errors import ReportError

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

__all__ = ["text_of_word"]


def text_of_word(data: bytes, path: Path) -> str:
    """Return the text of a Word file: "label: value" for rows of two cells, else cells by bars.

    Raises ReportError for a file that is none, or has a password.
    """
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        return "\n".join(line for part in document.iter_inner_content() for line in _lines(part))
    except Exception as error:  # of zip, XML and package, whichever part is broken
        raise ReportError(
            f"{path}: is no Word file that can be read ({error}); open it in Word and save it anew "
            "as .docx without a password"
        ) from error


def _lines(part: Paragraph | Table) -> Iterator[str]:
    from docx.table import Table

    if isinstance(part, Table):
        yield ""
        for row in part.rows:
            cells = [" ".join(cell.text.split()) for cell in row.cells]
            yield (": " if len(cells) == 2 else " | ").join(cells)
        yield ""
        return
    yield part.text
    if part.style is not None and str(part.style.name).startswith(("Heading", "Title")):
        yield ""
