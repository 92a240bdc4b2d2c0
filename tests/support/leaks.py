"""All that the bytes of a file say, opened to the last layer, and secrets looked for in them."""

from __future__ import annotations

import base64
import html
import io
import json
import re
import sqlite3
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

import av
import pyarrow.parquet as pq
from PIL import Image
from pypdf import PdfReader

MAGIC = {
    b"PK\x03\x04": "zip", b"%PDF-": "pdf", b"\x89PNG\r\n": "png", b"GIF8": "gif",
    b"SQLite format 3": "sqlite", b"PAR1": "parquet", b"\xff\xd8\xff": "jpeg",
    b"\x00\x00\x00\x20ftyp": "film",
    b"wOF2": "font", b"\x00\x01\x00\x00": "font", b"OTTO": "font", b"true": "font",
}  # fmt: skip
MARK = "Zq9"  # in the text of most secrets, so that one glance tells whether any is there
BASE64 = re.compile(rb"[A-Za-z0-9+/]{64,}={0,2}")


class UnknownFormatError(Exception):
    """A file of a kind that this test does not know how to open: teach it that."""


def kind_of(content: bytes) -> str:
    """Return what kind of file bytes are; UnknownFormatError for one that nothing here opens."""
    for magic, kind in MAGIC.items():
        if content.startswith(magic):
            return kind
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        raise UnknownFormatError(f"tests/support/leaks.py opens no {content[:8]!r}") from None
    return "text"


def open_all(content: bytes) -> Iterator[bytes]:
    """Yield the bytes, and those of all that is in them, unzipped, inflated and decoded."""
    kind_of(content)
    waiting, seen = [content], set()
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        yield part
        if _is_known(part):
            waiting += OPENERS[kind_of(part)](part)
        waiting += _inflate_all(part)


def _is_known(content: bytes) -> bool:
    try:
        return bool(kind_of(content))
    except UnknownFormatError:
        return False


def _inflate_all(content: bytes) -> Iterator[bytes]:
    """Yield every gzip member, wherever it begins."""
    for found in re.finditer(rb"\x1f\x8b\x08", content):
        inflater = zlib.decompressobj(31)
        try:
            yield inflater.decompress(content[found.start() :])
        except zlib.error:
            continue


def _decode_base64(content: bytes) -> Iterator[bytes]:
    for found in BASE64.finditer(content):
        text = found.group().rstrip(b"=")
        yield base64.b64decode(text[: len(text) // 4 * 4] + b"=" * 0)


def _open_text(content: bytes) -> Iterator[bytes]:
    yield html.unescape(content.decode("utf-8")).encode("utf-8", "surrogatepass")
    if b"%" in content:
        yield unquote_to_bytes(content)
    if rb"\u" in content:
        yield re.sub(rb"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)).encode("utf-8", "replace"),
                     content)  # fmt: skip
    yield from _decode_base64(content)


def _open_zip(content: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        yield bundle.comment
        for member in bundle.infolist():
            yield member.filename.encode() + b"\n" + member.comment + member.extra
            yield bundle.read(member)


def _open_pdf(content: bytes) -> Iterator[bytes]:
    for found in re.finditer(rb"stream\r?\n", content):
        inflater = zlib.decompressobj()
        try:
            yield inflater.decompress(content[found.end() :])
        except zlib.error:
            continue
    reader = PdfReader(io.BytesIO(content))
    texts = [page.extract_text() for page in reader.pages]
    yield "\n".join([*texts, *map(str, (reader.metadata or {}).values())]).encode()


def _open_png(content: bytes) -> Iterator[bytes]:
    at = 8
    while at < len(content):
        (size,) = struct.unpack(">I", content[at : at + 4])
        kind, chunk = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        yield chunk
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            for start in range(min(len(chunk), 100)):
                inflater = zlib.decompressobj()
                try:
                    yield inflater.decompress(chunk[start:])
                except zlib.error:
                    continue
        at += 12 + size


def _open_picture(content: bytes) -> Iterator[bytes]:
    with Image.open(io.BytesIO(content)) as picture:
        yield repr(picture.info).encode()
        comment = picture.info.get("comment", b"")
        yield comment if isinstance(comment, bytes) else str(comment).encode()


def _open_film(content: bytes) -> Iterator[bytes]:
    with av.open(io.BytesIO(content)) as film:
        told = [film.metadata, *(stream.metadata for stream in film.streams)]
        yield repr(told).encode()
        yield from (text.encode() for each in told for text in each.values())


def _open_sqlite(content: bytes) -> Iterator[bytes]:
    """Yield every row; the pages, free ones among them, are the bytes themselves."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "opened.sqlite"
        path.write_bytes(content)
        opened = sqlite3.connect(path)
        listed = "select name from sqlite_master where type = 'table' and name not like 'rtree%'"
        names = [name for (name,) in opened.execute(listed)]
        for name in names:
            for row in opened.execute(f'select * from "{name}"'):
                yield repr(row).encode()
                yield from (cell for cell in row if isinstance(cell, bytes))
        opened.close()


def _open_parquet(content: bytes) -> Iterator[bytes]:
    table = pq.read_table(io.BytesIO(content))
    yield repr(table.schema.metadata).encode()
    for row in table.to_pylist():
        yield json.dumps(row, default=str, ensure_ascii=False).encode()
        yield from (cell for cell in row.values() if isinstance(cell, bytes))


OPENERS = {
    "text": _open_text, "zip": _open_zip, "pdf": _open_pdf, "png": _open_png,
    "gif": _open_picture, "jpeg": _open_picture, "sqlite": _open_sqlite,
    "parquet": _open_parquet, "film": _open_film, "font": lambda _: iter(()),
}  # fmt: skip


def forms_of(secret: str) -> list[bytes]:
    """Return the bytes that a text may stand as."""
    return [secret.encode(), secret.encode("utf-16-le"), secret.encode("utf-16-be"),
            json.dumps(secret)[1:-1].encode(), quote(secret).encode()]  # fmt: skip


def number_forms(degrees: float) -> list[bytes]:
    """Return the bytes that a coordinate may stand as: digits to 5 decimals, and as 64 bits."""
    digits = f"{degrees:.6f}"[:-1].encode()
    return [digits, struct.pack("<d", degrees), struct.pack(">d", degrees)]


def find_leaks(content: bytes, secrets: dict[str, list[bytes]]) -> list[str]:
    """Return the names of the secrets that bytes hold, however deep."""
    marked = {name: forms for name, forms in secrets.items() if MARK in name}
    others = {name: forms for name, forms in secrets.items() if MARK not in name}
    found = set()
    for part in open_all(content):
        found |= _find(part, others)
        if any(form in part for form in forms_of(MARK)):
            found |= _find(part, marked)
    return sorted(found)


def _find(part: bytes, secrets: dict[str, list[bytes]]) -> set[str]:
    return {name for name, forms in secrets.items() if any(form in part for form in forms)}
