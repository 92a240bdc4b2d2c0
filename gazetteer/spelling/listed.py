"""A name written as a list of places has it: nominative, its own word for an area, its own habit.

What a name may be is proposed here; which of it is a place is for the list to say, so that a name
that reads well as it stands is left alone.
"""

from __future__ import annotations

import re

from gazetteer.spelling.asides import drop_asides
from gazetteer.spelling.endings import has_cases, read_case, towns_of_area
from gazetteer.spelling.foreign import write_in_english
from gazetteer.spelling.habits import form_of
from gazetteer.spelling.listing import Listing
from gazetteer.spelling.names import fold
from gazetteer.spelling.parts import read_parts
from gazetteer.spelling.type_words import SAME_LEVEL

__all__ = ["write_as_listed"]

_PARTED = re.compile(r"(\s*[,،;؛:/|\\()\[\]{}]\s*|\s+[-–—]\s+)")
# A cedilla under s says sh in Turkish and Kurdish, and s where a scholar writes ص with it.
_TURKISH = re.compile("[şŞ].*[ıİğĞçÇöÖüÜêÊ]|[ıİğĞçÇöÖüÜêÊ].*[şŞ]")
# What Turkish hangs on a name with an apostrophe: of, in, from, to it.
_SUFFIX = re.compile("['’](?:[yn]?[ıiuü]n|[dt][ae](?:n|ki)?|y?[aeıiuü])$")
_LEVEL = re.compile(rf"^(.*\S)\s+({'|'.join(SAME_LEVEL)})$", re.IGNORECASE)


def write_as_listed(text: str, listing: Listing) -> str:
    """Return a cleaned name as a list writes it, where that is found; else as it stands.

    "Сумська область" and "Sumska oblast" are "Sumy oblast", "Sumy region" too where the list has
    oblasts; "Gorlovka" is read as "horlivka" where the list is of that habit.
    """
    text = write_in_english(drop_asides(text, listing), listing.lists)
    if _TURKISH.search(text) and not listing.lists(text):
        text = text.replace("ş", "sh").replace("Ş", "Sh")
    suffix = _SUFFIX.search(text)
    if suffix and listing.lists(text[: suffix.start()]) and not listing.lists(text):
        text = text[: suffix.start()]
    if has_cases(text):
        text = read_case(text, lambda name: _reads(name, listing))
    if not listing.slavic and not _LEVEL.search(text):
        return text
    return "".join(
        piece if number % 2 or not piece or listing.lists(piece) else _write(piece, listing)
        for number, piece in enumerate(_PARTED.split(text))
    )


def _reads(name: str, listing: Listing) -> bool:
    return listing.lists(name) or (listing.slavic and listing.lists_form(fold(name)))


def _write(piece: str, listing: Listing) -> str:
    level = _LEVEL.match(piece)
    if level is not None:
        same = f"{level[1]} {SAME_LEVEL[level[2].lower()]}"
        piece = same if listing.slavic or listing.lists(same) else piece
    if not listing.slavic or listing.lists(piece):
        return piece
    area = towns_of_area(piece)
    if area is not None:
        towns, word = area
        town = next((town for town in towns if _reads(town, listing)), None)
        return f"{town} {word}" if town else piece
    return _in_habit(piece, listing)


def _in_habit(piece: str, listing: Listing) -> str:
    """Return a name in the one form of its habit, its type words left as they are."""
    folded = fold(piece)
    for name in dict.fromkeys((read_parts(piece).head, folded)):
        if name and listing.lists(name):
            return piece
        if name and listing.lists_form(name):
            return folded.replace(name, form_of(name))
    return piece
