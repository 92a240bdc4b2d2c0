"""Own tiles in the app: of the file that it was started with, or of a visitor's own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import _
from gazetteer.leftovers import make_scratch
from geo.errors import BoundaryError
from geo.land.boundaries import hide_files
from geo.land.tiles.bundle import MOST_BYTES, TileBundle, bundle_tiles
from geo.webmap.payload.encode import encode_base_map
from strikemap.languages.troubles import say_trouble
from strikemap.web.apart.reading import read_apart
from strikemap.web.country import shared_base_map, shared_map_text
from strikemap.web.datasets import Dataset
from strikemap.web.period import renew_map
from strikemap.web.release.released import names_files
from strikemap.web.start.first_map import TILES_KEY
from strikemap.web.wording import escape_markdown

__all__ = ["show_own_tiles", "tiled_base_map", "tiled_map_text"]

UPLOADS_KEY, REMOVE_KEY = "own_tiles_uploads", "own_tiles_remove"
MADE_KEY = f"{TILES_KEY}_made"
TILES_VARIABLE = "STRIKEMAP_TILES"
LONGEST_NAME = 80  # of a file that is handed over, for the copy on disk


@dataclass(frozen=True)
class OwnTiles:
    """Tiles of a file where a dataset's strikes are, or why there are none.

    text: the base map with them, as the map component takes it.
    """

    bundle: TileBundle | None = None
    problem: str = ""
    text: str = field(default="", repr=False)


def tiled_base_map(dataset: Dataset) -> Mapping[str, object]:
    """Return the base map of the data's countries, with the tiles that this visitor sees."""
    own, under = _own_tiles(dataset), _land_under(dataset)
    return {**under, "tiles": own.bundle.value} if own and own.bundle else under


def tiled_map_text(dataset: Dataset) -> str:
    """Return the same as the map component takes it."""
    own = _own_tiles(dataset)
    if own and own.text:
        return own.text
    if names_files(dataset):
        return dataset.remember("map text", lambda: encode_base_map(_land_under(dataset)))
    return shared_map_text(dataset.countries)


def _land_under(dataset: Dataset) -> Mapping[str, object]:
    """Return the base map, of a release without the names of a person's own files."""
    shared = shared_base_map(dataset.countries)
    if not names_files(dataset):
        return shared
    return {**shared, "credit": hide_files(dataset.boundaries).credit}


def show_own_tiles(dataset: Dataset) -> None:
    """Draw where a visitor hands over tiles, and what the map carries of them."""
    own = _own_tiles(dataset)
    with st.expander(_("Your own base map"), expanded=bool(own and own.problem), key="own_tiles"):
        uploads = f"own_tiles_file_{st.session_state.get(UPLOADS_KEY, 0)}"
        st.file_uploader(
            _("An MBTiles or PMTiles file, with raster or vector tiles"),
            type=["mbtiles", "pmtiles"], key=uploads, on_change=partial(_take, uploads),
            help=_("Vector tiles: those of Protomaps or OpenMapTiles. They lie under the strikes, "
            "with their credit. No other visitor sees them, and nothing is asked of the network."),
        )  # fmt: skip
        with st.container():
            _show_what_is_used(own)
        if TILES_KEY in st.session_state:
            st.button(_("Take it away"), key=REMOVE_KEY, on_click=_take_away)


def _show_what_is_used(own: OwnTiles | None) -> None:
    if own is None:
        st.caption(
            _(
                "The map carries the tiles where the strikes are, as deep as {number} MB hold. "
                "A larger file than can be dropped here: start the app with --tiles FILE.",
                number=MOST_BYTES // 1_000_000,
            )
        )
    elif own.bundle is None:
        st.error(escape_markdown(own.problem))
    else:
        credit = own.bundle.value["credit"]
        said = _("Shown: {told}.", told=own.bundle.told) + (f" {credit}" if credit else "")
        st.caption(escape_markdown(said))


def _take(uploads: str) -> None:
    """Keep the file that was handed over; the field is empty then, the map begins anew."""
    session = st.session_state
    if file := session.get(uploads):
        session[TILES_KEY] = (file.file_id, file.name, file.getvalue())
        session[UPLOADS_KEY] = session.get(UPLOADS_KEY, 0) + 1
        renew_map()


def _take_away() -> None:
    """Let go of the visitor's file; the map begins anew without its tiles."""
    for key in (TILES_KEY, MADE_KEY):
        st.session_state.pop(key, None)
    renew_map()


def _own_tiles(dataset: Dataset) -> OwnTiles | None:
    """Return the tiles of this visitor's file, else of the app's; None where there is neither."""
    kept: tuple[str, str, bytes] | None = st.session_state.get(TILES_KEY)
    started = os.environ.get(TILES_VARIABLE, "")
    if kept is not None:
        file_id, name, content = kept
        made: dict[object, OwnTiles] = st.session_state.setdefault(MADE_KEY, {})
        asked = (file_id, dataset.payload.token)
        if asked not in made:
            made.clear()  # of other strikes; one of these may be 16 MB
            made[asked] = _read_handed(name, content, dataset)
        return made[asked]
    if started:
        return dataset.remember(("tiles", started), lambda: _read(Path(started), dataset))
    return None


def _read_handed(name: str, content: bytes, dataset: Dataset) -> OwnTiles:
    """Read a file that a visitor handed over; its copy on disk is gone after that."""
    with make_scratch() as folder:
        path = Path(folder) / Path(name).name[-LONGEST_NAME:]
        path.write_bytes(content)
        own = _read(path, dataset, handed=True)
    return replace(own, problem=own.problem.replace(str(path), path.name))


def _read(path: Path, dataset: Dataset, *, handed: bool = False) -> OwnTiles:
    """Read a file of tiles; apart where a visitor handed it over."""
    shared = _land_under(dataset)
    placed = dataset.strikes.geometry.notna().any()
    box: Any = dataset.strikes.total_bounds if placed else shared["bounds"]
    west, south, east, north = map(float, box)
    try:
        around = (west, south, east, north)
        bundle = (
            read_apart(str(path), BoundaryError, bundle_tiles, path, around)
            if handed else bundle_tiles(path, around)
        )  # fmt: skip
    except StrikemapError as error:
        return OwnTiles(problem=say_trouble(str(error)))
    text = encode_base_map({**shared, "tiles": bundle.value})
    return OwnTiles(bundle, text=text)
