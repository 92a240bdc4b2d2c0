"""Names of a place in many scripts -> those that ship: of the country and of its reporters.

Rules for `tools.world.build_world_places`; every list here is of scripts and languages.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from gazetteer.spelling.names import fold, fold_all, glue
from gazetteer.spelling.parts import is_type_word
from tools.packs.build_places import flatten

__all__ = ["Names", "bare_name", "choose_names", "is_in_letters", "main_script", "scripts_of"]

# language, its letters in small, those that begin no word of it: how names of languages that are
# written alike (Uyghur and Arabic, Russian and Ukrainian) are told apart.
LETTERS = Path(__file__).parents[1] / "tables" / "letters.csv"
LONGEST = 60  # letters; longer ones are descriptions
SHORTEST = 2  # letters of a folded name; shorter ones are codes
MOST = 60  # spellings of one place, those of the country's own scripts and the nearest first
# Scripts that reporters of any country write in.
REPORTERS = frozenset({"LATIN", "CYRILLIC", "ARABIC", "HEBREW"})
_SCRIPTS = {
    "CYRILLIC": "uk ru be bg mk sr kk ky mn tg tt ba cv ce os ab av cnr",
    "ARABIC": "ar fa ur ps ckb sd ug bal prs dv",
    "HEBREW": "he yi", "ETHIOPIC": "am ti", "MYANMAR": "my shn mnw", "GREEK": "el",
    "GEORGIAN": "ka", "ARMENIAN": "hy", "CJK": "zh yue ja", "HIRAGANA": "ja", "KATAKANA": "ja",
    "HANGUL": "ko", "DEVANAGARI": "hi ne mr", "BENGALI": "bn as", "THAI": "th", "KHMER": "km",
    "LAO": "lo", "SINHALA": "si", "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn",
    "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "ORIYA": "or", "TIBETAN": "dz bo",
    "THAANA": "dv",
}  # fmt: skip
# Words of levels that an area's name begins with in Arabic: the town's is the rest.
_LEVEL_ARABIC = re.compile(
    r"(?:قضاء|محافظة|مديرية|ناحية|ولاية|بلدية|مقاطعة|دائرة|منطقة|مدينة|قرية|مركز) +(?=..)"
)
_OWN = {"uk": "іїєґ", "be": "ў"}  # letters that others of the script lack
# Words of levels in languages that no report is read in.
_LEVELS = frozenset((
    "tinh", "gouvernement", "oblasti", "terulet", "megye", "governatorato", "provincie", "provinz",
    "provinsen", "obwod", "gubernia", "regio", "eyaleti",
))  # fmt: skip
_KEPT = re.compile(r"[ '’ʼ‘`ʻ().·־׳-]")
_CODE = re.compile(
    r"[A-Z]{2,4}|[^A-ZÀ-Þ\u0100-\u017f\u1e00-\u1eff]*"
)  # of airports, or machine-made
_NO_WORDS = re.compile(r"://|www\.|\d")
_DASHES = re.compile("[\u2010-\u2015]")
# Points of Hebrew and stress of Cyrillic, which names are written without.
_MARKS = re.compile("[\u0591-\u05bd\u05bf-\u05c7]|(?<=[\u0400-\u04ff])\u0301")


@dataclass(frozen=True, slots=True)
class Names:
    """Names of one place: in Arabic and in the country's main script ("" where none), the rest."""

    name: str
    name_ar: str
    name_local: str
    spellings: tuple[str, ...]


@cache
def scripts_of(languages: str) -> frozenset[str]:
    """Return the scripts of a country's languages ("uk,ru-UA,rom"), and of reporters."""
    spoken = [language.split("-")[0] for language in languages.split(",")]
    own = {script for script, held in _SCRIPTS.items() for one in spoken if one in held.split()}
    return REPORTERS | own


@cache
def main_script(languages: str) -> str:
    """Return the script of the first of a country's languages: LATIN where none is known."""
    first = languages.split(",")[0].split("-")[0]
    return next((s for s, held in _SCRIPTS.items() if first in held.split()), "LATIN")


@cache
def _script_of_letter(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]


def _script(text: str) -> str:
    """Return the one script of a text's letters, "" where they are of several."""
    found = {_script_of_letter(c) for c in text if c.isalpha()} - {"MODIFIER"}
    return found.pop() if len(found) == 1 else ""


