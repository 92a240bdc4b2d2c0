"""GDELT events 1.0 (57 columns, 58 with addresses) and 2.0 (61), with and without their names.

Code books: GDELT Event Codebook 1.03 (2013) and 2.0 (2015), CAMEO Event Codebook 1.1b3; column
names as the publisher's list of headers and BigQuery have them.

A row is what a machine found in news reports: no report was read by a person, one strike makes
many rows and many rows are wrong. So every reading says. EventCode is a CAMEO code: aerial
weapons, artillery, bombings and other force of roots 18 to 20 are strikes, all else is none.
Actors are machine-coded too and stand in the note. NumMentions, NumSources and NumArticles count
reports and are no toll; GDELT has none.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from geo.reading.columnwise.distinct import find_distinct, take_texts
from geo.reading.columnwise.rewrite import label_texts
from geo.reading.fields import Fields, read_fields, recode, take_fields, word_codes
from geo.reading.headers import (
    choose_headers,
    find_header,
    first_cells,
    fold_header,
    name_columns,
    take_column,
    without_nulls,
)
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["FIPS", "GDELT", "GEO_TYPES", "KINDS_OF_CAMEO"]

_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
          "Religion2Code", "Type1Code", "Type2Code", "Type3Code")  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_SIDES = ("Actor1", "Actor2")
NAMES = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(side + part for side in _SIDES for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{whose}Geo_{part}" for whose in (*_SIDES, "Action") for part in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
_OF_1 = tuple(name for name in NAMES if not name.endswith("ADM2Code"))
_LAYOUTS = {61: NAMES, 58: _OF_1, 57: _OF_1[:-1]}  # by the number of columns

# CAMEO codes that are strikes, the longest that begins a code decides: 183 bombings that are not
# military, 190 conventional force, 192 occupation, 193 small arms, 194 artillery and tanks, 195
# aerial weapons (1952 by remotely piloted craft), 196 a breach of a ceasefire, 200, 202 and 204
# mass violence, killings and weapons of mass destruction.
KINDS_OF_CAMEO = {
    "183": "ied", "190": "other", "192": "ground", "193": "ground", "194": "shelling",
    "195": "airstrike", "1952": "drone", "196": "other", "200": "other", "202": "other",
    "204": "other",
}  # fmt: skip
# What the roots 01 to 20 are called.
_ROOTS = (
    "make a statement", "appeal", "express intent to cooperate", "consult",
    "cooperate in diplomacy", "cooperate materially", "provide aid", "yield", "investigate",
    "demand", "disapprove", "reject", "threaten", "protest", "show military posture",
    "reduce relations", "coerce", "assault", "fight", "mass violence",
)  # fmt: skip
# ActionGeo_Type: 1 a country, 2 a state of the USA, 3 a town of the USA, 4 a town elsewhere, 5 a
# first-order division elsewhere. The point of an area is its middle.
GEO_TYPES = {"1": "country", "2": "governorate", "3": "settlement", "4": "settlement",
             "5": "governorate"}  # fmt: skip
_RADIUS_KM = "10"  # by hand: a town found by a machine may be the next one that a report names
# FIPS 10-4, for rows whose place has no name that ends in its country.
FIPS = {
    "SY": "Syria", "IZ": "Iraq", "YM": "Yemen", "LE": "Lebanon", "TU": "Turkey", "UP": "Ukraine",
    "SU": "Sudan", "OD": "South Sudan", "IS": "Israel", "GZ": "Gaza Strip", "WE": "West Bank",
    "JO": "Jordan", "SA": "Saudi Arabia", "IR": "Iran", "EG": "Egypt", "LY": "Libya",
    "AF": "Afghanistan", "PK": "Pakistan", "RS": "Russia", "US": "United States", "SO": "Somalia",
    "ET": "Ethiopia", "AM": "Armenia", "AJ": "Azerbaijan", "ML": "Mali", "BM": "Burma",
    "CY": "Cyprus", "KU": "Kuwait",
}  # fmt: skip

_MEANINGS = {
    "globaleventid": "id", "sqldate": "date", "day": "date", "actiongeo_lat": "lat",
    "actiongeo_long": "lon", "sourceurl": "url",
}  # fmt: skip
_CODES = ("eventcode", "quadclass", "goldsteinscale", "nummentions", "numsources", "numarticles",
          "actiongeo_type", "actiongeo_adm1code", "actiongeo_featureid", "dateadded")  # fmt: skip
_SAID = (
    "GDELT's rows are made by machine from news reports: each is a mention of an event, not a "
    "strike that somebody has checked; one strike may stand in many rows"
)


def _recognise(table: Table) -> float:
    names = {fold_header(name) for name in table.cells.columns}
    if {"eventcode", "actiongeo_type"} <= names and {"globaleventid", "sqldate", "day"} & names:
        return 0.95
    return 0.95 * _lacks_header(table)


def _read(table: Table, options: ReadOptions) -> Reading:
    named = table = without_nulls(table)
    if _lacks_header(table):
        named = name_columns(table, _LAYOUTS[len(table.cells.columns)], "GDELT's")
    fields = take_fields(named, choose_headers(named, _MEANINGS))
    fields |= _read_events(named) | _read_place(named)
    fields["note"] = [_say_actors(named)]
    codes = [found for name in _CODES if (found := find_header(named, name))]
    fields["source_codes"] = [word_codes(named, codes)]
    said = replace(named, notes=(*named.notes, _SAID))
    second = find_header(named, "actiongeo_adm2code")
    return read_fields(
        said, fields, title=f"GDELT {2 if second else 1}.0", kind=options.kind, order=options.order
    )


def _lacks_header(table: Table) -> bool:
    """Say whether a table has the number of GDELT's columns and rows of data for names."""
    width = len(table.cells.columns)
    if width not in _LAYOUTS:
        return False
    first = first_cells(table)
    at = _LAYOUTS[width].index("ActionGeo_Type")
    return (
        bool(re.fullmatch(r"\d+", first[0]))
        and bool(re.fullmatch(r"(?:19|20)\d{6}", first[1]))
        and bool(re.fullmatch(r"[0-5]?", first[at]))
    )


