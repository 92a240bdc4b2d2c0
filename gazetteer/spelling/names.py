"""Spelling: Arabic and Latin spellings of one name to forms that can be compared.

Four forms, from strict to loose: `fold` (case, marks, punctuation), `strip_articles`, `glue`
(no spaces either), `skeleton` (consonant classes, one alphabet for both scripts). `encode_sound`
keeps vowels and near-consonants apart, for scoring. Every form works on one text or on many
joined by line feeds, so that an index of tens of thousands of names is folded in one pass.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

from gazetteer.spelling import letters
from gazetteer.spelling.scripts import write_in_latin

__all__ = [
    "LONGEST_NAME",
    "READ_AGAIN",
    "clean",
    "encode_sound",
    "encode_sounds",
    "fold",
    "fold_all",
    "glue",
    "glue_listed",
    "hear",
    "hear_all",
    "is_arabic",
    "read_otherwise",
    "skeleton",
    "skeletons_of",
    "skeletons_of_all",
    "strip_articles",
]

LONGEST_NAME = 200  # characters; nothing longer is a place name

LISTED = 32_768  # names of places kept, some 5 MB
READ_AGAIN = 4_096  # texts kept; a name is read several times while it is answered
_NOT_WORD = re.compile(r"(?:[^\w\n]|_)+")
# Searched for, because str.translate looks up every letter of a text that is not ASCII.
_INVISIBLE = re.compile("[" + re.escape("".join(map(chr, letters.INVISIBLE))) + "]")
_FOLDED = re.compile("[" + re.escape("".join(map(chr, letters.FOLDED))) + "]")
_MARKED = re.compile("|".join(letters.MARKED))
_ARABIC = re.compile(r"[\u0621-\u064a]")
_LATIN_ARTICLE = re.compile(rf"(?m)(?:(?<=^)|(?<= ))(?:{'|'.join(letters.ARTICLES)}) (?=[^\s])")
_ARABIC_ARTICLE = re.compile(r"(?<![^\W_])ال(?=[^\W_]{2})")
_FINAL_H = re.compile(r"(?m)(?<=[aeiou])h(?= |$)")
_FINAL_HEH = re.compile(r"(?m)ه(?= |$)")
_INNER_HEH = re.compile(r"ه(?= )")
_INNER_T = re.compile(r"(?<=[^\W_]{3}[ae])t(?= )")  # of the construct state: khirbat x, khirbah x
_FINAL_E = re.compile(r"(?m)(?<=[b-df-hj-np-tv-z])e(?= |$)")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_LOWER = re.compile(r"[a-z]")
_DOUBLED = re.compile(r"(.)(?=\1)")
_HABITS = [
    (re.compile("|".join(sorted(habit, key=len, reverse=True))), habit) for habit in letters.HABITS
]


def clean(text: object) -> str:
    """Return a cell's text without controls, bidi marks and doubled spaces; "" if it is none."""
    if not isinstance(text, str):
        return ""
    return (_clean_one if len(text) <= LONGEST_NAME else _clean)(text)


def _clean(text: str) -> str:
    plain = text.isascii() and text.isprintable()  # translating looks up every letter
    return " ".join((text if plain else text.translate(letters.INVISIBLE)).split())


_clean_one = lru_cache(READ_AGAIN)(_clean)


def fold(text: str) -> str:
    """Return a spelling without case, marks, punctuation and letter variants.

    >>> fold("Ma`arrat an-Nu‘mān"), fold("إدلب")
    ('maarrat an numan', 'ادلب')
    """
    return _fold_one(text[: 4 * LONGEST_NAME])


@lru_cache(READ_AGAIN)
def _fold_one(text: str) -> str:
    return _fold(clean(text))


def fold_all(texts: Sequence[str]) -> list[str]:
    """Return `fold` of many texts, in one pass."""
    return _map_lines(_fold, texts)


