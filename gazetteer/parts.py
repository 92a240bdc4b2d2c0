"""Names with more in them: "Jobar, Damascus", "X neighbourhood", "outskirts of X", "ريف حماة"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from gazetteer import words
from gazetteer.names import fold

__all__ = ["Parts", "read_parts"]

_PARENTHESES = re.compile(r"^(.*?)\s*[(\[{](.+?)[)\]}]?\s*$")
_SLASH = re.compile(r"\s*[/|\\]\s*")
_COMMA = re.compile(r"\s*[,،;؛]\s*")
_DASH = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+|[–—]")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a name says: the name itself, its type, how near, and the wholes it lies in."""

    full: str  # folded, wholes off
    head: str  # folded, wholes and type words off
    hint: str | None = None  # a place kind
    relation: str | None = None  # near, outskirts, countryside
    compass: str | None = None  # of "northern X" and "northern countryside of X"
    core: str | None = None  # the head without its compass word, if it has one
    wholes: tuple[str, ...] = ()  # as written, nearest first
    other_names: tuple[str, ...] = ()  # of "X / Y"


def _alternate(phrases: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))


_LEAD = re.compile(rf"^({_alternate(words.LEADING)}) (?=\S)")
_TRAIL = re.compile(rf"(?<=\S) ({_alternate(words.TRAILING)})$")
_RELATION = re.compile(rf"^({_alternate(words.RELATIONS)}) (?=\S)")
_AFTER = re.compile(rf"(?<=\S) ({_alternate(words.AFTER)})$")
_COMPASS_OF = re.compile(
    rf"^({_alternate(words.COMPASS)}) (?=(?:{_alternate(words.RELATIONS)}) |(?:of|من) \S)"
)
_COMPASS_LEAD = re.compile(rf"^({_alternate(words.COMPASS)}) (?:of |من )?(?=\S)")
_COMPASS_TRAIL = re.compile(rf"(?<=\S) ({_alternate(words.COMPASS)})$")
_FILLER = re.compile(rf"^(?:{_alternate(words.FILLERS)}) | (?:s)$")
_IN = re.compile(rf"(?<=\S) ({_alternate(words.WHOLE_PHRASES)}) (?=\S)")


def read_parts(text: str) -> Parts:
    """Read a cleaned name into its parts; the head is the whole name where nothing is told."""
    head, wholes, others = _split(text)
    folded = fold(head)
    within = _IN.search(folded)
    if within and not wholes:
        folded, wholes = folded[: within.start()].strip(), (folded[within.end() :],)
    return _peel(Parts(folded, folded, wholes=wholes, other_names=others))


def _split(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    match = _PARENTHESES.match(text)
    if match and match[1].strip():
        head, wholes, others = _split(match[1])
        return head, (match[2], *wholes), others
    pieces = [piece for piece in _COMMA.split(text) if piece]
    if len(pieces) > 1:
        return pieces[0], tuple(pieces[1:]), ()
    pieces = [piece for piece in _SLASH.split(text) if piece]
    if len(pieces) > 1:
        return pieces[0], (), tuple(pieces[1:])
    pieces = [piece for piece in _DASH.split(text) if piece]
    if len(pieces) > 1:
        return pieces[0], tuple(pieces[1:]), ()
    return text, (), ()


def _peel(parts: Parts) -> Parts:
    """Take type words, relations and compass points off the head, one at a time."""
    for _ in range(6):
        smaller = _peel_once(parts)
        if smaller is None:
            break
        parts = smaller
    match = _COMPASS_LEAD.search(parts.head) or _COMPASS_TRAIL.search(parts.head)
    if match is None:
        return parts
    core = (parts.head[: match.start()] + parts.head[match.end() :]).strip()
    return replace(parts, core=core, compass=words.COMPASS[match[1]])


def _peel_once(parts: Parts) -> Parts | None:
    head = parts.head
    if match := _COMPASS_OF.search(head):
        return replace(parts, head=head[match.end() :], compass=words.COMPASS[match[1]])
    if match := _FILLER.search(head):
        return replace(parts, head=(head[: match.start()] + head[match.end() :]).strip())
    if match := _RELATION.search(head):
        return replace(parts, head=head[match.end() :], relation=words.RELATIONS[match[1]])
    if match := _AFTER.search(head):
        relation = parts.relation or words.AFTER[match[1]]
        return replace(parts, head=head[: match.start()], relation=relation)
    if match := _LEAD.search(head):
        return replace(parts, head=head[match.end() :], hint=words.LEADING[match[1]])
    if match := _TRAIL.search(head):
        hint = parts.hint or words.TRAILING[match[1]]
        return replace(parts, head=head[: match.start()], hint=hint)
    return None
