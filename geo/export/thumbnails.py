"""Thumbnails of the photos that claims name: of files at hand whose SHA-256 is theirs."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from PIL import Image, ImageOps

from geo.errors import ExportError
from geo.strikes.media import list_media

__all__ = ["Thumbnails", "make_thumbnails"]

WIDEST = 320  # pixels of the longer side
LARGEST = 200_000  # bytes of one thumbnail
QUALITIES = (80, 60, 40)  # of JPEG, tried in turn until one is small enough
MOST_PIXELS = 100_000_000  # of a photo: larger ones are not opened, and told
READ_AT_ONCE = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Thumbnails:
    """Thumbnails as data addresses by the SHA-256 of their photo, and what is told of them.

    named: different hashes that claims name; found: of these, files at hand; unread: names of
    found files that are no picture, such as videos; vast: of those with more than MOST_PIXELS.
    """

    value: dict[str, str]
    named: int
    found: int
    unread: tuple[str, ...]
    vast: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What was embedded, how large, and what has no thumbnail."""
        size, count = sum(map(len, self.value.values())), len(self.value)
        reasons = {"no picture": self.unread, f"over {MOST_PIXELS:,} pixels": self.vast}
        without = [f"; {why}, so without one: {', '.join(names)}"
                   for why, names in reasons.items() if names]  # fmt: skip
        return (
            f"{count:,} thumbnail{'' if count == 1 else 's'}, {size / 1000:,.0f} kB: of "
            f"{self.named:,} media that claims name by SHA-256, {self.found:,} are in the "
            f"folder{''.join(without)}"
        )


def make_thumbnails(claims: pd.DataFrame, folder: Path) -> Thumbnails:
    """Make a thumbnail of each file of a folder, and those below, whose hash a claim names.

    At most `WIDEST` pixels and `LARGEST` bytes each, without what the file says of itself, such
    as its camera. Raises ExportError where the folder is none.
    """
    if not folder.is_dir():
        raise ExportError(f"{folder}: no folder; name the one that holds the photos and videos")
    named = set(_list_hashes(claims))
    found = dict(_find_files(folder, named)) if named else {}
    made = {sha256: _draw(path) for sha256, path in sorted(found.items())}
    unread, vast = (
        tuple(sorted(found[sha256].name for sha256, drawn in made.items() if drawn == lacking))
        for lacking in (None, "")
    )
    value = {sha256: drawn for sha256, drawn in made.items() if drawn}
    return Thumbnails(value, len(named), len(found), unread, vast)


def _list_hashes(claims: pd.DataFrame) -> Iterator[str]:
    rows = claims[claims["media_sha256"].notna()]
    for claim in rows.to_dict("records"):
        yield from (medium.sha256 for medium in list_media(claim) if medium.sha256)


def _find_files(folder: Path, named: Set[str]) -> Iterator[tuple[str, Path]]:
    for path in _list_files(folder):
        sha256 = _hash(path)
        if sha256 in named:
            yield sha256, path


def _list_files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(READ_AT_ONCE):
                digest.update(piece)
    except OSError as error:
        raise ExportError(f"{path}: cannot be read ({error.strerror}); take it away") from error
    return digest.hexdigest()


def _draw(path: Path) -> str | None:
    """Return a photo small, as a data address; None for no picture, '' for one too large."""
    try:
        with Image.open(path) as photo:
            if photo.width * photo.height > MOST_PIXELS:
                return ""
            small = ImageOps.exif_transpose(photo).convert("RGB")
    except Image.DecompressionBombError:  # far more: Pillow does not open it at all
        return ""
    except (OSError, ValueError, SyntaxError):
        return None
    small.thumbnail((WIDEST, WIDEST))
    for quality in QUALITIES:
        held = io.BytesIO()
        small.save(held, "JPEG", quality=quality)
        if held.tell() <= LARGEST:
            return f"data:image/jpeg;base64,{base64.b64encode(held.getvalue()).decode()}"
    return None
