"""The sheets of a story: what each is asked to be, from a file or from addresses of the map."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from geo.briefing.terms.options import GROUNDS, GROUPINGS, LABELS, SheetOptions
from geo.errors import FilterError, SheetError
from geo.strikes.filters import Filters

__all__ = ["CHAPTER_PARTS", "MOST_CHAPTERS", "box_of_view", "make_chapter", "read_story"]

CHAPTER_PARTS = (
    "view", "title", "headline", "subtitle", "extent", "colour", "trend", "compare", "strike",
)  # fmt: skip
MOST_CHAPTERS = 120
_EXAMPLE = '{"sheets": [{"title": "October", "view": "from=2015-10-01&to=2015-10-31"}]}'
# The size that Explore's map has on a usual screen, in CSS pixels; a tile has 256.
MAP_WIDTH, MAP_HEIGHT, TILE = 1100, 580, 256
NARROWER = 0.82  # a degree of latitude to one of longitude, in web mercator at 35 degrees
POLE = 85  # degrees, where a sheet's box ends


def read_story(path: Path | str, usual: SheetOptions) -> tuple[SheetOptions, ...]:
    """Read a story's file: JSON with a list `sheets`, an object of `CHAPTER_PARTS` each.

    view: an address of Explore, or its query string: filters, and the part of the map where it
    says one. usual: what all sheets have alike. Raises SheetError naming file, sheet and remedy.
    """
    try:
        said = json.loads(Path(path).read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SheetError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except (ValueError, RecursionError) as error:
        raise SheetError(f"{path}: no JSON ({error}); write {_EXAMPLE}") from error
    sheets = said.get("sheets") if isinstance(said, dict) else None
    if not isinstance(sheets, list) or not sheets:
        raise SheetError(f"{path}: has no list of sheets; write {_EXAMPLE}")
    if len(sheets) > MOST_CHAPTERS:
        raise SheetError(f"{path}: {len(sheets)} sheets; {MOST_CHAPTERS} are the most of a story")
    return tuple(_read(path, at, each, usual) for at, each in enumerate(sheets, start=1))


def _read(path: Path | str, number: int, said: object, usual: SheetOptions) -> SheetOptions:
    try:
        if not isinstance(said, dict):
            raise SheetError(f"is no object of {', '.join(CHAPTER_PARTS)}")
        return make_chapter(said, usual)
    except SheetError as error:
        raise SheetError(f"{path}: sheet {number}: {error}") from error


def make_chapter(said: Mapping[str, object], usual: SheetOptions) -> SheetOptions:
    """Return the options of one sheet of a story; raises SheetError for what cannot be."""
    for part, value in said.items():
        if part not in CHAPTER_PARTS:
            raise SheetError(f"{part!r} is unknown; use {', '.join(CHAPTER_PARTS)}")
        if not isinstance(value, str):
            raise SheetError(f"{part}: {value!r} is no text; write it between quotes")
    own: dict[str, Any] = {part: value for part, value in said.items() if value}
    shown = _read_view(str(own.pop("view", "")), usual)
    return replace(shown, **own)


def _read_view(view: str, usual: SheetOptions) -> SheetOptions:
    """Return the options with filters, map section, colour and labels of an address."""
    query = view.partition("?")[2] if "?" in view else view
    try:
        filters = Filters.from_query(query)
    except FilterError as error:
        raise SheetError(f"view: {error}") from error
    said = parse_qs(query)
    parts = {name: values[-1] for name, values in said.items()}
    box = _read_place(parts.get("at", ""))
    colour, labels = parts.get("colour", ""), parts.get("labels", "")
    own: dict[str, Any] = {
        "extent": box,
        "colour": colour if colour in GROUPINGS else "",
        "labels": labels if labels in LABELS else "",
    }
    chosen = {name: value for name, value in own.items() if value}
    if parts.get("ground") in GROUNDS:
        chosen["ground"] = parts["ground"]
    notes, insets = tuple(said.get("note", ())), tuple(said.get("inset", ()))
    return replace(usual, filters=filters, notes=notes, insets=insets, **chosen)


def _read_place(at: str) -> str:
    """Return the box of "lon,lat,zoom", '' where none is said."""
    if not at:
        return ""
    try:
        lon, lat, zoom = map(float, at.split(","))
    except ValueError as error:
        raise SheetError(f"view: at={at} is no lon,lat,zoom, such as at=36.6,35.6,9") from error
    if not (math.isfinite(lon + lat + zoom) and abs(lon) <= 180 and abs(lat) < POLE and zoom >= 0):
        raise SheetError(f"view: at={at} is off the earth; write lon,lat,zoom in degrees")
    return box_of_view(lon, lat, zoom)


def box_of_view(lon: float, lat: float, zoom: float) -> str:
    """Return what the map shows around a centre in degrees, as west,south,east,north."""
    degrees = 360 / (TILE * 2**zoom)
    wide, high = MAP_WIDTH * degrees / 2, MAP_HEIGHT * degrees / 2 * NARROWER
    south, north = max(lat - high, -POLE), min(lat + high, POLE)
    box = (max(lon - wide, -180), south, min(lon + wide, 180), north)
    digits = min(max(round(zoom / 4), 1), 4)  # no finer than the map is drawn
    return ",".join(f"{side:.{digits}f}" for side in box)
