"""Airwars: incidents of its civilian-casualty archive, and tables scraped from its pages.

A row is an incident, of one or several strikes. Words and their meaning: Airwars' methodology and
the fields of its site (airwars.org; the columns of its own exports in its published archive).

- Accuracy says how sharp "Geolocation" ("lat, lon") is: ACCURACIES; "Within 5km" is near.
- "Civilians reported killed" "5 – 7 (2 children 1 woman)" is 5 to 7; the bracket stands in the
  note. Militants and belligerents killed are no civilians: in the note too.
- Strike status: declared by a belligerent, that of the row if it names one: attribution claimed.
  Likely strike and single source claim: alleged. Contested strike: attribution and event contested.
- Grading is of the civilian harm. Confirmed (a belligerent accepted it): attribution confirmed.
  Fair, Weak: reported. Contested: contested. Discounted (assessed as not what was alleged): event
  denied; the row and its toll are kept.
- Without a country column the letters of the code say it: CODE_COUNTRIES.
"""

from __future__ import annotations

import re

import pandas as pd

from geo.reading.columnwise.rewrite import (
    find_addresses,
    first_filled,
    label_columns,
    label_texts,
    list_sources,
    rewrite,
)
from geo.reading.fields import Fields, read_fields, recode, take_fields, word_codes
from geo.reading.headers import (
    choose_headers,
    find_header,
    has_headers,
    note_unused,
    other_columns,
    take_column,
)
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["AIRWARS"]

_OWN = {
    "unique_reference_number", "unique_reference_code", "airwars_id", "strike_status",
    "strike_status_name", "belligerent_assessed_responsible", "suspected_belligerents",
    "suspected_belligerent", "alleged_belligerent", "civilians_reported_killed",
    "civilians_reported_killed_min", "civilian_deaths_conceded_min", "geolocation_accuracy",
    "geolocation_accuracy_name", "civilian_harm_status", "civilian_harm_status_name",
    "airwars_grading", "airwars_civilian_harm_grading", "grading", "strike_type",
    "strike_type_name",
    "militants_reported_killed", "belligerent_reported_killed", "belligerents_reported_killed",
    "cause_of_injury_death", "civilians_reported_injured", "civilian_harm_reported",
}  # fmt: skip
_SCRAPED = {"incident_date", "incident_id", "link"}
_DASHED = re.compile(r"[a-z]+-\d{1,2}-\d{4}", re.IGNORECASE)

_MEANINGS = {
    "unique_reference_number": "id", "unique_reference_code": "id", "incident_code": "id",
    "incident_id": "id", "code": "id",
    "incident_date": "date", "date_of_incident": "date", "date": "date",
    "incident_date_end": "date_end", "date_end": "date_end",
    "incident_local_time": "time_local", "local_time": "time_local",
    "location": "place_text", "location_name": "place_text", "place": "place_text",
    "location_name_arabic": "place_text", "location_ar": "place_text",
    "region": "governorate_text", "governorate": "governorate_text",
    "country": "country", "country_name": "country",
    "geolocation": "point", "coordinates": "point",
    "longitude": "lon", "incident_long": "lon", "lon": "lon",
    "latitude": "lat", "incident_lat": "lat", "lat": "lat",
    "total_strikes": "strikes",
    "belligerent_assessed_responsible": "actor", "suspected_belligerents": "actor",
    "suspected_belligerent": "actor", "alleged_belligerent": "actor",
    "suspected_attacker": "actor", "known_belligerents": "actor", "known_belligerent": "actor",
    "known_attacker": "actor", "belligerents": "actor",
    "suspected_target": "target", "suspected_targets": "target", "known_target": "target",
    "targeted_belligerent_name": "target",
    "civilians_reported_killed": "civilians_killed",
    "civilians_reported_killed_min": "civilians_killed_min",
    "civilians_reported_killed_max": "civilians_killed_max",
    "civilians_killed_min": "civilians_killed_min", "civilians_killed_max": "civilians_killed_max",
    "civilian_deaths_min": "civilians_killed_min", "civilian_deaths_max": "civilians_killed_max",
    "civilians_reported_injured": "injured",
    "civilians_injured_min": "injured_min", "civilians_injured_max": "injured_max",
    "civilian_injuries_min": "injured_min", "civilian_injuries_max": "injured_max",
    "permalink": "url", "canonical_url": "url", "link": "url", "url": "url", "sources": "source",
    "archived_urls": "archive_url",
    "assessment_text": "note", "summary": "note", "incident_summary": "note",
    "narrative_ar": "note", "geolocation_notes": "note",
}  # fmt: skip
_ACCURACY = ("accuracy", "geolocation_accuracy", "geolocation_accuracy_name", "location_accuracy")
_STATUS = ("strike_status", "strike_status_name")
_GRADING = ("grading", "airwars_grading", "airwars_civilian_harm_grading", "civilian_harm_status",
            "civilian_harm_status_name", "assessment")  # fmt: skip
