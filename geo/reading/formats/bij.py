"""The Bureau of Investigative Journalism: its workbooks of US strikes, and tables made of them.

They cover Pakistan, Yemen, Somalia and Afghanistan. A row is an action of one or several strikes,
all of them by the United States as the Bureau reads its sources. Column names and values: the
workbooks themselves, as copies of them in public repositories have them.

- Tolls come as least and most: of all people, of civilians among them, of children among those,
  of injured. Children stand in the note.
- Days come before months ("17/06/2004"), but in "Date (MM-DD-YYYY)" of the sheet of all countries.
- "Confirmed" and 1: the United States or named officials say so: attribution confirmed;
  "Possible" and 0: alleged. Pakistan's sheet has no such column: alleged.
- Location is the place, Province or Area the area above it. Nothing says how sharp a location is.
- Country: its column; else the letters of the ids (COUNTRIES), else the file's name. Pakistan's
  sheet is called one of drone strikes and says no kind: drone.
"""

from __future__ import annotations

import re

import pandas as pd

from geo.reading.columnwise.rewrite import (
    find_addresses,
    join_texts,
    label_columns,
    label_texts,
    same_text,
)
from geo.reading.dates import Order
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

__all__ = ["BIJ"]

_KILLED = ("minimum_total_people_killed", "minimum_people_killed", "min_ppl_killed")
_CIVILIANS = ("minimum_civilians_reported_killed", "min_civil_killed")
_MEANINGS = {
    "strike_id": "id",
    "date": "date", "date_dd_mm_yyyy": "date_dmy", "date_mm_dd_yyyy": "date_mdy",
    "time": "time_local",
    "most_specific_location": "place_text", "location": "place_text",
    "province": "governorate_text", "area": "governorate_text", "region": "governorate_text",
    "country": "country",
    "latitude": "lat", "lat": "lat", "longitude": "lon", "lon": "lon",
    "minimum_number_of_strikes": "strikes_min", "minimum_strikes": "strikes_min",
    "min_strikes": "strikes_min",
    "maximum_number_of_strikes": "strikes_max", "maximum_strikes": "strikes_max",
    "max_strikes": "strikes_max",
    "minimum_total_people_killed": "killed_min", "minimum_people_killed": "killed_min",
    "min_ppl_killed": "killed_min",
    "maximum_total_people_killed": "killed_max", "maximum_people_killed": "killed_max",
    "max_ppl_killed": "killed_max",
    "minimum_civilians_reported_killed": "civilians_killed_min",
    "min_civil_killed": "civilians_killed_min",
    "maximum_civilians_reported_killed": "civilians_killed_max",
    "max_civil_killed": "civilians_killed_max",
    "minimum_people_injured": "injured_min", "minimum_reported_injured": "injured_min",
    "min_injured": "injured_min",
    "maximum_people_injured": "injured_max", "maximum_reported_injured": "injured_max",
    "max_injured": "injured_max",
    "target": "target",
}  # fmt: skip
_TYPE = ("type_of_attack", "strike_type")
_CONFIRMED = ("confirmed_possible_us_attack", "confirmed_possible", "us_confirmed",
              "us_confirmed_or_possible")  # fmt: skip
_LINK = ("strike_link", "link", "url", "sources")
_FLAGS = ("drone_strike", "air_strike")
_CHILDREN = {"minimum_children_reported_killed", "maximum_children_reported_killed",
             "min_child_killed", "max_child_killed"}  # fmt: skip
_KEPT = {*_CONFIRMED, *_FLAGS, "president", "bureau_id", "index", "reference",
         "ratio_of_civilians_to_total_killed"}  # fmt: skip

