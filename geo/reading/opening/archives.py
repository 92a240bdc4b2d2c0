"""Zip archives within limits: what they unpack to is known before a byte is unpacked."""

from __future__ import annotations

import io
import zipfile

from gazetteer.limits import DAMAGED, find_fault, read_member
from geo.errors import ReadError

__all__ = ["MAGIC", "open_archive", "unpack"]

MAGIC = b"PK\x03\x04"
_MEGABYTE = 1_000_000  # bytes


def open_archive(
    content: bytes, name: str, *, most: int, remedy: str, whole: bool = False
) -> zipfile.ZipFile:
    """Open a zip archive whose members unpack to `most` megabytes at most.

    whole: every member is checked, for those who leave the unpacking to a library.

    Raises ReadError, naming the remedy, where it is none, is encrypted, or would be larger.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGED as error:
        raise ReadError(f"{name}: is no zip archive that can be opened ({error}); {remedy}") from (
            error
        )
    fault = find_fault(archive, most * _MEGABYTE, whole=whole)
    if "password" in fault:
        raise ReadError(f"{name}: {fault}; {remedy} without one")
    if fault:
        raise ReadError(f"{name}: {fault}; {'split it up' if 'unpacks' in fault else remedy}")
    return archive


def unpack(archive: zipfile.ZipFile, member: str, name: str, *, remedy: str) -> bytes:
    """Return the bytes of a member; raises ReadError where they are damaged."""
    try:
        return read_member(archive, member)
    except DAMAGED as error:
        raise ReadError(f"{name}: {member} in it is damaged ({error}); {remedy}") from error
