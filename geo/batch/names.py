"""Names matched by workers: each loads the gazetteer once, and answers as one process would."""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

from gazetteer import Gazetteer, Match, Place
from gazetteer.matching.beside.asked import Asked
from gazetteer.matching.beside.neighbours import Neighbours
from gazetteer.online.installed import list_members, load_country
from gazetteer.several import Gazetteers
from geo.batch.workers import Lost, Workers
from geo.errors import BatchError
from geo.placing.edition import hash_places

__all__ = ["Names", "load_spread", "match_names"]

TOGETHER = 500  # names of one piece of work, some half a second
FEW = 200  # names that are asked here sooner than elsewhere
KEPT = 16  # gazetteers in a worker, some 30 MB each
_loading = Lock()


@dataclass(frozen=True, slots=True)
class Names:
    """Questions for the gazetteer of a country with further files.

    edition: of its places; asked: packed Asked; file: packed Neighbours, or None.
    """

    country: str
    files: tuple[Path, ...]
    edition: str
    asked: bytes
    file: bytes | None


@dataclass(frozen=True)
class _Source:
    """A gazetteer with what packs objects that hold its places, each place by its number."""

    gazetteer: Gazetteer
    edition: str
    numbers: dict[int, int]  # by identity

    def pack(self, what: object) -> bytes:
        """Return an object as bytes for a process that has the same places."""
        written = io.BytesIO()
        _Packer(written, self.numbers).dump(what)
        return written.getvalue()

    def unpack(self, content: bytes) -> object:
        """Return the object of bytes from a process of this run, with the places of this one."""
        return _Unpacker(io.BytesIO(content), self.gazetteer.places).load()


class _Packer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, numbers: dict[int, int]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._numbers = numbers

    def persistent_id(self, one: object) -> int | None:
        """Return the number of a place of the gazetteer's own."""
        return self._numbers.get(id(one)) if isinstance(one, Place) else None


class _Unpacker(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, places: Sequence[Place]) -> None:
        super().__init__(file)
        self._places = places

    def persistent_load(self, number: int) -> Place:
        """Return the place of a number."""
        return self._places[number]


def _source_of(gazetteer: Gazetteer) -> _Source:
    numbers = {id(place): at for at, place in enumerate(gazetteer.places)}
    return _Source(gazetteer, hash_places(gazetteer), numbers)


@lru_cache(KEPT)
def _load(country: str, files: tuple[Path, ...]) -> _Source:
    return _source_of(load_country(country, extra=files))


def match_names(names: Names) -> bytes:
    """Return packed Matches of packed questions; a worker's part.

    Raises BatchError where this process has other places than the one that asks.
    """
    with _loading:  # a worker of several threads loads it once as well
        source = _load(names.country, names.files)
    if source.edition != names.edition:
        raise BatchError(
            f"this worker has other places of {names.country} ({source.edition}) than they that "
            f"ask ({names.edition}); give it the same strikemap and the same STRIKEMAP_DATA"
        )
    file = source.unpack(names.file) if names.file is not None else None
    asked = source.unpack(names.asked)
    return source.pack(source.gazetteer.answering.answer_each(asked, file))  # type: ignore[arg-type] # as packed below


def load_spread(
    countries: Sequence[str], extra: Iterable[Path], workers: Workers
) -> Gazetteer | Gazetteers:
    """Load countries as `load_countries` does, to have the names of a whole file matched by others.

    What is said of a file as a whole, and what few names mean, is found here.
    """
    members = [
        _spread(code, tuple(path.resolve() for path in files), workers)
        for code, files in list_members(countries, extra)
    ]
    return Gazetteers(members) if len(members) > 1 else members[0]


def _spread(country: str, files: tuple[Path, ...], workers: Workers) -> Gazetteer:
    source = _load(country, files)

    def ask(asked: Sequence[Asked], file: Neighbours | None) -> Sequence[Match]:
        if len(asked) <= FEW or workers.count == 1:
            return source.gazetteer.answering.answer_each(asked, file)
        around = None if file is None else source.pack(file)
        tasks = [
            Names(country, files, source.edition, source.pack(asked[at : at + TOGETHER]), around)
            for at in range(0, len(asked), TOGETHER)
        ]
        found: dict[int, Sequence[Match]] = {}
        for at, packed in workers.spread(match_names, tasks):
            if isinstance(packed, Lost):
                raise BatchError(f"names of {country} could not be matched: {packed.reason}")
            found[at] = source.unpack(packed)  # type: ignore[assignment] # a list of Match
        return [match for at in range(len(tasks)) for match in found[at]]

    twin = copy(source.gazetteer)
    twin.answering = source.gazetteer.answering.with_spread(ask)
    return twin
