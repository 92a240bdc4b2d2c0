"""What struck, in words -> a kind of the strikes table, or the reason why it is no strike."""

from __future__ import annotations

import re
from functools import lru_cache

from geo.reading.values.kind_words import GENERIC, NO_STRIKE, STRIKES, UNARMED, WHOLE
from geo.reading.values.plain import is_nothing, plain_text
from geo.strikes.schema import KINDS

__all__ = ["Event", "read_event", "read_kind", "word_is_no_strike"]

Event = tuple[str | None, str | None]  # kind, and why it is no strike

_WHOLE = {plain_text(text): kind for text, kind in WHOLE.items()}
_STRIKES = tuple((re.compile(pattern), kind) for pattern, kind in STRIKES)
_NO_STRIKE, _UNARMED, _GENERIC = (re.compile(p) for p in (NO_STRIKE, UNARMED, GENERIC))
_PARTS = re.compile(r"[,;/+&|\n]| and | or | و| et | ou | y | и | та | ve ")
_ASIDE = re.compile(r"[(\[].*?[)\]]")


def read_kind(text: str) -> str | None:
    """Read what struck as a word of the kind column; None where the words are not understood.

    >>> read_kind("Airstrike, Artillery"), read_kind("Armed drone"), read_kind("whatever")
    ('airstrike', 'drone', None)
    """
    return read_event(text)[0]


@lru_cache(maxsize=4096)
def read_event(text: str) -> Event:
    """Read what struck: its kind, and the reason where it is no strike, such as "Riots".

    Where several are named the first decides: "Airstrike, Artillery" and "Airstrike (rockets)"
    are air strikes. The kind is "other" where the words say an attack but not from where, and
    None where they are not understood, or say nothing.
    """
    plain = re.sub(r" ?/ ?", "/", plain_text(text).replace("_", " "))
    if plain in KINDS or plain in _WHOLE:
        return _WHOLE.get(plain, plain), None
    if is_nothing(text):
        return None, None
    if _is_no_strike(plain):
        return "other", " ".join(text.split())
    if _UNARMED.search(plain) or _GENERIC.search(plain):
        return "other", None
    return _first_kind(plain), None


def word_is_no_strike(text: str) -> bool:
    """Say whether a text names what is no strike: a protest, a riot, an agreement, an arrest.

    >>> word_is_no_strike("Protest against air strikes"), word_is_no_strike("Shelling of a protest")
    (True, False)
    """
    return _is_no_strike(plain_text(text))


def _is_no_strike(plain: str) -> bool:
    """Say whether what is no strike is named, and no kind of strike before it."""
    found = _NO_STRIKE.search(plain)
    return bool(found) and _first_kind(plain[: found.start()] if found else plain) is None


def _first_kind(plain: str) -> str | None:
    """Return the kind of the first part that names one; what stands in brackets comes last."""
    outside = _ASIDE.sub(" ", plain)
    for part in (*_PARTS.split(outside), outside, plain):
        if kind := _kind_of_part(part):
            return kind
    return None


def _kind_of_part(part: str) -> str | None:
    """Return the kind named first; a drone, which carries the strike, before all others."""
    found = {kind: match.start() for pattern, kind in _STRIKES if (match := pattern.search(part))}
    if "drone" in found:
        return "drone"
    return min(found, key=lambda kind: found[kind]) if found else None
