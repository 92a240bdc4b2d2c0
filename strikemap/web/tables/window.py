"""What the map's window shows of the strikes, where the visitor asks for those alone."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import streamlit as st

from gazetteer.language import _
from strikemap.web.map_component import Box
from strikemap.web.wording import plural

__all__ = ["asks_window", "hold_window", "show_window"]

WINDOW_KEY = "only_in_window"


def asks_window() -> bool:
    """Return whether the tables keep to what the map's window shows."""
    return bool(st.session_state.get(WINDOW_KEY))


def hold_window(strikes: gpd.GeoDataFrame, box: Box | None) -> gpd.GeoDataFrame:
    """Return the strikes with a point in the box: all where it is not asked for or not yet told.

    box: (west, south, east, north) in degrees; over the antimeridian east is above 180.
    """
    if box is None or not asks_window():
        return strikes
    west, south, east, north = box
    lon, lat = strikes.geometry.x, strikes.geometry.y  # NaN without a point: in no window
    return strikes[((lon - west) % 360 <= east - west) & lat.between(south, north)]


def show_window(strikes: gpd.GeoDataFrame, held: gpd.GeoDataFrame, noun: str) -> None:
    """Offer to keep the tables to the map's window, and say what lies in it of the strikes."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.toggle(_("Tables keep to the map's window"), key=WINDOW_KEY)
        said = asks_window() and len(strikes)
        st.caption(_word_window(strikes, held, noun) if said else "", width="content")


def _word_window(strikes: gpd.GeoDataFrame, held: gpd.GeoDataFrame, noun: str) -> str:
    pointless = int(np.asarray(strikes.geometry.isna()).sum())
    beside = (
        _("; {pointless} without a point are in no window", pointless=pointless)
        if pointless
        else ""
    )
    return _(
        "{count} of {counted} lie in it{beside}.",
        count=len(held),
        counted=plural(len(strikes), noun),
        beside=beside,
    )
