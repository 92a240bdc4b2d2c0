"""A file of places to drafts, by the format that is surest of it, out of its archive if need be."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.leftovers import make_scratch
from gazetteer.limits import DAMAGED, PLACES, find_fault, require_plain
from gazetteer.tables.checks import check_drafts
from gazetteer.tables.draft import Draft
from gazetteer.tables.files import DATABASE_SUFFIXES, PLACE_LAYERS, PlaceFile
from gazetteer.tables.layers import VECTOR_SUFFIXES
from gazetteer.tables.registry import find_format

__all__ = ["read_places"]

PACKED_SUFFIXES = (*VECTOR_SUFFIXES, *DATABASE_SUFFIXES, ".xlsx", ".csv", ".txt")


def read_places(path: Path | str) -> list[Draft]:
    """Read a file of places in any format of `tables.formats`, zipped or not.

    Raises GazetteerError naming file, row and remedy.
    """
    path = Path(path)
    if not path.is_file():
        raise GazetteerError(f"{path}: cannot be read (no such file); check path")
    try:
        require_plain(path)
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read ({error.strerror}); check path") from error
    try:
        if zipfile.is_zipfile(path) and path.suffix.lower() != ".xlsx":
            with _unpacked(path) as file:
                return _with_archive(_read(file), file)
        if path.suffix.lower() == ".zip":
            raise GazetteerError(f"{path}: is no zip archive; get the file again")
        return _read(PlaceFile(path))
    except GazetteerError:
        raise
    except DAMAGED as error:
        raise GazetteerError(f"{path}: cannot be read ({error}); get the file again") from error


def _read(file: PlaceFile) -> list[Draft]:
    form, _ = find_format(file)
    drafts = form.read(file)
    check_drafts(file.path, drafts)
    return drafts


def _with_archive(drafts: list[Draft], file: PlaceFile) -> list[Draft]:
    """Name the archive as the source where a file's own name was to be it."""
    own = (file.archive or file.path).stem
    for draft in drafts:
        draft.sources = [own if source == file.path.stem else source for source in draft.sources]
    return drafts


@contextmanager
def _unpacked(path: Path) -> Iterator[PlaceFile]:
    """Unpack an archive into a folder of its own and give the file of places in it."""
    with zipfile.ZipFile(path) as archive, make_scratch() as folder:
        if fault := find_fault(archive, PLACES.most):
            raise GazetteerError(f"{path}: {fault}; unpack it and give one file")
        archive.extractall(folder)  # zipfile takes ".." and drive letters out of names
        member = _choose_member(path, sorted(Path(folder).rglob("*")))
        yield PlaceFile(member, archive=path)


def _choose_member(path: Path, members: Sequence[Path]) -> Path:
    files = [m for m in members if m.suffix.lower() in PACKED_SUFFIXES and "readme" not in m.name]
    for word in PLACE_LAYERS:
        for member in files:
            if word in member.name.lower():
                return member
    if len(files) == 1:
        return files[0]
    for member in files:
        if find_format(PlaceFile(member))[1] == 1:
            return member
    held = ", ".join(member.name for member in files) or "nothing that is known"
    raise GazetteerError(f"{path}: no file of places in it ({held}); unpack it and give one file")
