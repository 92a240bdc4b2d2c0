"""Where a strike of the table was: the place as found or as reported, and how far it is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gazetteer.spelling.normalise import fold_words
from geo.briefing.drawing.fonts import clean
from geo.briefing.terms.words import Words
from geo.strikes.totals import AT_SEA, OUTSIDE

__all__ = ["name_own", "word_place"]


def word_place(
    row: Mapping[str, Any], names: Mapping[str, str], words: Words, *, country: str
) -> str:
    """Return the place of a strike in words, and what of it is not known.

    row: of the strikes table. names: of areas, by code. country: '' where it is not known.
    """
    area = names.get(row["adm1_code"]) or _text(row["adm1_name"])
    place = name_own(row, words)
    if place and row["precision"] == "near":
        place = words.say("near place", place=place)
    place = place or _text(row["place_text"])
    if row["location_status"] == "area_only":
        if area and (district := names.get(row["adm2_code"])):
            area = words.say("place in", place=district, area=area)
        return words.say("area place", area=_with_reported(row, area, words) or place)
    if row["location_status"] == "unlocated":
        return words.say("unlocated place", place=place or words.say("no place"))
    notes = _text(row["adm_note"]).split("; ")
    if OUTSIDE in notes:
        phrase = "sea place" if AT_SEA in notes else "abroad place"
        home = country or words.say("the country")
        return words.say(phrase, place=place or words.say("no place"), country=home)
    if place and area and area != place:
        return words.say("place in", place=place, area=area)
    return place or area or words.say("no place")


def name_own(row: Mapping[str, Any], words: Words) -> str:
    """Return the name of the place as found, in the language of the sheet where it is known.

    That is what was reported, where it is in the language and was found by its listed name.
    """
    told = _text(row["place_text"])
    as_listed = row["match_method"] == "exact" and words.is_own(told)
    own = {"local": told, "of": words.language} if as_listed else {}
    return words.own_name(_text(row["place_name"]), arabic=_text(row["place_name_ar"]), **own)


def _with_reported(row: Mapping[str, Any], area: str, words: Words) -> str:
    """Return the place as reported with the area that is known of it, neither said twice."""
    told = _text(row["place_text"])
    heard, known = f" {fold_words(told)} ", f" {fold_words(area)} "
    if not told or not area or heard in known:
        return area
    return told if known in heard else words.say("place in", place=told, area=area)


def _text(value: object) -> str:
    return clean(value) if isinstance(value, str) else ""
