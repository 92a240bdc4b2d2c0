"""Governorates by any spelling, and which of them reports take for one another."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from gazetteer.abroad import find_abroad, find_country, is_country, name_country, read_country
from gazetteer.matching.candidates import Index, Query, read_query
from gazetteer.matching.scoring import Weights, score_units
from gazetteer.places import Place
from gazetteer.relative.parse import says_around
from gazetteer.spelling.conjunctions import read_several
from gazetteer.spelling.listed import write_as_listed
from gazetteer.spelling.names import LONGEST_NAME, clean, fold, skeleton, strip_articles
from gazetteer.spelling.parts import read_parts, split_pieces, strip_compass

__all__ = ["Governorates", "find_wide"]

# Kinds that may be called after a governorate, and are not it: "Idlib street".
_NAMED_AFTER = ("neighbourhood", "facility", "airport", "camp", "crossing", "dam")
LEAST_ODDS = -4.0  # log-odds of a spelling; worse is no governorate's name
_BRACKET = re.compile(r"[(\[{]")
# Between a governorate and a place: a stroke, an arrow, a dash or a dot without spaces.
_JOINT = re.compile(r"\s*(?:_+|[-=]*[>»›→⇒]+|~+)\s*|(?<=[^\W\d_])[.-](?=[^\W\d_])")
_ANY_JOINT = re.compile(r"[_>»›→⇒~.-]")
_ARROW = re.compile(r"[-=]*[>»›→⇒]+")
# Before the country that a place lies in: English, French, Spanish, German, Arabic.
_IN_COUNTRY = re.compile(
    r"(.*\S)\s+(?:(?:in|en|aux?|im|في)\s+|ب(?=ال))(\S[^,،;؛:()]*)[)\]]?\s*$", re.IGNORECASE
)
_IN_NAMES = re.compile(r"[.-]$")
LONGEST_CODE = 3  # letters of a country's code
SHORTEST = 3  # letters of a place's name
_LEVELS = ("governorate", "district")  # some countries call their first level district
CLEARLY = 0.5  # log-odds that the best must lead by


class Governorates:
    """The governorates of one country, found by P-code, any spelling, Arabic or near spelling."""

    def __init__(self, places: Sequence[Place], weights: Weights) -> None:
        self.places = tuple(places)
        self.weights = weights
        self.index = Index(_with_heads(self.places))
        self._names = {place.place_id: _names(place) for place in self.places}
        named = itertools.chain.from_iterable(self._names.values())
        self._words: dict[str, list[frozenset[str]]] = {}  # of each name, by one of its words
        for words in {frozenset(name.split()) for name in named} - {frozenset()}:
            self._words.setdefault(min(words), []).append(words)
        self.related = _find_related(self.places, self._names)
        self._known: dict[str, Place | None] = {}
        self._wide = find_wide(self.places)
        self._by_code = {fold(code): place for place in self.places for code in place.codes}
        self._by_code |= {fold(p.adm1_code): p for p in self.places if p.adm1_code}

    def find(self, text: object) -> Place | None:
        """Return the governorate that a text names, with or without "governorate" or the like."""
        text = clean(text)[:200]
        if text not in self._known:
            self._known[text] = self._find(text)
        return self._known[text]

    def find_exact(self, text: str) -> Place | None:
        """Return the governorate whose listed name stands in a text, whole or among type words."""
        said = set(strip_articles(fold(text)).split())
        known = self._words
        if not any(words <= said for word in said for words in known.get(word, ())):
            return None
        found = self.find(text)
        names = self._names[found.place_id] if found else ()
        return found if any(set(name.split()) <= said for name in names) else None

    def lead(self, text: str, home: str) -> tuple[str, Place] | None:
        """Split a name that begins with its governorate, and names no other: "Idlib: Ariha".

        home: the country's code; its name is left out. What is left says the nearest area first.
        "X (Y)" has its whole in brackets, never in front.
        """
        pieces = [] if _BRACKET.search(text) else _pieces(text, home)
        first = self.find_exact(pieces[0]) if len(pieces) > 1 else None
        if first is None:
            return None
        around = [piece for piece in pieces[1:] if says_around(piece)]
        named = [piece for piece in pieces[1:] if piece not in around]
        if named and self._closes(named[-1], first):
            return None
        return ", ".join([*reversed(named), *around]), first

    def write_apart(self, text: str, *, lists: Callable[[str], bool]) -> str:
        """Write "Idlib_Saraqib", a governorate and a place in one word, as "Saraqib, Idlib".

        lists: says whether some place is called so. A dash or a dot stands in names as well, and
        parts only what is listed; no name has a stroke or an arrow in it.
        """
        if _ANY_JOINT.search(text) is None:
            return text
        path = [piece.strip() for piece in _ARROW.split(text)]
        is_path = len(path) > 2 and min(map(len, path)) >= SHORTEST
        if is_path and any(map(self.is_name, path[:-1])):  # from the country down
            return ", ".join(dict.fromkeys(reversed(path)))
        for joint in () if lists(text) else _JOINT.finditer(text):
            before, after = text[: joint.start()].strip(), text[joint.end() :].strip()
            for area, place in ((before, after), (after, before)):
                sure = lists(place) or not _IN_NAMES.search(joint[0])
                if not sure or len(place) < SHORTEST:
                    continue
                if self.is_name(area) and not self.is_name(place):
                    return f"{place}, {area}"
        return text

    def is_name(self, text: str) -> bool:
        """Say whether a text is a governorate's listed name and nothing more."""
        found = self.find_exact(text)
        return found is not None and (
            strip_articles(read_parts(text).head) in self._names[found.place_id]
        )

    def find_elsewhere(
        self, text: str, stated: str, home: str, *, lists: Callable[[str], bool]
    ) -> str | None:
        """Say which other country a name, or the governorate stated with it, is said to lie in.

        home: the two letters of the country at hand; lists: says whether some place of it is
        called so, for what may be a place here is not taken for one abroad.
        """
        pieces = split_pieces(_write_country_apart(text)) if is_country(home) else []
        said = []
        if len(pieces) > 1 and not any(map(self.find_exact, pieces)):
            wholes = pieces[1:] if "(" in text else pieces  # "X (Y)": X lies in Y
            named = [piece for piece in wholes if _find_country(piece) is not None]
            at_home = home in map(_find_country, named)
            said = [] if at_home else [*named, pieces[-1]]
        if pieces and stated and self.find(stated) is None:
            said.append(stated)
        for words in said:
            code = _find_country(words)
            if code is None and not lists(words):
                code = _find_region(words, home)
            if code not in (None, home):
                name = name_country(str(code))
                return name if _find_country(words) else f"{words}, which is in {name}"
        return None

    def _closes(self, piece: str, first: Place) -> bool:
        """Say whether a last piece is the governorate: that of another name, or "X governorate"."""
        last = self.find_exact(piece)
        return last is not None and (last != first or read_parts(piece).hint == last.kind)

    def split(self, text: str, home: str) -> tuple[str, Place] | None:
        """Split a name that says its governorate, before or after; None for none or two."""
        led = self.lead(text, home)
        pieces = _pieces(text, home)
        several = read_several(text)  # "Idlib, Hama and Aleppo" is said of none of them
        if several and sum(self.find_exact(one.full) is not None for one in several.members) > 1:
            return None
        if led is not None or len(pieces) < 2 or self.find_exact(pieces[0]) is not None:
            return led
        last = self.find_exact(pieces[-1])
        return (", ".join(pieces[:-1]), last) if last is not None else None

    def _find(self, text: str) -> Place | None:
        folded = fold(text)
        if not folded:
            return None
        if folded in self._by_code:
            return self._by_code[folded]
        parts = read_parts(write_as_listed(text, self.index))
        if parts.hint in _NAMED_AFTER:
            return self._best(read_query(folded))
        head, folded = parts.head, parts.full
        if skeleton(strip_articles(head)) in self._wide:
            return None
        core = read_parts(strip_compass(head)).head
        for words in dict.fromkeys(
            (folded, head, strip_compass(folded), core, strip_compass(core))
        ):
            found = self._best(read_query(words))
            if found is not None:
                return found
        return None

    def _best(self, query: Query) -> Place | None:
        scored = score_units(self.index, query, self.weights)
        best = sorted((-odds, unit) for unit, odds in scored.items() if odds > LEAST_ODDS)
        if not best:
            return None
        owners = set(self.index.owners[best[0][1]])
        rivals = (rival for rival, unit in best if owners != set(self.index.owners[unit]))
        if len(owners) > 1 or next(rivals, math.inf) - best[0][0] <= CLEARLY:
            return None
        return self.places[owners.pop()]


