"""The Explore page: filters, the map with its slider, numbers, tables, downloads and upload."""

from __future__ import annotations

from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd
import streamlit as st

from gazetteer.errors import StrikemapError
from geo.export import ATTRIBUTION, NOTICE
from geo.filter import Filters, count_totals, filter_strikes
from geo.payload import MapOptions, Payload, encode_strikes
from geo.schema import KINDS
from views.downloads import show_downloads
from views.filters_panel import (
    Choices,
    count_switched_off,
    list_choices,
    show_filters,
    start_filters,
    write_address,
)
from views.numbers import show_numbers, show_statement, word_sources
from views.period import close_ends, follow_map, get_period, map_key
from views.state import Dataset, current_dataset, newest_claim, shared_map_ground
from views.strike_map import strike_map
from views.tables import show_claims, show_strikes, show_trays
from views.upload import show_upload, show_way_back
from views.wording import escape_markdown

__all__ = ["show_page"]

MAP_HEIGHT = 580  # CSS pixels
PAYLOAD_KEY = "payload_of_view"
PRODUCT = "Strike map"
TITLE = "Air strikes, as reported"  # of the map and its saved picture
# Streamlit leaves 6rem above the first line and wide margins, and the map is the page; the
# button that opens a closed sidebar needs its room.
STYLE = """<style>
.stMainBlockContainer{padding:2rem 2rem 1.5rem}
.stApp:has([data-testid="stExpandSidebarButton"]) .stMainBlockContainer{padding-top:3.4rem}
.stMainBlockContainer h1{padding:0 0 .35rem}
.stMainBlockContainer [data-testid="stVerticalBlock"]{gap:.6rem}
@media (max-width:640px){.stMainBlockContainer{padding-left:1rem;padding-right:1rem}}
</style>"""


@dataclass(frozen=True)
class _View:
    """What the filters and the period let through, and the strikes chosen on the map."""

    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    filters: Filters
    options: MapOptions
    selection: tuple[str, ...]


def _encode_view(dataset: Dataset, filters: Filters) -> tuple[Payload, tuple[str, ...]]:
    """Return the map's payload and its sources, kept in the session while nothing changes."""
    known = st.session_state.get(PAYLOAD_KEY)
    if known and known[0] is dataset and known[1] == filters:
        return known[2]  # type: ignore[no-any-return] # the session state is untyped
    strikes = filter_strikes(dataset.strikes, filters)
    claims = _claims_of(dataset, strikes)
    encoded = encode_strikes(strikes, claims), word_sources(claims)
    st.session_state[PAYLOAD_KEY] = (dataset, filters, encoded)
    return encoded


def _claims_of(dataset: Dataset, strikes: pd.DataFrame) -> pd.DataFrame:
    return dataset.claims[dataset.claims["strike_id"].isin(strikes.index)]


def _map_options(
    dataset: Dataset, filters: Filters, choices: Choices, sources: tuple[str, ...]
) -> MapOptions:
    return MapOptions(
        title=TITLE,
        filters_in_words=filters.in_words(choices.governorates),
        sources=sources,
        data_as_of=newest_claim(dataset.claims) or "",
        period=close_ends(get_period(), choices.first_day, choices.last_day),
        theme=st.context.theme.type or "auto",
    )


def _without_period(filters: Filters) -> Filters:
    return replace(filters, date_from=None, date_to=None)


def _show_map(
    dataset: Dataset, asked: Filters, choices: Choices
) -> tuple[Filters, tuple[str, ...]]:
    """Draw the map; return the filters with its slider's period, and the strikes chosen on it."""
    timeless = _without_period(asked)
    payload, sources = _encode_view(dataset, timeless)
    state = strike_map(
        payload,
        map_key(),
        base_map=shared_map_ground(),
        options=_map_options(dataset, timeless, choices, sources),
        height=MAP_HEIGHT,
    )
    date_from, date_to = follow_map(state, choices.first_day, choices.last_day)
    return replace(asked, date_from=date_from, date_to=date_to), state.selection


def _show_tabs(dataset: Dataset, view: _View) -> None:
    shown, claims = view.strikes, view.claims
    trays = int((shown["date_start"].isna() | (shown["location_status"] == "unlocated")).sum())
    labels = (
        f"Table ({len(shown):,})",
        f"Undated and unlocated ({trays:,})",
        f"Sources ({len(claims):,})",
        "Download",
        "Use your own data",
    )
    table, tray, sources, download, upload = st.tabs(labels)
    with table:
        show_strikes(shown, dataset.strikes, view.selection)
    with tray:
        show_trays(shown, claims)
    with sources:
        show_claims(claims, shown)
    with download:
        show_downloads(shown, claims, view.filters, view.options)
    with upload:
        show_upload(dataset)


def _open_dataset() -> Dataset:
    try:
        return current_dataset()
    except StrikemapError as error:
        st.error(f"The strikes cannot be shown. {escape_markdown(str(error))}")
        st.stop()


def _rows_of_every_kind(dataset: Dataset, filters: Filters) -> pd.DataFrame:
    return filter_strikes(dataset.strikes, replace(filters, kinds=KINDS))


def show_page() -> None:
    """Draw the page; the numbers stand above the map whose slider they follow."""
    st.html(STYLE)
    dataset = _open_dataset()
    choices = list_choices(dataset.strikes)
    start_filters()
    with st.sidebar:
        asked = show_filters(choices)
    head = st.container()
    filters, selection = _show_map(dataset, asked, choices)
    shown = filter_strikes(dataset.strikes, filters)
    with head:
        st.title(PRODUCT)
        write_address(filters)
        if not dataset.shipped:
            show_way_back(dataset)
        switched_off = count_switched_off(_rows_of_every_kind(dataset, filters), filters.kinds)
        show_numbers(count_totals(shown), filters, switched_off)
    show_statement(dataset)
    claims = _claims_of(dataset, shown)
    options = _map_options(dataset, filters, choices, word_sources(claims))
    options = replace(options, period=None, theme="auto")
    _show_tabs(dataset, _View(shown, claims, filters, options, selection))
    st.caption(f"{NOTICE} {ATTRIBUTION}")
