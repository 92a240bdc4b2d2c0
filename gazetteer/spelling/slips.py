"""Slips: one letter for another that the ear, handwriting or a dot takes for it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from gazetteer.spelling import letters
from gazetteer.spelling.names import hear, is_arabic, skeletons_of

__all__ = ["merge_vowels", "slips_of", "swaps_consonant"]

TABLE = Path(__file__).parents[1] / "data" / "engine" / "slips.csv"
# Sounds; of shorter names too many are one slip apart. Arabic leaves short vowels out.
SHORTEST, SHORTEST_ARABIC = 5, 4
_VOWELS = str.maketrans("eyw", "aiu")


@cache
def _load() -> dict[str, str]:
    """Return for each letter those it is mistaken for; two Latin letters as their one capital."""
    single = dict(letters.DIGRAPHS)
    found: dict[str, str] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            one, other = (single.get(row[side], row[side]) for side in ("one", "other"))
            found[one] = found.get(one, "") + other
            found[other] = found.get(other, "") + one
    return found


def merge_vowels(heard: str) -> str:
    """Return sounds with one sign for the vowels that are written for one another."""
    return heard.translate(_VOWELS)


def slips_of(bare: str, heard: str | None = None) -> Iterator[str]:
    """Yield the sounds, vowels merged, of every name that one slip turns into this one.

    heard: what `hear` gives of the name, if that is known.

    >>> "Xanasir" in set(slips_of("khanasil")), "Xanasib" in set(slips_of("khanasil"))
    (True, False)
    """
    heard = merge_vowels(hear(bare) if heard is None else heard)
    least = SHORTEST_ARABIC if is_arabic(bare) else SHORTEST
    mistaken = _load() if len(heard) >= least else {}
    if heard.endswith("at"):  # of a construct state: -at for -ah
        yield heard[:-1]
    for at, letter in enumerate(heard):
        for other in mistaken.get(letter, ""):
            yield heard[:at] + other + heard[at + 1 :]


def swaps_consonant(bare: str, listed: str) -> bool:
    """Say whether a listed name has one consonant for another that nobody takes it for.

    >>> swaps_consonant("kafr kabl", "kafr nabl"), swaps_consonant("khanasil", "khanasir")
    (True, False)
    """
    own, theirs = skeletons_of(bare), skeletons_of(listed)
    pairs = [(one, other) for one in own for other in theirs if len(one) == len(other)]
    apart = {sum(a != b for a, b in zip(*pair, strict=True)) for pair in pairs}
    if min(apart, default=0) != 1:
        return False
    heard = merge_vowels(hear(listed)).replace(" ", "")
    return all(slip.replace(" ", "") != heard for slip in slips_of(bare))
