"""GeoConfirmed, the Centre for Information Resilience (Eyes on Russia), and osint-geo-extractor.

A row is a place that volunteers or researchers found footage of: an event, of war or near it, not
always a strike. Fields and their meaning: GeoConfirmed's placemarks, the features of Eyes on
Russia, and the GeoJSON that osint-geo-extractor makes of these and other maps.

- "date" and "verifiedDate" are days of the event; "dateCreated" is when the record was made, and
  stays in the codes.
- Every link is a claim, that of "geolocation" too, which tells where the place was found. The name
  of the map is its claimant only in osint-geo-extractor's files, where one column says it.
- CATEGORIES of Eyes on Russia: bombing and damage do not say what struck ("other"); movements,
  detention, losses of equipment and the like are marked as no strikes.
- Descriptions hold HTML; their words stand in the note.
- Country: its column, or "Ukraine - Kharkiv - Izium" of place_desc. Without one, rows without a
  point are in Ukraine where the map is of Ukraine only: Eyes on Russia and osint-geo-extractor.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from geo.reading.columnwise.media import MEDIA_NAMES
from geo.reading.columnwise.rewrite import (
    find_addresses,
    first_filled,
    list_texts,
    same_text,
    strip_markup,
)
from geo.reading.fields import Fields, read_fields, recode, word_codes
from geo.reading.headers import (
    find_header,
    has_headers,
    note_unused,
    other_columns,
    take_column,
    take_merged,
)
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["GEOCONFIRMED"]

_EXTRACTED = {"title", "date", "description", "links", "source"}
# What osint-geo-extractor calls its sources.
_MAPS = {"bellingcat", "ceninfores", "defmon", "geoconfirmed", "texty", "reukraine"}
_EYES = {"verifieddate", "verified_date", "violencelevel", "violence_level", "province", "city",
         "category", "categories"}  # fmt: skip
_PLACEMARKS = {"datecreated", "date_created", "originalsource", "original_source", "geolocation",
               "pluscode", "plus_code", "origin", "gear", "tweeted"}  # fmt: skip
_MEANINGS = {
    "id": "id",
    "date": "date", "verifieddate": "date", "verified_date": "date",
    "latitude": "lat", "lat": "lat", "longitude": "lon", "lon": "lon", "lng": "lon",
    "country": "country", "province": "governorate_text", "oblast": "governorate_text",
    "city": "place_text", "place": "place_text", "location": "place_text",
    **MEDIA_NAMES,
}  # fmt: skip
_LINKS = ("links", "url", "originalsource", "original_source", "geolocation", "sources")
_WORDS = ("title", "name", "description")
_CATEGORY = ("categories", "category", "type")
_KEPT = {*_PLACEMARKS, "violencelevel", "violence_level", "categories", "category", "type",
         "faction", "icon", "units", "gear", "unit"} - {*_LINKS}  # fmt: skip

# Eyes on Russia: what a category means, a kind or why it is no strike.
CATEGORIES = {
    "bombing or explosion": "other", "civilian infrastructure damage": "other",
    "civilian casualty": "other", "civilian casualties": "other", "munitions": "other",
    "environmental harm": "other", "ground battle": "ground",
}  # fmt: skip
NO_STRIKES = {
    name: f"Eyes on Russia: {name}"
    for name in (
        "russian military presence", "russian military movements", "russian military losses",
        "russian firing positions", "ukrainian military losses", "ukraine military losses",
        "ukrainian military presence", "military movements", "military infrastructure",
        "detention or occupation", "detention", "occupation", "human rights abuses",
        "mass burials", "filtration", "environmental monitoring", "other",
    )
}  # fmt: skip


def _recognise(table: Table) -> float:
    pointed = find_header(table, "lat", "latitude", "coordinates") is not None
    if pointed and has_headers(table, _EXTRACTED) == len(_EXTRACTED) and _is_extracted(table):
        return 0.9
    described = find_header(table, "description") is not None
    if described and pointed and has_headers(table, _PLACEMARKS) >= 3:
        return 0.9
    dated = find_header(table, "verifieddate", "verified_date") is not None
    return 0.9 if described and dated and has_headers(table, _EYES) >= 3 else 0.0


def _is_extracted(table: Table) -> bool:
    """Say whether the first rows name only maps that osint-geo-extractor reads."""
    named = take_column(table, "source").iloc[:50].str.strip().str.casefold()
    return bool(len(named)) and bool(named.isin(_MAPS).all())


def _read(table: Table, options: ReadOptions) -> Reading:
    columns, fields = take_merged(table, _MEANINGS)
    kept = other_columns(table, columns, _KEPT)
    links = other_columns(table, columns, {*_LINKS})
    words = [name for name in (find_header(table, word) for word in _WORDS) if name]
    extracted = has_headers(table, _EXTRACTED) == len(_EXTRACTED) and _is_extracted(table)
    fields["url"] = [find_addresses(table.cells[column]) for column in links]
    geolocated = find_addresses(take_column(table, "geolocation"))
    fields.setdefault("geolocation_url", [geolocated])
    if not links:
        fields["url"] = [find_addresses(take_column(table, "description"))]
    if extracted:
        fields["source"] = [take_column(table, "source")]
    fields["note"] = [strip_markup(table.cells[name]) for name in words]
    fields["source_codes"] = [word_codes(table, kept)]
    _add_category(table, fields)
    _split_coordinates(table, fields)
    _add_country(table, fields, ukraine=extracted or "verified" in _date_name(table))
    named = other_columns(table, (), {"coordinates", "place_desc", "source"})
    title = "osint-geo-extractor" if extracted else _title(table)
    noted = note_unused(table, {*columns, *kept, *links, *words, *named})
    reading = read_fields(noted, fields, title=title, kind=options.kind, order=options.order)
    return replace(reading, dataset="" if extracted else title)


def _date_name(table: Table) -> str:
    return (find_header(table, "verifieddate", "verified_date") or "").casefold()


def _title(table: Table) -> str:
    return "Eyes on Russia, Centre for Information Resilience" if _date_name(table) else (
        "GeoConfirmed"
    )  # fmt: skip


def _add_category(table: Table, fields: Fields) -> None:
    category = list_texts(take_column(table, *_CATEGORY))
    fields["not_strike"] = [recode(category, NO_STRIKES, "")]
    fields["kind"] = [recode(category, CATEGORIES)]
    fields["kind"][0] = fields["kind"][0].where(fields["not_strike"][0] == "", "other")


def _split_coordinates(table: Table, fields: Fields) -> None:
    """Read "[lon, lat]" as placemarks have them."""
    pair = take_column(table, "coordinates")
    parts = pair.str.extract(r"^\[?\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)").fillna("")
    for number, field in enumerate(("lon", "lat")):
        own = fields.get(field, [same_text("", pair.index)])[0]
        fields[field] = [first_filled(own, parts[number].astype("str"))]


def _add_country(table: Table, fields: Fields, *, ukraine: bool) -> None:
    parts = take_column(table, "place_desc").str.split(" - ", n=2, expand=True)
    if parts.shape[1] == 3:
        triple = parts.where(parts[2].notna(), "").fillna("").replace({"None": ""})
        for number, field in enumerate(("country", "governorate_text", "place_text")):
            own = fields.get(field, [same_text("", table.cells.index)])[0]
            fields[field] = [first_filled(own, triple[number].astype("str"))]
    elif "place_text" not in fields:
        fields["place_text"] = [take_column(table, "place_desc")]
    if ukraine:
        fields["country"] = [_in_ukraine(fields, table.cells.index)]


def _in_ukraine(fields: Fields, index: pd.Index) -> pd.Series:
    """Return the stated country, Ukraine where neither it nor a point is given."""
    blank = same_text("", index)
    stated = fields.get("country", [blank])[0]
    pointless = fields.get("lat", [blank])[0].str.strip() == ""
    return stated.mask(pointless & (stated.str.strip() == ""), "Ukraine")


GEOCONFIRMED = Format(
    name="GeoConfirmed",
    sentence="GeoConfirmed, Eyes on Russia (Centre for Information Resilience) and the GeoJSON "
    "of osint-geo-extractor: places found in footage, each link a claim.",
    recognise=_recognise,
    read=_read,
)
