"""What a sheet's file tells of itself: options, data hash, editions; and reading it back."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any, Protocol
from xml.etree import ElementTree

import geopandas as gpd
import pandas as pd
from PIL import Image

from geo.briefing.map.base_map import Ground
from geo.briefing.terms.options import SheetError, SheetOptions
from geo.strikes.filters import claims_of
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS, Column

__all__ = ["KEY", "describe", "hash_data", "read_description"]

KEY = "strikemap-sheet"
VERSION = 1
SHOWN_DIGITS = 12  # of the hash, on the sheet itself
_PDF_KEYWORDS = re.compile(rb"/Keywords \(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_PDF_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_MOST_BYTES = 200_000_000  # a file larger than this is no sheet of ours


class Digest(Protocol):
    """What a hash takes in."""

    def update(self, data: bytes, /) -> None:
        """Take in more bytes."""


def hash_data(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return the SHA-256 of strikes and their claims, whatever order their rows have."""
    digest = hashlib.sha256()
    ordered = strikes.sort_index()
    _add_texts(digest, ordered.index)
    _add_columns(digest, ordered, STRIKE_COLUMNS)
    points = ordered.geometry
    for axis in (points.x, points.y):
        digest.update(axis.to_numpy(dtype="<f8", na_value=float("nan")).tobytes())
    told = claims_of(claims, strikes).sort_values("claim_id", kind="stable")
    _add_columns(digest, told, CLAIM_COLUMNS)
    return digest.hexdigest()


def _add_columns(digest: Digest, table: pd.DataFrame, columns: Iterable[Column]) -> None:
    for column in columns:
        values = table[column.name]
        digest.update(f"\x1d{column.name}\x1d".encode())
        if column.dtype == "text":
            _add_texts(digest, values)
        elif column.dtype == "date":
            digest.update(values.to_numpy(dtype="datetime64[D]").astype("<i8").tobytes())
        else:
            digest.update(values.to_numpy(dtype="<f8", na_value=float("nan")).tobytes())


def _add_texts(digest: Digest, values: pd.Series | pd.Index) -> None:
    if values.isna().all():
        digest.update(f"\x00{len(values)}".encode("ascii"))
        return
    texts = values.fillna("\x00").to_numpy(dtype=object).tolist()
    digest.update("\x1f".join(texts).encode("utf-8", "surrogatepass"))


def _gazetteer_edition(country: str) -> str:
    """Return 12 digits of the hash of the country's places, '' where none ship."""
    path = resources.files("gazetteer").joinpath("data", country, "places.csv")
    if not path.is_file():
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:SHOWN_DIGITS]


def describe(
    options: SheetOptions, ground: Ground, *, shown_hash: str, whole_hash: str
) -> dict[str, Any]:
    """Return what a sheet's file tells of itself: no path, no name of a user or machine."""
    return {
        KEY: VERSION,
        "options": options.to_json(),
        "filters_in_words": options.filters.in_words(),
        "data_sha256": shown_hash,
        "whole_data_sha256": whole_hash,
        "country": ground.country,
        "boundaries": {"credit": ground.credit, "edition": ground.edition},
        "gazetteer": {"edition": _gazetteer_edition(ground.country)},
    }


def to_text(description: Mapping[str, Any]) -> str:
    """Return the description as one line of ASCII."""
    return json.dumps(description, ensure_ascii=True, separators=(",", ":"))


def read_description(path: Path) -> dict[str, Any]:
    """Read what a .png, .pdf, .svg, .pptx or .gif sheet tells of itself.

    Raises SheetError where the file is missing, is no sheet or was made without metadata.
    """
    readers = {
        ".png": _from_picture, ".gif": _from_picture, ".pdf": _from_pdf, ".svg": _from_svg,
        ".pptx": _from_pptx,
    }  # fmt: skip
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise SheetError(f"{path}: no sheet; give a {', '.join(readers)} file")
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise SheetError(f"{path}: too large for a sheet")
        told = json.loads(reader(path))
    except FileNotFoundError as error:
        raise SheetError(f"{path}: there is no such file") from error
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, ElementTree.ParseError) as error:
        raise SheetError(
            f"{path}: tells nothing of itself; it is no sheet of strikemap, was saved anew by "
            "another program, or was made with --no-metadata"
        ) from error
    if not isinstance(told, dict) or told.get(KEY) != VERSION:
        raise SheetError(f"{path}: made by another version of strikemap; make it anew by hand")
    return told


def _from_picture(path: Path) -> str:
    with Image.open(path) as picture:
        told = picture.info[KEY] if path.suffix.lower() == ".png" else picture.info["comment"]
    return told.decode("ascii") if isinstance(told, bytes) else str(told)


def _from_pdf(path: Path) -> str:
    found = _PDF_KEYWORDS.search(path.read_bytes())
    if found is None:
        raise ValueError("no keywords")

    def unescape(match: re.Match[bytes]) -> bytes:
        code = match.group(1)
        if code.isdigit():
            return bytes([int(code, 8)])
        return {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"\n": b""}.get(code, code)

    return _PDF_ESCAPE.sub(unescape, found.group(1)).decode("ascii")


def _from_svg(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if "<!ENTITY" in text:
        raise ValueError("entities")
    root = ElementTree.fromstring(text)  # noqa: S314 - entities are refused above
    for element in root.iter():
        if element.tag.endswith("}description") and element.text and KEY in element.text:
            return element.text
    raise ValueError("no description")


def _from_pptx(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        text = archive.read("docProps/core.xml").decode("utf-8")
    if "<!ENTITY" in text:
        raise ValueError("entities")
    root = ElementTree.fromstring(text)  # noqa: S314 - entities are refused above
    for element in root.iter():
        if element.tag.endswith("}description") and element.text:
            return element.text
    raise ValueError("no description")
