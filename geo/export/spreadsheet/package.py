"""Sheets -> one workbook, as the bytes of a .xlsx (ECMA-376, part 2: a zip of XML parts)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

from geo.errors import ExportError
from geo.export.json_rows import bytes_of, join_parts
from geo.export.spreadsheet.cells import HEADER, PLAIN, WRAPPED, name_column, word_cells, word_text

__all__ = ["MOST_ROWS", "Sheet", "to_workbook"]

MOST_ROWS = 1_048_575  # of a sheet, below its header
_AT_ONCE = 5_000  # rows in memory as text
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip holds: equal contents make equal bytes
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

# In the order of `cells`: plain, day, text that would run if it were typed, header, wrapped text.
_STYLES = f"""{_HEAD}<styleSheet xmlns="{_MAIN}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFE2EBF3"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>
<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">
<alignment vertical="top" wrapText="1"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title; widths: of columns in letters, in their order, the last for the rest.

    wraps: whether long texts are broken into lines.
    """

    title: str
    table: pd.DataFrame
    widths: Sequence[int] = (16,)
    wraps: bool = False


def to_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook of the sheets; the same tables give the same bytes.

    Raises ExportError where a table has more rows than Excel takes.
    """
    for sheet in sheets:
        if len(sheet.table) > MOST_ROWS:
            raise ExportError(
                f"a sheet of Excel holds {MOST_ROWS:,} rows, and {sheet.title} has "
                f"{len(sheet.table):,}; write a .csv or .parquet, or fewer rows"
            )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _list_parts(sheets):
            _write(package, name, iter([text.encode()]))
        for number, sheet in enumerate(sheets, start=1):
            _write(package, f"xl/worksheets/sheet{number}.xml", _word_sheet(sheet))
    return content.getvalue()


def _write(package: zipfile.ZipFile, name: str, pieces: Iterator[bytes | memoryview]) -> None:
    member = zipfile.ZipInfo(name, _FIXED_TIME)
    member.compress_type = zipfile.ZIP_DEFLATED
    with package.open(member, "w", force_zip64=True) as file:
        for piece in pieces:
            file.write(piece)


def _list_parts(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(sheets) + 1)
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for n in numbers
    )
    yield (
        "[Content_Types].xml",
        (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{types}</Types>'
        ),
    )
    yield "_rels/.rels", _word_links([("officeDocument", "xl/workbook.xml")])
    yield (
        "xl/_rels/workbook.xml.rels",
        _word_links(
            [
                *(("worksheet", f"worksheets/sheet{n}.xml") for n in numbers),
                ("styles", "styles.xml"),
            ]
        ),
    )
    yield "xl/workbook.xml", _word_workbook(sheets)
    yield "xl/styles.xml", _STYLES


def _word_links(targets: Sequence[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_LINKS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _word_workbook(sheets: Sequence[Sheet]) -> str:
    listed = "".join(
        f'<sheet name="{word_text(sheet.title)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, start=1)
    )
    filtered = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{number}" hidden="1">'
        f"'{word_text(sheet.title)}'!$A$1:${name_column(sheet.table.shape[1])}"
        f"${len(sheet.table) + 1}</definedName>"
        for number, sheet in enumerate(sheets)
    )
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{listed}</sheets>'
        f"<definedNames>{filtered}</definedNames></workbook>"
    )


def _word_sheet(sheet: Sheet) -> Iterator[bytes | memoryview]:
    table = sheet.table
    last = name_column(table.shape[1])
    yield (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}{len(table) + 1}"/>'
        '<sheetViews><sheetView workbookViewId="0">'
        '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{_word_widths(sheet)}</cols><sheetData>"
        f"{_word_header(table)}"
    ).encode()
    style = WRAPPED if sheet.wraps else PLAIN
    rows = pa.array(map(str, range(2, len(table) + 2)), pa.large_string())  # below the header
    cells = [word_cells(table.iloc[:, at], at + 1, rows, style) for at in range(table.shape[1])]
    for first in range(0, len(table), _AT_ONCE):
        yield bytes_of(_join_rows([rows, *cells], first, min(first + _AT_ONCE, len(table))))
    yield f'</sheetData><autoFilter ref="A1:{last}{len(table) + 1}"/></worksheet>'.encode()


def _word_widths(sheet: Sheet) -> str:
    numbers = range(sheet.table.shape[1])
    widths = [sheet.widths[min(number, len(sheet.widths) - 1)] for number in numbers]
    return "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(widths, start=1)
    )


def _word_header(table: pd.DataFrame) -> str:
    cells = "".join(
        f'<c r="{name_column(n)}1" s="{HEADER}" t="inlineStr"><is><t>{word_text(str(name))}</t>'
        "</is></c>"
        for n, name in enumerate(table.columns, start=1)
    )
    return f'<row r="1">{cells}</row>'


def _join_rows(columns: Sequence[pa.Array], first: int, last: int) -> pa.Array:
    """Return rows of a sheet. columns: the numbers of the rows as texts, then their cells."""
    numbers, *cells = (one.slice(first, last - first) for one in columns)
    return join_parts(['<row r="', numbers, '">', *cells, "</row>"])
