"""The map layer as a Streamlit component: the time slider steps in the browser, not by rerun."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from geo.assets import module_script, read_styles
from geo.payload import MapOptions, Payload, View

__all__ = ["MapState", "strike_map"]

MAP = st.components.v2.component(
    "strikemap_map", html='<div class="strike-mount"></div>', css=read_styles(), js=module_script()
)


@dataclass(frozen=True, slots=True)
class MapState:
    """What the visitor's hand last did to the map.

    The period is inclusive days, None for the whole period; `period_moved` is False until the
    hand moved the slider, while the map shows the period it was mounted with. `selection` holds
    the strike ids last clicked; `view` is None until the map was moved.
    """

    date_from: date | None = None
    date_to: date | None = None
    selection: tuple[str, ...] = ()
    view: View | None = None
    period_moved: bool = False


def strike_map(
    payload: Payload,
    key: str,
    *,
    base_map: str,
    options: MapOptions | None = None,
    height: int = 560,
) -> MapState:
    """Mount the map, or bring the one mounted under `key` up to date, and return its state.

    `base_map` is `geo.payload.encode_base_map`'s text; `height` is in CSS pixels. A new payload
    is drawn in place: zoom, position and period stay as the visitor left them, so `options.period`
    and `options.view` count only when the map is first mounted. A moved slider comes back about
    300 ms after the hand rests, as a rerun.
    """
    told = _settle_options(key, options or MapOptions())
    data = {
        "token": f"{payload.token} {json.dumps(told, sort_keys=True)}",
        "payload": payload.to_base64(),
        "options": {**told, "baseMapBase64": base_map},
        "height": height,
    }
    result = MAP(
        key=key,
        data=data,
        on_range_change=_ignore,
        on_selection_change=_ignore,
        on_view_change=_ignore,
    )
    return _read_state(result)


def _ignore() -> None:
    """Take a change in silence: Streamlit returns only states that have a callback."""


def _settle_options(key: str, options: MapOptions) -> dict[str, object]:
    """Keep the first period and view of a map, so that its message stays the same at every step."""
    told = options.to_json()
    first = st.session_state.setdefault(
        f"{key}-first", {"period": told["period"], "view": told["view"]}
    )
    return {**told, **first}


def _read_state(result: Mapping[str, Any]) -> MapState:
    days = result.get("range")
    view = result.get("view")
    start, end = (date.fromisoformat(day) for day in days) if days else (None, None)
    return MapState(
        date_from=start,
        date_to=end,
        selection=tuple(result.get("selection") or ()),
        view=View(view["lon"], view["lat"], view["zoom"]) if view else None,
        period_moved=days is not None,
    )
