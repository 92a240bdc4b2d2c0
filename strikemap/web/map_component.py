"""The map layer as a Streamlit component: the time slider steps in the browser, not by rerun.

It has two parts. The loader holds what stays the same, scripts, base map and payload, so that
Streamlit sends it once; the control is small and says which rows pass the filters.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import streamlit as st

from gazetteer.language import spoken
from geo.webmap.languages import load_words, name_labels
from geo.webmap.payload.encode import MapOptions, Payload, View
from strikemap.web.start.first_map import Start
from strikemap.web.start.kept import Messages
from strikemap.web.start.parts import Choose, mount_map, told_by

__all__ = ["Box", "MapRequest", "MapState", "counts_are_open", "strike_map"]

Box = tuple[float, float, float, float]  # west, south, east, north in degrees
HEAD_LENGTH = 120  # characters of a base map's text: magic word, length, token


@dataclass(frozen=True, slots=True)
class MapRequest:
    """What the map shows of its payload.

    `countries` are those of the data, two letters each, whose names of months the map says.
    `rows` is `Payload.mark_rows`'s text, "" for all, and `query` the filters that they passed,
    which the map keeps where it compares with them; `focus` is the id of a strike to go to,
    which counts when it changes; `tell_window`: what is seen is told at once, and not only when
    the hand moves it; `mends`: a strike that is read leads to its form; `height` is in
    CSS pixels, or a CSS length. For the map's counts:
    `rows_but` has, by field of the filters, the rows that pass all but its own, `chosen` the
    values by field, and `on_choose` is called with a field and its values when a bar is clicked,
    before the next run. `address` is the query that the page's address gets when the map is first
    mounted, "" to leave it. With each of `resets` it shows all dates.
    """

    options: MapOptions = field(default_factory=MapOptions)
    countries: tuple[str, ...] = ()
    rows: str = ""
    query: str = ""
    mends: bool = False
    rows_but: Mapping[str, str] = field(default_factory=dict)
    chosen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    on_choose: Choose | None = None
    focus: str | None = None
    tell_window: bool = False
    address: str = ""
    resets: int = 0
    height: int | str = 560


@dataclass(frozen=True, slots=True)
class MapState:
    """What the visitor's hand last did to the map.

    The period is inclusive days, None for the whole period; `period_moved` is False until the
    hand moved the slider, while the map shows the period it was mounted with. `selection` holds
    the strike ids last chosen by a box or a shape, `opened` the one last read, which chooses
    nothing; `view`, and `box`, what is seen in it, are None until the map was moved; `modes` is
    empty until another way to show was chosen. `kept` has what the map's further parts of the
    address say, such as what is read, by name; None until it was told.
    """

    date_from: date | None = None
    date_to: date | None = None
    selection: tuple[str, ...] = ()
    opened: str | None = None
    view: View | None = None
    box: Box | None = None
    modes: Mapping[str, str] = field(default_factory=dict)
    period_moved: bool = False
    kept: Mapping[str, str] | None = None


def strike_map(
    payload: Payload,
    key: str,
    *,
    base_map: str,
    text: str = "",
    request: MapRequest | None = None,
    start: Start | None = None,
) -> MapState:
    """Mount the map, or bring the one mounted under `key` up to date, and return its state.

    `base_map` is `encode_base_map`'s text, `text` the payload's where it is at hand; `start` says
    whether this run has mounted it already. Other rows or another payload are drawn in place:
    zoom, position and period stay as the visitor left them, so the options' period, view and
    modes count only when the map is first mounted. A moved slider comes back about
    300 ms after the hand rests, as a rerun.
    """
    asked = request or MapRequest()
    heavy = _load(payload, text or payload.to_base64(), base_map, asked.countries)
    control = {
        "token": heavy["token"],
        "rows": asked.rows,
        "query": asked.query,
        "mends": asked.mends,
        "rows_but": dict(asked.rows_but),
        "chosen": {name: list(values) for name, values in asked.chosen.items()},
        "focus": asked.focus,
        "tell_window": asked.tell_window,
        "resets": asked.resets,
        "address": asked.address,
        "height": asked.height,
        "options": _settle_options(key, asked.options),
    }
    messages = Messages(control, heavy)
    if start is None or start.result is None:
        result = mount_map(key, messages.control, messages.heavy, asked.on_choose)
    else:
        result = start.result
    if start is not None:
        start.check(messages)
    return _read_state(result)


def _load(payload: Payload, text: str, base_map: str, countries: tuple[str, ...]) -> dict[str, str]:
    # Its head has the hash of its content: the same strikes on other ground are another map.
    ground = zlib.crc32(base_map[:HEAD_LENGTH].encode())
    # The same strikes in other words are another map too.
    words = load_words(spoken().code, countries)
    said = f"-{spoken().code}-{words['locale']}" if words else ""
    return {
        "token": f"{payload.token}-{ground:08x}{said}", "baseMap": base_map, "payload": text,
        "words": json.dumps({**words, **name_labels(spoken().code, countries)}) if words else "",
    }  # fmt: skip


def counts_are_open(key: str) -> bool:
    """Return whether the counts beside the map mounted under `key` are in front."""
    return bool(told_by(key).get("counts"))


def _settle_options(key: str, options: MapOptions) -> dict[str, object]:
    """Keep a map's first period, view and modes: its message stays the same at every step."""
    asked = options.to_json()
    settled = {name: asked[name] for name in ("period", "view", "modes")}
    first = st.session_state.setdefault(f"{key}-first", settled)
    return {**asked, **first, "language": spoken().code}


def _read_state(result: Mapping[str, Any]) -> MapState:
    told = result.get("told") or {}
    days = told.get("range")
    view = told.get("view")
    start, end = (date.fromisoformat(day) for day in days) if days else (None, None)
    return MapState(
        date_from=start,
        date_to=end,
        selection=tuple(told.get("selection") or ()),
        opened=told.get("opened") or None,
        view=View(view["lon"], view["lat"], view["zoom"]) if view else None,
        box=tuple(view["box"]) if view and "box" in view else None,
        modes=dict(told.get("modes") or {}),
        period_moved=days is not None,
        kept=told.get("kept"),
    )
