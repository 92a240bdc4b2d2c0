"""UCDP GED and UCDP Candidate: events of organised violence, Uppsala Conflict Data Program.

Known by its columns in every version: GED 5 (best_est, low_est, high_est), 17 to 25 (best, low,
high), Candidate (the same, code_status "Check ..."; some files without column names), the API,
HDX's copies, and shapefiles, whose names are cut at ten letters. No column says the version; a
file's name may (GEDEvent_v24_1, ged241, GEDEvent_v24_0_5). Code books: UCDP GED Codebook 5.0 to
25.1, UCDP Candidate Codebook 1.3.

A row is an event with at least one death, and nothing in it says what struck: kind "other". The
toll is low to high; the best estimate and each side's dead stand in the note. The sides of a
conflict are no attacker and attacked: both stand in the note, and only one-sided violence has an
actor, side A. Each article of source_article is a claim. GED 17 and later write a time of
00:00:00.000 behind every day, which is no time.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pandas as pd

from geo.reading.columnwise.distinct import Distinct, find_distinct, take_texts
from geo.reading.columnwise.in_step import join_step, restore_step
from geo.reading.columnwise.rewrite import rewrite
from geo.reading.fields import Fields, read_fields, recode, take_fields, word_codes
from geo.reading.headers import (
    choose_headers,
    find_header,
    first_cells,
    has_headers,
    name_columns,
    take_column,
    with_cut,
    without_nulls,
)
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["DATE_PREC", "NAMES", "RADIUS_KM", "UCDP", "VIOLENCE", "WHERE_PREC"]

# where_prec of the code book: how sharp the place is. 1: the place itself; 2: within about 25 km
# of it; 3: known to the second-order division; 4: to the first-order one; 5: along a line or in
# an area without fixed bounds, for which the point stands; 6: to the country; 7: international
# waters or airspace.
WHERE_PREC = {
    "1": "settlement", "2": "near", "3": "district", "4": "governorate", "5": "area",
    "6": "country", "7": "unknown",
}  # fmt: skip
# 2: the code book's own. 5: by hand, since the code book has none: half a governorate ("Northern
# Hamah Governorate") reaches about 40 km from its middle; what lies in several first-order
# divisions ("Northern Syria", "Donets Basin Area") has none in adm_1.
RADIUS_KM = {"2": "25", "5": "40"}
_RADIUS_ACROSS_KM = "100"
# date_prec of the code book: 1 a day; 2 two to six days, which date_start and date_end name; 3 a
# week; 4 eight days to a month; 5 more than a month, up to a year.
DATE_PREC = {"1": "day", "2": "", "3": "week", "4": "month", "5": "year"}
VIOLENCE = {"1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence"}

_MEANINGS = {
    "id": "id", "relid": "id", "date_start": "date", "date_end": "date_end",
    "where_coordinates": "place_text", "where_description": "place_text",
    "adm_1": "governorate_text", "adm_2": "adm2_text", "country": "country",
    "latitude": "lat", "longitude": "lon", "deaths_civilians": "civilians_killed",
}  # fmt: skip
_CODES = ("where_prec", "date_prec", "event_clarity", "type_of_violence", "code_status",
          "active_year")  # fmt: skip
_TOLLS = ("low", "low_est", "best", "best_est", "high", "high_est", "deaths_a", "deaths_b",
          "deaths_civilians", "deaths_unknown")  # fmt: skip
_WHOLE = ("id", *_CODES, *_TOLLS)
_SAID = (
    "UCDP counts events of organised violence by any means: nothing says that one is an air strike",
    "UCDP names the sides of a conflict, not who fired: both stand in the note",
)
# What no other publisher's table has.
_OWN = ("type_of_violence", "where_prec", "date_prec", "event_clarity", "side_a", "side_b",
        "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "priogrid_gid",
        "dyad_name")  # fmt: skip
_ENOUGH = 5
# The columns of version 19 and later, which files without column names have.
NAMES = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip

_ANNUAL = re.compile(r"(?:gedevent_v|ged[ _-]*v?)(\d{1,2})[._-]?(\d)(?![\d]|[._-]\d)", re.I)
_CANDIDATE = re.compile(r"gedevent_v(\d{2}(?:[._]\d{1,2}){2,3})(?!\d)", re.I)
_ARTICLE = re.compile(r"(.*?),\s*(\d{4}-\d{2}-\d{2}),(.*)", re.DOTALL)


def _recognise(table: Table) -> float:
    if _lacks_header(table):
        return 0.95
    if not find_header(table, "date_start"):
        return 0.0
    return 0.95 * (sum(bool(has_headers(table, with_cut(name))) for name in _OWN) >= _ENOUGH)


def _lacks_header(table: Table) -> bool:
    """Say whether a table has as many columns as UCDP's, and rows of its data for names."""
    if len(table.cells.columns) != len(NAMES):
        return False
    first = dict(zip(NAMES, first_cells(table), strict=True))
    return (
        first["where_prec"] in WHERE_PREC
        and first["date_prec"] in DATE_PREC
        and bool(re.match(r"\d{4}-\d\d-\d\d", first["date_start"]))
    )


