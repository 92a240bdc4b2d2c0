"""Names with more in them: "Jobar, Damascus", "X neighbourhood", "X / Y"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from gazetteer.spelling import type_words as words
from gazetteer.spelling.letters import ARTICLES
from gazetteer.spelling.names import READ_AGAIN, fold, hear, strip_articles

__all__ = [
    "Parts",
    "closes_part",
    "is_quarter_name",
    "is_type_word",
    "is_village_name",
    "names_nothing",
    "read_parts",
    "split_pieces",
    "strip_compass",
]

_PARENTHESES = re.compile(r"^(.*?)\s*[(\[{](.+?)[)\]}]?\s*$")
_PARENTHESES_FIRST = re.compile(r"^([^()]*\w[^()]*?)\s*\(([^()]+)\)\s*[,،]\s*([^()]*\w[^()]*)$")
_SLASH = re.compile(r"\s*[/|\\]\s*")
_COLON = re.compile(r"^([^:]*[^\W\d][^:]*?)\s*:\s*(.*[^\W\d].*)$")
_OTHER_MARKS = re.compile(r"[(\[{:/|\\–—]|\s-|-\s")
_BUT_DASHES = re.compile(r"[(\[{:/|\\,،;؛]")
_ANY_MARK = re.compile(r"[()\[\]{}:/|\\,،;؛–—]|\s-|-\s")
_COMMA = re.compile(r"\s*[,،;؛]\s*")
_DASH = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+|[–—]")


_PIECES = re.compile(r"\s*[,،;؛:/|\\()\[\]{}]\s*|\s+[-–—]\s*|\s*[-–—]\s+|[–—]")

_ARTICLE = re.compile(
    rf"(?<![^\W_])({'|'.join(sorted(ARTICLES, key=len, reverse=True))})-\s+(?=\w)", re.IGNORECASE
)

_ALL_KINDS = frozenset((*words.LEADING.values(), *words.TRAILING.values()))
_BARE_QUALIFIERS = frozenset(map(strip_articles, words.QUALIFIERS)) | words.PRODUCTS
_PARTS_OF_TOWNS = ("neighbourhood", "facility")
_DEEPEST = 3  # wholes around a part
_MARKED = re.compile(r"[,،;؛:/|()]|\s[-–—]|[-–—]\s")
_NAMED_AFTER_TOWNS = ("facility", "airport", "crossing", "dam", "governorate", "area")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a name says: the name itself, its type, and the wholes it lies in."""

    full: str  # folded, wholes off
    head: str  # folded, wholes and type words off
    hint: str | None = None  # a place kind
    wholes: tuple[str, ...] = ()  # as written, nearest first
    other_names: tuple[str, ...] = ()  # of "X / Y"
    word: str | None = None  # the type word that gave the hint
    by_commas: bool = False  # nothing but a comma says which of the names is the whole
    by_dashes: bool = False  # or nothing but a dash

    @property
    def readings(self) -> tuple[str, ...]:
        """Return the name without type words, with them, and with the first alone of two."""
        if self.hint is None:
            return (self.head,)
        last = _TRAIL.search(self.full) if _LEAD.search(self.full) else None
        return (self.head, self.full, *([self.full[: last.start()]] if last else []))


def _alternate(phrases: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))


_LEAD = re.compile(rf"^({_alternate(words.LEADING)}) (?=\S)")
_TRAIL = re.compile(rf"(?<=\S) ({_alternate(words.TRAILING)})$")
_COMPASS_LEAD = re.compile(rf"^({_alternate(words.COMPASS)}) (?:of |من )?(?=\S)")
_COMPASS_TRAIL = re.compile(rf"(?<=\S) ({_alternate(words.COMPASS)})$")
_FILLER = re.compile(rf"^(?:{_alternate(words.FILLERS)}) | (?:s)$")
_NO_NAMES = words.QUALIFIERS | words.OF_ANY_AREA | frozenset(words.COMPASS)
_PARTS_OF_AREAS = ("neighbourhood", "facility", "area")
_IN_TOWNS = [word for word, kind in words.TRAILING.items() if kind in _PARTS_OF_AREAS]
_KIND_OF = re.compile(rf"(?<= )(?:{_alternate(_IN_TOWNS)})( of )(?=\S)")
_IN = re.compile(rf"(?<=\S) ({_alternate(words.WHOLE_PHRASES)}) (?=\S)")
_QUARTERS_HEARD = frozenset(map(hear, words.QUARTER_WORDS))


@lru_cache(READ_AGAIN)
def read_parts(text: str) -> Parts:
    """Read a cleaned name into its parts; the head is the whole name where it says nothing more."""
    text = _join_articles(text)
    head, wholes, others = _split(text)
    by_commas = bool(wholes) and not _OTHER_MARKS.search(text)
    by_dashes = bool(wholes) and not _BUT_DASHES.search(text)
    folded = fold(head)
    folded, *inner = _nest(folded)
    if inner:
        wholes, by_commas, by_dashes = (*inner, *wholes), False, False
    return _peel(Parts(folded, folded, None, wholes, others, None, by_commas, by_dashes))


def _nest(folded: str) -> list[str]:
    """Return the parts of "X in Y district of Z", the innermost first."""
    found: list[str] = []
    while len(found) < _DEEPEST and (within := _find_within(folded)):
        found.append(within[0])
        folded = within[1]
    return [*found, folded]


