"""CENTCOM and CJTF-OIR: tables of the US-led coalition's strike releases, Iraq and Syria 2014-2018.

The releases are lines such as "Near X, three strikes destroyed ..."; a table of them (that of
kevinschaul/uscentcom-isil-airstrikes-scraper, from defense.gov's releases, and others of its
columns) has a row a line: date, country, location, number, description, and the line itself.

- `number` is how many strikes the row stands for. The releases call a strike one or more
  engagements with a single effect, by aircraft or by rocket and artillery; kind "airstrike".
- Dates are month before day. A location is "near" its town where the line says so.
- No column says who reports: there is no claim and no actor unless the table has a source or
  address column; the releases are named as the data's source. Rows of Iraq carry
  their country, and are not placed in another.
"""

from __future__ import annotations

from geo.reading.columnwise.rewrite import first_filled, rewrite
from geo.reading.fields import read_fields, take_fields, word_codes
from geo.reading.headers import (
    choose_headers,
    find_header,
    has_headers,
    note_unused,
    take_column,
    without_nulls,
)
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["CENTCOM"]

_MEANINGS = {
    "date": "date_mdy", "country": "country", "location": "place_text", "number": "strikes",
    "strikes": "strikes", "number_of_strikes": "strikes", "source": "source", "url": "url",
    "link": "url",
}  # fmt: skip
_NEEDED = {"date", "country", "location", "description"}
_NUMBERS = ("number", "strikes", "number_of_strikes")
_TEXTS = ("line", "description")
_SAMPLE = 200  # rows that are looked at
_MOST = 0.8  # of them speak of strikes


def _recognise(table: Table) -> float:
    if has_headers(table, _NEEDED) < len(_NEEDED) or not has_headers(table, _NUMBERS):
        return 0.0
    texts = take_column(table, "description").head(_SAMPLE)
    strikes = texts.str.contains(r"\b(?:air)?strikes?\b", case=False, regex=True)
    return 0.9 * (len(texts) > 0 and float(strikes.mean()) >= _MOST)


def _read(table: Table, options: ReadOptions) -> Reading:
    table = without_nulls(table)
    chosen = choose_headers(table, _MEANINGS)
    fields = take_fields(table, chosen)
    line, words = (take_column(table, name) for name in _TEXTS)
    fields["note"] = [first_filled(line, words)]
    fields["precision"] = [rewrite(line, _say_near)]
    edited = [name for name in [find_header(table, "manually_edited")] if name]
    fields["source_codes"] = [word_codes(table, edited)]
    texts = [name for name in (find_header(table, text) for text in _TEXTS) if name]
    used = {*chosen, *edited, *texts}
    kind = "airstrike" if options.kind == "other" else options.kind
    return read_fields(
        note_unused(table, used), fields, title="CENTCOM releases", kind=kind, order=options.order
    )


def _say_near(line: str) -> str:
    return "near" if line.lstrip(" -–•*").casefold().startswith("near ") else ""


CENTCOM = Format(
    name="CENTCOM releases",
    sentence="Tables of CENTCOM's and CJTF-OIR's strike releases: number of strikes a row, dates "
    "month first, Iraq and Syria.",
    recognise=_recognise,
    read=_read,
    publisher="CENTCOM",
)
