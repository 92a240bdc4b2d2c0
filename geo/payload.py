"""Strikes and claims -> one compact text for the browser: typed columns, dictionaries, gzip.

The text is base64 of: the word `SMP1`, the length of a JSON header as uint32, the header
(`{"token", "sections": [[name, length], ...]}`), then one gzip member for each section. Sections:

- `head`: JSON; counts, the columns' names, types and places in `columns`, small dictionaries.
- `columns`: little-endian arrays that the map steps over, one after the other, 8-byte aligned.
- `texts`: JSON; what popups say, as dictionaries and codes; the browser opens it at the first
  popup only.
- `options`, `base_map`: JSON; only where a host wants everything in one literal.

Rows stand in three groups: one-day rows by day, longer spans by first day, undated rows.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Literal

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.schema import LOCATION_STATUSES, TOLLS

__all__ = [
    "HASH_LENGTH",
    "MODES",
    "MapOptions",
    "Payload",
    "View",
    "encode_base_map",
    "encode_strikes",
]

MAGIC = b"SMP1"
WORLD_BITS = 26  # x and y count 2**26 steps around the equator: 0.6 m each, 0.5 m in Syria
MISSING = -1  # stands for null in count and row columns
MERCATOR_LAT = 85.0511287798  # degrees; where web mercator ends

# Codes the map filters, colours or counts by; the dictionaries travel with the columns.
CODED = ("kind", "actor", "attribution", "event_status", "adm1_code", "precision")
POPUP_TEXTS = (
    "place_text", "governorate_text", "place_name", "place_name_ar", "match_method",
    "match_reason", "adm1_name", "adm2_name", "adm3_name", "adm_note", "date_precision",
    "time_local", "munition", "weapon", "target", "target_kind", "outcome", "event_id",
)  # fmt: skip
CLAIM_TEXTS = (
    "claimant", "outlet", "title", "published", "url", "archive_url", "place_text", "date_text",
    "actor", "attribution", "toll_text", "toll_scope", "note",
)  # fmt: skip


# How strikes can be shown, as geo/static/legend.js offers it; the first is the usual one.
MODES = {
    "show": ("clusters", "areas", "density"),
    "colour": ("kind", "actor", "attribution", "event_status"),
    "size": ("count", "killed_min", "killed_max", "per_source"),
    "labels": ("en", "ar"),
    "told_by": ("",),  # open: any source's name, "" for all
}
HASH_LENGTH = 8  # hexadecimal digits of the data's hash in an address


@dataclass(frozen=True, slots=True)
class View:
    """Where the map looks: centre in degrees and Leaflet zoom (0-18)."""

    lon: float
    lat: float
    zoom: float


@dataclass(frozen=True, slots=True)
class MapOptions:
    """What the map and its saved picture say beside the strikes; all of it optional.

    `period` is the slider's first setting (inclusive days), None the whole period; `sources`
    are the lines of the picture's source list, none: those of the strikes it shows; `data_as_of`
    is the newest claim's date as known. `modes` are the first ways to show by name, of `MODES`.
    """

    title: str = ""
    filters_in_words: str = ""
    sources: tuple[str, ...] = ()
    data_as_of: str = ""
    period: tuple[date, date] | None = None
    view: View | None = None
    theme: Literal["auto", "light", "dark"] = "auto"
    language: Literal["en"] = "en"
    modes: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        """Return the options as the browser reads them: days as ISO dates."""
        told = asdict(self)
        told["modes"] = dict(self.modes)
        told["period"] = [day.isoformat() for day in self.period] if self.period else None
        return told


@dataclass(frozen=True, slots=True)
class Payload:
    """Encoded strikes: gzip members by section name, and a token that changes with the content.

    `ids` are the strikes' ids in the order of the payload's rows.
    """

    token: str
    ids: pd.Index = field(repr=False, compare=False)
    sections: Mapping[str, bytes] = field(repr=False)

    @property
    def rows(self) -> int:
        """Number of strikes."""
        return len(self.ids)

    def add(self, name: str, value: object) -> Payload:
        """Return a payload that carries `value` as one more JSON section."""
        raw = _to_json(value)
        sections = {**self.sections, name: _zip(raw)}
        return replace(self, sections=sections, token=_hash([self.token.encode(), raw]))

    def mark_rows(self, chosen: pd.Index) -> str:
        """Return which rows `chosen` ids are, as the browser takes it: "" where all are.

        Base64 of gzipped bits, the first row the lowest bit of the first byte.
        """
        marks = np.zeros(self.rows, bool)
        found = self.ids.get_indexer(chosen)  # isin takes ten times as long on texts
        marks[found[found >= 0]] = True
        if marks.all():
            return ""
        bits = np.packbits(marks, bitorder="little").tobytes()
        return base64.b64encode(_zip(bits)).decode("ascii")

    def to_base64(self) -> str:
        """Return the text the browser decodes; only A-Z, a-z, 0-9, +, / and =."""
        sizes = [[name, len(member)] for name, member in self.sections.items()]
        header = json.dumps({"token": self.token, "sections": sizes}).encode()
        parts = [MAGIC, struct.pack("<I", len(header)), header, *self.sections.values()]
        return base64.b64encode(b"".join(parts)).decode("ascii")


def encode_strikes(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> Payload:
    """Encode validated strikes with their claims for the map layer.

    Repeats byte for byte for the same tables. A row keeps its place in no order of the input:
    the map speaks of strikes by `strike_id`.
    """
    ordered, groups = _order_rows(strikes)
    columns = _map_columns(ordered)
    dictionaries = {}
    for name in CODED:
        columns[name], dictionaries[name] = _encode_texts(ordered[name])
    block, places = _pack(columns)
    head = {
        "rows": len(ordered),
        "groups": groups,
        "world_bits": WORLD_BITS,
        "columns": places,
        "dictionaries": dictionaries,
        "statuses": list(LOCATION_STATUSES),
    }
    sections = {
        "head": _to_json(head),
        "columns": block,
        "texts": _to_json(_popup_texts(ordered, claims)),
    }
    return _zip_sections(ordered.index, sections)


def encode_base_map(base_map: Mapping[str, object]) -> str:
    """Encode the base map's GeoJSON alone, for a host that sends it beside the strikes."""
    return _zip_sections(pd.Index([]), {"base_map": _to_json(base_map)}).to_base64()


