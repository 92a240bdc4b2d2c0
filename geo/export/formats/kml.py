"""KML 2.2, for programs that show globes: a placemark a strike."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

import geopandas as gpd
import pandas as pd

from gazetteer.language import N_
from geo.export.format import ExportFormat, Outgoing
from geo.export.labels.column_titles import title_of
from geo.export.labels.kind_colours import KIND_COLOURS
from geo.export.provenance import word_file
from geo.export.records import group_claims, list_strikes
from geo.strikes.filters import claims_of

__all__ = ["FORMAT", "to_kml"]

# XML 1.0 has no way to write these.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# The letters that an xs:ID has for sure; "_" begins how another is written.
_NO_ID_LETTER = re.compile(r"[^A-Za-z0-9.-]")
_FOLDERS = {
    "located": "Located",
    "area_only": "Known only to an area, without a point",
    "unlocated": "Not located",
}

Record: TypeAlias = Mapping[str, object]


def to_kml(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return a KML document; rows without a point are placemarks without geometry.

    A folder for each of the three ways to be located; GDAL takes each for a layer. Each placemark
    has the span of its possible days, the colour of its kind, and every column as data, its claims
    as JSON.
    """
    return _render(Outgoing(strikes, claims_of(claims, strikes)))


def _render(outgoing: Outgoing) -> str:
    own = group_claims(outgoing.claims)
    records = list_strikes(outgoing.strikes)
    for record in records:
        record["claims"] = json.dumps(own.get(str(record["strike_id"]), []), ensure_ascii=False)
    said = [*word_file(outgoing)]
    title = outgoing.options.title if outgoing.options else ""
    return "".join(_document(records, title or "Strikes", said))


def _document(
    records: Sequence[Record], name: str, said: Sequence[tuple[str, str]]
) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'
    yield f"<name>{_text(name)}</name>\n<description>"
    yield "\n".join(_text(f"{key}: {value}") for key, value in said)
    yield "</description>\n"
    for kind, look in KIND_COLOURS.items():
        blue_first = "".join(f"{part:02x}" for part in reversed(look.rgb))
        yield f'<Style id="{kind}"><IconStyle><color>ff{blue_first}</color></IconStyle></Style>\n'
    yield "<ExtendedData>\n"
    yield from (_data(key, value) for key, value in said)
    yield "</ExtendedData>\n"
    for status, title in _FOLDERS.items():
        chosen = [record for record in records if record["location_status"] == status]
        if chosen:
            yield f"<Folder>\n<name>{title}: {len(chosen):,} of {len(records):,}</name>\n"
            yield from (part for record in chosen for part in _placemark(record))
            yield "</Folder>\n"
    yield "</Document>\n</kml>\n"


def _placemark(record: Record) -> Iterator[str]:
    yield f"<Placemark id={quoteattr(_xml_id(str(record['strike_id'])))}>\n"
    yield f"<name>{_text(record.get('place_text') or record.get('adm1_name') or '')}</name>\n"
    if record.get("note"):
        yield f"<description>{_text(record['note'])}</description>\n"
    if record.get("date_start"):
        begin, end = _text(record["date_start"]), _text(record["date_end"])
        yield f"<TimeSpan><begin>{begin}</begin><end>{end}</end></TimeSpan>\n"
    yield f"<styleUrl>#{record['kind']}</styleUrl>\n<ExtendedData>\n"
    for column, value in record.items():
        if value is not None and column not in ("lon", "lat"):
            yield _data(column, value, title_of(column))
    yield "</ExtendedData>\n"
    if record.get("lon") is not None:
        yield f"<Point><coordinates>{record['lon']},{record['lat']}</coordinates></Point>\n"
    yield "</Placemark>\n"


def _data(name: str, value: object, title: str = "") -> str:
    shown = f"<displayName>{_text(title)}</displayName>" if title else ""
    return f"<Data name={quoteattr(name)}>{shown}<value>{_text(value)}</value></Data>\n"


def _xml_id(strike_id: str) -> str:
    """Return an id as xs:ID takes it, alike only where the ids are.

    >>> _xml_id("seeds:2015_a")
    'id.seeds_3a.2015_5f.a'
    """
    return "id." + _NO_ID_LETTER.sub(lambda found: f"_{ord(found[0]):x}.", strike_id)


def _clean(value: object) -> str:
    return _FORBIDDEN.sub("\ufffd", str(value))


def _text(value: object) -> str:
    # Bare, a carriage return is read as a line break.
    return escape(_clean(value), {"\r": "&#13;"})


FORMAT = ExportFormat(
    suffixes=(".kml",),
    sentence="KML 2.2 with time and folders, for Google Earth",
    mime="application/vnd.google-earth.kml+xml",
    render=_render,
    label=N_("KML, for Google Earth"),
    order=5,
)