_TYPE = ("strike_type", "strike_type_name")
_KEPT = {*_ACCURACY, *_STATUS, *_GRADING, "impact", "cause_of_injury_death",
         "cause_of_death_injury_name", "civilian_harm_reported", "civilian_infrastructure",
         "infrastructure_name", "geolocation_status_name", "civilian_type", "location_mgrs",
         "airwars_id", "observation_name"}  # fmt: skip
# Tolls that are not those of civilians, and parts of those: in the note.
_TOLD = {
    "militants_reported_killed", "militants_killed_min", "militants_killed_max",
    "belligerent_reported_killed", "belligerents_reported_killed", "belligerents_reported_injured",
    "children_killed_min", "children_killed_max", "women_killed_min", "women_killed_max",
    "men_killed_min", "men_killed_max", "civilian_deaths_conceded_min",
    "civilian_deaths_conceded_max", "civilian_injuries_conceded_min",
    "civilian_injuries_conceded_max", "named_victims",
}  # fmt: skip
_CIVILIANS = ("civilians_killed", "injured")

ACCURACIES = {
    "exact location": "site", "exact_location": "site", "building": "site", "street": "site",
    "within 1m": "site", "within 5m": "site", "within 10m": "site", "within 100m": "site",
    "neighbourhood/area": "neighbourhood", "neighbourhood_area": "neighbourhood",
    "neighbourhood": "neighbourhood", "neighborhood/area": "neighbourhood",
    "nearby landmark": "near", "nearby_landmark": "near",
    "within 1km": "near", "within 5km": "near", "within 10km": "near",
    "village": "settlement", "town": "settlement", "city": "settlement",
    "subdistrict": "subdistrict", "sub-district": "subdistrict",
    "district": "district", "province": "governorate", "province/governorate": "governorate",
    "governorate": "governorate", "region": "governorate", "country": "country",
    "other": "unknown", "none": "unknown", "unknown": "unknown",
}  # fmt: skip
# Several kinds in one cell: that from the air is what the map is of.
STRIKE_TYPES = {
    "airstrike": "airstrike", "airstrike, artillery": "airstrike",
    "airstrike and/or artillery": "airstrike", "airstrike, naval bombardment": "airstrike",
    "drone strike": "drone", "airstrike, drone strike": "airstrike", "drone": "drone",
    "artillery": "shelling", "naval bombardment": "shelling",
    "surface-to-surface missile": "missile", "ground operation": "ground",
    "counter-terrorism action (ground)": "ground", "small arms and light weapons": "ground",
}  # fmt: skip
ATTRIBUTIONS_OF_STATUS = {
    "declared strike": "claimed", "likely strike": "alleged", "single source claim": "alleged",
    "contested strike": "contested", "declared_strike": "claimed", "likely_strike": "alleged",
    "single_source_claim": "alleged", "contested_strike": "contested",
}  # fmt: skip
ATTRIBUTIONS_OF_GRADING = {"confirmed": "confirmed", "contested": "contested"}
EVENTS_OF_STATUS = {"contested strike": "contested", "contested_strike": "contested"}
EVENTS_OF_GRADING = {"contested": "contested", "discounted": "denied"}
# First letters of the codes of incidents, as the site gives them to each of its archives.
CODE_COUNTRIES = {
    "rs": "Syria", "cs": "Syria", "ci": "Iraq", "ispt": "Palestine", "palis": "Israel",
    "ussom": "Somalia", "usyem": "Yemen",
}  # fmt: skip


