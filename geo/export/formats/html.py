"""The map as one HTML page that works with no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import pandas as pd

from gazetteer.language import N_
from geo.export.format import ExportFormat
from geo.export.provenance import word_file
from geo.strikes.filters import claims_of
from geo.webmap.payload.encode import MapOptions

__all__ = ["FORMAT", "to_html"]


def to_html(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    *,
    base_map: Mapping[str, object],
    options: MapOptions | None = None,
    said: Sequence[tuple[str, str]] = (),
) -> str:
    """Return the map as one HTML page that works with no network.

    `base_map` is GeoJSON: what lies under the strikes, or {} for nothing. said: what the page's
    head says of it, by name.
    """
    from geo.webmap.layer import render_html, strike_map  # folium takes a second to import

    chosen = options or MapOptions()
    own = claims_of(claims, strikes)
    drawn = strike_map(strikes, own, base_map=base_map, options=chosen)
    return render_html(drawn, title=chosen.title or "Strikes", said=said)


FORMAT = ExportFormat(
    suffixes=(".html",),
    sentence="The map as one page that works with no network",
    mime="text/html",
    render=lambda outgoing: to_html(
        outgoing.strikes,
        outgoing.claims,
        base_map=outgoing.base_map,
        options=outgoing.options,
        said=[*word_file(outgoing)],
    ),
    leads=True,
    label=N_("Map as one HTML file"),
    needs_base_map=True,
    order=6,
)
