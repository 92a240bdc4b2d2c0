"""The archive of a presentation or a report, made the same in every run."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from html import escape

__all__ = ["DESCRIPTION", "EPOCH", "fix_archive"]

# python-pptx and python-docx take 255 characters; the whole description is put in afterwards.
DESCRIPTION = "strikemap-sheet-description"
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # where no as-of date is known
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def fix_archive(raw: bytes, description: str) -> bytes:
    """Return the archive with one time on every entry, and its whole description."""
    fixed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as source,
        zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for entry in source.infolist():
            if entry.filename == "docProps/thumbnail.jpeg":
                continue  # the template's own, of another presentation
            content = source.read(entry)
            if entry.filename == "_rels/.rels":
                content = _drop_thumbnail(content)
            if entry.filename == "docProps/core.xml":
                whole = escape(description, quote=False).encode("ascii")
                content = content.replace(DESCRIPTION.encode("ascii"), whole)
            kept = zipfile.ZipInfo(entry.filename, ZIP_TIME)
            kept.compress_type = zipfile.ZIP_DEFLATED
            kept.external_attr = 0o600 << 16
            target.writestr(kept, content)
    return fixed.getvalue()


def _drop_thumbnail(rels: bytes) -> bytes:
    head, *parts = rels.split(b"<Relationship ")
    kept = [part for part in parts if b"thumbnail" not in part]
    tail = b"" if kept and kept[-1].endswith(b"</Relationships>") else b"</Relationships>"
    return b"<Relationship ".join([head, *kept]) + tail
