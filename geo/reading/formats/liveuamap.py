"""Liveuamap: events as its pages and its interface give them, and as people scrape them.

A row is a report put on the map, of a strike or of anything else. Fields and their meaning:
Liveuamap's markers (name, time, timestamp, lat, lng, source, link, picpath) and the columns that
scrapers on GitHub write (description, source_link, timestamp_utc, img_src).

- "timestamp" counts seconds since 1970 in universal time; "time" and "date" of a scrape may say
  "2 hours ago", which is no date: the row stays, undated, and says so.
- What struck is read from a category column only. A title is not read for it: "air defence shot
  down a missile" is no strike. Icons are kept as codes; those of ICONS are no strikes.
- "source" is the address of the report, "link" that of Liveuamap's own page: a claim each.
- A page such as syria.liveuamap.com shows other countries too: it names no country.
"""

from __future__ import annotations

import html
from dataclasses import replace

import pandas as pd

from geo.reading.columnwise.rewrite import (
    find_addresses,
    first_filled,
    list_texts,
    open_records,
    rewrite,
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

__all__ = ["LIVEUAMAP"]

_OWN = {"picpath", "viasource", "resid", "otherregions", "img_share", "svimg", "status_id",
        "type_id", "color_id", "videocode", "udescription", "runway"}  # fmt: skip
_MEANINGS = {
    "id": "id", "event_id": "id",
    "lat": "lat", "latitude": "lat", "coordinates_lat": "lat",
    "lng": "lon", "lon": "lon", "longitude": "lon", "coordinates_lng": "lon",
    "location": "place_text", "city": "place_text", "place": "place_text",
    "region": "governorate_text", "country": "country",
}  # fmt: skip
_TIMES = ("timestamp_utc", "timestamp", "datetime", "date", "time")
_WORDS = ("name", "title", "data", "description", "udescription")
_REPORT = ("source_link", "source_url", "source")
_PAGES = ("link", "url", "link_url")
_LINKS = {*_REPORT, *_PAGES, "source_name", "viasource"}
_CATEGORY = ("category", "cat", "type", "event_type")
_ICON = ("picpath", "svimg", "icon")
_KEPT = {*_ICON, *_CATEGORY, "color_id", "cat_id", "type_id", "status_id", "resid"}
_PASSED = {*_TIMES, "video", "videocode", "videotype", "pics", "picture", "img_share", "img_src",
           "otherregions", "points", "runway", "resource", "strpoints", "tts"}  # fmt: skip
_RECORDS = {"coordinates"}
_PAGE = "liveuamap.com"

# Icons of what is said, not of what struck: the file's name without its colour.
_SAID = ("speech court police money vote stop map photo phone newspaper handshake humanitarian"
         " food medicine")  # fmt: skip
ICONS = {name: f"Liveuamap: icon {name}" for name in _SAID.split()}


def _recognise(table: Table) -> float:
    pointed = find_header(table, "lng", "longitude", "coordinates_lng")
    if pointed and find_header(table, "name", "title") and has_headers(table, _OWN) >= 3:
        return 0.95
    worded = find_header(table, *_WORDS) and find_header(table, *_TIMES)
    return 0.9 if worded and _links_to_liveuamap(table) else 0.0


def _links_to_liveuamap(table: Table) -> bool:
    """Say whether most of the first rows have an address or a picture of Liveuamap's."""
    columns = other_columns(table, (), {*_LINKS, "img_src", "img_share", "picpath"})
    cells = [table.cells[column].iloc[:50] for column in columns]
    return any(len(cell) and cell.str.contains(_PAGE, regex=False).mean() > 0.5 for cell in cells)


def _read(given: Table, options: ReadOptions) -> Reading:
    table = replace(given, cells=open_records(given.cells, _RECORDS))
    columns, fields = take_merged(table, _MEANINGS)
    kept = other_columns(table, columns, _KEPT)
    links = other_columns(table, columns, {*_LINKS})
    words = [name for name in (find_header(table, word) for word in _WORDS) if name]
    _add_sources(table, fields)
    fields["note"] = [rewrite(strip_markup(table.cells[name]), html.unescape) for name in words]
    fields["date"] = [_take_times(table)]
    fields["source_codes"] = [word_codes(table, kept)]
    _add_kind(table, fields)
    used = {*columns, *_RECORDS, *kept, *links, *words, *other_columns(table, (), _PASSED)}
    return read_fields(note_unused(given, used), fields,
                       title="Liveuamap events", kind=options.kind,
                       order=options.order)  # fmt: skip


def _add_sources(table: Table, fields: Fields) -> None:
    """Give each address the name of who says so there: the report's, and Liveuamap's own page."""
    report = find_addresses(take_column(table, *_REPORT))
    page = find_addresses(take_column(table, *_PAGES))
    who = list_texts(take_column(table, "source_name", "viasource"))
    both = (report != "") & (page != "")
    named = (who + ";Liveuamap").where(who != "", "").where(both, who)
    fields["source"] = [named.mask((report == "") & (page != ""), "Liveuamap")]
    fields["url"] = [report, page]


def _take_times(table: Table) -> pd.Series:
    """Return the sharpest time of each row, seconds since 1970 as a time in universal time."""
    taken = first_filled(same_text("", table.cells.index),
                         *(take_column(table, name) for name in _TIMES))  # fmt: skip
    seconds = pd.to_numeric(taken.where(taken.str.fullmatch(r"\d{9,10}(?:\.0+)?"), None))
    stamps = pd.to_datetime(seconds, unit="s").dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    return stamps.fillna(taken).astype("str")


def _add_kind(table: Table, fields: Fields) -> None:
    category = take_column(table, *_CATEGORY)
    named = category.where(~category.str.fullmatch(r"[\d.]*"), "")
    icon = first_filled(take_column(table, "svimg"), take_column(table, "picpath", "icon"))
    name = icon.str.extract(r"([a-z]+)(?:[-_][^/]*)?(?:\.\w+)?$", expand=False).fillna("")
    fields["kind"] = [named]
    fields["not_strike"] = [recode(name.astype("str"), ICONS, "")]


LIVEUAMAP = Format(
    name="Liveuamap",
    sentence="Liveuamap: events of its map as its interface or a scrape gives them; a row is a "
    "report, of a strike or of anything else.",
    recognise=_recognise,
    read=_read,
    publisher="Liveuamap",
)
