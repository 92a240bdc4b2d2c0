"""Strikes and claims -> one compact text for the browser: byte planes, dictionaries, gzip.

The text is base64 of: the word `SMP2`, the length of a JSON header as uint32, the header
(`{"token", "sections": [[name, length], ...]}`), then one gzip member for each section. Header
and members are filled up to multiples of three bytes, so that each is a text of its own within
the text: what is not needed yet stays as it is. Sections:

- `head`: JSON; counts, dictionaries, how `columns` is read.
- `columns`: a block (geo/webmap/payload/blocks.py) of what the map steps over.
- `texts`, `words`: JSON and its block; what details say, opened when first asked for.
- `options`, `base_map`: JSON; only where a host wants everything in one literal.

Rows stand in three groups: one-day rows by day, longer spans by first day, undated rows; within
a day by the place as it was reported, those without one from west to east.
"""

from __future__ import annotations

import base64
import hashlib
import json
import struct
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Literal

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.webmap.languages import check_language
from geo.webmap.payload.columns import pack_columns
from geo.webmap.payload.deflating import TEXTS, Part, zip_parts
from geo.webmap.payload.frame import Frame
from geo.webmap.payload.kept import Kept
from geo.webmap.payload.ordering import order_rows
from geo.webmap.payload.texts import pack_texts

__all__ = [
    "HASH_LENGTH",
    "MODES",
    "MapOptions",
    "Payload",
    "View",
    "encode_base_map",
    "encode_strikes",
]

MAGIC = b"SMP2"

# How strikes can be shown, as static/modes/ways.js has it; the first is the usual one.
MODES = {
    "show": (
        "clusters", "areas", "districts", "density", "difference", "district_difference",
    ),
    "colour": ("kind", "actor", "attribution", "event_status"),
    "size": ("count", "killed_min", "killed_max", "per_source"),
    "labels": ("en", "ar", "local", "both"),
    "told_by": ("",),  # open: any source's name, "" for all
    "compare": ("",),  # open: what static/compare/side.js writes, "" for nothing
    "multiples": ("", "auto", "month", "quarter", "year", "area", "district"),
}  # fmt: skip
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
    is the newest claim's date as known; `notes` are sentences on all of the data, such as how many
    strikes its rows stand for; `held` are the columns of strikes that a release holds back: empty,
    and not unreported. `frame` is the box that is first shown where there is no `view`, None the
    country. `language` is that of the map's own words, of `geo.webmap.languages`; what data and
    sources say stays as it is. `modes` are the first ways to show by name, of `MODES`.
    """

    title: str = ""
    filters_in_words: str = ""
    sources: tuple[str, ...] = ()
    data_as_of: str = ""
    notes: tuple[str, ...] = ()
    period: tuple[date, date] | None = None
    view: View | None = None
    frame: Frame | None = None
    theme: Literal["auto", "light", "dark"] = "auto"
    language: str = "en"
    modes: Mapping[str, str] = field(default_factory=dict)
    held: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return the options as the browser reads them: days as ISO dates.

        Raises ExportError for a language that the map does not speak.
        """
        fields = asdict(self)
        check_language(self.language)
        fields["modes"] = dict(self.modes)
        fields["period"] = [day.isoformat() for day in self.period] if self.period else None
        return fields


@dataclass(frozen=True, slots=True)
class Payload:
    """Encoded strikes: gzip members by section name, and a token that changes with the content.

    `ids` are the strikes' ids in the order of the payload's rows, and `order` the row of the
    strikes' table that each of them is.
    """

    token: str
    ids: pd.Index = field(repr=False, compare=False)
    sections: Mapping[str, bytes] = field(repr=False)
    order: NDArray[np.intp] = field(
        default_factory=lambda: np.zeros(0, np.intp), repr=False, compare=False
    )

    @property
    def rows(self) -> int:
        """Number of strikes."""
        return len(self.ids)

    def add(self, name: str, value: object) -> Payload:
        """Return a payload that carries `value` as one more JSON section."""
        raw = _to_json(value)
        sections = {**self.sections, name: zip_parts([(raw, TEXTS)])}
        return replace(self, sections=sections, token=_hash([self.token.encode(), raw]))

    def mark_rows(self, chosen: pd.Index) -> str:
        """Return which rows `chosen` ids are, as the browser takes it: "" where all are.

        Base64 of gzipped bits, the first row the lowest bit of the first byte.
        """
        marks = np.zeros(self.rows, bool)
        found = self.ids.get_indexer(chosen)  # isin takes ten times as long on texts
        marks[found[found >= 0]] = True
        return self.word_marks(marks)

    @staticmethod
    def word_marks(marks: NDArray[np.bool_]) -> str:
        """Return marks of the payload's rows, in their order, as `mark_rows` does."""
        if marks.all():
            return ""
        bits = np.packbits(marks, bitorder="little").tobytes()
        return base64.b64encode(zip_parts([(bits, TEXTS)])).decode("ascii")

    def to_base64(self) -> str:
        """Return the text the browser decodes; only A-Z, a-z, 0-9, +, / and =."""
        sizes = [[name, len(member)] for name, member in self.sections.items()]
        header = json.dumps({"token": self.token, "sections": sizes}).encode()
        begin = MAGIC + struct.pack("<I", len(header)) + header
        parts = [part + bytes(-len(part) % 3) for part in (begin, *self.sections.values())]
        return base64.b64encode(b"".join(parts)).decode("ascii")


def encode_strikes(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, *, districts: Collection[str] = (),
    kept: Kept | None = None,
) -> Payload:  # fmt: skip
    """Encode validated strikes with their claims for the map layer.

    districts: codes of the second-level areas that the map draws, none for no such map.
    kept: what was worked out of the strikes before some of them changed, which is kept there anew.

    Repeats byte for byte for the same tables. A row keeps its place in no order of the input:
    the map speaks of strikes by `strike_id`.
    """
    kept = kept or Kept()
    ordered = order_rows(strikes, kept)
    plain = pd.DataFrame(strikes)  # a GeoDataFrame gives each column ten times as slowly
    head, columns = pack_columns(plain, ordered, districts, kept)
    texts, words = pack_texts(plain, claims, order=ordered.order, ids=ordered.ids, kept=kept)
    sections = {
        "head": [(_to_json(head), TEXTS)],
        "columns": columns.parts,
        "texts": [(_to_json(texts), TEXTS)],
        "words": words.parts,
    }
    payload = _zip_sections(strikes.index[ordered.order], sections, kept)
    kept.end()
    return replace(payload, order=ordered.order)


def encode_base_map(base_map: Mapping[str, object]) -> str:
    """Encode the base map's GeoJSON alone, for a host that sends it beside the strikes."""
    sections = {"base_map": [(_to_json(base_map), TEXTS)]}
    return _zip_sections(pd.Index([]), sections).to_base64()


def _zip_sections(
    ids: pd.Index, sections: Mapping[str, list[Part]], kept: Kept | None = None
) -> Payload:
    # The token is that of the content: the same data have it whatever packed them.
    zipped = {name: zip_parts(parts, kept) for name, parts in sections.items()}
    contents = (raw for parts in sections.values() for raw, _ in parts)
    return Payload(_hash(contents), ids, zipped)


def _to_json(value: object) -> bytes:
    # ASCII escapes keep unpaired surrogates, which UTF-8 cannot carry.
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def _hash(contents: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:16]
