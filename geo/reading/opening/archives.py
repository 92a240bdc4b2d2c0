"""Zip archives within limits: what they unpack to is known before a byte is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib

from geo.errors import ReadError

__all__ = ["MAGIC", "open_archive", "unpack"]

MAGIC = b"PK\x03\x04"
_MEGABYTE = 1_000_000  # bytes
_ENCRYPTED = 0x1  # bit of a member's flags


def open_archive(content: bytes, name: str, *, most: int, remedy: str) -> zipfile.ZipFile:
    """Open a zip archive whose members unpack to `most` megabytes at most.

    Raises ReadError, naming the remedy, where it is none, is encrypted, or would be larger.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise ReadError(f"{name}: is no zip archive that can be opened ({error}); {remedy}") from (
            error
        )
    members = archive.infolist()
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise ReadError(f"{name}: is locked with a password; {remedy} without one")
    size = sum(member.file_size for member in members)
    if size > most * _MEGABYTE:
        raise ReadError(
            f"{name}: unpacks to {size / _MEGABYTE:,.0f} MB, more than {most} MB; split it up"
        )
    return archive


def unpack(archive: zipfile.ZipFile, member: str, name: str, *, remedy: str) -> bytes:
    """Return the bytes of a member; raises ReadError where they are damaged."""
    try:
        return archive.read(member)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError, OSError) as error:
        raise ReadError(f"{name}: {member} in it is damaged ({error}); {remedy}") from error