def _find_within(folded: str) -> tuple[str, str] | None:
    """Return the part and the whole of "X in Y" or "X neighbourhood of Y"."""
    if found := _IN.search(folded):
        whole = f"{words.WHOLE_PHRASES[found[1]]} {folded[found.end() :]}"
        return folded[: found.start()], whole.strip()
    found = _KIND_OF.search(folded)
    said = folded[: found.start()].split() if found else []
    if found is None or all(word in _NO_NAMES for word in said):
        return None
    return folded[: found.start(1)].strip(), folded[found.end(1) :].strip()


def split_pieces(text: str) -> list[str]:
    """Return the pieces of a name that says where it lies, whatever stands between them.

    >>> split_pieces("Idlib: Ariha"), split_pieces("Sinjar (Iraq)"), split_pieces("Deir-ez-Zor")
    (['Idlib', 'Ariha'], ['Sinjar', 'Iraq'], ['Deir-ez-Zor'])
    """
    pieces = _PIECES.split(_join_articles(text)) if _ANY_MARK.search(text) else [text]
    return [piece.strip() for piece in pieces if piece.strip()]


def _join_articles(text: str) -> str:
    """Return a text with the dash of "Al- Karak", which parts nothing, close to its word."""
    return _ARTICLE.sub(r"\1-", text) if "- " in text else text


def _split(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    if _ANY_MARK.search(text) is None:
        return text, (), ()
    match = _COLON.match(text)
    if match:  # "Ariha: old market"
        head, wholes, others = _split(match[2])
        return head, (*wholes, match[1]), others
    match = _PARENTHESES_FIRST.match(text)
    if match:  # "Ariha (old market), Idlib"
        head, wholes, others = _split(f"{match[1]} ({match[2]})")
        return head, (*wholes, match[3]), others
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
    """Take type words off the head, one at a time."""
    for _ in range(6):
        smaller = _peel_once(parts)
        if smaller is None:
            break
        parts = smaller
    return _drop_qualifiers(parts) if parts.hint in _NAMED_AFTER_TOWNS else parts


def _drop_qualifiers(parts: Parts) -> Parts:
    """Take off what says which one of its kind: "X national" of "X national hospital"."""
    said = parts.head.split()
    while len(said) > 1 and said[-1] in words.QUALIFIERS:
        said.pop()
    return replace(parts, head=" ".join(said))


def is_type_word(folded: str) -> bool:
    """Say whether a folded text is a type word and nothing else: "town", "مدينة"."""
    return folded in words.LEADING or folded in words.TRAILING


def names_nothing(parts: Parts) -> bool:
    """Say whether a part has no name of its own: "market", "old market", "municipal stadium"."""
    said = strip_articles(parts.head).split()
    if len(said) == 1 and said[0] in words.BARE_NOUNS:
        return True
    if len(said) > 1 and words.TRAILING.get(said[-1]) == "facility":
        said = [said[-1], *said[:-1]]
    kind = words.LEADING.get(said[0]) or words.TRAILING.get(said[0]) if said else None
    first = is_type_word(parts.head) or kind == "facility"
    if not first and parts.hint not in _NAMED_AFTER_TOWNS:
        return False
    return all(word in _BARE_QUALIFIERS for word in (said[1:] if first else said))


def closes_part(text: str) -> bool:
    """Say whether a text is a whole name of a part of a town, so that more words say where it is.

    A type word closes it ("Nile street"), or the article of an Arabic name after one: "حي السكري",
    where "حي باب" may go on.
    """
    folded = fold(text)
    if _MARKED.search(text):
        return False
    trail, lead = _TRAIL.search(folded), _LEAD.search(folded)
    if trail and words.TRAILING[trail[1]] in _PARTS_OF_TOWNS:
        return True
    named = lead and words.LEADING[lead[1]] in _PARTS_OF_TOWNS
    return bool(named) and folded.split()[-1].startswith("ال")


def is_village_name(folded: str) -> bool:
    """Say whether a folded name begins as those of villages do and those of quarters do not."""
    return folded.split(" ", 1)[0] in words.VILLAGE_WORDS


def is_quarter_name(folded: str) -> bool:
    """Say whether a folded name begins as those of quarters do and those of villages do not."""
    return hear(strip_articles(folded).split(" ", 1)[0]) in _QUARTERS_HEARD


def strip_compass(folded: str) -> str:
    """Return a folded name without a compass word before or after it."""
    match = _COMPASS_LEAD.search(folded) or _COMPASS_TRAIL.search(folded)
    return (folded[: match.start()] + folded[match.end() :]).strip() if match else folded


def _inner(hint: str | None) -> Collection[str]:
    """Return the kinds whose words may stand between a type word and the name.

    "Hospital of the town of X" is read twice; in "حي طريق الباب" the road is part of the name.
    """
    if hint is None:
        return _ALL_KINDS
    return ("settlement", "camp") if hint in _NAMED_AFTER_TOWNS else (hint,)


def _peel_once(parts: Parts) -> Parts | None:
    head = parts.head
    if match := _FILLER.search(head):
        return replace(parts, head=(head[: match.start()] + head[match.end() :]).strip())
    match = _LEAD.search(head)
    if match and words.LEADING[match[1]] in _inner(parts.hint):
        hint, word = parts.hint or words.LEADING[match[1]], parts.word or match[1]
        return replace(parts, head=head[match.end() :], hint=hint, word=word)
    match = _TRAIL.search(head)
    if match and words.TRAILING[match[1]] in _inner(parts.hint):
        hint, word = parts.hint or words.TRAILING[match[1]], parts.word or match[1]
        return replace(parts, head=head[: match.start()], hint=hint, word=word)
    return None