def _is_written(text: str) -> bool:
    """Tell a written name from a link, a code and what a machine wrote letter by letter."""
    if not SHORTEST <= len(text) <= LONGEST or _NO_WORDS.search(text):
        return False
    return all(c.isalpha() or unicodedata.category(c)[0] == "M" or _KEPT.match(c) for c in text)


def _clean(text: str) -> str:
    plain = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc"))
    return re.sub(r"\s+", " ", _DASHES.sub("-", _MARKS.sub("", plain))).strip()


def _by_script(names: Iterable[str], scripts: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield script and text of the names that are written ones in scripts that are wanted."""
    for name in dict.fromkeys(map(_clean, names)):
        script = _script(name)
        latin_code = script == "LATIN" and _CODE.fullmatch(name)
        if script in scripts and _is_written(name) and not latin_code:
            yield script, name


def _nearest(name: str, names: Sequence[str], language: str) -> str:
    """Return the name that reads most like another, in the letters of a language; "" for none."""
    own = [one for one in names if is_in_letters(one, language)]
    read, letters = fold(name), set(_OWN.get(language, ""))
    marks = {one: len(letters & set(one.lower())) for one in own}
    return max(own, key=lambda one: (fuzz.ratio(read, fold(one)), marks[one], len(one)), default="")


@cache
def _letters(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the letters of a language and those that begin no word; none where it is not told."""
    with LETTERS.open(encoding="utf-8", newline="") as file:
        told = {row["language"]: row for row in csv.DictReader(file)}.get(language, {})
    return frozenset(told.get("letters", "")), frozenset(told.get("never_first", ""))


def is_in_letters(name: str, language: str) -> bool:
    """Say whether a name is in the letters of a language (its code); yes for one without a list.

    >>> [is_in_letters(name, "ar") for name in ("كييف", "كىيېۋ", "کابل")]
    [True, False, False]
    """
    letters, never_first = _letters(language)
    read = [c for c in name.lower() if c.isalpha() or unicodedata.category(c) == "Mn"]
    begins = {word[0] for word in re.split(r"[ -]+", name) if word}
    return not letters or (letters.issuperset(read) and not never_first & begins)


def _arabic(names: Sequence[str], name: str) -> str:
    """Return the name in Arabic, without the word of a level that the name itself lacks."""
    found = [one for one in names if is_in_letters(one, "ar")]
    chosen = _nearest(name, [one for one in found if not _LEVEL_ARABIC.match(one)] or found, "ar")
    return chosen if bare_name(name) != name else _LEVEL_ARABIC.sub("", chosen, count=1)


def choose_names(name: str, variants: Iterable[str], languages: str) -> Names:
    """Return the names of a place that ship, one for those that fold to the same text.

    languages: as GeoNames lists a country's, the main one first.
    """
    main, scripts = main_script(languages), scripts_of(languages)
    shown = _clean(name) if main == "LATIN" else flatten(_clean(name)).strip("'")
    found: dict[str, list[str]] = {}
    for script, text in _by_script([name, *variants], scripts):
        found.setdefault(script, []).append(text)
    language = languages.split(",")[0].split("-")[0]
    local = "" if main == "LATIN" else _nearest(shown, found.get(main, []), language)
    arabic = _arabic(found.get("ARABIC", []), shown)
    listed = [text for texts in found.values() for text in texts]
    first = found.get(main, []) if main != "LATIN" else []
    return Names(shown, arabic, local, tuple(_distinct([shown, arabic, local], listed, first)))


def bare_name(name: str) -> str:
    """Return the name of an area without the words of its level, as they are written around it."""
    words = name.split()
    while len(words) > 1 and _is_level(words[0]):
        words = words[1:]
    while len(words) > 1 and _is_level(words[-1]):
        words = words[:-1]
    return " ".join(words)


def _is_level(word: str) -> bool:
    folded = fold(word)
    return folded in _LEVELS or is_type_word(folded)


def _distinct(given: Sequence[str], names: Sequence[str], first: Sequence[str]) -> list[str]:
    """Return the names that fold to other texts than those given and each other."""
    folded = dict(zip(names, map(glue, fold_all(names)), strict=True))
    seen = {glue(fold(one)) for one in given}
    chosen: dict[str, str] = {}
    for name, key in sorted(folded.items(), key=lambda item: (not item[0].isascii(), item[0])):
        if len(key) >= SHORTEST and key not in seen:
            chosen.setdefault(key, name)
    read = fold(given[0])
    near = sorted(chosen.items(), key=lambda i: (i[1] not in first, -fuzz.ratio(read, i[0])))
    return sorted(name for _, name in near[:MOST])