def find_wide(places: Sequence[Place]) -> dict[str, list[Place]]:
    """Return names that several areas are sides of, and that none has alone, with those areas.

    Darfur of North, West and South Darfur: whoever writes it alone names none of them. Names are
    consonant skeletons, so that every spelling and script is meant.
    """
    sides: dict[str, dict[str, Place]] = {}
    whole = set()
    for place in places:
        for name in filter(None, (place.name, place.name_ar)):
            head = strip_articles(read_parts(name).head)
            bare = strip_articles(strip_compass(head))
            whole.add(skeleton(head))
            if bare != head and len(skeleton(bare)) >= SHORTEST:
                sides.setdefault(skeleton(bare), {})[place.place_id] = place
    return {key: list(of.values()) for key, of in sides.items() if len(of) > 1 and key not in whole}


def _with_heads(places: Sequence[Place]) -> list[Place]:
    """Return governorates that also go by "X" of "X oblast", where no other is called so."""
    listed = {fold(name) for p in places for name in (p.name, p.name_ar or "", *p.spellings)}
    heads = [
        {part.head for part in map(read_parts, (p.name, *p.spellings)) if part.hint in _LEVELS}
        for p in places
    ]
    said = Counter(head for own in heads for head in own)
    return [
        replace(place, spellings=(*place.spellings, *sorted(new)))
        if (new := {head for head in own if said[head] == 1} - listed)
        else place
        for place, own in zip(places, heads, strict=True)
    ]