def _read(table: Table, options: ReadOptions) -> Reading:
    if _lacks_header(table):
        table = name_columns(table, NAMES, "UCDP's")
    whole = _without_points(without_nulls(table))
    meanings = {one: field for name, field in _MEANINGS.items() for one in with_cut(name)}
    fields = take_fields(whole, choose_headers(whole, meanings))
    fields |= _read_place(whole) | _read_tolls(whole) | _read_sources(whole)
    fields["date_precision"] = [recode(_take(whole, "date_prec"), DATE_PREC)]
    fields["actor"], sides = _read_sides(whole)
    fields["note"] = [sides, _say_tolls(whole), _say_place(whole), _say_origin(whole)]
    codes = [found for name in _CODES if (found := find_header(whole, *with_cut(name)))]
    fields["source_codes"] = [word_codes(whole, codes)]
    said = replace(table, notes=(*table.notes, *_SAID))
    reading = read_fields(said, fields, title=_title(table), kind=options.kind, order=options.order)
    return replace(reading, claims=restore_step(reading.claims))


def _without_points(table: Table) -> Table:
    """Return the table with whole numbers as such, where a copy writes them as 5.0."""
    names = [found for name in _WHOLE if (found := find_header(table, *with_cut(name)))]
    whole = {name: rewrite(table.cells[name], _plain) for name in names}
    return replace(table, cells=table.cells.assign(**whole))


def _take(table: Table, *names: str) -> pd.Series:
    return take_column(table, *with_cut(*names))


def _title(table: Table) -> str:
    """Return the table's name with the version that the file's name gives."""
    if candidate := _CANDIDATE.search(table.name):
        return f"UCDP Candidate {candidate[1].replace('_', '.')}"
    if annual := _ANNUAL.search(table.name):
        return f"UCDP GED {int(annual[1])}.{annual[2]}"
    if _take(table, "code_status").str.startswith("Check").any():
        return "UCDP Candidate"
    return "UCDP GED 5 or earlier" if has_headers(table, ["best_est"]) else "UCDP GED"


def _read_place(table: Table) -> Fields:
    """Return precision and radius; who names a governorate is counted there at the least."""
    where, named = _take(table, "where_prec"), _take(table, "adm_1").str.strip() != ""
    precision = recode(where, WHERE_PREC)
    vague = precision.isin(["country", "unknown"])
    radius = recode(where, RADIUS_KM, otherwise="")
    return {
        "precision": [precision.mask(vague & named, "governorate")],
        "uncertainty_km": [radius.mask((precision == "area") & ~named, _RADIUS_ACROSS_KM)],
    }


def _read_tolls(table: Table) -> Fields:
    """Return the bounds low and high; where the source has them out of order, the outer two."""
    distinct, read = _read_distinct_tolls(table)
    low, high = (
        take_texts([bounds[at] for bounds, _ in read], distinct.codes, table.cells.index)
        for at in range(2)
    )
    return {"killed_min": [low], "killed_max": [high]}


def _say_tolls(table: Table) -> pd.Series:
    """Return the best estimate, each side's dead, and that bounds are out of order."""
    distinct, read = _read_distinct_tolls(table)
    return take_texts([note for _, note in read], distinct.codes, table.cells.index)


def _read_distinct_tolls(table: Table) -> tuple[Distinct, list[tuple[tuple[str, str], str]]]:
    names = (("low", "low_est"), ("best", "best_est"), ("high", "high_est"), ("deaths_a",),
             ("deaths_b",), ("deaths_unknown",), ("side_a",), ("side_b",))  # fmt: skip
    distinct = find_distinct([_take(table, *name) for name in names])
    return distinct, distinct.read(_toll)


