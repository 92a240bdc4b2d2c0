"""Where the map looks and how it shows, kept in the address beside the filters."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st

from geo.briefing.terms.insets import read_insets
from geo.errors import SheetError
from geo.strikes.filters import PARTS_OF_MAP
from geo.webmap.payload.encode import HASH_LENGTH, MODES, View
from strikemap.web.datasets import Dataset
from strikemap.web.map_component import MapState

__all__ = [
    "DATA_PART", "OF_PART", "SHEET_PARTS", "MapView", "data_hash", "follow_map_view",
    "get_map_view", "read_map_view", "set_map_view",
]  # fmt: skip

VIEW_PART, OPEN_PART, DATA_PART, OF_PART, NOTE_PART = "at", "open", "data", "of", "note"
INSET_PART, GROUND_PART, NO_GROUND = "inset", "ground", "none"
SHEET_PARTS = (NOTE_PART, INSET_PART, GROUND_PART)  # what the map itself does not write
MOST_LETTERS = 2000  # of all notes: an address has to be short enough to be sent
LONGEST_NAME = 120  # of the data, as an address says it
LINK_KEY = "map_view_of_link"
DEEPEST, POLE = 18, 85.06  # Leaflet zoom; degrees, where web mercator ends


@dataclass(frozen=True, slots=True)
class MapView:
    """The map's part of an address: its view, its ways to show, and the hash of its data.

    of: the name of data that are a person's own, "" for those that every visitor has. opened:
    what is read beside the map, as the map itself writes it into the address. notes: those on a
    sheet's map, as the Briefing page reads them; insets: parts of it that are enlarged, as
    `read_insets` reads them. ground: whether rivers, lakes and hill shading lie under its strikes.
    """

    view: View | None = None
    modes: Mapping[str, str] = field(default_factory=dict)
    data: str = ""
    of: str = ""
    opened: str = ""
    notes: tuple[str, ...] = ()
    insets: tuple[str, ...] = ()
    ground: bool = True

    def to_parts(self) -> dict[str, list[str]]:
        """Return the parts that say something, as `Filters.to_parts` does."""
        parts = {name: [value] for name, value in self.modes.items() if value != MODES[name][0]}
        if self.view:
            numbers = (self.view.lon, self.view.lat, self.view.zoom)
            parts = {
                VIEW_PART: [",".join(f"{round(number, 5):.8g}" for number in numbers)],
                **parts,
            }
        named = {OPEN_PART: self.opened, DATA_PART: self.data, OF_PART: self.of}
        parts |= {name: [value] for name, value in named.items() if value}
        several = {NOTE_PART: list(self.notes), INSET_PART: list(self.insets),
                   GROUND_PART: [] if self.ground else [NO_GROUND]}  # fmt: skip
        return parts | {name: values for name, values in several.items() if values}


def read_map_view(parts: Mapping[str, list[str]]) -> MapView:
    """Read the map's parts of an address; what cannot be read counts as not said."""
    given = {name: (parts.get(name) or [""])[-1] for name in PARTS_OF_MAP}
    modes = {name: given[name] for name in MODES if given[name] and _is_known(name, given[name])}
    of = given[OF_PART][:LONGEST_NAME]
    notes = tuple(parts.get(NOTE_PART) or ())
    if sum(map(len, notes)) > MOST_LETTERS:
        notes = ()
    return MapView(
        _read_view(given[VIEW_PART]), modes, given[DATA_PART], of, given[OPEN_PART], notes,
        _read_insets(parts.get(INSET_PART) or []), given[GROUND_PART] != NO_GROUND,
    )  # fmt: skip


def _read_insets(said: Sequence[str]) -> tuple[str, ...]:
    try:
        return read_insets(said)
    except SheetError:
        return ()


def _is_known(name: str, value: str) -> bool:
    """Return whether a map can show so; a source of any name is ignored where it does not occur."""
    known = MODES.get(name, ())
    return value in known or known == ("",)


def _read_view(text: str) -> View | None:
    try:
        lon, lat, zoom = (float(part) for part in text.split(","))
    except ValueError:
        return None
    fits = abs(lon) <= 180 and abs(lat) <= POLE and 0 <= zoom <= DEEPEST
    return View(lon, lat, zoom) if fits and math.isfinite(lon + lat + zoom) else None


def data_hash(dataset: Dataset) -> str:
    """Return the short hash by which a link knows its data again."""
    return dataset.payload.token[:HASH_LENGTH]


def get_map_view() -> MapView:
    """Return the view that the address gave, with which the map is mounted."""
    map_view: MapView = st.session_state.get(LINK_KEY, MapView())
    return map_view


def set_map_view(map_view: MapView) -> None:
    """Keep a view for the page; the map takes it over when it is mounted."""
    st.session_state[LINK_KEY] = map_view


def follow_map_view(state: MapState, data: str, of: str = "") -> MapView:
    """Return where the map is now, for the address of the data of that hash and name."""
    map_view = get_map_view()
    modes = {name: value for name, value in state.modes.items() if _is_known(name, value)}
    kept = state.kept
    opened = st.query_params.get(OPEN_PART, "") if kept is None else kept.get(OPEN_PART, "")
    return replace(
        map_view, view=state.view or map_view.view, modes=modes or map_view.modes,
        data=data, of=of[:LONGEST_NAME], opened=opened,
    )  # fmt: skip
