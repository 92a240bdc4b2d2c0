"""Words of a language, read from its folder under `languages` and made into patterns."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from reports.words.gate import Gated, Gates, gated

__all__ = [
    "LANGUAGES",
    "Actor",
    "Wording",
    "any_of",
    "clause_around",
    "compiled",
    "filled",
    "is_list",
    "is_said_area",
    "load_wording",
    "spaced",
]

LANGUAGES = ("en", "ar", "ru", "uk")  # of one script: the one first whose signs are fewer
_FILES = ("attacks", "places", "days", "tolls", "actors", "fields", "grammar")
NEVER = r"(?!)"
_CLASS = re.compile(r"(\[[^\]\n\"]*\])")  # of letters, not a list of a file


@dataclass(frozen=True, slots=True)
class Actor:
    """A name of our tables, the pattern of its words, and the countries that these hold in."""

    name: str
    words: Gated
    countries: tuple[str, ...]  # ISO 3166, small; () for all


@dataclass(frozen=True, slots=True)
class Wording:
    """The tables of a language as its files have them, and the patterns made of them.

    tables: {file: table}; actors, claimants and targets in the order of the file.
    """

    language: str
    tables: Mapping[str, Any]
    actors: tuple[Actor, ...]
    claimants: Gates[str]
    targets: Gates[str]
    alike: Mapping[int, str]  # letters that are written one for another, to the first of them
    numbers: Mapping[str, int]
    made: dict[tuple[str, str], Gated] = field(default_factory=dict, compare=False)

    def pattern(self, room: str, name: str) -> Gated:
        """Return a pattern of the language's grammar, one that never meets where it has none."""
        try:
            return self.made[room, name]
        except KeyError:
            found = compiled(self.tables["grammar"].get(room, {}).get(name, NEVER))
            self.made[room, name] = found
            return found

    def words(self, file: str, *path: str) -> list[str]:
        """Return a list of words by its place in a file: `words("attacks", "standing", "denied")`.

        Empty where the language has none.
        """
        table = self.tables[file]
        for name in path:
            table = table.get(name, {})
        return list(table)

    def any_of(self, words: Iterable[str], *, after: str = "") -> Gated:
        """Return the pattern that meets any of some words, with what the language joins to them."""
        return any_of(words, joined=self.joined, after=after)

    @property
    def joined(self) -> str:
        """The pattern of what may be joined on in front of a word: the Arabic and, in, the."""
        return str(self.tables["grammar"].get("letters", {}).get("joined", ""))

    def value(self, word: str) -> int:
        """Return the number that a word of the language's tolls stands for.

        Raises KeyError for a word that stands for none.
        """
        return int(self.numbers[" ".join(word.lower().translate(self.alike).split())])


@cache
def compiled(pattern: str) -> Gated:
    """Return a pattern on small letters behind its gate; a space stands for white space."""
    made = re.compile(spaced(pattern), re.IGNORECASE)
    return Gated(made, ()) if pattern.startswith(NEVER) else gated(made)


def any_of(words: Iterable[str], *, joined: str = "", after: str = "") -> Gated:
    """Return the pattern that meets any of some words, whole; a space stands for white space.

    joined: the pattern of what may stand before them in one word.
    """
    return _any_of(tuple(words), joined, after)


@cache
def _any_of(listed: tuple[str, ...], joined: str, after: str) -> Gated:
    if not listed:
        return Gated(re.compile(NEVER), ())
    inner = "|".join(spaced(word) for word in sorted(listed, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w){joined}(?:{inner})(?!\w){after}", re.IGNORECASE)
    return Gated(pattern, [""] if joined else map(spaced, listed))


def filled(pattern: str, words: Mapping[str, str]) -> str:
    """Return a pattern with words in the place of their names: "@least@"."""
    return re.sub(r"@(\w+)@", lambda met: words[met[1]], pattern)


def spaced(word: str) -> str:
    """Return a pattern in which a space meets any white space: a line's end, a no-break space.

    " ?" is a space that may be left out: "air ?strike".
    """
    return word.replace(" ?", r"\s*").replace(" ", r"\s+")


@cache
def load_wording(language: str) -> Wording:
    """Return the words of a language by its code, such as "en".

    Raises KeyError for a language that has no folder.
    """
    folder = resources.files("reports") / "languages" / language
    if not folder.is_dir():
        raise KeyError(language)
    tables = {name: tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in _FILES}
    letters = tables["grammar"]["letters"]
    groups = letters.get("alike", [])
    alike = {ord(letter): group[0] for group in groups for letter in group}
    numbers = {word.translate(alike): value for word, value in tables["tolls"]["numbers"].items()}
    if groups:
        written = json.dumps(tables, ensure_ascii=False)
        tables = json.loads(_loosen(written, groups))
    actors, joined = tables["actors"], str(letters.get("joined", ""))
    return Wording(
        language,
        tables,
        tuple(_actors(actors["actor"], joined)),
        _gates(actors["claimants"], joined),
        _gates(actors["targets"], joined),
        alike,
        numbers,
    )


def _gates(listed: Mapping[str, list[str]], joined: str) -> Gates[str]:
    return Gates({name: any_of(words, joined=joined) for name, words in listed.items()})


def _loosen(text: str, groups: Sequence[str]) -> str:
    """Return tables as JSON whose patterns meet letters that are written one for another."""
    own = {ord(letter): group for group in groups for letter in group}
    single = {letter: f"[{group}]" for letter, group in own.items()}
    return "".join(part.translate(own if at % 2 else single)
                   for at, part in enumerate(_CLASS.split(text)))  # fmt: skip


def _actors(records: Iterable[Mapping[str, Any]], joined: str) -> Iterator[Actor]:
    for record in records:
        words = any_of(record["words"], joined=joined)
        if cased := record.get("cased"):  # "us" is a word of every text, "US" a state
            others = [word for word in record["words"] if word not in ("us", "u\\.s\\.", "uk")]
            small = "|".join(spaced(word) for word in others)
            exact = "|".join(re.escape(word) for word in cased)
            words = Gated(re.compile(rf"(?<!\w)(?:(?i:{small})|{exact})(?!\w)"), [small, exact])
        yield Actor(record["name"], words, tuple(record.get("countries", ())))


def is_list(gap: str, wording: Wording) -> bool:
    """Say whether what stands between two places makes them two of one list."""
    return wording.pattern("places", "list").fullmatch(gap) is not None


def is_said_area(text: str, name: tuple[int, int], wording: Wording) -> bool:
    """Say whether a name is said to be an area and ends what it stands in.

    "Orsk, Orenburg Oblast, with a drone", not "Orsk, Orenburg district and Guryev".
    """
    area = wording.pattern("places", "area")
    met = area.match(text, name[1])
    if met is None and area.search(text, *name) is None:
        return False
    end = met.end() if met else name[1]
    return wording.pattern("places", "joined").match(text[end:].lstrip()) is None


def clause_around(text: str, start: int, end: int, wording: Wording) -> tuple[int, int]:
    """Return where the clause begins and ends that words of a sentence stand in."""
    first, last = 0, len(text)
    for begins, ends in _breaks(text, wording.language):
        if ends <= start:
            first = ends
        elif begins >= end:
            last = begins
            break
    return first, last


@lru_cache(maxsize=64)  # the acts and places of a sentence ask one after another
def _breaks(text: str, language: str) -> list[tuple[int, int]]:
    return [met.span() for met in load_wording(language).pattern("clause", "break").finditer(text)]