def _zip_sections(ids: pd.Index, sections: Mapping[str, bytes]) -> Payload:
    # The token is that of the content: the same data have it whatever packed them.
    zipped = {name: _zip(raw) for name, raw in sections.items()}
    return Payload(_hash(sections.values()), ids, zipped)


def _order_rows(strikes: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, dict[str, int]]:
    start, end = strikes["date_start"], strikes["date_end"]
    group = np.select([start.isna(), end > start], [2, 1], 0)
    order = np.lexsort((strikes.index.to_numpy(dtype=object), _days(start), group))
    counts = np.bincount(group, minlength=3)
    names = ("one_day", "spans", "undated")
    return strikes.iloc[order], {name: int(n) for name, n in zip(names, counts, strict=True)}


def _days(dates: pd.Series) -> np.ndarray:
    """Return days since 1970-01-01 as int32; null becomes 0, told apart by its group."""
    days = dates.to_numpy(dtype="datetime64[D]").astype("int64")
    told: np.ndarray = np.where(dates.isna(), 0, days).astype("<i4")
    return told


def _map_columns(strikes: gpd.GeoDataFrame) -> dict[str, np.ndarray]:
    x, y = _mercator_steps(strikes)
    status = pd.Categorical(strikes["location_status"], LOCATION_STATUSES).codes.astype("u1")
    columns = {
        "x": x,
        "y": y,
        "day_start": _days(strikes["date_start"]),
        "day_end": _days(strikes["date_end"]),
        "status": status,
        "uncertainty_km": strikes["uncertainty_km"].fillna(MISSING).to_numpy(dtype="<f4"),
    }
    for name in ("killed_min", "killed_max"):
        columns[name] = _counts(strikes[name])
    return columns


