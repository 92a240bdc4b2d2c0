"""The map of squares as a Streamlit component: it says what is seen, and is sent its counts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any

import streamlit as st

from gazetteer.language import N_, _, spoken
from geo.webmap.assets import control_script, squares_script
from geo.webmap.languages import load_words, name_labels
from geo.webmap.payload.encode import View
from geo.workspace.counting.cells import FINEST, Box, Square, cell_km
from geo.workspace.counting.groups import Group
from strikemap.web.country import Countries, shared_map_text
from strikemap.web.start.parts import wrap_control

__all__ = ["draw_squares", "key_of", "read_key", "seen_box", "seen_view"]

LOADER = st.components.v2.component("strikemap_squares_loader", js=squares_script())
MAP = st.components.v2.component(
    "strikemap_squares", html='<div class="strike-mount"></div>', js=control_script()
)
KEY = "squares_map"
POLE = 85.0  # degrees; a little less than where web mercator ends
LABEL = N_(
    "Map of how many strikes there are in each square: arrow keys move it, plus and minus zoom, "
    "Enter lists what is under the cross"
)
HINT = N_(
    "Each square counts the rows whose point is in it. Dashed: known less exactly than the squares "
    "are long, counted in a larger one; with a name: known only to that area. A click lists them."
)


def seen_view() -> View | None:
    """Return where the map looks, None until it was drawn."""
    told = _told()
    return View(told["lon"], told["lat"], told["zoom"]) if told else None


def seen_box() -> Box | None:
    """Return what is seen of the world, in degrees; None until the map was drawn."""
    told = _told()
    if not told:
        return None
    west, south, east, north = told["box"]
    west, east = max(-180.0, west), min(180.0, east)
    south, north = max(-POLE, south), min(POLE, north)
    return (west, south, east, north) if west < east and south < north else None


def _told() -> Mapping[str, Any]:
    told: Mapping[str, Any] = (st.session_state.get(KEY) or {}).get("view") or {}
    return told


def key_of(square: Square) -> str:
    """Return what a square is known by on the map."""
    return f"{square.level}/{square.x}/{square.y}/{int(square.coarse)}"


def read_key(key: str, squares: Sequence[Square]) -> Square | None:
    """Return the square of a key among those that are drawn."""
    return next((one for one in squares if key_of(one) == key), None)


def draw_squares(
    countries: Countries, squares: Sequence[Square], areas: Sequence[Group], *, first: View | None,
    height: str, on_pick: Callable[[Sequence[str], bool], None],
) -> None:  # fmt: skip
    """Draw the map; on_pick is called with the keys of what was clicked, and whether it is areas.

    Of a square its key; of a badge the codes of all that it counts, "" for no area that is told.

    first: where it looks when it is first drawn; None for the countries.
    """
    land = shared_map_text(countries)
    token = f"squares-{sha256(land.encode()).hexdigest()[:16]}"
    options = {
        "squares": [_describe(square) for square in squares],
        "areas": [{"key": one.key, "name": one.name, "rows": one.totals.rows} for one in areas],
        "view": {"lon": first.lon, "lat": first.lat, "zoom": first.zoom} if first else None,
        "words": {"label": _(LABEL), "hint": _(HINT), "no_area": _("Area not on the map")},
        **name_labels(spoken().code, countries),
        "language": json.loads(json.dumps(load_words(spoken().code))) or None,
    }
    MAP(
        key=KEY,
        data=wrap_control({"token": token, "height": height, "options": options}),
        on_view_change=lambda: None,
        on_picked_change=partial(_pick, on_pick),
    )
    LOADER(key=f"{KEY}_loader", data={"token": token, "baseMap": land})


def _describe(square: Square) -> dict[str, object]:
    west, south, east, north = square.box
    return {
        "key": key_of(square), "west": west, "south": south, "east": east, "north": north,
        "coarse": square.coarse, "rows": square.rows, "said": say_coarse(square),
    }  # fmt: skip


def say_coarse(square: Square) -> str:
    """Say how exactly the rows of a dashed square are known, and how many they are."""
    km = round(cell_km(square.level))
    if square.level:
        return _("to within {km} km: {rows}", km=km, rows=square.rows)
    return _("less exactly than any square: {rows}", rows=square.rows)


def _pick(on_pick: Callable[[Sequence[str], bool], None]) -> None:
    picked = st.session_state[KEY].get("picked")
    if picked:
        on_pick([str(key or "") for key in picked["keys"]], bool(picked["area"]))


def level_seen() -> int:
    """Return the level of the squares that are asked for: that of the map's zoom."""
    view = seen_view()
    return min(max(0, int(view.zoom)), FINEST) if view else 0
