"""The base map that a visitor sees: of the countries of the data, with own tiles and own layers."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from geo.layers.pack import pack_layers
from geo.webmap.payload.encode import encode_base_map
from strikemap.web.datasets import Dataset
from strikemap.web.ground.own_tiles import tiled_base_map, tiled_map_text
from strikemap.web.layers.own import shown_layers

__all__ = ["base_map_of", "map_text_of"]

TEXT_KEY = "base_map_with_layers"


def base_map_of(dataset: Dataset) -> Mapping[str, object]:
    """Return the base map of the data's countries, with the tiles and layers of this visitor."""
    base_map, layers = tiled_base_map(dataset), shown_layers()
    return {**base_map, "layers": pack_layers(layers)} if layers else base_map


def map_text_of(dataset: Dataset) -> str:
    """Return the same as the map component takes it, kept in the session while it stays so."""
    under, layers = tiled_map_text(dataset), shown_layers()
    if not layers:
        st.session_state.pop(TEXT_KEY, None)
        return under
    kept = st.session_state.get(TEXT_KEY)
    if kept and kept[0] == under and kept[1] == layers:
        return str(kept[2])
    text = encode_base_map(base_map_of(dataset))
    st.session_state[TEXT_KEY] = (under, layers, text)
    return text