def _read_events(table: Table) -> Fields:
    distinct = find_distinct([take_column(table, "eventcode")])
    read = distinct.read(_read_code)
    kind, reason = (
        take_texts([one[at] for one in read], distinct.codes, table.cells.index) for at in range(2)
    )
    return {"kind": [kind], "not_strike": [reason]}


def _read_code(text: str) -> tuple[str, str]:
    """Return what struck, and why the event is no strike."""
    code = _whole_code(text.strip().removesuffix(".0"))
    kind = next((KINDS_OF_CAMEO[code[:n]] for n in (4, 3) if code[:n] in KINDS_OF_CAMEO), None)
    if kind:
        return kind, ""
    root = int(code[:2]) if code[:2].isdecimal() else 0
    meaning = f" ({_ROOTS[root - 1]})" if 1 <= root <= len(_ROOTS) else ""
    return "other", f"CAMEO {code}{meaning}" if code else "no CAMEO code"


def _whole_code(code: str) -> str:
    """Return a code with the zero that spreadsheets take from its front."""
    short = len(code) == 2 or (len(code) == 3 and code.isdecimal() and int(code[:2]) > len(_ROOTS))
    return f"0{code}" if short else code


def _read_place(table: Table) -> Fields:
    columns = [take_column(table, f"actiongeo_{part}") for part in ("type", "fullname",
                                                                    "countrycode")]  # fmt: skip
    distinct = find_distinct(columns)
    read = distinct.read(_split_place)
    place, area, country = (
        take_texts([one[at] for one in read], distinct.codes, table.cells.index) for at in range(3)
    )
    precision = recode(columns[0], GEO_TYPES, otherwise="unknown")
    return {
        "place_text": [place],
        "governorate_text": [area],
        "country": [country],
        "precision": [precision.where(columns[0].str.strip() != "", "unknown")],
        "uncertainty_km": [recode(precision, {"settlement": _RADIUS_KM}, otherwise="")],
    }


def _split_place(kind: str, full: str, code: str) -> tuple[str, str, str]:
    """Return place, first-order division and country of "Town, Province, Country"."""
    parts = [part.strip() for part in full.split(",") if part.strip()]
    sharp = GEO_TYPES.get(kind.strip().removesuffix(".0"), "")
    country = parts[-1] if parts else FIPS.get(code.strip(), code.strip())
    inner = parts[:-1]
    if sharp == "settlement":
        return inner[0] if inner else "", inner[-1] if len(inner) > 1 else "", country
    return "", inner[0] if inner and sharp == "governorate" else "", country


def _say_actors(table: Table) -> pd.Series:
    actors = {f"actor {side} by machine": take_column(table, f"actor{side}name") for side in "12"}
    return label_texts({**actors, "place": take_column(table, "actiongeo_fullname")})


GDELT = Format(
    name="GDELT",
    sentence="GDELT events 1.0 and 2.0, with or without column names: mentions of events that a "
    "machine found in news, strikes by their CAMEO code.",
    recognise=_recognise,
    read=_read,
    publisher="The GDELT Project",
)
