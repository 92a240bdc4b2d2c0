"""TimeMap: the events that a TimeMap publishes, such as Bellingcat's of civilian harm in Ukraine.

A row is an incident. Fields and their meaning: TimeMap's event format (Forensic Architecture) and
Bellingcat's export_events.json.

- Days are written month first, in every TimeMap; "00:00" is no time.
- Sources are records with an address, or ids that a second file (export_sources.json) explains:
  each is a claim, under its id where nothing else is known.
- Filters and associations are pairs: "type=airstrike", "Weapon System=Cruise missile", "Type of
  area affected=Residential". WEAPONS and AREAS say what they mean; others stay as they are in the
  codes. Associations such as "asc12" are names that each TimeMap gives for itself: kept as codes.
- Nothing says how sharp a point is, and no column names the country: none is supposed.
"""

from __future__ import annotations

import pandas as pd

from geo.reading.columnwise.media import MEDIA_NAMES
from geo.reading.columnwise.rewrite import (
    find_addresses,
    first_filled,
    label_texts,
    list_sources,
    list_texts,
    pick_values,
    record_texts,
    same_text,
    strip_markup,
)
from geo.reading.fields import Fields, read_fields, recode
from geo.reading.headers import find_header, has_headers, note_unused, take_column, take_merged
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["TIMEMAP"]

_MEANINGS = {
    "id": "id", "civid": "id", "incident_id": "id",
    "date": "date_mdy", "time": "time_local",
    "location": "place_text", "place_desc": "place_text",
    "latitude": "lat", "lat": "lat", "longitude": "lon", "lon": "lon", "lng": "lon",
    "country": "country", "title": "title",
    "description": "note", "comments": "note",
    **MEDIA_NAMES,
}  # fmt: skip
_NEEDED = {"date", "description", "latitude", "longitude", "sources"}
_OWN = {"graphic", "associations", "filters", "violence_level", "civid", "category",
        "time_precision", "location_precision"}  # fmt: skip
_PAIRS = ("filters", "associations")
_HIDDEN = "srcHidden"  # Bellingcat withholds the source: nobody is named
_PASSED = {"graphic", "colour", "category_full", "shape", "narratives"}

WEAPONS = {
    "air strike": "airstrike", "airstrike": "airstrike", "air": "airstrike", "bomb": "airstrike",
    "he rocket artillery": "shelling", "rocket artillery": "shelling", "artillery": "shelling",
    "mortar": "shelling", "tank": "shelling",
    "cruise missile": "missile", "ballistic missile": "missile", "missile": "missile",
    "drone": "drone", "uav": "drone", "loitering munition": "drone",
    "vehicle mounted weapon": "ground", "small arms": "ground", "landmine": "ied", "mine": "ied",
    "cluster munitions": "other", "incendiary munitions": "other",
    "thermobaric munition": "other", "undefined": "other", "unknown": "other",
}  # fmt: skip
AREAS = {
    "residential": "residential", "industrial": "infrastructure", "administrative": "other",
    "healthcare": "medical", "school or childcare": "school", "military": "military",
    "commercial": "market", "religious": "religious", "cultural": "other",
    "roads/highways/transport": "infrastructure", "roads/highways": "infrastructure",
    "humanitarian": "other", "food/food infrastructure": "infrastructure",
    "undefined": "unknown", "unknown": "unknown",
}  # fmt: skip
_WEAPON_KEYS = ("weapon system", "weapon", "type")
_AREA_KEYS = ("type of area affected", "target")


def _recognise(table: Table) -> float:
    known = has_headers(table, _NEEDED) == len(_NEEDED) and has_headers(table, _OWN) >= 1
    return 0.9 if known else 0.0


def _read(table: Table, options: ReadOptions) -> Reading:
    columns, fields = take_merged(table, _MEANINGS)
    sources = take_column(table, "sources")
    addresses = find_addresses(sources)
    fields["url"] = [addresses]
    named = list_sources(sources).where(addresses == "", "")
    fields["source"] = [named.where(named != _HIDDEN, "")]
    fields.setdefault("title", [record_texts(sources, "description")])
    fields["note"] = [strip_markup(column) for column in fields["note"]]
    pairs = {name: take_column(table, name) for name in _PAIRS}
    hidden = named.where(named == _HIDDEN, "")
    fields["source_codes"] = [
        label_texts({name: _flatten(text) for name, text in pairs.items()} | {"sources": hidden})
    ]
    _add_pairs(fields, list(pairs.values()))
    passed = [find_header(table, name) for name in ("sources", *_PAIRS, *_PASSED)]
    used = {*columns, *(name for name in passed if name)}
    return read_fields(
        note_unused(table, used),
        fields,
        title="TimeMap events",
        kind=options.kind,
        order=options.order,
    )


def _flatten(texts: pd.Series) -> pd.Series:
    """Return pairs as "key=value" in a row, however they are written."""
    keys = r'\{"key":\s*"([^"]*)",\s*"value":\s*"([^"]*)"\}'
    plain = texts.str.replace(keys, r'"\1=\2"', regex=True)
    return list_texts(plain).str.replace(";", ", ", regex=False)


def _add_pairs(fields: Fields, pairs: list[pd.Series]) -> None:
    weapon = _pick_first(pairs, _WEAPON_KEYS)
    area = _pick_first(pairs, _AREA_KEYS)
    fields["kind"] = [recode(weapon, WEAPONS)]
    fields["munition"] = [weapon.where(recode(weapon, WEAPONS, "") == "other", "")]
    fields["target_kind"] = [recode(area, AREAS, "other")]
    fields["target"] = [area]


def _pick_first(pairs: list[pd.Series], keys: tuple[str, ...]) -> pd.Series:
    found = [pick_values(column, key) for key in keys for column in pairs]
    return first_filled(same_text("", pairs[0].index), *found)


TIMEMAP = Format(
    name="TimeMap",
    sentence="TimeMap: the events of a TimeMap (export_events.json), such as Bellingcat's of "
    "civilian harm in Ukraine.",
    recognise=_recognise,
    read=_read,
)
