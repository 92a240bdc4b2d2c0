"""What a place is called, and whether a text says so, in whatever spelling, or tells its point."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from gazetteer.abroad import find_country
from gazetteer.places import Place
from gazetteer.relative.parse import parse_relative
from gazetteer.spelling.conjunctions import read_several
from gazetteer.spelling.names import clean, fold_all, glue, skeletons_of, strip_articles
from gazetteer.spelling.parts import names_nothing, read_parts, split_pieces
from geo.strikes.claim_rows import find_strikes
from geo.strikes.schema import split_several

__all__ = ["Names", "fold_names", "list_names", "tells"]

Names = frozenset[str]  # folded

# What a place is called: no text of its row that stays may hold one of these.
_CALLED = (
    "place_text", "place_text_ar", "place_name", "place_name_ar", "district_text",
    "subdistrict_text", "governorate_text", "pcode_text", "adm1_name", "adm2_name", "adm3_name",
    "target",
)  # fmt: skip
_SHORTEST = 3  # letters of a name that is looked for
_WITHIN_WORDS = 5  # letters from which a name is looked for within words too
_LEAST_SOUNDS = 4  # consonants by which another spelling of a name is known
_MOST_WORDS = 5  # of a name that is looked for by its sound
_KEPT = 100_000  # texts read once
_NO_DATE = r"(?<!\d)(?<!\d\.)"  # before a number: it is no part of "21.04.2016"
_ROUNDED = r"\d{1,3}(?:[.٫]\d\d+|,\d\d)"  # degrees, sharper than 2 km
_POINTS = re.compile(
    rf"""{_NO_DATE} \d+[.٫]\d{{3,}} | \d,\d{{4,}}  # degrees, sharper than 100 m
    # two of them: "35.93N 36.63E", "lat=35,93&lon=36,63", but no "1,200 to 1,500"
    | {_NO_DATE} {_ROUNDED} \D{{1,12}} {_ROUNDED} (?!\.?\d)
    """
    r"""
    | \d\s*[°º]\s*\d
    # degrees, minutes, seconds; degrees and minutes with decimals
    | \b\d{1,3}[\s:'′’-]\d{1,2}[\s:'′’-]\d{1,2}(?:[.,]\d+)?\W{0,2}[nsew]\b
    | \b[nsew]\W?\d{1,3}[\s:'′’-]\d{1,2}[\s:'′’-]\d{1,2}\b
    | \b\d{1,3}[\s:-]\d{1,2}[.,]\d+\W{0,2}[nsew]\b
    | \b\d{4,6}\s?[ns]\W*\d{5,7}\s?[ew]\b
    | \b\d{1,2}\s?[c-hj-np-x]\s?[a-hj-np-z]{2}\s?\d{2,5}\s?\d{2,5}\b  # MGRS
    | \b\d{5,7}\s?m?e?[\s,]+\d{6,8}  # UTM
    | \b[23456789cfghjmpqrvwx]{4,8}\+[23456789cfghjmpqrvwx]{2,3}\b  # plus code
    # address of three words
    | (?: /// | \b(?:w3w|what3words)\b (?:\.com?/|\W{0,3}) ) \s? [^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TIMES_WRITTEN = 3  # as an address in an address


def list_names(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    rows: NDArray[np.bool_],
    places: Mapping[str, Place],
) -> dict[int, Names]:
    """Return what the places of some strikes are called, folded, by the row of the strike.

    As the strike and its claims word it, in all parts of these texts, and in the spellings of the
    gazetteer's place. places: of these by place_id.
    """
    chosen = strikes.loc[rows, [*_CALLED, "place_id"]].itertuples(index=False, name=None)
    names = {
        int(row): fold_names(cells) | _spell(places.get(place_id))
        for row, (*cells, place_id) in zip(np.flatnonzero(rows), chosen, strict=True)
    }
    at = find_strikes(claims, strikes)
    texts = claims["place_text"]
    for claim in np.flatnonzero((at >= 0) & rows[at] & texts.notna().to_numpy()):
        names[int(at[claim])] |= fold_names([texts.iloc[claim]])
    return names


def fold_names(cells: Iterable[object]) -> Names:
    """Return the names that cells hold, each whole and in its parts, folded."""
    return frozenset().union(*(_read(cell) for cell in cells if isinstance(cell, str)))


def tells(text: str, names: Collection[str]) -> bool:
    """Say whether a text holds one of some folded names, or a point.

    >>> known = fold_names(["Kafr Zita, Hama"])
    >>> tells("KafrZeita Local Council", known), tells("SOHR", known), tells("34.9265 N", known)
    (True, False, True)
    """
    return any(
        _holds_point(said) or any(_holds(said, name) for name in names)
        for said in _list_readings(text)
    )


def _spell(place: Place | None) -> Names:
    if place is None:
        return frozenset()
    named = (place.name, place.name_ar, place.name_local)
    return fold_names([*named, *place.spellings, *place.variants, *place.further])


@lru_cache(_KEPT)
def _read(cell: str) -> Names:
    parts = [part for whole in split_several(cell) for part in (whole, *_take_apart(whole))]
    return frozenset(
        folded for folded in fold_all([clean(part) for part in parts])
        if len(folded) >= _SHORTEST and find_country(folded) is None
    )  # fmt: skip


def _take_apart(text: str) -> Iterator[str]:
    """Yield the names of a text that says more than one: "market in Saraqib", "Ariha, Idlib"."""
    pieces = (clean(text), *split_pieces(clean(text)))
    anchors = (one for piece in pieces if (found := parse_relative(piece)) for one in found.anchors)
    for piece in (*pieces, *anchors):
        several = read_several(piece)
        for parts in several.members if several else (read_parts(piece),):
            for name in (parts.head, *parts.wholes, *parts.other_names):
                if not names_nothing(read_parts(clean(name))):
                    yield name


@lru_cache(_KEPT)
def _list_readings(text: str) -> tuple[str, ...]:
    """Return a text, and what it says where it is written as an address or a page writes it."""
    readings = [text]
    while (
        len(readings) <= _TIMES_WRITTEN
        and (said := unescape(unquote(readings[-1]))) != readings[-1]
    ):
        readings.append(said)
    return tuple(readings)


@lru_cache(_KEPT)
def _holds_point(text: str) -> bool:
    return _POINTS.search(text) is not None


@lru_cache(_KEPT)
def _fold_text(text: str) -> tuple[str, str]:
    """Return a text folded, with a space before each word, and without any."""
    (folded,) = fold_all([clean(text)])
    return f" {folded}", glue(folded)


@lru_cache(_KEPT)
def _sounds_in(text: str) -> frozenset[str]:
    """Return the consonants of every few words of a text."""
    words = strip_articles(_fold_text(text)[0].strip()).split()
    spans = (
        " ".join(words[at : at + size])
        for size in range(1, _MOST_WORDS + 1)
        for at in range(len(words) - size + 1)
    )
    return frozenset(sound for span in spans for sound in skeletons_of(span))


@lru_cache(_KEPT)
def _sounds_of(name: str) -> frozenset[str]:
    sounds = skeletons_of(strip_articles(name))
    return frozenset(sound for sound in sounds if len(sound) >= _LEAST_SOUNDS)


def _holds(text: str, name: str) -> bool:
    spaced, glued = _fold_text(text)
    if len(name) < _WITHIN_WORDS:
        return f" {name}" in spaced
    return (
        name in spaced or glue(name) in glued or not _sounds_of(name).isdisjoint(_sounds_in(text))
    )
