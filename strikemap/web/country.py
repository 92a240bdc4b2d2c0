"""What all visitors share of the country that is served: gazetteer, boundaries, base maps."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from gazetteer import Gazetteer
from gazetteer.online.installed import load_country
from gazetteer.tables.loading import read_pack
from geo.land.boundaries import Boundaries
from geo.land.installed import load_land
from geo.land.named_map import make_named_map
from geo.webmap.payload.encode import encode_base_map

if TYPE_CHECKING:
    from geo.briefing.map.base_map import BaseMap

__all__ = [
    "USUAL_COUNTRY",
    "served_country",
    "shared_base_map",
    "shared_boundaries",
    "shared_gazetteer",
    "shared_map_text",
    "shared_sheet_map",
]

USUAL_COUNTRY = "sy"  # that of the strikes that ship


def served_country() -> str:
    """Return the country that the app was started with: STRIKEMAP_COUNTRY, or the usual one."""
    return os.environ.get("STRIKEMAP_COUNTRY") or USUAL_COUNTRY


def shared_gazetteer() -> Gazetteer:
    """Return the country's gazetteer."""
    return _load_gazetteer(served_country())


def shared_boundaries() -> Boundaries:
    """Return the country's boundaries."""
    return _load_boundaries(served_country())


def shared_base_map() -> Mapping[str, object]:
    """Return the base map with the places that ship."""
    return _make_base_map(served_country())


def shared_map_text() -> str:
    """Return the base map as the map component takes it."""
    return _encode_base_map(served_country())


def shared_sheet_map() -> BaseMap:
    """Return the base map of briefing sheets."""
    return _load_sheet_map(served_country())


@st.cache_resource(show_spinner="Loading the gazetteer")
def _load_gazetteer(country: str) -> Gazetteer:
    return load_country(country)


@st.cache_resource(show_spinner="Loading the boundaries")
def _load_boundaries(country: str) -> Boundaries:
    return load_land(country)


@st.cache_resource(show_spinner=False)
def _make_base_map(country: str) -> Mapping[str, object]:
    return make_named_map(_load_boundaries(country), read_pack(country))


@st.cache_resource(show_spinner=False)
def _encode_base_map(country: str) -> str:
    return encode_base_map(_make_base_map(country))


@st.cache_resource(show_spinner=False)
def _load_sheet_map(country: str) -> BaseMap:
    from geo.briefing.map.base_map import load_base_map  # needs matplotlib, which Explore does not

    return load_base_map(_load_boundaries(country))