# What may have been either is from the air at any rate.
ATTACKS = {
    "drone strike": "drone", "drone": "drone", "us drone strike": "drone",
    "airstrike": "airstrike", "air strike": "airstrike", "us airstrike": "airstrike",
    "airstrike or drone strike": "airstrike", "air or drone strike": "airstrike",
    "us air or drone strike": "airstrike", "drone or airstrike": "airstrike",
    "us airstrike or drone strike": "airstrike", "air strike and drone strike": "airstrike",
    "cruise missile strike": "missile", "cruise missile": "missile", "missile strike": "missile",
    "ground operation": "ground", "ground raid": "ground", "special forces raid": "ground",
    "naval bombardment": "shelling", "naval strike": "shelling",
}  # fmt: skip
STANDINGS = {
    "confirmed": "confirmed", "confirmed us attack": "confirmed", "1": "confirmed",
    "yes": "confirmed", "true": "confirmed",
    "possible": "alleged", "possible us attack": "alleged", "0": "alleged", "no": "alleged",
    "false": "alleged",
}  # fmt: skip
# First letters of the ids: Pakistan's name the president of the time.
COUNTRIES = {
    "yem": "Yemen", "som": "Somalia", "afg": "Afghanistan", "b": "Pakistan", "ob": "Pakistan",
    "pak": "Pakistan",
}  # fmt: skip
_YES = {"1", "true", "yes", "x"}


def _recognise(table: Table) -> float:
    known = find_header(table, *_KILLED) and find_header(table, *_CIVILIANS)
    return 0.95 if known and has_headers(table, _MEANINGS) >= 6 else 0.0


def _read(table: Table, options: ReadOptions) -> Reading:
    table = without_nulls(table)
    columns = choose_headers(table, _MEANINGS)
    fields = take_fields(table, columns)
    kept, children = other_columns(table, columns, _KEPT), other_columns(table, columns, _CHILDREN)
    links = take_column(table, *_LINK)
    fields["url"] = [find_addresses(links)]
    references = label_texts({"strike link": links.where(fields["url"][0] == "", "")})
    fields["note"] = [label_columns(table.cells, children)]
    fields["source_codes"] = [join_texts([word_codes(table, kept), references]).fillna("")]
    fields["actor"] = [same_text("United States", table.cells.index)]
    fields["attribution"] = [recode(take_column(table, *_CONFIRMED), STANDINGS, "alleged")]
    _add_country(table, fields)
    _add_kind(table, fields)
    used = {*columns, *kept, *children, *other_columns(table, (), {*_TYPE, *_LINK})}
    order: Order | None = None if "date_mdy" in fields else "day first"
    return read_fields(note_unused(table, used), fields, title="Bureau of Investigative "
                       "Journalism, US strikes", kind=options.kind,
                       order=options.order or order)  # fmt: skip


def _add_country(table: Table, fields: Fields) -> None:
    if "country" in fields:
        return
    named = re.search(r"pakistan|yemen|somalia|afghanistan", table.name.casefold())
    country = same_text(named[0].capitalize() if named else "", table.cells.index)
    if "id" in fields:
        letters = fields["id"][0].str.strip().str.extract(r"^([A-Za-z]+)\d+\w?$", expand=False)
        by_id = recode(letters.fillna(""), COUNTRIES, "")
        country = by_id.where(by_id != "", country)
    fields["country"] = [country]


def _add_kind(table: Table, fields: Fields) -> None:
    kinds = take_column(table, *_TYPE)
    read = recode(kinds, ATTACKS, "")
    for flag, kind in zip(_FLAGS, ("drone", "airstrike"), strict=True):
        said = take_column(table, flag).str.strip().str.casefold().isin(_YES)
        read = read.mask(said & (read == "") & (kinds.str.strip() == ""), kind)
    if find_header(table, *_TYPE, *_FLAGS) is None:
        read = pd.Series("drone", index=read.index, dtype="str").where(
            fields["country"][0] == "Pakistan", ""
        )
    fields["kind"] = [read, kinds]


BIJ = Format(
    name="Bureau of Investigative Journalism",
    sentence="The Bureau of Investigative Journalism: its sheets of US strikes in Pakistan, "
    "Yemen, Somalia and Afghanistan, with least and most strikes, killed and injured.",
    recognise=_recognise,
    read=_read,
    publisher="Bureau of Investigative Journalism",
)
