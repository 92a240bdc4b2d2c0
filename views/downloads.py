"""Downloads of what is in view: made when asked for, never before."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import geopandas as gpd
import pandas as pd
import streamlit as st

from geo.export import claims_to_csv, to_csv, to_geojson, to_html
from geo.filter import Filters
from geo.payload import MapOptions
from views.state import shared_base_map
from views.wording import escape_markdown, plural

__all__ = ["show_downloads", "zip_tables"]

# The first moment that a zip archive can tell: equal tables make equal bytes.
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def zip_tables(texts: dict[str, str]) -> bytes:
    """Return a zip archive of text files by name; the same texts give the same bytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as bundle:
        for name, text in texts.items():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            bundle.writestr(entry, text.encode(), zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def show_downloads(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, filters: Filters, options: MapOptions
) -> None:
    """Draw the download buttons for the strikes in view and their claims.

    `options` are those of the map in view, for the map that is saved as a page.
    """
    st.markdown(
        f"{plural(len(strikes), 'strike')} with {plural(len(claims), 'claim')}: "
        f"{escape_markdown(options.filters_in_words)}. The picture is saved from the map itself."
    )
    files: dict[str, tuple[str, str, Callable[[], str | bytes]]] = {
        "GeoJSON, claims inside": (
            "strikes.geojson",
            "application/geo+json",
            lambda: to_geojson(strikes, claims),
        ),
        "CSV: strikes and claims": (
            "strikes.zip",
            "application/zip",
            lambda: zip_tables(
                {"strikes.csv": to_csv(strikes), "claims.csv": claims_to_csv(claims)}
            ),
        ),
        "Map as one HTML file": (
            "strikes.html",
            "text/html",
            lambda: to_html(strikes, claims, base_map=shared_base_map(), options=options),
        ),
    }
    for place, (label, (name, kind, make)) in zip(st.columns(3), files.items(), strict=True):
        place.download_button(
            label, make, name, kind, key=f"download_{name}", on_click="ignore", width="stretch"
        )
    st.caption("The same from the command line:")
    st.code(
        f"strikemap export STRIKES --out strikes.geojson --filter '{filters.to_query()}'",
        language=None,
        wrap_lines=True,
    )
