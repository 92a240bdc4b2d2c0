"""Strikes -> KML 2.2, for programs that show globes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

__all__ = ["to_kml_text"]

# XML 1.0 has no way to write these.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_kml_text(records: list[Mapping[str, object]], *, name: str, notice: str) -> str:
    """Return a KML document: one placemark per record, its `lon, lat` as a point if it has one.

    The records hold the columns of the strikes table with `strike_id`, `lon` and `lat`, and
    `claims` as a text.
    """
    placemarks = "".join(part for record in records for part in _placemark(record))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'
        f"<name>{_text(name)}</name>\n<description>{_text(notice)}</description>\n"
        f"{placemarks}</Document>\n</kml>\n"
    )


def _placemark(record: Mapping[str, object]) -> Iterator[str]:
    yield f"<Placemark id={quoteattr(_clean(record['strike_id']))}>\n"
    yield f"<name>{_text(record.get('place_text') or record.get('adm1_name') or '')}</name>\n"
    if record.get("date_start"):
        begin, end = _text(record["date_start"]), _text(record["date_end"])
        yield f"<TimeSpan><begin>{begin}</begin><end>{end}</end></TimeSpan>\n"
    yield "<ExtendedData>\n"
    for column, value in record.items():
        if value is not None and column not in ("lon", "lat"):
            told = _text(value)
            yield f"<Data name={quoteattr(column)}><value>{told}</value></Data>\n"
    yield "</ExtendedData>\n"
    if record.get("lon") is not None:
        yield f"<Point><coordinates>{record['lon']},{record['lat']}</coordinates></Point>\n"
    yield "</Placemark>\n"


def _clean(value: object) -> str:
    return _FORBIDDEN.sub("\ufffd", str(value))


def _text(value: object) -> str:
    return escape(_clean(value))