def _fold(text: str) -> str:
    if text.isascii():
        text = text.lower().replace("'", "").replace("`", "")
    else:
        text = unicodedata.normalize("NFKC", _INVISIBLE.sub(_see, text))
        text = unicodedata.normalize("NFKD", write_in_latin(text)).lower()
        text = _FOLDED.sub(_fold_letter, _MARKED.sub(_spell_mark, text))
    text = _NOT_WORD.sub(" ", text)
    return text.strip(" ") if "\n" not in text else re.sub(r"(?m)^ +| +$", "", text)


def _see(found: re.Match[str]) -> str:
    return letters.INVISIBLE[ord(found[0])] or ""


def _spell_mark(found: re.Match[str]) -> str:
    return letters.MARKED[found[0]]


def _fold_letter(found: re.Match[str]) -> str:
    return letters.FOLDED[ord(found[0])] or ""


def _map_lines(change: Callable[[str], str], texts: Sequence[str]) -> list[str]:
    lines = change("\n".join(texts)).split("\n") if texts else []
    if len(lines) != len(texts):
        return [change(clean(text)) for text in texts]
    return lines


def is_arabic(text: str) -> bool:
    """Say whether a text holds Arabic letters."""
    return not text.isascii() and _ARABIC.search(text) is not None


def strip_articles(folded: str) -> str:
    """Return a folded name without its articles, written apart (Latin) or glued on (Arabic)."""
    return (_strip_one if len(folded) <= LONGEST_NAME else _strip)(folded)


def _strip(folded: str) -> str:
    bare = _LATIN_ARTICLE.sub("", folded) if " " in folded else folded
    return bare if bare.isascii() else _ARABIC_ARTICLE.sub("", bare)


_strip_one = lru_cache(READ_AGAIN)(_strip)


def glue(folded: str) -> str:
    """Return a folded name without articles and spaces: "KafrZita" and "Kafr Zita" meet."""
    return strip_articles(folded).replace(" ", "")


@lru_cache(LISTED)
def glue_listed(name: str) -> str:
    """Return a place's own name folded and glued; the same few stand in many answers."""
    return glue(fold(name))


def skeleton(bare: str) -> str:
    """Return the consonant classes of a folded name without articles, one alphabet for all.

    >>> skeleton("kafr zita"), skeleton("كفر زيتا")
    ('KFRZT', 'KFRZT')
    """
    if bare.isascii():
        return _latin_skeleton(bare)
    return _arabic_skeletons(bare)


def _latin_skeleton(bare: str) -> str:
    text = _INNER_T.sub("", _FINAL_H.sub("", bare))
    for digraph, letter in letters.DIGRAPHS:
        text = text.replace(digraph, letter)
    text = text.replace(" ", "").translate(letters.LATIN_CLASSES)
    return _DOUBLED.sub("", text).replace(".", "")


def skeletons_of(bare: str) -> list[str]:
    """Return every skeleton a folded name without articles may go by, the plain one first.

    Alternatives: an article glued on in Latin ("alsayad"), the -t of a construct state
    (معرة), and the Arabic letters that are heard as two ways (ث as t or s, ظ as z or d).
    """
    found = [skeleton(bare)]
    if bare.isascii():
        unglued = strip_glued_article(bare)
        if unglued:
            found.append(skeleton(unglued))
    else:
        found.append(skeleton(_INNER_HEH.sub("ت", bare)))
        found.append(skeleton(bare.translate(letters.HEARD_OTHERWISE)))
    return [key for key in dict.fromkeys(found) if key]


