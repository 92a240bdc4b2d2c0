"""VIINA: events of the war in Ukraine that a machine found in news reports, and their labels.

Names of columns and labels: the code book in the README of zhukovyuri/VIINA, and tables of 2022
(`events_latest`) and since (`event_info`, `event_labels`, `event_1pd`, an event a place and day).

A place is one that a report names, found by a machine, and a label is a guess of one. Tables
without labels do not say what a report tells of. The day is that of the report.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from gazetteer.abroad import read_countries
from geo.reading.columnwise.distinct import find_distinct, take_texts
from geo.reading.columnwise.rewrite import label_texts
from geo.reading.fields import Fields, read_fields, recode, take_fields, word_codes
from geo.reading.headers import (
    choose_headers,
    find_header,
    fold_header,
    take_column,
    without_nulls,
)
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["KINDS_OF_LABEL", "PRECISION_OF", "VIINA"]

# What a label says struck; of several, the first counts. Reports of an air strike speak of drones
# too, so that a drone is only what is labelled nothing else from the air.
KINDS_OF_LABEL = {
    "t_airstrike_b": "airstrike", "t_uav_b": "drone", "t_artillery_b": "shelling",
    "t_ied_b": "ied", "t_armor_b": "ground", "t_raid_b": "ground", "t_firefight_b": "ground",
}  # fmt: skip
# GEO_PRECISION: STREET and ADM3 are a street and a town; the point of an area is its middle.
PRECISION_OF = {"street": "neighbourhood", "adm3": "settlement", "adm2": "district",
                "adm1": "governorate", "adm0": "country"}  # fmt: skip
# By hand, as for GDELT: a place found by a machine may be the next one that a report names.
_RADIUS_KM = {"neighbourhood": "10", "settlement": "10"}
_SIDES = {"a_rus_b": "Russian", "a_ukr_b": "Ukrainian", "a_civ_b": "civilians",
          "a_other_b": "a third party"}  # fmt: skip
_MEANINGS = {
    "event_id": "id", "event_id_1pd": "id", "date": "date", "longitude": "lon", "latitude": "lat",
    "source": "source", "url": "url", "text": "title",
}  # fmt: skip
_CODES = ("geo_precision", "geo_api", "geonameid", "feature_code", "n_reports", "report_id",
          "viinahash", "location", "tempid", "time", "lang", "adm1_code", "adm2_code")  # fmt: skip
_SAID = (
    "VIINA's rows are made by machine from news reports: a place that a report names, with labels "
    "that a machine gave, not a strike that somebody has checked; the day is that of the report"
)
_UNLABELLED = (
    "no column has VIINA's labels (t_airstrike_b and others), so nothing says which reports tell "
    "of a strike: join the table of labels by event_id, or read event_1pd"
)


def _recognise(table: Table) -> float:
    names = {fold_header(name) for name in table.cells.columns}
    if not {"geo_precision", "longitude", "latitude", "date"} <= names:
        return 0.0
    labels = {"t_airstrike_b", "t_airstrike_pred", "t_mil_b", "t_mil_pred"}
    own = {"geo_api", "viinahash", "event_id_1pd"}
    return 0.9 if names & (labels | own) else 0.0


def _read(table: Table, options: ReadOptions) -> Reading:
    table = without_nulls(table)
    fields = take_fields(table, choose_headers(table, _MEANINGS))
    fields |= _read_labels(table) | _read_place(table)
    fields["note"] = [_say_sides(table)]
    labels = [column for column in table.cells.columns if fold_header(column)[:2] in ("t_", "a_")]
    codes = [found for name in _CODES if (found := find_header(table, name))]
    fields["source_codes"] = [word_codes(table, codes)]
    table.taken.update({str(column): table.taken.get(str(column)) or "" for column in labels})
    said = [_SAID] if "not_strike" in fields else [_SAID, _UNLABELLED]
    return read_fields(
        replace(table, notes=(*table.notes, *said)), fields, title="VIINA", kind=options.kind,
        order=options.order,
    )  # fmt: skip


def _read_labels(table: Table) -> Fields:
    """Return what struck, and why the report tells of no strike; nothing without labels."""
    names = [name for name in (*KINDS_OF_LABEL, "t_aad_b") if find_header(table, name)]
    if not names:
        return {}
    distinct = find_distinct([take_column(table, name) for name in names])
    read = [_read_row(dict(zip(names, texts, strict=True))) for texts in distinct.texts]
    kind, reason = (
        take_texts([one[at] for one in read], distinct.codes, table.cells.index) for at in range(2)
    )
    return {"kind": [kind], "not_strike": [reason]}


def _read_row(labels: dict[str, str]) -> tuple[str, str]:
    said = [name for name, text in labels.items() if _is_one(text)]
    kind = next((kind for name, kind in KINDS_OF_LABEL.items() if name in said), "")
    if kind:
        return kind, ""
    return "other", "labelled air defence" if "t_aad_b" in said else "labelled no kind of strike"


def _is_one(text: str) -> bool:
    return text.strip().removesuffix(".0") == "1"


def _read_place(table: Table) -> Fields:
    precision = recode(take_column(table, "geo_precision"), PRECISION_OF, otherwise="unknown")
    precision = precision.where(precision != "", "unknown")
    sharp = precision.isin(list(_RADIUS_KM))
    addresses = take_column(table, "address")
    distinct = find_distinct([addresses])
    country = [_country_of(text) for (text,) in distinct.texts]
    # The name beside an area's point is that of the town nearest to its middle.
    place = take_column(table, "asciiname")
    return {
        "place_text": [place.where(sharp, "")],
        "governorate_text": [take_column(table, "adm1_name")],
        "adm2_text": [take_column(table, "adm2_name").where(precision != "governorate", "")],
        "country": [take_texts(country, distinct.codes, table.cells.index)],
        "precision": [precision],
        "uncertainty_km": [recode(precision, _RADIUS_KM, otherwise="")],
    }


def _country_of(address: str) -> str:
    """Return the country that an address begins or ends with; those without one are Ukraine's."""
    ends = [part.strip() for part in address.split(",")]
    return next((end for end in (ends[0], ends[-1]) if len(read_countries(end)) == 1), "Ukraine")


def _say_sides(table: Table) -> pd.Series:
    said = {side: take_column(table, name) for name, side in _SIDES.items()}
    texts = {side: column.map(lambda text: "yes" if _is_one(text) else "")
             for side, column in said.items()}  # fmt: skip
    initiated = {f"initiated, by machine: {side}": text for side, text in texts.items()}
    return label_texts({**initiated, "address": take_column(table, "address")})


VIINA = Format(
    name="VIINA",
    sentence="VIINA's events of the war in Ukraine: places that a machine found in news reports, "
    "what struck by its labels, each report a claim.",
    recognise=_recognise,
    read=_read,
    publisher="VIINA (Violent Incident Information from News Articles)",
)
