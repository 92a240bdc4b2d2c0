"""Where a link was made over other data than are shown: it is said, and how to come to them."""

from __future__ import annotations

import streamlit as st

from gazetteer.language import _
from geo.webmap.payload.encode import HASH_LENGTH
from strikemap.web.datasets import Dataset
from strikemap.web.map_view import MapView, data_hash
from strikemap.web.visitors.links import await_link
from strikemap.web.wording import escape_markdown
from strikemap.web.workspaces.panel import offer_workspace

__all__ = ["warn_of_other_data"]


def warn_of_other_data(dataset: Dataset, map_view: MapView) -> None:
    """Say that a link is of other data, and offer the workspace that holds them."""
    if map_view.data and map_view.data != data_hash(dataset):
        st.warning(_word_other_data(dataset, map_view))
        if map_view.of != dataset.name:
            offer_workspace(map_view.of)


def _word_other_data(dataset: Dataset, map_view: MapView) -> str:
    """Say of whose data a link is, where they are not those that are shown."""
    if map_view.of and (dataset.shipped or map_view.of != dataset.name):
        await_link()
        return _(
            "This link is to a view of **{of}** (data {data}), which is not open here: the "
            "strikes that are shown are other data. Open that file under Open data, or the "
            "workspace that holds it, and the view of the link comes back.",
            of=escape_markdown(map_view.of),
            data=escape_markdown(map_view.data[:HASH_LENGTH]),
        )
    return _(
        "The data have changed since this link was made: the same filters and period may show "
        "other strikes."
    )
