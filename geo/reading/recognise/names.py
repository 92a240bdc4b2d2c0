"""Columns by their names: the names of every language as one table, and names of several parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from gazetteer.spelling.normalise import strip_marks
from geo.reading.column_names import SEVERAL
from geo.reading.recognise.arabic import ARABIC, PERSIAN
from geo.reading.recognise.cyrillic import RUSSIAN, UKRAINIAN
from geo.reading.recognise.english import NAMES
from geo.reading.recognise.hebrew import HEBREW
from geo.reading.recognise.latin import FRENCH, GERMAN, SPANISH, TURKISH
from geo.reading.values.plain import plain_text
from geo.reading.values.zone_words import OFFSETS

__all__ = ["LANGUAGES", "candidates", "field_of_cut", "field_of_parts", "field_of_timed",
           "fold_name", "guess_by_names", "zone_of_name"]  # fmt: skip

LANGUAGES = (NAMES, ARABIC, FRENCH, SPANISH, GERMAN, RUSSIAN, UKRAINIAN, TURKISH,
             PERSIAN, HEBREW)  # fmt: skip

# Words beside a name that change nothing of what its column means.
_ASIDE = {"total", "reported", "as_reported", "estimated", "text", "name", "english", "arabic",
          "en", "ar", "optional", "decimal", "decimal_degrees", "degrees", "deg", "wgs84",
          "wgs_84", "dd", "n", "e", "people", "persons", "number"}  # fmt: skip
# Columns of these hold text of any sort, so that a part of their name may be passed over.
_FREE_TEXT = {"place_text", "place_text_ar", "governorate_text", "adm2_text", "adm3_text",
              "country", "actor", "target", "munition", "weapon", "kind", "date", "date_end",
              "time_local", "source", "url", "title", "note", "outlet"}  # fmt: skip
_TIMED = ("date", "date_end", "time_local")
_LOCAL = {"local": 0}
_NUMBER = re.compile(r"_?\d+(?=_|$)")
_MOST_FOLDED = 30_000  # names that are folded once
_GROUP = re.compile(r"^(?:(?:grp|group)_?\w*[/.:-])+(?=\w)", re.IGNORECASE)
_AREAS = {"governorate_text", "adm2_text", "adm3_text"}
_CUT = 10  # letters that a shapefile keeps of a name
_PARTS = re.compile(r"[/|,،&()\[\]{}\n]|\s(?:or|and|أو)\s")


@cache
def candidates() -> dict[str, list[str]]:
    """Return the folded names of each field, the likelier first, of all languages."""
    merged: dict[str, dict[str, None]] = {}
    for names in LANGUAGES:
        for field, listed in names.items():
            folded = (fold_name(name) for name in listed.split())
            merged.setdefault(field, {}).update(dict.fromkeys(folded))
    return {field: list(names) for field, names in merged.items()}


@cache
def _field_of_name() -> dict[str, str]:
    return {name: field for field, names in reversed(candidates().items()) for name in names}


@lru_cache(maxsize=_MOST_FOLDED)
def fold_name(name: str) -> str:
    """Return `Event Date`, `eventDate` and `EVENT-DATE` as `event_date`.

    >>> fold_name("Blessés"), fold_name("İlçe")
    ('blesses', 'ilce')
    """
    # Kobo and ODK write a question's group before it; Persian joins words by what is not seen.
    bare = _GROUP.sub("", name.strip())
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", bare).replace("\u200c", "_")
    folded = strip_marks(plain_text(apart)).casefold()
    return re.sub(r"[\W_]+", "_", folded).strip("_")


def guess_by_names(names: Iterable[str], taken: dict[str, str]) -> dict[str, str]:
    """Return what columns mean by their whole names, beside those `taken` already.

    A field has one column, of the name that stands first in its list, but for those that several
    columns may have.
    """
    columns = [column for column in names if column not in taken]
    called: dict[str, list[str]] = {}
    numbered: dict[str, list[str]] = {}
    for column in columns:
        plain = fold_name(column)
        called.setdefault(plain, []).append(column)
        numbered.setdefault(_NUMBER.sub("", plain), []).append(column)
    order = {column: position for position, column in enumerate(columns)}
    chosen: dict[str, str] = {}
    for field, listed in candidates().items():
        ranked = [column for name in listed for column in called.get(name, ())]
        if field in SEVERAL:
            alike = [column for name in listed for column in numbered.get(name, ())]
            found = sorted({*ranked, *alike}, key=order.__getitem__)
        elif field in taken.values():
            found = []
        else:
            found = [column for column in ranked if column not in chosen][:1]
        chosen.update({column: field for column in found if column not in chosen})
    return chosen


def field_of_cut(name: str) -> str | None:
    """Return the one field whose names begin so, for a name that a shapefile cut off.

    >>> field_of_cut("governorat"), field_of_cut("civilians_")
    ('governorate_text', None)
    """
    if len(name.strip()) != _CUT:
        return None
    begins = fold_name(name.strip() + "0")[:-1]
    fields = {field for known, field in _field_of_name().items()
              if known[:_CUT] == begins and "_" not in known[_CUT:]}  # fmt: skip
    return fields.pop() if len(fields) == 1 else None


def zone_of_name(name: str) -> str:
    """Return the abbreviation of the time zone that a column's name says, "" for none.

    >>> zone_of_name("Time (UTC)"), zone_of_name("date_utc"), zone_of_name("Met office")
    ('UTC', 'UTC', '')
    """
    words = fold_name(name).split("_")
    zones = [word for word in (words[-1], words[0]) if len(word) > 2 and word in OFFSETS]
    bare = "_".join(word for word in words if word not in zones)
    return zones[0].upper() if zones and _field_of_name().get(bare) in _TIMED else ""


def field_of_timed(name: str) -> str | None:
    """Return the field of dates or times that a name says beside a zone or "local".

    >>> field_of_timed("datetime_utc"), field_of_timed("UTC time"), field_of_timed("utc_offset")
    ('date', 'time_local', None)
    """
    words = [word for word in fold_name(name).split("_") if word not in OFFSETS | _LOCAL]
    field = _field_of_name().get("_".join(words))
    return field if field in _TIMED else None


def field_of_parts(name: str) -> str | None:
    """Return the one field that the parts of a name speak of, None where they differ.

    A part that says nothing is passed over in columns of free text only: "Deaths (soldiers)" are
    not all the deaths, and "X (m)" is no longitude.
    """
    parts = [plain for plain in map(fold_name, _PARTS.split(name)) if plain]
    named = [_field_of_name().get(part) for part in parts if part not in _ASIDE]
    fields = {field for field in named if field}
    if {"lon", "lat"} <= fields and fields <= {"lon", "lat", "place_text", "point"}:
        return "point"
    if "country" in fields and fields <= {"country", "place_text", *_AREAS}:
        # A country beside a place or an area in one cell speaks against others: it is not lost.
        return "place_text" if "place_text" in fields else "country"
    if len(fields) != 1 or len(parts) < 2:
        return None
    field = fields.pop()
    return field if field in _FREE_TEXT or None not in named else None
