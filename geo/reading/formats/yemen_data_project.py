"""Yemen Data Project: air raids (and, in later tables, missiles and drones) of the war in Yemen.

A row is an incident at one target, of a least and a most number of air raids. Columns and their
meaning: the project's tables and its notes on them (yemendataproject.org).

- "Civilian Casualties" are killed and injured civilians together, "Fatalities" and "Injured" the
  two apart: civilians_killed and injured. Where both are given the sum stands in the codes, else
  it is the casualties. Fighters are not counted: killed stays open.
- Days come before months. The hour is local ("Confirmed Time" 2 is 02:00), "unkn" is not known:
  then "Time of Day" says what is known.
- Governorate and District are areas, Area a place in the district; "The City" is no name.
- Country: the project covers Yemen only, so every row is in Yemen though no column says so.
- What was hit: MAIN_CATEGORIES, and SUB_CATEGORIES where they say more.
"""

from __future__ import annotations

import pandas as pd

from geo.reading.columnwise.rewrite import first_filled, label_columns, rewrite, same_text
from geo.reading.fields import Fields, read_fields, recode, take_fields, word_codes
from geo.reading.headers import (
    choose_headers,
    find_header,
    has_headers,
    note_unused,
    other_columns,
    take_column,
    without_nulls,
)
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["YEMEN_DATA_PROJECT"]

_RAIDS = ("min_air_raids", "min_projectiles", "min_number_of_raids", "min_raids")
_MEANINGS = {
    "incident_id": "id",
    "date": "date_dmy",
    "governorate": "governorate_text", "district": "adm2_text", "area": "place_text",
    "latitude": "lat", "longitude": "lon",
    "target": "target",
    "min_air_raids": "strikes_min", "min_projectiles": "strikes_min",
    "min_number_of_raids": "strikes_min", "min_raids": "strikes_min",
    "max_air_raids": "strikes_max", "max_projectiles": "strikes_max",
    "max_number_of_raids": "strikes_max", "max_raids": "strikes_max",
    "fatalities": "civilians_killed", "civilian_fatalities": "civilians_killed",
    "injured": "injured", "civilian_injured": "injured",
    "actor": "actor", "actor_1_country": "actor", "actor_country": "actor",
}  # fmt: skip
_OWN = {"main_category", "sub_category", "governorate", *_RAIDS, "max_air_raids",
        "max_projectiles", "civilian_casualties", "time_of_day", "confirmed_time"}  # fmt: skip
_SUM = ("civilian_casualties",)
_WEAPON = ("weapon_type", "weapon", "type_of_weapon")
_KEPT = {*_SUM, *_WEAPON, "main_category", "sub_category", "confirmed_time", "time_of_day"}
_TOLD = {"woman_fatalities", "women_fatalities", "child_fatalities", "woman_injured",
         "women_injured", "child_injured"}  # fmt: skip

_SAID = "Yemen Data Project covers Yemen only: every row is taken to be there"

MAIN_CATEGORIES = {
    "military_security_target": "military", "military or security targets": "military",
    "military": "military", "infrastructure": "infrastructure",
    "economic_infrastructure": "infrastructure", "educational_facility": "school",
    "medical_facility": "medical", "religious_cultural": "religious",
    "cultural_heritage": "other", "civilian": "other", "political_tribal": "other",
    "agriculture": "other", "food": "other", "unknown": "unknown",
}  # fmt: skip
SUB_CATEGORIES = {
    "residential area": "residential", "residential areas": "residential",
    "market place": "market", "market": "market", "school": "school", "university": "school",
    "hospital": "medical", "clinic": "medical", "mosque": "religious", "idp camp": "camp",
    "refugee camp": "camp", "vehicle": "vehicle", "civilian vehicle": "vehicle",
    "civilian vehicles": "vehicle",
}  # fmt: skip
WEAPONS = {
    "air raid": "airstrike", "airstrike": "airstrike", "air strike": "airstrike",
    "drone": "drone", "uav": "drone", "missile": "missile", "ballistic missile": "missile",
    "cruise missile": "missile", "missile/drone": "missile",
}  # fmt: skip


def _recognise(table: Table) -> float:
    raids = find_header(table, *_RAIDS) is not None
    return 0.95 if raids and has_headers(table, _OWN) >= 4 else 0.0


def _read(table: Table, options: ReadOptions) -> Reading:
    table = without_nulls(table)
    columns = choose_headers(table, _MEANINGS)
    fields = take_fields(table, columns)
    kept, told = other_columns(table, columns, _KEPT), other_columns(table, columns, _TOLD)
    fields["source_codes"] = [word_codes(table, kept)]
    fields["note"] = [label_columns(table.cells.replace({"0": ""}), told)]
    fields["country"] = [same_text("Yemen", table.cells.index)]
    fields["time_local"] = [_read_hours(table)]
    main, sub = take_column(table, "main_category"), take_column(table, "sub_category")
    fields["target_kind"] = [
        first_filled(recode(sub, SUB_CATEGORIES, ""), recode(main, MAIN_CATEGORIES))
    ]
    _add_kind(table, fields)
    _add_casualties(table, fields)
    return read_fields(note_unused(table, {*columns, *kept, *told}, _SAID), fields,
                       title="Yemen Data Project", kind=options.kind,
                       order=options.order)  # fmt: skip


def _read_hours(table: Table) -> pd.Series:
    """Return the hour as HH:MM, the words for the time of day where the hour is not known."""
    hour = rewrite(take_column(table, "confirmed_time"), _hour)
    return first_filled(hour, take_column(table, "time_of_day"))


def _hour(text: str) -> str:
    plain = text.strip().removesuffix(".0")
    if plain.isascii() and plain.isdigit() and int(plain) < 24:
        return f"{int(plain):02}:00"
    return "" if plain.casefold() in {"unkn", "unknown", "-", "24"} else plain


def _add_kind(table: Table, fields: Fields) -> None:
    raids = find_header(table, "min_air_raids", "min_number_of_raids", "min_raids")
    weapons = take_column(table, *_WEAPON)
    usual = same_text("airstrike" if raids else "", table.cells.index)
    fields["kind"] = [first_filled(recode(weapons, WEAPONS, ""), usual), weapons]
    if (weapons != "").any():
        fields["weapon"] = [weapons]


def _add_casualties(table: Table, fields: Fields) -> None:
    """Take killed and injured together as the toll of the rows that do not give both apart."""
    both = take_column(table, *_SUM)
    apart = [fields[name][0].str.strip() != "" for name in ("civilians_killed", "injured")
             if name in fields]  # fmt: skip
    given = apart[0] & apart[1] if len(apart) == 2 else same_text("", both.index) != ""
    fields["casualties"] = [both.mask(given, "")]


YEMEN_DATA_PROJECT = Format(
    name="Yemen Data Project",
    sentence="Yemen Data Project: air raids in Yemen, least and most to a row, with what was hit "
    "and civilians killed and injured.",
    recognise=_recognise,
    read=_read,
    publisher="Yemen Data Project",
)
