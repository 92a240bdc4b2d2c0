"""What CSV has no place for, in a file beside it: CSV on the Web (W3C, 17 December 2015)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from geo.export.credits import ATTRIBUTION, HELD_BACK, LICENCE
from geo.export.format import Outgoing
from geo.export.labels.column_titles import title_of
from geo.export.provenance import describe_file
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS, Column

__all__ = ["describe_csv", "metadata_beside"]

_TYPES = {"text": "string", "date": "date", "count": "integer", "number": "double"}
_POINT = (
    Column("lon", "number", "longitude in degrees, WGS 84; null where there is no point"),
    Column("lat", "number", "latitude in degrees, WGS 84; null where there is no point"),
)
_ID = Column("strike_id", "text", "unique", required=True)


def metadata_beside(path: Path) -> Path:
    """Return where readers look for what a CSV is: strikes.csv-metadata.json of strikes.csv."""
    return path.with_name(f"{path.name}-metadata.json")


def describe_csv(outgoing: Outgoing, strikes: str, claims: str) -> str:
    """Return the metadata of two files by their names: tables, columns, and what they say."""
    beside = [] if outgoing.beside is None else [str(name) for name in outgoing.beside.columns]
    further = [Column(name, "text", "of an own layer") for name in beside]
    said = describe_file(outgoing)
    document = {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": said.get("title", "Strikes"),
        "dc:rights": ATTRIBUTION,
        "dc:license": LICENCE,
        "dc:identifier": f"sha256:{said['data_sha256']}",
        "dc:description": said.get("filters", ""),
        "notes": [said],
        "dialect": {"encoding": "utf-8", "headerRowCount": 2 if outgoing.hxl else 1},
        "tables": [
            _describe_table(
                strikes,
                (_ID, *STRIKE_COLUMNS, *_POINT, *further),
                ["strike_id"],
                outgoing.held.get("strikes", ()),
            ),
            _describe_table(claims, CLAIM_COLUMNS, ["claim_id"], outgoing.held.get("claims", ())),
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _describe_table(
    url: str, columns: Iterable[Column], key: Sequence[str], held: Sequence[str]
) -> dict[str, object]:
    return {
        "url": url,
        "tableSchema": {
            "columns": [_describe_column(column, held) for column in columns],
            "primaryKey": list(key),
        },
    }


def _describe_column(column: Column, held: Sequence[str]) -> dict[str, object]:
    words = f"; one of {', '.join(column.vocabulary)}" if column.vocabulary else ""
    return {
        "name": column.name,
        "titles": [column.name, title_of(column.name)],
        "datatype": _TYPES[column.dtype],
        "dc:description": HELD_BACK if column.name in held else f"{column.meaning}{words}",
        "required": column.required,
    }