def _pieces(text: str, home: str) -> list[str]:
    pieces = split_pieces(clean(text)[:LONGEST_NAME])
    if len(pieces) < 2:
        return pieces
    return [piece for piece in pieces if _country_of(piece) != home.upper()]


def _country_of(piece: str) -> str | None:
    """Return the country that a piece names, or whose code it is in capitals: "SY", "SYR"."""
    is_code = piece.isupper() and len(piece) <= LONGEST_CODE
    return read_country(piece) if is_code else find_country(piece)


def _find_country(text: str) -> str | None:
    """Return the country that a text names, or a side of one: "southern Turkey"."""
    return find_country(text) or find_country(strip_compass(fold(text)))


def _write_country_apart(text: str) -> str:
    """Write "Ariha in Jordan", "قامشلي في العراق" with the country after a comma."""
    found = _IN_COUNTRY.match(text)
    return f"{found[1]}, {found[2]}" if found and _find_country(found[2]) else text


def _find_related(
    places: Sequence[Place], named: Mapping[str, set[str]]
) -> dict[str, frozenset[str]]:
    """Return which governorates hold another's name in their own: Rural Damascus and Damascus.

    Reports name one of them for the other, so that a disagreement of the two weighs little.
    """
    words = {
        place.adm1_code: [frozenset(name.split()) for name in named[place.place_id]]
        for place in places
        if place.adm1_code
    }
    related: dict[str, set[str]] = {code: set() for code in words}
    for code, names in words.items():
        for other, others in words.items():
            if code != other and any(o < n for n in names for o in others):
                related[code].add(other)
                related[other].add(code)
    return {code: frozenset(codes) for code, codes in related.items()}


def _names(place: Place) -> set[str]:
    spellings = filter(None, [place.name, place.name_ar, *place.spellings])
    return {strip_articles(read_parts(text).head) for text in spellings}


def _find_region(text: str, home: str) -> str | None:
    """Return the code of another country that has a region of a name, and this one no place."""
    found = find_abroad(text, home)
    return found[1] if found is not None and found[0] == "region" else None
