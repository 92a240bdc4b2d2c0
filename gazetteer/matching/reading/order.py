"""Order: town, area and what lies around, written in one order whatever was said first.

"Saraqib, countryside, Idlib", "Idlib (Saraqib, countryside)" and "Saraqib countryside - Idlib" are
"Idlib, Saraqib countryside"; "Idlib countryside: Saraqib" is the town Saraqib there, and so is
"Eastern Ghouta - Douma" the town in the area that is listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from gazetteer.matching.evidence import lies_in
from gazetteer.matching.ranking import Ranker
from gazetteer.matching.reading.countries import write_regions
from gazetteer.matching.reading.prepositions import strip_preposition
from gazetteer.matching.reading.wholes_unmarked import find_named
from gazetteer.places import Place
from gazetteer.radii import UNKNOWN_KM
from gazetteer.relative.parse import (
    parse_relative,
    says_around,
    says_relation,
    write_around_last,
)
from gazetteer.spelling.listed import write_as_listed
from gazetteer.spelling.names import fold
from gazetteer.spelling.parts import read_parts, split_pieces

__all__ = ["write_in_order", "write_name"]

_AROUND = ("countryside", "outskirts", "near")  # kinds of relative places that lie around a town
_SIDED = ("countryside", "part")  # the same that are an area's, of a governorate
_WIDE = ("area", "plain", "mountain")  # kinds of listed land that towns lie in
_IN_WIDE = ("settlement", "neighbourhood", "camp", "facility")
_IN = (" in ", " في ")
_LETTERS = re.compile(r"(?<![\w'’.])(?:([NS])\.?)?(?:([EW])\.?)?(?<=[NSEW.]) (?=[^\W\d_]{3})")
_POINTS = {"N": "North", "S": "South", "E": "east", "W": "west"}
WIDE_KM = 9.0  # radius of a land that towns lie in; of listed areas in one town at most 8
TIMES_WIDER = 2.5  # radius of such a land by that of a town in it; less may be a part of the town
MOST = 3  # pieces: an area, a town, and what lies around it


def write_name(text: str, ranker: Ranker, home: str) -> str:
    """Return a cleaned name as it is read: without its preposition and asides, in one order.

    home: the country's two letters.
    """
    index, lists = ranker.index, ranker.index.lists
    text = write_regions(text, ranker, home)
    text = strip_preposition(_spell_sides(text, lists), ranker, home)
    text = write_in_order(text, ranker)  # before words of other languages are written in English
    text = write_as_listed(write_around_last(text, lists=lists), index)
    return write_around_last(ranker.governorates.write_apart(text, lists=lists), lists=lists)


def _spell_sides(text: str, lists: Callable[[str], bool]) -> str:
    """Write "E. Ghouta" and "NW Aleppo" in full where that is a listed name.

    >>> _spell_sides("Douma, E. Ghouta", lists="Eastern Ghouta".__eq__)
    'Douma, Eastern Ghouta'
    """
    if _LETTERS.search(text) is None:
        return text
    written = _LETTERS.sub(_spell_side, text)
    new = set(split_pieces(written)).difference(split_pieces(text))
    return written if any(map(lists, new)) else text


def _spell_side(found: re.Match[str]) -> str:
    return "".join(_POINTS[letter] for letter in found.groups("") if letter).capitalize() + "ern "


def write_in_order(text: str, ranker: Ranker) -> str:
    """Return a cleaned name with its area, its town and what lies around it in one order.

    As it stands where it is listed so, says more than those three, or names two areas.
    """
    pieces = _pieces(text)
    if not 1 <= len(pieces) <= MOST or ranker.index.lists(text):
        return text
    if len(pieces) == 1:
        return _part_unmarked(text, ranker) if says_relation(text) else text
    if len(pieces) == MOST - 1 and (inside := _put_inside(pieces, ranker)):
        return inside
    return _put_around(pieces, ranker) or text


def _pieces(text: str) -> list[str]:
    pieces = split_pieces(text)
    if len(pieces) == 1 and says_relation(text):
        said = next((word for word in _IN if word in text), None)
        return text.split(said, 1) if said else pieces
    return pieces


def _put_around(pieces: Sequence[str], ranker: Ranker) -> str | None:
    """Write "Saraqib, countryside, Idlib" with its governorate first; None for all others."""
    areas = [piece for piece in pieces if _is_area(piece, ranker)]
    rest = [piece for piece in pieces if piece not in areas]
    if len(areas) != 1 or len(rest) != len(pieces) - 1:
        return None
    around = [piece for piece in rest if says_around(piece)]
    named = [piece for piece in rest if piece not in around]
    if len(named) != 1:
        return None
    if around:
        return ", ".join([*areas, *named, *around])
    return f"{areas[0]}, {named[0]}" if _lies_around_town(named[0], ranker) else None


def _put_inside(pieces: Sequence[str], ranker: Ranker) -> str | None:
    """Write a town and the listed area, or the side of a governorate, that holds it, town first."""
    for whole, part in (pieces, pieces[::-1]):
        if _is_area(part, ranker):
            if _is_side(whole, ranker) and _are_apart(part, whole, ranker):
                return f"{part}, {whole}"
            continue
        if says_around(part) or not (places := _find_parts(part, ranker)):
            continue
        if _is_side(whole, ranker):
            return f"{part}, {whole}"
        lands = [place for place in find_named(fold(whole), ranker) if _is_wide(place)]
        if any(_holds(land, place) for place in places for land in lands):
            return f"{part} ({whole})"
    return None


def _part_unmarked(text: str, ranker: Ranker) -> str:
    """Write "Idlib countryside Saraqib" with the town first, where just one such reading is."""
    words = [] if _is_side(text, ranker) else text.split()
    read = [
        f"{part}, {side}"
        for side, part in _split_words(words)
        if _is_side(side, ranker) and _find_parts(part, ranker) and not _is_area(part, ranker)
    ]
    return read[0] if len(read) == 1 else text


def _split_words(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield every way to part words into two of which the first says what lies around."""
    for at in range(2, len(words)):
        yield " ".join(words[:at]), " ".join(words[at:])


