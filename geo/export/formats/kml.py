"""KML 2.2, for programs that show globes: a placemark a strike."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

import geopandas as gpd
import pandas as pd

from geo.export.credits import ATTRIBUTION, NOTICE
from geo.export.format import ExportFormat
from geo.export.records import group_claims, list_strikes

__all__ = ["FORMAT", "to_kml"]

# XML 1.0 has no way to write these.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_kml(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return a KML document; rows without a point are placemarks without geometry."""
    own = group_claims(claims)
    records = list_strikes(strikes)
    for record in records:
        record["claims"] = json.dumps(own.get(str(record["strike_id"]), []), ensure_ascii=False)
    return _document(records, name="Strikes", notice=f"{NOTICE} {ATTRIBUTION}")


def _document(records: Sequence[Mapping[str, object]], *, name: str, notice: str) -> str:
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
    if record.get("note"):
        yield f"<description>{_text(record['note'])}</description>\n"
    if record.get("date_start"):
        begin, end = _text(record["date_start"]), _text(record["date_end"])
        yield f"<TimeSpan><begin>{begin}</begin><end>{end}</end></TimeSpan>\n"
    yield "<ExtendedData>\n"
    for column, value in record.items():
        if value is not None and column not in ("lon", "lat"):
            yield f"<Data name={quoteattr(column)}><value>{_text(value)}</value></Data>\n"
    yield "</ExtendedData>\n"
    if record.get("lon") is not None:
        yield f"<Point><coordinates>{record['lon']},{record['lat']}</coordinates></Point>\n"
    yield "</Placemark>\n"


def _clean(value: object) -> str:
    return _FORBIDDEN.sub("\ufffd", str(value))


def _text(value: object) -> str:
    # Bare, a carriage return is read as a line break.
    return escape(_clean(value), {"\r": "&#13;"})


FORMAT = ExportFormat(
    suffixes=(".kml",),
    sentence="KML 2.2, for programs that show globes",
    mime="application/vnd.google-earth.kml+xml",
    render=lambda outgoing: to_kml(outgoing.strikes, outgoing.claims),
    order=5,
)