def _toll(low: str, best: str, high: str, *dead: str) -> tuple[tuple[str, str], str]:
    losses = [f"{count} of {side}" for count, side in zip(dead[:3], _sides(*dead[3:]), strict=True)
              if count not in ("", "0")]  # fmt: skip
    notes = [f"best estimate {best} killed"] if best else []
    notes += [f"of them {', '.join(losses)}"] if losses else []
    counts = [int(count) for count in (low, best, high) if count.isdecimal()]
    if counts != sorted(counts):
        notes.append(f"low {low}, best {best}, high {high} are out of order: read as "
                     f"{min(counts)}-{max(counts)}")  # fmt: skip
        low, high = str(min(counts)), str(max(counts))
    return (low, high), "; ".join(notes)


def _sides(a: str, b: str) -> tuple[str, str, str]:
    return a.strip() or "side A", b.strip() or "side B", "unknown standing"


def _plain(count: str) -> str:
    return count.strip().removesuffix(".0")


def _read_sides(table: Table) -> tuple[list[pd.Series], pd.Series]:
    """Return the actors, known of one-sided violence alone, and the sides in words."""
    violence = recode(_take(table, "type_of_violence"), VIOLENCE, otherwise="")
    columns = [violence, _take(table, "side_a"), _take(table, "side_b"),
               take_column(table, "conflict_name")]  # fmt: skip
    distinct = find_distinct(columns)
    words = [_word_sides(*texts) for texts in distinct.texts]
    actor = columns[1].where(violence == VIOLENCE["3"], "")
    return [actor], take_texts(words, distinct.codes, table.cells.index)


def _word_sides(violence: str, a: str, b: str, conflict: str) -> str:
    link = "by {} against {}" if violence == VIOLENCE["3"] else "between {} and {}"
    sides = link.format(a.strip(), b.strip()) if a.strip() and b.strip() else a.strip() or b.strip()
    named = f" ({conflict.strip()})" if conflict.strip() else ""
    return f"{violence or 'violence'} {sides}{named}" if sides else violence


def _say_place(table: Table) -> pd.Series:
    """Return the words on the place beside its name, where they say more, and whose words."""
    where = _take(table, "where_description").str.strip()
    more = (where != "") & (where != _take(table, "where_coordinates").str.strip())
    return ("where: " + where).where(more, "")


def _read_sources(table: Table) -> Fields:
    """Return source, day and headline of each article, in step."""
    names = ("source_article", "source_office", "source_date", "source_headline")
    distinct = find_distinct([_take(table, name) for name in names])
    read = [_list_sources(*texts) for texts in distinct.texts]
    index = table.cells.index
    source, published, title = (
        take_texts([one[at] for one in read], distinct.codes, index) for at in range(3)
    )
    return {"source": [source], "published": [published], "title": [title]}


def _say_origin(table: Table) -> pd.Series:
    """Return whom the articles quote."""
    return rewrite(_take(table, "source_original").str.strip(), lambda who: f"according to {who}")


def _list_sources(article: str, office: str, date: str, headline: str) -> tuple[str, str, str]:
    """Return who, when and under which headline, each joined by ';' in step."""
    entries = re.split(r"\"\s*;\s*\"", html.unescape(article).strip().strip('"'))
    found = [_ARTICLE.fullmatch(entry.strip()) for entry in entries]
    known = [one for one in found if one]
    if len(known) == len(entries):
        return _join_columns([(one[1], one[2], one[3]) for one in known])
    if office.strip():
        return office, date, html.unescape(headline)
    texts = entries if len(entries) > 1 else html.unescape(article).split(";")
    return _join_columns([(text, "", "") for text in texts if text.strip()])


def _join_columns(rows: list[tuple[str, str, str]]) -> tuple[str, str, str]:
    who, when, what = (join_step(row[at] for row in rows) for at in range(3))
    return who, when, what


UCDP = Format(
    name="UCDP GED",
    sentence="UCDP Georeferenced Event Dataset (versions 5 to 25) and UCDP Candidate events: tolls "
    "low to high, precision by where_prec and date_prec.",
    recognise=_recognise,
    read=_read,
    publisher="Uppsala Conflict Data Program",
)