def _is_wide(place: Place) -> bool:
    """Say whether a place is a land of towns, and not a part or a shore of one of them."""
    return place.kind in _WIDE and (place.uncertainty_km or 0.0) >= WIDE_KM


def _holds(land: Place, place: Place) -> bool:
    """Say whether a place lies in a land that is clearly wider than it, and no part of it."""
    times = (land.uncertainty_km or 0.0) / (place.uncertainty_km or UNKNOWN_KM)
    return lies_in(place, land) and times >= TIMES_WIDER and land.parent_id != place.place_id


def _are_apart(one: str, other: str, ranker: Ranker) -> bool:
    """Say whether two texts name governorates of which reports take neither for the other."""
    areas = ranker.governorates
    first, second = (place.adm1_code if (place := areas.find(t)) else None for t in (one, other))
    return first != second and second not in areas.related.get(first or "", ())


def _find_parts(text: str, ranker: Ranker) -> list[Place]:
    """Return the places of a name that may lie in a wider land."""
    return [p for p in find_named(read_parts(text).head, ranker) if p.kind in _IN_WIDE]


def _is_area(text: str, ranker: Ranker) -> bool:
    """Say whether a text is a governorate's listed name, with or without the word for one."""
    return ranker.governorates.is_name(text)


def _lies_around_town(text: str, ranker: Ranker) -> bool:
    """Say whether a text is "Saraqib countryside", and not the countryside of a governorate."""
    relative = parse_relative(text)
    if relative is None or relative.kind not in _AROUND or relative.subject:
        return False
    return not any(_is_area(anchor, ranker) for anchor in relative.anchors)


def _is_side(text: str, ranker: Ranker) -> bool:
    """Say whether a text is "northern Hama countryside", of a governorate."""
    relative = parse_relative(text)
    if relative is None or relative.kind not in _SIDED or relative.subject:
        return False
    return _is_area(relative.anchors[0], ranker) or _is_area(text, ranker)
