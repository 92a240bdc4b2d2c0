"""Who's On First (CC0) -> drafts of places: its SQLite database, its GeoJSON, its CSV tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from gazetteer.errors import GazetteerError
from gazetteer.tables.databases import list_tables, open_database, read_batches
from gazetteer.tables.draft import Draft
from gazetteer.tables.files import PlaceFile
from gazetteer.tables.format import PlaceFormat
from gazetteer.tables.rows import read_rows, rename_columns

__all__ = ["FORMAT"]

_KINDS = {
    "locality": "settlement", "localadmin": "settlement", "borough": "neighbourhood",
    "macrohood": "neighbourhood", "neighbourhood": "neighbourhood",
    "microhood": "neighbourhood", "campus": "facility", "region": "governorate",
    "county": "district",
}  # fmt: skip
# Languages of names that a report may use; Who's On First has them in two hundred.
_LANGUAGES = frozenset(
    ("eng", "ara", "fra", "deu", "spa", "tur", "kur", "kmr", "rus", "ukr", "heb", "fas", "und", "")
)
_NAMES = (
    "SELECT id, language, privateuse, name FROM names WHERE name <> '' ORDER BY id, "
    "privateuse = 'preferred' DESC"
)
_RECORDS = (
    "SELECT id, name, placetype, longitude, latitude, parent_id FROM spr "
    "WHERE is_deprecated < 1 AND is_superseded < 1 AND is_ceased < 1"
)
_FEATURE = {"wof:id", "wof:placetype"}  # fields that every feature has
# Columns of its meta tables in lower case, by the names that any table may have.
_RENAMED = {"geom_latitude": "latitude", "geom_longitude": "longitude"}


def _recognise(file: PlaceFile) -> float:
    if file.holds == "database":
        return 1.0
    if file.header >= _FEATURE:
        return 1.0
    return 0.9 if file.header & {"wof_id", *_RENAMED} else 0.0


def _read(file: PlaceFile) -> list[Draft]:
    if file.holds == "database":
        return _read_database(file.path)
    if file.header >= _FEATURE:
        return _read_features(file)
    drafts = read_rows(file.path, rename_columns(file.rows(), _RENAMED))
    if "wof_id" in file.header:
        for draft in drafts:
            draft.place_id = f"gn:{draft.gn_id}" if draft.gn_id else f"wof:{draft.place_id}"
    return drafts


def _read_database(path: Path) -> list[Draft]:
    """Read an SQLite distribution: the tables spr, names, concordances and ancestors.

    Records that are deprecated, superseded or ceased are left out. Raises GazetteerError.
    """
    with open_database(path, str(path)) as connection:
        return list(_read_records(path, connection))


def _read_records(path: Path, connection: sqlite3.Connection) -> Iterator[Draft]:
    tables = list_tables(connection)
    if not {"spr", "names"} <= tables:
        held = ", ".join(sorted(tables)) or "no table"
        raise GazetteerError(f"{path}: holds {held}; a Who's On First database has spr and names")
    names: dict[int, list[tuple[str, str]]] = {}
    for number, language, use, name in chain.from_iterable(read_batches(connection, _NAMES)):
        if language in _LANGUAGES and use != "historical":
            names.setdefault(number, []).append((language, str(name)))
    geonames = _pairs(connection, tables, "concordances", "other_source = 'gn:id'")
    rows = list(chain.from_iterable(read_batches(connection, _RECORDS)))
    regions = {number: name for number, name, placetype, *_ in rows if placetype == "region"}
    region_of = _pairs(connection, tables, "ancestors", "ancestor_placetype = 'region'")
    for number, name, placetype, lon, lat, parent in rows:
        if placetype in _KINDS and name:
            region = region_of.get(number) or parent
            found = _Found(number, name, placetype, lon, lat)
            yield _draft(found, names.get(number, []), geonames.get(number), regions.get(region))


def _pairs(
    connection: sqlite3.Connection, tables: set[str], table: str, where: str
) -> dict[int, Any]:
    if table not in tables:
        return {}
    column = {"concordances": "other_id", "ancestors": "ancestor_id"}[table]
    statement = f"SELECT id, {column} FROM {table} WHERE {where}"  # noqa: S608 - constants only
    return dict(chain.from_iterable(read_batches(connection, statement)))


class _Found:
    """A record as it is stored."""

    def __init__(self, number: object, name: str, placetype: str, lon: float, lat: float) -> None:
        self.number, self.name, self.placetype, self.lon, self.lat = (
            number, name, placetype, lon, lat,
        )  # fmt: skip


def _draft(
    found: _Found, names: Iterable[tuple[str, str]], gn_id: object, region: str | None
) -> Draft:
    names = list(names)
    gn_id = str(gn_id) if gn_id else None
    place_id = f"gn:{gn_id}" if gn_id else f"wof:{found.number}"
    draft = Draft(place_id, found.name, _KINDS[found.placetype], found.lon, found.lat, gn_id=gn_id)
    draft.name_ar = next((name for language, name in names if language == "ara"), None)
    draft.spellings = [n for n in dict.fromkeys(n for _, n in names) if n != draft.name]
    draft.adm1_name = found.name if draft.kind == "governorate" else region
    if draft.kind == "governorate":
        draft.adm1_code = draft.place_id
    draft.sources = [f"Who's On First {found.number}"]
    return draft


def _read_features(file: PlaceFile) -> list[Draft]:
    """Read features as published on GeoJSON."""
    drafts = []
    for at, row in enumerate(file.layer.features, start=1):
        values = dict(zip(file.layer.fields, row[:-2], strict=True))
        if values.get("wof:placetype") not in _KINDS or not values.get("wof:name"):
            continue
        if values.get("edtf:deprecated") not in (None, "", "uuuu", "..") or _is_list(
            values.get("wof:superseded_by")
        ):
            continue
        lon, lat = _point(values, row)
        if lon is None or lat is None:
            raise GazetteerError(f"{file.path}: feature {at} has no point; give it geom:latitude")
        found = _Found(values["wof:id"], values["wof:name"], values["wof:placetype"], lon, lat)
        concordances = _loads(values.get("wof:concordances"))
        gn_id = concordances.get("gn:id") if isinstance(concordances, dict) else None
        drafts.append(_draft(found, list(_feature_names(values)), gn_id, None))
    return drafts


def _point(values: dict[str, Any], row: list[Any]) -> tuple[float | None, float | None]:
    for kind in ("lbl", "geom"):
        lon, lat = values.get(f"{kind}:longitude"), values.get(f"{kind}:latitude")
        if lon is not None and lat is not None and lon == lon:  # not NaN
            return float(lon), float(lat)
    return row[-2], row[-1]


def _feature_names(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for field, value in values.items():
        if field.startswith("name:") and field[5:8] in _LANGUAGES:
            several = _loads(value)
            for name in several if isinstance(several, list) else []:
                yield field[5:8], str(name)


def _is_list(value: object) -> bool:
    several = _loads(value)
    return isinstance(several, list) and bool(several)


def _loads(value: Any) -> object:  # noqa: ANN401 - as GDAL gives it
    """Return a value that GDAL may have left as JSON text."""
    if isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return None
    return list(value) if hasattr(value, "tolist") else value


FORMAT = PlaceFormat(
    "Who's On First", "its database (.db), features (.geojson) and tables (.csv)", _recognise, _read
)