def skeletons_of_all(bare: Sequence[str]) -> list[list[str]]:
    """Return `skeletons_of` of many folded names without articles."""
    found: list[list[str]] = [[] for _ in bare]
    latin = [at for at, text in enumerate(bare) if text.isascii()]
    other = [at for at, text in enumerate(bare) if not text.isascii()]
    _add_lines(found, latin, _latin_skeleton, "\n".join(bare[at] for at in latin))
    unglued = letters.GLUED_ARTICLE.sub("", "\n".join(bare[at] for at in latin)).split("\n")
    changed = [(at, text) for at, text in zip(latin, unglued, strict=False) if text != bare[at]]
    _add_lines(found, [at for at, _ in changed], _latin_skeleton, "\n".join(t for _, t in changed))
    blob = "\n".join(bare[at] for at in other)
    for text in (blob, _INNER_HEH.sub("ت", blob), blob.translate(letters.HEARD_OTHERWISE)):
        _add_lines(found, other, _arabic_skeletons, text)
    return found


def _add_lines(
    found: list[list[str]], places: list[int], change: Callable[[str], str], blob: str
) -> None:
    for at, key in zip(places, change(blob).split("\n"), strict=False):
        if key and key not in found[at]:
            found[at].append(key)


def _arabic_skeletons(blob: str) -> str:
    text = _FINAL_HEH.sub("", blob).translate(letters.ARABIC_CLASSES)
    text = text if text.isascii() else _NOT_ASCII.sub("", text)
    if not _LOWER.search(text):
        return text
    lines = text.split("\n")
    return "\n".join(_latin_skeleton(t) if _LOWER.search(t) else t for t in lines)


def hear_all(bare: Sequence[str]) -> list[str]:
    """Return `hear` of many folded names without articles."""
    latin = [text for text in bare if text.isascii()]
    other = [text for text in bare if not text.isascii()]
    heard: dict[str, str] = {}
    for group in (latin, other):
        if group:
            heard.update(zip(group, hear("\n".join(group)).split("\n"), strict=True))
    return [heard[text] for text in bare]


def encode_sounds(bare: Sequence[str], heard: Sequence[str]) -> list[str]:
    """Return `encode_sound` of many folded names without articles, which `hear_all` has heard."""
    return [
        said.translate(letters.LATIN_SOUNDS if text.isascii() else letters.ARABIC_SOUNDS)
        for text, said in zip(bare, heard, strict=True)
    ]


def strip_glued_article(bare: str) -> str | None:
    """Return a Latin name without an article glued to a word ("alsayad", "arraqqa"), if any."""
    stripped = letters.GLUED_ARTICLE.sub("", bare)
    return stripped if stripped != bare else None


def read_otherwise(bare: str) -> list[str]:
    """Return how a folded Latin name reads to those who use its letters in other ways.

    >>> read_otherwise("rhali"), read_otherwise("szakka"), read_otherwise("cisir")
    (['ghali'], ['shakka'], ['jisir'])
    """
    if not bare.isascii():
        return []
    read = [
        pattern.sub(lambda found, habit=habit: habit[found[0]], bare)  # type: ignore[misc]
        for pattern, habit in _HABITS
    ]
    return [text for text in dict.fromkeys(read) if text != bare]


def encode_sound(bare: str) -> str:
    """Return a folded name as sounds, for edit distances that know near from far.

    A consonant takes three symbols, of which near ones share one or two (k and q differ in one, t
    and th in two, k and m in three); a vowel takes one. Arabic short vowels stay unwritten.
    """
    if not bare.isascii():
        return hear(bare).translate(letters.ARABIC_SOUNDS)
    return hear(bare).translate(letters.LATIN_SOUNDS)


def hear(bare: str) -> str:
    """Return a folded name with one sign for each sound, however many letters write it.

    >>> hear("khan shaykhoun")
    'XanCayXun'
    """
    if not bare.isascii():
        return _FINAL_HEH.sub("ا", bare).replace(" ", "")
    text = _FINAL_E.sub("a", _INNER_T.sub("", _FINAL_H.sub("", bare)))
    for digraph, letter in letters.DIGRAPHS:
        text = text.replace(digraph, letter)
    for several, one in letters.VOWELS:
        text = text.replace(several, one)
    return _DOUBLED.sub("", text.replace(" ", ""))
