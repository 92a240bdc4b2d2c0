"""Several names in one cell: "A and B", "A, B and C", "towns of A and B", "أ وب"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazetteer.spelling import type_words as words
from gazetteer.spelling.parts import Parts, read_parts

__all__ = ["Several", "read_list", "read_several"]

MOST = 6  # places; a longer list is no cell of places
_WORDS = "|".join(sorted(map(re.escape, words.CONJUNCTIONS), key=len, reverse=True))
_AND = re.compile(
    rf"\s+(?:{_WORDS})\s+|\s*[&+;؛]\s*|\s+{words.GLUED_AND}(?=[\u0621-\u064a]{{3}})", re.IGNORECASE
)
_LEADING_AND = re.compile(rf"^(?:{_WORDS})\s+", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,،]\s*")
_COLON = re.compile(r"^([^:]+?)\s*:\s*(\D.*)$")
_DASH = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+|\s*[–—]\s*")
_SAYS_MORE = re.compile(r"[()\[\]{}:/|\\]|\s[-–—]\s")
_BESIDE_DASHES = re.compile(r"[()\[\]{}:/|\\,،;؛]")


@dataclass(frozen=True, slots=True)
class Several:
    """The names of one cell, each with the wholes that all of them lie in."""

    members: tuple[Parts, ...]
    glued: bool = False  # parted by a letter that may also begin the second name


def read_several(text: str) -> Several | None:
    """Read a cleaned text that joins names with "and", "or" or the like; None for all others."""
    led = _COLON.match(text)
    if led is not None:
        found = read_several(led[2])
        return replace(found, members=_lying_in(found.members, (led[1],))) if found else None
    pieces = [piece for piece in _COMMA.split(text) if piece]
    joined = [at for at, piece in enumerate(pieces) if _AND.search(piece) or _oxford(at, piece)]
    if not joined:
        return None
    names = [name for piece in pieces[: joined[-1] + 1] for name in _part(piece)]
    if not 2 <= len(names) <= MOST:
        return None
    glued = not any(re.search(rf"\s(?:{_WORDS})\s|[&+;؛]", p, re.I) for p in pieces)
    members = _share_kind([read_parts(name) for name in names])
    return Several(_lying_in(members, tuple(pieces[joined[-1] + 1 :])), glued)


def read_list(text: str) -> Several | None:
    """Read three names or more with commas or dashes, and nothing else; None for all others."""
    part, more = (_COMMA, _SAYS_MORE) if _COMMA.search(text) else (_DASH, _BESIDE_DASHES)
    pieces = [piece for piece in part.split(text) if piece]
    if not 3 <= len(pieces) <= MOST or more.search(text):
        return None
    return Several(tuple(map(read_parts, pieces)))


def _oxford(at: int, piece: str) -> bool:
    return at > 0 and _LEADING_AND.match(piece) is not None


def _part(piece: str) -> list[str]:
    return [name for name in _AND.split(_LEADING_AND.sub("", piece)) if name.strip()]


def _share_kind(members: Sequence[Parts]) -> tuple[Parts, ...]:
    """Give all the kind that "A and B neighbourhoods" says once, and the whole that ends it."""
    said = [part.hint for part in (members[0], members[-1]) if part.word in words.PLURALS]
    kind = said[0] if said else None
    shared = [replace(part, hint=part.hint or kind) for part in members]
    return _lying_in(shared, members[-1].wholes)


def _lying_in(members: Sequence[Parts], wholes: tuple[str, ...]) -> tuple[Parts, ...]:
    return tuple(
        part if part.wholes[-len(wholes) :] == wholes
        else replace(part, wholes=(*part.wholes, *wholes))
        for part in members
    )  # fmt: skip
