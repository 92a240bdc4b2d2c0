"""Syrian Archive (Mnemonic): its table of videos of alleged attacks, and its observations.

A row is a video or another record of an incident: several may show one strike. Columns and their
meaning: the archive's collections and the code that writes its observations (syrianarchive.org).

- "recorded" of the table is when the video was published. It is the only date there is, so it is
  the strike's, and stands as the claim's day of publication too; the strike may be earlier. The
  incident's own date of an observation goes before it.
- Nothing says how sharp a point is: as any given point. Five rows have latitude and longitude
  swapped; they are read as they stand, and the summary of the file proposes the swap.
- A row of the table of videos is a video: its address, with its archived copy, is the claim's
  medium too.
- What struck is read from the words of title and description: aircraft, raids and bombing from
  the air are an air strike; a row that does not say so is "other". Munitions are quoted.
- A collection of "Russian attacks" alleges the actor.
- Violations that are no attack (VIOLATIONS) are marked as no strikes.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from geo.reading.columnwise.media import MEDIA_NAMES
from geo.reading.columnwise.rewrite import (
    find_addresses,
    first_filled,
    join_texts,
    list_texts,
    open_records,
    rewrite,
    same_text,
)
from geo.reading.fields import Fields, read_fields, recode, word_codes
from geo.reading.headers import (
    find_header,
    fold_header,
    has_headers,
    note_unused,
    other_columns,
    take_column,
    take_merged,
)
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["SYRIAN_ARCHIVE"]

# What no other publisher's table has, in the table of videos and in observations.
_OWN_TABLE = {"code", "title_orig", "recorded", "loc_en", "loc_ar", "desc_en", "youtube_id"}
_RECORDS = {"annotations", "location_info", "location"}
_OWN_OBSERVATION = {"online_title_en", "online_title_ar", "summary_en", "summary_ar",
                    "incident_date_time", "type_of_violation", "online_link", "weapons_used",
                    "sa_link", "incidents_code"}  # fmt: skip
_ENOUGH = 4
_MEANINGS = {
    "code": "id", "reference_code": "id", "observation_id": "id", "id": "id",
    "incident_date_time": "date", "incident_date": "date", "recorded": "date",
    "incident_time": "time_local",
    "loc_en": "place_text", "location_info_location": "place_text",
    "location_info_name": "place_text", "location": "place_text", "location_ar": "place_text_ar",
    "loc_ar": "place_text_ar",
    "location_info_lat": "lat", "location_latitude": "lat", "lat": "lat", "latitude": "lat",
    "location_info_lon": "lon", "location_longitude": "lon", "lon": "lon", "longitude": "lon",
    "source": "source", "creator": "source", "channel": "source", "acquired_from": "source",
    "url": "url", "online_link": "url",
    "href": "archive_url", "sa_link": "archive_url",
    "title_orig": "title", "online_title_ar": "title", "online_title_en": "title",
    **MEDIA_NAMES,
}  # fmt: skip
# Observations keep most of their words under one name.
_MEANINGS |= {f"annotations_{name}": field for name, field in _MEANINGS.items()}
_WORDS = ("desc_en", "summary_en", "summary_ar", "title_orig", "online_title_en",
          "online_title_ar")  # fmt: skip
_WEAPONS = ("weapons_used", "annotations_weapons_used", "weapons", "munitions")
_VIOLATION = ("type_of_violation", "annotations_type_of_violation")
_COLLECTION = ("collection", "collections", "annotations_collections")
_KEPT = {*_VIOLATION, *_COLLECTION, "coord_ok", "loc_ar", "youtube_id", "incidents_code",
         "confidence", "verified", "landmarks"}  # fmt: skip
_DOUBLE = {"lat_dec", "lon_dec"}  # the same point in decimals

VIOLATIONS = {
    name: f"violation: {name}"
    for name in (
        "arbitrary and forcible displacement", "arbitrary arrest and unlawful detention",
        "enforced disappearance", "hostage taking", "torture and ill-treatment of detainees",
        "sexual and gender-based violence", "violations of children's rights", "siege",
    )
}  # fmt: skip
_FROM_THE_AIR = re.compile(
    r"\bair ?-?(?:st\w+|raid|attack|craft|force|plane)|\baistrike|\baerial|war ?-?plan|"
    r"\bplanes?\b|aviation|\bjets?\b|helicopter|barrel bomb|\braids?\b|"
    r"غار[ةا]|غارات|طيران|طائر|الطائرات|قصف جو[يى]|براميل|برميل",
    re.IGNORECASE,
)
_MISSILE = re.compile(r"ballistic|surface-to-surface|باليستي|أرض[ -]?أرض", re.IGNORECASE)
_MUNITION = re.compile(
    r"cluster (?:bomb|munition|rocket|missile)s?|vacuum (?:bomb|missile|rocket)s?|"
    r"(?:white )?phosphor\w*(?: bombs?)?|thermobaric \w+|barrel bombs?|parachute bombs?|"
    r"(?:ال)?قنابل (?:ال)?عنقودي\w*|(?:ال)?صواريخ (?:ال)?عنقودي\w*|(?:ال)?صواريخ (?:ال)?فراغي\w*|"
    r"(?:ال)?فوسفور\w*|(?:ال)?براميل (?:ال)?متفجر\w*",
    re.IGNORECASE,
)
_RUSSIAN = re.compile(r"russian attack", re.IGNORECASE)


def _recognise(table: Table) -> float:
    if has_headers(table, _OWN_TABLE) >= _ENOUGH and find_header(table, "recorded"):
        return 0.95
    table = _open(table, rows=50)
    own = {*_OWN_OBSERVATION, *(f"annotations_{name}" for name in _OWN_OBSERVATION)}
    return 0.95 if has_headers(table, own) >= _ENOUGH else 0.0


def _open(table: Table, rows: int | None = None) -> Table:
    """Return the table with the records that observations keep in one cell as columns."""
    return replace(table, cells=open_records(table.cells.iloc[:rows], _RECORDS))


def _read(given: Table, options: ReadOptions) -> Reading:
    table = _open(given)
    columns, fields = take_merged(table, _MEANINGS)
    kept = other_columns(table, (), _KEPT)
    headline = next((name for name, field in columns.items() if field == "title"), "")
    described = _take_words(table)
    fields["source_codes"] = [word_codes(table, kept)]
    fields["note"] = [text for name, text in described.items() if name != headline]
    fields["country"] = [same_text("Syria", table.cells.index)]
    if "recorded" in described or find_header(table, "recorded"):
        fields["published"] = [take_column(table, "recorded").str.slice(0, 10)]
    _add_weapons(table, fields, join_texts(list(described.values()), "\n").fillna(""))
    _add_words(table, fields)
    used = {*columns, *kept, *described, *other_columns(table, (), {*_DOUBLE, *_WEAPONS})}
    return read_fields(
        note_unused(given, {*used, *_RECORDS}, _say_dates(columns)),
        fields,
        title="Syrian Archive",
        kind=options.kind,
        order=options.order,
    )


def _say_dates(columns: dict[str, str]) -> str:
    dated = next((column for column, field in columns.items() if field == "date"), "")
    if fold_header(dated) != "recorded":
        return ""
    return "dates are the days on which the videos were published: a strike may be earlier"


def _take_words(table: Table) -> dict[str, pd.Series]:
    """Return the columns that describe what is seen, by their names in the table."""
    names = (find_header(table, name, f"annotations_{name}") for name in _WORDS)
    return {name: table.cells[name] for name in names if name}


def _add_weapons(table: Table, fields: Fields, words: pd.Series) -> None:
    weapons = list_texts(take_column(table, *_WEAPONS))
    quoted = rewrite(words, lambda text: "; ".join(
        dict.fromkeys(found.strip() for found in _MUNITION.findall(text))
    ))  # fmt: skip
    fields["munition"] = [first_filled(weapons, quoted)]
    fields["kind"] = [rewrite(words, _read_kind), weapons]


def _read_kind(words: str) -> str:
    if _MISSILE.search(words):
        return "missile"
    return "airstrike" if _FROM_THE_AIR.search(words) else ""


def _add_words(table: Table, fields: Fields) -> None:
    collection = take_column(table, *_COLLECTION)
    fields["actor"] = [rewrite(collection, lambda text: "Russia" if _RUSSIAN.search(text) else "")]
    fields["not_strike"] = [recode(list_texts(take_column(table, *_VIOLATION)), VIOLATIONS, "")]
    for name in ("url", "archive_url"):
        if name in fields:
            fields[name] = [find_addresses(column) for column in fields[name]]
    if find_header(table, "youtube_id"):  # a table of videos: each address is one
        for name, own in (("media_url", "url"), ("media_archive_url", "archive_url")):
            if own in fields:
                fields.setdefault(name, fields[own])
        shown = fields.get("media_url", [same_text("", table.cells.index)])[0]
        fields.setdefault("media_kind", [shown.where(shown == "", "video")])


SYRIAN_ARCHIVE = Format(
    name="Syrian Archive",
    sentence="Syrian Archive (Mnemonic): videos of alleged attacks with place, point and Arabic "
    "title, and its observations; each row is a record of a strike.",
    recognise=_recognise,
    read=_read,
    publisher="Syrian Archive",
)
