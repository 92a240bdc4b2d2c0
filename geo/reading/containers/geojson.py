"""GeoJSON in WGS 84, and other JSON: records in a list, in an object, one a line, or in a uMap."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

import pandas as pd

from geo.errors import ReadError
from geo.reading.columns import guess_columns
from geo.reading.frames import Points, table_of_columns
from geo.reading.kinds import Container
from geo.reading.opening.descriptions import Description, read_descriptions
from geo.reading.opening.features import (
    NO_OBJECT,
    Feature,
    find_shapes,
    list_features,
    say_no_object,
)
from geo.reading.opening.json_texts import parse_json
from geo.reading.opening.nested import clean_key, find_records, find_rows, flatten_all
from geo.reading.opening.pin_days import find_day
from geo.reading.table import OWN_NAMES, Table, check_filling, check_width

__all__ = ["GEOJSON"]

_DATED = {"date", "date_dmy", "date_mdy", "year"}
_LINK = re.compile(r"\[\[(https?://[^|\]\s]+)(?:\|([^\]]*))?\]\]")  # uMap: [[address|words]]


def _read(content: bytes, name: str) -> Table:
    parsed = parse_json(content, name)
    features = list(list_features(parsed.value, name))
    if features:
        table = _read_features(features, name)
    elif isinstance(parsed.value, Mapping) and parsed.value.get("features") == []:
        # Without features there are no columns; it is an empty table of ours.
        table = Table(name, pd.DataFrame(columns=list(OWN_NAMES)))
    else:
        records = find_records(parsed.value) or find_rows(parsed.value)
        if records is None:
            raise ReadError(
                f"{name}: no GeoJSON FeatureCollection, and no list of records; save it as one"
            )
        table = _read_records(records, name)
    broken = {**table.broken.to_dict(), **parsed.broken}
    return replace(
        table, broken=pd.Series(broken, dtype=object), notes=(*parsed.notes, *table.notes)
    )


def _read_records(records: Sequence[Mapping[str, object]], name: str) -> Table:
    odd = {number: say_no_object(record[NO_OBJECT])
           for number, record in enumerate(records, start=1) if NO_OBJECT in record}  # fmt: skip
    whole = [{} if number in odd else record for number, record in enumerate(records, start=1)]
    table = table_of_columns(_frame(flatten_all(whole, name), len(whole)), name)
    return replace(table, broken=pd.Series({**table.broken.to_dict(), **odd}, dtype=object))


def _read_features(features: Sequence[Feature], name: str) -> Table:
    rows = [_properties(feature) for feature in features]
    own = any("location_status" in row for row in rows)
    if not own and any(isinstance(row.get("description"), str) for row in rows):
        rows = _open_descriptions(rows)
    columns = _take_all(rows, name) if own else flatten_all(rows, name)
    shapes, reasons = find_shapes(features)
    table = table_of_columns(_frame(columns, len(rows)), name, Points(shapes))
    broken = {**table.broken.to_dict(), **reasons}
    return replace(table, broken=pd.Series(broken, dtype=object))


def _properties(feature: Feature) -> dict[str, object]:
    given = feature.get("properties")
    row = dict(given) if isinstance(given, Mapping) else {}
    if "strike_id" not in row and feature.get("id") is not None:
        row["strike_id" if "location_status" in row else "id"] = feature["id"]
    return row


def _open_descriptions(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """Return rows with what the descriptions of pins say, for those to which none gave a date.

    Maps drawn by hand, such as uMap's, have a name and a description of lines `name: value`; their
    day may be no more than what these begin with.
    """
    texts = [_LINK.sub(r"\2 \1", str(row.get("description") or "")) for row in rows]
    said = read_descriptions(texts)
    keys = dict.fromkeys(key for row in rows for key in row)
    pairs = dict.fromkeys(name for one in said for name, _ in one.pairs)
    dated = {key for key in (*keys, *pairs) if set(guess_columns([key]).values()) & _DATED}
    names = {key.casefold(): key for key in keys}
    opened = []
    for row, one in zip(rows, said, strict=True):
        added = dict(row)
        if not any(row.get(key) for key in dated):
            added = _add_description(row, one, names)
        if not any(added.get(key) for key in dated):
            day = find_day(str(row.get("name") or ""), one.text)
            added |= {names.get("date", "date"): day} if day else {}
        opened.append(added)
    return opened


def _add_description(
    row: Mapping[str, object], said: Description, names: dict[str, str]
) -> dict[str, object]:
    added, running = dict(row), [said.text]
    for name, value in said.pairs:
        key = names.setdefault(name.casefold(), name)
        if added.get(key):
            running.append(f"{name}: {value}")
        else:
            added[key] = value
    added["description"] = "\n".join(filter(None, running))
    if said.links and not added.get("links"):
        added["links"] = "; ".join(said.links)
    return added


def _take_all(rows: Sequence[Mapping[str, object]], name: str) -> dict[str, Sequence[object]]:
    """Return the columns of our own features, whose claims stay the lists that they are."""
    keys = dict.fromkeys(chain.from_iterable(rows))
    check_width(len(keys), name)
    check_filling(len(rows), len(keys), sum(map(len, rows)), name)
    return {clean_key(key): [row.get(key) for row in rows] for key in keys}


def _frame(columns: Mapping[str, Sequence[object]], rows: int) -> pd.DataFrame:
    typed = {key: pd.Series(list(values), dtype=object) for key, values in columns.items()}
    return pd.DataFrame(typed, index=range(rows))


GEOJSON = Container(
    "GeoJSON",
    (".geojson", ".json", ".jsonl", ".ndjson", ".geojsonl", ".geojsons", ".umap"),
    _read,
)
