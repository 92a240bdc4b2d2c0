"""The place in a second language: which column holds it beside the column of the place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazetteer.spelling.names import is_arabic
from geo.reading.recognise.names import candidates, field_of_parts, fold_name

__all__ = ["settle_second"]

# Names that may be a person's, unless a place stands beside them.
BARE = ("name_ar", "name_arabic", "name_in_arabic", "arabic_name")
_LANGUAGE = re.compile(r"(?:^|[^a-z])(?:ar|arabic|local)(?:[^a-z]|$)")


def settle_second(chosen: dict[str, str], columns: Sequence[str]) -> dict[str, str]:
    """Return what columns mean, a second name of the place told from the place itself.

    A second name without a first is the place. Beside a place whose column has an English name
    it is the column of the place in Arabic, or one that says so: "Place (Arabic)".
    """
    places = [column for column, field in chosen.items() if field == "place_text"]
    seconds = [column for column, field in chosen.items() if field == "place_text_ar"]
    if seconds and not places:
        others = {column: field for column, field in chosen.items() if column not in seconds}
        bare = fold_name(seconds[0]) in BARE
        return others if bare else others | {seconds[0]: "place_text"}
    if seconds or not places:
        return chosen
    if _is_second(places[0]):
        return _exchange(chosen, places, columns)
    found = [c for c in columns if c not in chosen and _is_place(c) and _is_second(c)]
    return chosen | dict.fromkeys(found[:1], "place_text_ar")


def _exchange(
    chosen: dict[str, str], places: Sequence[str], columns: Sequence[str]
) -> dict[str, str]:
    """Take another column of the place as the first name, where the one taken is the second."""
    others = [c for c in columns if c not in chosen and _is_place(c) and not _is_second(c)]
    if not others:
        return chosen
    return chosen | {others[0]: "place_text", places[0]: "place_text_ar"}


def _is_place(column: str) -> bool:
    """Say whether a column's name, or one part of it, is a name of the place."""
    return fold_name(column) in candidates()["place_text"] or (
        field_of_parts(column) == "place_text"
    )


def _is_second(column: str) -> bool:
    """Say whether a column's name is in Arabic letters, or says that what it holds is Arabic."""
    said = re.search(_LANGUAGE, fold_name(column).replace("_", " "))
    return is_arabic(column) or said is not None
