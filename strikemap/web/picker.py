"""The picker: a point and its radius, said on a small map or typed into the fields beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

import streamlit as st

from gazetteer.language import N_, _, say_all, spoken
from geo.webmap.assets import control_script, picker_script
from geo.webmap.languages import name_labels
from strikemap.web.country import Countries, shared_map_text
from strikemap.web.start.parts import wrap_control

__all__ = ["FARTHEST_KM", "LEAST_KM", "Mark", "Point", "pick_point", "read_point", "set_point"]

LEAST_KM, FARTHEST_KM = 0.1, 500.0  # as in geo/webmap/static/picker/point.js
LOADER = st.components.v2.component("strikemap_picker_loader", js=picker_script())
MAP = st.components.v2.component(
    "strikemap_picker", html='<div class="strike-mount"></div>', js=control_script()
)
WORDS = {
    "label": N_(
        "Map to pick a point on: arrow keys move it, plus and minus zoom, Enter takes the "
        "point under the cross"
    ),
    "hint": N_("Click: the point. Drag the edge of the circle: the radius."),
}
FIELDS = {"lat": N_("Latitude"), "lon": N_("Longitude"), "radius": N_("Within km")}
FIELD_WIDTH = 200  # CSS pixels; room for "-123.45678" beside the three buttons


@dataclass(frozen=True, slots=True)
class Point:
    """A point in degrees, and the radius in km that holds the place."""

    lon: float
    lat: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that is shown by its number, in degrees."""

    number: int
    lon: float
    lat: float


def set_point(key: str, point: Point | None) -> None:
    """Have a picker say a point, or none; only before it is drawn in a run, or in a callback."""
    values = (point.lat, point.lon, point.radius_km) if point else (None, None, None)
    for name, value in zip(FIELDS, values, strict=True):
        st.session_state[f"{key}_{name}"] = value


def pick_point(
    key: str, countries: Countries, *, marks: Sequence[Mark] = (), height: int = 320,
    on_mark: Callable[[int], None] | None = None,
) -> Point | None:  # fmt: skip
    """Draw a picker and return its point, None until all of it is said.

    The fields are the widgets `KEY_lat`, `KEY_lon` and `KEY_radius`. height: CSS pixels.
    on_mark: called with the number of a mark that was clicked, before the next run.
    """
    map_key = f"{key}_map"
    land = shared_map_text(countries)
    token = sha256(land.encode()).hexdigest()[:16]
    point = read_point(key)
    MAP(
        key=map_key,
        data=wrap_control(
            {
                "token": f"picker-{token}",
                "height": height,
                "options": {
                    **_describe(point, marks, key),
                    **name_labels(spoken().code, countries),
                },
            }
        ),
        on_picked_change=partial(_take_point, key, map_key),
        on_marked_change=partial(_take_mark, map_key, on_mark),
    )
    LOADER(key=f"{map_key}_loader", data={"token": f"picker-{token}", "baseMap": land})
    _draw_fields(key)
    return point


def _describe(point: Point | None, marks: Sequence[Mark], key: str) -> Mapping[str, object]:
    told = {"lon": point.lon, "lat": point.lat, "radius_km": point.radius_km} if point else None
    listed = [{"number": mark.number, "lon": mark.lon, "lat": mark.lat} for mark in marks]
    usual = st.session_state.get(f"{key}_radius") or 1.0
    return {"point": told, "marks": listed, "radius_km": usual, "words": say_all(WORDS)}


def _draw_fields(key: str) -> None:
    ends = {"lat": (-90.0, 90.0), "lon": (-180.0, 180.0), "radius": (LEAST_KM, FARTHEST_KM)}
    row = st.container(horizontal=True)  # which wraps where it is narrow
    for name, label in FIELDS.items():
        form = "%.1f" if name == "radius" else "%.5f"
        row.number_input(
            _(label), *ends[name], None, format=form, key=f"{key}_{name}", width=FIELD_WIDTH
        )


def read_point(key: str) -> Point | None:
    """Return what a picker's fields say by now, which a callback reads anew; None for no point."""
    lat, lon, radius = (st.session_state.get(f"{key}_{name}") for name in FIELDS)
    if lat is None or lon is None or radius is None:
        return None
    return Point(float(lon), float(lat), float(radius))


def _take_point(key: str, map_key: str) -> None:
    picked = st.session_state[map_key].get("picked")
    if picked:
        set_point(key, Point(picked["lon"], picked["lat"], picked["radius_km"]))


def _take_mark(map_key: str, on_mark: Callable[[int], None] | None) -> None:
    number = st.session_state[map_key].get("marked")
    if on_mark is not None and number is not None:
        on_mark(int(number))
