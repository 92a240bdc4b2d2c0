"""Near a layer: strikes surely or possibly within so many km of an own layer, as a filter."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import streamlit as st

from gazetteer.language import N_, _
from geo.errors import FilterError
from geo.layers.columns import distance_columns
from geo.layers.near import settle_layers
from geo.strikes.filters import Filters
from geo.strikes.near_layers import NearLayer
from geo.strikes.nearness import FARTHEST_KM
from strikemap.web.filter_keys import filter_key, put_choice
from strikemap.web.layers.own import measured_layers
from strikemap.web.release.chosen import layers_may_leave
from strikemap.web.wording import escape_markdown

__all__ = [
    "get_near_layer", "set_near_layer", "settle_near_layer", "show_near_layer", "tell_distances",
    "tell_held_filter",
]  # fmt: skip

NEAR_LAYER, KM = "near_layer", "near_layer_km"
USUAL_KM = 5.0
ANYWHERE = ""
REMEDY = N_("add its file under Own layers, by that name, and open the link again")
HELD_BACK = N_(
    "the release profile that is on holds own layers back; let go of it (Show all strikes)"
)
HELD_KEY = "near_layer_held"  # the layer whose filter a profile has turned off


def settle_near_layer(filters: Filters) -> Filters:
    """Return filters whose `near_layer` has this visitor's layer; FilterError where it is none."""
    return settle_layers(
        filters, measured_layers(), remedy=_(REMEDY if layers_may_leave() else HELD_BACK)
    )


def get_near_layer() -> NearLayer | None:
    """Return what is asked for, with its layer; None for anywhere and for a layer that is gone."""
    name = st.session_state.get(filter_key(NEAR_LAYER)) or ANYWHERE
    if not name:
        return None
    near = NearLayer(name, float(st.session_state.get(filter_key(KM), USUAL_KM)))
    try:
        return settle_near_layer(Filters(near_layer=near)).near_layer
    except FilterError:
        return None


def set_near_layer(near: NearLayer | None) -> None:
    """Ask for strikes near a layer, None for anywhere; before the widgets are drawn in a run."""
    put_choice(NEAR_LAYER, near.name if near else ANYWHERE)
    if near:
        put_choice(KM, near.km)


def show_near_layer() -> NearLayer | None:
    """Draw the filter where there are layers; return what is asked for."""
    with st.container():  # with or without it what stands below stays as it is
        names = [each.layer.name for one in measured_layers() for each in (one, *one.values)]
        _note_held()
        if not names:
            return None
        near = get_near_layer()
        set_near_layer(near)
        st.session_state.setdefault(filter_key(KM), USUAL_KM)
        st.selectbox(
            _("Near an own layer"), [ANYWHERE, *names], key=filter_key(NEAR_LAYER),
            format_func=lambda name: name or _("Anywhere"),
        )  # fmt: skip
        if near is not None:
            st.number_input(
                _("Kilometres from {name}, 0 for in it", name=escape_markdown(near.name)),
                0.0, FARTHEST_KM,
                step=1.0, format="%g", key=filter_key(KM),
            )  # fmt: skip
    return get_near_layer()


def _note_held() -> None:
    """Keep the name of the layer that was filtered by when a profile held layers back."""
    if layers_may_leave():
        st.session_state.pop(HELD_KEY, None)
    elif name := st.session_state.get(filter_key(NEAR_LAYER)):
        st.session_state[HELD_KEY] = name


def tell_held_filter() -> list[str]:
    """Say that the profile that is on has turned the filter near a layer off, where it has."""
    name = st.session_state.get(HELD_KEY)
    if not name or layers_may_leave():
        return []
    return [_("The filter near {name} is off: the profile holds own layers back.", name=name)]


def tell_distances(
    strikes: gpd.GeoDataFrame, chosen: gpd.GeoDataFrame, filters: Filters
) -> pd.DataFrame | None:
    """Return the chosen strikes' distances from each own layer; None where there is none.

    strikes: all of the data, which are measured once. Within how many km is told of the layer
    that is filtered by.
    """
    near = filters.near_layer
    layers = {one: near.km if near and near.name == one.layer.name else None
              for one in measured_layers()}  # fmt: skip
    return distance_columns(strikes, layers).loc[chosen.index] if layers else None