def _mercator_steps(strikes: gpd.GeoDataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return web mercator x and y, from the north-west corner; 0 where there is no point."""
    points = strikes.geometry
    lon = points.x.fillna(0).to_numpy()
    lat = np.clip(points.y.fillna(0).to_numpy(), -MERCATOR_LAT, MERCATOR_LAT)
    sine = np.sin(np.radians(lat))
    unit_x = lon / 360 + 0.5
    unit_y = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)
    absent = points.isna().to_numpy()
    steps = [np.clip(np.round(unit * 2**WORLD_BITS), 0, 2**WORLD_BITS - 1) for unit in
             (unit_x, unit_y)]  # fmt: skip
    x, y = (np.where(absent, 0, step).astype("<u4") for step in steps)
    return x, y


def _counts(values: pd.Series) -> np.ndarray:
    counts: np.ndarray = values.fillna(MISSING).to_numpy(dtype="<i4")
    return counts


def _encode_texts(texts: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return each row's code and the texts they stand for; code 0 is null."""
    codes, words = pd.factorize(texts, sort=False)
    width = "u1" if len(words) < 2**8 else "<u2" if len(words) < 2**16 else "<u4"
    return (codes + 1).astype(width), [str(word) for word in words]


def _pack(columns: Mapping[str, np.ndarray]) -> tuple[bytes, list[list[object]]]:
    parts: list[bytes] = []
    places: list[list[object]] = []
    offset = 0
    for name, values in columns.items():
        raw = values.tobytes()
        padding = -len(raw) % 8
        places.append([name, values.dtype.str[1:], offset])
        parts += [raw, bytes(padding)]
        offset += len(raw) + padding
    return b"".join(parts), places


def _popup_texts(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> dict[str, object]:
    rows = strikes.index.get_indexer(claims["strike_id"])
    order = np.argsort(rows, kind="stable")
    order = order[rows[order] >= 0]
    tolls = [f"{toll}_{end}" for toll in TOLLS for end in ("min", "max")]
    return {
        "ids": strikes.index.tolist(),
        "texts": _coded_lists(strikes, POPUP_TEXTS),
        "counts": {name: _counts(strikes[name]).tolist() for name in tolls[2:]},
        "toll_lead": _lead_rows(strikes),
        "claim_rows": rows[order].tolist(),
        "claims": _coded_lists(claims.iloc[order], CLAIM_TEXTS),
    }


def _lead_rows(strikes: gpd.GeoDataFrame) -> list[int | str | None]:
    """Return where each row's toll stands: a row number, an id that is not here, or null."""
    leads: list[int | str | None] = [None] * len(strikes)
    told = strikes["toll_lead"].to_numpy(dtype=object)
    for row in np.flatnonzero(strikes["toll_lead"].notna()):
        lead = told[row]
        if lead != strikes.index[row]:
            here = lead in strikes.index
            leads[row] = int(strikes.index.get_loc(lead)) if here else str(lead)
    return leads


def _coded_lists(table: pd.DataFrame, names: Sequence[str]) -> dict[str, object]:
    """Return columns as [codes, words]; a column without any value is left out."""
    coded: dict[str, object] = {}
    for name in names:
        codes, words = _encode_texts(table[name])
        if words:
            coded[name] = [codes.tolist(), words]
    return coded


def _zip(raw: bytes) -> bytes:
    return gzip.compress(raw, compresslevel=6, mtime=0)


def _to_json(value: object) -> bytes:
    # ASCII escapes keep unpaired surrogates, which UTF-8 cannot carry.
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def _hash(contents: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:16]
