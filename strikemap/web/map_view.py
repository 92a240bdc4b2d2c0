"""Where the map looks and how it shows, kept in the address beside the filters."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import streamlit as st

from geo.strikes.filters import PARTS_OF_MAP
from geo.webmap.payload.encode import HASH_LENGTH, MODES, View
from strikemap.web.datasets import Dataset
from strikemap.web.map_component import MapState

__all__ = [
    "MapPlace", "data_hash", "follow_place", "get_place", "read_place", "set_place",
]  # fmt: skip

VIEW_PART, DATA_PART = "at", "data"
PLACE_KEY = "map_place"
DEEPEST, POLE = 18, 85.06  # Leaflet zoom; degrees, where web mercator ends


@dataclass(frozen=True, slots=True)
class MapPlace:
    """The map's part of an address: its view, its ways to show, the hash of its data."""

    view: View | None = None
    modes: Mapping[str, str] = field(default_factory=dict)
    data: str = ""

    def to_parts(self) -> dict[str, list[str]]:
        """Return the parts that say something, as `Filters.to_parts` does."""
        parts = {name: [value] for name, value in self.modes.items() if value != MODES[name][0]}
        if self.view:
            told = (self.view.lon, self.view.lat, self.view.zoom)
            parts = {VIEW_PART: [",".join(f"{round(number, 5):.8g}" for number in told)], **parts}
        return {**parts, DATA_PART: [self.data]} if self.data else parts


def read_place(parts: Mapping[str, list[str]]) -> MapPlace:
    """Read the map's parts of an address; what cannot be read counts as not said."""
    given = {name: (parts.get(name) or [""])[-1] for name in PARTS_OF_MAP}
    modes = {name: given[name] for name in MODES if given[name] and _is_known(name, given[name])}
    return MapPlace(_read_view(given[VIEW_PART]), modes, given[DATA_PART])


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


def get_place() -> MapPlace:
    """Return the place that the address gave, with which the map is mounted."""
    place: MapPlace = st.session_state.get(PLACE_KEY, MapPlace())
    return place


def set_place(place: MapPlace) -> None:
    """Keep a place for the page; the map takes it over when it is mounted."""
    st.session_state[PLACE_KEY] = place


def follow_place(state: MapState, data: str) -> MapPlace:
    """Return where the map is now, for the address of these data."""
    place = get_place()
    modes = {name: value for name, value in state.modes.items() if _is_known(name, value)}
    return replace(place, view=state.view or place.view, modes=modes or place.modes, data=data)
