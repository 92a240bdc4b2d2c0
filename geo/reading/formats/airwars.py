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

from geo.reading.columnwise.media import MEDIA_NAMES
from geo.reading.columnwise.rewrite import (
    find_addresses,
    first_filled,
    join_texts,
    label_columns,
    label_texts,
    list_sources,
    rewrite,
)
from geo.reading.fields import Fields, read_fields, recode, word_codes
from geo.reading.headers import (
    find_header,
    has_headers,
    note_unused,
    other_columns,
    take_column,
    take_merged,
    without_nulls,
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
_SCRAPED = ({"incident_date", "incident_id", "link"}, {"incidence_date", "incidence_id"})
_DASHED = re.compile(r"[a-z]+-\d{1,2}-\d{4}", re.IGNORECASE)

_MEANINGS = {
    "unique_reference_number": "id", "unique_reference_code": "id", "incident_code": "id",
    "incident_id": "id", "incidence_id": "id", "code": "id",
    "incident_date": "date", "incidence_date": "date", "date_of_incident": "date", "date": "date",
    "incident_date_end": "date_end", "date_end": "date_end",
    "incident_local_time": "time_local", "local_time": "time_local",
    "location": "place_text", "location_name": "place_text", "place": "place_text",
    "location_name_arabic": "place_text", "location_ar": "place_text",
    "region": "governorate_text", "governorate": "governorate_text",
    "country": "country", "country_name": "country",
    "geolocation": "point", "coordinates": "point",
    "longitude": "lon", "incident_long": "lon", "long": "lon", "lon": "lon",
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
    "permalink": "url", "canonical_url": "url", "link": "url", "url": "url",
    "incidence_url": "url", "incident_url": "url", "sources": "source",
    "archived_urls": "archive_url",
    "assessment_text": "note", "airwars_assessment": "note",
    "summary": "note", "incident_summary": "note",
    "narrative_ar": "note", "geolocation_notes": "note",
    **MEDIA_NAMES,
}  # fmt: skip
_ACCURACY = ("accuracy", "geolocation_accuracy", "geolocation_accuracy_name", "location_accuracy")
_STATUS = ("strike_status", "strike_status_name")
_GRADING = ("grading", "airwars_grading", "airwars_civilian_harm_grading", "civilian_harm_status",
            "civilian_harm_status_name")  # fmt: skip
# A grade in some tables, Airwars' account of the incident in others.
_ASSESSMENT = "assessment"
_GRADES = ("confirmed", "fair", "weak", "contested", "discounted", "no grading")
_TYPE = ("strike_type", "strike_type_name")
_KEPT = {*_ACCURACY, *_STATUS, *_GRADING, "impact", "cause_of_injury_death",
         "cause_of_death_injury_name", "civilian_harm_reported", "civilian_infrastructure",
         "infrastructure_name", "geolocation_status_name", "location_mgrs", "location_name_arabic",
         "location_ar", "causes_of_injury_death",
         "airwars_id", "observation_name"}  # fmt: skip
# Tolls that are not those of civilians, and parts of those: in the note.
_TOLD = {
    "militants_reported_killed", "militants_killed_min", "militants_killed_max",
    "belligerent_reported_killed", "belligerents_reported_killed", "belligerents_reported_injured",
    "children_killed_min", "children_killed_max", "women_killed_min", "women_killed_max",
    "men_killed_min", "men_killed_max", "civilian_deaths_conceded_min",
    "civilian_deaths_conceded_max", "civilian_injuries_conceded_min",
    "civilian_injuries_conceded_max", "named_victims", "civilian_type",
}  # fmt: skip
_WITHIN = re.compile(r"within\s+(\d+)\s*(k?m)\b", re.IGNORECASE)
_SITE_METRES = 100  # "Within 100m" and less is as sharp as a building
_CIVILIANS = ("civilians_killed", "injured")

ACCURACIES = {
    "exact location": "site", "exact_location": "site", "building": "site", "street": "site",
    "neighbourhood/area": "neighbourhood", "neighbourhood_area": "neighbourhood",
    "neighbourhood": "neighbourhood", "neighborhood/area": "neighbourhood",
    "nearby landmark": "near", "nearby_landmark": "near",
    "village": "settlement", "town": "settlement", "city": "settlement",
    "subdistrict": "subdistrict", "sub-district": "subdistrict",
    "district": "district", "province": "governorate", "province/governorate": "governorate",
    "governorate": "governorate", "region": "governorate", "country": "country",
    "unknown": "unknown",
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
    dated = find_header(table, *(name for name, field in _MEANINGS.items() if field == "date"))
    if known >= 3 and dated and find_header(table, *(name for name in _MEANINGS
                                                     if _MEANINGS[name] == "id")):  # fmt: skip
        return 0.95
    if dated and any(has_headers(table, names) == len(names) for names in _SCRAPED):
        first = table.cells[dated].iloc[:20].str.strip()
        return 0.9 if len(first) and first.str.fullmatch(_DASHED).all() else 0.0
    return 0.0


def _read(table: Table, options: ReadOptions) -> Reading:
    table = without_nulls(table)
    columns, fields = take_merged(table, _MEANINGS)
    kept = other_columns(table, (), _KEPT)
    told = other_columns(table, columns, _TOLD)
    assessed = label_texts({"assessment": _grades(table)})
    fields["source_codes"] = [join_texts([word_codes(table, kept), assessed]).fillna("")]
    fields["note"] = [
        *fields.get("note", []),
        *_take_brackets(fields),
        label_columns(table.cells, told),
        take_column(table, _ASSESSMENT).mask(_grades(table) != "", ""),
    ]
    _add_words(table, fields)
    _add_country(fields)
    used = {*columns, *kept, *told, *other_columns(table, (), {*_TYPE, _ASSESSMENT})}
    return read_fields(
        note_unused(table, used),
        fields,
        title="Airwars incidents",
        kind=options.kind,
        order=options.order,
    )


def _grades(table: Table) -> pd.Series:
    """Return the column "assessment" where it holds a grade."""
    said = take_column(table, _ASSESSMENT)
    return said.where(said.str.strip().str.casefold().isin(_GRADES), "")


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
    _add_accuracy(table, fields)
    kinds = take_column(table, *_TYPE)
    fields["kind"] = [recode(kinds, STRIKE_TYPES, ""), kinds]
    if "actor" in fields:
        fields["actor"] = [rewrite(fields["actor"][0], _join_actors)]
        fields["attribution"] = [_attribute(table, fields["actor"][0])]
    status, grading = take_column(table, *_STATUS), _grading(table)
    fields["event_status"] = [
        first_filled(recode(grading, EVENTS_OF_GRADING, ""), recode(status, EVENTS_OF_STATUS, ""))
    ]
    for name in ("url", "archive_url"):
        fields[name] = [find_addresses(column) for column in fields.get(name, [])]
    fields["source"] = [list_sources(column) for column in fields.get("source", [])]
    for name in ("url", "archive_url", "source"):
        if not fields[name]:
            del fields[name]


def _grading(table: Table) -> pd.Series:
    return first_filled(take_column(table, *_GRADING), _grades(table))


def _add_accuracy(table: Table, fields: Fields) -> None:
    """Read how sharp the points are; "Within 5km" is near, with its radius."""
    accuracy = take_column(table, *_ACCURACY).str.replace(r"\s*\(.*$", "", regex=True)
    if (accuracy != "").any():
        fields["precision"] = [rewrite(recode(accuracy, ACCURACIES), _near_or_site)]
        fields["uncertainty_km"] = [rewrite(accuracy, _radius_km)]


def _near_or_site(accuracy: str) -> str:
    if not _WITHIN.match(accuracy):
        return accuracy
    return "near" if _radius_km(accuracy) else "site"


def _radius_km(accuracy: str) -> str:
    """Return the radius that an accuracy names, "" for none and what is as sharp as a site."""
    found = _WITHIN.match(accuracy)
    metres = int(found[1]) * (1000 if found[2].casefold() == "km" else 1) if found else 0
    return f"{metres / 1000:g}" if metres > _SITE_METRES else ""


def _attribute(table: Table, actors: pd.Series) -> pd.Series:
    """Return how the actors of each row stand; which of several declared a strike is not said."""
    grading = recode(_grading(table), ATTRIBUTIONS_OF_GRADING, "")
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
    publisher="Airwars",
)
