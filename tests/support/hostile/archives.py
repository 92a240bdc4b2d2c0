"""Archives that unpack to too much, or hold what they should not; workbooks, Word files, PDFs."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache

from hostile.case import Case, Make, holding
from hostile.sizes import HEAD, ROW, _entities

CONTENT = (
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
    "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package."
    "relationships+xml'/>"
    "<Default Extension='xml' ContentType='application/xml'/>{}</Types>"
)
RELS = (
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/{}' Target='{}'/></Relationships>"
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def pack(members: dict[str, bytes | str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def workbook(rows: str, more: dict[str, bytes | str] | None = None, dimension: str = "") -> bytes:
    sheet = f"<worksheet xmlns='{MAIN}'>{dimension}<sheetData>{rows}</sheetData></worksheet>"
    kinds = (
        "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-"
        "officedocument.spreadsheetml.sheet.main+xml'/><Override PartName='/xl/s.xml' "
        "ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml."
        "worksheet+xml'/>"
    )
    book = (
        f"<workbook xmlns='{MAIN}' xmlns:r='http://schemas.openxmlformats.org/officeDocument/"
        "2006/relationships'><sheets><sheet name='s' sheetId='1' r:id='r1'/></sheets>"
        "</workbook>"
    )
    return pack(
        {
            "[Content_Types].xml": CONTENT.format(kinds),
            "_rels/.rels": RELS.format("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": RELS.format("worksheet", "s.xml"),
            "xl/s.xml": sheet,
            **(more or {}),
        }
    )


def cells(row: int, values: str) -> str:
    listed = "".join(
        f"<c r='{chr(65 + at)}{row}' t='inlineStr'><is><t>{value}</t></is></c>"
        for at, value in enumerate(values.split(","))
    )
    return f"<row r='{row}'>{listed}</row>"


@cache
def zeros(megabytes: int) -> bytes:
    return b"0" * (megabytes * 1_000_000)


@cache
def _deflated(megabytes: int) -> bytes:
    """Return a raw stream that unpacks to much, made of one piece again and again."""
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packing.compress(zeros(10)) + packing.flush(zlib.Z_FULL_FLUSH)
    return piece * (megabytes // 10) + packing.flush()


def bomb(member: str, megabytes: int = 1_200, says: int | None = None) -> bytes:
    """Return an archive whose one member unpacks to much, and says so, or says otherwise."""
    name, stream = member.encode(), _deflated(megabytes)
    size = megabytes * 1_000_000 if says is None else says
    facts = struct.pack("<HHHIIIHH", 8, 0, 33, 0, len(stream), size, len(name), 0)
    head = b"PK\3\4" + struct.pack("<HH", 20, 0) + facts + name
    entry = (
        b"PK\1\2"
        + struct.pack("<HHH", 20, 20, 0)
        + facts
        + struct.pack("<HHHII", 0, 0, 0, 0, 0)
        + name
    )
    at = len(head) + len(stream)
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), at, 0)
    return head + stream + entry + end


def lying(member: str) -> bytes:
    """Return an archive whose member unpacks to 1.2 GB and says that it is small."""
    return bomb(member, says=1_000)


def _encrypted(member: str, content: str) -> bytes:
    """Return an archive whose member says that it is locked with a password."""
    packed = bytearray(pack({member: content}))
    for start, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(start) + at] |= 1
    return bytes(packed)


def list_cases() -> Iterator[Case]:
    for door, file, member in (
        ("strikes", "a.xlsx", "xl/s.xml"),
        ("strikes", "a.kmz", "doc.kml"),
        ("strikes", "a.zip", "a.shp"),
        ("places", "a.zip", "places.csv"),
        ("places", "a.xlsx", "xl/s.xml"),
        ("layer", "a.kmz", "doc.kml"),
        ("layer", "a.zip", "a.shp"),
        ("report", "a.docx", "word/document.xml"),
        ("report", "a.zip", "a.txt"),
        ("again", "a.pptx", "docProps/custom.xml"),
        ("again", "a.docx", "docProps/custom.xml"),
    ):
        yield Case("archives", "a bomb", door, file, _made(bomb, member), refused=True)
        yield Case("archives", "a bomb that lies", door, file, _made(lying, member), refused=True)
        yield Case(
            "archives", "encrypted", door, file, holding(_encrypted(member, "x")), refused=True
        )
        nested = pack({f"{n}.zip": pack({member: "x"}) for n in range(50)})
        yield Case("archives", "archives in an archive", door, file, holding(nested), refused=True)
        whole = pack({member: "x" * 1_000})
        yield Case("archives", "cut short", door, file, holding(whole[:-30]), refused=True)
        yield Case(
            "archives",
            "broken inside",
            door,
            file,
            holding(whole.replace(whole[50:56], b"\xff" * 6)),
            refused=True,
        )
    yield from _workbooks()
    yield from _word()
    yield from _pdf()
    many = pack({f"{n}.txt": "x" for n in range(30_000)})
    yield Case("archives", "30,000 files", "report", "a.zip", holding(many), refused=True)
    yield Case("archives", "30,000 files", "places", "a.zip", holding(many), refused=True)
    out = pack({"../../evil.txt": "x", "/abs.csv": "name,lon,lat\nA,36.5,35.5\n"})
    yield Case("archives", "names that lead out", "places", "a.zip", holding(out))
    yield Case("archives", "names that lead out", "report", "a.zip", holding(out))


def _made(make: Callable[[str], bytes], member: str) -> Make:
    return lambda path: path.write_bytes(make(member))


def _workbooks() -> Iterator[Case]:
    table = cells(1, HEAD) + cells(2, ROW)
    named = cells(1, "name,lon,lat") + cells(2, "A,36.5,35.5")
    far = "<row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t>x</t></is></c></row>"
    wide = cells(1, HEAD).replace("</row>", "<c r='XFD1' t='inlineStr'><is><t>x</t></is></c></row>")
    for door, rows in (("strikes", table), ("places", named), ("layer", named)):
        yield Case("archives", "a far cell", door, "a.xlsx", holding(workbook(rows + far)))
        yield Case(
            "archives",
            "a far column",
            door,
            "a.xlsx",
            holding(workbook(wide + cells(2, ROW) if door == "strikes" else rows)),
        )
        yield Case(
            "archives",
            "a dimension of all cells",
            door,
            "a.xlsx",
            holding(workbook(rows, dimension="<dimension ref='A1:XFD1048576'/>")),
        )
        scattered = "".join(
            f"<row r='{n}'><c r='A{n}'><v>1</v></c></row>" for n in range(5, 1_000_000, 50)
        )
        yield Case(
            "archives", "20,000 scattered rows", door, "a.xlsx", holding(workbook(rows + scattered))
        )
        yield Case(
            "archives",
            "rows out of order",
            door,
            "a.xlsx",
            holding(
                workbook(rows + "<row r='2'><c r='A2'><v>1</v></c></row>" * 5 + "<row r='-5'/>")
            ),
        )
    strings = f"<sst xmlns='{MAIN}'>{'<si><t>x</t></si>' * 2_000_000}</sst>"
    link = RELS.format("sharedStrings", "sharedStrings.xml").replace(
        "</Relationships>", ""
    ).replace("r1", "r2") + (
        "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/"
        "2006/relationships/worksheet' Target='s.xml'/></Relationships>"
    )
    shared = {"xl/sharedStrings.xml": strings, "xl/_rels/workbook.xml.rels": link}
    yield Case(
        "archives", "2,000,000 shared texts", "strikes", "a.xlsx", holding(workbook(table, shared))
    )
    entities = _entities(
        "worksheet",
        f"<worksheet xmlns='{MAIN}'><sheetData>"
        + cells(1, "date,place,&e11;")
        + "</sheetData></worksheet>",
    )
    for door in ("strikes", "places"):
        yield Case(
            "archives",
            "a bomb of entities",
            door,
            "a.xlsx",
            holding(workbook("", {"xl/s.xml": entities})),
            refused=True,
        )
    long = f"<row r='3'><c r='A3' t='inlineStr'><is><t>{'x' * 5_000_000}</t></is></c></row>"
    yield Case("archives", "a cell of 5 MB", "strikes", "a.xlsx", holding(workbook(table + long)))


def _word() -> Iterator[Case]:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kinds = (
        "<Override PartName='/d.xml' ContentType='application/vnd.openxmlformats-"
        "officedocument.wordprocessingml.document.main+xml'/>"
    )
    texts = {
        "a bomb of entities": _entities(
            "w:document",
            f"<w:document xmlns:w='{w}'><w:body><w:p><w:r>"
            "<w:t>&e11;</w:t></w:r></w:p></w:body></w:document>",
        ),
        "deep tables": f"<w:document xmlns:w='{w}'><w:body>" + "<w:tbl><w:tr><w:tc>" * 20_000,
        "100,000 paragraphs": f"<w:document xmlns:w='{w}'><w:body>{'<w:p/>' * 100_000}</w:body>"
        "</w:document>",
        "paragraphs in paragraphs": f"<w:document xmlns:w='{w}'><w:body>{'<w:sdt>' * 200}"
        f"{'</w:sdt>' * 200}</w:body></w:document>",
    }
    for name, text in texts.items():
        yield Case(
            "archives",
            name,
            "report",
            "a.docx",
            holding(
                pack(
                    {
                        "[Content_Types].xml": CONTENT.format(kinds),
                        "_rels/.rels": RELS.format("officeDocument", "d.xml"),
                        "d.xml": text,
                    }
                )
            ),
        )


def _pdf() -> Iterator[Case]:
    def pdf(stream: bytes, more: str = "", kids: str = "3 0 R", count: int = 1) -> bytes:
        return (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + f"2 0 obj<</Type/Pages/Kids[{kids}]/Count {count}>>endobj\n".encode()
            + f"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R{more}>>endobj\n".encode()
            + b"4 0 obj<</Length "
            + str(len(stream)).encode()
            + b"/Filter/FlateDecode>>stream\n"
            + stream
            + b"\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF"
        )

    packing = zlib.compressobj(9)
    piece = packing.compress(zeros(10)) + packing.flush(zlib.Z_FULL_FLUSH)
    flat = piece * 100
    yield Case("archives", "a stream of 1 GB", "report", "a.pdf", holding(pdf(flat)), refused=True)
    texts = zlib.compress(b"BT (Hama) Tj ET " * 1_000_000, 1)
    yield Case("archives", "1,000,000 words", "report", "a.pdf", holding(pdf(texts)))
    yield Case(
        "archives",
        "pages that hold themselves",
        "report",
        "a.pdf",
        holding(pdf(zlib.compress(b""), kids="2 0 R")),
        refused=True,
    )
    yield Case(
        "archives",
        "100,000 times one page",
        "report",
        "a.pdf",
        holding(pdf(zlib.compress(b""), kids="3 0 R " * 100_000, count=100_000)),
        refused=True,
    )
    yield Case(
        "archives", "deep brackets", "report", "a.pdf", holding(pdf(zlib.compress(b"[" * 500_000)))
    )
