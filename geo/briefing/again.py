"""Sheets made anew from what a file of sheets says of itself, and what has changed since."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import geopandas as gpd
import pandas as pd

from gazetteer.limits import OddFileError, require_plain
from geo.briefing.content.metadata import KEY, VERSION
from geo.briefing.map.base_map import BaseMap, load_base_map
from geo.briefing.registry import list_formats, list_suffixes
from geo.briefing.released import SheetInput, check_release, make_sheets
from geo.briefing.sheet import Sheet
from geo.briefing.terms.options import SheetOptions
from geo.errors import SheetError
from geo.land.boundaries import Boundaries
from geo.layers.layer import Layer, name_layers
from geo.layers.near import MeasuredLayer, settle_layers
from geo.release.release import Released

__all__ = ["Again", "make_again", "read_description"]

_MOST_BYTES = 200_000_000  # a file larger than this is no sheet of ours


@dataclass(frozen=True, slots=True)
class Again:
    """Sheets made anew from a file's own description, and what differs since."""

    sheets: tuple[Sheet, ...]
    changes: tuple[str, ...]


def make_again(
    path: Path,
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    boundaries: Boundaries | BaseMap,
    *,
    metadata: bool = True,
    refused: int = 0,
    layers: Sequence[Layer] = (),
    released: Released | None = None,
) -> Again:
    """Make the sheets of a file anew from what it says of itself.

    `changes` says in plain sentences whether the data, the boundaries or the gazetteer are
    others than the file was made from. layers: a person's own, which a file does not hold.
    released: what the tables are a release of. Raises SheetError where the file says nothing, or
    was released by another profile, FilterError where its filters name another layer.
    """
    then = read_description(path)
    base_map = boundaries if isinstance(boundaries, BaseMap) else load_base_map(boundaries)
    atlas = then.get("atlas")
    read = partial(_read_options, layers=layers, metadata=metadata)
    story = isinstance(then.get("story"), list)
    said, by = [then["options"]], ""
    if story:
        said = then["story"]
    elif isinstance(atlas, dict):
        said, by = [atlas["options"]], str(atlas["by"])
    check_release(path, said, released)
    given = SheetInput(strikes, claims, released, by, story, refused, layers)
    made = make_sheets(given, base_map, [read(each) for each in said])
    return Again(tuple(made), tuple(_list_changes(then, made[0].described)))


def _read_options(said: dict[str, Any], layers: Sequence[Layer], *, metadata: bool) -> SheetOptions:
    """Return the options that a file says, with the layer that they filter by."""
    options = replace(SheetOptions.from_json(said), metadata=metadata)
    measured = [MeasuredLayer(layer) for layer in name_layers(layers)]
    settle = partial(settle_layers, layers=measured)
    return options.settle(settle, settle)


def _list_changes(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    changes = []
    if then.get("data_sha256") != now["data_sha256"]:
        changes.append("The strikes on this sheet, or their claims, have changed.")
    elif then.get("whole_data_sha256") != now.get("whole_data_sha256"):
        changes.append("The data has changed, though not the strikes on this sheet.")
    if then.get("boundaries") != now["boundaries"]:
        changes.append("The boundaries are of another edition.")
    if then.get("gazetteer") != now["gazetteer"]:
        changes.append("The gazetteer is of another edition.")
    held, given = then.get("layers", []), now.get("layers", [])
    if lacking := [str(name) for name in held if name not in given]:
        changes.append(f"Own layers are missing: {', '.join(lacking)}; add them by --layer.")
    return changes


def read_description(path: Path) -> dict[str, Any]:
    """Read what a file of sheets says of itself.

    Raises SheetError where the file is missing, is no sheet or was made without metadata.
    """
    readers = {each.suffix: each.read_description for each in list_formats()}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise SheetError(f"{path}: no sheet; give a {', '.join(list_suffixes())} file")
    try:
        require_plain(path)
        if path.stat().st_size > _MOST_BYTES:
            raise SheetError(f"{path}: too large for a sheet")
        described = json.loads(reader(path))
    except OddFileError as error:
        raise SheetError(f"{path}: cannot be read ({error.strerror}); name a file") from error
    except FileNotFoundError as error:
        raise SheetError(f"{path}: there is no such file") from error
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, ElementTree.ParseError) as error:
        raise SheetError(
            f"{path}: tells nothing of itself; it is no sheet of strikemap, was saved anew by "
            "another program, or was made with --no-metadata"
        ) from error
    if not isinstance(described, dict) or described.get(KEY) != VERSION:
        raise SheetError(f"{path}: made by another version of strikemap; make it anew by hand")
    _check_parts(path, described)
    return described


def _check_parts(path: Path, described: Mapping[str, Any]) -> None:
    """Raise SheetError where a part that sheets are made from is not of its kind."""
    atlas, story = described.get("atlas", {}), described.get("story", [{}])
    said = [described.get("options"), *(story if isinstance(story, list) else [None])]
    if isinstance(atlas, dict) and "options" in atlas:
        said.append(atlas["options"])
    sound = isinstance(atlas, dict) and ("options" in atlas) == ("by" in atlas) and story
    named = isinstance(described.get("layers", []), list)
    if not (sound and named and all(isinstance(each, dict) for each in said)):
        raise SheetError(f"{path}: what it says of itself was changed by hand; make it anew")
