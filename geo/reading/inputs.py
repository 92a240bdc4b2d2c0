"""What people hand over -> one table of text cells: a path, bytes, an open file, a DataFrame."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import IO, Any, TypeAlias

import pandas as pd

from gazetteer.limits import require_plain
from geo.errors import ReadError
from geo.reading.frames import table_of_frame
from geo.reading.registry import READABLE, find_container
from geo.reading.table import Table, refuse_long_cells

__all__ = ["FileInput", "read_table"]

FileInput: TypeAlias = Path | str | bytes | IO[Any] | pd.DataFrame

_UNNAMED = "upload.csv"  # content without a name is taken as CSV
# Workbooks that are not read, but that a spreadsheet program turns into one that is.
_OTHER_WORKBOOKS = (".xls", ".xlsb", ".ods", ".numbers")


def read_table(source: FileInput, *, name: str | None = None, sheet: str | None = None) -> Table:
    """Read a file, an open upload or a DataFrame as text cells.

    source: path, bytes or open file, read by the ending of its name; or a DataFrame or
    GeoDataFrame (`geo.reading.frames`). name: what it is called where `source` has no name.
    sheet: the sheet of a workbook, or layer of a map file, by its name; by default found.
    Raises ReadError naming the file and the remedy where it cannot be read at all.
    """
    if isinstance(source, pd.DataFrame):
        return table_of_frame(source, name or "table")
    called = name or (str(source) if isinstance(source, str | Path) else _name_of(source))
    suffix = Path(called).suffix.lower()
    container = find_container(suffix)
    content = _load(source)
    if container is None:
        raise ReadError(f"{called}: {_why_not_read(suffix)}")
    if not content or content.isspace():
        raise ReadError(f"{called}: the file is empty; give one with a header and rows")
    beside = container.takes_paths and isinstance(source, str | Path)
    opened = Path(source) if beside else content  # type: ignore[arg-type] # checked just above
    if sheet is None:
        return refuse_long_cells(container.read(opened, called))
    if not container.has_sheets:
        raise ReadError(f"{called}: {container.title} has no sheets or layers to choose from")
    return refuse_long_cells(container.read(opened, called, sheet))


def _name_of(source: bytes | IO[Any]) -> str:
    return _UNNAMED if isinstance(source, bytes) else str(getattr(source, "name", _UNNAMED))


def _why_not_read(suffix: str) -> str:
    if suffix in _OTHER_WORKBOOKS:
        programs = "Excel, LibreOffice or Numbers"
        return f"workbooks ending in {suffix} are not read; save it as .xlsx in {programs}"
    kinds = ", ".join(READABLE)
    return f"files ending in {suffix or 'nothing'} are not read; use {kinds}"


def _load(source: Path | str | bytes | IO[Any]) -> bytes:
    if isinstance(source, bytes):
        return source
    if isinstance(source, str | Path):
        path = Path(source)
        try:
            require_plain(path)
            return path.read_bytes()
        except (OSError, ValueError) as error:
            raise ReadError(_why_not_opened(str(source), error)) from error
    if not hasattr(source, "read"):
        raise ReadError(
            f"a {type(source).__name__} is no table; give a path, bytes, an open file or a "
            "DataFrame (pandas.DataFrame makes one of lists and dictionaries)"
        )
    with suppress(AttributeError, OSError):  # a pipe cannot be read from its beginning again
        source.seek(0)
    content = source.read()
    return content.encode() if isinstance(content, str) else bytes(content)


def _why_not_opened(source: str, error: OSError | ValueError) -> str:
    if "\n" in source:
        return "a text of several lines is no path; hand over its content as text.encode()"
    why = getattr(error, "strerror", None) or error
    return f"{source}: cannot be opened ({why}); check the path"
