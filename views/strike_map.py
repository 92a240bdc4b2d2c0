"""The map layer as a Streamlit component: the time slider steps in the browser, not by rerun."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from geo.payload import MapOptions, Payload, View

__all__ = ["MapState", "strike_map"]


@dataclass(frozen=True, slots=True)
class MapState:
    """What the visitor's hand last did to the map; None until it did.

    The period is inclusive days; `selection` holds strike ids, in the order of the map's list.
    """

    date_from: date | None = None
    date_to: date | None = None
    selection: tuple[str, ...] = ()
    view: View | None = None


def strike_map(
    payload: Payload,
    key: str,
    *,
    base_map: str,
    options: MapOptions | None = None,
    height: int = 560,
    on_change: Callable[[], None] | None = None,
) -> MapState:
    """Mount the map, or bring the one mounted under `key` up to date, and return its state.

    `base_map` is `geo.payload.encode_base_map`'s text; `height` is in CSS pixels. A new payload
    is drawn in place: zoom, position and period stay as the visitor left them, so `options.period`
    and `options.view` count only when the map is first mounted. The period comes back about
    300 ms after the hand rests, and `on_change` is called before the rerun that this causes.
    """
    raise NotImplementedError
