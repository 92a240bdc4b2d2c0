"""The media that claims carry: photos and videos by address, archived copy, hash and kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest

__all__ = ["MEDIA_ADDRESSES", "Medium", "list_media", "split_addresses"]

MEDIA_ADDRESSES = ("media_url", "media_archive_url", "geolocation_url")  # columns of claims
# Between two addresses of a cell; an address may hold a ';' of its own.
_BETWEEN = re.compile(r"\s*[;|,]?\s+(?=\S)|;(?=[a-z]+://)|;(?=;)|;$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Medium:
    """One photo, video, satellite image or document; None: not told."""

    address: str | None = None
    archive: str | None = None
    sha256: str | None = None
    kind: str | None = None


def split_addresses(cell: object) -> list[str]:
    """Return the addresses of a cell, in order, each as often as it stands there.

    >>> split_addresses("https://a.example/1;x=2; https://b.example/2;https://c.example")
    ['https://a.example/1;x=2', 'https://b.example/2', 'https://c.example']
    """
    return [part for part in _BETWEEN.split(cell) if part] if isinstance(cell, str) else []


def list_media(claim: Mapping[str, object]) -> list[Medium]:
    """Return the media of a claim's row.

    Archived copies, hashes and kinds belong to the addresses in order where there are as many;
    one kind is that of all. Where numbers differ nothing says what belongs to what: each stands by
    itself.
    """
    addresses = split_addresses(claim.get("media_url"))
    archives = split_addresses(claim.get("media_archive_url"))
    hashes, kinds = (_split(claim.get(name)) for name in ("media_sha256", "media_kind"))
    count = max(len(addresses), len(archives), len(hashes))
    kinds = kinds * count if len(kinds) == 1 else kinds
    listed = [column for column in (addresses, archives, hashes, kinds) if column]
    if all(len(column) == count for column in listed):
        return [Medium(*row) for row in zip_longest(addresses, archives, hashes, kinds)]
    return [
        *(Medium(address=one) for one in addresses),
        *(Medium(archive=one) for one in archives),
        *(Medium(sha256=one) for one in hashes),
    ]


def _split(cell: object) -> list[str]:
    parts = re.split(r"[;,]", cell) if isinstance(cell, str) else []
    return [part.strip() for part in parts if part.strip()]
