"""ACLED: the Armed Conflict Location & Event Data Project's events, export, API and shapefiles.

Versions by their columns: to version 7 (2014-2016: GWNO, ALLY_ACTOR_1, upper case, GEO_PRECIS or
GEO_PRECISION), 2017 to 2022 (data_id, iso, assoc_actor_1, sub_event_type), 2023 and later
(disorder_type, civilian_targeting). Code books: ACLED Codebook 2015 (version 5), 2017 (version 8),
2019, 2023; the types of event are those of the tables below.

A strike map counts remote violence: its sub-event says what struck. Battles are ground fighting
and kept as such. Violence against civilians without a remote weapon, riots, protests and
strategic developments are no strikes: kind "other", with the reason. To version 7 remote violence
has no sub-event: kind "other". Actors 1 and 2 of battles have no order, so both stand in the note;
of remote violence and violence against civilians actor 1 is who did it. `fatalities` is 0 also
where no source gives a toll: 0 is kept, and the reading says so. Dates of figures alone are day
before month, unless the file itself shows otherwise.

Its counts (weekly by region, monthly by district; also as HDX has them) name no events: a row
stands for as many as `events` says, a week runs from Saturday to Friday, and the middle of a
region is no place.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pandas as pd

from geo.reading.columnwise.distinct import find_distinct, take_texts
from geo.reading.columnwise.parts import join_parts
from geo.reading.columnwise.rewrite import label_texts, rewrite
from geo.reading.dates import DateError, Order, find_order, read_span
from geo.reading.fields import Fields, read_fields, recode, take_fields, word_codes
from geo.reading.headers import (
    choose_headers,
    find_header,
    has_headers,
    note_unused,
    take_column,
    with_cut,
    without_nulls,
)
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["ACLED", "EVENTS", "GEO_PRECISION", "SUB_EVENTS", "TIME_PRECISION"]

# {event type: what struck, None for what is no strike}; the first lines are of today, those from
# "remote violence" on to 2018, the last of HDX.
EVENTS: dict[str, str | None] = {
    "explosions/remote violence": "other", "battles": "ground",
    "violence against civilians": None, "riots": None, "protests": None,
    "strategic developments": None,
    "remote violence": "other", "battle-no change of territory": "ground",
    "battle-government regains territory": "ground",
    "battle-non-state actor overtakes territory": "ground", "riots/protests": None,
    "headquarters or base established": None, "non-violent transfer of territory": None,
    "strategic development": None, "non-violent activity by a conflict actor": None,
    "political_violence": "other", "civilian_targeting": "other", "demonstration": None,
}  # fmt: skip
# {sub-event type: what struck, None for what is no strike}, all of 2019 and later.
SUB_EVENTS: dict[str, str | None] = {
    "air/drone strike": "airstrike", "shelling/artillery/missile attack": "shelling",
    "remote explosive/landmine/ied": "ied", "suicide bomb": "ied", "grenade": "other",
    "chemical weapon": "other",
    "armed clash": "ground", "government regains territory": "ground",
    "non-state actor overtakes territory": "ground",
    "attack": None, "sexual violence": None, "abduction/forced disappearance": None,
    "violent demonstration": None, "mob violence": None,
    "peaceful protest": None, "protest with intervention": None,
    "excessive force against protesters": None,
    "agreement": None, "arrests": None, "change to group/activity": None,
    "disrupted weapons use": None, "headquarters or base established": None,
    "looting/property destruction": None, "non-violent transfer of territory": None,
    "other": None,
}  # fmt: skip
_MUNITIONS = {"chemical weapon": "chemical weapon", "grenade": "grenade"}
# Events whose actor 1 is the one who did it.
_ONE_WAY = {"explosions/remote violence", "remote violence", "violence against civilians"}
# geo_precision: 1 the named town; 2 a part of a region, whose nearest town stands for it; 3 a
# larger region, whose capital or a natural feature stands for it.
GEO_PRECISION = {"1": "settlement", "2": "near", "3": "governorate"}
_RADIUS_KM = {"2": "25"}  # by hand: the code book gives none; as UCDP's code for "near"
# time_precision: 1 the day; 2 within the week around it; 3 within the month.
TIME_PRECISION = {"1": "day", "2": "week", "3": "month"}

_MEANINGS = {
    "event_id_cnty": "id", "data_id": "id", "event_id_no_cnty": "id", "event_date": "date",
    "location": "place_text", "admin1": "governorate_text", "admin2": "adm2_text",
    "admin3": "adm3_text", "country": "country", "latitude": "lat", "longitude": "lon",
    "fatalities": "killed", "source": "source",
}  # fmt: skip
_CODES = ("disorder_type", "event_type", "sub_event_type", "inter1", "inter2", "interaction",
          "time_precision", "geo_precision", "source_scale", "iso", "gwno")  # fmt: skip
_OWN = ("event_id_cnty", "event_id_no_cnty", "event_type", "sub_event_type", "disorder_type",
        "actor1", "actor2", "inter1", "inter2", "interaction", "admin1", "geo_precision",
        "time_precision", "source_scale", "fatalities", "civilian_targeting")  # fmt: skip
_ENOUGH = 6
_NOBODY = re.compile(r"unidentified|unknown", re.IGNORECASE)
_VERSION = re.compile(r"acled.*?version[ _-]?(\d)(?!\d)", re.IGNORECASE)
_UNCLEAR = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_SAID = "ACLED gives 0 killed also where no source gives a toll"


_COUNTED = {
    "week": "date", "reference_period_start": "date", "reference_period_end": "date_end",
    "month": "month", "year": "year", "country": "country", "iso3": "country",
    "location_code": "country", "admin1": "governorate_text", "admin1_name": "governorate_text",
    "provider_admin1_name": "governorate_text", "admin2": "adm2_text", "admin2_name": "adm2_text",
    "provider_admin2_name": "adm2_text", "admin2_pcode": "pcode", "admin2_code": "pcode",
    "admin1_pcode": "pcode", "admin1_code": "pcode", "events": "strikes", "fatalities": "killed",
}  # fmt: skip
_PERIODS = ("week", "month", "reference_period_start")
_CENTRES = ("centroid_latitude", "centroid_longitude")
_COUNTS = "a row is a count of events of a period and an area, and stands for as many"


def _recognise(table: Table) -> float:
    return max(_recognise_events(table), _recognise_counts(table))


def _recognise_counts(table: Table) -> float:
    if has_headers(table, ["events", "fatalities"]) < 2 or has_headers(table, ["event_date"]):
        return 0.0
    named = find_header(table, "admin1", "admin1_name", "provider_admin1_name")
    period = find_header(table, *_PERIODS)
    return 0.9 if named and period else 0.0


def _recognise_events(table: Table) -> float:
    if not has_headers(table, ["event_date"]) or not has_headers(table, ["event_type"]):
        return 0.0
    found = sum(bool(has_headers(table, with_cut(name))) for name in _OWN)
    return 0.95 * (found >= _ENOUGH)


def _read(table: Table, options: ReadOptions) -> Reading:
    known = _recognise_events(table) >= _recognise_counts(table)
    return (_read_all if known else _read_counts)(without_nulls(table), options)


def _read_counts(table: Table, options: ReadOptions) -> Reading:
    columns = choose_headers(table, _COUNTED)
    fields, _ = join_parts(take_fields(table, columns))
    if week := find_header(table, "week"):
        fields["date_end"] = [rewrite(table.cells[week], _end_week)]
    fields |= _read_events(table)
    none = recode(take_column(table, "events"), {"0": "0"}, otherwise="") == "0"
    fields["not_strike"] = [fields["not_strike"][0].mask(none, "no event is counted")]
    codes = [
        found for name in (*_CODES, "population_exposure") if (found := find_header(table, name))
    ]
    fields["source_codes"] = [word_codes(table, codes)]
    centres = [found for name in _CENTRES if (found := find_header(table, name))]
    said = "the middle of a region is no place: no point is drawn" if centres else ""
    noted = note_unused(table, {*columns, *codes, *centres}, _SAID, _COUNTS, said)
    return read_fields(
        noted, fields, title="ACLED counts of events", kind=options.kind, order=options.order
    )


def _end_week(text: str) -> str:
    """Return the Friday of the week that begins on a day."""
    try:
        return str(read_span(text).end + timedelta(days=6))
    except DateError:
        return ""


def _read_all(table: Table, options: ReadOptions) -> Reading:
    meanings = {one: field for name, field in _MEANINGS.items() for one in with_cut(name)}
    fields = take_fields(table, choose_headers(table, meanings))
    fields |= _read_events(table) | _read_actors(table)
    geo = _take(table, "geo_precision")
    fields["precision"] = [recode(geo, GEO_PRECISION)]
    fields["uncertainty_km"] = [recode(geo, _RADIUS_KM, otherwise="")]
    fields["date_precision"] = [recode(_take(table, "time_precision"), TIME_PRECISION)]
    codes = [found for name in _CODES if (found := find_header(table, *with_cut(name)))]
    fields["source_codes"] = [word_codes(table, codes)]
    order, said = _find_order(take_column(table, "event_date"))
    noted = replace(table, notes=(*table.notes, _SAID, *said))
    return read_fields(
        noted, fields, title=_title(table), kind=options.kind, order=options.order or order
    )


def _take(table: Table, name: str) -> pd.Series:
    return take_column(table, *with_cut(name))


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def _title(table: Table) -> str:
    """Return the table's name with the version that the file's name or its columns show."""
    if named := _VERSION.search(table.name):
        return f"ACLED version {named[1]}"
    if has_headers(table, ["disorder_type", "civilian_targeting", *with_cut("disorder_type")]):
        return "ACLED, columns of 2023 and later"
    if has_headers(table, ["gwno", "ally_actor_1"]):
        return "ACLED, columns of version 7 and before"
    return "ACLED"


def _read_events(table: Table) -> Fields:
    distinct = find_distinct([_take(table, "event_type"), _take(table, "sub_event_type")])
    read = distinct.read(_read_event)
    kind, no_strike, munition = (
        take_texts([one[at] for one in read], distinct.codes, table.cells.index) for at in range(3)
    )
    return {"kind": [kind], "not_strike": [no_strike], "munition": [munition]}


def _read_event(event: str, sub_event: str) -> tuple[str, str, str]:
    """Return what struck, why the event is no strike, and the munition that its type names."""
    wide, close = _fold(event), _fold(sub_event)
    words = ": ".join(dict.fromkeys(filter(None, (event.strip(), sub_event.strip()))))
    if wide not in EVENTS and close not in SUB_EVENTS:
        return words, "", ""
    kind = EVENTS[wide] if wide in EVENTS else SUB_EVENTS[close]
    if kind is None:
        return "other", words, ""
    return SUB_EVENTS.get(close) or kind, "", _MUNITIONS.get(close, "")


def _read_actors(table: Table) -> Fields:
    """Return who did it, where ACLED says so, and everybody else in the note."""
    event, first = _take(table, "event_type"), take_column(table, "actor1")
    distinct = find_distinct([event, first])
    known = [_fold(kind) in _ONE_WAY and not _NOBODY.match(who.strip())
             for kind, who in distinct.texts]  # fmt: skip
    did = pd.Series(known, dtype=bool).to_numpy()[distinct.codes]
    people = {
        "actor 1": first.mask(did, ""),
        "with actor 1": take_column(table, "assoc_actor_1", "ally_actor_1"),
        "actor 2": take_column(table, "actor2"),
        "with actor 2": take_column(table, "assoc_actor_2", "ally_actor_2"),
        "civilian targeting": _take(table, "civilian_targeting"),
        "tags": take_column(table, "tags"),
    }
    return {
        "actor": [first.where(did, "")],
        "note": [take_column(table, "notes"), label_texts(people)],
    }


def _find_order(dates: pd.Series) -> tuple[Order | None, list[str]]:
    """Return how 3/4/2015 is meant where the file does not show it, and that ACLED writes so."""
    texts = dates.unique()
    unclear = next((text for text in texts if _UNCLEAR.fullmatch(text.strip())), None)
    order, why = find_order(texts)
    if unclear is None or order or "both ways" in why:
        return None, []
    return "day first", [f"dates such as {unclear.strip()} read day first, as ACLED writes them"]


ACLED = Format(
    name="ACLED",
    sentence="ACLED's events (version 5 of 2014 to today's export and API): what struck by "
    "sub-event, precision by geo_precision and time_precision; protests and the like are no "
    "strikes.",
    recognise=_recognise,
    read=_read,
    publisher="Armed Conflict Location & Event Data",
)
