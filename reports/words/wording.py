"""Words of a language, read from its folder under `languages` and made into patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["Actor", "Wording", "any_of", "load_wording"]

_FILES = ("attacks", "places", "days", "tolls", "actors", "fields", "grammar")


@dataclass(frozen=True, slots=True)
class Actor:
    """A name of our tables, the pattern of its words, and the countries that these hold in."""

    name: str
    words: re.Pattern[str]
    countries: tuple[str, ...]  # ISO 3166, small; () for all


@dataclass(frozen=True, slots=True)
class Wording:
    """The tables of a language as its files have them, and the patterns made of them.

    tables: {file: table}; actors, claimants and targets in the order of the file.
    """

    language: str
    tables: Mapping[str, Any]
    actors: tuple[Actor, ...]
    claimants: Mapping[str, re.Pattern[str]]
    targets: Mapping[str, re.Pattern[str]]

    def pattern(self, room: str, name: str) -> re.Pattern[str]:
        """Return a pattern of the language's grammar. Raises KeyError where it has none."""
        return _compiled(self.tables["grammar"][room][name])

    def words(self, file: str, *path: str) -> list[str]:
        """Return a list of words by its place in a file: `words("attacks", "standing", "denied")`.

        Raises KeyError where the language has none.
        """
        table = self.tables[file]
        for name in path:
            table = table[name]
        return list(table)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(spaced(pattern), re.IGNORECASE)


def any_of(words: Iterable[str], *, before: str = "", after: str = "") -> re.Pattern[str]:
    """Return the pattern that meets any of some words, whole; a space stands for white space."""
    listed = list(words)
    if not listed:
        return re.compile(r"(?!)")
    inner = "|".join(spaced(word) for word in sorted(listed, key=len, reverse=True))
    return re.compile(rf"{before}(?<!\w)(?:{inner})(?!\w){after}", re.IGNORECASE)


def spaced(word: str) -> str:
    """Return a pattern in which a space meets any white space: a line's end, a no-break space."""
    return word.replace(" ", r"\s+")


@cache
def load_wording(language: str) -> Wording:
    """Return the words of a language by its code, such as "en".

    Raises KeyError for a language that has no folder.
    """
    folder = resources.files("reports") / "languages" / language
    if not folder.is_dir():
        raise KeyError(language)
    tables = {name: tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in _FILES}
    actors = tables["actors"]
    return Wording(
        language,
        tables,
        tuple(_actors(actors["actor"])),
        {name: any_of(words) for name, words in actors["claimants"].items()},
        {kind: any_of(words) for kind, words in actors["targets"].items()},
    )


def _actors(records: Iterable[Mapping[str, Any]]) -> Iterator[Actor]:
    for record in records:
        words = any_of(record["words"])
        if cased := record.get("cased"):  # "us" is a word of every text, "US" a state
            others = [word for word in record["words"] if word not in ("us", "u\\.s\\.", "uk")]
            small = "|".join(spaced(word) for word in others)
            exact = "|".join(re.escape(word) for word in cased)
            words = re.compile(rf"(?<!\w)(?:(?i:{small})|{exact})(?!\w)")
        yield Actor(record["name"], words, tuple(record.get("countries", ())))
