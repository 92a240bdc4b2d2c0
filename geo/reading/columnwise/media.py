"""Columns of media -> addresses, hashes and kinds of claims; what cannot be read is told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from geo.reading.columnwise.distinct import find_distinct, join_texts, take_texts
from geo.strikes.schema import MEDIA_KINDS

__all__ = ["MEDIA_FIELDS", "MEDIA_NAMES", "read_media"]

MEDIA_FIELDS = (
    "media_url", "media_archive_url", "media_sha256", "media_kind", "geolocation_url",
)  # fmt: skip
# What publishers call them, {folded header: word of FIELDS}.
MEDIA_NAMES = {
    "media_url": "media_url", "media_urls": "media_url", "media_link": "media_url",
    "media_links": "media_url", "media": "media_url",
    "media_archive_url": "media_archive_url", "archived_media_url": "media_archive_url",
    "media_archive": "media_archive_url",
    "media_sha256": "media_sha256", "sha256": "media_sha256", "sha_256": "media_sha256",
    "sha256_hash": "media_sha256", "sha256sum": "media_sha256",
    "media_kind": "media_kind", "media_type": "media_kind",
    "geolocation_url": "geolocation_url", "geolocation_link": "geolocation_url",
    "geolocation_source": "geolocation_url",
}  # fmt: skip
_SHA256 = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)
_KIND_WORDS = {
    **dict.fromkeys(("photo", "photos", "photograph", "picture", "image", "images"), "photo"),
    **dict.fromkeys(("video", "videos", "film", "footage", "clip"), "video"),
    **dict.fromkeys(
        ("satellite image", "satellite", "satellite imagery", "satellite photo"), "satellite image"
    ),
    **dict.fromkeys(("document", "documents", "pdf", "report"), "document"),
}  # fmt: skip


def read_media(
    fields: Mapping[str, Sequence[pd.Series]], blank: pd.Series
) -> tuple[dict[str, list[pd.Series]], pd.Series]:
    """Return the fields of media as claims have them, and by row what could not be read.

    Hashes are 64 hexadecimal digits in small letters, kinds the words of MEDIA_KINDS; of a cell
    that holds others these are told and left out.
    """
    read = {name: list(fields[name]) for name in MEDIA_FIELDS if name in fields}
    faults = [pd.Series(None, index=blank.index, dtype="str")]
    for name, one in (("media_sha256", _read_hash), ("media_kind", _read_kind)):
        if name in read:
            distinct = find_distinct([read[name][0]])
            cells = [_read_cell(text, one) for (text,) in distinct.texts]
            kept, told = ([cell[at] for cell in cells] for at in (0, 1))
            read[name] = [take_texts(kept, distinct.codes, blank.index)]
            read[name][0] = read[name][0].fillna("")
            faults.append(take_texts(told, distinct.codes, blank.index))
    return read, join_texts(faults)


def _read_cell(text: str, read: object) -> tuple[str, str | None]:
    parts = [part.strip() for part in re.split(r"[;,\n]", text) if part.strip()]
    meant = {part: read(part) for part in parts}  # type: ignore[operator]
    unread = [part for part, one in meant.items() if not one]
    if unread:
        what = "sha256" if read is _read_hash else f"kind of media ({', '.join(MEDIA_KINDS)})"
        return "", f"{text.strip()!r} is no {what}: left empty"
    return ";".join(meant[part] for part in parts), None


def _read_hash(text: str) -> str:
    bare = text.casefold().removeprefix("sha256:").removeprefix("0x").strip()
    return bare if _SHA256.fullmatch(bare) else ""


def _read_kind(text: str) -> str:
    return _KIND_WORDS.get(text.casefold().split("/")[0].replace("_", " "), "")