def _recognise(table: Table) -> float:
    known = has_headers(table, _OWN)
    dated = find_header(table, "incident_date", "date", "date_of_incident")
    if known >= 3 and dated and find_header(table, *(name for name in _MEANINGS
                                                     if _MEANINGS[name] == "id")):  # fmt: skip
        return 0.95
    if has_headers(table, _SCRAPED) == len(_SCRAPED) and dated:
        first = table.cells[dated].iloc[:20].str.strip()
        return 0.9 if len(first) and first.str.fullmatch(_DASHED).all() else 0.0
    return 0.0


def _read(table: Table, options: ReadOptions) -> Reading:
    columns = choose_headers(table, _MEANINGS)
    fields = take_fields(table, columns)
    kept = other_columns(table, columns, _KEPT)
    told = other_columns(table, columns, _TOLD)
    fields["source_codes"] = [word_codes(table, kept)]
    fields["note"] = [
        *fields.get("note", []),
        *_take_brackets(fields),
        label_columns(table.cells, told),
    ]
    _add_words(table, fields)
    _add_country(fields)
    used = {*columns, *kept, *told, *_types(table)}
    return read_fields(
        note_unused(table, used), fields, title="Airwars incidents", kind=options.kind
    )


def _types(table: Table) -> list[str]:
    column = find_header(table, *_TYPE)
    return [column] if column else []


def _take_brackets(fields: Fields) -> list[pd.Series]:
    """Take the words in brackets off the tolls, and return them for the note."""
    taken = []
    for name in _CIVILIANS:
        for column in fields.get(name, []):
            bracketed = column.where(column.str.contains("(", regex=False), "")
            fields[name] = [column.str.replace(r"\s*\(.*$", "", regex=True)]
            taken.append(label_texts({f"civilians {name.removeprefix('civilians_')}": bracketed}))
    return taken


def _add_words(table: Table, fields: Fields) -> None:
    accuracy = take_column(table, *_ACCURACY).str.replace(r"\s*\(.*$", "", regex=True)
    if (accuracy != "").any():
        fields["precision"] = [recode(accuracy, ACCURACIES)]
    kinds = take_column(table, *_TYPE)
    fields["kind"] = [recode(kinds, STRIKE_TYPES, ""), kinds]
    if "actor" in fields:
        fields["actor"] = [rewrite(fields["actor"][0], _join_actors)]
        fields["attribution"] = [_attribute(table, fields["actor"][0])]
    status, grading = take_column(table, *_STATUS), take_column(table, *_GRADING)
    fields["event_status"] = [
        first_filled(recode(grading, EVENTS_OF_GRADING, ""), recode(status, EVENTS_OF_STATUS, ""))
    ]
    for name in ("url", "archive_url"):
        fields[name] = [find_addresses(column) for column in fields.get(name, [])]
    fields["source"] = [list_sources(column) for column in fields.get("source", [])]
    for name in ("url", "archive_url", "source"):
        if not fields[name]:
            del fields[name]


def _attribute(table: Table, actors: pd.Series) -> pd.Series:
    """Return how the actors of each row stand; which of several declared a strike is not said."""
    grading = recode(take_column(table, *_GRADING), ATTRIBUTIONS_OF_GRADING, "")
    status = recode(take_column(table, *_STATUS), ATTRIBUTIONS_OF_STATUS, "")
    several = actors.str.contains(";", regex=False)
    contested = (grading == "contested") | (status == "contested")
    standing = first_filled(grading, status).mask(contested, "contested")
    unclear = several & ~contested
    return standing.mask(unclear, "alleged").where(actors.str.strip() != "", "")


def _join_actors(text: str) -> str:
    return "; ".join(part.strip() for part in re.split(r"[,;\n]", text) if part.strip())


def _add_country(fields: Fields) -> None:
    if "country" in fields or "id" not in fields:
        return
    letters = fields["id"][0].str.strip().str.extract(r"^([A-Za-z]+)\d+[a-z]?$", expand=False)
    fields["country"] = [recode(letters.fillna(""), CODE_COUNTRIES, "")]


AIRWARS = Format(
    name="Airwars",
    sentence="Airwars: incidents of its civilian-casualty archive, with how sure it is of place, "
    "actor and harm; also tables scraped from its pages.",
    recognise=_recognise,
    read=_read,
)
